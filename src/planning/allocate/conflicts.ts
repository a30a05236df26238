import { AttainError } from "../../errors";
import { say, type Lang, type Phrase } from "../../words";
import { fromSteps } from "../steps";
import { at, type Grid } from "./grid";
import { boundsOf, type Bounds, type Limit, type LimitKind } from "./limits";
import type { Cut, Place } from "./repair";

/** One lock, bound or total that stands in a contradiction. */
export interface Conflict {
  readonly node: string;
  /** null for the unit's total over all periods. */
  readonly period: string | null;
  readonly kind: LimitKind;
  /** What was asked for, in units. */
  readonly value: number;
  /** How far this one would have to give way, by itself, for the contradiction to go: in units, above zero. */
  readonly by: number;
}

/**
 * Locks and bounds leave no solution. `conflicts` contradict one another, and would not if any one of them went.
 */
export class NoSolutionError extends AttainError {
  constructor(
    readonly conflicts: readonly Conflict[],
    detail: string,
  ) {
    super("no-solution", { detail });
  }
}

interface Names {
  readonly grid: Grid;
  readonly periods: readonly string[];
  readonly step: number;
  /** In steps. */
  readonly total: number;
  readonly limits: readonly Limit[];
}

/**
 * The contradiction of a cut, cut down to what is needed for it: each conflict is left out in turn to see whether the
 * others still contradict one another.
 *
 * @param cutOf tries to find a plan within bounds, and says why there is none
 */
export function noSolution(
  cut: Cut,
  bounds: Bounds,
  names: Names,
  cutOf: (bounds: Bounds) => Cut | null,
): NoSolutionError {
  let found = contradictionOf(cut, bounds, names);
  const needed = new Set<string>();
  for (;;) {
    const all = [...found.least, ...found.most];
    const next = all.length > TRIED ? undefined : all.find((one) => !needed.has(symbol(one)));
    if (!next) return asError(found, names);
    const others = all.filter((one) => one !== next);
    const asked = others.filter((one) => one.kind !== "total").map(asLimit);
    const total = others.some((one) => one.kind === "total") ? names.total : null;
    const rest = boundsOf(asked, names.grid, names.periods, total, names.step);
    const still = cutOf(rest);
    if (still) found = contradictionOf(still, rest, names);
    else needed.add(symbol(next));
  }
}

/** Beyond this many, leaving each out in turn takes longer than people wait; the list is then merely short. */
const TRIED = 24;

interface Contradiction {
  readonly least: readonly Conflict[];
  readonly most: readonly Conflict[];
  /** In steps. */
  readonly by: number;
}

function contradictionOf(cut: Cut, bounds: Bounds, names: Names): Contradiction {
  const low = (place: Place): number => boundAt(bounds, names, place, "lo");
  let by = cut.by;
  const least: Place[] = [];
  // A lower bound smaller than the excess is not needed for it: without it there would still be too much.
  for (const place of cut.least.filter((p) => low(p) > 0).sort((a, b) => low(a) - low(b))) {
    if (low(place) < by) by -= low(place);
    else least.push(place);
  }
  return {
    least: least.reverse().map((place) => conflict(place, low(place), "min", by, names)),
    most: cut.most.map((place) => conflict(place, boundAt(bounds, names, place, "hi"), "max", by, names)),
    by,
  };
}

function asError({ least, most, by }: Contradiction, names: Names): NoSolutionError {
  return new NoSolutionError(
    [...least, ...most],
    `${shorten(least.map(symbol))} > ${shorten(most.map(symbol))} (${fromSteps(by, names.step)})`,
  );
}

function asLimit({ node, period, kind, value }: Conflict): Limit {
  return { node, ...(period === null ? {} : { period }), [kind]: value };
}

/** Lower bounds above upper ones on the same place, which need no search. */
export function contradictions(bounds: Bounds, names: Names): NoSolutionError | null {
  const { grid } = names;
  const cells = bounds.lo.length;
  for (let index = 0; index < cells + grid.ids.length; index++) {
    const place =
      index < cells
        ? { node: Math.floor(index / grid.periods), period: index % grid.periods }
        : { node: index - cells, period: -1 };
    const low = boundAt(bounds, names, place, "lo");
    const high = boundAt(bounds, names, place, "hi");
    if (low <= high) continue;
    const sides = [
      conflict(place, low, "min", low - high, names),
      conflict(place, high, "max", low - high, names),
    ];
    return new NoSolutionError(
      sides,
      `${sides.map(symbol).join(" > ")} (${fromSteps(low - high, names.step)})`,
    );
  }
  return null;
}

function boundAt(bounds: Bounds, names: Names, place: Place, side: "lo" | "hi"): number {
  if (place.period >= 0) return at(bounds[side], place.node * names.grid.periods + place.period);
  return at(side === "lo" ? bounds.totalLo : bounds.totalHi, place.node);
}

function conflict(place: Place, steps: number, side: "min" | "max", by: number, names: Names): Conflict {
  const node = names.grid.ids[place.node] ?? "";
  const period = place.period < 0 ? null : (names.periods[place.period] ?? "");
  const value = fromSteps(steps, names.step);
  const isTotal = place.node === 0 && period === null && steps === names.total;
  const isLock = names.limits.some(
    (limit) => limit.node === node && (limit.period ?? null) === period && limit.lock === value,
  );
  return {
    node,
    period,
    kind: isTotal ? "total" : isLock ? "lock" : side,
    value,
    by: fromSteps(by, names.step),
  };
}

const SIGN: Record<LimitKind, string> = { total: "=", lock: "=", min: "≥", max: "≤" };

function symbol(one: Conflict): string {
  return `${one.node}${one.period === null ? "" : ` ${one.period}`} ${SIGN[one.kind]} ${one.value}`;
}

/** Long contradictions (a thousand minimums above one total) are shown by their largest parts. */
function shorten(parts: readonly string[]): string {
  const shown = parts.slice(0, 4).join(" + ");
  return parts.length > 4 ? `${shown} + … (${parts.length})` : shown;
}

const SENTENCES: Record<LimitKind, Phrase> = {
  total: {
    "zh-CN": "{where}的总数 {value}（差 {by}）",
    "en-US": "the total of {where} is {value} (off by {by})",
  },
  lock: {
    "zh-CN": "{where}锁定为 {value}（差 {by}）",
    "en-US": "{where} is locked at {value} (off by {by})",
  },
  min: { "zh-CN": "{where}至少 {value}（多 {by}）", "en-US": "{where} is at least {value} ({by} too much)" },
  max: { "zh-CN": "{where}至多 {value}（少 {by}）", "en-US": "{where} is at most {value} ({by} too little)" },
};

/**
 * A conflict as one line for a list, with the names people know instead of ids.
 *
 * @example describeConflict(c, "en-US", { East: "East" }) // "East 2018-03 is locked at 120 (off by 20)"
 */
export function describeConflict(
  one: Conflict,
  lang: Lang,
  labels: Readonly<Record<string, string>> = {},
): string {
  const node = labels[one.node] ?? one.node;
  const where = one.period === null ? node : `${node} ${labels[one.period] ?? one.period}`;
  return say(SENTENCES[one.kind], lang, { where, value: one.value, by: one.by });
}
