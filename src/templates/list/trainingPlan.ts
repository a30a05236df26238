import { quoted } from "../../sheets/rows";
import { tableLayout, type TablePage } from "../../sheets/tablePage";
import { dayCell } from "../../sheets/dates";
import { FORM_WORDS } from "../../sheets/forms/words";
import { TRAINING_TABLES } from "../../records/forms/tables/training";
import type { Lang } from "../../words";
import { chartRows, ofYear, wordCell, yearOf } from "../fill/forms";
import { tableBook } from "../tableBook";
import type { Template } from "../template";
import { exampleTraining, trainingOf, type Training } from "./trainingPlanData";
import { TRAINING_WORDS as T } from "./trainingPlanWords";

function pages({ sessions: listed, scores: tested, people: team, pass }: Training, lang: Lang): TablePage[] {
  const held = T.done[lang];
  const year = yearOf(listed.map(({ date }) => date));
  const sessions: TablePage = {
    id: "trainingSessions",
    tab: T.sessionsTab[lang],
    title: ofYear(T.sessionsTitle, year, lang),
    subtitle: T.sessionsSubtitle[lang],
    lang,
    columns: [],
    rows: listed.map(({ id, topic, trainer, date, held: done, ...figures }) => ({
      id,
      topic: wordCell(topic),
      trainer: wordCell(trainer),
      date: dayCell(date),
      ...figures,
      status: done === undefined ? null : done ? held : T.planned[lang],
    })),
    spare: 6,
    totalLabel: FORM_WORDS.total[lang],
  };
  const scores: TablePage = {
    id: "trainingScores",
    tab: T.scoresTab[lang],
    title: T.scoresTitle[lang],
    subtitle: T.scoresSubtitle[lang],
    lang,
    orientation: "portrait",
    settings: [{ key: "pass", label: T.pass[lang], value: pass, kind: "number", typed: true }],
    columns: [],
    rows: tested.map(({ session, name, present, before, after }) => ({
      session: wordCell(session),
      name: wordCell(name),
      present: present === undefined ? null : FORM_WORDS[present ? "yes" : "no"][lang],
      before,
      after,
    })),
    spare: 24,
  };
  const sessionColumns: TablePage["columns"] = [
    { key: "id", header: T.id[lang], width: 9, kind: "text", typed: true },
    { key: "topic", header: T.topic[lang], width: 26, kind: "text", typed: true, wraps: true },
    { key: "trainer", header: T.trainer[lang], width: 18, kind: "text", typed: true },
    { key: "date", header: T.date[lang], width: 12, kind: "date", typed: true },
    { key: "hours", header: T.hours[lang], width: 8, kind: "number", typed: true, min: 0, total: "sum" },
    { key: "budget", header: T.budget[lang], width: 11, kind: "number", typed: true, min: 0, total: "sum" },
    { key: "cost", header: T.cost[lang], width: 11, kind: "number", typed: true, min: 0, total: "sum" },
    {
      key: "over",
      header: T.over[lang],
      width: 10,
      kind: "number",
      formula: ({ cell }) => `IF(${cell("cost")}="","",MAX(0,${cell("cost")}-${cell("budget")}))`,
      total: "sum",
      lights: [{ when: ({ cell }) => `N(${cell("over")})>0`, style: "bad" }],
    },
    { key: "invited", header: T.invited[lang], width: 9, kind: "number", typed: true, min: 0, total: "sum" },
    { key: "came", header: T.came[lang], width: 8, kind: "number", total: "sum" },
    {
      key: "attendance",
      header: T.attendance[lang],
      width: 12,
      kind: "percent",
      formula: ({ cell }) =>
        `IF(OR(${cell("came")}="",N(${cell("invited")})=0),"",${cell("came")}/${cell("invited")})`,
      numberFormat: "0%",
      // Over sessions that took place: those to come would count as missed.
      total: (range, sum) =>
        `IF(COUNT(${range})=0,"",${sum("came")}/SUMIF(${range},">=0",${range.replace(/[A-Z]+(?=\d)/g, sum("invited").replace(/\d+/, ""))}))`,
    },
    { key: "before", header: T.before[lang], width: 9, kind: "number", numberFormat: "0.0" },
    { key: "after", header: T.after[lang], width: 9, kind: "number", numberFormat: "0.0" },
    {
      key: "gain",
      header: T.gain[lang],
      width: 9,
      kind: "number",
      numberFormat: "+0.0;-0.0;0.0",
      formula: ({ cell }) =>
        `IF(OR(${cell("before")}="",${cell("after")}=""),"",${cell("after")}-${cell("before")})`,
      lights: [{ when: ({ cell }) => `AND(${cell("gain")}<>"",N(${cell("gain")})<0)`, style: "bad" }],
    },
    {
      key: "status",
      header: T.status[lang],
      width: 11,
      kind: "text",
      typed: true,
      choices: [T.planned[lang], held],
    },
  ];
  const scoreColumns: TablePage["columns"] = [
    { key: "session", header: T.session[lang], width: 11, kind: "text", typed: true },
    {
      key: "topic",
      header: T.topic[lang],
      width: 20,
      kind: "text",
      formula: ({ cell }) =>
        `IF(${cell("session")}="","",IFERROR(INDEX(${at.range("topic")},MATCH(${cell("session")},${at.range("id")},0))&"",""))`,
    },
    { key: "name", header: T.name[lang], width: 18, kind: "text", typed: true },
    {
      key: "present",
      header: T.present[lang],
      width: 9,
      kind: "mark",
      typed: true,
      choices: [FORM_WORDS.yes[lang], FORM_WORDS.no[lang]],
    },
    { key: "before", header: T.before[lang], width: 9, kind: "number", typed: true, min: 0, max: 100 },
    { key: "after", header: T.after[lang], width: 9, kind: "number", typed: true, min: 0, max: 100 },
    {
      key: "gain",
      header: T.gain[lang],
      width: 9,
      kind: "number",
      numberFormat: "+0;-0;0",
      formula: ({ cell }) =>
        `IF(OR(${cell("before")}="",${cell("after")}=""),"",${cell("after")}-${cell("before")})`,
      lights: [{ when: ({ cell }) => `AND(${cell("gain")}<>"",N(${cell("gain")})<0)`, style: "bad" }],
    },
    {
      key: "passed",
      header: T.passed[lang],
      width: 9,
      kind: "mark",
      formula: ({ cell, setting }) =>
        `IF(${cell("after")}="","",IF(${cell("after")}>=${setting("pass")},"●","▼"))`,
      lights: [
        { when: ({ cell }) => `${cell("passed")}="▼"`, style: "bad" },
        { when: ({ cell }) => `${cell("passed")}="●"`, style: "good" },
      ],
    },
  ];
  const withColumns = {
    sessions: { ...sessions, columns: sessionColumns },
    scores: { ...scores, columns: scoreColumns },
  };
  const [at, from] = [tableLayout(withColumns.sessions), tableLayout(withColumns.scores)];
  const mean = (column: string, id: string) =>
    `IF(COUNTIFS(${from.range("session")},${id},${from.range(column)},">=0")=0,"",SUMIFS(${from.range(column)},${from.range("session")},${id})/COUNTIFS(${from.range("session")},${id},${from.range(column)},">=0"))`;
  const linked: Readonly<Record<string, Partial<TablePage["columns"][number]>>> = {
    came: {
      formula: ({ cell }) =>
        `IF(COUNTIFS(${from.range("session")},${cell("id")})=0,"",COUNTIFS(${from.range("session")},${cell("id")},${from.range("present")},${quoted(FORM_WORDS.yes[lang])}))`,
    },
    before: { formula: ({ cell }) => `IF(${cell("id")}="","",${mean("before", cell("id"))})` },
    after: { formula: ({ cell }) => `IF(${cell("id")}="","",${mean("after", cell("id"))})` },
  };
  const column = (key: string, rows: number) =>
    `${at.cell(key, at.firstRow)}:${at.cell(key, at.firstRow + rows - 1).replace(/^.*!/, "")}`;
  const tests = new Set(tested.filter(({ after }) => after !== null).map(({ session }) => session));
  const [scored, paid] = [
    chartRows(listed.map(({ id }) => tests.has(id))),
    chartRows(listed.map(({ budget, cost }) => budget !== null || cost !== null)),
  ];
  const people: TablePage = {
    id: "trainingPeople",
    tab: T.peopleTab[lang],
    title: T.peopleTitle[lang],
    subtitle: T.peopleSubtitle[lang],
    lang,
    orientation: "portrait",
    columns: [
      { key: "name", header: T.name[lang], width: 20, kind: "text", typed: true },
      {
        key: "count",
        header: T.sessionsCount[lang],
        width: 12,
        kind: "number",
        formula: ({ cell }) =>
          `IF(${cell("name")}="","",COUNTIFS(${from.range("name")},${cell("name")},${from.range("present")},${quoted(FORM_WORDS.yes[lang])}))`,
        total: "sum",
      },
      ...(["before", "after"] as const).map((key) => ({
        key,
        header: T[key][lang],
        width: 10,
        kind: "number" as const,
        numberFormat: "0.0",
        formula: ({ cell }: { cell: (key: string) => string }) =>
          `IF(N(${cell("count")})=0,"",SUMIFS(${from.range(key)},${from.range("name")},${cell("name")})/${cell("count")})`,
      })),
      {
        key: "gain",
        header: T.gain[lang],
        width: 10,
        kind: "number",
        numberFormat: "+0.0;-0.0;0.0",
        formula: ({ cell }) =>
          `IF(OR(${cell("before")}="",${cell("after")}=""),"",${cell("after")}-${cell("before")})`,
      },
    ],
    rows: team.map((name) => ({ name })),
    spare: 6,
    totalLabel: FORM_WORDS.total[lang],
  };
  return [
    {
      ...withColumns.sessions,
      columns: sessionColumns.map((each) => ({ ...each, ...linked[each.key] })),
      charts: (_layout, row) => [
        ...(scored === 0
          ? []
          : [
              {
                id: "trainingScoresChart",
                kind: "column" as const,
                title: T.chartScores[lang],
                from: `A${row}`,
                to: `D${row + 15}`,
                categories: column("topic", scored),
                series: [
                  { name: T.before[lang], values: column("before", scored) },
                  {
                    name: T.after[lang],
                    values: column("after", scored),
                    labels: { numberFormat: "0" },
                  },
                ],
                valueAxis: { min: 0, max: 100, numberFormat: "0" },
                legend: "bottom" as const,
                gapWidth: 80,
              },
            ]),
        ...(paid === 0
          ? []
          : [
              {
                id: "trainingCostChart",
                kind: "column" as const,
                title: T.chartCost[lang],
                from: scored === 0 ? `A${row}` : `E${row}`,
                to: `O${row + 15}`,
                categories: column("topic", paid),
                series: [
                  { name: T.budget[lang], values: column("budget", paid) },
                  { name: T.cost[lang], values: column("cost", paid), labels: { numberFormat: "#,##0" } },
                ],
                valueAxis: { min: 0, numberFormat: "#,##0" },
                legend: "bottom" as const,
                gapWidth: 80,
              },
            ]),
      ],
    },
    withColumns.scores,
    people,
  ];
}

export const TRAINING_PLAN: Template = {
  id: "training-plan",
  number: "D20",
  group: "form",
  name: { "zh-CN": "培训计划与效果", "en-US": "Training plan and results" },
  purpose: {
    "zh-CN": "场次、预算、出勤，以及培训前后的成绩：花了多少钱，提高了多少分。",
    "en-US": "Sessions, budget, attendance, and scores before and after: what it cost and what it brought.",
  },
  steps: [
    {
      "zh-CN": "在“培训计划”列出课程、讲师、日期、预算和应到人数。",
      "en-US": "List topics, trainers, dates, budgets and who is invited on Sessions.",
    },
    {
      "zh-CN": "培训前测验，把成绩填入“培训成绩”的训前一列。",
      "en-US": "Test before the session and enter the scores on Scores.",
    },
    {
      "zh-CN": "培训后登记出勤和训后成绩，合格线可改。",
      "en-US": "Afterwards enter who was present and the scores after; the pass mark can be changed.",
    },
    {
      "zh-CN": "填写实际费用，超支自动标红。",
      "en-US": "Enter the actual cost; what is over budget turns red.",
    },
    {
      "zh-CN": "“个人档案”汇总每人场次与提高，可作考核依据。",
      "en-US": "By person sums up sessions and gains, ready for evaluation.",
    },
  ],
  book: (lang) => tableBook(pages(exampleTraining(lang), lang)),
  fill: {
    kind: "tables",
    tables: TRAINING_TABLES,
    book: (found, lang) => {
      const own = trainingOf(found, lang);
      return own && { book: tableBook(pages(own.training, lang)), problems: own.problems };
    },
  },
  examples: ["trainingSessions", "trainingScores", "trainingPeople"],
};
