import { columnName, rangeRef } from "../../formula/references";
import type { Evaluation } from "../../scoring/evaluation";
import { say } from "../../words";
import type { ColumnSpec, ConditionalSpec, FormatSpec, SheetSpec, SpecCell } from "../spec";
import type { StyleName } from "../style";
import { PAGE_WORDS } from "../words";
import {
  FIRST_ROW,
  HEADER_ROW,
  columnsOf,
  type Line,
  type ResultColumn,
  type SetPages,
} from "./resultsColumns";
import { periodText } from "./tabs";
import { UNIT_NUMBER } from "./unitLines";
import { ROW_HEIGHT, printedAcross } from "./widths";
import { WORDS } from "./words";

export interface ResultsSheet {
  readonly sheet: SheetSpec;
  /** Reference with sheet to everybody's cells of a column: `name`, `unit`, `total`, `grade`, `rank`, `order` … */
  readonly range: (column: string) => string;
  /** Whether there is such a column: `rewards` only where a veto can cancel them, periods only when there are several. */
  readonly has: (column: string) => boolean;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** One line a person: each period, the groups' means, the year, grade and ranks; all links and formulas. */
export function resultsSheet(
  evaluation: Evaluation,
  pages: readonly SetPages[],
  options: { readonly name: string },
): ResultsSheet {
  const { request, results } = evaluation;
  const { lang } = request;
  const lines = results.flatMap((result): Line[] => {
    const place = result.periods.flatMap(({ places }) => places).at(-1);
    return place ? [{ result, place }] : [];
  });
  const keys: string[] = [];
  const columns = columnsOf(evaluation, pages, lines, keys);
  keys.push(...columns.map(({ key }) => key));
  const lastRow = FIRST_ROW + lines.length - 1;
  const blank = columns.map(() => null);
  const last = columnName(columns.length - 1);
  const letter = (key: string): string => columnName(keys.indexOf(key));
  // The last columns only serve other pages.
  const printed = columns.filter(({ key }) => key !== "order" && key !== UNIT_NUMBER);
  const title = say(WORDS.resultsTitle, lang, { title: request.title });
  const cells: SpecCell[][] = [
    [title, ...blank.slice(1)],
    [say(WORDS.resultsNote, lang, { period: periodText(request) }), ...blank.slice(1)],
    blank,
    columns.map(({ header }) => header),
    ...lines.map((line, i) => columns.map((column) => column.cell(line, FIRST_ROW + i))),
    columns.map((column, i) => averageCell(column, i, lastRow, WORDS.average[lang])),
  ];
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: `A${HEADER_ROW}:${last}${HEADER_ROW}`, style: "header" },
    { range: `A${FIRST_ROW}:${last}${lastRow}`, style: ["body", "row"] },
    { range: `A${lastRow + 1}:${last}${lastRow + 1}`, style: ["body", "total"] },
    ...columns.flatMap(({ style, numberFormat, averaged, key }): FormatSpec[] => {
      const bottom = averaged === true ? lastRow + 1 : lastRow;
      const range = `${letter(key)}${FIRST_ROW}:${letter(key)}${bottom}`;
      const format: FormatSpec = { range, style, ...(numberFormat !== undefined && { numberFormat }) };
      const header = [style].flat().includes("number")
        ? [{ range: `${letter(key)}${HEADER_ROW}`, style: "alignRight" as const }]
        : ["alignCenter", "indent1"].flatMap((kind) =>
            [style].flat().includes(kind as StyleName)
              ? [{ range: `${letter(key)}${HEADER_ROW}`, style: kind as StyleName }]
              : [],
          );
      return [format, ...header];
    }),
  ];
  return {
    firstRow: FIRST_ROW,
    lastRow,
    has: (key) => keys.includes(key),
    range: (key) => {
      const column = keys.indexOf(key);
      if (column < 0) throw new RangeError(`The results have no column “${key}”`);
      return rangeRef(FIRST_ROW - 1, column, lastRow - 1, column, {
        absRow: true,
        absColumn: true,
        sheet: options.name,
      });
    },
    sheet: {
      id: "results",
      name: options.name,
      blocks: [{ at: "A1", cells }],
      columns: columns.map(({ width }, i): ColumnSpec => ({ columns: columnName(i), width })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER_ROW}`, height: 32 },
        // A remark may take more than one line.
        ...(keys.includes("remark") ? [] : [{ rows: `${FIRST_ROW}:${lastRow + 1}`, height: ROW_HEIGHT }]),
      ],
      formats,
      freeze: { rows: HEADER_ROW, columns: 2 },
      conditionals: lightRules(letter("light"), lastRow),
      filter: `A${HEADER_ROW}:${last}${Math.max(lastRow, HEADER_ROW)}`,
      print: {
        orientation: "landscape",
        titleRows: `$${HEADER_ROW}:$${HEADER_ROW}`,
        area: `A1:${columnName(printed.length - 1)}${lastRow + 1}`,
        ...printedAcross(
          printed.map(({ width }) => width),
          { title, names: "B", from: HEADER_ROW, to: lastRow + 1 },
        ),
        footer: { left: request.title, right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}

function averageCell({ averaged }: ResultColumn, i: number, lastRow: number, label: string): SpecCell {
  if (i === 0) return label;
  if (averaged !== true) return null;
  const range = `${columnName(i)}${FIRST_ROW}:${columnName(i)}${lastRow}`;
  return { formula: `=IF(COUNT(${range})=0,"",AVERAGE(${range}))` };
}

/** The colours beside the signs of grades. */
export function lightRules(letter: string, lastRow: number, firstRow = FIRST_ROW): ConditionalSpec[] {
  const rule = (sign: string, style: StyleName): ConditionalSpec => ({
    kind: "formula",
    range: `${letter}${firstRow}:${letter}${lastRow}`,
    formula: `=$${letter}${firstRow}="${sign}"`,
    style,
  });
  return [rule("●", "good"), rule("▲", "warn"), rule("▼", "bad")];
}
