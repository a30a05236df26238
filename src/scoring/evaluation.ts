import type { Scalar } from "../formula/column";
import type { Lang } from "../words";
import type { ConsequencePolicy } from "./consequences/policy";
import type { Scheme } from "./scheme";
import type { Scorecard } from "./scoreTeam";
import type { SchemeSource } from "./structure";

/**
 * An evaluation without a ledger: who is scored by which scheme over which periods, with the data as they were
 * brought. Plain JSON; `evaluationSchema` describes it, `validateEvaluation` says what is wrong with one, `evaluate`
 * scores it. Days are written `2026-03-01`; first and last days both belong to what they bound.
 */
export interface EvaluationRequest {
  readonly title: string;
  readonly lang: Lang;
  /** One, or several that are summed up: months of a year. In order of time. */
  readonly periods: readonly EvaluationPeriod[];
  readonly schemes: readonly SchemeSource[];
  readonly people: readonly EvaluationPerson[];
  /** Data apart from the people: of a period, or of all of them where none is named. */
  readonly inputs?: readonly InputRow[];
  readonly ratings?: readonly RatingRow[];
  /** Who is asked to rate whom, where that is settled before the ratings are in. */
  readonly raters?: readonly RaterDuty[];
  /** Phase of the schemes that have phases, unless a person's or a period's own says otherwise. */
  readonly phase?: string;
  /**
   * Newcomers are not scored in their first months. The month of joining is the first: who joins on 15 January and
   * has two months is scored from March on.
   */
  readonly newcomers?: { readonly months: number };
  /** People who left within a period: scored on their days (`score`) or not at all (`skip`). Default `score`. */
  readonly leavers?: "score" | "skip";
  /** How periods become a year. Default: the mean of the periods that have a score. */
  readonly rollup?: Rollup;
  readonly due?: readonly DueDate[];
  /** What follows from grades and ranks where that is not the usual: see `usualPolicy`. */
  readonly consequences?: Partial<Omit<ConsequencePolicy, "lang">>;
}

export interface EvaluationPeriod {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Its part in a weighted year; 1 unless said. */
  readonly weight?: number;
  /** The quarter or half it belongs to, as people read it. */
  readonly group?: string;
  readonly phase?: string;
}

export interface Rollup {
  /** `mean`: every period the same; `weighted`: by the periods' weights. */
  readonly by: "mean" | "weighted";
  /** Whether the year is made of its periods or of the groups' means. Default periods. */
  readonly of?: "periods" | "groups";
}

export interface EvaluationPerson {
  /** Unique; the name where it is missing. */
  readonly id?: string;
  readonly name: string;
  readonly unit: string;
  readonly position?: string;
  readonly manager?: string;
  readonly joined?: string;
  /** The last day. */
  readonly left?: string;
  /** Changes of unit, position, manager or scheme, each from its day on. */
  readonly transfers?: readonly Transfer[];
  /** Scheme id, where the position does not say it. */
  readonly scheme?: string;
  readonly phase?: string;
  /** Data by input id, for every period. */
  readonly inputs?: Readonly<Record<string, Scalar>>;
  /** Weights of rater groups that differ from the scheme's, by plan and group. */
  readonly raterWeights?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface Transfer {
  readonly on: string;
  readonly unit?: string;
  readonly position?: string;
  readonly manager?: string;
  readonly scheme?: string;
  readonly phase?: string;
}

export interface InputRow {
  readonly person: string;
  readonly period?: string;
  /** Of people in several units within the period: which part of it the data are of. */
  readonly unit?: string;
  readonly values: Readonly<Record<string, Scalar>>;
}

/** What one rater gave one person, by input id: scores, or words where the input has levels. */
export interface RatingRow {
  readonly rater: string;
  readonly group: string;
  readonly person: string;
  readonly period?: string;
  readonly values: Readonly<Record<string, number | string | null>>;
}

export interface RaterDuty {
  readonly rater: string;
  readonly group: string;
  /** Ids of the people to rate. */
  readonly people: readonly string[];
}

export interface DueDate {
  readonly what: string;
  readonly by: string;
  readonly who?: string;
}

/** One line of the scorecard: a person in a period, or in a part of it after a transfer. */
export interface EvaluationRow {
  /** Place in the request's people. */
  readonly person: number;
  readonly name: string;
  readonly unit: string;
  readonly position: string;
  readonly manager: string;
  readonly period: EvaluationPeriod;
  /** First and last day of this part. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Why it is not scored; empty when it is. */
  readonly exempt: string;
  readonly inputs: ReadonlyMap<string, Scalar>;
}

/** A rated input of a row: each group's mean (null when missing) and weight, and what becomes of them. */
export interface RatedInput {
  readonly row: number;
  readonly input: string;
  readonly plan: string;
  readonly means: readonly (number | null)[];
  readonly counts: readonly number[];
  readonly weights: readonly number[];
  readonly score: number | null;
  /** Who is missing and what that means; empty when nobody is. */
  readonly missing: string;
}

/** Everybody scored by one scheme, with their rows in order of periods, then people. */
export interface EvaluationSet {
  readonly scheme: Scheme;
  /** Which scheme of the request it is, and in which of its phases. */
  readonly base: { readonly id: string; readonly phase?: string };
  readonly rows: readonly EvaluationRow[];
  readonly cards: readonly Scorecard[];
  readonly rated: readonly RatedInput[];
}

/** Where a row stands: which set, which row of it. */
export interface RowPlace {
  readonly set: number;
  readonly row: number;
}

/** What a person has reached over all periods. */
export interface PersonResult {
  readonly person: number;
  readonly name: string;
  readonly unit: string;
  /** By period: the rows it is made of, in order of days, and their mean by days; null without a score. */
  readonly periods: readonly { readonly places: readonly RowPlace[]; readonly total: number | null }[];
  /** By group of periods, in order; empty when there are no groups. */
  readonly groups: readonly (number | null)[];
  readonly total: number | null;
  readonly grade: string | null;
  readonly light: string;
  readonly rank: number | null;
  readonly unitRank: number | null;
  /** False when a veto of some period has cancelled rewards. */
  readonly rewards: boolean;
}

export interface Evaluation {
  readonly request: EvaluationRequest;
  readonly sets: readonly EvaluationSet[];
  readonly results: readonly PersonResult[];
  /** Names of the groups of periods, in order. */
  readonly groups: readonly string[];
}

/** A person's id, which is the name where none is given. */
export const personId = ({ id, name }: EvaluationPerson): string => id ?? name;
