import { BLANK, NUMBER, columnOf, constant, isConstant, numberAt, type Column, type Kind } from "./column";
import { canLink, stagesOf, type Link } from "./chain";
import type { Expr } from "./expression";
import { functionSpec, type FunctionName } from "./functions";
import type { EvaluateColumns } from "./kernels/arguments";
import { thresholdsOf, type Thresholds } from "./thresholds";
import { passOf, type Pass } from "./stages";

/** A function applied to a column and values known beforehand; the column goes where there is none. */
export interface Step {
  readonly evaluate: EvaluateColumns;
  readonly args: readonly (Column | undefined)[];
  readonly cells: readonly boolean[];
}

/**
 * How a tree is worked out: what is known beforehand worked out already, and steps that go well together gathered. Each
 * gathered node keeps its single steps for rows that are not plain numbers.
 */
export type Plan =
  | { readonly kind: "known"; readonly column: Column }
  | { readonly kind: "input" | "vector"; readonly name: string }
  | CallPlan
  /** Arithmetic with fixed numbers. */
  | {
      readonly kind: "chain";
      readonly of: Plan;
      readonly links: readonly Link[];
      readonly passes: readonly Pass[];
      readonly steps: readonly Step[];
    }
  /** Columns added from the left. */
  | { readonly kind: "added"; readonly args: readonly Plan[] }
  /** What follows from how many bounds a value has passed, by that number. */
  | {
      readonly kind: "banded";
      readonly of: Plan;
      readonly thresholds: Thresholds;
      readonly table: Column;
      readonly steps: readonly Step[];
    };

export interface CallPlan {
  readonly kind: "call";
  readonly fn: FunctionName;
  readonly evaluate: EvaluateColumns;
  readonly args: readonly Plan[];
  /** Which arguments are references: Excel treats what stands in a cell and what was just computed differently. */
  readonly cells: readonly boolean[];
}

/** Values that do not change from run to run. */
export interface Known {
  readonly input: (name: string) => Column | undefined;
  readonly vector: (name: string) => Column | undefined;
}

const NOTHING: Known = { input: () => undefined, vector: () => undefined };

/** The plan of a tree, made once and run as often as one likes. */
export function planOf(expr: Expr, known: Known = NOTHING): Plan {
  switch (expr.kind) {
    case "input":
    case "vector": {
      const column = known[expr.kind](expr.name);
      return column ? { kind: "known", column } : expr;
    }
    case "call":
      return callPlan(
        expr.fn,
        expr.args.map((arg) => planOf(arg, known)),
        expr.args.map((arg) => arg.kind === "input"),
      );
    default:
      return { kind: "known", column: constant(expr.value) };
  }
}

function callPlan(fn: FunctionName, args: readonly Plan[], cells: readonly boolean[]): Plan {
  const { evaluate } = functionSpec(fn);
  const columns = args.map((arg) => (arg.kind === "known" ? arg.column : undefined));
  const places = columns.flatMap((column, place) => (column ? [] : [place]));
  const [place] = places;
  if (place === undefined) {
    const all = columns.flatMap((column) => column ?? []);
    return { kind: "known", column: evaluate(all, 1, cells) };
  }
  const only = places.length === 1 ? args[place] : undefined;
  const step: Step = { evaluate, args: columns, cells };
  return (
    (fn === "if" ? branchTaken(args) : undefined) ??
    (only && fn !== "if" && fn !== "iferror"
      ? (banded(fn, only, place, step) ?? chain(fn, only, place, step))
      : undefined) ??
    (fn === "add" ? added(args) : undefined) ?? { kind: "call", fn, evaluate, args, cells }
  );
}

/** The branch of an IF whose answer is known beforehand. */
function branchTaken([test, then, otherwise]: readonly Plan[]): Plan | undefined {
  if (test?.kind !== "known") return undefined;
  const { kinds } = test.column;
  if (typeof kinds !== "number" || !ANSWERS.has(kinds)) return undefined;
  return numberAt(test.column, 0) === 0 ? otherwise : then;
}

const ANSWERS: ReadonlySet<Kind> = new Set<Kind>([NUMBER, BLANK, 3]);

function added([left, right]: readonly Plan[]): Plan | undefined {
  if (!left || !right || left.kind === "known" || right.kind === "known") return undefined;
  return { kind: "added", args: left.kind === "added" ? [...left.args, right] : [left, right] };
}

function chain(fn: FunctionName, of: Plan, place: number, step: Step): Plan | undefined {
  const link = linkOf(fn, place, step);
  if (!link || !canLink(link)) return undefined;
  const links = of.kind === "chain" ? [...of.links, link] : [link];
  const steps = of.kind === "chain" ? [...of.steps, step] : [step];
  return {
    kind: "chain",
    of: of.kind === "chain" ? of.of : of,
    links,
    passes: stagesOf(links).map(passOf),
    steps,
  };
}

/** The step as one with a single fixed number. MIN and MAX pass over empty cells. */
function linkOf(fn: FunctionName, place: number, { args, cells }: Step): Link | undefined {
  const fixed = args.flatMap((column, k) => {
    const passedOver = (fn === "min" || fn === "max") && column?.kinds === BLANK && cells[k] === true;
    return column && !passedOver ? [{ column, before: k < place }] : [];
  });
  const [one] = fixed;
  if (!one) return { fn, before: false };
  if (fixed.length > 1 || one.column.kinds !== NUMBER || !isConstant(one.column)) return undefined;
  return { fn, constant: numberAt(one.column, 0), before: one.before };
}

function banded(fn: FunctionName, of: Plan, place: number, step: Step): Plan | undefined {
  if (of.kind === "banded") {
    const { table } = of;
    const args = step.args.map((column) => column ?? table);
    const next = step.evaluate(args, table.numbers.length, step.cells);
    return { ...of, table: spread(next, table.numbers.length), steps: [...of.steps, step] };
  }
  if (fn !== "passed" || place !== 0) return undefined;
  const [, bounds, sides] = step.args;
  const thresholds = bounds && sides && thresholdsOf(bounds, sides);
  if (!thresholds || thresholds.bounds.length === 0) return undefined;
  const table = columnOf(Array.from({ length: thresholds.bounds.length + 1 }, (_, count) => count));
  return { kind: "banded", of, thresholds, table, steps: [step] };
}

/** A single value written out for each of so many rows. */
function spread(column: Column, length: number): Column {
  if (!isConstant(column)) return column;
  const { kinds } = column;
  return {
    numbers: new Float64Array(length).fill(numberAt(column, 0)),
    kinds: typeof kinds === "number" ? kinds : new Uint8Array(length).fill(kinds[0] ?? 0),
    texts: column.texts.length === 0 ? column.texts : new Array<string>(length).fill(column.texts[0] ?? ""),
    ...(column.words && { words: column.words }),
  };
}
