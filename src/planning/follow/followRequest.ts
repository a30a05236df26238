import type { PlanRequest } from "../planRequest";
import type { SharedTarget } from "./responsibility";

/** What `attain follow` reads: a plan to follow, targets that departments share, or both. */
export interface FollowRequest {
  /** With a team of its own. */
  readonly plan?: PlanRequest;
  /** How many periods are closed. Default: those with actuals, at least one. */
  readonly asOf?: number;
  /** What was reached, by unit id (`East / Li Lei`), from the first period. */
  readonly actuals?: Readonly<Record<string, readonly number[]>>;
  readonly shared?: readonly SharedTarget[];
}
