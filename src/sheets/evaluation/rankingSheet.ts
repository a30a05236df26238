import { columnName } from "../../formula/references";
import type { Evaluation } from "../../scoring/evaluation";
import { say } from "../../words";
import { textWidth } from "../rows";
import type { ChartSpec, SheetSpec, SpecCell } from "../spec";
import { COLORS, type StyleName } from "../style";
import { PAGE_WORDS } from "../words";
import { lightRules, type ResultsSheet } from "./resultsSheet";
import { periodText, totalFormat } from "./tabs";
import { unitLines } from "./unitLines";
import { ROW_HEIGHT } from "./widths";
import { WORDS } from "./words";

const HEADER_ROW = 5;
const FIRST_ROW = 6;
/** More bars than this cannot be read. */
const MOST_BARS = 30;
/** Charts stand below a ranking this short, and beside a longer one, where they are seen without scrolling. */
const SHORT = 16;
const WIDTH = 15;
/** Columns, counted from 0: the ranking on the left, tables and charts on the right. */
const RIGHT = 7;

/** People in order of their totals, how many are in each grade and unit, and both as charts. */
export function rankingSheet(evaluation: Evaluation, results: ResultsSheet, name: string): SheetSpec {
  const { request, sets } = evaluation;
  const { lang } = request;
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const people = results.lastRow - results.firstRow + 1;
  const scored = Math.max(1, evaluation.results.filter(({ total }) => total !== null).length);
  const grades = [...new Set(sets.flatMap(({ scheme }) => scheme.grades.map((grade) => grade.name)))];
  const units = [...new Set(evaluation.results.map(({ unit }) => unit))].filter((unit) => unit !== "");
  const format = totalFormat({ decimals: Math.max(0, ...sets.map(({ scheme }) => scheme.decimals)) });
  const unitCells = units.length > 1 ? unitLines(results, units) : [];
  const unitRows = unitCells.length;
  const unitHeader = FIRST_ROW + grades.length + 2;
  const tablesEnd = unitRows > 0 ? unitHeader + unitRows : FIRST_ROW + grades.length - 1;
  const lastRow = FIRST_ROW + Math.max(people, tablesEnd - FIRST_ROW + 1) - 1;
  const grid: SpecCell[][] = Array.from({ length: lastRow }, () => Array.from({ length: WIDTH }, () => null));
  const put = (row: number, column: number, cells: readonly SpecCell[]): void =>
    cells.forEach((cell, i) => {
      const line = grid[row - 1];
      if (line) line[column + i] = cell;
    });

  put(1, 0, [say(WORDS.rankingTitle, lang, { title: request.title })]);
  put(2, 0, [say(WORDS.rankingNote, lang, { period: periodText(request) })]);
  put(
    HEADER_ROW,
    0,
    ["rank", "name", "unit", "total", "light", "grade"].map((key) => word(key as "rank")),
  );
  for (let i = 0; i < people; i += 1) {
    const place = `MATCH(${i + 1},${results.range("order")},0)`;
    const look = (key: string): SpecCell => ({
      formula: `=IFERROR(INDEX(${results.range(key)},${place}),"")`,
    });
    put(FIRST_ROW + i, 0, ["rank", "name", "unit", "total", "light", "grade"].map(look));
  }

  put(HEADER_ROW, RIGHT, [word("grades"), word("count"), word("share")]);
  grades.forEach((grade, i) => {
    const row = FIRST_ROW + i;
    const counted = `COUNTIF(${results.range("grade")},${columnName(RIGHT)}${row})`;
    const all = `COUNT(${results.range("total")})`;
    put(row, RIGHT, [
      grade,
      { formula: `=${counted}` },
      { formula: `=IF(${all}=0,"",${columnName(RIGHT + 1)}${row}/${all})` },
    ]);
  });
  if (unitRows > 0) {
    put(unitHeader, RIGHT, [word("units"), word("count"), word("mean")]);
    unitCells.forEach((unit, i) => {
      const row = unitHeader + 1 + i;
      const [own, totals] = [results.range("unit"), results.range("total")];
      const count = `SUMPRODUCT((${own}=${columnName(RIGHT)}${row})*(${totals}<>""))`;
      put(row, RIGHT, [
        unit,
        {
          formula: typeof unit === "object" ? `=IF(${columnName(RIGHT)}${row}="","",${count})` : `=${count}`,
        },
        {
          formula: `=IF(N(${columnName(RIGHT + 1)}${row})=0,"",SUMIF(${own},${columnName(RIGHT)}${row},${totals})/${columnName(RIGHT + 1)}${row})`,
        },
      ]);
    });
  }

  const bars = Math.min(scored, MOST_BARS);
  const here = (a1: string): string => `'${name.replaceAll("'", "''")}'!${a1}`;
  const gradeRange = (column: number): string =>
    here(`$${columnName(column)}$${FIRST_ROW}:$${columnName(column)}$${FIRST_ROW + grades.length - 1}`);
  const places = chartPlaces({ people, bars, tablesEnd });
  const charts: ChartSpec[] = [
    {
      id: "grades",
      kind: "column",
      title: word("chartGrades"),
      ...places.grades,
      categories: gradeRange(RIGHT),
      series: [
        {
          name: word("count"),
          values: gradeRange(RIGHT + 1),
          color: COLORS.accent,
          labels: { numberFormat: "0" },
        },
      ],
      valueAxis: { min: 0, numberFormat: "0", hidden: true },
      legend: "none",
      gapWidth: 60,
    },
    {
      id: "ranking",
      kind: "bar",
      title: word("chartRanking"),
      ...places.ranking,
      categories: here(`$B$${FIRST_ROW}:$B$${FIRST_ROW + bars - 1}`),
      series: [
        {
          name: word("total"),
          values: here(`$D$${FIRST_ROW}:$D$${FIRST_ROW + bars - 1}`),
          color: COLORS.accent,
          labels: { numberFormat: format },
        },
      ],
      valueAxis: { min: 0, numberFormat: "0", hidden: true },
      categoryAxis: { reverse: true },
      legend: "none",
      gapWidth: 40,
    },
  ];
  const wide = (values: readonly string[], least: number): number =>
    Math.min(26, Math.max(least, ...values.map(textWidth)) + 3);
  const peopleEnd = FIRST_ROW + people - 1;
  const table = (top: number, left: number, right: number, bottom: number) => [
    { range: `${from(left, top)}:${from(right, top)}`, style: "header" as const },
    { range: `${from(left, top + 1)}:${from(right, bottom)}`, style: ["body", "row"] as const },
  ];
  const numbers = (range: string, numberFormat: string) => ({
    range,
    style: "number" as const satisfies StyleName,
    numberFormat,
  });
  return {
    id: "ranking",
    name,
    tabColor: COLORS.accent,
    blocks: [{ at: "A1", cells: grid }],
    columns: [
      { columns: "A", width: 7 },
      {
        columns: "B",
        width: wide(
          evaluation.results.map((one) => one.name),
          9,
        ),
      },
      { columns: "C", width: wide(units, 9) },
      { columns: "D", width: 10 },
      { columns: "E", width: 7 },
      { columns: "F", width: wide(grades, 9) },
      { columns: "G", width: 3 },
      { columns: "H", width: wide([...grades, ...units], 12) },
      { columns: "I:J", width: 9 },
      { columns: "K", width: 3 },
      { columns: "L:O", width: 11 },
    ],
    rows: [
      { rows: "1", height: 26 },
      { rows: `${HEADER_ROW}:${lastRow}`, height: ROW_HEIGHT },
    ],
    formats: [
      { range: "A1", style: "title" },
      { range: "A2", style: "subtitle" },
      ...table(HEADER_ROW, 0, 5, peopleEnd),
      ...table(HEADER_ROW, RIGHT, RIGHT + 2, FIRST_ROW + grades.length - 1),
      ...(unitRows > 0 ? table(unitHeader, RIGHT, RIGHT + 2, unitHeader + unitRows) : []),
      numbers(`A${FIRST_ROW}:A${peopleEnd}`, "0"),
      numbers(`D${FIRST_ROW}:D${peopleEnd}`, format),
      { range: `D${FIRST_ROW}:D${peopleEnd}`, style: "strong" },
      { range: `B${HEADER_ROW}:B${peopleEnd}`, style: "indent1" },
      { range: `E${HEADER_ROW}:E${peopleEnd}`, style: "alignCenter" },
      numbers(`I${FIRST_ROW}:I${FIRST_ROW + grades.length - 1}`, "0"),
      numbers(`J${FIRST_ROW}:J${FIRST_ROW + grades.length - 1}`, "0%"),
      ...(unitRows > 0
        ? [
            numbers(`I${unitHeader + 1}:I${unitHeader + unitRows}`, "0"),
            numbers(`J${unitHeader + 1}:J${unitHeader + unitRows}`, format),
            { range: `I${unitHeader}:J${unitHeader}`, style: "alignRight" as const },
          ]
        : []),
      { range: `A${HEADER_ROW}`, style: "alignRight" },
      { range: `D${HEADER_ROW}`, style: "alignRight" },
      { range: `I${HEADER_ROW}:J${HEADER_ROW}`, style: "alignRight" },
    ],
    freeze: { rows: HEADER_ROW, columns: 0 },
    conditionals: lightRules("E", peopleEnd, FIRST_ROW),
    charts,
    print: {
      orientation: "landscape",
      titleRows: `$${HEADER_ROW}:$${HEADER_ROW}`,
      fitWidth: 1,
      footer: { left: request.title, right: PAGE_WORDS.pages[lang] },
    },
  };
}

const from = (column: number, row: number): string => `${columnName(column)}${row}`;

interface ChartPlace {
  /** Top left and bottom right cells. */
  readonly from: string;
  readonly to: string;
}

/**
 * Where the two charts stand.
 *
 * @param tablesEnd last row of the tables on the right
 */
function chartPlaces({
  people,
  bars,
  tablesEnd,
}: {
  readonly people: number;
  readonly bars: number;
  readonly tablesEnd: number;
}): { readonly grades: ChartPlace; readonly ranking: ChartPlace } {
  const height = Math.max(12, Math.ceil(bars * 1.15) + 4);
  if (people <= SHORT) {
    const top = Math.max(FIRST_ROW + people - 1, tablesEnd) + 2;
    return {
      ranking: { from: from(0, top), to: from(RIGHT - 2, top + height) },
      grades: { from: from(RIGHT, top), to: from(WIDTH - 1, top + height) },
    };
  }
  const top = Math.max(tablesEnd + 2, HEADER_ROW + 13);
  return {
    grades: {
      from: from(RIGHT + 4, HEADER_ROW),
      to: from(WIDTH - 1, Math.max(HEADER_ROW + 11, tablesEnd)),
    },
    ranking: { from: from(RIGHT, top), to: from(WIDTH - 1, top + height) },
  };
}
