import { columnIndex, columnName, rangeRef } from "../../formula/references";
import { compileScheme } from "../../scoring/compile";
import type { People } from "../../scoring/scoreTeam";
import type { Scheme } from "../../scoring/scheme";
import type { Lang } from "../../words";
import { FIRST_ROW, columnOf, fieldsOf, type Field } from "./scorecardFields";
import type { ScorecardLayout, ScorecardOptions } from "./scorecardLayout";
import { conditionalsOf, formatsOf, validationsOf } from "./scorecardLook";
import { marksOf } from "./schemeMarks";
import { WORDS } from "./scorecardWords";
import { printedAcross } from "./widths";
import type { BlockSpec, ColumnSpec, SheetSpec, SpecCell } from "../spec";

export interface ScorecardSheet {
  readonly sheet: SheetSpec;
  readonly layout: ScorecardLayout;
}

const GROUP_ROW = 4;
const HEADER_ROW = 5;

/**
 * One row a person: inputs, each indicator's measured value and points, total, grade, ranks and a remark, everything
 * but the inputs as live formulas over this sheet and the scheme sheet.
 *
 * @throws AttainError `scheme-invalid`
 */
export function scorecardSheet(scheme: Scheme, people: People, options: ScorecardOptions): ScorecardSheet {
  const { lang } = scheme;
  const compiled = compileScheme(scheme, { exempt: people.exempt !== undefined });
  const sheetName = options.sheetName ?? WORDS.scorecardName[lang];
  const lastRow = FIRST_ROW + people.names.length - 1;
  const columns = new Map<string, string>();
  const fields = fieldsOf(compiled, people, options, { columns, lastRow });
  fields.forEach((field, i) => columns.set(field.name, columnName(i)));
  const layout: ScorecardLayout = {
    sheet: sheetName,
    headerRow: HEADER_ROW,
    firstRow: FIRST_ROW,
    lastRow,
    columns,
  };
  const title = options.title ?? WORDS.scorecardTitle[lang];
  return {
    layout,
    sheet: {
      id: options.id ?? "scorecard",
      name: sheetName,
      blocks: blocksOf(
        fields,
        people,
        lang,
        title,
        options.subtitle ?? scheme.name,
        marksOf(compiled),
        lastRow,
      ),
      columns: fields.map((field, i): ColumnSpec => ({ columns: columnName(i), width: field.width })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER_ROW}`, height: 32 },
      ],
      formats: formatsOf(fields, layout, scheme, options),
      freeze: { rows: HEADER_ROW, columns: people.periods ? 3 : 2 },
      conditionals: conditionalsOf(compiled, layout),
      validations: validationsOf(scheme, layout, options),
      filter: rangeRef(HEADER_ROW - 1, 0, Math.max(lastRow, HEADER_ROW) - 1, fields.length - 1),
      print: {
        orientation: "landscape",
        titleRows: `$${GROUP_ROW}:$${HEADER_ROW}`,
        ...printedAcross(
          fields.map(({ width }) => width),
          { title, names: people.periods ? "C" : "B", from: GROUP_ROW, to: lastRow + 1 },
        ),
        footer: { left: title, right: WORDS.page[lang] },
      },
    },
  };
}

/** @example cellOf(layout, "total", 6) // "L6" */
export function cellOf(layout: ScorecardLayout, name: string, row: number): string {
  return `${columnOf(layout.columns, name)}${row}`;
}

/** A column's people as a reference with sheet, for charts: `'Scorecard'!$L$6:$L$40`. */
export function peopleRange(layout: ScorecardLayout, name: string): string {
  const column = columnIndex(columnOf(layout.columns, name));
  return rangeRef(layout.firstRow - 1, column, layout.lastRow - 1, column, {
    absRow: true,
    absColumn: true,
    sheet: layout.sheet,
  });
}

function blocksOf(
  fields: readonly Field[],
  people: People,
  lang: Lang,
  title: string,
  subtitle: string,
  marks: string,
  lastRow: number,
): BlockSpec[] {
  const blank = fields.map(() => null);
  const rows: SpecCell[][] = [
    [title, ...blank.slice(1)],
    [subtitle, ...blank.slice(1)],
    [marks, ...blank.slice(1)],
    fields.map((field) => field.group || null),
    fields.map((field) => field.header),
    ...people.names.map((_, person) => fields.map((field) => field.cell(FIRST_ROW + person, person))),
  ];
  if (people.names.length > 0) rows.push(fields.map((field, i) => averageCell(field, i, lastRow, lang)));
  return [{ at: "A1", cells: rows }];
}

function averageCell(field: Field, column: number, lastRow: number, lang: Lang): SpecCell {
  if (column === 0) return WORDS.average[lang];
  if (!field.averaged) return null;
  const range = rangeRef(FIRST_ROW - 1, column, lastRow - 1, column);
  return { formula: `=IF(COUNT(${range})=0,"",AVERAGE(${range}))` };
}
