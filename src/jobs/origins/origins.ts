import { readFormulas } from "../../excel/read/readFormulas";
import { readGrids } from "../../excel/read/read";
import { cellRef, columnIndex, type ParsedRange } from "../../formula/references";
import type { ExplainStep } from "../../scoring/explain/step";
import { written } from "../../scoring/explain/workings";
import type { Scored } from "../../sheets/analysis/readScored";
import { say, type Lang } from "../../words";
import { fromA1 } from "../evaluation/scored";
import type { Surveyed } from "../read/survey";
import { ledgerSteps, tableSteps } from "./ownData";
import { matchedIn, wordCell, type Cell } from "./matched";
import { passesOn, referencesIn, unguarded } from "./references";
import { ORIGIN_WORDS as W } from "./words";

type Value = string | number | boolean | null;
interface Tab {
  readonly formulas: readonly (readonly (string | number | boolean)[])[];
  readonly values: readonly (readonly Value[])[];
}
/** Links followed from the scorecard before a chain is left alone, and cells of a range that are listed. */
const DEEPEST = 4;
const MOST_CELLS = 12;

export interface OriginOptions {
  readonly lang: Lang;
  /** What was read of people's own sheets; without it chains end where the pages do. */
  readonly surveyed?: Surveyed;
  readonly signal?: AbortSignal;
}

/**
 * Where a person's inputs came from: from the scorecard's cell along the formulas to where a figure was typed, and on
 * to the ledger's rows or the cell of a table it was read from.
 *
 * @returns by input id, the steps below the input; none where the figure was typed on the scorecard itself
 */
export async function findOrigins(
  scored: Scored,
  person: number,
  options: OriginOptions,
): Promise<(input: string) => readonly ExplainStep[]> {
  const { layout, scheme } = scored;
  const cellOf = (input: string): Cell => ({
    sheet: layout.sheet,
    row: layout.firstRow - 1 + person,
    column: columnIndex(layout.columns.get(input) ?? "A"),
  });
  const typed = scheme.inputs.filter(({ id, formula }) => formula === undefined && layout.columns.has(id));
  const tabs = await readChains(
    typed.map(({ id }) => cellOf(id)),
    options.signal,
  );
  const tracer = new Tracer(tabs, options.lang);
  return (input) => {
    const given = typed.find(({ id }) => id === input);
    if (!given) return [];
    const own = tracer.below(cellOf(input), 0);
    const value = scored.people.inputs.get(input)?.[person] ?? null;
    const who = { name: scored.people.names[person] ?? "", unit: scored.people.units[person] ?? "" };
    const period = scored.people.periods?.[person];
    const source = options.surveyed
      ? [
          ...ledgerSteps(options.surveyed, given.id, who, value, options.lang),
          ...tableSteps(
            options.surveyed,
            given,
            { ...who, ...(period !== undefined && { period }) },
            value,
            options.lang,
          ),
        ]
      : [];
    return [...own, ...source];
  };
}

/** The sheets that the cells' formulas lead to, as far as they are followed. */
async function readChains(from: readonly Cell[], signal?: AbortSignal): Promise<ReadonlyMap<string, Tab>> {
  const tabs = new Map<string, Tab>();
  let wanted = [...new Set(from.map(({ sheet }) => sheet))];
  let cells: readonly Cell[] = from;
  for (let depth = 0; depth <= DEEPEST && cells.length > 0; depth += 1) {
    const unread = wanted.filter((sheet) => !tabs.has(sheet));
    if (unread.length > 0) {
      const formulas = await readFormulas(unread, signal ? { signal } : {});
      const grids = await readGrids({ sheets: unread, ...(signal ? { signal } : {}) });
      for (const sheet of unread) {
        const grid = grids.find((one) => one.sheet === sheet);
        tabs.set(sheet, { formulas: formulas.get(sheet) ?? [], values: grid ? fromA1(grid) : [] });
      }
    }
    const next = cells.flatMap((cell) => linksOf(tabs, cell).flatMap(cellsIn));
    wanted = [...new Set(next.map(({ sheet }) => sheet))];
    cells = next;
  }
  return tabs;
}

function linksOf(
  tabs: ReadonlyMap<string, Tab>,
  { sheet, row, column }: Cell,
): ReturnType<typeof referencesIn> {
  const formula = tabs.get(sheet)?.formulas[row]?.[column];
  return typeof formula === "string" && formula.startsWith("=") ? referencesIn(formula, sheet) : [];
}

/** The first cells of a range; longer ones are only counted. */
function cellsIn({ sheet, top, left, bottom, right }: ParsedRange & { readonly sheet: string }): Cell[] {
  const cells: Cell[] = [];
  for (let row = top; row <= bottom && cells.length < MOST_CELLS; row += 1)
    for (let column = left; column <= right && cells.length < MOST_CELLS; column += 1)
      cells.push({ sheet, row, column });
  return cells;
}

class Tracer {
  constructor(
    private readonly tabs: ReadonlyMap<string, Tab>,
    private readonly lang: Lang,
  ) {}

  /** What a cell's formula reads, as steps; nothing where a figure was typed. */
  below(cell: Cell, depth: number): ExplainStep[] {
    if (depth >= DEEPEST) return [];
    const matched = matchedIn(this.formulaOf(cell), cell.sheet, (one) => this.valueAt(one));
    if (!matched) return this.links(referencesIn(this.formulaOf(cell), cell.sheet), depth);
    const filled = matched.cells.filter((one) => this.valueAt(one) !== null);
    return [
      ...filled.slice(0, MOST_CELLS).map((one) => this.step(one, depth + 1)),
      ...(filled.length > MOST_CELLS ? [this.more(filled.length - MOST_CELLS)] : []),
      ...this.links(referencesIn(matched.rest, cell.sheet), depth),
    ];
  }

  private links(ranges: ReturnType<typeof referencesIn>, depth: number): ExplainStep[] {
    return ranges.flatMap((range) => {
      const listed = cellsIn(range).filter((one) => this.valueAt(one) !== null);
      const all = (range.bottom - range.top + 1) * (range.right - range.left + 1);
      const steps = listed.map((one) => this.step(one, depth + 1));
      if (all <= MOST_CELLS) return steps;
      return [...steps, this.more(all - MOST_CELLS)];
    });
  }

  private more(n: number): ExplainStep {
    return this.made("more", say(W.more, this.lang, { n }), null);
  }

  /** What a rater said in a word, and what it counts. */
  private said(word: Cell, value: Value): ExplainStep {
    const { sheet, row, column } = word;
    const place = cellRef(row, column);
    const text = say(typeof value === "number" ? W.counted : W.notCounted, this.lang, {
      ...{ sheet, cell: place, word: String(this.valueAt(word) ?? "") },
      value: written(value, this.lang),
    });
    return { ...this.made(`${sheet}!${place}`, text, value), cell: cellRef(row, column, { sheet }) };
  }

  private formulaOf({ sheet, row, column }: Cell): string {
    const formula = this.tabs.get(sheet)?.formulas[row]?.[column];
    return typeof formula === "string" && formula.startsWith("=") ? unguarded(formula) : "";
  }

  private step(cell: Cell, depth: number): ExplainStep {
    const { sheet, row, column } = cell;
    const formula = this.formulaOf(cell);
    const value = this.valueAt(cell);
    const word = wordCell(formula, sheet);
    if (word) return this.said(word, value);
    const place = cellRef(row, column);
    const computed = formula !== "";
    const phrase = !computed ? W.typed : passesOn(formula) ? W.handed : W.worked;
    const text = say(phrase, this.lang, {
      sheet,
      cell: place,
      value: value === null ? W.nothing[this.lang] : written(value, this.lang),
      label: this.labelOf(cell),
      formula: computed ? shortened(formula.slice(1)) : "",
    });
    return {
      ...this.made(`${sheet}!${place}`, text, value),
      cell: cellRef(row, column, { sheet }),
      steps: this.below(cell, depth),
    };
  }

  /** The words the column goes by: the nearest text above the figure. */
  private labelOf({ sheet, row, column }: Cell): string {
    for (let above = row - 1; above >= 0; above -= 1) {
      const value = this.tabs.get(sheet)?.values[above]?.[column];
      if (typeof value === "string" && value.trim() !== "" && Number.isNaN(Number(value)))
        return say(W.label, this.lang, { label: value.trim() });
    }
    return "";
  }

  private made(id: string, text: string, value: Value): ExplainStep {
    return { kind: "origin", id, text, value, steps: [] };
  }

  private valueAt({ sheet, row, column }: Cell): Value {
    const value = this.tabs.get(sheet)?.values[row]?.[column] ?? null;
    return value === "" ? null : value;
  }
}

/** Long formulas are clicked through on the sheet, not read in a sentence. */
function shortened(formula: string): string {
  return formula.length <= 60 ? formula : `${formula.slice(0, 57)}…`;
}
