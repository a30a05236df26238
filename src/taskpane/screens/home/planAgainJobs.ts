import type { PreparedPlan } from "../../../jobs/plan/planJob";
import type { JobOptions, WriteReport } from "../../../jobs/types";

/** Planning from the request page; `src/jobs` fulfils it. All of them reject with AttainError. */
export interface PlanAgainJobs {
  hasRequest(): Promise<boolean>;
  /** By the page as it stands now; what was typed over the targets gives way. */
  prepareAgain(options: JobOptions): Promise<PreparedPlan>;
  /** Around every target that was typed over. */
  prepareKept(options: JobOptions): Promise<PreparedPlan>;
  writePlan(prepared: PreparedPlan, options: JobOptions): Promise<WriteReport>;
}

/** Fetched when it is first asked for. */
export function loadPlanAgain(): Promise<PlanAgainJobs> {
  return import("../../../jobs/plan/planJob");
}
