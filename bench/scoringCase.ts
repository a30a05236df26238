import type { Scalar } from "../src/formula/column";
import type { Indicator, RuleUse, Scheme } from "../src/scoring/scheme";
import type { People } from "../src/scoring/scoreTeam";

/** How an indicator's inputs are drawn: `mean` ± `spread`, and 0 to `most` for counts. */
type Draw = { readonly mean: number; readonly spread: number } | { readonly most: number };

interface Line {
  readonly rule: RuleUse;
  readonly roles: Readonly<Record<string, Draw>>;
}

const bands = [
  { from: 90, side: "≥", points: 5 },
  { from: 75, side: ">", points: 4 },
  { from: 60, side: "≥", points: 2.5 },
  { from: null, side: "≥", points: 1 },
];
const percent: Draw = { mean: 92, spread: 12 };
const sales = { actual: { mean: 95_000, spread: 30_000 }, target: { mean: 100_000, spread: 10_000 } };

const KINDS: readonly Line[] = [
  { rule: { kind: "proportional", cap: 1.2 }, roles: sales },
  { rule: { kind: "banded", bands }, roles: { value: percent } },
  { rule: { kind: "step", threshold: 97, size: 1, loss: 0.5 }, roles: { value: percent } },
  { rule: { kind: "linear", low: 80, high: 100 }, roles: { value: percent } },
  { rule: { kind: "deduct", loss: 1 }, roles: { count: { most: 4 } } },
  {
    rule: { kind: "lowerIsBetter", size: 0.01, loss: 0.25 },
    roles: { actual: sales.actual, budget: sales.target },
  },
  { rule: { kind: "allOrNothing" }, roles: { breaches: { most: 1 } } },
];

const SECTIONS = 4;
const EACH = 5;

/** Twenty indicators of seven kinds in four sections of 25 points. */
export function benchScheme(): Scheme {
  const lines = Array.from({ length: SECTIONS * EACH }, (_, i) => ({ i, line: lineOf(i) }));
  return {
    id: "bench",
    name: "Bench",
    lang: "en-US",
    inputs: lines.flatMap(({ i, line }) =>
      Object.keys(line.roles).map((role) => ({
        id: `${role}${i}`,
        name: `${role} ${i}`,
        format: "decimal" as const,
      })),
    ),
    sections: Array.from({ length: SECTIONS }, (_, s) => ({
      id: `s${s}`,
      name: `Section ${s}`,
      weight: 25,
      full: 25,
      indicators: lines
        .filter(({ i }) => Math.floor(i / EACH) === s)
        .map(({ i, line }): Indicator => ({
          id: `k${i}`,
          name: `Indicator ${i}`,
          weight: 5,
          rule: line.rule,
          inputs: Object.fromEntries(Object.keys(line.roles).map((role) => [role, `${role}${i}`])),
        })),
    })),
    weights: "exact",
    grades: [
      { name: "A", from: 90, side: "≥", light: "●" },
      { name: "B", from: 80, side: "≥", light: "●" },
      { name: "C", from: 60, side: "≥", light: "▲" },
      { name: "D", from: null, side: "≥", light: "▼" },
    ],
    decimals: 2,
  };
}

/** The kind of each indicator, in order, as the NumPy script needs it. */
export function benchKinds(): string[] {
  return Array.from({ length: SECTIONS * EACH }, (_, i) => lineOf(i).rule.kind);
}

function lineOf(i: number): Line {
  const line = KINDS[i % KINDS.length];
  if (!line) throw new RangeError("There are kinds");
  return line;
}

/** One month of seeded inputs, typed arrays by input id. Values have cents, as people type them. */
export function benchInputs(people: number, month: number): Map<string, Float64Array> {
  const random = mulberry(month * 7919 + people);
  const inputs = new Map<string, Float64Array>();
  for (let i = 0; i < SECTIONS * EACH; i += 1) {
    for (const [role, draw] of Object.entries(lineOf(i).roles)) {
      inputs.set(
        `${role}${i}`,
        Float64Array.from({ length: people }, () =>
          "most" in draw
            ? Math.floor(random() * (draw.most + 1))
            : Math.max(
                1,
                Math.round((draw.mean + (random() + random() + random() - 1.5) * draw.spread) * 100) / 100,
              ),
        ),
      );
    }
  }
  return inputs;
}

/** The same month as people of the engine. */
export function benchPeople(inputs: ReadonlyMap<string, Float64Array>, people: number): People {
  const names = Array.from({ length: people }, (_, i) => `P${i}`);
  return {
    names,
    units: names.map((_, i) => `U${i % 50}`),
    inputs: new Map([...inputs].map(([id, cells]): [string, Scalar[]] => [id, Array.from(cells)])),
  };
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
