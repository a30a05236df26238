import { Buffers, within } from "../formula/buffers";
import { TEXT, columnOf, isConstant, textAt, type Column, type Kind, type Scalar } from "../formula/column";
import { evaluate, type Scope } from "../formula/evaluate";
import type { Expr } from "../formula/expression";

/** Rows worked out at a time: a scheme's columns of one block fit a processor's cache. */
export const BLOCK = 2048;

interface Step {
  readonly name: string;
  readonly expr: Expr;
}

/** What the steps read besides each other. */
export interface Sources {
  readonly rows: number;
  /** By name, one cell a row. */
  readonly lists: ReadonlyMap<string, readonly Scalar[]>;
  /** By name, the same for every row. */
  readonly constants: ReadonlyMap<string, Column>;
  /** By name, columns of their own length. */
  readonly vectors: ReadonlyMap<string, Column>;
}

/**
 * Works out steps that may look at everybody's values, as vectors named `everybody` and the column's name.
 *
 * @returns lists, constants and steps
 */
export function evaluateWhole(
  steps: readonly Step[],
  { rows, lists, constants, vectors }: Sources,
  everybody: string,
): Map<string, Column> {
  const columns = new Map(constants);
  for (const [name, cells] of lists) columns.set(name, columnOf(cells, 0, rows));
  const scope: Scope = {
    rows,
    input: (name) => known(columns, name),
    vector: (name) =>
      name.startsWith(everybody) ? known(columns, name.slice(everybody.length)) : known(vectors, name),
  };
  for (const { name, expr } of steps) columns.set(name, evaluate(expr, scope));
  return columns;
}

/**
 * Works out steps in which every row looks at itself alone, block by block.
 *
 * @param steps each reads lists, constants, vectors and steps before it
 * @param wanted the columns to hand back; the others are forgotten with their block
 */
export function evaluateInBlocks(
  steps: readonly Step[],
  { rows, lists, constants, vectors }: Sources,
  wanted: ReadonlySet<string>,
): Map<string, Column> {
  const columns = new Map(constants);
  const whole = new Map([...wanted].map((name) => [name, new WholeColumn(rows)]));
  let buffers = new Buffers(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    if (to - from < BLOCK) buffers = new Buffers(to - from);
    buffers.takeBack(0);
    const scope: Scope = {
      rows: to - from,
      input: (name) => known(columns, name),
      vector: (name) => known(vectors, name),
    };
    for (const [name, cells] of lists)
      columns.set(
        name,
        within(buffers, () => columnOf(cells, from, to)),
      );
    for (const { name, expr } of steps)
      columns.set(
        name,
        within(buffers, () => evaluate(expr, scope)),
      );
    for (const [name, column] of whole) column.put(from, to, known(columns, name));
  }
  return new Map([...whole].map(([name, column]) => [name, column.done()]));
}

/** A column put together from the blocks of its rows. */
class WholeColumn {
  private readonly numbers: Float64Array;
  private kinds: Kind | Uint8Array = TEXT;
  private texts: string[] = [];

  constructor(private readonly rows: number) {
    this.numbers = new Float64Array(rows);
  }

  put(from: number, to: number, block: Column): void {
    const still = isConstant(block);
    if (still) this.numbers.fill(block.numbers[0] ?? 0, from, to);
    else this.numbers.set(block.numbers, from);
    this.putKinds(
      from,
      to,
      still && typeof block.kinds !== "number" ? (block.kinds[0] as Kind) : block.kinds,
    );
    // Empty texts are not written down: what is missing reads as empty.
    if (block.texts.length === 0 || (still && textAt(block, 0) === "")) return;
    if (this.texts.length === 0) this.texts = new Array<string>(this.rows).fill("");
    for (let row = from; row < to; row += 1) this.texts[row] = textAt(block, row - from);
  }

  done(): Column {
    return { numbers: this.numbers, kinds: this.kinds, texts: this.texts };
  }

  /** The mask is made only once two kinds have met. */
  private putKinds(from: number, to: number, kinds: Kind | Uint8Array): void {
    if (from === 0 && typeof kinds === "number") this.kinds = kinds;
    if (this.kinds === kinds) return;
    if (typeof this.kinds !== "object") this.kinds = new Uint8Array(this.rows).fill(this.kinds);
    if (typeof kinds === "number") this.kinds.fill(kinds, from, to);
    else this.kinds.set(kinds, from);
  }
}

export function known(columns: ReadonlyMap<string, Column>, name: string): Column {
  const column = columns.get(name);
  if (!column) throw new RangeError(`Nothing is called “${name}”`);
  return column;
}
