import type { Lang } from "../../words";
import type { EvaluationRequest, RatingRow } from "../evaluation";
import type { Scheme } from "../scheme";
import { datum, gradesOf, line, row, teller, wholeYear } from "./parts";

/**
 * D9: operating responsibility: quantity, quality, and an all-round judgement; four grades with consequences, a safety
 * accident that caps the grade, and a place in the company's ranking that counts.
 */
export function operatingResponsibility(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  const rate = (id: string, name: string) => datum(id, name, "percent", { min: 0, max: 1 });
  const scheme: Scheme = {
    id: "operating",
    name: t("经营责任制考核", "Operating responsibility"),
    lang,
    inputs: [
      datum("revenue", t("营业收入", "Revenue"), "money"),
      datum("revenueTarget", t("收入目标", "Revenue target"), "money"),
      datum("profit", t("利润", "Profit"), "money"),
      datum("cost", t("费用", "Cost"), "money"),
      datum("budget", t("费用预算", "Budget"), "money"),
      rate("customers", t("客户满意度", "Customer satisfaction")),
      rate("delivery", t("准时交付率", "Delivered on time")),
      datum("view", t("综合评议", "All-round view"), "decimal", { min: 0, max: 100, raters: "view" }),
      datum("accidents", t("安全事故", "Safety accidents"), "integer", { min: 0 }),
    ],
    sections: [
      {
        id: "quantity",
        name: t("定量指标", "Quantity"),
        weight: 60,
        indicators: [
          line(
            "revenue",
            t("收入完成率", "Revenue attained"),
            50,
            { kind: "proportional", cap: 1.2 },
            { actual: "revenue", target: "revenueTarget" },
          ),
          line(
            "margin",
            t("利润率名次", "Place by margin"),
            30,
            {
              kind: "rankBased",
              best: "↑",
              places: [
                { upTo: 1, points: 30 },
                { upTo: 3, points: 24 },
                { upTo: null, points: 16 },
              ],
            },
            { value: "profit / revenue" },
          ),
          line(
            "cost",
            t("费用不超预算", "Cost within budget"),
            20,
            { kind: "lowerIsBetter", size: 0.01, loss: 2 },
            { actual: "cost", budget: "budget" },
          ),
        ],
      },
      {
        id: "quality",
        name: t("定性指标", "Quality"),
        weight: 25,
        indicators: [
          line(
            "customers",
            t("客户满意度", "Customer satisfaction"),
            60,
            {
              kind: "banded",
              bands: [
                { from: 0.97, side: "≥", points: 60 },
                { from: 0.93, side: "≥", points: 48 },
                { from: 0.88, side: "≥", points: 30 },
                { from: null, side: "≥", points: 0 },
              ],
            },
            { value: "customers" },
          ),
          line(
            "delivery",
            t("准时交付率", "Delivered on time"),
            40,
            { kind: "linear", low: 0.8, high: 0.98 },
            { value: "delivery" },
          ),
        ],
      },
      {
        id: "view",
        name: t("综合评议（360 度）", "All-round view"),
        weight: 15,
        indicators: [
          line("view", t("综合评议", "All-round view"), 100, { kind: "rated", best: 100 }, { value: "view" }),
          line(
            "safety",
            t("安全事故", "Safety accident"),
            0,
            { kind: "veto", effect: "capGrade", grade: t("C 级", "C") },
            { count: "accidents" },
          ),
        ],
      },
    ],
    weights: "exact",
    grades: gradesOf(
      [t("A 级", "A"), 95, t("奖励：年度奖金按 120 % 发放", "Reward: 120 % of the year's bonus")],
      [t("B 级", "B"), 80, t("留任：年度奖金按标准发放", "Stays: the year's bonus in full")],
      [t("C 级", "C"), 65, t("降薪：年薪下调 10 %，半年内改进", "Pay cut: 10 % off, half a year to improve")],
      [t("D 级", "D"), null, t("免职", "Removed from office")],
    ),
    decimals: 2,
    raters: [
      {
        id: "view",
        name: t("360 度评议", "All round"),
        missing: "reweight",
        groups: [
          { id: "superior", name: t("上级", "Superior"), weight: 40 },
          { id: "peer", name: t("同级", "Peers"), weight: 30 },
          { id: "subordinate", name: t("下级", "Subordinates"), weight: 30, smallest: 3 },
        ],
      },
    ],
  };
  const ids = ["revenue", "revenueTarget", "profit", "cost", "budget", "customers", "delivery", "accidents"];
  const people: readonly (readonly [string, string, readonly number[]])[] = [
    [
      t("周海燕", "Zhou Haiyan"),
      t("第一公司", "Company 1"),
      [22_000_000, 20_000_000, 2_900_000, 1_150_000, 1_200_000, 0.975, 0.98, 0],
    ],
    [
      t("吴国强", "Wu Guoqiang"),
      t("第二公司", "Company 2"),
      [17_500_000, 18_000_000, 2_100_000, 1_020_000, 1_000_000, 0.94, 0.95, 0],
    ],
    [
      t("陈敏", "Chen Min"),
      t("第三公司", "Company 3"),
      [25_300_000, 23_000_000, 3_200_000, 1_400_000, 1_400_000, 0.98, 0.99, 1],
    ],
    [
      t("孙立军", "Sun Lijun"),
      t("第四公司", "Company 4"),
      [11_000_000, 15_000_000, 900_000, 980_000, 900_000, 0.87, 0.88, 0],
    ],
    [
      t("郑晓晨", "Zheng Xiaochen"),
      t("第五公司", "Company 5"),
      [15_800_000, 16_000_000, 1_950_000, 930_000, 950_000, 0.95, 0.93, 0],
    ],
  ];
  const view = (person: number, group: string, rater: string, score: number): RatingRow => ({
    rater,
    group,
    person: people[person]?.[0] ?? "",
    values: { view: score },
  });
  return {
    title: t("2026 年经营责任制考核", "Operating responsibility 2026"),
    lang,
    periods: [wholeYear(2026, t)],
    schemes: [scheme],
    people: people.map(([name, unit, values]) => ({ name, unit, inputs: row(ids, values) })),
    ratings: people.flatMap((_, person) => {
      const base = [92, 85, 94, 70, 86][person] ?? 80;
      return [
        view(person, "superior", t("董事会", "Board"), base),
        ...[0, 1].map((i) =>
          view(person, "peer", people[(person + 1 + i) % people.length]?.[0] ?? "", base - 3 + 2 * i),
        ),
        ...[0, 1, 2].map((i) =>
          view(person, "subordinate", t(`匿名 ${i + 1}`, `Anonymous ${i + 1}`), base - 2 + i),
        ),
      ];
    }),
    due: [{ what: t("评议", "All-round view"), by: "2027-01-10" }],
  };
}
