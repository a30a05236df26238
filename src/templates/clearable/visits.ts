/** A visit plan whose example can be cleared: customers, reps and planned days are typed, all else follows. */
import { cellRef, rangeRef } from "../../formula/references";
import { ROWS } from "../../sheets/follow/visitPlaces";
import { VISIT_WORDS as W } from "../../sheets/follow/visitWords";
import { quoted } from "../../sheets/rows";
import type { SheetSpec, SpecCell, WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { PageEdit } from "./page";

/** Pages of a visit plan that hold example data. */
export const VISIT_EXAMPLES = ["visits", "visitList"] as const;

/** Columns of the customers, from 0. */
const [NAME, CLASS, EVERY] = [0, 2, 3];
/** Columns of the list, from 0. */
const LIST = { day: 0, weekday: 1, rep: 2, customer: 3, class: 4, from: 5, to: 6 } as const;
const LIST_HEADER = 3;
const DAYS = [
  [LIST.day, W.date],
  [LIST.from, W.from],
  [LIST.to, W.to],
] as const;

export function clearableVisits(book: WorkbookSpec, lang: Lang): WorkbookSpec {
  const change = (sheet: SheetSpec): SheetSpec =>
    sheet.id === "visits" ? plan(sheet, lang) : sheet.id === "visitList" ? list(sheet, lang) : sheet;
  return { ...book, sheets: book.sheets.map(change) };
}

function plan(sheet: SheetSpec, lang: Lang): SheetSpec {
  const page = new PageEdit(sheet);
  const lines = linesOf(page);
  const reps = [...lines].find(([, line]) => line[0] === W.byRep[lang])?.[0] ?? 0;
  const total = [...lines].find(([, line]) => line[0] === W.total[lang])?.[0] ?? 0;
  const customers = [...lines.keys()].filter((row) => row >= ROWS.first - 1 && row < reps && row < total);
  const named = customers.filter((row) => typeof lines.get(row)?.[NAME] === "string");
  const [first, last] = [named[0] ?? 0, named.at(-1) ?? 0];
  const every = new Map(
    named.map((row) => [String(lines.get(row)?.[CLASS]), String(lines.get(row)?.[EVERY])]),
  );
  page.typed(rangeRef(first, NAME, last, CLASS));
  page.typed(rangeRef(reps + 2, NAME, total - 1, NAME));
  // The line under the title counts what is planned.
  page.goes(1, 0);
  for (const row of named) page.set(row, EVERY, { formula: `=${chosen(cellRef(row, CLASS), every)}` });
  const nobody = `COUNTA(${rangeRef(first, NAME, last, NAME, { absRow: true, absColumn: true })})=0`;
  page.each((cell, row, column) => {
    if (typeof cell !== "object" || cell === null || column === EVERY || row < first || row > total + 1)
      return undefined;
    const condition = row >= total ? nobody : `$${cellRef(row, NAME)}=""`;
    return { formula: `=IF(${condition},"",${cell.formula.replace(/^=/, "")})` };
  });
  return page.result();
}

/** How often customers of a class are visited: nothing for a class that is not among them. */
function chosen(cell: string, every: ReadonlyMap<string, string>): string {
  return [...every].reduceRight(
    (rest, [name, often]) => `IF(${cell}=${quoted(name)},${quoted(often)},${rest})`,
    `""`,
  );
}

/** Who visits whom is looked up, as it is in the lines for visits that were not planned. */
function list(sheet: SheetSpec, lang: Lang): SheetSpec {
  const page = new PageEdit(sheet);
  const lines = linesOf(page);
  const rows = [...lines.keys()].filter((row) => row > LIST_HEADER);
  const planned = rows.filter((row) => typeof lines.get(row)?.[LIST.rep] === "string");
  const spare = rows.find((row) => !planned.includes(row)) ?? 0;
  const found = (column: number, row: number): SpecCell => {
    const cell = lines.get(spare)?.[column];
    return typeof cell === "object" && cell !== null
      ? { formula: cell.formula.replaceAll(`$D${spare + 1}`, `$D${row + 1}`) }
      : null;
  };
  for (const row of planned) {
    page.set(row, LIST.rep, found(LIST.rep, row));
    page.set(row, LIST.class, found(LIST.class, row));
    const weekday = lines.get(row)?.[LIST.weekday];
    if (typeof weekday === "object" && weekday !== null)
      page.set(row, LIST.weekday, {
        formula: `=IF($A${row + 1}="","",${weekday.formula.replace(/^=/, "")})`,
      });
  }
  const [first, last] = [planned[0] ?? 0, planned.at(-1) ?? 0];
  page.typed(rangeRef(first, LIST.customer, last, LIST.customer));
  for (const [column, title] of DAYS)
    page.typed(rangeRef(first, column, last, column), {
      least: 1,
      title: title[lang],
      message: W.dayTip[lang],
    });
  const edited = page.result();
  const customers = `D${first + 1}:D`;
  return {
    ...edited,
    validations: (edited.validations ?? []).map((one) =>
      one.rule.kind === "listFrom" ? { ...one, range: one.range.replace(/^D\d+:D/, customers) } : one,
    ),
  };
}

/** The page's lines by row: their cells from the first column on. */
function linesOf(page: PageEdit): Map<number, SpecCell[]> {
  const lines = new Map<number, SpecCell[]>();
  for (const { row, column, cell } of page.cells()) {
    const line = lines.get(row) ?? [];
    line[column] = cell;
    lines.set(row, line);
  }
  return lines;
}
