import type { Expr } from "./expression";
import { functionSpec } from "./functions";

/** Writes a name as it stands on the sheet: a cell such as `$F12`, a parameter's `'Scheme'!$C$5`, a vector's range. */
export type Resolver = (name: string, kind: "input" | "vector") => string;

const ATOM = 9;

/**
 * The tree as an Excel formula without the leading `=`, in English grammar, with no more brackets than needed.
 *
 * @example printFormula(call("mul", input("w"), call("min", input("a"), 1.2)), (name) => name.toUpperCase()) // "W*MIN(A,1.2)"
 */
export function printFormula(expr: Expr, resolve: Resolver): string {
  return write(expr, resolve).text;
}

interface Written {
  readonly text: string;
  readonly precedence: number;
}

function write(expr: Expr, resolve: Resolver): Written {
  switch (expr.kind) {
    case "number":
      return { text: printNumber(expr.value), precedence: expr.value < 0 ? 6 : ATOM };
    case "text":
      return { text: `"${expr.value.replaceAll('"', '""')}"`, precedence: ATOM };
    case "boolean":
      return { text: expr.value ? "TRUE" : "FALSE", precedence: ATOM };
    case "input":
    case "vector":
      return { text: resolve(expr.name, expr.kind), precedence: ATOM };
    case "call":
      return writeCall(expr, resolve);
  }
}

function writeCall(expr: Expr & { kind: "call" }, resolve: Resolver): Written {
  const { print } = functionSpec(expr.fn);
  const args = expr.args.map((arg) => write(arg, resolve));
  const at = (place: number, least: number): string => {
    const arg = args[place] ?? { text: "", precedence: ATOM };
    return arg.precedence < least ? `(${arg.text})` : arg.text;
  };
  if ("operator" in print) {
    // The right side needs brackets at equal strength too: a-(b-c).
    const text = `${at(0, print.precedence)}${print.operator}${at(1, print.precedence + 1)}`;
    return { text, precedence: print.precedence };
  }
  if ("prefix" in print)
    return { text: `${print.prefix}${at(0, print.precedence + 1)}`, precedence: print.precedence };
  if ("call" in print)
    return { text: `${print.call}(${args.map((arg) => arg.text).join(",")})`, precedence: ATOM };
  const text = print.template.replace(/\{(\d)(?::(\d))?\}/g, (_, place: string, least = "0") =>
    at(Number(place), Number(least)),
  );
  return { text, precedence: print.precedence ?? ATOM };
}

function printNumber(value: number): string {
  return String(value).replace("e+", "E+").replace("e-", "E-");
}
