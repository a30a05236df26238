import type { Lang } from "../../words";
import type { EvaluationRequest } from "../evaluation";
import type { Scheme } from "../scheme";
import { datum, line, months, row, teller, usualGrades } from "./parts";

/**
 * D5: sales in cubic metres against month targets, collection and discipline, for reps and the directors of their areas.
 * Newcomers are not scored in their first two months. Allowance steps, the 30 % gate and the 70/30 pay-out are pay's;
 * the targets are a plan's, confirmed on a sheet.
 */
export function commission(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  const scheme: Scheme = {
    id: "commission",
    name: t("业务提成考核", "Commission scheme"),
    lang,
    inputs: [
      datum("volume", t("销量（立方米）", "Volume (m³)"), "decimal", { min: 0 }),
      datum("target", t("任务（立方米）", "Target (m³)"), "decimal", { min: 0 }),
      datum("collected", t("回款（元）", "Collected"), "money"),
      datum("receivable", t("应收（元）", "Receivable"), "money"),
      datum("breaches", t("违规次数", "Breaches"), "integer", { min: 0 }),
    ],
    sections: [
      {
        id: "results",
        name: t("业绩", "Results"),
        weight: 100,
        indicators: [
          line(
            "attained",
            t("任务完成率", "Target attained"),
            70,
            { kind: "proportional", cap: 1.2 },
            {
              actual: "volume",
              target: "target",
            },
          ),
          line(
            "collection",
            t("回款率", "Collection rate"),
            20,
            { kind: "linear", low: 0.6, high: 1 },
            {
              value: "collected / receivable",
            },
          ),
          line("discipline", t("纪律", "Discipline"), 10, { kind: "deduct", loss: 5 }, { count: "breaches" }),
        ],
      },
    ],
    weights: "exact",
    grades: usualGrades(t),
    decimals: 2,
  };
  const ids = scheme.inputs.map(({ id }) => id);
  const [rep, director] = [t("业务员", "Sales rep"), t("区域主任", "Area director")];
  const [west, east] = [t("西区", "West"), t("东区", "East")];
  const reps: readonly Person[] = [
    {
      name: t("范炜", "Fan Wei"),
      unit: west,
      joined: "2022-03-01",
      months: [
        [420, 400, 180_000, 190_000, 0],
        [380, 400, 150_000, 170_000, 0],
        [374, 440, 212_000, 220_000, 1],
      ],
    },
    {
      name: t("方媛", "Fang Yuan"),
      unit: west,
      joined: "2023-06-15",
      months: [
        [300, 350, 120_000, 150_000, 1],
        [340, 350, 140_000, 150_000, 0],
        [115.5, 385, 46_000, 160_000, 0],
      ],
    },
    {
      name: t("石磊", "Shi Lei"),
      unit: east,
      joined: "2021-01-04",
      months: [
        [500, 450, 230_000, 230_000, 0],
        [470, 450, 220_000, 225_000, 0],
        [510, 495, 240_000, 245_000, 0],
      ],
    },
    {
      name: t("夏宇", "Xia Yu"),
      unit: east,
      joined: "2026-01-12",
      months: [
        [60, 200, 20_000, 40_000, 0],
        [120, 200, 50_000, 60_000, 0],
        [65, 220, 26_000, 30_000, 0],
      ],
    },
  ];
  const people: readonly (Person & { readonly position: string })[] = [
    ...reps.map((person) => ({ ...person, position: rep })),
    { ...areaOf(reps, west), name: t("贺岩", "He Yan"), joined: "2018-05-07", position: director },
    { ...areaOf(reps, east), name: t("江澜", "Jiang Lan"), joined: "2019-09-02", position: director },
  ];
  return {
    title: t("2026 年第一季度提成考核", "Commission, first quarter 2026"),
    lang,
    periods: months(2026, t, 1, 3),
    newcomers: { months: 2 },
    schemes: [scheme],
    people: people.map(({ name, unit, joined, position }) => ({ name, unit, joined, position })),
    inputs: people.flatMap(({ name, months: rows }) =>
      rows.map((values, i) => ({ person: name, period: `2026-0${i + 1}`, values: row(ids, values) })),
    ),
    due: [{ what: t("任务分解确认表", "Confirmation sheet"), by: "2026-01-05" }],
  };
}

/** A person and, by month: volume, target, collected, receivable, breaches. */
interface Person {
  readonly name: string;
  readonly unit: string;
  readonly joined: string;
  readonly months: readonly (readonly [number, number, number, number, number])[];
}

/** Who leads an area answers for what its reps sell and collect together, and for breaches of their own. */
function areaOf(reps: readonly Person[], unit: string): Pick<Person, "unit" | "months"> {
  const own = reps.filter((rep) => rep.unit === unit);
  const sum = (month: number, column: 0 | 1 | 2 | 3): number =>
    own.reduce((total, { months: rows }) => total + (rows[month]?.[column] ?? 0), 0);
  return {
    unit,
    months: [0, 1, 2].map((month) => [sum(month, 0), sum(month, 1), sum(month, 2), sum(month, 3), 0]),
  };
}
