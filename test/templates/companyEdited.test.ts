/** Every template of the gallery, made a company's own by typing over it: what was changed is what comes back. */
import { parseRange } from "../../src/formula/references";
import type { SheetSpec, SpecCell } from "../../src/sheets/spec";
import { companyBook } from "../../src/templates/company/companyBook";
import { readCompanyTemplate } from "../../src/templates/company/companyTemplate";
import { templateXml } from "../../src/templates/company/part";
import { GALLERY } from "../../src/templates/gallery";
import { templateBook, type Template } from "../../src/templates/template";
import { mapCells, rulesIn } from "../../src/templates/typed";
import { LANGS, type Lang } from "../../src/words";
import { sourceOf } from "../support/templateSource";

interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null;
}

/** Whatever a company would change on a page: words, weights, points, limits, growth. */
function editsOf(sheet: SheetSpec, { group }: Template): Edit[] {
  // Targets of an evaluation come from the people's own data.
  if (group === "score" && /^(targets|confirmation|request)$/.test(sheet.id)) return [];
  if (/^scheme(-|$)/.test(sheet.id)) return schemeEdits(sheet);
  if (sheet.id === "payPlan") return markedNumbers(sheet, /^param:.*\.(loss|share|rate)$/, 0.01).slice(0, 1);
  if (sheet.id === "request") return requestEdits(sheet);
  if (GENERATED.test(sheet.id)) return [];
  // Numbers above tables of targets are amounts, which stay behind.
  return [...headingEdits(sheet), ...(/^(targets|summary|tiers)$/.test(sheet.id) ? [] : limitEdits(sheet))];
}

/** Their headings are the scheme's own words, or stand on no line of headings. */
const GENERATED = /^(cover|about|data|ratings|raters|card|paySummary)(-|$)/;

const OURS = "Qwv";

interface Place {
  readonly row: number;
  readonly column: number;
  readonly cell: SpecCell;
}

const placesOf = ({ blocks }: SheetSpec): Place[] =>
  blocks.flatMap(({ at, cells }) => {
    const { top, left } = parseRange(at);
    return cells.flatMap((line, r) => line.map((cell, c) => ({ row: top + r, column: left + c, cell })));
  });

function marked(sheet: SheetSpec, mark: RegExp): number[] {
  return placesOf(sheet).flatMap(({ row, cell }) =>
    typeof cell === "string" && mark.test(cell) ? [row] : [],
  );
}

const at = (sheet: SheetSpec, row: number, column: number): SpecCell =>
  placesOf(sheet).find((place) => place.row === row && place.column === column)?.cell ?? null;

function schemeEdits(sheet: SheetSpec): Edit[] {
  const { id } = sheet;
  const rename = (row: number | undefined, column = 0): Edit[] =>
    row === undefined ? [] : [{ sheet: id, row, column, value: `${String(at(sheet, row, column))} ${OURS}` }];
  const lines = marked(sheet, /^(indicator|section):/);
  const weights = lines.map((row) => ({
    row,
    isSection: marked(sheet, /^section:/).includes(row),
    weight: at(sheet, row, 1),
  }));
  const pair = weights.flatMap(({ row, isSection, weight }, i) => {
    const next = weights[i + 1];
    return !isSection &&
      next &&
      !next.isSection &&
      typeof weight === "number" &&
      typeof next.weight === "number" &&
      weight > 1
      ? [
          [
            { row, weight },
            { row: next.row, weight: next.weight },
          ] as const,
        ]
      : [];
  })[0];
  const moved: Edit[] = pair
    ? [
        { sheet: id, row: pair[0].row, column: 1, value: pair[0].weight - 1 },
        { sheet: id, row: pair[1].row, column: 1, value: pair[1].weight + 1 },
      ]
    : [];
  return [
    ...rename(marked(sheet, /^indicator:/)[0]),
    ...rename(marked(sheet, /^section:/)[0]),
    ...rename(marked(sheet, /^grade$/)[0]),
    ...moved,
    ...markedNumbers(sheet, /^param:.*\.loss$/, 1).slice(0, 1),
  ];
}

function markedNumbers(sheet: SheetSpec, mark: RegExp, more: number): Edit[] {
  return marked(sheet, mark).flatMap((row): Edit[] => {
    const value = at(sheet, row, 1);
    return typeof value === "number" ? [{ sheet: sheet.id, row, column: 1, value: value + more }] : [];
  });
}

function requestEdits(sheet: SheetSpec): Edit[] {
  const [measure] = marked(sheet, /^set measure$/);
  const [team] = marked(sheet, /^table \{"id":"team"/);
  const renamed = [
    ...(measure === undefined ? [] : [{ row: measure, column: 2 }]),
    ...(team === undefined ? [] : [{ row: team, column: 1 }]),
  ];
  const [growth = 0] = marked(sheet, /^set total\.growth$/);
  const [value = 0] = marked(sheet, /^set total\.value$/);
  return [
    { sheet: sheet.id, row: value, column: 2, value: null },
    { sheet: sheet.id, row: growth, column: 2, value: 0.0731 },
    ...renamed.map(({ row, column }) => ({
      sheet: sheet.id,
      row,
      column,
      value: `${String(at(sheet, row, column))} ${OURS}`,
    })),
  ];
}

function headingEdits(sheet: SheetSpec): Edit[] {
  const headers = (sheet.formats ?? []).flatMap(({ range, style }) =>
    style === "header" || (Array.isArray(style) && style.includes("header")) ? [parseRange(range)] : [],
  );
  const words = placesOf(sheet).filter(
    ({ row, column, cell }) =>
      typeof cell === "string" &&
      cell.trim() !== "" &&
      headers.some(
        ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
      ),
  );
  const first = words.filter(({ row }) => row === words[0]?.row);
  // A line of which nothing is left cannot be told from another.
  return [...new Set(first.length > 2 ? [first[0], first.at(-1)] : [first.at(-1)])].flatMap((place) =>
    place === undefined
      ? []
      : [{ sheet: sheet.id, row: place.row, column: place.column, value: `${String(place.cell)} ${OURS}` }],
  );
}

function limitEdits(sheet: SheetSpec): Edit[] {
  const isRule = rulesIn(sheet);
  return placesOf(sheet).flatMap(({ row, column, cell }) =>
    typeof cell === "number" && isRule(row, column) && !isMonth(at(sheet, row - 1, column))
      ? [{ sheet: sheet.id, row, column, value: Math.round(cell * 1.5 * 1e6) / 1e6 }]
      : [],
  );
}

/** Through which month a plan is followed is no limit. */
const isMonth = (heading: SpecCell): boolean => /month|月/.test(String(heading));

const CASES = GALLERY.flatMap((template) => LANGS.map((lang) => [template.number, lang, template] as const));

test.each(CASES)("%s in %s comes back as it was changed", (_number, lang: Lang, gallery: Template) => {
  const book = templateBook(gallery, lang);
  const edits = book.sheets.flatMap((sheet) => editsOf(sheet, gallery));
  expect(edits.length).toBeGreaterThan(1);
  const sheets = book.sheets.map((sheet) => {
    const mine = edits.filter((edit) => edit.sheet === sheet.id);
    return mapCells(sheet, (cell, row, column) => {
      const edit = mine.find((one) => one.row === row && one.column === column);
      return edit === undefined ? cell : edit.value;
    });
  });
  const made = readCompanyTemplate(sourceOf({ ...book, sheets }), { name: "Acme" });
  const template = { ...made, colors: { main: "#7A1FA2" } };
  const written = companyBook(template);
  const again = sourceOf(written);
  const lost = edits.filter(({ sheet, value }) => {
    const page = again.pages.find(({ spec }) => spec === sheet);
    return value !== null && !page?.values.some((line) => line.includes(value));
  });
  expect(lost).toEqual([]);
  expect(written.colors).toEqual({ main: "#7A1FA2" });
  expect(readCompanyTemplate({ ...again, part: templateXml(template, "1.0.0") })).toEqual(template);
});
