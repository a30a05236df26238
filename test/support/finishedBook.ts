/** A workbook spec written for real, and what every finished workbook must stand up to. */
import { applyWorkbook } from "../../src/excel/apply";
import { cellRef } from "../../src/formula/references";
import { saveXlsx } from "../../src/host/file/save";
import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";
import type { Scalar } from "../../src/host/book/workbook";
import type { WorkbookSpec } from "../../src/sheets/spec";
import type { Lang } from "../../src/words";
import { recalculate, recalculateAll, type SheetValues } from "./libreoffice";

export interface FinishedBook {
  readonly host: Host;
  readonly bytes: Uint8Array;
  /** `value("周报", "B4")` */
  readonly value: (tab: string, at: string) => Scalar;
  readonly formulas: readonly { readonly place: string; readonly value: Scalar }[];
}

/** Writes `spec` into an empty workbook, calculates and saves it. */
export async function finishBook(spec: WorkbookSpec, lang: Lang): Promise<FinishedBook> {
  const host = createNodeHost();
  await applyWorkbook(spec, { lang });
  host.calculate();
  return { ...look(host), bytes: await saveXlsx(host.workbook) };
}

/** What the host's workbook shows now, after more was done to it. */
export function look(host: Host): Omit<FinishedBook, "bytes"> {
  const values = new Map<string, Scalar>();
  const formulas: { place: string; value: Scalar }[] = [];
  for (const { name, cells, visibility } of host.workbook.sheets) {
    // Sheets set aside by a run are no pages.
    if (visibility !== "Visible") continue;
    for (const [row, line] of cells)
      for (const [column, { formula, value }] of line) {
        const place = `${name}!${cellRef(row, column)}`;
        values.set(place, value);
        if (formula !== undefined) formulas.push({ place, value });
      }
  }
  return { host, formulas, value: (tab, at) => values.get(`${tab}!${at}`) ?? null };
}

/** Formulas that show an error. */
export function errorsIn({ formulas }: FinishedBook): readonly unknown[] {
  return formulas.filter(({ value }) => value !== null && typeof value === "object");
}

/** Formulas that LibreOffice works out to something else, and how many were compared. */
export async function differencesIn(book: FinishedBook): Promise<Compared> {
  return compared(book, await recalculate(book.bytes));
}

/** The same for several workbooks, which is quicker than one after the other. */
export async function differencesInAll(books: readonly FinishedBook[]): Promise<Compared[]> {
  const theirs = await recalculateAll(books.map(({ bytes }) => bytes));
  return books.map((book, i) => compared(book, theirs[i] ?? new Map()));
}

interface Compared {
  readonly compared: number;
  readonly differences: readonly unknown[];
}

function compared({ formulas }: FinishedBook, theirs: SheetValues): Compared {
  const differences = formulas.flatMap(({ place, value }) => {
    const at = place.lastIndexOf("!");
    const other = theirs.get(place.slice(0, at))?.get(place.slice(at + 1)) ?? "";
    const same =
      typeof value === "number" && typeof other === "number"
        ? Math.abs(other - value) <= 1e-9 * Math.max(1, Math.abs(value))
        : other === (value ?? "");
    return same ? [] : [{ place, value, other }];
  });
  return { compared: formulas.length, differences };
}
