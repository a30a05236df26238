import type { Lang } from "../../words";
import type { EvaluationRequest, RatingRow } from "../evaluation";
import type { Scheme } from "../scheme";
import { datum, line, quarters, row, teller, usualGrades } from "./parts";

/**
 * D8: managers by quarter and year: results, team, innovation. Team and innovation are judged all round: the superior,
 * peers and subordinates (anonymous, three answers at least), self at weight 0. The year is the mean of its quarters.
 */
export function managerAnnual(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  const judged = (id: string, name: string) =>
    datum(id, name, "decimal", { min: 0, max: 100, raters: "round" });
  const rated = (id: string, name: string, weight: number) =>
    line(id, name, weight, { kind: "rated", best: 100 }, { value: id });
  const scheme: Scheme = {
    id: "manager",
    name: t("管理人员年度考核", "Managers' annual evaluation"),
    lang,
    inputs: [
      datum("profit", t("利润", "Profit"), "money"),
      datum("profitBefore", t("上年同期利润", "Profit a year before"), "money"),
      datum("stock", t("库存周转天数", "Days of stock"), "decimal"),
      datum("stockTarget", t("目标周转天数", "Days of stock, target"), "decimal"),
      datum("turnover", t("员工流失率", "Staff turnover"), "percent", { min: 0 }),
      judged("leading", t("带队伍", "Leading")),
      judged("growing", t("培养下属", "Growing people")),
      judged("ideas", t("创新", "Innovation")),
      datum("awards", t("获奖创新项目", "Awarded innovations"), "integer", { min: 0 }),
    ],
    sections: [
      {
        id: "results",
        name: t("业绩", "Results"),
        weight: 50,
        indicators: [
          line(
            "growth",
            t("利润增长", "Profit growth"),
            60,
            { kind: "growth", base: 48, expected: 0.05, size: 0.01, gain: 1, loss: 2, cap: 60, floor: 0 },
            { actual: "profit", previous: "profitBefore" },
          ),
          line(
            "stock",
            t("库存接近目标", "Stock near target"),
            40,
            { kind: "nearTarget", tolerance: 0.05, limit: 0.3 },
            { actual: "stock", target: "stockTarget" },
          ),
        ],
      },
      {
        id: "team",
        name: t("团队", "Team"),
        weight: 30,
        indicators: [
          rated("leading", t("带队伍", "Leading"), 40),
          rated("growing", t("培养下属", "Growing people"), 30),
          line(
            "turnover",
            t("员工流失率 ≤ 5%", "Turnover ≤ 5 %"),
            30,
            { kind: "linear", low: 0.2, high: 0.05 },
            { value: "turnover" },
          ),
        ],
      },
      {
        id: "innovation",
        name: t("创新", "Innovation"),
        weight: 20,
        indicators: [
          rated("ideas", t("创新评分", "Innovation"), 100),
          line(
            "awards",
            t("获奖项目加分", "Awards"),
            0,
            { kind: "addOn", each: 1, cap: 3, floor: 0 },
            { count: "awards" },
          ),
        ],
      },
    ],
    weights: "exact",
    grades: usualGrades(t),
    decimals: 2,
    raters: [
      {
        id: "round",
        name: t("360 度", "All round"),
        missing: "reweight",
        groups: [
          { id: "superior", name: t("上级", "Superior"), weight: 50 },
          { id: "peer", name: t("同级", "Peers"), weight: 25, smallest: 3 },
          { id: "subordinate", name: t("下级", "Subordinates"), weight: 25, smallest: 3 },
          { id: "self", name: t("自评", "Self"), weight: 0 },
        ],
      },
    ],
  };
  const ids = ["profit", "profitBefore", "stock", "stockTarget", "turnover", "awards"];
  const people: readonly (readonly [string, string, readonly (readonly number[])[]])[] = [
    [
      t("尹航", "Yin Hang"),
      t("华东", "East"),
      [
        [2_200_000, 2_000_000, 41, 40, 0.05, 1],
        [2_300_000, 2_100_000, 39, 40, 0.04, 0],
      ],
    ],
    [
      t("岳峰", "Yue Feng"),
      t("华南", "South"),
      [
        [1_500_000, 1_480_000, 48, 40, 0.1, 0],
        [1_600_000, 1_500_000, 44, 40, 0.08, 0],
      ],
    ],
    [
      t("凌云", "Ling Yun"),
      t("华北", "North"),
      [
        [1_900_000, 1_950_000, 42, 40, 0.06, 0],
        [2_050_000, 1_900_000, 40, 40, 0.06, 2],
      ],
    ],
  ];
  const periods = quarters(2026, t);
  const rate = (person: number, quarter: number, group: string, rater: string, base: number): RatingRow => ({
    rater,
    group,
    person: people[person]?.[0] ?? "",
    period: `2026-Q${quarter + 1}`,
    values: { leading: base + person, growing: base - 2 + quarter, ideas: base - 4 + 2 * person },
  });
  const anonymous = (n: number): string => t(`匿名 ${n}`, `Anonymous ${n}`);
  return {
    title: t("2026 年管理人员考核", "Managers 2026"),
    lang,
    periods,
    schemes: [scheme],
    people: people.map(([name, unit]) => ({ name, unit, manager: t("总经理", "General manager") })),
    inputs: people.flatMap(([person, , rows]) =>
      rows.map((values, i) => ({ person, period: periods[i]?.id ?? "", values: row(ids, values) })),
    ),
    ratings: [0, 1].flatMap((quarter) =>
      people.flatMap(([name], person) => [
        rate(person, quarter, "superior", t("总经理", "General manager"), 84),
        ...[80, 82, 86].map((base, i) => rate(person, quarter, "peer", anonymous(i + 1), base)),
        // Too few of the second manager's people have answered to be shown.
        ...[83, 85, 88]
          .slice(person === 1 ? 1 : 0)
          .map((base, i) => rate(person, quarter, "subordinate", anonymous(i + 1), base)),
        rate(person, quarter, "self", name, 92),
      ]),
    ),
    rollup: { by: "mean" },
    due: [{ what: t("360 度评分", "All-round ratings"), by: "2026-04-10" }],
  };
}
