import type { Lang } from "../../words";
import type { EvaluationRequest } from "../evaluation";
import type { Scheme } from "../scheme";
import { LEVEL_WORDS, datum, levels, line, quarters, row, spoken, teller, usualGrades } from "./parts";

/**
 * D7: completion × weight, five-level lines on scales of their own, planned work done, and the mean of four peer
 * departments, who answer in words too.
 */
export function salesEvaluation(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  const choices = LEVEL_WORDS(t);
  const level = (id: string, name: string) => datum(id, name, "word", { choices });
  const departments = [
    { id: "finance", name: t("财务部", "Finance"), weight: 25 },
    { id: "supply", name: t("供应部", "Supply"), weight: 25 },
    { id: "service", name: t("售后部", "Service"), weight: 25 },
    { id: "marketing", name: t("市场部", "Marketing"), weight: 25 },
  ];
  const scheme: Scheme = {
    id: "sales",
    name: t("销售人员综合考评", "Sales evaluation"),
    lang,
    inputs: [
      datum("revenue", t("销售额", "Sales"), "money"),
      datum("target", t("销售目标", "Sales target"), "money"),
      datum("collected", t("回款率", "Collection rate"), "percent", { min: 0 }),
      datum("done", t("完成的计划工作", "Planned work done"), "integer", { min: 0 }),
      datum("planned", t("计划工作", "Work planned"), "integer", { min: 0 }),
      level("attitude", t("工作态度", "Attitude")),
      level("teamwork", t("团队合作", "Teamwork")),
      datum("peers", t("协作评价", "Cooperation"), "decimal", {
        ...{ min: 0, max: 10, raters: "peers" },
        levels: spoken(t, [10, 8, 6, 4, 2]),
      }),
    ],
    sections: [
      {
        id: "results",
        name: t("业绩", "Results"),
        weight: 100,
        indicators: [
          line(
            "revenue",
            t("销售完成率", "Sales attained"),
            40,
            { kind: "proportional", cap: 1.2 },
            { actual: "revenue", target: "target" },
          ),
          line(
            "collected",
            t("回款率", "Collection"),
            15,
            { kind: "linear", low: 0.6, high: 1 },
            { value: "collected" },
          ),
          line(
            "plans",
            t("计划工作完成率", "Planned work done"),
            10,
            { kind: "proportional", cap: 1 },
            { actual: "done", target: "planned" },
            {
              policies: { zeroTarget: "leaveOut" },
            },
          ),
          line("attitude", t("工作态度", "Attitude"), 15, levels(t, [15, 12, 9, 6, 3]), {
            rating: "attitude",
          }),
          line("teamwork", t("团队合作", "Teamwork"), 10, levels(t, [10, 8, 6, 4, 2]), {
            rating: "teamwork",
          }),
          line(
            "peers",
            t("四部门协作评价", "Four peer departments"),
            10,
            { kind: "rated", best: 10 },
            { value: "peers" },
          ),
        ],
      },
    ],
    weights: "exact",
    grades: usualGrades(t),
    decimals: 1,
    raters: [
      {
        id: "peers",
        name: t("四个部门平均", "Mean of four departments"),
        missing: "reweight",
        groups: departments,
      },
    ],
  };
  const ids = ["revenue", "target", "collected", "done", "planned", "attitude", "teamwork"];
  const [good = "", fairly = "", fair = "", poor = ""] = choices;
  const people: readonly (readonly [
    string,
    string,
    readonly (number | string)[],
    readonly (string | null)[],
  ])[] = [
    [
      t("顾诚", "Gu Cheng"),
      t("一组", "Group 1"),
      [860_000, 800_000, 0.96, 18, 20, good, fairly],
      [good, fairly, good, fairly],
    ],
    [
      t("江帆", "Jiang Fan"),
      t("一组", "Group 1"),
      [720_000, 800_000, 0.88, 15, 18, fairly, fairly],
      [fairly, fairly, fair, fairly],
    ],
    [
      t("龙权", "Long Quan"),
      t("二组", "Group 2"),
      [610_000, 800_000, 0.75, 9, 16, fair, fair],
      [fair, fairly, null, fair],
    ],
    [
      t("白雪", "Bai Xue"),
      t("二组", "Group 2"),
      [905_000, 800_000, 1, 20, 20, fairly, good],
      [fairly, good, good, good],
    ],
    [
      t("叶青", "Ye Qing"),
      t("二组", "Group 2"),
      [540_000, 800_000, 0.7, 6, 15, poor, fair],
      [fair, poor, fair, fair],
    ],
  ];
  return {
    title: t("第一季度销售考评", "Sales evaluation, first quarter"),
    lang,
    periods: quarters(2026, t).slice(0, 1),
    schemes: [scheme],
    people: people.map(([name, unit, values]) => ({ name, unit, inputs: row(ids, values) })),
    ratings: people.flatMap(([person, , , words]) =>
      departments.flatMap(({ id, name }, i) => {
        const word = words[i] ?? null;
        return word === null ? [] : [{ rater: name, group: id, person, values: { peers: word } }];
      }),
    ),
    due: [{ what: t("部门评分", "Department ratings"), by: "2026-04-06" }],
  };
}
