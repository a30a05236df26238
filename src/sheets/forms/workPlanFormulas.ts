/** Everything on a work plan's pages that is worked out: formulas over the tables, and lists to choose from. */
import { CHECKS, type Quadrant } from "../../forms/workPlan";
import type { Lang } from "../../words";
import { quoted } from "../rows";
import type { TableColumn, TableLayout } from "../tablePage";
import { FORM_WORDS } from "./words";
import { CHECK_WORDS, QUADRANT_WORDS, STATUS_WORDS, W } from "./workPlanWords";

/** Cells (with sheet) where the weekly report keeps the person and the Monday it is about. */
export interface Picked {
  readonly person: string;
  readonly week: string;
}

export interface WorkPlanLayouts {
  readonly goals: TableLayout;
  readonly months: TableLayout;
  readonly tasks: TableLayout;
  readonly completion: TableLayout;
}

/** A column that knows which page it is on. */
export type PageColumn = TableColumn & { readonly page: keyof WorkPlanLayouts };

export const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** Adds what refers to other pages: lists to choose from, and formulas. */
export function bindFormulas(layouts: WorkPlanLayouts, picked: Picked, lang: Lang) {
  const { goals, months, tasks, completion } = layouts;
  const people = completion.range("name");
  const count = (key: "plannedN" | "doneN", by: "goalKey" | "item", id: string) =>
    `SUMIFS(${tasks.range(key)},${tasks.range(by)},${id})`;
  const rate = (planned: string, done: string) => `IF(N(${planned})=0,"",${done}/${planned})`;
  const ofMonth = (key: "plannedN" | "doneN", name: string, month: number) =>
    `SUMIFS(${tasks.range(key)},${tasks.range("owner")},${name},${tasks.range("month")},${month})`;
  const ofYear = (key: "plannedN" | "doneN", name: string) =>
    `SUMIFS(${tasks.range(key)},${tasks.range("owner")},${name})`;
  const total = (key: string) => completion.cell(key, completion.totalRow ?? completion.lastRow);
  const yes = quoted(FORM_WORDS.yes[lang]);
  const formulas: Readonly<Record<string, Partial<TableColumn>>> = {
    "goals.owner": { choicesFrom: people },
    "goals.planned": {
      formula: ({ cell }) => `IF(${cell("id")}="","",${count("plannedN", "goalKey", cell("id"))})`,
    },
    "goals.done": {
      formula: ({ cell }) => `IF(${cell("id")}="","",${count("doneN", "goalKey", cell("id"))})`,
    },
    "goals.rate": { formula: ({ cell }) => rate(cell("planned"), cell("done")) },
    "months.goal": { choicesFrom: goals.range("id") },
    "months.owner": { choicesFrom: people },
    "months.planned": {
      formula: ({ cell }) => `IF(${cell("id")}="","",${count("plannedN", "item", cell("id"))})`,
    },
    "months.done": { formula: ({ cell }) => `IF(${cell("id")}="","",${count("doneN", "item", cell("id"))})` },
    "months.rate": { formula: ({ cell }) => rate(cell("planned"), cell("done")) },
    "tasks.owner": { choicesFrom: people },
    "tasks.item": { choicesFrom: months.range("id") },
    "tasks.quadrant": {
      formula: ({ cell }) => {
        const word = (quadrant: Quadrant) => quoted(QUADRANT_WORDS[quadrant][lang]);
        const urgent = `${cell("urgent")}=${yes}`;
        return `IF(${cell("text")}="","",IF(${cell("important")}=${yes},IF(${urgent},${word("doNow")},${word("schedule")}),IF(${urgent},${word("delegate")},${word("drop")})))`;
      },
    },
    "tasks.look": {
      formula: ({ cell }) => {
        const no = quoted(FORM_WORDS.no[lang]);
        const status = (one: "done" | "extended" | "stopped") =>
          `${cell("status")}=${quoted(STATUS_WORDS[one][lang])}`;
        return `IF(${cell("text")}="","",IF(AND(OR(${status("extended")},${status("stopped")}),${cell("reason")}=""),${quoted(W.noReason[lang])},IF(AND(${status("done")},OR(${cell("unit")}=${no},${cell("centre")}=${no})),${quoted(W.disagree[lang])},IF(AND(${cell("due")}<>"",${cell("due")}<${cell("week")}),${quoted(W.early[lang])},""))))`;
      },
    },
    "tasks.month": { formula: ({ cell }) => `IF(${cell("due")}="","",MONTH(${cell("due")}))` },
    "tasks.goalKey": {
      formula: ({ cell }) =>
        `IF(${cell("item")}="","",IFERROR(INDEX(${months.range("goal")},MATCH(${cell("item")},${months.range("id")},0))&"",""))`,
    },
    "tasks.plannedN": {
      formula: ({ cell }) =>
        `IF(${cell("text")}="","",IF(${cell("inPlan")}=${quoted(W.plannedYes[lang])},1,0))`,
    },
    "tasks.doneN": {
      formula: ({ cell }) => {
        const counts = completion.setting("counts");
        const checked = CHECKS.reduceRight(
          (otherwise, check) =>
            otherwise === ""
              ? `${cell(check)}=${yes}`
              : `IF(${counts}=${quoted(CHECK_WORDS[check][lang])},${cell(check)}=${yes},${otherwise})`,
          "",
        );
        return `IF(${cell("text")}="","",IF(${cell("plannedN")}=1,IF(${checked},1,0),0))`;
      },
    },
    "tasks.reportKey": {
      formula: ({ cell, soFar }) => {
        const nth = (week: string) => `COUNTIFS(${soFar("owner")},${picked.person},${soFar("week")},${week})`;
        return `IF(OR(${cell("text")}="",${cell("owner")}<>${picked.person}),"",IF(${cell("week")}=${picked.week},"W"&${nth(picked.week)},IF(${cell("week")}=${picked.week}+7,"N"&${nth(`${picked.week}+7`)},"")))`;
      },
    },
    "tasks.quadrantKey": {
      formula: ({ cell, soFar }) =>
        `IF(LEFT(${cell("reportKey")},1)="W",${cell("quadrant")}&COUNTIFS(${soFar("owner")},${picked.person},${soFar("week")},${picked.week},${soFar("quadrant")},${cell("quadrant")}),"")`,
    },
    "completion.planned": {
      formula: ({ cell }) => `IF(${cell("name")}="","",${ofYear("plannedN", cell("name"))})`,
    },
    "completion.done": {
      formula: ({ cell }) => `IF(${cell("name")}="","",${ofYear("doneN", cell("name"))})`,
    },
    "completion.rate": {
      formula: ({ cell }) => rate(cell("planned"), cell("done")),
      total: () => rate(total("planned"), total("done")),
    },
    ...Object.fromEntries(
      MONTHS.map((month) => [
        `completion.m${month}`,
        {
          formula: ({ cell }: { cell: (key: string) => string }) =>
            rate(ofMonth("plannedN", cell("name"), month), ofMonth("doneN", cell("name"), month)),
          total: () => {
            const all = (key: "plannedN" | "doneN") =>
              `SUMIFS(${tasks.range(key)},${tasks.range("month")},${month})`;
            return rate(all("plannedN"), all("doneN"));
          },
        },
      ]),
    ),
  };
  return ({ page, ...column }: PageColumn): TableColumn => ({
    ...column,
    ...formulas[`${page}.${column.key}`],
  });
}
