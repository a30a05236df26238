import { columnName, quoteSheet } from "../../formula/references";
import { compileScheme } from "../../scoring/compile";
import { NAMES } from "../../scoring/names";
import type { Scheme } from "../../scoring/scheme";
import type { Made } from "../../scoring/whatif/changes";
import { say, type Lang } from "../../words";
import { quoted, textWidth } from "../rows";
import { schemeSheet } from "../evaluation/scheme";
import { cellOf, peopleRange, scorecardSheet } from "../evaluation/scorecard";
import type { ScorecardLayout } from "../evaluation/scorecardLayout";
import type { FormatSpec, SheetSpec, SpecCell } from "../spec";
import { SERIES_COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import type { Scored } from "./readScored";
import { whatIfPaySheets, type PayTrial } from "./whatIfPaySheet";
import { whoIs } from "./whoIs";
import { ANALYSIS_WORDS as W } from "./words";

/**
 * The pages of a trial: the comparison, the scheme that is tried, and the scores by it; with pay, its comparison, the
 * plan that is tried and the pay by it.
 */
export interface WhatIfPages {
  readonly sheets: readonly SheetSpec[];
}

/**
 * A trial that goes on living: a second scheme sheet and a second scorecard over the same inputs, and a page that holds
 * them against today's scores by formulas alone.
 */
export function whatIfSheets(
  scored: Scored,
  trial: Scheme,
  made: readonly Made[],
  pay?: PayTrial,
): WhatIfPages {
  const { people } = scored;
  const { lang } = trial;
  const scheme = schemeSheet(trial, W.trialScheme[lang]);
  const card = scorecardSheet(trial, people, {
    references: scheme.references,
    sheetName: W.trialScorecard[lang],
    title: W.trialScorecard[lang],
    id: "scorecard-trial",
    sources: sourcesOf(scored),
  });
  const source = {
    layout: card.layout,
    references: scheme.references,
    compiled: compileScheme(trial, { exempt: people.exempt !== undefined }),
  };
  const paySheets = pay ? whatIfPaySheets(scored, source, pay) : [];
  const gradeNames = (reference: string | undefined): string[] => cellsOf(reference, trial.grades.length);
  return {
    sheets: [
      comparison(scored, card.layout, changesInWords(made, lang), lang, {
        before: gradeNames(scored.references.get(NAMES.gradeNames)),
        after: gradeNames(scheme.references.get(NAMES.gradeNames)),
      }),
      ...paySheets.slice(0, 1),
      { ...scheme.sheet, id: "scheme-trial" },
      card.sheet,
      ...paySheets.slice(1),
    ],
  };
}

/** Who is scored and on what: the scorecard's own cells, one by one; what is worked out is worked out again. */
function sourcesOf({ scheme, people, layout }: Scored): Map<string, string[]> {
  const cells = (column: string): string[] =>
    people.names.map(
      (_, i) => `${quoteSheet(layout.sheet)}!$${layout.columns.get(column) ?? "A"}$${layout.firstRow + i}`,
    );
  const typed = scheme.inputs.flatMap(({ id, formula }) => (formula === undefined ? [id] : []));
  const who = ["unit", "name", "period", NAMES.exempt].filter((column) => layout.columns.has(column));
  return new Map([...who, ...typed].map((column) => [column, cells(column)]));
}

/** Each change as `revenue.cap: 1.2 → 1.1`. */
export function changesInWords(made: readonly Made[], lang: Lang): string[] {
  const value = (one: unknown): string => (one === null ? W.empty[lang] : String(one));
  return made.map(
    ({ path, before, after, follows }) =>
      say(W.made, lang, { path, before: value(before), after: value(after) }) +
      (follows ? W.follows[lang] : ""),
  );
}

function comparison(
  scored: Scored,
  trial: ScorecardLayout,
  changes: readonly string[],
  lang: Lang,
  grades: { readonly before: readonly string[]; readonly after: readonly string[] },
): SheetSpec {
  const { people, layout: now } = scored;
  const sheet = W.whatIfTab[lang];
  // Title, two lines of note, the changes, two counts, the line of groups.
  const counts = 4 + changes.length;
  const header = counts + 3;
  const first = header + 1;
  const last = first + people.names.length - 1;
  const at = (layout: ScorecardLayout, name: string, person: number): string =>
    `${quoteSheet(layout.sheet)}!${cellOf(layout, name, layout.firstRow + person)}`;
  const value = (layout: ScorecardLayout, name: string, person: number): SpecCell => ({
    formula: `=${at(layout, name, person)}`,
  });
  // Grades are compared by their place in the list, best first.
  const place = (layout: ScorecardLayout, list: readonly string[], person: number): string =>
    `MATCH(${at(layout, NAMES.grade, person)},${rangeOf(list)},0)`;
  const word = (key: "up" | "down" | "rankOnly"): string => quoted(W[key][lang]);
  /** Over several periods everybody stands once in each: the period is said with the name. */
  const who = (i: number, name: string): readonly [SpecCell, SpecCell] => {
    const [unit, plain] = whoIs(scored, i);
    const period = people.periods?.[i];
    if (period === undefined) return [unit, plain];
    if (scored.live !== true) return [unit, `${name} · ${period}`];
    const cell = at(now, "name", i);
    return [unit, { formula: `=IF(${cell}="","",${cell}&${quoted(` · ${period}`)})` }];
  };
  const rows = people.names.map((name, i): SpecCell[] => {
    const row = first + i;
    const [was, is] = [place(now, grades.before, i), place(trial, grades.after, i)];
    return [
      ...who(i, name),
      value(now, NAMES.total, i),
      value(trial, NAMES.total, i),
      { formula: `=IF(COUNT(C${row}:D${row})=2,ROUND(D${row}-C${row},9),"")` },
      value(now, NAMES.grade, i),
      value(trial, NAMES.grade, i),
      value(now, "rank", i),
      value(trial, "rank", i),
      {
        formula: `=IF(AND(F${row}<>"",G${row}<>""),IF(${is}<${was},${word("up")},IF(${is}>${was},${word("down")},IF(H${row}<>I${row},${word("rankOnly")},""))),"")`,
      },
    ];
  });
  const effects = `$J$${first}:$J$${last}`;
  const counted = (key: "gradeMoves" | "rankMoves", count: string): SpecCell => {
    const [before = "", after = ""] = W[key][lang].split("{n}");
    return { formula: `=${quoted(before)}&(${count})&${quoted(after)}` };
  };
  const of = (key: "up" | "down"): string => `COUNTIF(${effects},${word(key)})`;
  const blank = Array.from({ length: 10 }, () => null);
  const width = (values: readonly string[], least: number): number =>
    Math.min(24, Math.max(least, ...values.map(textWidth)) + 3);
  const top = last + 3;
  const table: SpecCell[][] = grades.after.map((grade, i) => [
    { formula: `=${grade}` },
    null,
    { formula: `=COUNTIF(${peopleRange(now, NAMES.grade)},${grades.before[i] ?? grade})` },
    { formula: `=COUNTIF(${peopleRange(trial, NAMES.grade)},${grade})` },
    { formula: `=D${top + i}-C${top + i}` },
  ]);
  const end = top + table.length - 1;
  const ref = (range: string): string => `${quoteSheet(sheet)}!${range}`;
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2:A3", style: "subtitle" },
    { range: `A4:A${counts - 1}`, style: "body" },
    { range: `A${counts}:A${counts + 1}`, style: ["body", "strong"] },
    { range: `A${header - 1}:J${header - 1}`, style: "group" },
    { range: `A${header}:J${header}`, style: "header" },
    { range: `C${header}:E${header}`, style: "alignRight" },
    { range: `H${header}:I${header}`, style: "alignRight" },
    { range: `A${first}:J${last}`, style: ["body", "row"] },
    { range: `C${first}:D${last}`, style: "number", numberFormat: "0.00" },
    { range: `E${first}:E${last}`, style: "number", numberFormat: "+0.00;-0.00;0.00" },
    { range: `F${header}:G${last}`, style: "indent1" },
    { range: `H${first}:I${last}`, style: "number", numberFormat: "0" },
    { range: `J${header}:J${last}`, style: "indent1" },
    { range: `A${top - 1}:E${top - 1}`, style: "header" },
    { range: `C${top - 1}:E${top - 1}`, style: "alignRight" },
    { range: `A${top}:E${end}`, style: ["body", "row"] },
    { range: `C${top}:D${end}`, style: "number", numberFormat: "0" },
    { range: `E${top}:E${end}`, style: "number", numberFormat: "+0;-0;0" },
  ];
  return {
    id: "whatif",
    name: sheet,
    blocks: [
      {
        at: "A1",
        cells: [
          [W.whatIfTitle[lang], ...blank.slice(1)],
          [W.whatIfNote[lang], ...blank.slice(1)],
          [(changes.length > 0 ? W.whatIfStays : W.whatIfOpen)[lang], ...blank.slice(1)],
          ...changes.map((change): SpecCell[] => [change, ...blank.slice(1)]),
          [counted("gradeMoves", `${of("up")}+${of("down")}`), ...blank.slice(1)],
          [counted("rankMoves", `SUMPRODUCT((H${first}:H${last}<>I${first}:I${last})*1)`), ...blank.slice(1)],
          [null, null, W.total[lang], null, null, W.grade[lang], null, W.rank[lang], null, null],
          [
            W.unit[lang],
            W.person[lang],
            W.before[lang],
            W.after[lang],
            W.change[lang],
            W.before[lang],
            W.after[lang],
            W.before[lang],
            W.after[lang],
            W.moved[lang],
          ],
          ...rows,
        ],
      },
      {
        at: `A${top - 1}`,
        cells: [[W.grade[lang], null, W.before[lang], W.after[lang], W.change[lang]], ...table],
      },
    ],
    columns: [
      { columns: "A", width: width(people.units, 10) },
      { columns: "B", width: width(people.names, 10) + (people.periods ? 9 : 0) },
      { columns: "C:E", width: 11 },
      { columns: "F:G", width: 13 },
      { columns: "H:I", width: 9 },
      { columns: "J", width: 18 },
    ],
    rows: [{ rows: "1", height: 26 }],
    formats,
    freeze: { rows: header, columns: 2 },
    conditionals: [
      { kind: "formula", range: `J${first}:J${last}`, formula: `=LEFT($J${first},1)="▲"`, style: "goodFill" },
      { kind: "formula", range: `J${first}:J${last}`, formula: `=LEFT($J${first},1)="▼"`, style: "badFill" },
    ],
    charts: [
      {
        id: "whatIfGrades",
        kind: "column",
        title: W.gradeChart[lang],
        from: `F${top - 1}`,
        to: `${columnName(9)}${top + 13}`,
        categories: ref(`$A$${top}:$A$${end}`),
        series: [
          { name: W.before[lang], values: ref(`$C$${top}:$C$${end}`), color: SERIES_COLORS[2], labels: {} },
          { name: W.after[lang], values: ref(`$D$${top}:$D$${end}`), color: SERIES_COLORS[0], labels: {} },
        ],
        legend: "top",
        valueAxis: { hidden: true, min: 0 },
        gapWidth: 60,
      },
    ],
    filter: `A${header}:J${Math.max(last, header)}`,
    print: {
      orientation: "portrait",
      titleRows: `$${header - 1}:$${header}`,
      fitWidth: 1,
      area: `A1:J${top + 13}`,
      footer: { left: W.whatIfTab[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

/** The single cells of a column reference: `'Scheme'!$A$4:$A$7` gives four. */
export function cellsOf(reference: string | undefined, count: number): string[] {
  const [, sheet = "", column = "A", row = "1"] = /^(.*!)?\$([A-Z]+)\$(\d+)/.exec(reference ?? "") ?? [];
  return Array.from({ length: count }, (_, i) => `${sheet}$${column}$${Number(row) + i}`);
}

function rangeOf(cells: readonly string[]): string {
  const [first = "", last = first] = [cells[0], cells.at(-1)];
  return `${first}:${last.replace(/^.*!/, "")}`;
}
