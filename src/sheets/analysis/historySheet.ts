import type { HistoryEntry } from "../../scoring/consequences/history";
import { ACTIONS } from "../../scoring/consequences/policy";
import { ACTION_WORDS } from "../../scoring/consequences/words";
import { LANGS, type Lang, type Phrase } from "../../words";
import { text, type Grid } from "../readBack";
import { textWidth } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { PAGE_WORDS } from "../words";

const W = {
  tab: { "zh-CN": "往期结果", "en-US": "Earlier periods" },
  title: { "zh-CN": "往期结果", "en-US": "Earlier periods" },
  note: {
    "zh-CN": "连续末位和有效警告由此带入本期；每期一人一行，旧的在前。",
    "en-US":
      "Last in a row and warnings that still count come from here; a line a person and period, oldest first.",
  },
  period: { "zh-CN": "考核", "en-US": "Evaluation" },
  unit: { "zh-CN": "单位", "en-US": "Unit" },
  name: { "zh-CN": "姓名", "en-US": "Name" },
  total: { "zh-CN": "总分", "en-US": "Total" },
  grade: { "zh-CN": "等级", "en-US": "Grade" },
  action: { "zh-CN": "奖惩", "en-US": "Consequence" },
  lastInARow: { "zh-CN": "连续末位", "en-US": "Last in a row" },
  warnings: { "zh-CN": "警告剩余期数", "en-US": "Warnings: periods left" },
} as const satisfies Record<string, Phrase>;

const COLUMNS = ["period", "unit", "name", "total", "grade", "action", "lastInARow", "warnings"] as const;
const HEADER = 4;

/** What earlier periods left behind, a line a person and period. */
export function historySheet(entries: readonly HistoryEntry[], lang: Lang): SheetSpec {
  const first = HEADER + 1;
  const last = HEADER + Math.max(1, entries.length);
  const rows = entries.map((entry): SpecCell[] => [
    entry.period,
    entry.unit,
    entry.name,
    entry.total,
    entry.grade,
    entry.action === null ? null : ACTION_WORDS[entry.action][lang],
    entry.lastInARow,
    entry.warnings.join("; "),
  ]);
  const wide = (values: readonly string[], least: number): number =>
    Math.min(26, Math.max(least, ...values.map(textWidth)) + 3);
  return {
    id: "history",
    name: W.tab[lang],
    blocks: [
      { at: "A1", cells: [[W.title[lang]]] },
      { at: "A2", cells: [[W.note[lang]]] },
      { at: `A${HEADER}`, cells: [COLUMNS.map((key) => W[key][lang]), ...rows] },
    ],
    columns: [
      {
        columns: "A",
        width: wide(
          entries.map(({ period }) => period),
          12,
        ),
      },
      {
        columns: "B",
        width: wide(
          entries.map(({ unit }) => unit),
          10,
        ),
      },
      {
        columns: "C",
        width: wide(
          entries.map(({ name }) => name),
          10,
        ),
      },
      { columns: "D", width: 10 },
      { columns: "E", width: 16 },
      { columns: "F", width: 20 },
      { columns: "G", width: 14 },
      { columns: "H", width: 24 },
    ],
    rows: [{ rows: "1", height: 26 }],
    formats: [
      { range: "A1", style: "title" },
      { range: "A2", style: "subtitle" },
      { range: `A${HEADER}:H${HEADER}`, style: "header" },
      { range: `A${first}:H${last}`, style: ["body", "row", "text"] },
      { range: `D${HEADER}`, style: "alignRight" },
      { range: `D${first}:D${last}`, style: "number", numberFormat: "0.00" },
      { range: `E${HEADER}:E${last}`, style: "indent1" },
      { range: `G${HEADER}`, style: "alignRight" },
      { range: `G${first}:G${last}`, style: "number", numberFormat: "0" },
      { range: `H${HEADER}:H${last}`, style: "indent1" },
    ],
    freeze: { rows: HEADER, columns: 0 },
    filter: `A${HEADER}:H${last}`,
    protect: { inputs: [] },
    print: {
      orientation: "portrait",
      titleRows: `$${HEADER}:$${HEADER}`,
      fitWidth: 1,
      footer: { left: W.title[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

/** Reads such a page back; nothing where the page is another one. @param rows values from A1 on */
export function readHistory(rows: Grid): HistoryEntry[] {
  for (const lang of LANGS) {
    const header = rows.findIndex((row) => COLUMNS.every((key) => row.some((cell) => cell === W[key][lang])));
    const words = rows[header];
    if (!words) continue;
    const at = (row: Grid[number], key: (typeof COLUMNS)[number]) => row[words.indexOf(W[key][lang])] ?? null;
    return rows.slice(header + 1).flatMap((row): HistoryEntry[] => {
      if (text(at(row, "name")) === "") return [];
      const total = at(row, "total");
      return [
        {
          period: text(at(row, "period")),
          unit: text(at(row, "unit")),
          name: text(at(row, "name")),
          total: typeof total === "number" ? total : null,
          grade: text(at(row, "grade")),
          action: actionCalled(text(at(row, "action"))),
          lastInARow: Number(at(row, "lastInARow") ?? 0) || 0,
          warnings: text(at(row, "warnings"))
            .split(/[;；,，\s]+/)
            .map(Number)
            .filter((left) => Number.isInteger(left) && left > 0),
        },
      ];
    });
  }
  return [];
}

/** @example actionCalled("▲ warned") // "warned" */
export function actionCalled(word: string): HistoryEntry["action"] {
  return ACTIONS.find((action) => LANGS.some((lang) => ACTION_WORDS[action][lang] === word)) ?? null;
}
