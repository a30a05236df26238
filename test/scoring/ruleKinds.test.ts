/** Every rule kind: the domain's worked figures, and the engine against the sheet's own formulas on random inputs. */
import fc from "fast-check";
import { NAMES } from "../../src/scoring/compile";
import { RULE_KINDS } from "../../src/scoring/registry";
import type { RuleUse, Scheme } from "../../src/scoring/scheme";
import { scoreTeam } from "../../src/scoring/scoreTeam";
import { schemeSheet } from "../../src/sheets/scheme";
import { cellOf, scorecardSheet } from "../../src/sheets/scorecard";
import { validateScheme } from "../../src/scoring/validateScheme";
import { CalculatedBook } from "../support/ironcalc";

type Value = number | string | null;

/** A scheme of one indicator worth `weight` that reads inputs x and y. */
function schemeOf(rule: RuleUse, weight: number): Scheme {
  const kind = RULE_KINDS.find((one) => one.kind === rule.kind);
  const roles = kind?.roles.map(({ key }) => key) ?? [];
  return {
    id: "one",
    name: "One rule",
    lang: "en-US",
    inputs: ["x", "y"].map((id) => ({ id, name: id.toUpperCase(), format: "decimal" as const })),
    sections: [
      {
        id: "all",
        name: "All",
        weight: 100,
        full: weight,
        indicators: [
          {
            id: "it",
            name: "It",
            weight,
            rule,
            inputs: Object.fromEntries(roles.map((key, i) => [key, i === 0 ? "x" : "y"])),
          },
        ],
      },
    ],
    weights: "exact",
    grades: [
      { name: "Upper", from: 50, side: "≥", light: "●" },
      { name: "Lower", from: null, side: "≥", light: "▼" },
    ],
    decimals: 2,
  };
}

function people(rows: readonly (readonly [Value, Value])[]) {
  return {
    names: rows.map((_, i) => `P${i}`),
    units: rows.map(() => "U"),
    inputs: new Map([
      ["x", rows.map(([x]) => x)],
      ["y", rows.map(([, y]) => y)],
    ]),
  };
}

function points(rule: RuleUse, weight: number, ...rows: [Value, Value?][]): (number | null)[] {
  const cards = scoreTeam(schemeOf(rule, weight), people(rows.map(([x, y]) => [x, y ?? null])));
  return cards.map(({ indicators: [only] }) => only?.points ?? null);
}

describe("worked figures of the domain", () => {
  test("proportional: 30 points × completion, capped at 120 %", () => {
    expect(points({ kind: "proportional", cap: 1.2 }, 30, [92, 100], [150, 100])).toEqual([
      expect.closeTo(27.6, 9),
      36,
    ]);
  });

  test("step: satisfaction ≥ 97 %, each started 1 % below −2", () => {
    const rule = { kind: "step", threshold: 0.97, size: 0.01, loss: 2 };
    expect(points(rule, 10, [0.97], [0.965], [0.95], [0.9])).toEqual([10, 8, 6, 0]);
  });

  test("linear: 0 points at 80 %, full at 100 %", () => {
    expect(points({ kind: "linear", low: 0.8, high: 1 }, 20, [0.8], [0.9], [1.1], [0.5]).map(round)).toEqual([
      0, 10, 20, 0,
    ]);
  });

  test("banded: below 60 → 0, 60–80 → 5, from 80 → 10, each bound with the better band", () => {
    const bands = [
      { from: 80, side: "≥", points: 10 },
      { from: 60, side: "≥", points: 5 },
      { from: null, side: "≥", points: 0 },
    ];
    expect(points({ kind: "banded", bands }, 10, [59.99], [60], [79.99], [80])).toEqual([0, 5, 5, 10]);
  });

  test("deduct: 30 points, −5 each, not below 0", () => {
    expect(points({ kind: "deduct", loss: 5 }, 30, [0], [2], [7])).toEqual([30, 20, 0]);
  });

  test("all or nothing: any breach → 0", () => {
    expect(points({ kind: "allOrNothing" }, 15, [0], [1], [null])).toEqual([15, 0, null]);
  });

  test("lower is better: cost 10 points, at or under budget full, 1 % over −1", () => {
    const rule = { kind: "lowerIsBetter", size: 0.01, loss: 1 };
    expect(points(rule, 10, [95, 100], [100, 100], [101, 100], [103.5, 100], [130, 100], [5, 0])).toEqual([
      10,
      10,
      9,
      6,
      0,
      null,
    ]);
  });
});

const round = (value: number | null) => (value === null ? null : Math.round(value * 1e9) / 1e9);

const RULES: readonly RuleUse[] = [
  { kind: "proportional", cap: 1.2 },
  { kind: "proportional", cap: null },
  { kind: "linear", low: 80, high: 100 },
  { kind: "linear", low: 100, high: 20 },
  {
    kind: "banded",
    bands: [
      { from: 80, side: "≥", points: 10 },
      { from: 60, side: ">", points: 5 },
      { from: null, side: "≥", points: 0 },
    ],
  },
  { kind: "step", threshold: 97, size: 1, loss: 2 },
  { kind: "deduct", loss: 5 },
  { kind: "allOrNothing" },
  { kind: "lowerIsBetter", size: 0.01, loss: 1 },
];

test("every kind is among the rules tried", () => {
  expect(new Set(RULES.map(({ kind }) => kind))).toEqual(new Set(RULE_KINDS.map(({ kind }) => kind)));
});

/** People type figures, not the last bits of a double. */
const micro = (number: number) => Math.round(number * 1e6) / 1e6;

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -50, max: 200, noNaN: true }).map(micro) },
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 130 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 0, 60, 80, 100, 97, "n/a", "12") },
);

test.each(RULES)("the engine and the sheet's formulas agree on $kind", (rule) => {
  const scheme = schemeOf(rule, 20);
  expect(validateScheme(scheme)).toEqual([]);
  const sheet = schemeSheet(scheme);
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 60, maxLength: 60 }), (rows) => {
      const team = people(rows);
      const page = scorecardSheet(scheme, team, { references: sheet.references });
      const book = new CalculatedBook([sheet.sheet, page.sheet]);
      scoreTeam(scheme, team).forEach((card, i) => {
        const cell = (name: string) =>
          book.read(page.layout.sheet, cellOf(page.layout, name, page.layout.firstRow + i));
        const [only] = card.indicators;
        const shown = cell(NAMES.points("it"));
        const context = [rule.kind, rows[i]];
        if (only?.points === null) expect([...context, typeof shown]).toEqual([...context, "string"]);
        else expect([...context, shown]).toEqual([...context, expect.closeTo(only?.points ?? NaN, 9)]);
        expect([...context, cell("total")]).toEqual([
          ...context,
          card.total === null ? "" : expect.closeTo(card.total, 9),
        ]);
      });
    }),
    { numRuns: 6, endOnFailure: true },
  );
});
