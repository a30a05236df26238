import { chain } from "./kinds/chain";
import { commission } from "./kinds/commission";
import { formula } from "./kinds/formula";
import { gate } from "./kinds/gate";
import { overPlan } from "./kinds/overPlan";
import { perItem } from "./kinds/perItem";
import { pool } from "./kinds/pool";
import { rest } from "./kinds/rest";
import { share } from "./kinds/share";
import { steps } from "./kinds/steps";
import type { PayKind } from "./kind";

/** Every way of working out an amount. A new one is a file in `kinds/` and a line here. */
export const PAY_KINDS: readonly PayKind[] = [
  share,
  pool,
  gate,
  steps,
  commission,
  overPlan,
  perItem,
  chain,
  rest,
  formula,
];

/** @returns undefined when there is no such kind */
export function payKind(kind: string): PayKind | undefined {
  return PAY_KINDS.find((one) => one.kind === kind);
}
