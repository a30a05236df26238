import { AttainError } from "../../errors";
import { say, type Lang, type Phrase } from "../../words";
import { fromSteps } from "../steps";
import { at, type Grid } from "./grid";
import type { Bounds, LimitKind } from "./limits";
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
}

/** The contradiction of a cut, cut down to what is needed for it. */
export function noSolution(cut: Cut, bounds: Bounds, names: Names): NoSolutionError {
  const low = (place: Place): number => boundAt(bounds, names, place, "lo");
  const high = (place: Place): number => boundAt(bounds, names, place, "hi");
  let by = cut.by;
  const least: Place[] = [];
  // A lower bound smaller than the excess is not needed for it: without it there would still be too much.
  for (const place of cut.least.filter((p) => low(p) > 0).sort((a, b) => low(a) - low(b))) {
    if (low(place) < by) by -= low(place);
    else least.push(place);
  }
  least.reverse();
  const conflicts = [
    ...least.map((place) => conflict(place, low(place), "min", by, bounds, names)),
    ...cut.most.map((place) => conflict(place, high(place), "max", by, bounds, names)),
  ];
  const left = conflicts.slice(0, least.length).map(symbol);
  const right = conflicts.slice(least.length).map(symbol);
  return new NoSolutionError(conflicts, `${shorten(left)} > ${shorten(right)} (${fromSteps(by, names.step)})`);
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
    const sides = [conflict(place, low, "min", low - high, bounds, names), conflict(place, high, "max", low - high, bounds, names)];
    return new NoSolutionError(sides, `${sides.map(symbol).join(" > ")} (${fromSteps(low - high, names.step)})`);
  }
  return null;
}

function boundAt(bounds: Bounds, names: Names, place: Place, side: "lo" | "hi"): number {
  if (place.period >= 0) return at(bounds[side], place.node * names.grid.periods + place.period);
  return at(side === "lo" ? bounds.totalLo : bounds.totalHi, place.node);
}

function conflict(place: Place, value: number, side: "min" | "max", by: number, bounds: Bounds, names: Names): Conflict {
  const locked = boundAt(bounds, names, place, "lo") === boundAt(bounds, names, place, "hi");
  const isTotal = place.node === 0 && place.period < 0;
  return {
    node: names.grid.ids[place.node] ?? "",
    period: place.period < 0 ? null : (names.periods[place.period] ?? ""),
    kind: isTotal ? "total" : locked ? "lock" : side,
    value: fromSteps(value, names.step),
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
  total: { "zh-CN": "{where}的总数 {value}（差 {by}）", "en-US": "the total of {where} is {value} (off by {by})" },
  lock: { "zh-CN": "{where}锁定为 {value}（差 {by}）", "en-US": "{where} is locked at {value} (off by {by})" },
  min: { "zh-CN": "{where}至少 {value}（多 {by}）", "en-US": "{where} is at least {value} ({by} too much)" },
  max: { "zh-CN": "{where}至多 {value}（少 {by}）", "en-US": "{where} is at most {value} ({by} too little)" },
};

/**
 * A conflict as one line for a list, with the names people know instead of ids.
 *
 * @example describeConflict(c, "en-US", { East: "East" }) // "East 2018-03 is locked at 120 (off by 20)"
 */
export function describeConflict(one: Conflict, lang: Lang, labels: Readonly<Record<string, string>> = {}): string {
  const node = labels[one.node] ?? one.node;
  const where = one.period === null ? node : `${node} ${labels[one.period] ?? one.period}`;
  return say(SENTENCES[one.kind], lang, { where, value: one.value, by: one.by });
}
