import { NUMBER, columnOf, kindAt, scalarAt, type Column, type Scalar } from "../../formula/column";
import { evaluate, type Scope } from "../../formula/evaluate";
import type { Expr } from "../../formula/expression";
import type { FunctionName } from "../../formula/functions";
import { say, type Lang } from "../../words";
import { EXPLAIN_WORDS as W } from "./words";

/** One person's values by name, and the lists everybody shares. */
export interface RowValues {
  readonly value: (name: string) => Scalar;
  readonly vector: (name: string) => Column;
  /** Whether a named value reads best in percent. */
  readonly percent: (name: string) => boolean;
}

interface Written {
  readonly text: string;
  /** 1 sums, 2 products, 9 a single thing. */
  readonly strength: number;
}

const ATOM = 9;

/**
 * A calculation as a person would write it down, with the numbers put in: only the branch of each IF that was taken,
 * nothing multiplied by one, nothing added that is not there.
 *
 * @example workings(points, row, "en-US") // "60 × MIN(91.4%, 120%)"
 */
export function workings(expr: Expr, row: RowValues, lang: Lang): string {
  return new Writer(row, lang).write(expr).text;
}

/** What an expression comes to for this person. */
function valueOf(expr: Expr, row: RowValues): Scalar {
  const scope: Scope = { rows: 1, input: (name) => columnOf([row.value(name)]), vector: row.vector };
  return scalarAt(evaluate(expr, scope), 0);
}

/** A value as text: thousands separators, at most four decimals, percents with two. */
export function written(value: Scalar, lang: Lang, percent = false): string {
  if (value === null || value === "") return W.nothing[lang];
  if (typeof value === "object") return value.error;
  if (typeof value !== "number") return String(value);
  return percent
    ? value.toLocaleString(lang, { style: "percent", maximumFractionDigits: 2 })
    : value.toLocaleString(lang, { maximumFractionDigits: 4 });
}

type Call = Expr & { kind: "call" };

class Writer {
  constructor(
    private readonly row: RowValues,
    private readonly lang: Lang,
  ) {}

  write(expr: Expr): Written {
    switch (expr.kind) {
      case "input":
        return this.atom(this.row.value(expr.name), this.row.percent(expr.name));
      case "vector":
        return { text: expr.name, strength: ATOM };
      case "call":
        return WRITERS[expr.fn]?.call(this, expr) ?? this.atom(valueOf(expr, this.row));
      default:
        return this.atom(expr.value);
    }
  }

  atom(value: Scalar, percent = false): Written {
    const text = written(value, this.lang, percent);
    return { text, strength: typeof value === "number" && value < 0 ? 1 : ATOM };
  }

  value(expr: Expr | undefined): Scalar {
    return expr ? valueOf(expr, this.row) : null;
  }

  through(expr: Call, place = 0): Written {
    const arg = expr.args[place];
    return arg ? this.write(arg) : this.atom(null);
  }

  branch(expr: Call): Written {
    const [condition] = expr.args;
    const yes = this.value(condition);
    return this.through(expr, yes === false || yes === 0 || yes === null ? 2 : 1);
  }

  rescued(expr: Call): Written {
    const value = this.value(expr.args[0]);
    return this.through(expr, typeof value === "object" && value !== null ? 1 : 0);
  }

  product(expr: Call): Written {
    const [a, b] = expr.args;
    if (!a || !b) return this.atom(null);
    // “Counts if it is there” times its weight: the weight, or nothing.
    for (const [test, other] of [
      [a, b],
      [b, a],
    ] as const)
      if (test.kind === "call" && test.fn === "isnumber")
        return this.value(test) === true ? this.write(other) : this.atom(0);
    if (this.isOne(a)) return this.write(b);
    if (this.isOne(b)) return this.write(a);
    return this.join(a, b, " × ", 2, 2);
  }

  /** A factor that was worked out as one, such as 100 ÷ 100, says nothing. */
  isOne(expr: Expr): boolean {
    return expr.kind === "call" && expr.fn === "div" && this.value(expr) === 1;
  }

  sum(expr: Call): Written {
    const [a, b] = expr.args;
    if (!a || !b) return this.atom(null);
    const [left, right] = [this.write(a), this.write(b)];
    if (left.text === "0") return right;
    if (right.text === "0") return left;
    return { text: `${left.text} + ${right.text}`, strength: 1 };
  }

  join(a: Expr, b: Expr, sign: string, strength: number, right: number): Written {
    const [first, second] = [this.write(a), this.write(b)];
    const wrap = ({ text, strength: own }: Written, least: number): string =>
      own < least ? `(${text})` : text;
    return { text: `${wrap(first, strength)}${sign}${wrap(second, right)}`, strength };
  }

  binary(expr: Call, sign: string, strength: number): Written {
    const [a, b] = expr.args;
    return a && b ? this.join(a, b, sign, strength, strength + 1) : this.atom(null);
  }

  /** Only what is a number counts, as in the formula. */
  numbers(expr: Call): Written[] {
    return expr.args.filter((arg) => typeof this.value(arg) === "number").map((arg) => this.write(arg));
  }

  many(expr: Call, name: string): Written {
    const parts = this.numbers(expr);
    const [only] = parts;
    if (only && parts.length === 1) return only;
    return { text: `${name}(${parts.map(({ text }) => text).join(", ")})`, strength: ATOM };
  }

  total(expr: Call): Written {
    const parts = this.numbers(expr);
    const [only] = parts;
    if (only && parts.length === 1) return only;
    return parts.length === 0
      ? this.atom(0)
      : { text: parts.map(({ text }) => text).join(" + "), strength: 1 };
  }

  /** Looked up in a table: what was found and in which line of it. */
  looked(expr: Call): Written {
    const [, place] = expr.args;
    const at = this.value(place);
    const found = written(this.value(expr), this.lang);
    return typeof at === "number"
      ? { text: say(W.band, this.lang, { found, n: at }), strength: ATOM }
      : { text: found, strength: ATOM };
  }

  ranked(expr: Call): Written {
    const [, list] = expr.args;
    const of = list?.kind === "vector" ? numbersIn(this.row.vector(list.name)) : 0;
    const n = written(this.value(expr), this.lang);
    return { text: say(W.place, this.lang, { n, of }), strength: ATOM };
  }
}

function numbersIn(list: Column): number {
  return Array.from(list.numbers).filter((_, k) => kindAt(list, k) === NUMBER).length;
}

const WRITERS: Readonly<Partial<Record<FunctionName, (this: Writer, expr: Call) => Written>>> = {
  if: Writer.prototype.branch,
  iferror: Writer.prototype.rescued,
  round: Writer.prototype.through,
  held: Writer.prototype.through,
  mul: Writer.prototype.product,
  add: Writer.prototype.sum,
  sub(expr) {
    return this.binary(expr, " − ", 1);
  },
  div(expr) {
    return this.binary(expr, " ÷ ", 2);
  },
  started(expr) {
    return { text: `⌈${this.through(expr).text}⌉`, strength: ATOM };
  },
  min(expr) {
    return this.many(expr, "MIN");
  },
  max(expr) {
    return this.many(expr, "MAX");
  },
  average(expr) {
    return this.many(expr, "AVERAGE");
  },
  sum: Writer.prototype.total,
  item: Writer.prototype.looked,
  rank: Writer.prototype.ranked,
};

/** The row of a set of columns in plain form; names without a column are blank. */
export function rowOf(columns: ReadonlyMap<string, Column>, row: number): (name: string) => Scalar {
  return (name) => {
    const column = columns.get(name);
    return column ? scalarAt(column, row) : null;
  };
}
