import type { Lang } from "../../words";
import type { EvaluationRequest } from "../evaluation";
import type { Scheme } from "../scheme";
import { datum, line, months, row, teller, usualGrades } from "./parts";

/**
 * D5: sales in cubic metres against month targets, collection and discipline. Newcomers are not scored in their first
 * two months. Allowance steps, the 30 % gate and the 70/30 pay-out are pay's.
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
  const people: readonly (readonly [string, string, string, readonly (readonly number[])[]])[] = [
    [
      t("范伟", "Fan Wei"),
      t("西区", "West"),
      "2022-03-01",
      [
        [420, 400, 180_000, 190_000, 0],
        [380, 400, 150_000, 170_000, 0],
        [455, 420, 200_000, 200_000, 1],
      ],
    ],
    [
      t("方圆", "Fang Yuan"),
      t("西区", "West"),
      "2023-06-15",
      [
        [300, 350, 120_000, 150_000, 1],
        [340, 350, 140_000, 150_000, 0],
        [290, 360, 110_000, 160_000, 0],
      ],
    ],
    [
      t("石磊", "Shi Lei"),
      t("东区", "East"),
      "2021-01-04",
      [
        [500, 450, 230_000, 230_000, 0],
        [470, 450, 220_000, 225_000, 0],
        [510, 470, 240_000, 245_000, 0],
      ],
    ],
    [
      t("夏雨", "Xia Yu"),
      t("东区", "East"),
      "2026-01-12",
      [
        [60, 200, 20_000, 40_000, 0],
        [120, 200, 50_000, 60_000, 0],
        [210, 220, 90_000, 95_000, 0],
      ],
    ],
  ];
  return {
    title: t("2026 年第一季度提成考核", "Commission, first quarter 2026"),
    lang,
    periods: months(2026, t, 1, 3),
    newcomers: { months: 2 },
    schemes: [scheme],
    people: people.map(([name, unit, joined]) => ({
      name,
      unit,
      joined,
      position: t("业务员", "Sales rep"),
    })),
    inputs: people.flatMap(([person, , , rows]) =>
      rows.map((values, i) => ({ person, period: `2026-0${i + 1}`, values: row(ids, values) })),
    ),
    due: [{ what: t("任务分解确认表", "Confirmation sheet"), by: "2026-01-05" }],
  };
}
