import { readDate } from "./clean/date";
import { parseChineseNumber } from "./clean/chineseNumber";
import { foldWidth } from "./clean/text";

/** A stretch of days, both ends included. */
export interface Period {
  /** `2017`, `2017-Q1`, `2017-03`; a header without a year leaves it out: `Q1`, `03`. */
  readonly id: string;
  readonly kind: "year" | "quarter" | "month";
  readonly year?: number;
  /** Which quarter or month, from 1. */
  readonly number?: number;
}

/** A period with its days, as {@link actualsByMonth} counts them. */
export interface PeriodDays {
  readonly id: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
}

/** The twelve months of a calendar year. @example monthsOfYear(2017)[1] // { id: "2017-02", from: "2017-02-01", to: "2017-02-28" } */
export function monthsOfYear(year: number): PeriodDays[] {
  return Array.from({ length: 12 }, (_, index) => {
    const id = `${year}-${String(index + 1).padStart(2, "0")}`;
    const last = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    return { id, from: `${id}-01`, to: `${id}-${last}` };
  });
}

const MONTH_NAMES =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?(?:[\s'-]*(\d{4}|\d{2}))?$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The period a header cell names; undefined when it names none.
 *
 * @example readPeriod("2017年3月") // { id: "2017-03", kind: "month", year: 2017, number: 3 }
 * @example readPeriod("三月") // { id: "03", kind: "month", number: 3 }
 * @example readPeriod("Q2") // { id: "Q2", kind: "quarter", number: 2 }
 */
export function readPeriod(cell: string | number): Period | undefined {
  if (typeof cell === "number") {
    if (Number.isInteger(cell) && cell >= 1990 && cell <= 2100)
      return { id: String(cell), kind: "year", year: cell };
    const date = readDate(cell);
    return date?.kind === "date"
      ? month(Number(date.iso.slice(0, 4)), Number(date.iso.slice(5, 7)))
      : undefined;
  }
  const text = foldWidth(cell)
    .trim()
    .replace(/(?:份|度)$/, "")
    .replace(/\s+/g, " ");
  if (text.length > 16) return undefined;
  const year = /^(?:fy ?)?((?:19|20)\d{2})年?$/i.exec(text);
  if (year) return { id: year[1] ?? "", kind: "year", year: Number(year[1]) };
  const yearMonth =
    /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?月?$/.exec(text) ?? /^(20\d{2})(0[1-9]|1[0-2])$/.exec(text);
  if (yearMonth) return month(Number(yearMonth[1]), Number(yearMonth[2]));
  const monthOnly = /^(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月$/.exec(text) ?? /^m(\d{1,2})$/i.exec(text);
  if (monthOnly) return month(undefined, numeral(monthOnly[1]));
  const quarter =
    /^(?:(\d{4}) ?[-年]? ?)?(?:q ?([1-4])|第?([一二三四1-4]) ?季)$/i.exec(text) ??
    /^(?:(\d{4}))?([1-4])q$/i.exec(text);
  if (quarter) return quarterOf(quarter[1], numeral(quarter[2] ?? quarter[3]));
  const trailing = /^q([1-4])[ '-]*(\d{4})$/i.exec(text);
  if (trailing) return quarterOf(trailing[2], Number(trailing[1]));
  const named = MONTH_NAMES.exec(text);
  if (named)
    return month(
      named[2] === undefined ? undefined : Number(named[2].length === 2 ? `20${named[2]}` : named[2]),
      MONTHS.indexOf((named[1] ?? "").toLowerCase()) + 1,
    );
  return undefined;
}

function month(year: number | undefined, number: number): Period | undefined {
  if (!(number >= 1 && number <= 12)) return undefined;
  const id = String(number).padStart(2, "0");
  return year === undefined
    ? { id, kind: "month", number }
    : { id: `${year}-${id}`, kind: "month", year, number };
}

function quarterOf(year: string | undefined, number: number): Period | undefined {
  if (!(number >= 1 && number <= 4)) return undefined;
  return year === undefined
    ? { id: `Q${number}`, kind: "quarter", number }
    : { id: `${year}-Q${number}`, kind: "quarter", year: Number(year), number };
}

function numeral(text: string | undefined): number {
  return text === undefined ? NaN : /^\d+$/.test(text) ? Number(text) : (parseChineseNumber(text) ?? NaN);
}
