import type { Lang } from "../../words";
import { REVIEW_STAGES, stageName } from "./flow";
import { addDays, type ReviewProcess } from "./review";

/** Days after scoring is due. */
const AFTER: Readonly<Record<(typeof REVIEW_STAGES)[number], number>> = {
  score: 0,
  sum: 2,
  first: 4,
  second: 6,
};

/**
 * Score → sum up → first review → second review, two days each, then three days to appeal. Who does what is left open.
 *
 * @param due last day of scoring, `2026-04-03`
 */
export function usualReview(lang: Lang, due: string): ReviewProcess {
  return {
    lang,
    appealDays: 3,
    stages: REVIEW_STAGES.map((id) => ({
      id,
      name: stageName(id)[lang],
      who: [],
      due: addDays(due, AFTER[id]),
    })),
  };
}
