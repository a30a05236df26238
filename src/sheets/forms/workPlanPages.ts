/** The tables of a work plan. What they hold is described here once: the pages and reading them back both follow it. */
import { CHECKS, STATUSES, type Check, type WorkPlan } from "../../forms/workPlan";
import { say, type Lang } from "../../words";
import { dateCell, dayCell } from "../dates";
import { quoted } from "../rows";
import type { SpecCell } from "../spec";
import { rateOfSums, tableLayout, type TableColumn, type TablePage } from "../tablePage";
import { completionTable } from "./completionTable";
import { FORM_WORDS } from "./words";
import { SPARE, WORK_PLAN_SHEETS, of, type Draft } from "./workPlanDraft";
import { MONTHS, bindFormulas, type Picked, type WorkPlanLayouts } from "./workPlanFormulas";
import { CHECK_WORDS, STAGES, STATUS_WORDS, W } from "./workPlanWords";

export interface WorkPlanPages {
  readonly pages: readonly TablePage[];
  readonly layouts: WorkPlanLayouts;
}

/**
 * Goals, months, tasks and completion as pages.
 *
 * @param picked cells (with sheet) of the person and the Monday that the weekly report shows
 */
export function workPlanPages(plan: WorkPlan, picked: Picked, lang: Lang): WorkPlanPages {
  const parts = {
    goals: goalsTable(plan, lang),
    months: monthsTable(plan, lang),
    tasks: tasksTable(plan, lang),
    completion: completionTable(plan, lang),
  };
  const layouts = {
    goals: tableLayout(parts.goals),
    months: tableLayout(parts.months),
    tasks: tableLayout(parts.tasks),
    completion: tableLayout(parts.completion),
  };
  const bound = bindFormulas(layouts, picked, lang);
  return {
    layouts,
    pages: [
      { ...parts.goals, columns: parts.goals.columns.map(bound) },
      { ...parts.months, columns: parts.months.columns.map(bound) },
      { ...parts.tasks, columns: parts.tasks.columns.map(bound) },
      { ...parts.completion, columns: parts.completion.columns.map(bound) },
    ],
  };
}

export function goalsTable(plan: WorkPlan, lang: Lang): Draft {
  const typed = plan.approved === undefined;
  return {
    id: WORK_PLAN_SHEETS.goals,
    tab: W.goalsTab[lang],
    title: plan.title,
    subtitle: W.goalsSubtitle[lang],
    lang,
    locked: !typed,
    settings: [
      {
        key: "approvedBy",
        label: W.approvedBy[lang],
        value: plan.approved?.by ?? null,
        typed,
        note: W.approvedNote[lang],
      },
      {
        key: "approvedOn",
        label: W.approvedOn[lang],
        value: plan.approved ? dateCell(plan.approved.on) : null,
        kind: "date",
        typed,
      },
    ],
    columns: of("goals", [
      { key: "id", header: W.id[lang], width: 14, kind: "text", typed },
      { key: "text", header: W.goal[lang], width: 38, kind: "text", typed, wraps: true },
      { key: "measure", header: W.measure[lang], width: 34, kind: "text", typed, wraps: true },
      { key: "owner", header: W.owner[lang], width: 14, kind: "text", typed },
      { key: "due", header: W.due[lang], width: 13, kind: "date", typed },
      { key: "planned", header: W.planned[lang], width: 11, kind: "number", total: "sum" },
      { key: "done", header: W.done[lang], width: 9, kind: "number", total: "sum" },
      { key: "rate", header: W.rate[lang], width: 10, kind: "percent", total: rateOfSums("done", "planned") },
    ]),
    rows: plan.goals.map(({ id, text, measure, owner, due }) => ({
      id,
      text,
      measure,
      owner,
      due: dayCell(due),
    })),
    spare: typed ? SPARE.goals : 0,
    totalLabel: FORM_WORDS.total[lang],
    signatures: [W.signer[lang], W.leader[lang], W.date[lang]],
  };
}

export function monthsTable(plan: WorkPlan, lang: Lang): Draft {
  const typed = plan.approved === undefined;
  return {
    id: WORK_PLAN_SHEETS.months,
    tab: W.monthsTab[lang],
    title: say(W.monthsTitle, lang, { year: String(plan.year) }),
    subtitle: W.goalsSubtitle[lang],
    lang,
    locked: !typed,
    columns: of("months", [
      { key: "id", header: W.id[lang], width: 9, kind: "text", typed },
      {
        key: "month",
        header: W.month[lang],
        width: 8,
        kind: "mark",
        typed,
        choices: MONTHS.map(String),
      },
      { key: "goal", header: W.ofGoal[lang], width: 11, kind: "text", typed },
      { key: "text", header: W.item[lang], width: 46, kind: "text", typed, wraps: true },
      {
        key: "stage",
        header: W.stage[lang],
        width: 12,
        kind: "text",
        typed,
        choices: STAGES.map((stage) => stage[lang]),
      },
      { key: "owner", header: W.owner[lang], width: 14, kind: "text", typed },
      { key: "due", header: W.due[lang], width: 13, kind: "date", typed },
      { key: "planned", header: W.planned[lang], width: 11, kind: "number", total: "sum" },
      { key: "done", header: W.done[lang], width: 9, kind: "number", total: "sum" },
      { key: "rate", header: W.rate[lang], width: 10, kind: "percent", total: rateOfSums("done", "planned") },
    ]),
    rows: plan.months.map(({ id, goal, month, text, stage, owner, due }) => ({
      id,
      month: month === 0 ? null : month,
      goal: goal ?? null,
      text,
      stage,
      owner,
      due: dayCell(due),
    })),
    spare: typed ? SPARE.months : 0,
    totalLabel: FORM_WORDS.total[lang],
  };
}

export function tasksTable(plan: WorkPlan, lang: Lang): Draft {
  const typed = plan.approved === undefined;
  const yesNo = [FORM_WORDS.yes[lang], FORM_WORDS.no[lang]];
  const word = (flag: boolean | undefined): SpecCell =>
    flag === undefined ? null : FORM_WORDS[flag ? "yes" : "no"][lang];
  // Fifteen columns on one sheet of paper: each as narrow as the longer of its words allows, in two lines.
  const words = (chinese: number, english: number): number => (lang === "zh-CN" ? chinese : english);
  // The year stands in the title.
  const day = { kind: "date", typed, numberFormat: lang === "zh-CN" ? "mm-dd" : "d mmm" } as const;
  const check = (key: Check): TableColumn => ({
    key,
    header: CHECK_WORDS[key][lang],
    width: 7,
    kind: "mark",
    typed: true,
    choices: yesNo,
  });
  const helper = (key: string, header: string): TableColumn => ({
    key,
    header,
    width: 12,
    kind: "text",
    helper: true,
  });
  return {
    id: WORK_PLAN_SHEETS.tasks,
    tab: W.tasksTab[lang],
    title: say(W.tasksTitle, lang, { year: String(plan.year) }),
    subtitle: W.tasksSubtitle[lang],
    lang,
    twoLines: true,
    locked: !typed,
    columns: of("tasks", [
      { key: "id", header: W.id[lang], width: 5, kind: "text", typed },
      { key: "week", header: W.week[lang], width: words(8, 9), ...day, prompt: W.weekPrompt[lang] },
      { key: "owner", header: W.owner[lang], width: 9, kind: "text", typed, wraps: true },
      { key: "text", header: W.task[lang], width: 24, kind: "text", typed, wraps: true },
      { key: "item", header: W.ofItem[lang], width: 7.5, kind: "text", typed },
      { key: "due", header: W.due[lang], width: 6.5, ...day },
      {
        key: "important",
        header: W.important[lang],
        width: words(5.5, 10),
        kind: "mark",
        typed,
        choices: yesNo,
      },
      { key: "urgent", header: W.urgent[lang], width: words(5.5, 7.5), kind: "mark", typed, choices: yesNo },
      { key: "quadrant", header: W.quadrant[lang], width: 9.5, kind: "text", wraps: true },
      {
        key: "inPlan",
        header: W.inPlan[lang],
        width: words(7.5, 10),
        kind: "text",
        typed,
        choices: [W.plannedYes[lang], W.plannedNo[lang]],
      },
      {
        key: "status",
        header: W.status[lang],
        width: 9,
        kind: "text",
        typed: true,
        choices: STATUSES.map((status) => STATUS_WORDS[status][lang]),
        lights: [
          { when: ({ cell }) => `${cell("status")}=${quoted(STATUS_WORDS.done[lang])}`, style: "good" },
          { when: ({ cell }) => `${cell("status")}=${quoted(STATUS_WORDS.stopped[lang])}`, style: "muted" },
          { when: ({ cell }) => `${cell("status")}=${quoted(STATUS_WORDS.extended[lang])}`, style: "warn" },
        ],
      },
      { key: "reason", header: W.reason[lang], width: 16, kind: "text", typed: true, wraps: true },
      ...CHECKS.map(check),
      {
        key: "look",
        header: W.look[lang],
        width: 10.5,
        kind: "text",
        wraps: true,
        lights: [
          { when: ({ cell }) => `LEFT(${cell("look")},1)="▼"`, style: "badFill" },
          { when: ({ cell }) => `LEFT(${cell("look")},1)="▲"`, style: "warnFill" },
        ],
      },
      { key: "from", header: W.from[lang], width: 5.5, kind: "text", typed },
      helper("month", W.month[lang]),
      helper("goalKey", W.helperGoal[lang]),
      helper("plannedN", W.helperPlanned[lang]),
      helper("doneN", W.helperDone[lang]),
      helper("reportKey", W.helperReport[lang]),
      helper("quadrantKey", W.helperQuadrant[lang]),
    ]),
    rows: plan.tasks.map((task) => ({
      id: task.id,
      week: dayCell(task.week),
      owner: task.owner,
      text: task.text,
      item: task.item ?? null,
      due: dayCell(task.due),
      important: word(task.important),
      urgent: word(task.urgent),
      inPlan: W[task.planned ? "plannedYes" : "plannedNo"][lang],
      status: task.status === undefined ? null : STATUS_WORDS[task.status][lang],
      reason: task.reason ?? null,
      ...Object.fromEntries(CHECKS.map((key) => [key, word(task.checks?.[key])])),
      from: task.from ?? null,
    })),
    spare: SPARE.tasks,
  };
}
