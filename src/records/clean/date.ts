import { parseChineseNumber } from "./chineseNumber";
import { foldWidth } from "./text";

/** Which of the first two numbers in 3/1/2017 is the month. */
export type DateOrder = "mdy" | "dmy";

/** A date as written: certain, or two numbers and a year whose order the column has to settle. */
export type DateReading =
  | { readonly kind: "date"; readonly iso: string; readonly precision: "day" | "month" }
  | {
      readonly kind: "pair";
      readonly first: number;
      readonly second: number;
      readonly year: number;
      /** 25-3-20 with the year first, where that is a day: the column says whether it is meant. */
      readonly yearFirst?: string;
    }
  /** 2017.1 as a number: January, or October that lost its zero. */
  | { readonly kind: "january-or-october"; readonly year: number };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME =
  /[T\s]*(?:上午|下午)?\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?秒?分?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|\s*[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?/gi;
const DAY_MS = 86_400_000;

/** `2017-03-01`, or undefined when there is no such day (2017-02-30). */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900 || year > 2200) return undefined;
  if (day > 28 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return undefined;
  return `${year}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}`;
}

/** The day of an Excel serial number, 1900 system, time of day dropped. @example serialToIso(42795) // "2017-03-01" */
export function serialToIso(serial: number): string | undefined {
  if (serial < 61 || serial > 110_000) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a number format shows a date. @example isDateFormat("yyyy/m/d") // true */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === "General" || format === "") return false;
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  return /[yd]/i.test(bare) || /^m{1,5}$/i.test(bare) || /m月/i.test(format);
}

/**
 * What a cell says as a date; undefined when it says none. Numbers are Excel serials (20 000–80 000), 20170301 or
 * 2017.03; text may have a time behind it, which is dropped.
 *
 * @example readDate("2017年3月1日") // { kind: "date", iso: "2017-03-01", precision: "day" }
 * @example readDate("3/1/2017") // { kind: "pair", first: 3, second: 1, year: 2017 }
 */
export function readDate(cell: string | number): DateReading | undefined {
  if (typeof cell === "number") return readDateNumber(cell);
  const direct = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  if (direct) return pair(Number(direct[1]), Number(direct[2]), Number(direct[3]));
  const text = foldWidth(cell).trim().replace(WEEKDAY, "").replace(TIME, "").trim();
  if (text === "") return undefined;
  for (const { pattern, read } of SHAPES) {
    const match = pattern.exec(text);
    if (match) return read(match.slice(1));
  }
  return undefined;
}

/** A pair settled by the order; undefined when there is no such day in that order. */
export function settlePair(
  reading: { first: number; second: number; year: number },
  order: DateOrder,
): string | undefined {
  return order === "mdy"
    ? isoDate(reading.year, reading.first, reading.second)
    : isoDate(reading.year, reading.second, reading.first);
}

type Groups = readonly (string | undefined)[];
const SHAPES: readonly { pattern: RegExp; read: (groups: Groups) => DateReading | undefined }[] = [
  {
    pattern: /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/,
    read: ([y, m, d]) => day(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/,
    read: ([a, b, y]) => shortYears(pair(Number(a), Number(b), fullYear(y)), a, b, y),
  },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, read: ([y, m, d]) => day(Number(y), Number(m), Number(d)) },
  { pattern: /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(?:份)?$/, read: ([y, m]) => month(Number(y), Number(m)) },
  {
    pattern: /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]$/,
    read: ([y, m, d]) => day(fullYear(y), Number(m), Number(d)),
  },
  {
    pattern: /^(\d{1,2})(?:st|nd|rd|th)?[-\s.]*([A-Za-z]{3,9})\.?[-\s,]*(\d{4}|\d{2})$/,
    read: ([d, m, y]) => day(fullYear(y), monthOf(m), Number(d)),
  },
  {
    pattern: /^([A-Za-z]{3,9})\.?[-\s]*(\d{1,2})(?:st|nd|rd|th)?,?[-\s]+(\d{4})$/,
    read: ([m, d, y]) => day(Number(y), monthOf(m), Number(d)),
  },
  {
    pattern: /^(\d{4})[-\s]([A-Za-z]{3,9})[-\s](\d{1,2})$/,
    read: ([y, m, d]) => day(Number(y), monthOf(m), Number(d)),
  },
  { pattern: /^([A-Za-z]{3,9})\.?[-\s,']*(\d{4})$/, read: ([m, y]) => month(Number(y), monthOf(m)) },
  {
    pattern:
      /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/,
    read: ([y, m, d]) => day(chinese(y), chinese(m), chinese(d)),
  },
  { pattern: /^(\d{5})(?:\.\d+)?$/, read: ([serial]) => readDateNumber(Number(serial)) },
];

function readDateNumber(value: number): DateReading | undefined {
  if (value >= 20_000 && value < 80_000) {
    const iso = serialToIso(value);
    return iso === undefined ? undefined : { kind: "date", iso, precision: "day" };
  }
  if (Number.isInteger(value) && value >= 19_000_101 && value <= 22_001_231) {
    return day(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
  }
  if (value > 1990 && value < 2100 && !Number.isInteger(value)) {
    const hundredths = Math.round((value % 1) * 100);
    if (Math.abs((value % 1) * 100 - hundredths) > 1e-6) return undefined;
    if (hundredths === 10) return { kind: "january-or-october", year: Math.floor(value) };
    return month(Math.floor(value), hundredths % 10 === 0 ? hundredths / 10 : hundredths);
  }
  return undefined;
}

function day(year: number, monthNumber: number, dayNumber: number): DateReading | undefined {
  const iso = isoDate(year, monthNumber, dayNumber);
  return iso === undefined ? undefined : { kind: "date", iso, precision: "day" };
}

function month(year: number, monthNumber: number): DateReading | undefined {
  const iso = isoDate(year, monthNumber, 1);
  return iso === undefined ? undefined : { kind: "date", iso, precision: "month" };
}

function pair(first: number, second: number, year: number): DateReading | undefined {
  if (first === second) return day(year, first, second);
  return first < 1 || second < 1 || first > 31 || second > 31 || (first > 12 && second > 12)
    ? undefined
    : { kind: "pair", first, second, year };
}

/** Of three numbers of two digits the first may be the year as well. */
function shortYears(
  reading: DateReading | undefined,
  ...[first, second, third]: Groups
): DateReading | undefined {
  if (reading?.kind !== "pair" || first?.length !== 2 || third?.length === 4) return reading;
  const iso = isoDate(fullYear(first), Number(second), Number(third));
  return iso === undefined ? reading : { ...reading, yearFirst: iso };
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

function chinese(text: string | undefined): number {
  return parseChineseNumber(text ?? "") ?? 0;
}
