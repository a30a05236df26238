import type { Lang } from "../../words";
import { dayCount, dayOf } from "../days";
import type { FlowRules, StageId } from "./flow";

/** One stage of a review: who does it and until when. */
export interface Stage {
  readonly id: StageId;
  readonly name: string;
  /** Names of those who may decide it; nobody named is anybody. */
  readonly who: readonly string[];
  /** Last day, `2026-04-08`; the day itself is in time. */
  readonly due: string;
}

export interface ReviewProcess {
  readonly lang: Lang;
  /** In order, usually score → sum up → first review → second review. */
  readonly stages: readonly Stage[];
  /** Days after the last stage in which people may appeal; 0 for the day itself only. */
  readonly appealDays: number;
}

/** The rules of the flow as a firm has set them. */
export function rulesOf({ stages, appealDays }: ReviewProcess): FlowRules {
  return {
    stages: stages.map(({ id }) => id),
    appealDays,
    who: new Map(stages.map(({ id, who }) => [id, who])),
  };
}

/** @example addDays("2026-02-27", 3) // "2026-03-02" */
export function addDays(day: string, days: number): string {
  return dayOf(dayCount(day) + days);
}
