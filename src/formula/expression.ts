import type { FunctionName } from "./functions";

/**
 * One small tree for everything that is computed: the engine evaluates it over columns ({@link evaluate}), sheets
 * print it as a live formula ({@link printFormula}). Names are resolved by whoever evaluates or prints.
 */
export type Expr =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** A named value: one for each row (a column), or one for all (a parameter). */
  | { readonly kind: "input"; readonly name: string }
  /** A small named list, such as the bounds of bands. */
  | { readonly kind: "vector"; readonly name: string }
  | { readonly kind: "call"; readonly fn: FunctionName; readonly args: readonly Expr[] };

/** What builders accept: a plain value stands for itself. */
export type Operand = Expr | number | boolean;

export const text = (value: string): Expr => ({ kind: "text", value });
export const input = (name: string): Expr => ({ kind: "input", name });
export const vector = (name: string): Expr => ({ kind: "vector", name });
export const lit = (value: Operand): Expr =>
  typeof value === "number"
    ? { kind: "number", value }
    : typeof value === "boolean"
      ? { kind: "boolean", value }
      : value;

/** @example call("min", input("attainment"), 1.2) */
export function call(fn: FunctionName, ...args: readonly Operand[]): Expr {
  return { kind: "call", fn, args: args.map(lit) };
}

/** Every input the tree reads, in order of first use. */
export function inputsOf(expr: Expr): string[] {
  return [...new Set(leaves(expr).flatMap((leaf) => (leaf.kind === "input" ? [leaf.name] : [])))];
}

/** Whether the tree reads a vector of which `holds` is true; asked before every run, so without making lists. */
export function readsVector(expr: Expr, holds: (name: string) => boolean): boolean {
  if (expr.kind === "vector") return holds(expr.name);
  return expr.kind === "call" && expr.args.some((arg) => readsVector(arg, holds));
}

/** The tree with inputs and vectors replaced where `replace` gives something else for them. */
export function substitute(
  expr: Expr,
  replace: (leaf: Expr & { kind: "input" | "vector" }) => Expr | undefined,
): Expr {
  if (expr.kind === "input" || expr.kind === "vector") return replace(expr) ?? expr;
  if (expr.kind !== "call") return expr;
  return { ...expr, args: expr.args.map((arg) => substitute(arg, replace)) };
}

function leaves(expr: Expr): Expr[] {
  return expr.kind === "call" ? expr.args.flatMap(leaves) : [expr];
}
