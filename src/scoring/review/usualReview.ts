import type { Lang, Phrase } from "../../words";
import { addDays, type ReviewProcess } from "./review";

/** Days after scoring is due. */
const STAGES: readonly { readonly id: string; readonly after: number; readonly name: Phrase }[] = [
  { id: "score", after: 0, name: { "zh-CN": "评分", "en-US": "Scoring" } },
  { id: "sum", after: 2, name: { "zh-CN": "汇总", "en-US": "Summing up" } },
  { id: "first", after: 4, name: { "zh-CN": "初审", "en-US": "First review" } },
  { id: "second", after: 6, name: { "zh-CN": "复审", "en-US": "Second review" } },
];

/**
 * Score → sum up → first review → second review, two days each, then three days to appeal. Who does what is left open.
 *
 * @param due last day of scoring, `2026-04-03`
 */
export function usualReview(lang: Lang, due: string): ReviewProcess {
  return {
    lang,
    appealDays: 3,
    stages: STAGES.map(({ id, after, name }) => ({
      id,
      name: name[lang],
      who: [],
      due: addDays(due, after),
    })),
  };
}
