import { quoteSheet } from "../../formula/references";
import { NAMES } from "../../scoring/compile";
import type { ReviewProcess } from "../../scoring/review/review";
import type { Scored } from "../analysis/readScored";
import { whoIs } from "../analysis/whoIs";
import { quoted, textWidth } from "../rows";
import { cellOf } from "../scorecard";
import type { SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import { REVIEW_PAGE_WORDS as W } from "./words";

const STAGE_HEADER = 6;
const WIDTH = 8;

/** A day as Excel counts them. @example serialDay("1900-03-01") // 61 */
export function serialDay(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;
}

/**
 * The review as a protected page: each stage with who and when, passed or returned with a reason; everybody's signature
 * or appeal and its answer; and whether all is done. Only the yellow cells can be typed into.
 */
export function reviewSheet(scored: Scored, process: ReviewProcess): SheetSpec {
  const { people, layout } = scored;
  const { lang, stages } = process;
  const word = (key: keyof typeof W): string => W[key][lang];
  const text = (key: keyof typeof W): string => quoted(word(key));
  const name = word("tab");
  const firstStage = STAGE_HEADER + 1;
  const lastStage = STAGE_HEADER + stages.length;
  const header = lastStage + 3;
  const first = header + 1;
  const last = header + people.names.length;
  const pad = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: WIDTH - cells.length }, () => null),
  ];
  const stageRows = stages.map((stage, i): SpecCell[] => {
    const row = firstStage + i;
    const before = i === 0 ? "" : `IF($D${row - 1}<>${text("passed")},${text("waiting")},`;
    return [
      stage.name,
      stage.who.join(lang === "zh-CN" ? "、" : ", "),
      serialDay(stage.due),
      null,
      null,
      null,
      {
        formula: `=IF($D${row}=${text("passed")},IF(N($E${row})>$C${row},${text("late")},${text("done")}),IF($D${row}=${text("returned")},IF($F${row}="",${text("needsReason")},${text("cameBack")}),${before}IF(TODAY()>$C${row},${text("overdue")},${text("open")})${before === "" ? "" : ")"}))`,
      },
      null,
    ];
  });
  const personRows = people.names.map((_, i): SpecCell[] => {
    const row = first + i;
    const at = (column: string): string =>
      `${quoteSheet(layout.sheet)}!${cellOf(layout, column, layout.firstRow + i)}`;
    return [
      ...whoIs(scored, i),
      { formula: `=${at(NAMES.total)}` },
      { formula: `=${at(NAMES.grade)}` },
      null,
      null,
      null,
      {
        formula: `=IF($F${row}<>"",IF($G${row}="",${text("appealed")},IF($E${row}="",${text("answered")},${text("agreed")})),IF($E${row}<>"",${text("agreed")},""))`,
      },
    ];
  });
  const states = `$H$${first}:$H$${last}`;
  const missing = {
    stages: `SUMPRODUCT(($D$${firstStage}:$D$${lastStage}<>${text("passed")})*1)`,
    people: `SUMPRODUCT(($B$${first}:$B$${last}<>"")*($E$${first}:$E$${last}=""))`,
    appeals: `COUNTIF(${states},${text("appealed")})`,
  };
  const parts = word("notReady").split(/\{(\w+)\}/);
  const sentence = parts
    .map((part, i) => (i % 2 === 0 ? quoted(part) : missing[part as keyof typeof missing]))
    .join("&");
  // Who does a stage and when can be filled in on the page where it is not settled yet.
  const open = stages.some(({ who }) => who.length === 0);
  const inputs = [`${open ? "B" : "D"}${firstStage}:F${lastStage}`, `E${first}:G${last}`];
  const validations: ValidationSpec[] = [
    {
      range: `D${firstStage}:D${lastStage}`,
      rule: { kind: "list", values: [word("passed"), word("returned")] },
      prompt: { title: word("result"), message: word("pick") },
    },
    ...[`E${firstStage}:E${lastStage}`, `E${first}:E${last}`].map((range): ValidationSpec => ({
      range,
      rule: { kind: "decimal", min: 36_526, max: 73_050 },
      prompt: { title: word("on"), message: word("dayPrompt") },
      error: { title: word("on"), message: word("dayPrompt") },
    })),
  ];
  const light = (range: string, cell: string, sign: string, style: "good" | "warn" | "bad") => ({
    kind: "formula" as const,
    range,
    formula: `=LEFT(${cell},1)="${sign}"`,
    style,
  });
  const lights = [
    [`G${firstStage}:G${lastStage}`, `$G${firstStage}`],
    [`H${first}:H${last}`, `$H${first}`],
    ["A3", "$A$3"],
  ].flatMap(([range = "", cell = ""]) => [
    light(range, cell, "●", "good"),
    light(range, cell, "▲", "warn"),
    light(range, cell, "▼", "bad"),
  ]);
  return {
    id: "review",
    name,
    blocks: [
      {
        at: "A1",
        cells: [
          pad([word("title")]),
          pad([word("note")]),
          pad([
            {
              formula: `=IF(${missing.stages}+${missing.people}+${missing.appeals}=0,${text("ready")},${sentence})`,
            },
          ]),
          pad([]),
          pad([word("stages")]),
          pad([
            word("stage"),
            word("who"),
            word("due"),
            word("result"),
            word("on"),
            word("reason"),
            word("state"),
          ]),
          ...stageRows,
          pad([]),
          pad([word("people")]),
          [
            word("unit"),
            word("person"),
            word("total"),
            word("grade"),
            word("signed"),
            word("appeal"),
            word("answer"),
            word("state"),
          ],
          ...personRows,
        ],
      },
    ],
    columns: [
      {
        columns: "A",
        width: Math.min(24, Math.max(14, ...stages.map((stage) => textWidth(stage.name))) + 3),
      },
      { columns: "B", width: Math.min(26, Math.max(14, ...people.names.map(textWidth)) + 3) },
      { columns: "C:E", width: 13 },
      { columns: "F:G", width: 28 },
      { columns: "H", width: 24 },
    ],
    rows: [{ rows: "1", height: 26 }],
    formats: [
      { range: "A1", style: "title" },
      { range: "A2", style: "subtitle" },
      { range: "A3", style: ["body", "strong"] },
      { range: "A5", style: "section" },
      { range: `A${STAGE_HEADER}:H${STAGE_HEADER}`, style: "header" },
      { range: `C${STAGE_HEADER}`, style: "alignRight" },
      { range: `E${STAGE_HEADER}`, style: "alignRight" },
      { range: `A${firstStage}:H${lastStage}`, style: ["body", "row"] },
      { range: `C${firstStage}:C${lastStage}`, style: "number", numberFormat: "yyyy-mm-dd" },
      { range: `D${firstStage}:F${lastStage}`, style: ["input", "text"] },
      ...(open ? [{ range: `B${firstStage}:C${lastStage}`, style: "input" as const }] : []),
      { range: `E${firstStage}:E${lastStage}`, style: ["input", "number"], numberFormat: "yyyy-mm-dd" },
      { range: `D${STAGE_HEADER}:D${lastStage}`, style: "indent1" },
      { range: `F${STAGE_HEADER}:F${lastStage}`, style: "indent1" },
      { range: `A${header - 1}`, style: "section" },
      { range: `A${header}:H${header}`, style: "header" },
      { range: `C${header}`, style: "alignRight" },
      { range: `E${header}`, style: "alignRight" },
      { range: `A${first}:H${last}`, style: ["body", "row"] },
      { range: `C${first}:C${last}`, style: "number", numberFormat: "0.00" },
      { range: `D${header}:D${last}`, style: "indent1" },
      { range: `E${first}:E${last}`, style: ["input", "number"], numberFormat: "yyyy-mm-dd" },
      { range: `F${first}:G${last}`, style: ["input", "wrap"] },
      { range: `F${header}:F${last}`, style: "indent1" },
    ],
    conditionals: lights,
    validations,
    protect: { inputs },
    print: {
      orientation: "landscape",
      titleRows: `$${header}:$${header}`,
      fitWidth: 1,
      area: `A1:H${last}`,
      footer: { left: word("title"), right: PAGE_WORDS.pages[lang] },
    },
  };
}
