import { columnName, quoteSheet } from "../../formula/references";
import type { EvaluationRequest } from "../../scoring/evaluation";
import type { SchemeInput } from "../../scoring/scheme";
import { say } from "../../words";
import { quoted, textWidth } from "../rows";
import { headerWidth } from "./widths";
import { printedArea } from "../printed";
import { inputValidation, levelValidation } from "./scorecardLook";
import type { ConditionalSpec, FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import { columnKey, entered, type RatingEntry, type RatingList } from "./ratingEntries";
import { dueText } from "./tabs";
import { WORDS } from "./words";

/** Where the parts of the list stand, for the pages that sum it up. */
export interface RatingsPage {
  readonly sheet: SheetSpec;
  /** A column of the list as a reference with sheet: `period`, `group`, `person`, or an input's. */
  readonly range: (column: string) => string;
  /** The same of what words count: undefined where an input of the scheme is rated in numbers. */
  readonly counted: (set: number, input: string) => string | undefined;
}

/** An input that is rated in words, and where a scheme's sheet says what each counts. */
export interface CountedInput {
  /** Which of the evaluation's sets it belongs to. */
  readonly set: number;
  readonly input: SchemeInput;
  /** References with sheet. */
  readonly words: string;
  readonly values: string;
  /** The scheme's name where several schemes share the list. */
  readonly scheme?: string;
}

/** Empty lines at the end. */
const MOST_SPARE = 60;
/** A list typed into a validation may be this long. */
const LIST_LENGTH = 250;
const CHECK_ROW = 3;
const HEADER_ROW = 4;
const FIRST_ROW = 5;

const TEXT_OF = {
  period: ({ row }: RatingEntry) => row.period.label,
  rater: ({ rater }: RatingEntry) => rater,
  group: ({ group }: RatingEntry) => group.name,
  person: ({ person }: RatingEntry) => person,
} as const;

/**
 * The ratings one by one: who gave whom what. Yellow is to be filled in, grey is not theirs to rate. Words are picked
 * from a list; what each counts stands at the right, where no sorting or filtering reaches. Above a column stands
 * which of its cells cannot be counted.
 *
 * @param spare lines for people to come; each has a line for every group
 * @param counted inputs rated in words, for every scheme that has them
 */
export function ratingsSheet(
  request: EvaluationRequest,
  { columns, entries }: RatingList,
  name: string,
  spare = 0,
  counted: readonly CountedInput[] = [],
): RatingsPage {
  const { lang } = request;
  const fixed: (keyof typeof TEXT_OF)[] =
    request.periods.length > 1 ? ["period", "rater", "group", "person"] : ["rater", "group", "person"];
  const typedWidth = fixed.length + columns.length;
  const width = typedWidth + counted.length;
  const line = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => null),
  ];
  const groups = [...new Set(columns.flatMap((column) => column.groups))];
  const empty = Math.min(MOST_SPARE, spare * Math.max(1, groups.length));
  const lastRow = FIRST_ROW + Math.max(1, entries.length + empty) - 1;
  const letter = (i: number): string => columnName(fixed.length + i);
  const end = columnName(typedWidth - 1);
  const letterOf = (key: string): string => letter(columns.findIndex((column) => column.key === key));
  const countedLetter = (i: number): string => columnName(typedWidth + i);
  const countOf = (key: string): string =>
    countedLetter(counted.findIndex((one) => columnKey(one.input) === key));
  const listed = (at: string): string => `${at}$${FIRST_ROW}:${at}$${lastRow}`;
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
    ...counted.flatMap((_, i): FormatSpec[] => [
      { range: `${countedLetter(i)}${HEADER_ROW}`, style: ["header", "alignRight"] },
      {
        range: `${countedLetter(i)}${FIRST_ROW}:${countedLetter(i)}${lastRow}`,
        style: ["body", "row", "number", "muted"],
        numberFormat: "General",
      },
    ]),
  ];
  const group = `$${columnName(fixed.indexOf("group"))}${FIRST_ROW}`;
  const conditionals = columns.map((column, i): ConditionalSpec => ({
    kind: "formula",
    range: `${letter(i)}${FIRST_ROW}:${letter(i)}${lastRow}`,
    formula: `=AND(${group}<>"",${column.groups.map((one) => `${group}<>${quoted(one)}`).join(",")})`,
    style: "subtotal",
  }));
  const bad = (range: string, formula: string): ConditionalSpec => ({
    kind: "formula",
    range,
    formula,
    style: "badFill",
  });
  const refused = [
    bad(`A${CHECK_ROW}:${end}${CHECK_ROW}`, `=LEFT(A${CHECK_ROW},1)="✘"`),
    ...columns.map(({ key, input }, i) => {
      const cell = `${letter(i)}${FIRST_ROW}`;
      const cannot = input.levels ? `LEFT(${countOf(key)}${FIRST_ROW},1)="✘"` : `ISTEXT(${cell})`;
      return bad(`${cell}:${letter(i)}${lastRow}`, `=${cannot}`);
    }),
  ];
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
    ...columns.flatMap(({ key, input }, i) => {
      const range = `${letter(i)}${FIRST_ROW}:${letter(i)}${lastRow}`;
      const source = counted.find((one) => columnKey(one.input) === key)?.words;
      return input.levels
        ? [levelValidation(input, range, lang, source)]
        : inputValidation(input, range, lang);
    }),
  ];
  /** Which cell of a column holds a word that is none of the list's, or how many hold words among numbers. */
  const checkOf = ({ key, input }: RatingList["columns"][number], i: number): SpecCell => {
    const own = listed(letter(i));
    if (!input.levels)
      return { formula: `=IF(COUNTA(${own})>COUNT(${own}),"✘ "&(COUNTA(${own})-COUNT(${own})),"")` };
    const found = `MATCH("✘*",${listed(countOf(key))},0)`;
    return { formula: `=IF(ISNUMBER(${found}),${quoted(`✘ ${letter(i)}`)}&(${found}+${FIRST_ROW - 1}),"")` };
  };
  const kinds = new Set(columns.map(({ input }) => input.levels !== undefined));
  const remedy = WORDS[kinds.size > 1 ? "pickOrType" : kinds.has(true) ? "pickWords" : "typeNumbers"][lang];
  const checks = columns.map(checkOf);
  const check: SpecCell =
    columns.length === 0
      ? null
      : { formula: `=IF(COUNTIF(${letter(0)}${CHECK_ROW}:${end}${CHECK_ROW},"✘*")=0,"",${quoted(remedy)})` };
  /** What the words of a row count, for every scheme. */
  const countsIn = (row: number): SpecCell[] =>
    counted.map(({ input, words, values }) => {
      const word = `TRIM(${letterOf(columnKey(input))}${row})`;
      const value = `INDEX(${values},MATCH(${word},${words},0))`;
      return { formula: `=IF(${word}="","",IFERROR(${value},${quoted(WORDS.noLevel[lang])}))` };
    });
  const title = say(WORDS.ratingsTitle, lang, { title: request.title });
  const note = say(WORDS.ratingsNote, lang, { due: dueText(request) });
  const widths = [
    ...fixed.map((key) =>
      Math.min(24, Math.max(9, ...entries.map((entry) => textWidth(TEXT_OF[key](entry)))) + 3),
    ),
    ...columns.map(({ input }) =>
      Math.max(
        headerWidth(input.name, 10),
        ...(input.levels ?? []).map(({ word }) => Math.min(24, textWidth(word) + 4)),
      ),
    ),
  ];
  const countedNames = counted.map(({ input: { name: called }, scheme }) =>
    scheme === undefined
      ? say(WORDS.counts, lang, { name: called })
      : say(WORDS.countsBy, lang, { name: called, scheme }),
  );
  return {
    range: (column) => {
      const place = (fixed as readonly string[]).indexOf(column);
      const at = columnName(
        place >= 0 ? place : fixed.length + columns.findIndex(({ key }) => key === column),
      );
      return `${quoteSheet(name)}!$${at}$${FIRST_ROW}:$${at}$${lastRow}`;
    },
    counted: (set, input) => {
      const i = counted.findIndex((one) => one.set === set && one.input.id === input);
      const at = `$${countedLetter(i)}`;
      return i < 0 ? undefined : `${quoteSheet(name)}!${at}$${FIRST_ROW}:${at}$${lastRow}`;
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
            line([check, ...fixed.slice(1).map(() => null), ...checks]),
            [
              ...fixed.map((key) => WORDS[key][lang]),
              ...columns.map(({ input }) => input.name),
              ...countedNames,
            ],
            ...entries.map((entry, i): SpecCell[] => [
              ...fixed.map((key) => TEXT_OF[key](entry)),
              ...columns.map(({ key, input }) =>
                entry.columns.has(key) ? entered(input, entry.values) : null,
              ),
              ...countsIn(FIRST_ROW + i),
            ]),
            ...Array.from({ length: lastRow - FIRST_ROW + 1 - entries.length }, (_, i) => [
              ...Array.from({ length: typedWidth }, () => null),
              ...countsIn(FIRST_ROW + entries.length + i),
            ]),
          ],
        },
      ],
      columns: [...widths, ...countedNames.map((each) => headerWidth(each, 10))].map((each, i) => ({
        columns: columnName(i),
        width: each,
      })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER_ROW}`, height: 32 },
      ],
      formats,
      freeze: { rows: HEADER_ROW, columns: fixed.length },
      conditionals: [...conditionals, ...refused],
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
