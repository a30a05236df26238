import type { Lang } from "../../words";
import type { RuleUse, SchemeInput } from "../scheme";

/** A number (or word) each person brings to the pay run. */
export interface PayInput extends SchemeInput {
  /**
   * Where the scorecard has it: an input's id, `total`, `grade`, `measure:<indicator>`, `points:<indicator>`,
   * `section:<id>`; `missed`: how many indicators have less than full points. Absent: typed on the pay sheet.
   */
  readonly from?: string;
}

/**
 * What becomes of a component's amount.
 * - `paid`: added to what is paid now; `deducted`: taken off it (written as a positive amount);
 * - `later`: owed, but paid at year end;
 * - `memo`: worked out for other components to build on, not counted itself.
 */
export type Counts = "paid" | "deducted" | "later" | "memo";

export interface Rounding {
  /** Digits after the point: 0 is whole currency units, −1 tens. */
  readonly digits: number;
  /** `half`: half away from zero; `down`: what is over is dropped. */
  readonly mode: "half" | "down";
}

/** One line of a pay slip. */
export interface PayComponent {
  /** Latin letters, digits and `_`; formulas of later components call it by this or by its name. */
  readonly id: string;
  readonly name: string;
  /** A pay kind with its parameters, e.g. `{ kind: "gate", gate: 0.3 }`. Percents are fractions. */
  readonly rule: RuleUse;
  /** For each role of the kind, a formula over the plan's inputs and earlier components. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly counts: Counts;
  /** Only people in one of these positions get it. Absent: everybody. */
  readonly positions?: readonly string[];
  /** Absent: not rounded. */
  readonly round?: Rounding;
  /** What an amount is that cannot be worked out: `wait` holds back the person's whole pay, visibly. Default `wait`. */
  readonly noData?: "wait" | "zero";
}

/** How people are paid: inputs become components, components become what is paid now and what is paid later. */
export interface PayPlan {
  readonly id: string;
  readonly name: string;
  /** The language its names are written in. */
  readonly lang: Lang;
  /** What amounts are in, for headings: `元`. */
  readonly currency: string;
  readonly inputs: readonly PayInput[];
  /** In order: each may build on those before it. */
  readonly components: readonly PayComponent[];
  /** Of what is paid now. Absent: not rounded. */
  readonly round?: Rounding;
}
