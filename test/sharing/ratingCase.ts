/** A 360: managers rate openly, colleagues anonymously, everybody rates themselves. */
import type { EvaluationRequest, RaterDuty } from "../../src/scoring/evaluation";
import type { Scheme } from "../../src/scoring/scheme";
import type { Lang } from "../../src/words";
import { GRADES } from "../support/evaluations";

/** @param smallest how few colleagues' answers are shown */
export function circleScheme(lang: Lang, missing: "wait" | "reweight" | "zero", smallest = 3): Scheme {
  const zh = lang === "zh-CN";
  const rated = (id: string, name: string) => ({
    id,
    name,
    format: "decimal" as const,
    min: 0,
    max: 100,
    raters: "circle",
  });
  const indicator = (id: string, name: string, weight: number) => ({
    id,
    name,
    weight,
    rule: { kind: "rated", best: 100 },
    inputs: { value: id },
  });
  const names = zh
    ? { attitude: "工作态度", skill: "专业能力", team: "团队协作" }
    : { attitude: "Attitude", skill: "Skill", team: "Teamwork" };
  return {
    id: "circle",
    name: zh ? "全员互评" : "360",
    lang,
    inputs: [rated("attitude", names.attitude), rated("skill", names.skill), rated("team", names.team)],
    sections: [
      {
        id: "main",
        name: zh ? "能力与态度" : "Conduct",
        weight: 100,
        indicators: [
          indicator("attitude", names.attitude, 40),
          indicator("skill", names.skill, 30),
          indicator("team", names.team, 30),
        ],
      },
    ],
    weights: "exact",
    grades: GRADES,
    decimals: 2,
    raters: [
      {
        id: "circle",
        name: zh ? "互评" : "Circle",
        missing,
        groups: [
          { id: "direct", name: zh ? "直接上级" : "Manager", weight: 60 },
          { id: "peer", name: zh ? "同级" : "Colleagues", weight: 40, smallest },
          { id: "self", name: zh ? "自评" : "Self", weight: 0 },
        ],
      },
    ],
  };
}

/** Names nobody would find inside another: `P007`, and managers `M3`. */
export function circle(
  people: number,
  lang: Lang,
  { missing = "reweight", peers = 4 }: { missing?: "wait" | "reweight" | "zero"; peers?: number } = {},
): EvaluationRequest {
  const zh = lang === "zh-CN";
  const name = (i: number): string =>
    `${zh ? "员工" : "Person"} ${String((i + people) % people).padStart(3, "0")}x`;
  const team = (i: number): number => Math.floor(i / 10);
  const boss = (i: number): string => `${zh ? "经理" : "Boss"} ${String(team(i)).padStart(2, "0")}q`;
  const everybody = Array.from({ length: people }, (_, i) => i);
  const duties: RaterDuty[] = [
    ...[...new Set(everybody.map(boss))].map((rater) => ({
      rater,
      group: "direct",
      people: everybody.filter((i) => boss(i) === rater).map(name),
    })),
    ...everybody.map((i) => ({
      rater: name(i),
      group: "peer",
      people: Array.from({ length: peers }, (_, k) => name(i + 1 + k * 3)),
    })),
    ...everybody.map((i) => ({ rater: name(i), group: "self", people: [name(i)] })),
  ];
  return {
    title: zh ? "2026 年上半年互评" : "First half 2026",
    lang,
    periods: [{ id: "h1", label: zh ? "上半年" : "First half", from: "2026-01-01", to: "2026-06-30" }],
    schemes: [circleScheme(lang, missing)],
    people: everybody.map((i) => ({
      name: name(i),
      unit: `${zh ? "部门" : "Team"} ${String(team(i)).padStart(2, "0")}z`,
      manager: boss(i),
    })),
    raters: duties,
  };
}
