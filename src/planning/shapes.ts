import { AttainError } from "../errors";
import { yearsBefore, type Period } from "./calendar";
import { closeGaps } from "./profile";
import type { TimeProfile, WorkCalendar } from "./planRequest";
import { workingDays } from "./workdays";

/** From what a unit reached before, its claim on each period, adding up to 1. */
export type Shape = (own: readonly number[]) => readonly number[];

/**
 * How a profile spreads any unit's total over the periods.
 *
 * @param company what the company reached in each period before
 * @throws AttainError `request-invalid` when a list has the wrong number of periods
 */
export function shapeOf(profile: TimeProfile, periods: readonly Period[], company: readonly number[]): Shape {
  if (profile.kind !== "history") {
    const same = normal(WEIGHTS[profile.kind](profile as never, periods));
    return () => same;
  }
  const pace = profile.workingDays ? paceOf(periods, profile.workingDays) : null;
  return (own) => {
    const model = profile.own === true && sum(own) > 0 ? own : company;
    const positive = model.map((value) => Math.max(0, value));
    const paced = pace ? positive.map((value, p) => value * (pace[p] ?? 1)) : positive;
    return normal(closeGaps(paced, profile.gaps ?? "zero"));
  };
}

const WEIGHTS: {
  readonly [K in Exclude<TimeProfile["kind"], "history">]: (
    profile: Extract<TimeProfile, { kind: K }>,
    periods: readonly Period[],
  ) => readonly number[];
} = {
  even: (_, periods) => periods.map(() => 1),
  weights: ({ weights }, periods) => ofLength(weights, periods),
  amounts: ({ amounts }, periods) => ofLength(amounts, periods),
  workingDays: ({ calendar }, periods) => periods.map(({ start, end }) => workingDays(start, end, calendar)),
};

/** This year's working days of each period over last year's. */
function paceOf(periods: readonly Period[], calendar: WorkCalendar): number[] {
  return periods.map((period) => {
    const before = yearsBefore(period, 1);
    const then = workingDays(before.start, before.end, calendar);
    return then > 0 ? workingDays(period.start, period.end, calendar) / then : 1;
  });
}

function ofLength(values: readonly number[], periods: readonly Period[]): readonly number[] {
  if (values.length === periods.length) return values;
  throw new AttainError("request-invalid", {
    detail: `the time profile has ${values.length} values for ${periods.length} periods`,
  });
}

function normal(weights: readonly number[]): readonly number[] {
  const whole = sum(weights);
  return whole > 0 ? weights.map((weight) => weight / whole) : weights.map(() => 1 / weights.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
