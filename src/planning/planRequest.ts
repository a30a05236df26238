import type { Limit } from "./allocate/limits";
import type { Grain } from "./calendar";
import type { Team } from "./team";

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
  /** What stands on the first line of the pages; made from measure and period when left out. */
  readonly title?: string;
  /** The organisation the plan is for, when it does not come from a ledger. */
  readonly team?: Team;
  /** Less is better: a cost, complaints, days. Turns round what counts as good, nothing else. */
  readonly lowerIsBetter?: boolean;
  /** What a new hire carries in the first, second … month after `start`, as parts of a full load; full afterwards. */
  readonly ramp?: readonly number[];
  /** What a leaf without history claims when history decides: nothing (default), or what its neighbours do on average. */
  readonly newcomers?: "zero" | "average";
  /**
   * What each level gives out beyond what it owes, from the top: `[0.05]` assigns 105 % to the first level while the
   * company owes 100 %; `[0.05, 0.1]` lets every unit of the first level add another 10 % downwards.
   */
  readonly padding?: readonly number[];
  readonly tiers?: Tiers;
  /** Further axes the plan is split along: products, new and existing customers, customer classes. */
  readonly mix?: readonly MixRequest[];
  /** Other measures planned beside the main one. */
  readonly measures?: readonly MeasureRequest[];
  /** How the proposals of the team's members are settled with what comes from above. */
  readonly settle?: Settle;
  /** Other ways to plan the same: each replaces parts of this request. */
  readonly scenarios?: readonly Scenario[];
  /** Name of the scenario that counts; the request itself when left out. */
  readonly chosen?: string;
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
   * amount (`average`). With `workingDays` a period's amount is taken per working day of last year and multiplied by
   * this year's, which is how the lunar new year moves between January and February.
   */
  | {
      readonly kind: "history";
      readonly own?: boolean;
      readonly gaps?: "zero" | "average";
      readonly workingDays?: WorkCalendar;
    }
  | { readonly kind: "weights"; readonly weights: readonly number[] }
  | { readonly kind: "workingDays"; readonly calendar?: WorkCalendar }
  /** Typed by hand: what the company is to reach in each period. Adds up to the total. */
  | { readonly kind: "amounts"; readonly amounts: readonly number[] };

/** Which days are worked: China's public holidays and swapped working days, or plain weekends; and what differs. */
export interface WorkCalendar {
  /** `CN` (default) or `none`: Saturdays and Sundays only. */
  readonly country?: "CN" | "none";
  /** Further days off, ISO dates. */
  readonly holidays?: readonly string[];
  /** Days worked all the same. */
  readonly workdays?: readonly string[];
}

/** How the total is shared out among units. */
export type UnitProfile =
  | { readonly kind: "even" }
  | { readonly kind: "history" }
  /** Weights by unit id; without them, the members' own. A leaf that is not named has none. */
  | { readonly kind: "weights"; readonly weights?: Readonly<Record<string, number>> }
  /** By people, a unit's heads being its members'. */
  | { readonly kind: "headcount" }
  /** Typed by hand: unit id → its total, which then is locked; the others share the rest by history. */
  | { readonly kind: "amounts"; readonly amounts: Readonly<Record<string, number>> }
  /** Each level its own way, from the top; the last one holds for all levels below. `even` gives each sibling the same. */
  | { readonly kind: "levels"; readonly levels: readonly LevelProfile[] };

export type LevelProfile =
  | { readonly kind: "even" }
  | { readonly kind: "history" }
  | { readonly kind: "weights"; readonly weights?: Readonly<Record<string, number>> }
  | { readonly kind: "headcount" };

/** A tier's total, or its multiple of the committed total: 1.25 of 560 is 700. */
export type TierTotal = { readonly value: number } | { readonly ratio: number };

/** Beside the committed targets: what to strive for, and what must be reached at the very least. */
export interface Tiers {
  /** No cell is below the committed one. */
  readonly stretch?: TierTotal;
  /** No cell is above the committed one. */
  readonly floor?: TierTotal;
}

/** An axis and its parts in percent. */
export interface MixRequest {
  /** Product, 产品, Customers. */
  readonly name: string;
  readonly parts: readonly MixPart[];
  /** Shares of a unit and everyone below it that differ, in the order of the parts, by unit id. */
  readonly units?: Readonly<Record<string, readonly number[]>>;
  /** Shares of a period that differ, in the order of the parts, by period id. */
  readonly periods?: Readonly<Record<string, readonly number[]>>;
}

export interface MixPart {
  readonly name: string;
  /** 0.75 is 75 %; shares that do not add up to 1 count as weights. */
  readonly share: number;
  /** Last year's share, for comparison. */
  readonly lastShare?: number;
}

/** Another measure over the same organisation and horizon. */
export type MeasureRequest = AmountMeasure | RateMeasure;

/** Additive: children sum to the parent. Members bring their figures under `measures`, by this name. */
export interface AmountMeasure {
  readonly kind: "amount";
  readonly name: string;
  readonly unit: string;
  readonly step?: number;
  readonly total: PlanRequest["total"];
  /** Default: as the main measure's. */
  readonly time?: TimeProfile;
  readonly organisation?: UnitProfile;
  readonly limits?: readonly Limit[];
  readonly lowerIsBetter?: boolean;
}

/** Not additive: the mean of the members', weighted by their share of the main measure, is the company's. */
export interface RateMeasure {
  readonly kind: "rate";
  readonly name: string;
  /** The company's rate to reach: 0.9 is 90 %. */
  readonly target: number;
  /** Smallest difference between rates. Default 0.001: a tenth of a percent. */
  readonly step?: number;
  /**
   * From the members' present rates: everybody the same (`same`, the default), everybody up by as many points
   * (`points`), or everybody by the same part of what is missing to the best possible (`gap`).
   */
  readonly method?: "same" | "points" | "gap";
  /** What a rate may be. Default 0 to 1. */
  readonly min?: number;
  readonly max?: number;
  readonly lowerIsBetter?: boolean;
  /** Rates fixed by unit id. */
  readonly locks?: Readonly<Record<string, number>>;
}

/**
 * `topDown`: the plan from above stands. `proposals`: the proposals stand and make the total. `scale`: proposals in
 * proportion, brought to the total. `between`: this part of the way from above (0) to the proposals (1), total kept.
 */
export type Settle =
  | { readonly kind: "topDown" }
  | { readonly kind: "proposals" }
  | { readonly kind: "scale" }
  | { readonly kind: "between"; readonly part: number };

export interface Scenario {
  readonly name: string;
  readonly note?: string;
  readonly change: ScenarioChange;
}

export type ScenarioChange = Partial<
  Pick<
    PlanRequest,
    "total" | "time" | "organisation" | "limits" | "ramp" | "newcomers" | "padding" | "tiers" | "settle"
  >
>;
