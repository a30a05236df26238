/** How the rest of the horizon is foreseen. Every page and report names the one it used. */
export const FORECAST_METHODS = ["pace", "runRate", "recent", "lastYear"] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** What happens to a shortfall: nothing, all of it in the next period, or shared over what is left. */
export const CARRY_OVERS = ["none", "next", "spread"] as const;
export type CarryOver = (typeof CARRY_OVERS)[number];

export interface StandingOptions {
  /** How many periods are closed, 1 to all of them. */
  readonly asOf: number;
  /** Below the target by no more than this is yellow; a fraction. */
  readonly tolerance: number;
  /** A forecast that misses the target by more than this is warned of; a fraction. */
  readonly margin: number;
  readonly method: ForecastMethod;
  readonly carry: CarryOver;
  /** Less is better: cost, complaints. */
  readonly lowerIsBetter?: boolean;
}

/** Where a unit stands after some periods. Null where there is nothing to say. */
export interface Standing {
  readonly due: number;
  readonly actual: number | null;
  readonly gap: number | null;
  readonly attainment: number | null;
  readonly light: "green" | "yellow" | "red" | "none";
  /** Share of the whole reached minus share of the periods gone. */
  readonly ahead: number | null;
  readonly runRate: number | null;
  readonly forecast: number | null;
  readonly forecastAttainment: number | null;
  readonly warned: boolean;
  /** What each period left needs so that the whole is reached; null when none is left. */
  readonly need: number | null;
  /** The next period's target with the shortfall carried over as asked. */
  readonly nextTask: number | null;
  /** Growth of the last closed period on the one before it; a fraction. */
  readonly monthOnMonth: number | null;
  /** Growth on the same periods of last year. */
  readonly yearOnYear: number | null;
}

/** Periods the recent mean looks back on. */
const RECENT = 3;

/**
 * A unit's standing from its targets and actuals by period. The tracker's formulas say the same.
 *
 * Forecasts: `pace` = actual × whole target ÷ target due, so that a strong season to come counts; `runRate` = mean
 * period × periods; `recent` = actual + mean of the last three periods × periods left; `lastYear` = actual × last
 * year's whole ÷ last year to date. A method that has nothing to go by (no target due, no last year) gives way to pace,
 * and that to the run rate.
 *
 * @param actuals null where nothing is known; a unit without any number has no standing
 * @example standing(Array(12).fill(100), [120, 90, 110], { asOf: 3, … }).forecast // 1280
 */
export function standing(
  targets: readonly number[],
  actuals: readonly (number | null)[],
  options: StandingOptions,
  lastYear: readonly number[] = [],
): Standing {
  const { asOf, tolerance, margin, carry, lowerIsBetter = false } = options;
  const count = targets.length;
  const whole = sum(targets);
  const due = sum(targets.slice(0, asOf));
  const known = actuals.some((value) => value !== null);
  const actual = known ? sum(actuals.slice(0, asOf).map((value) => value ?? 0)) : null;
  const next = targets[asOf];
  if (actual === null) return { ...NOTHING, due, nextTask: next ?? null };
  const attainment = due === 0 ? null : actual / due;
  const forecast = forecastOf(targets, actuals, actual, options, lastYear);
  const forecastAttainment = whole === 0 ? null : forecast / whole;
  const left = count - asOf;
  const miss = forecastAttainment === null ? 0 : (lowerIsBetter ? -1 : 1) * (1 - forecastAttainment);
  const shortfall = Math.max(0, lowerIsBetter ? actual - due : due - actual);
  const part = carry === "none" ? 0 : carry === "next" ? 1 : whole > due ? (next ?? 0) / (whole - due) : 0;
  const [before, now] = [actuals[asOf - 2], actuals[asOf - 1]];
  const past = sum(lastYear.slice(0, asOf));
  return {
    due,
    actual,
    gap: actual - due,
    attainment,
    light: lightOf(attainment, tolerance, lowerIsBetter),
    ahead: whole === 0 ? null : actual / whole - asOf / count,
    runRate: actual / asOf,
    forecast,
    forecastAttainment,
    warned: miss > margin,
    need: left > 0 ? Math.max(0, whole - actual) / left : null,
    nextTask: next === undefined ? null : next + (lowerIsBetter ? -1 : 1) * shortfall * part,
    monthOnMonth:
      typeof before === "number" && before !== 0 && typeof now === "number" ? now / before - 1 : null,
    yearOnYear: past === 0 ? null : actual / past - 1,
  };
}

const NOTHING = {
  actual: null,
  gap: null,
  attainment: null,
  light: "none",
  ahead: null,
  runRate: null,
  forecast: null,
  forecastAttainment: null,
  warned: false,
  need: null,
  monthOnMonth: null,
  yearOnYear: null,
} as const;

function forecastOf(
  targets: readonly number[],
  actuals: readonly (number | null)[],
  actual: number,
  { asOf, method }: StandingOptions,
  lastYear: readonly number[],
): number {
  const count = targets.length;
  const due = sum(targets.slice(0, asOf));
  const past = sum(lastYear.slice(0, asOf));
  const runRate = (actual / asOf) * count;
  const pace = due > 0 ? (actual * sum(targets)) / due : runRate;
  if (method === "runRate") return runRate;
  if (method === "lastYear" && past > 0) return (actual * sum(lastYear)) / past;
  if (method === "recent") {
    const back = Math.min(RECENT, asOf);
    const mean = sum(actuals.slice(asOf - back, asOf).map((value) => value ?? 0)) / back;
    return actual + mean * (count - asOf);
  }
  return pace;
}

/** @example lightOf(0.95, 0.1, false) // "yellow" */
export function lightOf(
  attainment: number | null,
  tolerance: number,
  lowerIsBetter: boolean,
): Standing["light"] {
  if (attainment === null) return "none";
  // Sums of tenths are a hair off; a target reached to nine digits is reached.
  const reached = Number((lowerIsBetter ? 2 - attainment : attainment).toFixed(9));
  return reached >= 1 ? "green" : reached >= Number((1 - tolerance).toFixed(9)) ? "yellow" : "red";
}

/** Cumulative actuals, then the way to the forecast with the band it will stay in four times out of five. */
export interface Cone {
  readonly middle: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Four fifths of a normal distribution lie within so many standard deviations. */
export const FOUR_FIFTHS = 1.2816;

/**
 * The cone of a forecast. Its width comes from how much the periods so far differed from their targets: the standard
 * deviation of their attainments, each period to come adding to it as its target is large. With fewer than three
 * periods to compare there is no telling, and the cone is a line.
 */
export function cone(
  targets: readonly number[],
  actuals: readonly (number | null)[],
  asOf: number,
  forecast: number,
): Cone {
  const ratios = targets.flatMap((target, p) => {
    const actual = actuals[p];
    return p < asOf && target > 0 && typeof actual === "number" ? [actual / target] : [];
  });
  const spread = ratios.length < 3 ? 0 : deviation(ratios);
  const due = sum(targets.slice(0, asOf));
  const rest = sum(targets.slice(asOf));
  const actual = sum(actuals.slice(0, asOf).map((value) => value ?? 0));
  const middle = targets.map((_, p) => {
    if (p < asOf) return sum(actuals.slice(0, p + 1).map((value) => value ?? 0));
    const way =
      rest > 0 ? (sum(targets.slice(0, p + 1)) - due) / rest : (p + 1 - asOf) / (targets.length - asOf);
    return actual + (forecast - actual) * way;
  });
  const width = targets.map((_, p) =>
    p < asOf ? 0 : FOUR_FIFTHS * spread * Math.sqrt(sum(targets.slice(asOf, p + 1).map((t) => t * t))),
  );
  return {
    middle,
    low: middle.map((value, p) => value - (width[p] ?? 0)),
    high: middle.map((value, p) => value + (width[p] ?? 0)),
  };
}

function deviation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
