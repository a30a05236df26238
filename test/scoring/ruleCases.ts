/** Every rule kind in use, with the inputs worth trying on it. */
import fc from "fast-check";
import { RULE_KINDS } from "../../src/scoring/registry";
import type { RuleUse, Scheme } from "../../src/scoring/scheme";
import type { People } from "../../src/scoring/scoreTeam";

export type Value = number | string | null;
export type Row = readonly [x: Value, y: Value];

export interface RuleCase {
  readonly name: string;
  readonly rule: RuleUse;
  readonly weight: number;
  /** Formulas for the rule's roles, in order; x and y unless said. */
  readonly roles?: readonly string[];
  /** Values where the rule turns: bounds, words, levels. */
  readonly turns: readonly Value[];
}

const LEVELS = [
  ["Good", 5, 15],
  ["Fairly good", 4, 12],
  ["Fair", 3, 9],
  ["Poor", 2, 6],
  ["Bad", 1, 3],
].map(([word = "", number = 0, points = 0]) => ({ word, number, points }));

export const RULE_CASES: readonly RuleCase[] = [
  { name: "proportional", rule: { kind: "proportional", cap: 1.2 }, weight: 30, turns: [100, 120, 0, 1e-9] },
  {
    name: "proportional, no cap",
    rule: { kind: "proportional", cap: null },
    weight: 30,
    turns: [100, 0.1, 0.3],
  },
  {
    name: "growth",
    rule: { kind: "growth", base: 10, expected: 0, size: 0.01, gain: 1, loss: 1, cap: 20, floor: 0 },
    weight: 20,
    turns: [100, 101, 99, 110, 90],
  },
  {
    name: "growth, unbounded",
    rule: { kind: "growth", base: 10, expected: 0.05, size: 0.01, gain: 1, loss: 2, cap: null, floor: null },
    weight: 20,
    turns: [100, 105, 99, 110],
  },
  {
    name: "linear",
    rule: { kind: "linear", low: 80, high: 100 },
    weight: 20,
    turns: [80, 100, 79.999999999, 90],
  },
  { name: "linear, falling", rule: { kind: "linear", low: 100, high: 20 }, weight: 20, turns: [20, 100] },
  {
    name: "banded",
    rule: {
      kind: "banded",
      bands: [
        { from: 80, side: "≥", points: 10 },
        { from: 60, side: ">", points: 5 },
        { from: null, side: "≥", points: 0 },
      ],
    },
    weight: 10,
    turns: [80, 60, 79.999999999, 60.000000001, 79.9999999999, 60.0000000001],
  },
  {
    name: "banded quotient",
    rule: {
      kind: "banded",
      bands: [
        { from: 0.9, side: "≥", points: 10 },
        { from: 0.3, side: ">", points: 5 },
        { from: null, side: "≥", points: 0 },
      ],
    },
    weight: 10,
    roles: ["x / y"],
    turns: [9, 10, 3, 0.3, 0.9, 1],
  },
  {
    name: "step",
    rule: { kind: "step", threshold: 97, size: 1, loss: 2 },
    weight: 10,
    turns: [97, 96, 96.1, 95.9999999999],
  },
  {
    name: "step by tenths",
    rule: { kind: "step", threshold: 0.97, size: 0.01, loss: 2 },
    weight: 10,
    turns: [0.97, 0.96, 0.95, 0.94, 0.9],
  },
  {
    name: "five level",
    rule: { kind: "fiveLevel", levels: LEVELS },
    weight: 15,
    turns: [...LEVELS.map(({ word }) => word), "GOOD", "good ", 5, 4, 3, 2, 1, "5", "*", "?air", 2.5],
  },
  {
    name: "rated",
    rule: { kind: "rated", best: 100 },
    weight: 20,
    turns: [0, 100, 100.000000001, -0.5, 88.5],
  },
  { name: "deduct", rule: { kind: "deduct", loss: 5 }, weight: 30, turns: [0, 1, 6, 7] },
  {
    name: "ranged deduction",
    rule: { kind: "rangedDeduction", least: 4, most: 10 },
    weight: 30,
    turns: [0, 4, 10, 3.9, 10.1, -4, 7],
  },
  { name: "repeat", rule: { kind: "repeatMultiplier", loss: 5, factor: 2 }, weight: 30, turns: [0, 1, 2, 3] },
  { name: "attendance", rule: { kind: "attendance", loss: 4 }, weight: 100, turns: [0, 0.5, 1, 1.5, 2] },
  {
    name: "attendance, days only",
    rule: { kind: "attendance", loss: 4 },
    weight: 100,
    roles: ["x"],
    turns: [0, 0.5, 1.5],
  },
  { name: "all or nothing", rule: { kind: "allOrNothing" }, weight: 15, turns: [0, 1] },
  {
    name: "lower is better",
    rule: { kind: "lowerIsBetter", size: 0.01, loss: 1 },
    weight: 10,
    turns: [100, 101, 102, 0],
  },
  {
    name: "near target",
    rule: { kind: "nearTarget", tolerance: 0.05, limit: 0.2 },
    weight: 10,
    turns: [100, 95, 105, 80, 120],
  },
  {
    name: "rank",
    rule: {
      kind: "rankBased",
      best: "↑",
      places: [
        { upTo: 3, points: 10 },
        { upTo: 10, points: 6 },
        { upTo: null, points: 2 },
      ],
    },
    weight: 10,
    turns: [100, 100, 90],
  },
  {
    name: "rank, lowest quotient first",
    rule: {
      kind: "rankBased",
      best: "↓",
      places: [
        { upTo: 2, points: 10 },
        { upTo: null, points: 1 },
      ],
    },
    weight: 10,
    roles: ["x / y"],
    turns: [1, 2, 4],
  },
  {
    name: "rank change",
    rule: {
      kind: "rankChange",
      best: "↑",
      bands: [
        { from: 2, side: "≥", points: 10 },
        { from: 0, side: "≥", points: 6 },
        { from: null, side: "≥", points: 2 },
      ],
    },
    weight: 10,
    turns: [1, 2, 3, 50],
  },
  {
    name: "formula",
    rule: { kind: "formula", floor: 0, cap: 20 },
    weight: 20,
    roles: ["ROUND(x * 2 - MAX(y, 0) / 3, 1)"],
    turns: [0.25, 1.05],
  },
  {
    name: "formula with look-up",
    rule: { kind: "formula", floor: null, cap: null },
    weight: 20,
    roles: ["LOOKUP(x, 0, 0, 60, 5, 80, 10) + IF(y > 100, 1, 0)"],
    turns: [60, 80, 0, 100],
  },
];

/** A scheme of one indicator that reads inputs x and y. */
export function schemeOf(rule: RuleUse, weight: number, sources: readonly string[] = ["x", "y"]): Scheme {
  const kind = RULE_KINDS.find((one) => one.kind === rule.kind);
  const roles = (kind?.roles ?? []).slice(0, sources.length);
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
            inputs: Object.fromEntries(roles.map(({ key }, i) => [key, sources[i] ?? "y"])),
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

export function peopleOf(rows: readonly Row[]): People {
  return {
    names: rows.map((_, i) => `P${i}`),
    units: rows.map((_, i) => `U${i % 3}`),
    inputs: new Map([
      ["x", rows.map(([x]) => x)],
      ["y", rows.map(([, y]) => y)],
    ]),
  };
}

/** People type figures, not the last bits of a double. */
const micro = (number: number) => Math.round(number * 1e6) / 1e6;

/** Figures of every size, whole numbers, blanks, words, and the values where the rule turns. */
export function rowsFor({ turns }: RuleCase): fc.Arbitrary<Row> {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.double({ min: -50, max: 200, noNaN: true }).map(micro) },
    { weight: 2, arbitrary: fc.double({ min: -2, max: 2, noNaN: true }).map(micro) },
    { weight: 3, arbitrary: fc.integer({ min: -3, max: 130 }) },
    { weight: 6, arbitrary: fc.constantFrom(...turns) },
    { weight: 2, arbitrary: fc.constantFrom(null, 0, 100, "n/a", "12", " ", "TRUE") },
  );
  return fc.tuple(value, value);
}
