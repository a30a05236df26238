import { input, vector, type Expr } from "../formula/expression";
import type { Lang, Phrase } from "../words";
import type { Outcome, ParamValue, PolicyName, RuleUse } from "./scheme";

/**
 * One cell's worth of parameter. Percent parameters are fractions: 1.2 is 120 %. `measure` has the unit of whatever
 * the rule measures.
 */
export interface ParamSpec {
  readonly key: string;
  readonly label: Phrase;
  readonly type: "points" | "percent" | "measure" | "number" | "integer" | "choice" | "word" | "formula";
  readonly min?: number;
  readonly max?: number;
  /** May be left empty. */
  readonly optional?: boolean;
  /** Used where the scheme says nothing. */
  readonly initial?: number | string | null;
  readonly choices?: Readonly<Record<string, Phrase>>;
  /** What an empty cell of a table's last row is written as; “below” unless said otherwise. */
  readonly open?: Phrase;
  /** Shapes the formulas themselves: a change takes effect with the next run, not at once. */
  readonly fixed?: boolean;
}

/** A table of parameters, one row after the other, best first. */
export interface TableSpec {
  readonly key: string;
  readonly label: Phrase;
  readonly columns: readonly ParamSpec[];
}

/** An input the rule needs: `actual`, `target`, `value`. */
export interface RoleSpec {
  readonly key: string;
  readonly label: Phrase;
  /** A number unless said otherwise; `any` also takes words. */
  readonly takes?: "any";
  /** May be missing from the scheme and empty on the sheet; the rule reads it through MAX or SUM, which pass it over. */
  readonly optional?: boolean;
}

export interface RuleMistake {
  readonly param: string;
  /** Row of a table, counted from 0. */
  readonly row?: number;
  readonly what: Phrase;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The words a rule is described in. */
export interface Describing {
  readonly lang: Lang;
  readonly weight: number;
  /** What the measured value is called, e.g. the indicator's name. */
  readonly subject: string;
  readonly percent: boolean;
}

/**
 * How an indicator stands in the total. `addOn` points come on top of the 100, a `veto` gives none but acts on the
 * total, the grade or the rewards. Both weigh 0, and an empty input means there was nothing to count.
 */
export type Standing = "addOn" | "veto";

/**
 * A way of turning inputs into points, declared once. Expressions read the rule's roles, its parameters by key, tables
 * as vectors `table.column`, the full points as `weight`, and, in `points`, the measured value as `measure`.
 */
export interface RuleKind {
  readonly kind: string;
  readonly name: Phrase;
  readonly roles: readonly RoleSpec[];
  readonly params: readonly ParamSpec[];
  readonly tables: readonly TableSpec[];
  /** What can go wrong with its inputs, and what happens then unless the scheme says otherwise. */
  readonly policies: Readonly<Partial<Record<PolicyName, Outcome>>>;
  /** The measured value, when it is more than the first role itself; a `count` is a whole number. */
  readonly measure?: {
    readonly label: Phrase;
    readonly format: "percent" | "number" | "count";
    readonly expr: Expr;
  };
  readonly points: Expr;
  /** Counted among the 100 unless said otherwise. */
  readonly standing?: Standing;
  /**
   * The rule compares people: its first role is worked out in a column of its own, which `measure` reads as
   * {@link BASIS} (this person's) and {@link EVERYBODY} (the list).
   */
  readonly compares?: boolean;
  readonly describe: (use: RuleUse, words: Describing) => string;
  readonly validate?: (use: RuleUse, weight: number) => readonly RuleMistake[];
}

/** What rule expressions read. */
export const MEASURE = input("measure");
export const WEIGHT = input("weight");
export const BASIS = input("basis");
export const EVERYBODY = vector("everybody");

/** Shown in place of a measured value that does not exist. */
export const NO_VALUE = "";
export const ZERO_TARGET = "÷0";
/** What was entered is not one of the rule's levels, or out of its bounds. */
export const UNKNOWN = "?";
/** Shown in place of points. */
export const LEFT_OUT = "—";
export const NOT_SCORED = "×";
/** Stands for “apply the rule all the same” among outcomes. */
export const AS_IS = "=";

/** A parameter's value, or its initial one where the scheme says nothing. */
export function paramOf(use: RuleUse, spec: ParamSpec): number | string | boolean | null {
  const value: ParamValue | undefined = use[spec.key];
  return value === undefined || isRows(value) ? (spec.initial ?? null) : value;
}

export function tableOf(
  use: RuleUse,
  key: string,
): readonly Readonly<Record<string, number | string | null>>[] {
  const value: ParamValue | undefined = use[key];
  return value !== undefined && isRows(value) ? value : [];
}

function isRows(value: ParamValue): value is readonly Readonly<Record<string, number | string | null>>[] {
  return Array.isArray(value);
}

/** A number parameter as the rule reads it, NaN when it is missing or no number. */
export function numberOf(use: RuleUse, key: string): number {
  const value = use[key];
  return typeof value === "number" ? value : Number.NaN;
}
