import type { Lang } from "../words";

/** A parameter of a rule: one value, or a table such as bands. */
export type ParamValue = number | string | boolean | null | readonly ParamRow[];
export type ParamRow = Readonly<Record<string, number | string | null>>;

/** A rule kind with its parameters, e.g. `{ kind: "proportional", cap: 1.2 }`. */
export interface RuleUse {
  readonly kind: string;
  readonly [param: string]: ParamValue;
}

/**
 * What becomes of an indicator that cannot be worked out.
 * - `zero`: 0 points, `full`: all its points;
 * - `leaveOut`: it does not count, the others carry its weight;
 * - `notScored`: the person gets no total until it is mended;
 * - `asIs` (negative actuals only): the rule is applied all the same.
 */
export type Outcome = "zero" | "full" | "leaveOut" | "notScored" | "asIs";

export type PolicyName = "noData" | "zeroTarget" | "negative";
export type Policies = Readonly<Partial<Record<PolicyName, Outcome>>>;

/** What a person brings: one column of the scorecard. `id` is what formulas call it. */
export interface SchemeInput {
  readonly id: string;
  readonly name: string;
  readonly format: "integer" | "decimal" | "percent" | "money" | "word";
  /** Worked out from other inputs instead of typed: `revenue - cost`. */
  readonly formula?: string;
  /** What may be typed, bounds included. */
  readonly min?: number;
  readonly max?: number;
  /** The only words that may be typed. */
  readonly choices?: readonly string[];
  /** Takes over what this input was in the period before. */
  readonly previousOf?: string;
  /** Given by raters: the id of one of the scheme's rater plans. */
  readonly raters?: string;
  /** Raters answer in these words instead of numbers; each counts its value. Best first. */
  readonly levels?: readonly RatingLevel[];
}

/** A word of a rating by level and what it counts, such as 优秀 100. */
export interface RatingLevel {
  readonly word: string;
  /** On the input's own scale: within its `min` and `max`. */
  readonly value: number;
}

export interface Indicator {
  /** Latin letters, digits and `_`, unique in the scheme. */
  readonly id: string;
  readonly name: string;
  /** Full points. Within a section they add up to its `full`. */
  readonly weight: number;
  readonly rule: RuleUse;
  /** For each role of the rule, a formula over the scheme's inputs: `revenue`, or `won / (won + lost)`. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly policies?: Policies;
  /** Digits after the point that its points are rounded to; unrounded unless said. */
  readonly decimals?: number;
  /** Full points by phase id; null leaves the line out of the phase. A phase not named keeps `weight`. */
  readonly phaseWeights?: Readonly<Record<string, number | null>>;
}

export interface Section {
  readonly id: string;
  readonly name: string;
  /** Share of the total, of 100. */
  readonly weight: number;
  /** What the section's weights add up to; 100 unless said otherwise. */
  readonly full?: number;
  readonly indicators: readonly Indicator[];
}

/** A grade from `from` points up to the next better one. The worst grade has no `from`. */
export interface Grade {
  readonly name: string;
  readonly from: number | null;
  /** `≥` when the bound itself belongs to this grade, `>` when to the one below. */
  readonly side: Side;
  /** A sign beside the grade, so that it does not speak by colour alone. */
  readonly light: string;
  /** What follows from it, in the company's words: a bonus, a warning, an office lost. */
  readonly consequence?: string;
}

export type Side = "≥" | ">";

export interface Scheme {
  readonly id: string;
  readonly name: string;
  /** The language its names are written in. */
  readonly lang: Lang;
  readonly inputs: readonly SchemeInput[];
  readonly sections: readonly Section[];
  /** `exact`: weights must add up; `normalise`: they are scaled until they do. */
  readonly weights: "exact" | "normalise";
  /** Best first. */
  readonly grades: readonly Grade[];
  /** Digits after the point of the total. */
  readonly decimals: number;
  /** Positions it is for; without any it is for everybody no other scheme is for. */
  readonly positions?: readonly string[];
  /** Stages of a business that shift the weights, such as launch and growth. */
  readonly phases?: readonly { readonly id: string; readonly name: string }[];
  /** Who rates, with which weight. */
  readonly raters?: readonly RaterPlan[];
  readonly version?: string;
  /** First and last day it is in force, `2026-03-01`; both belong to it. Open where nothing is said. */
  readonly inForce?: { readonly from?: string; readonly to?: string };
}

/** What becomes of a score while a rater with a weight is missing. Never a silent zero: the sheet says which. */
export type MissingRater = "wait" | "reweight" | "zero";

/** A group of raters: `direct`, `upper`, `self`, `peer` … Its members' scores are averaged, then weighted. */
export interface RaterGroup {
  readonly id: string;
  readonly name: string;
  /** Share of 100. 0 is recorded and shown but does not count, as for self-ratings. */
  readonly weight: number;
  /** Fewer answers than this are not shown and count as missing, so that nobody can be made out. */
  readonly smallest?: number;
}

/** Who gives an input's score. Several inputs may share a plan. */
export interface RaterPlan {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly RaterGroup[];
  readonly missing: MissingRater;
}

/** What a scheme is about to be refused for: where, what, and how to mend it is in the words. */
export interface Mistake {
  /** Path inside the scheme (`sections.main.revenue.cap`), or sheet and cell when it was read from a sheet. */
  readonly where: string;
  readonly what: string;
}

/** Every indicator with the section it belongs to, in order. */
export function indicatorsOf(scheme: Scheme): { section: Section; indicator: Indicator }[] {
  return scheme.sections.flatMap((section) =>
    section.indicators.map((indicator) => ({ section, indicator })),
  );
}

export const DEFAULT_FULL = 100;
export const fullOf = (section: Section): number => section.full ?? DEFAULT_FULL;
