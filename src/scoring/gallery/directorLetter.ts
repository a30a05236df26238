import type { Lang } from "../../words";
import type { EvaluationRequest } from "../evaluation";
import type { Scheme } from "../scheme";
import { datum, line, row, teller, usualGrades, wholeYear } from "./parts";

/** D6: a sales director's letter: result lines, and lines that lose points for what goes wrong. */
export function directorLetter(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  const count = (id: string, name: string) => datum(id, name, "integer", { min: 0 });
  const scheme: Scheme = {
    id: "director",
    name: t("销售总监目标责任书", "Sales director's letter"),
    lang,
    inputs: [
      datum("sales", t("销售额", "Sales"), "money"),
      datum("salesTarget", t("销售目标", "Sales target"), "money"),
      datum("profit", t("毛利", "Margin"), "money"),
      datum("profitTarget", t("毛利目标", "Margin target"), "money"),
      datum("cost", t("销售费用", "Selling cost"), "money"),
      datum("budget", t("费用预算", "Cost budget"), "money"),
      datum("satisfaction", t("客户满意度", "Customer satisfaction"), "percent", { min: 0, max: 1 }),
      count("complaints", t("有效投诉次数", "Complaints upheld")),
      datum("kept", t("核心员工保留率", "Core staff kept"), "percent", { min: 0, max: 1 }),
      count("breaches", t("违规次数", "Breaches")),
      datum("trained", t("培训完成率", "Training plan done"), "percent", { min: 0 }),
      count("late", t("报告迟交次数", "Late reports")),
    ],
    sections: [
      {
        id: "results",
        name: t("经营结果", "Results"),
        weight: 70,
        full: 70,
        indicators: [
          line(
            "sales",
            t("销售额完成率", "Sales attained"),
            35,
            { kind: "proportional", cap: 1.2 },
            { actual: "sales", target: "salesTarget" },
          ),
          line(
            "profit",
            t("毛利完成率", "Margin attained"),
            20,
            { kind: "proportional", cap: 1.2 },
            { actual: "profit", target: "profitTarget" },
          ),
          line(
            "cost",
            t("费用控制", "Cost kept"),
            15,
            { kind: "lowerIsBetter", size: 0.01, loss: 1 },
            { actual: "cost", budget: "budget" },
          ),
        ],
      },
      {
        id: "manage",
        name: t("管理扣分项", "Points lost"),
        weight: 30,
        full: 30,
        indicators: [
          line(
            "satisfaction",
            t("客户满意度 ≥ 95%", "Satisfaction ≥ 95 %"),
            8,
            { kind: "step", threshold: 0.95, size: 0.01, loss: 2 },
            { value: "satisfaction" },
          ),
          line(
            "complaints",
            t("客户投诉", "Complaints"),
            6,
            { kind: "deduct", loss: 2 },
            { count: "complaints" },
          ),
          line(
            "kept",
            t("核心员工保留 ≥ 90%", "Core staff kept ≥ 90 %"),
            6,
            { kind: "step", threshold: 0.9, size: 0.05, loss: 2 },
            { value: "kept" },
          ),
          line("breaches", t("违规违纪", "Breaches"), 4, { kind: "deduct", loss: 2 }, { count: "breaches" }),
          line(
            "training",
            t("培训计划", "Training plan"),
            3,
            { kind: "linear", low: 0.5, high: 1 },
            { value: "trained" },
          ),
          line("late", t("报告及时", "Reports on time"), 3, { kind: "deduct", loss: 1 }, { count: "late" }),
        ],
      },
    ],
    weights: "exact",
    grades: usualGrades(t),
    decimals: 1,
  };
  const ids = scheme.inputs.map(({ id }) => id);
  const director = (name: string, unit: string, values: readonly number[]) => ({
    name,
    unit,
    inputs: row(ids, values),
  });
  return {
    title: t("2026 年销售总监考核", "Sales directors 2026"),
    lang,
    periods: [wholeYear(2026, t)],
    schemes: [scheme],
    people: [
      director(
        t("杜娟", "Du Juan"),
        t("南方", "South"),
        [5_600_000, 5_000_000, 1_150_000, 1_100_000, 480_000, 500_000, 0.96, 1, 0.94, 0, 1, 0],
      ),
      director(
        t("贺岚", "He Lan"),
        t("北方", "North"),
        [4_500_000, 5_000_000, 900_000, 1_000_000, 530_000, 500_000, 0.925, 2, 0.82, 1, 0.8, 2],
      ),
      director(
        t("秦凌", "Qin Ling"),
        t("西部", "West"),
        [3_000_000, 3_000_000, 640_000, 600_000, 303_000, 300_000, 0.95, 0, 0.9, 0, 0.9, 1],
      ),
    ],
    due: [{ what: t("年终述职", "Year-end report"), by: "2027-01-20" }],
  };
}
