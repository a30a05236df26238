import type { Limit } from "./allocate/limits";
import type { Grain } from "./calendar";

/** How a plan is asked for: what `attain plan` reads, and what the pane fills in. Rates are fractions: 0.2 is 20 %. */
export interface PlanRequest {
  /** What is planned, as people call it: 销售额, Revenue. */
  readonly measure: string;
  /** 元, 万元, 台 … Amounts in the request and in the plan are in this unit. */
  readonly unit: string;
  /** Smallest amount given out: 1 for whole units, 10 for tens, 0.1 for a tenth of 万. Default 1. */
  readonly step?: number;
  readonly horizon: Horizon;
  /** The whole, or its growth on the history's total. */
  readonly total: { readonly value: number } | { readonly growth: number };
  readonly time?: TimeProfile;
  readonly organisation?: UnitProfile;
  readonly limits?: readonly Limit[];
}

export interface Horizon {
  /** Inclusive ISO dates. */
  readonly from: string;
  readonly to: string;
  /** Default `month`. */
  readonly grain?: Grain;
  readonly fiscalStart?: number;
}

/** How the total is spread over time. */
export type TimeProfile =
  | { readonly kind: "even" }
  /**
   * Last year's shape: the company's for every unit, or (`own`) each unit's own. `gaps` says what a period gets in
   * which there was nothing last year: nothing (`zero`, the literal shape, the default), or an average period's
   * amount (`average`).
   */
  | { readonly kind: "history"; readonly own?: boolean; readonly gaps?: "zero" | "average" }
  | { readonly kind: "weights"; readonly weights: readonly number[] };

/** How the total is shared out among units. */
export type UnitProfile =
  | { readonly kind: "even" }
  | { readonly kind: "history" }
  /** Weights of leaves by unit id; a leaf that is not named has none. */
  | { readonly kind: "weights"; readonly weights: Readonly<Record<string, number>> };
