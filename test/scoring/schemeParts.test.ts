/** Schemes with more than lines and weights: phases, variants, versions, raters, formulas of their own. */
import type { Indicator, Scheme } from "../../src/scoring/scheme";
import { scoreTeam } from "../../src/scoring/scoreTeam";
import { applyVariant, inPhase, resolveVariants, schemesFor } from "../../src/scoring/structure";
import { validateScheme } from "../../src/scoring/validateScheme";
import { REP } from "../support/evaluations";

const line = (id: string, weight: number, more: Partial<Indicator> = {}): Indicator => ({
  id,
  name: id,
  weight,
  rule: { kind: "rated", best: 100 },
  inputs: { value: id },
  ...more,
});

/** Recruiting dealers: 35 points at launch, 5 in growth, left out when not planned. */
const DEALERS: Scheme = {
  ...REP,
  id: "dealers",
  name: "Field rep",
  inputs: ["sales", "dealers", "reports"].map((id) => ({ id, name: id, format: "decimal" as const })),
  sections: [
    {
      id: "all",
      name: "All",
      weight: 100,
      indicators: [
        line("sales", 40, { phaseWeights: { launch: 40, growth: 70, mature: 75 } }),
        line("dealers", 35, { phaseWeights: { growth: 5, mature: null } }),
        line("reports", 25),
      ],
    },
  ],
  phases: [
    { id: "launch", name: "Launch" },
    { id: "growth", name: "Growth" },
    { id: "mature", name: "Mature" },
  ],
};
const { raters: _, ...FIELD } = DEALERS;

describe("phases", () => {
  test("weights by phase; a line that is not planned is left out with its input", () => {
    expect(validateScheme(FIELD)).toEqual([]);
    const weights = (phase: string) =>
      inPhase(FIELD, phase).sections[0]?.indicators.map(({ id, weight }) => [id, weight]);
    expect(weights("launch")).toEqual([
      ["sales", 40],
      ["dealers", 35],
      ["reports", 25],
    ]);
    expect(weights("mature")).toEqual([
      ["sales", 75],
      ["reports", 25],
    ]);
    expect(inPhase(FIELD, "mature").inputs.map(({ id }) => id)).toEqual(["sales", "reports"]);
    const people = {
      names: ["Ann"],
      units: ["East"],
      inputs: new Map([
        ["sales", [100]],
        ["dealers", [0]],
        ["reports", [100]],
      ]),
    };
    expect(
      ["launch", "growth", "mature"].map((phase) => scoreTeam(inPhase(FIELD, phase), people)[0]?.total),
    ).toEqual([65, 95, 100]);
  });

  test("a phase whose weights are short says by how much", () => {
    const [section] = FIELD.sections;
    const indicators = section?.indicators.map((one) =>
      one.id === "sales" ? { ...one, phaseWeights: { growth: 60 } } : one,
    );
    const wrong = { ...FIELD, sections: section && indicators ? [{ ...section, indicators }] : [] };
    expect(validateScheme(wrong)).toEqual([
      { where: "sections.all", what: "in phase “Growth” weights add up to 90 instead of 100, off by -10" },
      { where: "sections.all", what: "in phase “Mature” weights add up to 65 instead of 100, off by -35" },
    ]);
  });
});

describe("inheritance", () => {
  const BASE: Scheme = { ...inPhase(FIELD, "launch"), id: "dealers" };
  test("a position's variant changes only what it says", () => {
    const head = applyVariant(BASE, {
      id: "head",
      name: "Office head",
      extends: "dealers",
      positions: ["head"],
      weights: { sales: 60, reports: 40 },
      remove: ["dealers"],
    });
    expect(validateScheme(head)).toEqual([]);
    expect(head.sections[0]?.indicators.map(({ id, weight }) => [id, weight])).toEqual([
      ["sales", 60],
      ["reports", 40],
    ]);
    expect(head.grades).toBe(BASE.grades);
  });

  test("a variant of a variant; a missing base, an unknown line and a circle are named", () => {
    const { schemes, mistakes } = resolveVariants([
      BASE,
      { id: "a", name: "A", extends: "dealers", weights: { sales: 45, reports: 20 } },
      { id: "b", name: "B", extends: "a", weights: { dealers: 30, reports: 25 } },
      { id: "c", name: "C", extends: "nowhere" },
      { id: "d", name: "D", extends: "dealers", weights: { sails: 1 } },
      { id: "e", name: "E", extends: "f" },
      { id: "f", name: "F", extends: "e" },
    ]);
    expect(schemes.find(({ id }) => id === "b")?.sections[0]?.indicators.map(({ weight }) => weight)).toEqual(
      [45, 30, 25],
    );
    expect(mistakes.map(({ where }) => where)).toEqual([
      "schemes.c.extends",
      "schemes.d",
      "schemes.e",
      "schemes.f",
    ]);
    expect(mistakes[2]?.what).toBe("schemes inherit from each other: e → f → e");
  });
});

test("the scheme for a position and a day", () => {
  const version = (
    id: string,
    from: string | undefined,
    to: string | undefined,
    positions?: string[],
  ): Scheme => ({
    ...REP,
    id,
    version: `${from ?? ""}–${to ?? ""}`,
    inForce: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    ...(positions && { positions }),
  });
  const schemes = [
    version("rep", undefined, "2026-02-28"),
    version("rep", "2026-03-01", undefined),
    version("head", undefined, undefined, ["head", "deputy"]),
  ];
  const pick = (position: string | undefined, day: string) =>
    schemesFor(schemes, { ...(position !== undefined && { position }), day }).map(
      ({ id, version: v }) => `${id} ${v ?? ""}`,
    );
  expect(pick("rep", "2026-02-28")).toEqual(["rep –2026-02-28"]);
  expect(pick("rep", "2026-03-01")).toEqual(["rep 2026-03-01–"]);
  expect(pick("deputy", "2026-03-01")).toEqual(["head –"]);
});

test("every mistake in one list, each with where and how to mend it", () => {
  const [results, ...rest] = REP.sections;
  if (!results) throw new Error("The scheme has sections");
  const [attain, late] = results.indicators;
  if (!attain || !late) throw new Error("The section has lines");
  const wrong: Scheme = {
    ...REP,
    inputs: [
      ...REP.inputs,
      { id: "a", name: "A", format: "decimal", formula: "b + 1" },
      { id: "b", name: "B", format: "decimal", formula: "a * 2" },
      { id: "c", name: "C", format: "decimal", min: 5, max: 1, previousOf: "zzz", raters: "nobody" },
    ],
    sections: [
      {
        ...results,
        weight: 65,
        indicators: [
          { ...attain, inputs: { actual: "salez", target: "target" } },
          {
            ...late,
            rule: {
              kind: "banded",
              bands: [
                { from: 60, side: "≥", points: 5 },
                { from: 80, side: "≥", points: 20 },
                { from: null, side: "≥", points: 0 },
              ],
            },
            inputs: { value: "misses" },
          },
        ],
      },
      ...rest,
    ],
    raters: [
      {
        id: "boss",
        name: "Superiors",
        missing: "wait",
        groups: [{ id: "direct", name: "Direct", weight: 70 }],
      },
    ],
    inForce: { from: "2026-05-01", to: "2026-03-01" },
  };
  expect(validateScheme(wrong).map(({ where, what }) => `${where}: ${what}`)).toEqual([
    "sections: weights add up to 95 instead of 100, off by -5",
    expect.stringContaining(
      "sections.results.attain.inputs.actual: formula “salez”, character 1: there is no input named “salez”",
    ),
    "sections.results.late.bands[1]: band 2 must start below the one before it (best first)",
    "inputs.c.min: the least 5 is more than the most 1",
    "inputs.c.previousOf: there is no input “zzz” to take last period's value of",
    "inputs.c.raters: there is no rater plan “nobody”; there are boss",
    "inputs.a.formula: formulas refer to each other in a circle: a → b → a; let one of them be typed",
    "raters.boss: rater weights add up to 70 instead of 100, off by -30",
    "from: in force from 2026-05-01, which is after 2026-03-01",
  ]);
});
