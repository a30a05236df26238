import { dayNumber, partsOf, dayOf, isoDate } from "./dates";
import type { Period } from "./calendar";
import type { Member } from "./team";

/**
 * How much of a full load a member carries in each period, 0 to 1: nothing before the first day and after the last,
 * and after a start within the plan's reach what the ramp says for the first, second … month. Months are counted
 * from the month of the start; a period of several months takes their mean, one cut by a start its worked part.
 *
 * @param ramp parts of a full load by month since the start, e.g. `[0.25, 0.5, 0.75]`; full afterwards
 */
export function loadOf(
  { start, end }: Pick<Member, "start" | "end">,
  periods: readonly Period[],
  ramp: readonly number[],
): readonly number[] {
  if (start === undefined && end === undefined) return periods.map(() => 1);
  const first = start === undefined ? -Infinity : dayNumber(start);
  const last = end === undefined ? Infinity : dayNumber(end);
  return periods.map((period) => {
    let days = 0;
    let carried = 0;
    for (const month of monthsOf(period)) {
      days += month.last - month.first + 1;
      const present = Math.min(month.last, last) - Math.max(month.first, first) + 1;
      if (present > 0)
        carried += present * (start === undefined ? 1 : (ramp[monthsSince(start, month.first)] ?? 1));
    }
    return carried / days;
  });
}

/** The stretches of a period that lie in one calendar month each, in day numbers. */
function monthsOf(period: Period): { first: number; last: number }[] {
  const stretches: { first: number; last: number }[] = [];
  const end = dayNumber(period.end);
  for (let first = dayNumber(period.start); first <= end;) {
    const { year, month } = partsOf(first);
    const last = Math.min(end, dayOf(year, month + 1, 1) - 1);
    stretches.push({ first, last });
    first = last + 1;
  }
  return stretches;
}

function monthsSince(start: string, day: number): number {
  const from = partsOf(dayNumber(start));
  const here = partsOf(dayNumber(isoDate(day)));
  return Math.max(0, (here.year - from.year) * 12 + here.month - from.month);
}
