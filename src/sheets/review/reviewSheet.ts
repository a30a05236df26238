import { columnName } from "../../formula/references";
import { EVENT_KINDS, EVENT_WORDS } from "../../scoring/review/events";
import { say } from "../../words";
import { quoted, textWidth } from "../rows";
import type { FormatSpec, SheetSpec, SpecCell, ValidationSpec } from "../spec";
import { PAGE_WORDS } from "../words";
import { serialOf } from "./dates";
import { logRows } from "./logSheet";
import type { LOG } from "./pages";
import {
  allStages,
  BOARD,
  boardLayout,
  logRange,
  STAGE_HEADER,
  stageLabels,
  TABLE_LEFT,
  transitionsFor,
  type ReviewPages,
} from "./pages";
import { REVIEW_PAGE_WORDS as W } from "./words";

type Column = keyof typeof BOARD;
const COLUMNS = Object.keys(BOARD) as Column[];
const LAST = BOARD.line;

/**
 * The review as a protected page: who does which stage until when and what leads where; and everybody with the computed
 * and the reviewed score, the one that counts, its grade and rank, where they stand and who is to act. All of it follows
 * from the log by formulas.
 */
export function reviewSheet(pages: ReviewPages): SheetSpec {
  const { name, process, subjects } = pages;
  const { lang, stages } = process;
  const word = (key: keyof typeof W): string => W[key][lang];
  const layout = boardLayout(process, subjects.length);
  const { firstStage, daysRow, header, first, last } = layout;
  const pad = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: COLUMNS.length - cells.length }, () => null),
  ];
  const people = subjects.map((_, i) => personRow(pages, i));
  const inputs = [`B${firstStage}:C${firstStage + stages.length - 1}`, `B${daysRow}`];
  return {
    id: "review",
    name: word("tab"),
    blocks: [
      {
        at: "A1",
        cells: [
          pad([say(W.title, lang, { name })]),
          pad([say(W.note, lang, { log: word("logTab") })]),
          pad([summary(pages)]),
          pad([]),
          pad([word("stages"), null, null, null, word("leads")]),
          pad([
            word("stage"),
            word("who"),
            word("due"),
            word("here"),
            ...EVENT_KINDS.map((kind) => EVENT_WORDS[kind][lang]),
          ]),
          ...stageRows(pages).map(pad),
          pad([word("appealDays"), process.appealDays, word("appealNote")]),
          pad([]),
          pad([word("people")]),
          COLUMNS.map((column) => word(column)),
          ...people,
        ],
      },
    ],
    columns: columnsOf(pages),
    rows: [
      { rows: "1", height: 26 },
      { rows: `${STAGE_HEADER}`, height: 32 },
      { rows: `${header}`, height: 32 },
    ],
    formats: formatsOf(pages, inputs),
    freeze: { rows: 0, columns: 2 },
    conditionals: [
      ...light("A3:A3", "$A$3"),
      ...light(`${BOARD.state}${first}:${BOARD.state}${last}`, `$${BOARD.state}${first}`),
      ...light(`${BOARD.light}${first}:${BOARD.light}${last}`, `$${BOARD.light}${first}`),
    ],
    validations: validationsOf(word, layout, stages.length),
    protect: { inputs },
    filter: `A${header}:${LAST}${last}`,
    print: {
      orientation: "landscape",
      titleRows: `$${header}:$${header}`,
      fitWidth: 1,
      area: `A1:${BOARD.reason}${last}`,
      footer: { left: say(W.title, lang, { name }), right: PAGE_WORDS.pages[lang] },
    },
  };
}

function light(range: string, cell: string): NonNullable<SheetSpec["conditionals"]> {
  return (
    [
      ["●", "good"],
      ["▲", "warn"],
      ["▼", "bad"],
    ] as const
  ).map(([sign, style]) => ({ kind: "formula", range, formula: `=LEFT(${cell},1)="${sign}"`, style }));
}

/** How far the whole of it is, in one sentence. */
function summary({ process, subjects }: ReviewPages): SpecCell {
  const { lang } = process;
  const { first, last } = boardLayout(process, subjects.length);
  const labels = stageLabels(process);
  const column = (key: Column): string => `$${BOARD[key]}$${first}:$${BOARD[key]}$${last}`;
  const at = (id: string): string =>
    `SUMPRODUCT((${column("stage")}=${quoted(labels.get(id) ?? id)})*(${column("computed")}<>""))`;
  const scored = `COUNT(${column("computed")})`;
  const parts: Readonly<Record<string, string>> = {
    scored,
    locked: at("locked"),
    signed: at("signed"),
    appealed: at("appealed"),
    open: `(${scored}-${at("locked")}-${at("signed")}-${at("appealed")})`,
  };
  const sentence = W.done[lang]
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 0 ? quoted(part) : (parts[part] ?? quoted(part))))
    .join("&");
  return {
    formula: `=IF(AND(${scored}>0,${scored}=${at("locked")}),${quoted(W.allDone[lang])},${sentence})`,
  };
}

function stageRows({ process, subjects }: ReviewPages): SpecCell[][] {
  const { lang, stages } = process;
  const { first, last, firstStage } = boardLayout(process, subjects.length);
  const labels = stageLabels(process);
  const table = transitionsFor(process);
  return allStages(process).map((id, i) => {
    const own = stages.find((stage) => stage.id === id);
    const column = `$${BOARD.stage}$${first}:$${BOARD.stage}$${last}`;
    const scored = `($${BOARD.computed}$${first}:$${BOARD.computed}$${last}<>"")`;
    return [
      labels.get(id) ?? id,
      own && own.who.length > 0 ? own.who.join(lang === "zh-CN" ? "、" : ", ") : null,
      own && own.due !== "" ? serialOf(own.due) : null,
      { formula: `=SUMPRODUCT((${column}=$A${firstStage + i})*${scored})` },
      ...EVENT_KINDS.map((kind) => {
        const to = table.get(id)?.get(kind);
        return to === undefined ? "–" : (labels.get(to) ?? to);
      }),
    ];
  });
}

function personRow({ process, subjects, events }: ReviewPages, index: number): SpecCell[] {
  const subject = subjects[index];
  const { lang, stages } = process;
  const text = (key: keyof typeof W): string => quoted(W[key][lang]);
  const { first, last, firstStage, lastStage } = boardLayout(process, subjects.length);
  const row = first + index;
  const here = (key: Column): string => `$${BOARD[key]}${row}`;
  const rows = logRows(events);
  const log = (key: keyof typeof LOG): string => logRange(key, rows, lang);
  // Looked up once: a program that finds a text in a list goes through all of it.
  const latest = (key: keyof typeof LOG, otherwise: string): string => {
    const found = `INDEX(${log(key)},${here("line")})`;
    return `IF(${here("line")}=0,${otherwise},IF(${found}="","",${found}))`;
  };
  const labels = stageLabels(process);
  const label = (id: string): string => quoted(labels.get(id) ?? id);
  const ofStage = (column: "B" | "C", stage: string): string =>
    `INDEX($${column}$${firstStage}:$${column}$${lastStage},MATCH(${stage},$A$${firstStage}:$A$${lastStage},0))`;
  const who = (stage: string): string => `IF(${ofStage("B", stage)}="","",${ofStage("B", stage)})`;
  const lastOwn = label(stages.at(-1)?.id ?? "");
  const event = latest("event", '""');
  const cells: Readonly<Record<Column, string | undefined>> = {
    unit: undefined,
    person: undefined,
    computed: subject?.computed ?? '""',
    reviewed: latest("countsNow", '""'),
    counts: `IF(ISNUMBER(${here("reviewed")}),${here("reviewed")},${here("computed")})`,
    light: byBands(subject, here, "light"),
    grade: byBands(subject, here, "grade"),
    rank: `IF(ISNUMBER(${here("counts")}),RANK(${here("counts")},$${BOARD.counts}$${first}:$${BOARD.counts}$${last}),"")`,
    stage: `IF(${here("person")}="","",${latest("to", label(stages[0]?.id ?? ""))})`,
    since: latest("when", '""'),
    toAct: `IF(OR(${here("stage")}=${label("sign")}),${here("person")},IF(${here("stage")}=${label("appealed")},${who(lastOwn)},IFERROR(${who(here("stage"))},"")))`,
    due: `IFERROR(IF(N(${ofStage("C", here("stage"))})=0,"",${ofStage("C", here("stage"))}),"")`,
    state: `IF(${here("person")}="","",IF(NOT(ISNUMBER(${here("counts")})),${text("notScored")},IF(LEFT(${here("stage")},1)="▼",${text("seeLog")},IF(${here("stage")}=${label("locked")},${text("isLocked")},IF(${here("stage")}=${label("signed")},${text("isSigned")},IF(${here("stage")}=${label("appealed")},${text("isAppealed")},IF(AND(ISNUMBER(${here("due")}),TODAY()>N(${here("due")})),${text("overdue")},IF(OR(${(["return", "unlock", "uphold"] as const).map((kind) => `${event}=${quoted(EVENT_WORDS[kind][lang])}`).join(",")}),${text("cameBack")},${text("open")}))))))))`,
    reason: latest("why", '""'),
    entries: `IF(${here("person")}="",0,COUNTIF(${log("about")},${here("person")}))`,
    line: `IF(${here("entries")}=0,0,IFERROR(MATCH(${here("person")}&"#"&${here("entries")},${log("entry")},0),0))`,
  };
  return COLUMNS.map((column): SpecCell => {
    if (column === "unit" || column === "person") {
      const typed = subject?.cells?.[column === "unit" ? "unit" : "name"];
      return typed === undefined ? (subject?.[column] ?? null) : { formula: `=IF(${typed}="","",${typed})` };
    }
    const formula = cells[column];
    return formula === undefined ? null : { formula: `=${formula}` };
  });
}

/** The computed score's own grade, unless a reviewed one counts: then what the bands say of that. */
function byBands(
  subject: ReviewPages["subjects"][number] | undefined,
  here: (key: Column) => string,
  part: "grade" | "light",
): string {
  const own = subject?.[part] ?? '""';
  const bands = subject?.bands;
  if (!subject || !bands) return own;
  // A grade that the bands do not give was capped by a veto, and stays so.
  const free = `${bands(here("computed")).grade}=${subject.grade}`;
  return `IF(ISNUMBER(${here("reviewed")}),IF(${free},${bands(here("counts"))[part]},${own}),${own})`;
}

function columnsOf({ process, subjects }: ReviewPages): NonNullable<SheetSpec["columns"]> {
  const names = [...stageLabels(process).values()];
  const wide = (texts: readonly string[], least: number, most: number): number =>
    Math.min(most, Math.max(least, ...texts.map(textWidth)) + 3);
  const units = subjects.map(({ unit }) => unit);
  const persons = subjects.map(({ person }) => person);
  const stage = wide(names, 12, 18);
  return [
    { columns: BOARD.unit, width: wide([...units, ...names], 12, 22) },
    { columns: BOARD.person, width: wide(persons, 16, 26) },
    { columns: `${BOARD.computed}:${BOARD.counts}`, width: 13 },
    { columns: `${BOARD.light}:${BOARD.rank}`, width: 13 },
    { columns: BOARD.stage, width: stage },
    { columns: BOARD.since, width: 13 },
    { columns: BOARD.toAct, width: wide(persons, 14, 22) },
    { columns: BOARD.due, width: 13 },
    { columns: BOARD.state, width: 15 },
    { columns: BOARD.reason, width: 34 },
    { columns: `${BOARD.entries}:${BOARD.line}`, width: 9 },
  ];
}

function formatsOf({ process, subjects }: ReviewPages, inputs: readonly string[]): FormatSpec[] {
  const { firstStage, lastStage, daysRow, header, first, last } = boardLayout(process, subjects.length);
  const at = (key: Column, from = first): string => `${BOARD[key]}${from}:${BOARD[key]}${last}`;
  const right = columnName(TABLE_LEFT + EVENT_KINDS.length - 1);
  const table = columnName(TABLE_LEFT);
  return [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: "A3", style: ["body", "strong"] },
    { range: "A5", style: "section" },
    { range: `${table}5`, style: "section" },
    { range: `A${STAGE_HEADER}:${right}${STAGE_HEADER}`, style: "header" },
    { range: `C${STAGE_HEADER}:D${STAGE_HEADER}`, style: "alignRight" },
    { range: `A${firstStage}:${right}${lastStage}`, style: ["body", "row"] },
    { range: `B${firstStage}:B${lastStage}`, style: "text" },
    { range: `C${firstStage}:C${lastStage}`, style: "number", numberFormat: "yyyy-mm-dd" },
    { range: `D${firstStage}:D${lastStage}`, style: "number", numberFormat: "0" },
    { range: `${table}${STAGE_HEADER}:${right}${lastStage}`, style: "indent1" },
    { range: `${table}${firstStage}:${right}${lastStage}`, style: "muted" },
    { range: `A${daysRow}:A${daysRow}`, style: "body" },
    { range: `B${daysRow}`, style: ["body", "text"], numberFormat: "0" },
    { range: `C${daysRow}`, style: ["body", "muted"] },
    { range: `A${header - 1}`, style: "section" },
    { range: `A${header}:${LAST}${header}`, style: "header" },
    { range: `${BOARD.computed}${header}:${BOARD.counts}${header}`, style: "alignRight" },
    { range: `A${first}:${LAST}${last}`, style: ["body", "row", "text"] },
    { range: `${BOARD.computed}${first}:${BOARD.counts}${last}`, style: "number", numberFormat: "0.00" },
    { range: at("counts"), style: "strong" },
    { range: at("light", header), style: "alignCenter" },
    { range: at("rank", header), style: "alignRight" },
    { range: at("rank"), style: "number", numberFormat: "0" },
    { range: at("stage", header), style: "indent1" },
    { range: at("since"), style: "text", numberFormat: "yyyy-mm-dd" },
    { range: at("due"), style: "text", numberFormat: "yyyy-mm-dd" },
    { range: at("reason"), style: "wrap" },
    { range: `${BOARD.entries}${header}:${LAST}${last}`, style: ["muted", "alignRight"] },
    ...inputs.map((range) => ({ range, style: "input" as const })),
  ];
}

function validationsOf(
  word: (key: keyof typeof W) => string,
  { firstStage, daysRow }: ReturnType<typeof boardLayout>,
  stages: number,
): ValidationSpec[] {
  const lastOwn = firstStage + stages - 1;
  return [
    {
      range: `C${firstStage}:C${lastOwn}`,
      rule: { kind: "decimal", min: 36_526, max: 73_050 },
      prompt: { title: word("due"), message: word("dayPrompt") },
      error: { title: word("due"), message: word("dayPrompt") },
    },
    { range: `B${daysRow}`, rule: { kind: "whole", min: 0, max: 365 } },
  ];
}
