import { room } from "./buffers";
import { allFinite } from "./kernels/arguments";
import { addAll } from "./kernels/fold";
import {
  BOOLEAN,
  ERROR,
  NUMBER,
  TEXT,
  isConstant,
  kindAt,
  numberAt,
  numberColumn,
  textAt,
  wordColumn,
  type Column,
} from "./column";
import { staysFinite } from "./chain";
import type { Expr } from "./expression";
import { functionSpec } from "./functions";
import { planOf, type CallPlan, type Plan, type Step } from "./plan";
import { foundRange, rangeBetween, risingRange } from "./range";
import { lookUpPassed } from "./thresholds";

/** Where names get their values. Inputs give a column of `rows` values or of one; vectors a column of their own length. */
export interface Scope {
  readonly rows: number;
  readonly input: (name: string) => Column;
  readonly vector: (name: string) => Column;
}

const plans = new WeakMap<Expr, Plan>();

/**
 * The tree's value in every row, column by column, as Excel would calculate it. The result has one row for each of
 * the scope's, or a single one when nothing in it varies.
 *
 * @throws whatever the scope throws for a name it does not know
 */
export function evaluate(expr: Expr, scope: Scope): Column {
  let plan = plans.get(expr);
  if (!plan) {
    plan = planOf(expr);
    plans.set(expr, plan);
  }
  return runPlan(plan, scope);
}

/** The value of a planned tree; see {@link evaluate}. */
export function runPlan(plan: Plan, scope: Scope): Column {
  switch (plan.kind) {
    case "known":
      return plan.column;
    case "input":
      return scope.input(plan.name);
    case "vector":
      return scope.vector(plan.name);
    case "chain":
      return chained(plan, scope);
    case "added":
      return summed(plan, scope);
    case "banded":
      return banded(plan, scope);
    case "call":
      if (plan.fn === "if") return branch(plan, scope);
      if (plan.fn === "iferror") return rescued(plan, scope);
      return plan.evaluate(
        plan.args.map((arg) => runPlan(arg, scope)),
        scope.rows,
        plan.cells,
      );
  }
}

type PlanOf<K extends Plan["kind"]> = Extract<Plan, { readonly kind: K }>;

function chained({ of, links, passes, steps }: PlanOf<"chain">, scope: Scope): Column {
  const column = runPlan(of, scope);
  const range = isConstant(column) ? undefined : foundRange(column);
  if (!range || !staysFinite(links, range.low) || !staysFinite(links, range.high))
    return stepByStep(column, steps, scope);
  if (passes.length === 0) return column;
  const ends = Float64Array.of(range.low, range.high);
  const out = room(column.numbers.length);
  let { numbers } = column;
  for (const pass of passes) {
    pass(numbers, out);
    pass(ends, ends);
    numbers = out;
  }
  return numberColumn(out, rangeBetween(ends[0] ?? 0, ends[1] ?? 0));
}

function stepByStep(column: Column, steps: readonly Step[], scope: Scope): Column {
  return steps.reduce(
    (value, { evaluate: apply, args, cells }) =>
      apply(
        args.map((arg) => arg ?? value),
        scope.rows,
        cells,
      ),
    column,
  );
}

const ADD = functionSpec("add");

function summed({ args }: PlanOf<"added">, scope: Scope): Column {
  const columns = args.map((arg) => runPlan(arg, scope));
  const plain = columns.every((column) => column.kinds === NUMBER && !isConstant(column));
  if (plain) {
    const range = risingRange((...values) => values.reduce((sum, value) => sum + value), columns);
    const out = room(scope.rows);
    addAll(columns, out);
    if (range ?? allFinite(out)) return numberColumn(out, range);
  }
  return columns.reduce((sum, column) => ADD.evaluate([sum, column], scope.rows, []));
}

function banded({ of, thresholds, table, steps }: PlanOf<"banded">, scope: Scope): Column {
  const column = runPlan(of, scope);
  const { kinds, words, texts } = table;
  if (column.kinds !== NUMBER || isConstant(column) || (kinds !== NUMBER && kinds !== TEXT))
    return stepByStep(column, steps, scope);
  const out = room(column.numbers.length);
  const places = kinds === TEXT && !words ? table.numbers.map((_, place) => place) : table.numbers;
  lookUpPassed(thresholds, places, column.numbers, out);
  return kinds === NUMBER ? numberColumn(out, foundRange(table)) : wordColumn(out, words ?? texts);
}

/**
 * IF asks first and then works out each branch only for the rows that take it: what is rare, such as the sentence about
 * missing data, costs little however many people there are.
 */
function branch(plan: CallPlan, scope: Scope): Column {
  const [test, then, otherwise] = plan.args;
  if (!test || !then || !otherwise) throw new RangeError("IF has three arguments");
  const condition = runPlan(test, scope);
  const uniform = condition.kinds === NUMBER || condition.kinds === BOOLEAN;
  const known = isNumber(then) && isNumber(otherwise) && !isConstant(condition);
  const taken = uniform && !known ? rowsTaking(condition) : undefined;
  if (taken?.all === true) return runPlan(then, scope);
  if (taken?.all === false) return runPlan(otherwise, scope);
  const [yes, no] = taken
    ? [inRows(then, taken.yes, scope), inRows(otherwise, taken.no, scope)]
    : [runPlan(then, scope), runPlan(otherwise, scope)];
  return plan.evaluate([condition, yes, no], scope.rows, []);
}

const isNumber = (plan: Plan): boolean => plan.kind === "known" && plan.column.kinds === NUMBER;

/** IFERROR works out what stands in for errors only where there are any. */
function rescued(plan: CallPlan, scope: Scope): Column {
  const [value, otherwise] = plan.args;
  if (!value || !otherwise) throw new RangeError("IFERROR has two arguments");
  const column = runPlan(value, scope);
  if (typeof column.kinds === "number" ? column.kinds !== ERROR : !column.kinds.includes(ERROR))
    return column;
  return plan.evaluate([column, runPlan(otherwise, scope)], scope.rows, []);
}

interface Taken {
  /** Set when every row goes the same way. */
  readonly all?: boolean;
  /** The rows of a side few take; undefined when it is cheaper to work out all of them. */
  readonly yes?: readonly number[];
  readonly no?: readonly number[];
}

function rowsTaking({ numbers }: Column): Taken {
  let count = 0;
  for (let i = 0; i < numbers.length; i += 1) count += Number(numbers[i] !== 0);
  if (count === 0 || count === numbers.length) return { all: count > 0 };
  const list = (taken: boolean): number[] => {
    const rows: number[] = [];
    for (let i = 0; i < numbers.length; i += 1) if ((numbers[i] !== 0) === taken) rows.push(i);
    return rows;
  };
  const few = numbers.length / 3;
  return {
    ...(count <= few && { yes: list(true) }),
    ...(numbers.length - count <= few && { no: list(false) }),
  };
}

/** The branch in the rows that take it; other rows hold whatever comes cheapest. */
function inRows(plan: Plan, rows: readonly number[] | undefined, scope: Scope): Column {
  if (!rows || plan.kind === "known" || plan.kind === "input" || plan.kind === "vector")
    return runPlan(plan, scope);
  const gathered = new Map<string, Column>();
  const narrow: Scope = {
    rows: rows.length,
    input: (name) => {
      const known = gathered.get(name);
      if (known) return known;
      const column = gather(scope.input(name), rows);
      gathered.set(name, column);
      return column;
    },
    vector: scope.vector,
  };
  return scatter(runPlan(plan, narrow), rows, scope.rows);
}

function gather(column: Column, rows: readonly number[]): Column {
  if (isConstant(column)) return column;
  const { kinds } = column;
  return {
    numbers: Float64Array.from(rows, (row) => column.numbers[row] ?? 0),
    kinds: typeof kinds === "number" ? kinds : Uint8Array.from(rows, (row) => kinds[row] ?? 0),
    texts: column.texts.length === 0 ? column.texts : rows.map((row) => textAt(column, row)),
    ...(column.words && { words: column.words }),
  };
}

function scatter(column: Column, rows: readonly number[], length: number): Column {
  if (isConstant(column) && rows.length !== 1) return column;
  const numbers = new Float64Array(length);
  const kinds = new Uint8Array(length);
  const texts: string[] = [];
  const worded = column.texts.length > 0 || column.words !== undefined;
  rows.forEach((row, i) => {
    numbers[row] = numberAt(column, i);
    kinds[row] = kindAt(column, i);
    if (worded) texts[row] = textAt(column, i);
  });
  return {
    numbers,
    kinds: typeof column.kinds === "number" && column.kinds === NUMBER ? NUMBER : kinds,
    texts,
  };
}
