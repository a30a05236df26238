import { AttainError } from "../../errors";
import {
  columnIndex,
  columnName,
  parseRange,
  rangeRef,
  renameSheets,
  addressIn,
} from "../../formula/references";
import type { BesideSpec } from "../../sheets/spec";
import { askLook, type Look } from "./look";
import { canResizeTables } from "../guarded";
import { asides } from "../names";
import { readPages } from "../read/pages";
import type { Kept } from "../swap/plan";
import type { Session } from "../session";
import { findOurSheets, type SheetInfo, type Snapshot } from "../swap/survey";
import { pointsOfWidth } from "../write/widths";

/** One column of results as it is to be written. Rows are those of the sheet, 0-based. */
export interface PlannedColumn {
  readonly column: number;
  /** undefined leaves what stands there. */
  readonly header: { readonly row: number; readonly text: string } | undefined;
  /** Formulas of cells below one another; `""` empties. */
  readonly runs: readonly { readonly row: number; readonly formulas: readonly string[] }[];
  readonly numberFormat: string;
  readonly emptied: boolean;
  /** Points; undefined when the column is wide enough. */
  readonly width: number | undefined;
}

/** What is to be written on one sheet, and what has to be kept to take it back. */
export interface PlannedBeside {
  readonly sheet: SheetInfo;
  readonly columns: readonly PlannedColumn[];
  /** The blocks that change. */
  readonly addresses: readonly string[];
  readonly widths: readonly { readonly address: string; readonly width: number | null }[];
  readonly table?: { readonly name: string; readonly range: string; readonly grown: string };
  /** Cells whose look is taken over, loaded. */
  readonly look: {
    readonly header: Look | undefined;
    readonly body: Look;
    /** Of lines that get nothing else, by their row. */
    readonly lines: ReadonlyMap<number, Look>;
  };
}

export interface BesidePlan {
  readonly sheets: readonly PlannedBeside[];
  /** What people typed over results of an earlier run. */
  readonly kept: readonly Kept[];
}

/**
 * Looks at the cells results are to stand in, and makes sure that they are free: empty, or formulas of an earlier run.
 * Two round trips, three where tables can grow.
 *
 * @param finals names of the run's pages in its spec → their tabs
 * @throws AttainError `sheet-missing`, `sheet-protected`, `beside-taken`
 */
export async function planBeside(
  session: Session,
  specs: readonly BesideSpec[],
  snapshot: Snapshot,
  finals: ReadonlyMap<string, string>,
): Promise<BesidePlan> {
  const kept: Kept[] = [];
  const probe = asides(new Map([...findOurSheets(snapshot).values()].map(({ sheet }) => [sheet.name, ""])));
  const isOurs = (formula: string): boolean =>
    formula.startsWith("=") && renameSheets(formula, probe) !== formula;
  const sheets: PlannedBeside[] = [];
  for (const spec of specs) {
    const sheet = snapshot.sheets.find(({ name }) => name.toLowerCase() === spec.sheet.toLowerCase());
    if (!sheet) throw new AttainError("sheet-missing", { name: spec.sheet }, { sheet: spec.sheet });
    if (sheet.protected) throw new AttainError("sheet-protected", {}, { sheet: sheet.name });
    sheets.push(await planSheet(session, spec, sheet, { finals, isOurs, kept, digit: snapshot.digitPoints }));
  }
  return { sheets, kept };
}

interface Around {
  readonly finals: ReadonlyMap<string, string>;
  readonly isOurs: (formula: string) => boolean;
  readonly kept: Kept[];
  readonly digit: number;
}

async function planSheet(
  session: Session,
  spec: BesideSpec,
  sheet: SheetInfo,
  { finals, isOurs, kept, digit }: Around,
): Promise<PlannedBeside> {
  const { headerRow, rows, dressed = [] } = spec;
  const first = (headerRow ?? rows[0] ?? 1) - 1;
  const last = Math.max(first, (rows.at(-1) ?? 1) - 1, (dressed.at(-1) ?? 1) - 1);
  const columns = spec.columns.map(({ column }) => columnIndex(column));
  const worksheet = session.workbook.worksheets.getItem(sheet.id);
  const widths = spec.columns.map(({ column }) => {
    const { format } = worksheet.getRange(`${column}:${column}`);
    format.load("columnWidth,useStandardWidth");
    return format;
  });
  const look = {
    header: headerRow === undefined ? undefined : askLook(worksheet.getRange(`${spec.like}${headerRow}`)),
    body: askLook(worksheet.getRange(`${spec.like}${rows[0] ?? first + 1}`)),
    lines: new Map(dressed.map((row) => [row - 1, askLook(worksheet.getRange(`${spec.like}${row}`))])),
  };
  const tables = canResizeTables() ? worksheet.tables.load("items/id,items/name") : undefined;
  const now = await readPages(
    session,
    columns.map((left) => ({
      sheet: sheet.id,
      area: { top: first, left, rows: last - first + 1, columns: 1 },
      property: "formulas" as const,
    })),
  );
  const planned = spec.columns.map((column, i): PlannedColumn => {
    const place = columns[i] ?? 0;
    const at = (row: number): string => String(now[i]?.[row - first]?.[0] ?? "");
    /** What to write there; undefined leaves the cell to the person. */
    const settle = (row: number, text: string): string | undefined => {
      const before = at(row);
      if (before === "" || isOurs(before)) return text;
      const cell = `${column.column}${row + 1}`;
      if (!column.again)
        throw new AttainError(
          "beside-taken",
          { cell, found: before.slice(0, 40), free: freeFrom(spec, columns) },
          { sheet: sheet.name, cell },
        );
      kept.push({ sheet: sheet.name, cell, value: before });
      return undefined;
    };
    const runs: { row: number; formulas: string[] }[] = [];
    rows.forEach((number, k) => {
      const wanted = column.emptied ? "" : column.cells[k];
      if (wanted === null || wanted === undefined) return;
      const text = settle(number - 1, renameSheets(wanted, finals));
      if (text === undefined) return;
      const run = runs.at(-1);
      if (run && run.row + run.formulas.length === number - 1) run.formulas.push(text);
      else runs.push({ row: number - 1, formulas: [text] });
    });
    const header =
      headerRow === undefined || column.header === null
        ? undefined
        : { row: headerRow - 1, text: column.header };
    if (header && !column.again) settle(header.row, header.text);
    const needed = pointsOfWidth(textColumns(column.header ?? "") + 2, digit);
    const wide = widths[i]?.columnWidth ?? needed;
    return {
      column: place,
      header,
      runs,
      numberFormat: column.numberFormat,
      emptied: column.emptied === true,
      width: column.emptied !== true && needed > wide ? needed : undefined,
    };
  });
  const grown = tables && (await growTable(session, worksheet, tables.items, spec, planned));
  return {
    sheet,
    columns: planned,
    addresses: columns.map((column) => rangeRef(first, column, last, column)),
    widths: planned.flatMap(({ width, column }, i) =>
      width === undefined
        ? []
        : [
            {
              address: `${columnName(column)}:${columnName(column)}`,
              width: widths[i]?.useStandardWidth === true ? null : (widths[i]?.columnWidth ?? null),
            },
          ],
    ),
    ...(grown ? { table: grown } : {}),
    look,
  };
}

/** A Chinese character takes two columns of a digit's width. */
function textColumns(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
}

function freeFrom({ like }: BesideSpec, columns: readonly number[]): string {
  return columnName(Math.max(columnIndex(like), ...columns) + 1);
}

/** An Excel table that ends where the results begin takes them in, so that its filter and its sorting reach them. */
async function growTable(
  session: Session,
  worksheet: Excel.Worksheet,
  tables: readonly Excel.Table[],
  { like, headerRow }: BesideSpec,
  columns: readonly PlannedColumn[],
): Promise<PlannedBeside["table"]> {
  if (tables.length === 0 || headerRow === undefined) return undefined;
  const ranges = tables.map(({ id }) => worksheet.tables.getItem(id).getRange().load("address"));
  await session.sync();
  const headers = new Set(columns.filter(({ header }) => header !== undefined).map(({ column }) => column));
  for (const [i, { address }] of ranges.entries()) {
    const range = addressIn(address);
    const area = parseRange(range);
    if (area.right !== columnIndex(like) || area.top !== headerRow - 1) continue;
    let right = area.right;
    while (headers.has(right + 1)) right += 1;
    const name = tables[i]?.name;
    if (right > area.right && name !== undefined)
      return { name, range, grown: rangeRef(area.top, area.left, area.bottom, right) };
  }
  return undefined;
}
