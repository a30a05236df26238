/** A page that says how much of the planned work of each person was done, and the data pages that read it. */
import { columnName, quoteSheet } from "../../formula/references";
import type { WorkFigure } from "../../forms/plannedWork";
import { say, type Lang, type Phrase } from "../../words";
import { dateCell } from "../dates";
import { WORDS as DATA_WORDS } from "../evaluation/words";
import type { SheetSpec, SpecCell, WorkbookSpec } from "../spec";
import { tableLayout, type TablePage } from "../tablePage";
import { tablePage } from "../tablePageBuilder";

/** One person in one period. */
export interface PlannedWorkRow {
  readonly person: string;
  readonly period: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly planned: number;
  readonly done: number;
  /** Files, or the tab, the tasks stand in. */
  readonly source: string;
}

/** Where the tasks stand when they are in the same workbook: whole columns, with their sheet. */
export interface LiveTasks {
  readonly owner: string;
  readonly due: string;
  /** 1 where a task was planned. */
  readonly planned: string;
  /** 1 where the check that counts found it done. */
  readonly done: string;
}

const PLANNED_WORK_ID = "plannedWork";

const W = {
  tab: { "zh-CN": "计划工作", "en-US": "Planned work" },
  title: { "zh-CN": "计划工作完成率", "en-US": "Planned work done" },
  subtitle: {
    "zh-CN": "完成率 = 检查通过的计划内任务 ÷ 计划内任务，按到期日；计划外任务不计",
    "en-US":
      "Rate = planned tasks found done ÷ planned tasks, by the day they were due; unplanned work is left out",
  },
  person: { "zh-CN": "姓名", "en-US": "Name" },
  period: { "zh-CN": "周期", "en-US": "Period" },
  from: { "zh-CN": "从", "en-US": "From" },
  to: { "zh-CN": "到", "en-US": "To" },
  planned: { "zh-CN": "计划工作", "en-US": "Planned" },
  done: { "zh-CN": "其中完成", "en-US": "Done" },
  rate: { "zh-CN": "完成率", "en-US": "Rate" },
  source: { "zh-CN": "来源", "en-US": "From the plan" },
  all: { "zh-CN": "合计", "en-US": "Everybody" },
  note: {
    "zh-CN": "考核数据里的对应单元格引用本页，共 {n} 人次。",
    "en-US": "The data page reads its figures from here: {n} lines.",
  },
} as const satisfies Record<string, Phrase>;

function pageOf(rows: readonly PlannedWorkRow[], lang: Lang, live?: LiveTasks): TablePage {
  const count = (what: string | undefined, cell: (key: string) => string): string =>
    `SUMIFS(${what ?? ""},${live?.owner ?? ""},${cell("person")},${live?.due ?? ""},">="&${cell("from")},${live?.due ?? ""},"<="&${cell("to")})`;
  const page: TablePage = {
    id: PLANNED_WORK_ID,
    tab: W.tab[lang],
    title: W.title[lang],
    subtitle: W.subtitle[lang],
    lang,
    columns: [
      { key: "person", header: W.person[lang], width: 18, kind: "text" },
      { key: "period", header: W.period[lang], width: 16, kind: "text" },
      { key: "from", header: W.from[lang], width: 12, kind: "date" },
      { key: "to", header: W.to[lang], width: 12, kind: "date" },
      {
        key: "planned",
        header: W.planned[lang],
        width: 11,
        kind: "number",
        total: "sum",
        ...(live ? { formula: ({ cell }) => count(live.planned, cell) } : {}),
      },
      {
        key: "done",
        header: W.done[lang],
        width: 11,
        kind: "number",
        total: "sum",
        ...(live ? { formula: ({ cell }) => count(live.done, cell) } : {}),
      },
      {
        key: "rate",
        header: W.rate[lang],
        width: 10,
        kind: "percent",
        formula: ({ cell }) => `IF(N(${cell("planned")})=0,"",${cell("done")}/${cell("planned")})`,
      },
      { key: "source", header: W.source[lang], width: 34, kind: "text", wraps: true },
    ],
    rows: rows.map(({ person, period, from, to, planned, done, source }) => ({
      person,
      period,
      from: dateCell(from),
      to: dateCell(to),
      ...(live ? {} : { planned, done }),
      source,
    })),
    totalLabel: W.all[lang],
    notes: [say(W.note, lang, { n: rows.length })],
  };
  return page;
}

/** Which of a data page's columns read which figure: by the header of the input. */
export interface FedColumn {
  readonly header: string;
  readonly figure: WorkFigure;
}

/**
 * The evaluation's workbook with the page of planned work before the page about the numbers, and the data pages reading
 * it: a changed task changes the score.
 */
export function withPlannedWork(
  book: WorkbookSpec,
  rows: readonly PlannedWorkRow[],
  columns: readonly FedColumn[],
  lang: Lang,
  live?: LiveTasks,
): WorkbookSpec {
  if (rows.length === 0) return book;
  const page = pageOf(rows, lang, live);
  const layout = tableLayout(page);
  const place = new Map(rows.map(({ person, period }, i) => [`${person}\n${period}`, layout.firstRow + i]));
  const reference = (figure: WorkFigure, row: number): SpecCell => ({
    formula: `=${quoteSheet(page.tab)}!$${layout.letter(figure)}$${row}`,
  });
  const single = new Set(rows.map(({ period }) => period)).size === 1 ? rows[0]?.period : undefined;
  const sheets = book.sheets.map((sheet) =>
    /^data(-|$)/.test(sheet.id) ? fed(sheet, columns, place, single, reference, lang) : sheet,
  );
  const about = sheets.filter(({ id }) => id === "about");
  return {
    ...book,
    sheets: [...sheets.filter(({ id }) => id !== "about"), tablePage(page).sheet, ...about],
  };
}

function fed(
  sheet: SheetSpec,
  columns: readonly FedColumn[],
  place: ReadonlyMap<string, number>,
  single: string | undefined,
  reference: (figure: WorkFigure, row: number) => SpecCell,
  lang: Lang,
): SheetSpec {
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      const header = block.cells.findIndex((line) => line.includes(DATA_WORDS.name[lang]));
      const words = block.cells[header] ?? [];
      const nameAt = words.indexOf(DATA_WORDS.name[lang]);
      const periodAt = words.indexOf(DATA_WORDS.period[lang]);
      const reads = columns.flatMap(({ header: word, figure }) => {
        const at = words.indexOf(word);
        return at < 0 ? [] : [{ at, figure }];
      });
      if (header < 0 || reads.length === 0) return block;
      return {
        at: block.at,
        cells: block.cells.map((line, i) => {
          const period = periodAt < 0 ? single : line[periodAt];
          const row = i <= header ? undefined : place.get(`${String(line[nameAt])}\n${String(period)}`);
          if (row === undefined) return line;
          return line.map((cell, column) => {
            const read = reads.find(({ at }) => at === column);
            return read ? reference(read.figure, row) : cell;
          });
        }),
      };
    }),
  };
}

/** Whole columns of a page of tasks, by the letters its columns have now. */
export function liveTasks(
  tab: string,
  columns: ReadonlyMap<string, number>,
  firstRow: number,
  lastRow: number,
): LiveTasks | undefined {
  const range = (key: string): string | undefined => {
    const at = columns.get(key);
    if (at === undefined) return undefined;
    return `${quoteSheet(tab)}!$${columnName(at)}$${firstRow}:$${columnName(at)}$${lastRow}`;
  };
  const [owner, due, planned, done] = [range("owner"), range("due"), range("plannedN"), range("doneN")];
  if (owner === undefined || due === undefined || planned === undefined || done === undefined)
    return undefined;
  return { owner, due, planned, done };
}
