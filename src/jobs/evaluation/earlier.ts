import { readFormulas } from "../../excel/read/readFormulas";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { entryAfter, memoriesOf, type HistoryEntry } from "../../scoring/consequences/history";
import { keyOf, NOTHING_BEFORE, type Memory } from "../../scoring/consequences/outcomes";
import { actionCalled, readHistory } from "../../sheets/analysis/historySheet";
import { STANDING_WORDS as W } from "../../sheets/analysis/standingWords";
import { text, type Grid } from "../../sheets/readBack";
import { LANGS } from "../../words";
import { pairsIn, reviewOf } from "../review/reviewSource";
import { fromA1 } from "./scored";

/**
 * What the open workbook remembers of periods: its page of earlier ones, and the consequences it holds itself, as its
 * cells say them now, reviewed scores and typed corrections included.
 *
 * @param lapse how many periods a warning counts
 * @returns oldest first; empty for a workbook without consequences
 */
export async function readEarlier(lapse: number): Promise<HistoryEntry[]> {
  const sheets = (await readState())?.sheets ?? [];
  const tab = (spec: string): string | undefined => sheets.find((one) => one.spec === spec)?.tab;
  const pairs = pairsIn(sheets);
  const wanted = [
    ...pairs.flatMap(({ card, scheme }) => [card, scheme]),
    ...["results", "standing", "history"].flatMap((spec) => tab(spec) ?? []),
  ];
  if (tab("standing") === undefined && tab("history") === undefined) return [];
  const grids = new Map(
    (await readGrids({ sheets: [...new Set(wanted)] })).map((grid) => [grid.sheet, fromA1(grid)]),
  );
  const at = (name: string | undefined): Grid => grids.get(name ?? "") ?? [];
  const earlier = readHistory(at(tab("history")));
  const results = tab("results");
  const formulas = await readFormulas(results === undefined ? [] : [results]);
  const scores = reviewOf({ sheets, values: at, formulas: (name) => formulas.get(name) ?? [] });
  const own = standingRows(at(tab("standing")));
  if (!scores || own.length === 0) return earlier;
  const before = earlier.filter(({ period }) => period !== scores.name);
  const people = { names: own.map(({ name }) => name), units: own.map(({ unit }) => unit) };
  const memories = memoriesOf(before, people);
  const now = own.map(({ lastBefore, warned, previous, ...result }) => {
    const known = memories.get(keyOf(result.name, result.unit)) ?? NOTHING_BEFORE;
    // What was typed over the page counts; of warnings typed in nobody knows how old they are.
    const warnings =
      known.warnings.length === warned ? known.warnings : Array.from({ length: warned }, () => lapse);
    const memory: Memory = { lastInARow: lastBefore, warnings, total: previous };
    return entryAfter({ ...result, period: scores.name }, memory, { lapse });
  });
  return [...before, ...now];
}

/** What was before the evaluation of this name: a period that is evaluated again is not its own past. */
export function before(entries: readonly HistoryEntry[], name: string): HistoryEntry[] {
  const at = entries.findIndex(({ period }) => period === name);
  return at < 0 ? [...entries] : entries.slice(0, at);
}

type Row = Pick<HistoryEntry, "unit" | "name" | "total" | "grade" | "action"> & {
  readonly lastBefore: number;
  readonly warned: number;
  readonly previous: number | null;
};

function standingRows(rows: Grid): Row[] {
  for (const lang of LANGS) {
    const keys = [
      "unit",
      "person",
      "total",
      "forced",
      "action",
      "lastBefore",
      "warnings",
      "previous",
    ] as const;
    const header = rows.findIndex((row) => keys.every((key) => row.some((cell) => cell === W[key][lang])));
    const words = rows[header];
    if (!words) continue;
    const at = (row: Grid[number], key: (typeof keys)[number]) => row[words.indexOf(W[key][lang])] ?? null;
    const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
    const below = rows.slice(header + 1);
    const end = below.findIndex(
      (row) =>
        text(at(row, "unit")) === "" &&
        text(at(row, "person")) === "" &&
        row.every((cell) => text(cell) === ""),
    );
    return below.slice(0, end < 0 ? below.length : end).flatMap((row): Row[] =>
      text(at(row, "person")) === ""
        ? []
        : [
            {
              unit: text(at(row, "unit")),
              name: text(at(row, "person")),
              total: number(at(row, "total")),
              grade: text(at(row, "forced")),
              action: actionCalled(text(at(row, "action"))),
              lastBefore: number(at(row, "lastBefore")) ?? 0,
              warned: number(at(row, "warnings")) ?? 0,
              previous: number(at(row, "previous")),
            },
          ],
    );
  }
  return [];
}
