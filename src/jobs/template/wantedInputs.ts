import type { EvaluationRequest } from "../../scoring/evaluation";
import { say, type Lang, type Phrase } from "../../words";
import { typedInput } from "../evaluation/peopleHeader";

const W = {
  columns: {
    "zh-CN": "姓名，以及其中至少一列：{names}",
    "en-US": "Name, and at least one of {names}",
  },
  and: { "zh-CN": "、", "en-US": ", " },
} as const satisfies Record<string, Phrase>;

/**
 * The columns a table about people needs for any of these schemes to take it, by the names their inputs have; what is
 * worked out or given by raters is not looked for. Undefined when nothing is.
 *
 * @example wantedInputs(schemes, "zh-CN") // "姓名，以及其中至少一列：有效投诉、客户满意度"
 */
export function wantedInputs(schemes: EvaluationRequest["schemes"], lang: Lang): string | undefined {
  const inputs = schemes.flatMap((scheme) => ("inputs" in scheme ? (scheme.inputs ?? []) : []));
  const names = [...new Set(inputs.filter(typedInput).map(({ name }) => name))];
  return names.length === 0 ? undefined : say(W.columns, lang, { names: names.join(W.and[lang]) });
}
