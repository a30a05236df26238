import {
  BOOLEAN,
  ERROR,
  NUMBER,
  constant,
  isConstant,
  kindAt,
  numberAt,
  textAt,
  type Column,
} from "./column";
import type { Expr } from "./expression";
import { functionSpec } from "./functions";

/** Where names get their values. Inputs give a column of `rows` values or of one; vectors a column of their own length. */
export interface Scope {
  readonly rows: number;
  readonly input: (name: string) => Column;
  readonly vector: (name: string) => Column;
}

/**
 * The tree's value in every row, column by column, as Excel would calculate it. The result has one row for each of
 * the scope's, or a single one when nothing in it varies.
 *
 * @throws whatever the scope throws for a name it does not know
 */
export function evaluate(expr: Expr, scope: Scope): Column {
  switch (expr.kind) {
    case "input":
      return scope.input(expr.name);
    case "vector":
      return scope.vector(expr.name);
    case "call":
      if (expr.fn === "if") return branch(expr, scope);
      if (expr.fn === "iferror") return rescued(expr, scope);
      return functionSpec(expr.fn).evaluate(
        expr.args.map((arg) => evaluate(arg, scope)),
        scope.rows,
        expr.args.map(isInput),
      );
    default:
      return literal(expr);
  }
}

const isInput = (arg: Expr): boolean => arg.kind === "input";

type Literal = Exclude<Expr, { readonly kind: "input" | "vector" | "call" }>;

/** Columns are never changed once made, so a number or word in a formula needs making one only once. */
const literals = new WeakMap<Literal, Column>();

function literal(expr: Literal): Column {
  const known = literals.get(expr);
  if (known) return known;
  const column = constant(expr.value);
  literals.set(expr, column);
  return column;
}

type Call = Expr & { readonly kind: "call" };

/**
 * IF asks first and then works out each branch only for the rows that take it: what is rare, such as the sentence about
 * missing data, costs little however many people there are.
 */
function branch(expr: Call, scope: Scope): Column {
  const [test, then, otherwise] = expr.args;
  if (!test || !then || !otherwise) throw new RangeError("IF has three arguments");
  const condition = evaluate(test, scope);
  const uniform = condition.kinds === NUMBER || condition.kinds === BOOLEAN;
  const taken = uniform ? rowsTaking(condition) : undefined;
  if (taken?.all === true) return evaluate(then, scope);
  if (taken?.all === false) return evaluate(otherwise, scope);
  const choose = functionSpec("if");
  if (!taken)
    return choose.evaluate([condition, evaluate(then, scope), evaluate(otherwise, scope)], scope.rows, []);
  const [yes, no] = [inRows(then, taken.yes, scope), inRows(otherwise, taken.no, scope)];
  return choose.evaluate([condition, yes, no], scope.rows, []);
}

/** IFERROR works out what stands in for errors only where there are any. */
function rescued(expr: Call, scope: Scope): Column {
  const [value, otherwise] = expr.args;
  if (!value || !otherwise) throw new RangeError("IFERROR has two arguments");
  const column = evaluate(value, scope);
  if (typeof column.kinds === "number" ? column.kinds !== ERROR : !column.kinds.includes(ERROR))
    return column;
  return functionSpec("iferror").evaluate([column, evaluate(otherwise, scope)], scope.rows, []);
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
  for (let i = 0; i < numbers.length; i += 1) if (numbers[i] !== 0) count += 1;
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
function inRows(expr: Expr, rows: readonly number[] | undefined, scope: Scope): Column {
  if (expr.kind !== "call" || !rows) return evaluate(expr, scope);
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
  return scatter(evaluate(expr, narrow), rows, scope.rows);
}

function gather(column: Column, rows: readonly number[]): Column {
  if (isConstant(column)) return column;
  const { kinds } = column;
  return {
    numbers: Float64Array.from(rows, (row) => column.numbers[row] ?? 0),
    kinds: typeof kinds === "number" ? kinds : Uint8Array.from(rows, (row) => kinds[row] ?? 0),
    texts: column.texts.length === 0 ? column.texts : rows.map((row) => textAt(column, row)),
  };
}

function scatter(column: Column, rows: readonly number[], length: number): Column {
  if (isConstant(column) && rows.length !== 1) return column;
  const numbers = new Float64Array(length);
  const kinds = new Uint8Array(length);
  const texts: string[] = [];
  rows.forEach((row, i) => {
    numbers[row] = numberAt(column, i);
    kinds[row] = kindAt(column, i);
    if (column.texts.length > 0) texts[row] = textAt(column, i);
  });
  return {
    numbers,
    kinds: typeof column.kinds === "number" && column.kinds === NUMBER ? NUMBER : kinds,
    texts,
  };
}
