import { AttainError } from "../../errors";
import { columnIndex, columnName, rangeRef } from "../../formula/references";
import { isBlank, type Grid } from "../../records/grid";
import { NAMES } from "../../scoring/names";
import { peopleRange } from "../../sheets/evaluation/scorecard";
import type { BesideColumn, BesideSpec, NameSpec } from "../../sheets/spec";
import { say, type Lang } from "../../words";
import { lookUp, positionsOf } from "./formulas";
import { besideName, tableOf } from "./known";
import { placeColumns, rowsOf, type Place } from "./place";
import type { BesideChoice, BesideScores, BesideTable, BesideView, KnownColumn } from "./types";
import { BESIDE_WORDS as W } from "./words";

export interface BesideAsked {
  readonly choice: BesideChoice;
  readonly tables: readonly BesideTable[];
  readonly scores: BesideScores;
  /** The sheets as they stand, results of earlier runs included. */
  readonly grids: readonly Grid[];
  readonly known: readonly KnownColumn[];
  readonly lang: Lang;
}

export interface Beside {
  readonly specs: readonly BesideSpec[];
  readonly names: readonly NameSpec[];
  readonly views: readonly BesideView[];
}

interface Result {
  readonly id: string;
  readonly header: string;
  /** Reference to everybody's cells of it. */
  readonly range: string;
  readonly numberFormat: string;
}

/** Lines right below the records that may be their totals. */
const TOTALS_BELOW = 2;
/** More lines of their own look are not worth Excel's time. */
const MOST_DRESSED = 100;

/**
 * Results as columns beside people's own tables: live formulas that look each row's person up in the scorecard.
 * Subtotals, blank rows and notes are left alone, and nothing a person typed is in their way.
 *
 * @throws AttainError `sheet-missing`, `beside-nobody`, `beside-across`, `beside-taken`
 */
export function planBeside(asked: BesideAsked): Beside {
  const results = resultsOf(asked);
  const taken = new Set(asked.known.map(({ name }) => tableOf(name)));
  const parts = asked.choice.tables.map(({ sheet, column }) => {
    const table = asked.tables.find(({ region }) => region.grid.sheet.toLowerCase() === sheet.toLowerCase());
    const grid = asked.grids.find((one) => one.sheet.toLowerCase() === sheet.toLowerCase());
    if (!grid) throw new AttainError("sheet-missing", { name: sheet }, { sheet });
    if (table?.region.grid.transposed) throw new AttainError("beside-across", { name: sheet }, { sheet });
    if (!table || table.people.every((person) => person === undefined))
      throw new AttainError("beside-nobody", { name: sheet }, { sheet });
    const known = asked.known.filter((one) => one.sheet === grid.sheet);
    let number = known.map(({ name }) => tableOf(name))[0];
    for (let next = 1; number === undefined; next += 1) if (!taken.has(next)) number = next;
    taken.add(number);
    return planTable(grid, table, number, results, known, column, asked);
  });
  return {
    specs: parts.map(({ spec }) => spec),
    names: parts.flatMap(({ names }) => names),
    views: parts.map(({ view }) => view),
  };
}

function resultsOf({ choice, scores, lang }: BesideAsked): Result[] {
  const { layout, indicators, totalFormat } = scores;
  const one = (id: "total" | "grade" | "rank", column: string, numberFormat: string): Result => ({
    id,
    header: W[id][lang],
    range: peopleRange(layout, column),
    numberFormat,
  });
  return (choice.parts ?? (["total", "grade", "rank"] as const)).flatMap((part): Result[] => {
    if (part === "total") return [one("total", NAMES.total, totalFormat)];
    if (part === "grade") return [one("grade", NAMES.grade, "General")];
    if (part === "rank") return [one("rank", "rank", "0")];
    return indicators.map(({ id, name }) => ({
      id: `points:${id}`,
      header: say(W.points, lang, { name }),
      range: peopleRange(layout, NAMES.points(id)),
      numberFormat: "0.00",
    }));
  });
}

function planTable(
  grid: Grid,
  table: BesideTable,
  number: number,
  results: readonly Result[],
  known: readonly KnownColumn[],
  at: string | undefined,
  { scores, lang }: BesideAsked,
): { spec: BesideSpec; names: NameSpec[]; view: BesideView } {
  const { region } = table;
  const rows = rowsOf(region);
  const wanted = results.map(({ id }) => ({ id, name: besideName(number, id) }));
  const places = placeColumns(grid, region, wanted, known, at?.toUpperCase());
  const positions = positionsOf(table, scores);
  // A row whose name is merged with the one above, or left out, is no line of its own.
  const filled = region.rows.flatMap((row, i) => {
    const position = positions[i];
    return position === undefined || isBlank(region.grid.values[row]?.[table.nameColumn])
      ? []
      : [{ row: grid.top + row + 1, position }];
  });
  const headers = new Set(region.columns.map(({ parts }) => (parts.at(-1) ?? "").trim().toLowerCase()));
  const written = (place: Place, header: string): string | null => {
    if (rows.header === undefined || place.ownHeader) return null;
    const now = grid.values[rows.header - grid.top]?.[place.column - grid.left];
    // A person may have given an earlier run's column a name of their own.
    if (place.known && now !== place.known.header && !isBlank(now)) return null;
    return headers.has(header.toLowerCase()) ? say(W.again, lang, { name: header }) : header;
  };
  const columns = results.flatMap((result, i): (BesideColumn & { name: string; shown: string })[] => {
    const place = places[i];
    if (!place) return [];
    const header = written(place, result.header);
    return [
      {
        column: columnName(place.column),
        header,
        cells: filled.map(({ position }) => lookUp(result.range, position)),
        numberFormat: result.numberFormat,
        again: place.known !== undefined,
        name: besideName(number, result.id),
        shown: header ?? place.known?.header ?? result.header,
      },
    ];
  });
  const last = region.columns.reduce((most, { column }) => Math.max(most, column), 0);
  // Subtotals in the middle and the total right below belong to the table's look.
  const dressed = region.aside
    .map(({ row }) => grid.top + row)
    .filter((row) => row > rows.first && row <= rows.last + TOTALS_BELOW)
    .slice(0, MOST_DRESSED);
  const spec: BesideSpec = {
    sheet: grid.sheet,
    ...(rows.header === undefined ? {} : { headerRow: rows.header + 1 }),
    rows: filled.map(({ row }) => row),
    ...(dressed.length > 0 ? { dressed: dressed.map((row) => row + 1) } : {}),
    like: columnName(grid.left + last),
    columns: columns.map(({ name: _name, shown: _shown, ...column }) => column),
  };
  return {
    spec,
    names: columns.map(({ name, column, shown }) => ({
      name,
      refersTo: `=${blockRef(grid.sheet, column, rows)}`,
      // The header's text, by which a later run sees whether a person has changed it.
      comment: rows.header === undefined ? "" : shown,
    })),
    view: {
      sheet: grid.sheet,
      columns: columns.map(({ column, shown }) => ({ column, header: shown })),
      rows: filled.length,
    },
  };
}

function blockRef(
  sheet: string,
  letters: string,
  { header, first, last }: ReturnType<typeof rowsOf>,
): string {
  const column = columnIndex(letters);
  return rangeRef(header ?? first, column, last, column, { absRow: true, absColumn: true, sheet });
}
