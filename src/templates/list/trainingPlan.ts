import { dateCell } from "../../sheets/dates";
import { quoted } from "../../sheets/rows";
import { tableLayout, type TablePage } from "../../sheets/tablePage";
import { FORM_WORDS } from "../../sheets/forms/words";
import type { Lang, Phrase } from "../../words";
import { exampleTeam } from "../examples/team";
import { tableBook } from "../tableBook";
import type { Template } from "../template";
import { TRAINING_WORDS as T } from "./trainingPlanWords";

/** Score before and after of each person and session held; null for who was absent. */
const SCORES: readonly (readonly (readonly [before: number, after: number] | null)[])[] = [
  [[62, 85], [70, 88], [55, 79], [68, 91], null, [73, 86]],
  [[58, 77], [66, 82], [61, 58], [72, 90], [64, 83], null],
  [[71, 84], [69, 87], null, [75, 93], [60, 81], [77, 88]],
];

function pages(lang: Lang): TablePage[] {
  const team = exampleTeam(lang);
  const held = T.done[lang];
  const scoreRows = SCORES.flatMap((scores, session) =>
    team.map((name, i) => {
      const pair = scores[i];
      return {
        session: `P${session + 1}`,
        name,
        present: FORM_WORDS[pair ? "yes" : "no"][lang],
        before: pair?.[0] ?? null,
        after: pair?.[1] ?? null,
      };
    }),
  );
  const session = (
    i: number,
    topic: Phrase,
    trainer: Phrase,
    date: string,
    hours: number,
    budget: number,
    cost: number | null,
  ) => ({
    id: `P${i}`,
    topic: topic[lang],
    trainer: trainer[lang],
    date: dateCell(date),
    hours,
    budget,
    cost,
    invited: team.length,
    status: cost === null ? T.planned[lang] : held,
  });
  const sessions: TablePage = {
    id: "trainingSessions",
    tab: T.sessionsTab[lang],
    title: T.sessionsTitle[lang],
    subtitle: T.sessionsSubtitle[lang],
    lang,
    columns: [],
    rows: [
      session(1, T.t1, T.internal, "2026-02-26", 6, 3000, 2800),
      session(2, T.t2, T.external, "2026-04-16", 12, 12000, 12600),
      session(3, T.t3, T.external, "2026-06-11", 8, 9000, 8700),
      session(4, T.t4, T.finance, "2026-09-17", 4, 1500, null),
    ],
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
    settings: [{ key: "pass", label: T.pass[lang], value: 60, kind: "number", typed: true }],
    columns: [],
    rows: scoreRows,
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
        `IF(OR(${cell("cost")}="",N(${cell("invited")})=0),"",${cell("came")}/${cell("invited")})`,
      numberFormat: "0%",
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
        `IF(${cell("id")}="","",COUNTIFS(${from.range("session")},${cell("id")},${from.range("present")},${quoted(FORM_WORDS.yes[lang])}))`,
    },
    before: { formula: ({ cell }) => `IF(${cell("id")}="","",${mean("before", cell("id"))})` },
    after: { formula: ({ cell }) => `IF(${cell("id")}="","",${mean("after", cell("id"))})` },
  };
  const last = at.firstRow + sessions.rows.length - 1;
  const column = (key: string, to = last) =>
    `${at.cell(key, at.firstRow)}:${at.cell(key, to).replace(/^.*!/, "")}`;
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
        {
          id: "trainingScoresChart",
          kind: "column",
          title: T.chartScores[lang],
          from: `A${row}`,
          to: `D${row + 15}`,
          categories: column("topic", last - 1),
          series: [
            { name: T.before[lang], values: column("before", last - 1) },
            { name: T.after[lang], values: column("after", last - 1), labels: { numberFormat: "0" } },
          ],
          valueAxis: { min: 0, max: 100 },
          legend: "bottom",
          gapWidth: 80,
        },
        {
          id: "trainingCostChart",
          kind: "column",
          title: T.chartCost[lang],
          from: `E${row}`,
          to: `O${row + 15}`,
          categories: column("topic"),
          series: [
            { name: T.budget[lang], values: column("budget") },
            { name: T.cost[lang], values: column("cost"), labels: { numberFormat: "#,##0" } },
          ],
          valueAxis: { min: 0, numberFormat: "#,##0" },
          legend: "bottom",
          gapWidth: 80,
        },
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
  book: (lang) => tableBook(pages(lang)),
  examples: ["trainingSessions", "trainingScores", "trainingPeople"],
};
