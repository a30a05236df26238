import { Buffers, within } from "../formula/buffers";
import {
  TEXT,
  columnOf,
  isConstant,
  textAt,
  wordColumn,
  type Column,
  type Kind,
  type Scalar,
} from "../formula/column";
import { runPlan, type Scope } from "../formula/evaluate";
import { inputsOf, type Expr } from "../formula/expression";
import { planOf, type Known, type Plan } from "../formula/plan";

/** Rows worked out at a time: a scheme's columns of one block fit a processor's cache. */
export const BLOCK = 2048;

interface Step {
  readonly name: string;
  readonly expr: Expr;
}

export interface PlannedStep {
  readonly name: string;
  readonly plan: Plan;
  /** The lists and steps it reads; others' values were known when it was planned. */
  readonly reads: readonly string[];
}

/** What does not change from one team to the next, by name. */
export interface Fixed {
  /** The same for every row. */
  readonly constants: ReadonlyMap<string, Column>;
  /** Columns of their own length. */
  readonly vectors: ReadonlyMap<string, Column>;
}

/** What the steps read besides each other and what is fixed. */
export interface Sources {
  readonly rows: number;
  /** By name, one cell a row, or a single one for all. */
  readonly lists: ReadonlyMap<string, readonly Scalar[]>;
  /** Lists that have been laid out already, by name. */
  readonly laidOut?: ReadonlyMap<string, LaidOut>;
}

/** A list as columns of {@link BLOCK} rows each, the last one shorter. */
export type LaidOut = readonly Column[];

/** Reads a list of so many rows once for several runs. */
export function layOut(cells: readonly Scalar[], rows: number): LaidOut {
  return Array.from({ length: Math.ceil(rows / BLOCK) }, (_, block) =>
    columnOf(cells, block * BLOCK, Math.min(rows, (block + 1) * BLOCK)),
  );
}

/** Lent to one run at a time; a scheme's columns of one block take a megabyte or two. */
let spare: Buffers | undefined;

/**
 * The steps with everything worked out that does not depend on the lists.
 *
 * @param steps each reads lists, what is fixed and steps before it
 */
export function planSteps(steps: readonly Step[], { constants, vectors }: Fixed): PlannedStep[] {
  const known: Known = { input: (name) => constants.get(name), vector: (name) => vectors.get(name) };
  return steps.map(({ name, expr }) => ({
    name,
    plan: planOf(expr, known),
    reads: inputsOf(expr).filter((read) => !constants.has(read)),
  }));
}

/**
 * Works out steps that may look at everybody's values, as vectors named `everybody` and the column's name.
 *
 * @returns lists, constants and steps
 */
export function evaluateWhole(
  steps: readonly PlannedStep[],
  { rows, lists }: Sources,
  { constants, vectors }: Fixed,
  everybody: string,
): Map<string, Column> {
  const columns = new Map(constants);
  for (const [name, cells] of lists) columns.set(name, columnOf(cells, 0, cells.length > 1 ? rows : 1));
  const scope: Scope = {
    rows,
    input: (name) => known(columns, name),
    vector: (name) =>
      name.startsWith(everybody) ? known(columns, name.slice(everybody.length)) : known(vectors, name),
  };
  for (const { name, plan } of steps) columns.set(name, runPlan(plan, scope));
  return columns;
}

/**
 * Works out steps in which every row looks at itself alone, block by block.
 *
 * @param wanted the columns to hand back; what none of them needs is not worked out, the others are forgotten with
 * their block
 */
export function evaluateInBlocks(
  steps: readonly PlannedStep[],
  { rows, lists, laidOut }: Sources,
  { constants, vectors }: Fixed,
  wanted: ReadonlySet<string>,
): Map<string, Column> {
  const columns = new Map(constants);
  const whole = new Map([...wanted].map((name) => [name, new WholeColumn(rows)]));
  const needed = neededFor(wanted, steps);
  const work = steps.filter(({ name }) => needed.has(name));
  const read = [...lists].filter(([name]) => needed.has(name));
  for (const [name, cells] of read) if (cells.length <= 1) columns.set(name, columnOf([cells[0] ?? null]));
  const long = read.filter(([, cells]) => cells.length > 1);
  const full = spare ?? new Buffers(BLOCK);
  spare = undefined;
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    const buffers = to - from < BLOCK ? full.shortened(to - from) : full;
    buffers.takeBack(0);
    const scope: Scope = {
      rows: to - from,
      input: (name) => known(columns, name),
      vector: (name) => known(vectors, name),
    };
    for (const [name, cells] of long)
      columns.set(
        name,
        laidOut?.get(name)?.[from / BLOCK] ?? within(buffers, () => columnOf(cells, from, to)),
      );
    for (const { name, plan } of work)
      columns.set(
        name,
        within(buffers, () => runPlan(plan, scope)),
      );
    for (const [name, column] of whole) column.put(from, to, known(columns, name));
  }
  spare = full;
  return new Map([...whole].map(([name, column]) => [name, column.done()]));
}

/** The wanted names and all they are worked out from. */
function neededFor(wanted: ReadonlySet<string>, steps: readonly PlannedStep[]): Set<string> {
  const needed = new Set(wanted);
  for (const { name, reads } of [...steps].reverse())
    if (needed.has(name)) for (const read of reads) needed.add(read);
  return needed;
}

/** A column put together from the blocks of its rows. */
class WholeColumn {
  private readonly numbers: Float64Array;
  private kinds: Kind | Uint8Array = TEXT;
  private texts: string[] = [];
  /** As long as every block's words are the same, places in that list do. */
  private words: readonly string[] | undefined;

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
    if (from === 0) this.words = block.words;
    if (block.words && block.words === this.words) return;
    if (this.words) this.spell(from);
    // Empty texts are not written down: what is missing reads as empty.
    if ((block.texts.length === 0 && !block.words) || (still && textAt(block, 0) === "")) return;
    if (this.texts.length === 0) this.texts = new Array<string>(this.rows).fill("");
    for (let row = from; row < to; row += 1) this.texts[row] = textAt(block, row - from);
  }

  done(): Column {
    const { numbers, kinds, texts, words } = this;
    return words ? wordColumn(numbers, words) : { numbers, kinds, texts };
  }

  /** Writes out the words of the rows before `to`. */
  private spell(to: number): void {
    const { numbers, words = [] } = this;
    this.words = undefined;
    this.texts = Array.from({ length: this.rows }, (_, row) =>
      row < to ? (words[numbers[row] ?? 0] ?? "") : "",
    );
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
