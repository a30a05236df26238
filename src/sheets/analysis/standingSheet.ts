import { printFormula } from "../../formula/print";
import { quoteSheet } from "../../formula/references";
import { NOTHING_BEFORE, keyOf, type Memory } from "../../scoring/consequences/outcomes";
import { ACTIONS, type ConsequencePolicy } from "../../scoring/consequences/policy";
import { STANDING as S, actionOf, forcedGrade, quotaOf } from "../../scoring/consequences/standing";
import { ACTION_WORDS } from "../../scoring/consequences/words";
import { NAMES } from "../../scoring/names";
import { say } from "../../words";
import { quoted, textWidth } from "../rows";
import { cellOf } from "../evaluation/scorecard";
import type { FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { COLORS, SERIES_COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import type { Scored } from "./readScored";
import { STANDING_WORDS as W } from "./standingWords";
import { cellsOf } from "./whatIfSheet";
import { whoIs } from "./whoIs";

const COLUMNS = {
  unit: "A",
  person: "B",
  [S.total]: "C",
  [S.grade]: "D",
  [S.rank]: "E",
  [S.fromEnd]: "F",
  [S.tied]: "G",
  [S.size]: "H",
  [S.lastBefore]: "I",
  [S.warnings]: "J",
  [S.previous]: "K",
  [S.forced]: "L",
  moved: "M",
  action: "N",
} as const;
const POLICY_ROW = 5;
const WIDTH = 14;

export interface StandingLayout {
  readonly sheet: string;
  /** First and last person's row, from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: Readonly<Record<string, string>>;
  /** The policy's numbers by their name in `STANDING`. */
  readonly policy: ReadonlyMap<string, string>;
}

/**
 * Final grades and consequences, live over the scorecard: forced shares, rewards, last, warned, last again. The policy's
 * numbers and what earlier periods left behind are yellow cells.
 *
 * @param before what earlier periods left behind, as `followPeriods` remembers it
 */
export function standingSheet(
  scored: Scored,
  policy: ConsequencePolicy,
  before: ReadonlyMap<string, Memory> = new Map(),
): { readonly sheet: SheetSpec; readonly layout: StandingLayout } {
  const { scheme, people, layout, references } = scored;
  const { lang } = policy;
  const sheet = W.tab[lang];
  const word = (key: keyof typeof W): string => W[key][lang];
  const numbers = [
    ["smallest", S.smallest, policy.smallest],
    ["reward", S.reward, policy.reward],
    ["out", S.out, policy.out],
    ["warn", S.warn, policy.warn],
    ["lastInARow", S.lastInARow, policy.lastInARow],
  ] as const;
  const header = POLICY_ROW + policy.shares.length + numbers.length + 2;
  const first = header + 1;
  const last = header + people.names.length;
  const cells = new Map<string, string>();
  policy.shares.forEach((_, i) => {
    cells.set(S.share(i), `$C$${POLICY_ROW + i}`);
    cells.set(S.shareGrade(i), `$D$${POLICY_ROW + i}`);
    cells.set(S.shareOthers(i), `$H$${POLICY_ROW + i}`);
  });
  numbers.forEach(([, name], i) => cells.set(name, `$C$${POLICY_ROW + policy.shares.length + i}`));
  /** Whose rewards a veto has cancelled is not rewarded, however high the rank. */
  const rewards = (row: number): string | undefined =>
    layout.columns.has(NAMES.rewards)
      ? `IF(${quoteSheet(layout.sheet)}!${cellOf(layout, NAMES.rewards, layout.firstRow + row - first)}="",${cells.get(S.reward) ?? "0"},0)`
      : undefined;
  const resolver =
    (row: number) =>
    (name: string): string =>
      (name === S.reward ? rewards(row) : undefined) ??
      cells.get(name) ??
      `$${COLUMNS[name as keyof typeof COLUMNS]}${row}`;
  const all = (column: "A" | "C" | "D" | "L" | "N"): string => `$${column}$${first}:$${column}$${last}`;
  const unitOnly = (row: number): string => (policy.scope === "unit" ? `(${all("A")}=$A${row})*` : "");
  const counting = (row: number, condition: string): string =>
    `SUMPRODUCT(${unitOnly(row)}(${all("C")}<>"")*${condition})`;
  const ifScored = (row: number, formula: string): SpecCell => ({
    formula: `=IF(ISNUMBER($C${row}),${formula},"")`,
  });
  const gradeCells = cellsOf(references.get(NAMES.gradeNames), scheme.grades.length);
  const gradeList = references.get(NAMES.gradeNames) ?? "";
  const place = (cell: string): string => `MATCH(${cell},${gradeList},0)`;
  const rows = people.names.map((name, i): SpecCell[] => {
    const row = first + i;
    const at = (column: string): string =>
      `${quoteSheet(layout.sheet)}!${cellOf(layout, column, layout.firstRow + i)}`;
    // Lines kept free have no past.
    const free = scored.live === true && name === "";
    const memory = before.get(keyOf(name, people.units[i])) ?? NOTHING_BEFORE;
    const print = (expr: Parameters<typeof printFormula>[0]): SpecCell => ({
      formula: `=${printFormula(expr, resolver(row))}`,
    });
    return [
      ...whoIs(scored, i),
      { formula: `=${at(NAMES.total)}` },
      { formula: `=${at(NAMES.grade)}` },
      ifScored(row, `${counting(row, `(${all("C")}>$C${row})`)}+1`),
      ifScored(row, `${counting(row, `(${all("C")}<$C${row})`)}+1`),
      ifScored(row, counting(row, `(${all("C")}=$C${row})`)),
      ifScored(row, counting(row, "1")),
      free ? null : memory.lastInARow,
      free ? null : memory.warnings.length,
      memory.total,
      print(forcedGrade(policy)),
      {
        formula: `=IF(OR($L${row}="",$L${row}=$D${row}),"",IF(${place(`$L${row}`)}<${place(`$D${row}`)},"▲","▼"))`,
      },
      print(actionOf(policy)),
    ];
  });
  const top = last + 3;
  const gradeRows = gradeCells.map((cell, i): SpecCell[] => [
    { formula: `=${cell}` },
    null,
    { formula: `=COUNTIF(${all("D")},$A${top + 1 + i})` },
    { formula: `=COUNTIF(${all("L")},$A${top + 1 + i})` },
  ]);
  const actionTop = top + gradeRows.length + 2;
  const actionRows = ACTIONS.map((action, i): SpecCell[] => [
    ACTION_WORDS[action][lang],
    null,
    { formula: `=COUNTIF(${all("N")},$A${actionTop + 1 + i})` },
    null,
  ]);
  const pad = (line: readonly SpecCell[]): SpecCell[] => [
    ...line,
    ...Array.from({ length: WIDTH - line.length }, () => null),
  ];
  const shareRows = policy.shares.map((share, i) => {
    const size = policy.scope === "overall" ? `COUNT(${all("C")})` : "";
    const quota = printFormula(quotaOf(policy, i), (name) =>
      name === S.size ? size : (cells.get(name) ?? ""),
    );
    return pad([
      word(share.end),
      null,
      share.share,
      share.grade,
      ...(size ? [{ formula: `=${quota}` }, word("quota")] : [null, null]),
      ...(share.others === undefined ? [] : [word("others"), share.others]),
    ]);
  });
  const numberRows = numbers.map(([label, , value]) => pad([word(label), null, value]));
  const end = actionTop + ACTIONS.length;
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: `A${POLICY_ROW - 1}`, style: "section" },
    { range: `A${POLICY_ROW}:F${header - 3}`, style: "body" },
    {
      range: `C${POLICY_ROW}:C${POLICY_ROW + policy.shares.length - 1}`,
      style: ["input", "number"],
      numberFormat: "0%",
    },
    { range: `D${POLICY_ROW}:D${POLICY_ROW + policy.shares.length - 1}`, style: ["input", "indent1"] },
    {
      range: `C${POLICY_ROW + policy.shares.length}:C${header - 3}`,
      style: ["input", "number"],
      numberFormat: "0",
    },
    ...policy.shares.flatMap(({ others }, i): FormatSpec[] =>
      others === undefined
        ? []
        : [
            { range: `G${POLICY_ROW + i}`, style: ["body", "alignRight"] },
            { range: `H${POLICY_ROW + i}`, style: ["body", "input", "indent1"] },
          ],
    ),
    { range: `A${header - 1}:N${header - 1}`, style: "group" },
    { range: `A${header}:N${header}`, style: "header" },
    { range: `C${header}`, style: "alignRight" },
    { range: `E${header}:K${header}`, style: "alignRight" },
    { range: `A${first}:N${last}`, style: ["body", "row"] },
    { range: `C${first}:C${last}`, style: "number", numberFormat: "0.00" },
    { range: `D${header}:D${last}`, style: "indent1" },
    { range: `E${first}:E${last}`, style: "number", numberFormat: "0" },
    { range: `F${first}:H${last}`, style: ["number", "muted"], numberFormat: "0" },
    { range: `I${first}:J${last}`, style: ["input", "number"], numberFormat: "0" },
    { range: `K${first}:K${last}`, style: ["input", "number"], numberFormat: "0.00" },
    { range: `L${header}:L${last}`, style: ["strong", "indent1"] },
    { range: `M${header}:M${last}`, style: "alignCenter" },
    { range: `A${top}:D${top}`, style: "header" },
    { range: `C${top}:D${top}`, style: "alignRight" },
    { range: `A${top + 1}:D${top + gradeRows.length}`, style: ["body", "row"] },
    { range: `C${top + 1}:D${top + gradeRows.length}`, style: "number", numberFormat: "0" },
    { range: `A${actionTop}:D${actionTop}`, style: "header" },
    { range: `C${actionTop}`, style: "alignRight" },
    { range: `A${actionTop + 1}:D${end}`, style: ["body", "row"] },
    { range: `C${actionTop + 1}:C${end}`, style: "number", numberFormat: "0" },
    { range: `A${end + 2}`, style: "body" },
  ];
  const validations: ValidationSpec[] = [
    {
      range: `D${POLICY_ROW}:D${POLICY_ROW + policy.shares.length - 1}`,
      rule: { kind: "listFrom", source: `=${gradeList}` },
    },
    ...policy.shares.flatMap(({ others }, i): ValidationSpec[] =>
      others === undefined
        ? []
        : [{ range: `H${POLICY_ROW + i}`, rule: { kind: "listFrom", source: `=${gradeList}` } }],
    ),
    {
      range: `C${POLICY_ROW}:C${POLICY_ROW + policy.shares.length - 1}`,
      rule: { kind: "decimal", min: 0, max: 1 },
    },
    { range: `C${POLICY_ROW + policy.shares.length}:C${header - 3}`, rule: { kind: "whole", min: 0 } },
    { range: `I${first}:J${last}`, rule: { kind: "whole", min: 0 } },
    { range: `K${first}:K${last}`, rule: { kind: "decimal" } },
  ];
  const colour = (column: string, sign: string, style: "goodFill" | "warnFill" | "badFill") => ({
    kind: "formula" as const,
    range: `${column}${first}:${column}${last}`,
    formula: `=LEFT($${column}${first},1)="${sign}"`,
    style,
  });
  const ref = (range: string): string => `${quoteSheet(sheet)}!${range}`;
  return {
    layout: { sheet, firstRow: first, lastRow: last, columns: COLUMNS, policy: cells },
    sheet: {
      id: "standing",
      name: sheet,
      blocks: [
        {
          at: "A1",
          cells: [
            pad([word("title")]),
            pad([say(W.note, lang, { ties: word(policy.ties) })]),
            pad([]),
            pad([word("policy")]),
            ...shareRows,
            ...numberRows,
            pad([]),
            pad([null, null, null, null, word("compared"), null, null, null, word("history")]),
            [
              word("unit"),
              word("person"),
              word("total"),
              word("grade"),
              word("rank"),
              word("fromEnd"),
              word("tied"),
              word("size"),
              word("lastBefore"),
              word("warnings"),
              word("previous"),
              word("forced"),
              word("moved"),
              word("action"),
            ],
            ...rows,
            pad([]),
            pad([]),
            pad([say(W.grade, lang), null, word("byScore"), word("final")]),
            ...gradeRows.map(pad),
            pad([]),
            pad([word("action"), null, word("count")]),
            ...actionRows.map(pad),
            pad([]),
            pad([word("signatures")]),
          ],
        },
      ],
      columns: [
        { columns: "A", width: Math.min(24, Math.max(16, ...people.units.map(textWidth)) + 3) },
        { columns: "B", width: Math.min(24, Math.max(12, ...people.names.map(textWidth)) + 3) },
        { columns: "C", width: 10 },
        { columns: "D", width: 16 },
        { columns: "E:H", width: 10 },
        { columns: "I:K", width: 12 },
        { columns: "L", width: 16 },
        { columns: "M", width: 10 },
        { columns: "N", width: 20 },
      ],
      rows: [
        { rows: "1", height: 26 },
        { rows: `${header}`, height: 32 },
      ],
      formats,
      freeze: { rows: header, columns: 2 },
      conditionals: [
        colour("N", "●", "goodFill"),
        colour("N", "▲", "warnFill"),
        colour("N", "▼", "badFill"),
        {
          kind: "formula",
          range: `M${first}:M${last}`,
          formula: `=$M${first}=${quoted("▲")}`,
          style: "good",
        },
        { kind: "formula", range: `M${first}:M${last}`, formula: `=$M${first}=${quoted("▼")}`, style: "bad" },
      ],
      validations,
      filter: `A${header}:N${Math.max(header, last)}`,
      charts: [
        {
          id: "forcedGrades",
          kind: "column",
          title: word("chart"),
          from: `F${top}`,
          to: `N${end}`,
          categories: ref(`$A$${top + 1}:$A$${top + gradeRows.length}`),
          series: [
            {
              name: word("byScore"),
              values: ref(`$C$${top + 1}:$C$${top + gradeRows.length}`),
              color: SERIES_COLORS[2],
              labels: {},
            },
            {
              name: word("final"),
              values: ref(`$D$${top + 1}:$D$${top + gradeRows.length}`),
              color: COLORS.accent,
              labels: {},
            },
          ],
          legend: "top",
          valueAxis: { hidden: true, min: 0 },
          gapWidth: 60,
        },
      ],
      print: {
        orientation: "landscape",
        titleRows: `$${header}:$${header}`,
        fitWidth: 1,
        // So that the chart is not cut in two.
        ...(people.names.length <= 45 && { fitHeight: 1 }),
        area: `A1:N${end + 2}`,
        footer: { left: word("title"), right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}
