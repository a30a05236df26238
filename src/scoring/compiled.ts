import type { Scalar } from "../formula/column";
import type { Expr } from "../formula/expression";
import type { RuleKind } from "./rule";
import type { Indicator, Scheme, Section } from "./scheme";

export interface Derived {
  readonly name: string;
  readonly expr: Expr;
}

export interface CompiledIndicator {
  readonly section: Section;
  readonly indicator: Indicator;
  readonly rule: RuleKind;
  /** The scheme's inputs it reads. */
  readonly inputs: readonly string[];
  /** What people are compared by, absent when it is an input as it stands or nobody is compared. */
  readonly basis?: Derived;
  /** The measured value, absent when it is an input as it stands. */
  readonly measure?: Derived;
  /** Where the measured value is found: a measure or an input. */
  readonly measured: string;
  readonly percent: boolean;
  readonly points: Derived;
}

/** A scheme as expressions, in the order they depend on each other, with the values of its parameters. */
export interface CompiledScheme {
  readonly scheme: Scheme;
  /** Inputs worked out from others, each after those it reads. */
  readonly inputs?: readonly Derived[];
  readonly indicators: readonly CompiledIndicator[];
  /** Empty when there is a single section: the total says it all. */
  readonly sections: readonly (Derived & { readonly section: Section })[];
  readonly total: Derived;
  readonly grade: Derived;
  readonly light: Derived;
  /** Absent when no veto cancels rewards. */
  readonly rewards?: Derived;
  /** Indicators short of full points, for pay; no column of the scorecard. */
  readonly missed: Derived;
  readonly remark: Derived;
  readonly parameters: ReadonlyMap<string, Scalar>;
  readonly vectors: ReadonlyMap<string, readonly Scalar[]>;
}
