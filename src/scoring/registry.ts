import type { RuleKind } from "./rule";
import { addOn } from "./rules/addOn";
import { allOrNothing } from "./rules/allOrNothing";
import { attendance } from "./rules/attendance";
import { banded } from "./rules/banded";
import { deduct } from "./rules/deduct";
import { fiveLevel } from "./rules/fiveLevel";
import { formula } from "./rules/formula";
import { growth } from "./rules/growth";
import { linear } from "./rules/linear";
import { lowerIsBetter } from "./rules/lowerIsBetter";
import { nearTarget } from "./rules/nearTarget";
import { proportional } from "./rules/proportional";
import { rangedDeduction } from "./rules/rangedDeduction";
import { rankBased } from "./rules/rankBased";
import { rankChange } from "./rules/rankChange";
import { rated } from "./rules/rated";
import { repeatMultiplier } from "./rules/repeatMultiplier";
import { step } from "./rules/step";
import { veto } from "./rules/veto";

/** Every rule kind there is. A new one is a file in `rules/` and a line here. */
export const RULE_KINDS: readonly RuleKind[] = [
  proportional,
  growth,
  linear,
  banded,
  step,
  fiveLevel,
  rated,
  deduct,
  rangedDeduction,
  repeatMultiplier,
  attendance,
  allOrNothing,
  lowerIsBetter,
  nearTarget,
  rankBased,
  rankChange,
  formula,
  addOn,
  veto,
];

/** @returns undefined when there is no such kind */
export function ruleKind(kind: string): RuleKind | undefined {
  return RULE_KINDS.find((rule) => rule.kind === kind);
}
