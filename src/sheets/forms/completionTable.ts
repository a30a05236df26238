import { CHECKS, type WorkPlan } from "../../forms/workPlan";
import { say, type Lang } from "../../words";
import type { TableColumn } from "../tablePage";
import { SPARE, WORK_PLAN_SHEETS, of, type Draft } from "./workPlanDraft";
import { MONTHS } from "./workPlanFormulas";
import { CHECK_WORDS, W } from "./workPlanWords";

/** Each person's planned work done, month by month, with whose check counts; two charts below. */
export function completionTable(plan: WorkPlan, lang: Lang): Draft {
  return {
    id: WORK_PLAN_SHEETS.completion,
    tab: W.completionTab[lang],
    title: say(W.completionTitle, lang, { year: String(plan.year) }),
    subtitle: W.completionSubtitle[lang],
    lang,
    settings: [
      {
        key: "counts",
        label: W.counts[lang],
        value: CHECK_WORDS[plan.counts][lang],
        typed: true,
        choices: CHECKS.map((check) => CHECK_WORDS[check][lang]),
        note: W.countsNote[lang],
      },
    ],
    columns: of("completion", [
      { key: "name", header: W.name[lang], width: 22, kind: "text", typed: plan.approved === undefined },
      { key: "planned", header: W.planned[lang], width: 13, kind: "number", total: "sum" },
      { key: "done", header: W.done[lang], width: 9, kind: "number", total: "sum" },
      {
        key: "rate",
        header: W.wholeYear[lang],
        width: 10,
        kind: "percent",
      },
      ...MONTHS.map((month): TableColumn => ({
        key: `m${month}`,
        header: say(W.monthShort, lang, { n: String(month) }),
        width: 8,
        kind: "percent",
        numberFormat: "0%",
      })),
    ]),
    rows: plan.people.map((name) => ({ name })),
    spare: SPARE.people,
    totalLabel: W.everybody[lang],
    charts: (layout, row) => {
      const last = layout.firstRow + plan.people.length - 1;
      const column = (key: string, to: number) =>
        `${layout.cell(key, layout.firstRow)}:${layout.cell(key, to).replace(/^.*!/, "")}`;
      const months = (at: number) => `${layout.cell("m1", at)}:${layout.cell("m12", at).replace(/^.*!/, "")}`;
      const axis = { numberFormat: "0%", min: 0, max: 1 };
      return [
        {
          id: "completionByPerson",
          kind: "bar",
          title: W.chartPeople[lang],
          from: `A${row}`,
          to: `D${row + 15}`,
          categories: column("name", last),
          series: [{ name: W.rate[lang], values: column("rate", last), labels: { numberFormat: "0%" } }],
          valueAxis: axis,
          categoryAxis: { reverse: true },
          legend: "none",
          gapWidth: 60,
        },
        {
          id: "completionByMonth",
          kind: "column",
          title: W.chartMonths[lang],
          from: `E${row}`,
          to: `P${row + 15}`,
          categories: months(layout.headerRow),
          series: [
            { name: W.rate[lang], values: months(layout.lastRow + 1), labels: { numberFormat: "0%" } },
          ],
          valueAxis: axis,
          legend: "none",
          gapWidth: 60,
        },
      ];
    },
  };
}
