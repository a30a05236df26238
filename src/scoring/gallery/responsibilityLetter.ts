import type { Lang } from "../../words";
import type { EvaluationRequest } from "../evaluation";
import type { Scheme } from "../scheme";
import { datum, gradesOf, line, reached, row, teller, wholeYear } from "./parts";

/**
 * D2: a department's responsibility letter: four rates to be reached, safety incidents, and a major accident that
 * cancels the year's rewards. Pay takes 10 % of the pool for each item missed, safety twice.
 */
export function responsibilityLetter(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  const rate = (id: string, name: string) => datum(id, name, "percent", { min: 0, max: 1 });
  const scheme: Scheme = {
    id: "letter",
    name: t("年度目标责任书", "Annual responsibility letter"),
    lang,
    inputs: [
      rate("staff", t("员工满意度", "Staff satisfaction")),
      rate("pass", t("一次合格率", "Pass rate")),
      rate("procedure", t("流程检查合格率", "Procedure checks passed")),
      rate("customer", t("客户满意度", "Customer satisfaction")),
      datum("incidents", t("安全事件次数", "Safety incidents"), "integer", { min: 0 }),
      datum("accidents", t("重大事故次数", "Major accidents"), "integer", { min: 0 }),
    ],
    sections: [
      {
        id: "targets",
        name: t("责任目标", "Targets"),
        weight: 100,
        indicators: [
          line("staff", t("员工满意度 ≥ 90%", "Staff satisfaction ≥ 90 %"), 15, reached(0.9, 15), {
            value: "staff",
          }),
          line("pass", t("一次合格率 ≥ 98%", "Pass rate ≥ 98 %"), 20, reached(0.98, 20), { value: "pass" }),
          line("procedure", t("流程检查 ≥ 92%", "Procedure checks ≥ 92 %"), 15, reached(0.92, 15), {
            value: "procedure",
          }),
          line(
            "customer",
            t("客户满意度 ≥ 97%", "Customer satisfaction ≥ 97 %"),
            20,
            { kind: "step", threshold: 0.97, size: 0.01, loss: 2 },
            { value: "customer" },
          ),
          line("safety", t("安全生产", "Safety"), 30, { kind: "allOrNothing" }, { breaches: "incidents" }),
          line(
            "accident",
            t("重大安全事故", "Major accident"),
            0,
            { kind: "veto", effect: "cancelRewards", grade: null },
            { count: "accidents" },
          ),
        ],
      },
    ],
    weights: "exact",
    grades: gradesOf(
      [t("完成", "Kept"), 100],
      [t("基本完成", "Mostly kept"), 80],
      [t("未完成", "Not kept"), null],
    ),
    decimals: 1,
  };
  const ids = scheme.inputs.map(({ id }) => id);
  const person = (name: string, unit: string, values: readonly number[]) => ({
    name,
    unit,
    inputs: row(ids, values),
  });
  return {
    title: t("2026 年目标责任书考核", "Responsibility letters 2026"),
    lang,
    periods: [wholeYear(2026, t)],
    schemes: [scheme],
    people: [
      person(t("何军", "He Jun"), t("一车间", "Workshop 1"), [0.93, 0.985, 0.95, 0.98, 0, 0]),
      person(t("吴芳", "Wu Fang"), t("二车间", "Workshop 2"), [0.88, 0.991, 0.93, 0.955, 0, 0]),
      person(t("郑凯", "Zheng Kai"), t("三车间", "Workshop 3"), [0.91, 0.972, 0.94, 0.965, 1, 0]),
      person(t("冯雪", "Feng Xue"), t("物流部", "Logistics"), [0.92, 0.99, 0.9, 0.974, 1, 1]),
    ],
    due: [{ what: t("年终核对", "Year-end check"), by: "2027-01-15" }],
  };
}
