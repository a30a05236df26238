import type { Lang } from "../../words";
import type { EvaluationRequest, RatingRow } from "../evaluation";
import type { RaterPlan, Scheme, SchemeInput } from "../scheme";
import { datum, line, quarters, row, teller, usualGrades } from "./parts";

/**
 * D4: team result TP, own goals IP, capability CP and attitude AT over three months. A manager's capability is judged
 * by the superior, subordinates and internal customers; a member of staff's by the superior. Attitude comes from hours.
 */
export function fourPart(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  const [manager, staff] = [t("经理", "Manager"), t("员工", "Staff")];
  const score = (id: string, name: string): SchemeInput =>
    datum(id, name, "decimal", { min: 0, max: 100, raters: "capability" });
  const rated = (id: string, name: string, weight: number) =>
    line(id, name, weight, { kind: "rated", best: 100 }, { value: id });
  const scheme = (id: string, position: string, shares: readonly number[], plan: RaterPlan): Scheme => ({
    id,
    name: t(`四部分考核（${position}）`, `Four parts (${position})`),
    lang,
    positions: [position],
    inputs: [
      datum("team", t("团队实际", "Team: actual"), "money"),
      datum("teamTarget", t("团队目标", "Team: target"), "money"),
      datum("goal1", t("个人目标一完成率", "Own goal 1 done"), "percent", { min: 0 }),
      datum("goal2", t("个人目标二完成率", "Own goal 2 done"), "percent", { min: 0 }),
      score("skill", t("专业能力", "Skill")),
      score("together", t("协作", "Working together")),
      datum("hours", t("出勤工时", "Hours worked"), "decimal", { min: 0 }),
      datum("dueHours", t("应出勤工时", "Hours due"), "decimal", { min: 0 }),
    ],
    sections: [
      {
        id: "TP",
        name: t("TP 团队业绩", "TP team result"),
        weight: shares[0] ?? 0,
        indicators: [
          line(
            "teamResult",
            t("团队目标完成率", "Team target attained"),
            100,
            { kind: "proportional", cap: 1.2 },
            {
              actual: "team",
              target: "teamTarget",
            },
          ),
        ],
      },
      {
        id: "IP",
        name: t("IP 个人目标", "IP own goals"),
        weight: shares[1] ?? 0,
        indicators: [
          line(
            "goalOne",
            t("个人目标一", "Own goal 1"),
            60,
            { kind: "linear", low: 0.5, high: 1 },
            { value: "goal1" },
          ),
          line(
            "goalTwo",
            t("个人目标二", "Own goal 2"),
            40,
            { kind: "linear", low: 0.5, high: 1 },
            { value: "goal2" },
          ),
        ],
      },
      {
        id: "CP",
        name: t("CP 能力", "CP capability"),
        weight: shares[2] ?? 0,
        indicators: [
          rated("skill", t("专业能力", "Skill"), 60),
          rated("together", t("协作", "Working together"), 40),
        ],
      },
      {
        id: "AT",
        name: t("AT 态度", "AT attitude"),
        weight: shares[3] ?? 0,
        indicators: [
          line(
            "presence",
            t("出勤工时", "Hours"),
            100,
            { kind: "proportional", cap: 1 },
            {
              actual: "hours",
              target: "dueHours",
            },
          ),
        ],
      },
    ],
    weights: "exact",
    grades: usualGrades(t),
    decimals: 2,
    raters: [plan],
  });
  const self = { id: "self", name: t("自评", "Self"), weight: 0 };
  const forManagers: RaterPlan = {
    id: "capability",
    name: t("上级、下级与内部客户", "Superior, subordinates, internal customers"),
    missing: "reweight",
    groups: [
      { id: "superior", name: t("上级", "Superior"), weight: 50 },
      { id: "subordinate", name: t("下级", "Subordinates"), weight: 25, smallest: 3 },
      { id: "customer", name: t("内部客户", "Internal customers"), weight: 25 },
      self,
    ],
  };
  const forStaff: RaterPlan = {
    id: "capability",
    name: t("上级", "Superior"),
    missing: "wait",
    groups: [{ id: "superior", name: t("上级", "Superior"), weight: 100 }, self],
  };
  const ids = ["team", "teamTarget", "goal1", "goal2", "hours", "dueHours"];
  const boss = t("韦总", "Ms Wei");
  const names = [
    t("苗青", "Miao Qing"),
    t("崔建", "Cui Jian"),
    t("白鹭", "Bai Lu"),
    t("季峰", "Ji Feng"),
    t("康宁", "Kang Ning"),
  ];
  const figures = [
    [1_080_000, 1_000_000, 0.95, 0.9, 504, 504],
    [920_000, 1_000_000, 1, 0.85, 496, 504],
    [1_080_000, 1_000_000, 0.88, 1, 504, 504],
    [1_080_000, 1_000_000, 0.7, 0.8, 480, 504],
    [920_000, 1_000_000, 0.98, 0.96, 504, 504],
  ];
  const units = [
    t("一部", "Team 1"),
    t("二部", "Team 2"),
    t("一部", "Team 1"),
    t("一部", "Team 1"),
    t("二部", "Team 2"),
  ];
  const rating = (
    rater: string,
    group: string,
    person: number,
    skill: number,
    together: number,
  ): RatingRow => ({
    rater,
    group,
    person: names[person] ?? "",
    values: { skill, together },
  });
  return {
    title: t("三个月绩效考核（TP+IP+CP+AT）", "Three-month evaluation (TP + IP + CP + AT)"),
    lang,
    periods: quarters(2026, t).slice(0, 1),
    schemes: [
      scheme("manager", manager, [40, 30, 20, 10], forManagers),
      scheme("staff", staff, [20, 50, 20, 10], forStaff),
    ],
    people: names.map((name, i) => ({
      name,
      unit: units[i] ?? "",
      position: i < 2 ? manager : staff,
      manager: i < 2 ? boss : (names[i === 4 ? 1 : 0] ?? ""),
      inputs: row(ids, figures[i] ?? []),
    })),
    ratings: [
      rating(boss, "superior", 0, 88, 90),
      ...[84, 90, 87].map((score, i) =>
        rating(t(`匿名 ${i + 1}`, `Anonymous ${i + 1}`), "subordinate", 0, score, score + 2),
      ),
      rating(t("财务部", "Finance"), "customer", 0, 85, 82),
      rating(boss, "superior", 1, 80, 84),
      // Two answers are too few to be shown: subordinates count as missing.
      ...[75, 78].map((score, i) =>
        rating(t(`匿名 ${i + 1}`, `Anonymous ${i + 1}`), "subordinate", 1, score, score),
      ),
      rating(t("财务部", "Finance"), "customer", 1, 83, 80),
      rating(names[0] ?? "", "superior", 2, 86, 85),
      rating(names[2] ?? "", "self", 2, 95, 95),
      rating(names[0] ?? "", "superior", 3, 70, 76),
      rating(names[1] ?? "", "superior", 4, 92, 90),
    ],
    due: [{ what: t("能力评分", "Capability ratings"), by: "2026-04-08" }],
  };
}
