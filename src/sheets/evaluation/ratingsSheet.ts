import { columnName, quoteSheet } from "../../formula/references";
import type { EvaluationRequest } from "../../scoring/evaluation";
import { say } from "../../words";
import { quoted, textWidth } from "../rows";
import { headerWidth } from "./widths";
import { printedArea } from "../printed";
import { inputValidation } from "./scorecardLook";
import type { ConditionalSpec, FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import type { RatingEntry, RatingList } from "./ratingEntries";
import { dueText } from "./tabs";
import { WORDS } from "./words";

/** Where the parts of the list stand, for the pages that sum it up. */
export interface RatingsPage {
  readonly sheet: SheetSpec;
  /** A column of the list as a reference with sheet: `period`, `group`, `person`, or an input's. */
  readonly range: (column: string) => string;
}

/** Empty lines at the end. */
const MOST_SPARE = 60;
/** A list typed into a validation may be this long. */
const LIST_LENGTH = 250;
const HEADER_ROW = 4;
const FIRST_ROW = 5;

const TEXT_OF = {
  period: ({ row }: RatingEntry) => row.period.label,
  rater: ({ rater }: RatingEntry) => rater,
  group: ({ group }: RatingEntry) => group.name,
  person: ({ person }: RatingEntry) => person,
} as const;

/**
 * The ratings one by one: who gave whom what. Yellow is to be filled in, grey is not theirs to rate.
 *
 * @param spare lines for people to come; each has a line for every group
 */
export function ratingsSheet(
  request: EvaluationRequest,
  { columns, entries }: RatingList,
  name: string,
  spare = 0,
): RatingsPage {
  const { lang } = request;
  const fixed: (keyof typeof TEXT_OF)[] =
    request.periods.length > 1 ? ["period", "rater", "group", "person"] : ["rater", "group", "person"];
  const width = fixed.length + columns.length;
  const line = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => null),
  ];
  const groups = [...new Set(columns.flatMap((column) => column.groups))];
  const empty = Math.min(MOST_SPARE, spare * Math.max(1, groups.length));
  const lastRow = FIRST_ROW + Math.max(1, entries.length + empty) - 1;
  const letter = (i: number): string => columnName(fixed.length + i);
  const end = columnName(width - 1);
  const fixedRange = (key: string): string => {
    const at = columnName((fixed as readonly string[]).indexOf(key));
    return `${at}${FIRST_ROW}:${at}${lastRow}`;
  };
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: `A${HEADER_ROW}:${end}${HEADER_ROW}`, style: "header" },
    { range: `A${FIRST_ROW}:${end}${lastRow}`, style: ["body", "row"] },
    { range: `${letter(0)}${HEADER_ROW}:${end}${HEADER_ROW}`, style: "alignRight" },
    { range: `A${FIRST_ROW}:${end}${lastRow}`, style: "input" },
    { range: `${letter(0)}${FIRST_ROW}:${end}${lastRow}`, style: "number", numberFormat: "General" },
  ];
  const group = `$${columnName(fixed.indexOf("group"))}${FIRST_ROW}`;
  const conditionals = columns.map((column, i): ConditionalSpec => ({
    kind: "formula",
    range: `${letter(i)}${FIRST_ROW}:${letter(i)}${lastRow}`,
    formula: `=AND(${group}<>"",${column.groups.map((one) => `${group}<>${quoted(one)}`).join(",")})`,
    style: "subtotal",
  }));
  const choices = (key: keyof typeof TEXT_OF, values: readonly string[]): ValidationSpec[] =>
    (fixed as readonly string[]).includes(key) && values.join(",").length <= LIST_LENGTH
      ? [{ range: fixedRange(key), rule: { kind: "list", values } }]
      : [];
  const validations: ValidationSpec[] = [
    ...choices("group", groups),
    ...choices(
      "period",
      request.periods.map(({ label }) => label),
    ),
    ...columns.flatMap(({ input }, i) =>
      inputValidation(input, `${letter(i)}${FIRST_ROW}:${letter(i)}${lastRow}`, lang),
    ),
  ];
  const title = say(WORDS.ratingsTitle, lang, { title: request.title });
  const note = say(WORDS.ratingsNote, lang, { due: dueText(request) });
  const widths = [
    ...fixed.map((key) =>
      Math.min(24, Math.max(9, ...entries.map((entry) => textWidth(TEXT_OF[key](entry)))) + 3),
    ),
    ...columns.map(({ input }) => headerWidth(input.name, 10)),
  ];
  return {
    range: (column) => {
      const place = (fixed as readonly string[]).indexOf(column);
      const at = columnName(
        place >= 0 ? place : fixed.length + columns.findIndex(({ key }) => key === column),
      );
      return `${quoteSheet(name)}!$${at}$${FIRST_ROW}:$${at}$${lastRow}`;
    },
    sheet: {
      id: "ratings",
      name,
      blocks: [
        {
          at: "A1",
          cells: [
            line([title]),
            line([note]),
            line([]),
            [...fixed.map((key) => WORDS[key][lang]), ...columns.map(({ input }) => input.name)],
            ...entries.map((entry): SpecCell[] => [
              ...fixed.map((key) => TEXT_OF[key](entry)),
              ...columns.map(({ key, input }) =>
                entry.columns.has(key) ? (entry.values[input.id] ?? null) : null,
              ),
            ]),
            ...Array.from({ length: empty }, () => line([])),
          ],
        },
      ],
      columns: widths.map((each, i) => ({ columns: columnName(i), width: each })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER_ROW}`, height: 32 },
      ],
      formats,
      freeze: { rows: HEADER_ROW, columns: fixed.length },
      conditionals,
      validations,
      protect: { inputs: [`A${FIRST_ROW}:${end}${lastRow}`] },
      filter: `A${HEADER_ROW}:${end}${lastRow}`,
      print: {
        orientation: columns.length > 5 ? "landscape" : "portrait",
        titleRows: `$${HEADER_ROW}:$${HEADER_ROW}`,
        area: printedArea(
          widths,
          [
            [title, 16],
            [note, 10],
          ],
          lastRow,
        ),
        fitWidth: 1,
        footer: { left: request.title, right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}
