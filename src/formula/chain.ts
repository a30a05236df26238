import type { FunctionName } from "./functions";
import { COMPARE_DIGITS, excelRound } from "./rounding";
import { emptyStage, type Stage } from "./stages";

/** One step of a chain: a function of the value so far and a fixed number, `before` or after it. */
export interface Link {
  readonly fn: FunctionName;
  /** Absent when there is none: -x, MAX of a single cell. */
  readonly constant?: number;
  readonly before: boolean;
}

/** Where in a stage a step can go: after those already in it, and once in each place. */
const SCALE = 0;
const SHIFT = 1;
const DIVISOR = 2;
const STARTED = 3;
const HELD = 4;
const WEIGHT = 5;
const BASE = 6;
const HELD_AGAIN = 7;

interface Filling {
  readonly stage: Stage;
  /** The first place still free. */
  free: number;
}

type Put = (filling: Filling, constant: number, before: boolean) => boolean;

const take = (filling: Filling, ...places: readonly number[]): number | undefined => {
  const place = places.find((one) => one >= filling.free);
  if (place !== undefined) filling.free = place + 1;
  return place;
};

const shift: Put = (filling, constant) => {
  const place = take(filling, SHIFT, BASE);
  if (place === SHIFT) filling.stage.shift = constant;
  else if (place === BASE) filling.stage.base = constant;
  return place !== undefined;
};

/** c − x, as x × −1 + c. */
const subtractedFrom: Put = (filling, constant) => {
  const { stage } = filling;
  const place = take(filling, SHIFT, BASE);
  if (place === SHIFT) {
    stage.scale = 0 - stage.scale;
    stage.shift = constant;
  } else if (place === BASE) {
    stage.weight = 0 - stage.weight;
    stage.base = constant;
  }
  return place !== undefined;
};

/** Holding twice in a row is holding once, as long as no bound crosses another. */
const held =
  (lower: boolean): Put =>
  (filling, constant) => {
    const { stage, free } = filling;
    const place = [HELD, HELD_AGAIN].find((one) => one >= free);
    if (place === undefined) return false;
    const [low, high] = place === HELD ? [stage.low, stage.high] : [stage.floor, stage.ceiling];
    const [newLow, newHigh] = lower ? [Math.max(low, constant), high] : [low, Math.min(high, constant)];
    if (newLow > newHigh) return false;
    if (place === HELD) [stage.low, stage.high] = [newLow, newHigh];
    else [stage.floor, stage.ceiling] = [newLow, newHigh];
    filling.free = place;
    return true;
  };

const PUTS: Readonly<Partial<Record<FunctionName, Put>>> = {
  add: shift,
  sub: (filling, constant, before) =>
    before ? subtractedFrom(filling, constant, before) : shift(filling, 0 - constant, before),
  neg: (filling) => subtractedFrom(filling, 0, true),
  mul: (filling, constant) => {
    const place = take(filling, SCALE, WEIGHT);
    if (place === SCALE) filling.stage.scale = constant;
    else if (place === WEIGHT) filling.stage.weight = constant;
    return place !== undefined;
  },
  div: (filling, constant) => {
    const place = take(filling, DIVISOR);
    if (place !== undefined) filling.stage.divisor = constant;
    return place !== undefined;
  },
  started: (filling) => {
    const place = take(filling, STARTED);
    if (place !== undefined) filling.stage.started = true;
    return place !== undefined;
  },
  min: held(false),
  max: held(true),
};

/** Whether a function with a fixed number, or alone, can be part of a chain. */
export function canLink({ fn, constant, before }: Link): boolean {
  if (!PUTS[fn]) return false;
  if (fn === "neg" || fn === "started") return constant === undefined;
  if (fn === "min" || fn === "max") return true;
  return constant !== undefined && (fn !== "div" || (!before && constant !== 0));
}

/** Steps that leave every number as it is. */
function isIdentity({ fn, constant, before }: Link): boolean {
  if (fn === "min" || fn === "max") return constant === undefined;
  if (fn === "mul") return constant === 1;
  if (fn === "div") return constant === 1 && !before;
  return constant === 0 && (fn === "add" || (fn === "sub" && !before));
}

/** The chain's steps packed into as few passes as hold them in their order. */
export function stagesOf(links: readonly Link[]): Stage[] {
  const stages: Stage[] = [];
  let filling: Filling | undefined;
  for (const link of links) {
    if (isIdentity(link)) continue;
    const put = PUTS[link.fn];
    if (!put) throw new RangeError(link.fn);
    if (filling && put(filling, link.constant ?? 0, link.before)) continue;
    filling = { stage: emptyStage(), free: SCALE };
    stages.push(filling.stage);
    put(filling, link.constant ?? 0, link.before);
  }
  return stages;
}

const STEPS: Readonly<Partial<Record<FunctionName, (x: number, c: number, before: boolean) => number>>> = {
  add: (x, c) => x + c,
  sub: (x, c, before) => (before ? c - x : x - c),
  mul: (x, c) => x * c,
  div: (x, c) => x / c,
  neg: (x) => 0 - x,
  started: (x) => 0 - Math.floor(0 - excelRound(x, COMPARE_DIGITS)),
  min: (x, c) => Math.min(x, c),
  max: (x, c) => Math.max(x, c),
};

/**
 * Whether every step stays finite for `x`; what does not is #NUM! in a formula. Each step only rises or only falls, so
 * the ends of a range answer for all of it.
 */
export function staysFinite(links: readonly Link[], x: number): boolean {
  let value = x;
  for (const link of links) {
    if (isIdentity(link)) continue;
    value = STEPS[link.fn]?.(value, link.constant ?? 0, link.before) ?? Number.NaN;
    if (value - value !== 0) return false;
  }
  return true;
}
