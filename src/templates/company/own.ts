/** The company's own words and limits on pages that are otherwise the product's. */
import { parseRange } from "../../formula/references";
import type { SheetSpec, SpecCell } from "../../sheets/spec";
import { mapCells, rulesIn, typedIn } from "../typed";
import type { OwnCell, OwnCells } from "./definition";
import { headerLines, renamedHeadings } from "./headings";
import type { SourcePage, TemplateSource } from "./source";

/** What a template's pages are before a company has changed them. */
export interface MadePages {
  /** Pages that are the same whoever fills them in: any of their words may be the company's, and their limits. */
  readonly forms: readonly SheetSpec[];
  /** Pages made from a scheme or a plan, without people: their headings may be the company's. */
  readonly others: readonly SheetSpec[];
  /** Pages of the gallery's template: a word of theirs is not the company's, however old the page is. */
  readonly gallery: readonly SheetSpec[];
}

/** Data are read from these by their headings, which are the scheme's words: they are changed on the scheme page. */
const HEADED_BY_SCHEME = /^(cover|about|scheme|payPlan|request|data|ratings|raters)(-|$)/;

/** Numbers above the tables of these are limits and shares; above tables of targets they are amounts. */
const HAS_LIMITS = /^(standing|tracker|interview|mixResult)(-|$)/;

/**
 * Where the workbook says something else than the page as it was made: changed words, and limits above its table.
 * What people typed as data is none of it.
 *
 * @param telling names of people, customers, units: a heading that has one in it is somebody's data all the same
 */
export function ownCells(
  { forms, others, gallery }: MadePages,
  source: TemplateSource,
  telling: Iterable<string>,
): OwnCells {
  const names = [...typedNames(forms, source), ...telling].filter((text) => text.length > 1);
  const usual = new Set<unknown>(gallery.flatMap(constants).map(({ value }) => value));
  const found = [
    ...forms.map((sheet) => [sheet, formCells] as const),
    ...others.filter(({ id }) => !HEADED_BY_SCHEME.test(id)).map((sheet) => [sheet, headingCells] as const),
  ];
  return Object.fromEntries(
    found.flatMap(([sheet, changed]): [string, readonly OwnCell[]][] => {
      const page = pageFor(sheet, source);
      const cells = page ? changed(sheet, page, usual) : [];
      const kept = cells.filter(
        ({ value, was = "" }) => !names.some((text) => String(value).includes(text) && !was.includes(text)),
      );
      return kept.length > 0 ? [[sheet.id, kept]] : [];
    }),
  );
}

/**
 * The page with the company's cells in place of the product's. Words that stand elsewhere, because other people need
 * more rows, are found there. Formulas are never replaced.
 */
export function withOwn(sheet: SheetSpec, own: OwnCells): SheetSpec {
  const cells = own[sheet.id] ?? [];
  if (cells.length === 0) return sheet;
  const places = constants(sheet);
  const at = new Map(places.map((place) => [keyOf(place), place.value]));
  const isTyped = typedIn(sheet);
  const changes = new Map<string, OwnCell["value"]>();
  for (const cell of cells) {
    const { was, value } = cell;
    if (was === undefined || at.get(keyOf(cell)) === was) changes.set(keyOf(cell), value);
    else {
      const [moved] = places
        .filter((place) => place.value === was && !isTyped(place.row, place.column))
        .toSorted((a, b) => far(a, cell) - far(b, cell));
      if (moved) changes.set(keyOf(moved), value);
    }
  }
  return mapCells(sheet, (cell, row, column) =>
    isFormula(cell) ? cell : (changes.get(keyOf({ row, column })) ?? cell),
  );
}

function formCells(sheet: SheetSpec, page: SourcePage): OwnCell[] {
  const isTyped = typedIn(sheet);
  const words = constants(sheet).filter(({ row, column }) => !isTyped(row, column));
  return [...words.flatMap((place) => changedText(place, sheet, page)), ...limits(sheet, page)];
}

/** Words above columns that are others now, and limits. */
function headingCells(sheet: SheetSpec, page: SourcePage, usual: ReadonlySet<unknown>): OwnCell[] {
  const known = new Set<unknown>(headerLines(sheet).flatMap(({ words }) => words.map(({ text }) => text)));
  const words = renamedHeadings(sheet, page).filter(({ value }) => !known.has(value) && !usual.has(value));
  return HAS_LIMITS.test(sheet.id) ? [...words, ...limits(sheet, page)] : words;
}

/** Numbers above a table that are rules; each is known by the words its line begins with, or those above it. */
function limits(sheet: SheetSpec, { values }: SourcePage): OwnCell[] {
  const isRule = rulesIn(sheet);
  const places = constants(sheet);
  const top = values.slice(0, (sheet.freeze?.rows ?? 0) + 2);
  const rowOf = (row: number, column: number): number => {
    const lead = places.find((place) => place.row === row)?.value;
    const above = places.find((place) => place.row === row - 1 && place.column === column)?.value;
    if (typeof lead !== "string") return top.findIndex((line) => line[column] === above) + 1;
    const leads = (line: SourcePage["values"][number] = []): boolean =>
      line.find((cell) => cell !== null && cell !== "") === lead;
    return leads(values[row]) ? row : top.findIndex(leads);
  };
  return places.flatMap(({ row, column, value }): OwnCell[] => {
    // What stands at 0 waits for a choice, such as the month that is followed: that is no rule.
    if (!isRule(row, column) || typeof value !== "number" || value === 0) return [];
    const now = values[rowOf(row, column)]?.[column];
    return typeof now === "number" && now !== value ? [{ row, column, value: now }] : [];
  });
}

function changedText({ row, column, value }: OwnCell, made: SheetSpec, { values }: SourcePage): OwnCell[] {
  const now = values[row]?.[column];
  if (typeof value !== "string" || typeof now !== "string" || now === "" || now === value) return [];
  // Rows were put in above: the words stand elsewhere now, and what stands here is something else.
  const before = constants(made).filter((one) => one.column === column && one.value === value).length;
  const after = values.filter((line) => line[column] === value).length;
  return after >= before ? [] : [{ row, column, value: now, was: value }];
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

/** Rows first: a table further down moves as a whole. */
const far = (one: OwnCell, other: OwnCell): number =>
  Math.abs(one.row - other.row) * 100 + Math.abs(one.column - other.column);

const keyOf = ({ row, column }: Pick<OwnCell, "row" | "column">): string => `${row} ${column}`;

function isFormula(cell: SpecCell): boolean {
  return typeof cell === "object" && cell !== null;
}
