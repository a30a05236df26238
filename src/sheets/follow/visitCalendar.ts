import { cellRef, columnName, rangeRef } from "../../formula/references";
import { periodLabel, periodsBetween, type Period } from "../../planning/calendar";
import type { VisitPlan } from "../../planning/visits/visitPlan";
import type { Lang } from "../../words";
import { dateCell } from "../dates";
import type { BlockSpec, FormatSpec } from "../spec";
import { VISIT_WORDS as W } from "./visitWords";

/** More working days than this do not fit across a page, nor more weeks than that. */
const MOST_DAYS = 31;
const MOST_WEEKS = 18;

/** Days while they fit a page, then weeks, then months. `from` and `to` are inclusive ISO dates. */
export function visitPeriods({ days }: Pick<VisitPlan, "days">, from: string, to: string): Period[] {
  if (days.length <= MOST_DAYS) return days.map((day) => ({ id: day, grain: "day", start: day, end: day }));
  const weeks = periodsBetween(from, to, "week");
  return weeks.length <= MOST_WEEKS ? weeks : periodsBetween(from, to, "month");
}

/** `3/5` for a day or the week that starts on it, the month's name for a month. */
export function visitPeriodLabel(period: Period, lang: Lang): string {
  if (period.grain === "month") return periodLabel(period, lang);
  return `${Number(period.start.slice(5, 7))}/${Number(period.start.slice(8, 10))}`;
}

/**
 * Below the chart and out of print: first and last day of each column of the calendar, and its working days. What is
 * counted in a column is counted between these days.
 */
export class VisitCalendar {
  private readonly starts: number;
  private readonly ends: number;
  private readonly days: number;

  /**
   * @param firstRow from 1
   * @param firstColumn of the calendar, from 0
   */
  constructor(
    private readonly periods: readonly Period[],
    firstRow: number,
    private readonly firstColumn: number,
  ) {
    [this.starts, this.ends, this.days] = [firstRow, firstRow + 1, firstRow + 2];
  }

  /** Conditions of a COUNTIFS: in the list's column, between the first and last day of a column of the calendar. */
  between(range: string, column: number): string[] {
    const at = (row: number) => `${columnName(column)}$${row}`;
    return [range, `">="&${at(this.starts)}`, range, `"<="&${at(this.ends)}`];
  }

  /** The cell with the first column's working days; its column follows where the formula goes. */
  get workdays(): string {
    return `${columnName(this.firstColumn)}$${this.days}`;
  }

  block({ days }: Pick<VisitPlan, "days">, lang: Lang): BlockSpec {
    const { periods } = this;
    return {
      at: cellRef(this.starts - 1, this.firstColumn - 1),
      cells: [
        [W.from[lang], ...periods.map(({ start }) => dateCell(start))],
        [W.to[lang], ...periods.map(({ end }) => dateCell(end))],
        [
          W.workdays[lang],
          ...periods.map(({ start, end }) => days.filter((day) => day >= start && day <= end).length),
        ],
      ],
    };
  }

  formats(): FormatSpec[] {
    const last = this.firstColumn + this.periods.length - 1;
    return [
      {
        range: rangeRef(this.starts - 1, this.firstColumn - 1, this.days - 1, last),
        style: ["note", "alignRight"],
      },
      {
        range: rangeRef(this.starts - 1, this.firstColumn, this.ends - 1, last),
        style: ["note", "alignRight"],
        numberFormat: "m/d",
      },
    ];
  }
}
