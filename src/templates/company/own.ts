/** The company's own words and limits on pages that are otherwise the gallery's. */
import { parseRange } from "../../formula/references";
import type { SheetSpec, SpecCell } from "../../sheets/spec";
import { mapCells, rulesIn, typedIn } from "../typed";
import type { OwnCell, OwnCells } from "./definition";
import type { SourcePage, TemplateSource } from "./source";

/**
 * Where the workbook says something else than the page as it was made: changed words, and limits above its table.
 * What people typed as data is none of it.
 */
export function ownCells(made: readonly SheetSpec[], source: TemplateSource): OwnCells {
  const telling = [...typedNames(made, source)].filter((text) => text.length > 1);
  const own = made.flatMap((sheet): [string, readonly OwnCell[]][] => {
    const page = pageFor(sheet, source);
    const cells = page ? changed(sheet, page) : [];
    // A name in a heading is somebody's data all the same.
    const kept = cells.filter(({ value }) => !telling.some((text) => String(value).includes(text)));
    return kept.length > 0 ? [[sheet.id, kept]] : [];
  });
  return Object.fromEntries(own);
}

/** The page with the company's cells in place of the gallery's. Formulas are never replaced. */
export function withOwn(sheet: SheetSpec, own: OwnCells): SheetSpec {
  const cells = new Map((own[sheet.id] ?? []).map(({ row, column, value }) => [`${row} ${column}`, value]));
  if (cells.size === 0) return sheet;
  return mapCells(sheet, (cell, row, column) =>
    isFormula(cell) ? cell : (cells.get(`${row} ${column}`) ?? cell),
  );
}

function changed(sheet: SheetSpec, { values }: SourcePage): OwnCell[] {
  const [isTyped, isRule] = [typedIn(sheet), rulesIn(sheet)];
  const places = constants(sheet);
  const moved = (text: SpecCell, column: number): boolean =>
    values.some((line) => line[column] !== null && line[column] !== "" && line[column] === text);
  return places.flatMap(({ row, column, value }): OwnCell[] => {
    const now = values[row]?.[column];
    if (now === value || now === null || now === undefined || now === "") return [];
    if (isRule(row, column)) return typeof now === "number" ? [{ row, column, value: now }] : [];
    if (isTyped(row, column) || typeof value !== "string" || typeof now !== "string") return [];
    // Rows were put in above: the words stand elsewhere now, and what stands here is something else.
    return moved(value, column) ? [] : [{ row, column, value: now }];
  });
}

/** Every text people typed on these pages: names of people, customers, pieces of work. */
export function typedNames(made: readonly SheetSpec[], source: TemplateSource): Set<string> {
  return new Set(made.flatMap((sheet) => typedTexts(sheet, pageFor(sheet, source))));
}

function pageFor({ id, name }: SheetSpec, { pages }: TemplateSource): SourcePage | undefined {
  return pages.find(({ spec }) => spec === id) ?? pages.find(({ spec, tab }) => spec === "" && tab === name);
}

function typedTexts(sheet: SheetSpec, page: SourcePage | undefined): string[] {
  const isTyped = typedIn(sheet);
  return (page?.values ?? []).flatMap((line, row) =>
    line.flatMap((value, column) =>
      typeof value === "string" && value.trim() !== "" && isTyped(row, column) ? [value.trim()] : [],
    ),
  );
}

function constants(sheet: SheetSpec): OwnCell[] {
  return sheet.blocks.flatMap(({ at, cells }) => {
    const { top, left } = parseRange(at);
    return cells.flatMap((line, r) =>
      line.flatMap((value, c) =>
        typeof value === "string" || typeof value === "number"
          ? [{ row: top + r, column: left + c, value }]
          : [],
      ),
    );
  });
}

function isFormula(cell: SpecCell): boolean {
  return typeof cell === "object" && cell !== null;
}
