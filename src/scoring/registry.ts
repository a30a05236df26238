import type { RuleKind } from "./rule";
import { allOrNothing } from "./rules/allOrNothing";
import { banded } from "./rules/banded";
import { deduct } from "./rules/deduct";
import { linear } from "./rules/linear";
import { lowerIsBetter } from "./rules/lowerIsBetter";
import { proportional } from "./rules/proportional";
import { step } from "./rules/step";

/** Every rule kind there is. A new one is a file in `rules/` and a line here. */
export const RULE_KINDS: readonly RuleKind[] = [
  proportional,
  linear,
  banded,
  step,
  deduct,
  allOrNothing,
  lowerIsBetter,
];

/** @returns undefined when there is no such kind */
export function ruleKind(kind: string): RuleKind | undefined {
  return RULE_KINDS.find((rule) => rule.kind === kind);
}
