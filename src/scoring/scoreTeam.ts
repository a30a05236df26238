import {
  NUMBER,
  columnOf,
  kindAt,
  numberAt,
  scalarAt,
  textAt,
  type Column,
  type Scalar,
} from "../formula/column";
import { readsVector } from "../formula/expression";
import {
  evaluateInBlocks,
  evaluateWhole,
  known,
  layOut,
  planSteps,
  type Fixed,
  type LaidOut,
  type PlannedStep,
  type Sources,
} from "./blocks";
import { compileScheme } from "./compile";
import type { CompiledScheme, Derived } from "./compiled";
import { NAMES } from "./names";
import { ranks, ranksWithin } from "./ranks";
import { NOT_SCORED } from "./rule";
import type { Scheme } from "./scheme";

/** The people to score, one entry of each list a person. */
export interface People {
  readonly names: readonly string[];
  readonly units: readonly string[];
  /** By input id. A missing list counts as blank for everybody. */
  readonly inputs: ReadonlyMap<string, readonly Scalar[]>;
  /** The period of each entry when there are several; people are ranked within their period. */
  readonly periods?: readonly string[];
  /** Why an entry is not to be scored at all (a newcomer), empty for the others. */
  readonly exempt?: readonly string[];
  /** The inputs read once for several runs; see {@link readyToScore}. */
  readonly laidOut?: ReadonlyMap<string, LaidOut>;
}

/** The same people with their inputs laid out as columns, for scoring them more than once. */
export function readyToScore(people: People): People {
  const laidOut = new Map([...people.inputs].map(([id, cells]) => [id, layOut(cells, people.names.length)]));
  return { ...people, laidOut };
}

export interface IndicatorScore {
  readonly id: string;
  /** Percent values are fractions; null when there is nothing to measure. */
  readonly measure: number | null;
  /** Null when left out or not scored. */
  readonly points: number | null;
  readonly status: "scored" | "leftOut" | "notScored";
}

/** One person's result. A person with `total` null is not scored; `remark` says why. */
export interface Scorecard {
  readonly name: string;
  readonly unit: string;
  readonly indicators: readonly IndicatorScore[];
  readonly sections: readonly { readonly id: string; readonly score: number | null }[];
  readonly total: number | null;
  readonly grade: string | null;
  readonly light: string;
  /** Among all people and within the unit; ties share a rank (1-1-3). */
  readonly rank: number | null;
  readonly unitRank: number | null;
  /** Reasons and policies used, in the scheme's language; empty when nothing was out of the ordinary. */
  readonly remark: string;
  /** Present and false when a veto has cancelled rewards. */
  readonly rewards?: boolean;
}

/**
 * Scores everybody at once, column by column.
 *
 * @throws AttainError `scheme-invalid` when the scheme has a mistake
 */
export function scoreTeam(scheme: Scheme, people: People): Scorecard[] {
  const compiled = compileScheme(scheme, { exempt: people.exempt !== undefined });
  const { periods } = people;
  if (!periods) return cardsOf(compiled, people);
  const cards: Scorecard[] = [];
  for (const period of new Set(periods)) {
    const rows = periods.flatMap((one, row) => (one === period ? [row] : []));
    const scored = cardsOf(compiled, onlyRows(people, rows));
    rows.forEach((row, i) => {
      const card = scored[i];
      if (card) cards[row] = card;
    });
  }
  return cards;
}

function onlyRows({ names, units, inputs, exempt }: People, rows: readonly number[]): People {
  const pick = <T>(list: readonly T[], otherwise: T): T[] => rows.map((row) => list[row] ?? otherwise);
  return {
    names: pick(names, ""),
    units: pick(units, ""),
    inputs: new Map([...inputs].map(([id, cells]) => [id, pick(cells, null)])),
    ...(exempt && { exempt: pick(exempt, "") }),
  };
}

/**
 * The scheme's values as columns, by their names in {@link NAMES}.
 *
 * @param wanted the names of the columns needed; absent: all there are, inputs and parameters too
 */
export function scoreColumns(
  compiled: CompiledScheme,
  people: People,
  wanted?: ReadonlySet<string>,
): ReadonlyMap<string, Column> {
  const { steps, fixed, everybody } = preparedFor(compiled);
  const lists = new Map<string, readonly Scalar[]>();
  for (const { id } of compiled.scheme.inputs) lists.set(id, people.inputs.get(id) ?? []);
  if (people.exempt) lists.set(NAMES.exempt, people.exempt);
  const { laidOut } = people;
  const sources: Sources = { rows: people.names.length, lists, ...(laidOut && { laidOut }) };
  const everything = (): Set<string> =>
    new Set([...lists.keys(), ...fixed.constants.keys(), ...steps.map(({ name }) => name)]);
  return everybody
    ? evaluateWhole(steps, sources, fixed, EVERYBODY)
    : evaluateInBlocks(steps, sources, fixed, wanted ?? everything());
}

const EVERYBODY = NAMES.everybody("");

interface Prepared {
  readonly steps: readonly PlannedStep[];
  readonly fixed: Fixed;
  /** Whether some step looks at everybody's values. */
  readonly everybody: boolean;
}

const prepared = new WeakMap<CompiledScheme, Prepared>();

/** What has to be thought about only once for a scheme, however many teams and months it scores. */
function preparedFor(compiled: CompiledScheme): Prepared {
  const known = prepared.get(compiled);
  if (known) return known;
  const fixed: Fixed = {
    constants: new Map([...compiled.parameters].map(([name, value]) => [name, columnOf([value])])),
    vectors: new Map([...compiled.vectors].map(([name, cells]) => [name, columnOf(cells)])),
  };
  const steps = stepsOf(compiled);
  const made: Prepared = {
    steps: planSteps(steps, fixed),
    fixed,
    everybody: steps.some(({ expr }) => readsVector(expr, (name) => name.startsWith(EVERYBODY))),
  };
  prepared.set(compiled, made);
  return made;
}

/** The scheme's expressions in an order in which each finds what it reads. */
function stepsOf(compiled: CompiledScheme): Derived[] {
  return [
    ...(compiled.inputs ?? []),
    ...compiled.indicators.flatMap(({ basis, measure, points }) =>
      [basis, measure, points].filter((step) => step !== undefined),
    ),
    ...compiled.sections,
    compiled.total,
    compiled.grade,
    compiled.light,
    ...(compiled.rewards ? [compiled.rewards] : []),
    compiled.missed,
    compiled.remark,
  ];
}

function cardsOf(compiled: CompiledScheme, people: People): Scorecard[] {
  const columns = scoreColumns(compiled, people, shownOn(compiled));
  const column = (name: string): Column => known(columns, name);
  const number = (name: string, row: number): number | null =>
    kindAt(column(name), row) === NUMBER ? numberAt(column(name), row) : null;
  const totals = people.names.map((_, row) => number(NAMES.total, row) ?? Number.NaN);
  const overall = ranks(totals);
  const within = ranksWithin(totals, people.units);
  return people.names.map((name, row) => ({
    name,
    unit: people.units[row] ?? "",
    indicators: compiled.indicators.map(({ indicator: { id }, measured, points }) => ({
      id,
      measure: number(measured, row),
      points: number(points.name, row),
      status: statusOf(scalarAt(column(points.name), row)),
    })),
    sections: compiled.sections.map(({ section, name: key }) => ({
      id: section.id,
      score: number(key, row),
    })),
    total: number(NAMES.total, row),
    grade: textAt(column(NAMES.grade), row) || null,
    light: textAt(column(NAMES.light), row),
    rank: overall[row] || null,
    unitRank: within[row] || null,
    remark: textAt(column(NAMES.remark), row),
    ...(compiled.rewards && { rewards: textAt(column(NAMES.rewards), row) === "" }),
  }));
}

/** The names of what a scorecard shows. */
function shownOn({ indicators, sections, rewards }: CompiledScheme): Set<string> {
  return new Set([
    ...indicators.flatMap(({ measured, points }) => [measured, points.name]),
    ...sections.map(({ name }) => name),
    ...[NAMES.total, NAMES.grade, NAMES.light, NAMES.remark],
    ...(rewards ? [rewards.name] : []),
  ]);
}

function statusOf(points: Scalar): IndicatorScore["status"] {
  if (typeof points === "number") return "scored";
  return points === NOT_SCORED ? "notScored" : "leftOut";
}
