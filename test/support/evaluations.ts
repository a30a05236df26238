/** Evaluations that use every part: months, newcomers, leavers, transfers, raters, vetoes, several schemes. */
import type { EvaluationRequest } from "../../src/scoring/evaluation";
import type { Scheme } from "../../src/scoring/scheme";

export const GRADES: Scheme["grades"] = [
  { name: "Excellent", from: 90, side: "≥", light: "●" },
  { name: "Good", from: 75, side: "≥", light: "●" },
  { name: "Fair", from: 60, side: "≥", light: "▲" },
  { name: "To improve", from: null, side: "≥", light: "▼" },
];

export const REP: Scheme = {
  id: "rep",
  name: "Rep",
  lang: "en-US",
  inputs: [
    { id: "sales", name: "Sales", format: "money" },
    { id: "target", name: "Target", format: "money" },
    { id: "misses", name: "Late reports", format: "integer", min: 0 },
    { id: "before", name: "Late last month", format: "integer", previousOf: "misses" },
    { id: "attitude", name: "Attitude", format: "decimal", min: 0, max: 100, raters: "boss" },
    { id: "accident", name: "Accidents", format: "integer", min: 0 },
    { id: "gap", name: "Gap", format: "money", formula: "sales - target" },
  ],
  sections: [
    {
      id: "results",
      name: "Results",
      weight: 70,
      indicators: [
        {
          id: "attain",
          name: "Sales attained",
          weight: 80,
          rule: { kind: "proportional", cap: 1.2 },
          inputs: { actual: "sales", target: "target" },
        },
        {
          id: "late",
          name: "Reports on time",
          weight: 20,
          rule: { kind: "repeatMultiplier", loss: 5, factor: 2 },
          inputs: { count: "misses", previous: "before" },
        },
      ],
    },
    {
      id: "conduct",
      name: "Conduct",
      weight: 30,
      indicators: [
        {
          id: "attitude",
          name: "Attitude",
          weight: 100,
          rule: { kind: "rated", best: 100 },
          inputs: { value: "attitude" },
          policies: { noData: "leaveOut" },
        },
      ],
    },
    {
      id: "outside",
      name: "Bonus and veto",
      weight: 0,
      indicators: [
        {
          id: "bonus",
          name: "Beyond target",
          weight: 0,
          rule: { kind: "addOn", each: 0.01, cap: 5 },
          inputs: { count: "MAX(gap, 0)" },
        },
        {
          id: "safety",
          name: "Safety",
          weight: 0,
          rule: { kind: "veto", effect: "zeroTotal" },
          inputs: { count: "accident" },
        },
      ],
    },
  ],
  weights: "exact",
  grades: GRADES,
  decimals: 2,
  raters: [
    {
      id: "boss",
      name: "Superiors",
      missing: "reweight",
      groups: [
        { id: "direct", name: "Direct", weight: 70 },
        { id: "upper", name: "Upper", weight: 30 },
        { id: "self", name: "Self", weight: 0 },
      ],
    },
  ],
};

/** One month, one scheme, five people; Eve has no data. */
export function oneMonth(): EvaluationRequest {
  const values = (sales: number | null, target: number, misses: number, accident = 0) => ({
    sales,
    target,
    misses,
    accident,
  });
  return {
    title: "March 2026",
    lang: "en-US",
    periods: [{ id: "2026-03", label: "March", from: "2026-03-01", to: "2026-03-31" }],
    schemes: [REP],
    people: [
      { name: "Ann", unit: "East", manager: "Mia", inputs: values(1100, 1000, 0) },
      { name: "Bob", unit: "East", manager: "Mia", inputs: values(900, 1000, 2) },
      { name: "Cyd", unit: "West", manager: "Max", inputs: values(1000, 1000, 1, 1) },
      { name: "Dee", unit: "West", manager: "Max", inputs: values(1000, 1000, 0) },
      { name: "Eve", unit: "West", manager: "Max", inputs: values(null, 1000, 0) },
    ],
    ratings: [
      { rater: "Mia", group: "direct", person: "Ann", values: { attitude: 90 } },
      { rater: "Zoe", group: "upper", person: "Ann", values: { attitude: 80 } },
      { rater: "Ann", group: "self", person: "Ann", values: { attitude: 100 } },
      { rater: "Mia", group: "direct", person: "Bob", values: { attitude: 70 } },
      { rater: "Max", group: "direct", person: "Cyd", values: { attitude: 85 } },
      { rater: "Zoe", group: "upper", person: "Cyd", values: { attitude: 85 } },
      { rater: "Dee", group: "self", person: "Dee", values: { attitude: 95 } },
    ],
    due: [{ what: "Ratings", by: "2026-04-03", who: "Mia, Max, Zoe" }],
  };
}

/** Four months in two groups; a newcomer, a leaver, a transfer to another scheme, a miss in two months running. */
export function fourMonths(): EvaluationRequest {
  const head: Scheme = {
    ...REP,
    id: "head",
    name: "Head",
    positions: ["head"],
    inputs: REP.inputs.filter(({ id }) => !["attitude", "before", "misses"].includes(id)),
    sections: [
      {
        id: "results",
        name: "Results",
        weight: 100,
        indicators: [
          {
            id: "attain",
            name: "Sales attained",
            weight: 100,
            rule: { kind: "proportional", cap: 1 },
            inputs: { actual: "sales", target: "target" },
          },
        ],
      },
    ],
  };
  const { raters: _, ...headScheme } = head;
  const month = (n: number, days: number, group: string) => ({
    id: `m${n}`,
    label: `M${n}`,
    from: `2026-0${n}-01`,
    to: `2026-0${n}-${days}`,
    group,
    weight: n,
  });
  const rows = (person: string, sales: readonly number[], misses: readonly number[] = [0, 0, 0, 0]) =>
    sales.map((amount, i) => ({
      person,
      period: `m${i + 1}`,
      values: { sales: amount, target: 100, misses: misses[i] ?? 0, accident: 0 },
    }));
  const { raters: _plans, ...unrated } = REP;
  const simple = {
    ...unrated,
    sections: REP.sections
      .filter(({ id }) => id !== "conduct")
      .map((one) => (one.id === "results" ? { ...one, weight: 100 } : one)),
    inputs: REP.inputs.filter(({ id }) => id !== "attitude"),
  };
  return {
    title: "January to April 2026",
    lang: "en-US",
    periods: [month(1, 31, "Q1"), month(2, 28, "Q1"), month(3, 31, "Q1"), month(4, 30, "Q2")],
    schemes: [simple, headScheme],
    newcomers: { months: 2 },
    people: [
      { name: "Ann", unit: "East", joined: "2020-05-01" },
      { name: "New", unit: "East", joined: "2026-01-15" },
      { name: "Off", unit: "West", joined: "2020-05-01", left: "2026-03-10" },
      {
        name: "Moe",
        unit: "West",
        joined: "2020-05-01",
        transfers: [{ on: "2026-04-11", unit: "East", position: "head" }],
      },
    ],
    inputs: [
      ...rows("Ann", [100, 90, 80, 110], [0, 1, 1, 0]),
      ...rows("New", [50, 60, 70, 80]),
      ...rows("Off", [100, 100, 90]),
      ...rows("Moe", [100, 100, 100, 60]),
      { person: "Moe", period: "m4", unit: "East", values: { sales: 90, target: 100, accident: 0 } },
    ],
  };
}
