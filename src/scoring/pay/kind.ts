import type { Expr } from "../../formula/expression";
import type { Lang, Phrase } from "../../words";
import type { ParamSpec, RoleSpec, TableSpec } from "../rule";
import type { RuleUse } from "../scheme";

export interface PayRole extends RoleSpec {
  readonly optional?: boolean;
  /** `component`: the id of an earlier component, whose amounts of other people are read too. */
  readonly reads?: "component";
}

/** What a kind is told when its expression is built. */
export interface Shaping {
  readonly use: RuleUse;
  /** Whether the plan gives this role. */
  readonly has: (role: string) => boolean;
}

/**
 * A way of working out an amount, declared once. Its expression reads roles and parameters by key and tables as vectors
 * `table.column`; the engine evaluates it over columns and the pay sheet prints it as a live formula.
 */
export interface PayKind {
  readonly kind: string;
  readonly name: Phrase;
  readonly roles: readonly PayRole[];
  readonly params: readonly ParamSpec[];
  readonly tables: readonly TableSpec[];
  readonly amount: (shape: Shaping) => Expr;
  readonly describe: (use: RuleUse, lang: Lang) => string;
}

/** Names of everybody's values, for kinds that look at other people. */
export const PEOPLE = {
  name: "person.name",
  unit: "person.unit",
  position: "person.position",
  manager: "person.manager",
  /** The manager's manager. */
  upper: "person.upper",
  all: (column: string) => `all:${column}`,
} as const;

export const POSITIONS = "positions.position";

/** Shown in place of an amount that cannot be worked out yet. */
export const WAITING = "×";

/** A cap that may be left empty, in currency units. */
export const AMOUNT_CAP: ParamSpec = {
  key: "cap",
  label: { "zh-CN": "最高金额", "en-US": "At most" },
  type: "number",
  min: 0,
  optional: true,
};
