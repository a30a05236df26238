/** Which of a template's periods some data are of. */
import type { Period } from "../../records/periods";
import { readPeriod } from "../../records/periods";
import type { EvaluationPeriod } from "../../scoring/evaluation";

/** Something in the workbook that may name a period, and where it stands. */
export interface Naming {
  readonly text: string | number;
  /** `三月!A1`, or a tab. */
  readonly place: string;
}

/** Why a period was taken: the data name it; it follows the one that was done last; it is the last one that is over; there is no other hint. */
export type PeriodReason = "named" | "next" | "over" | "first";

export interface ChosenPeriod {
  readonly period: EvaluationPeriod;
  readonly why: PeriodReason;
  /** What names it. */
  readonly named?: Naming;
}

export interface PeriodHints {
  /** Nearest first: columns of the table, titles above it, its tab, the file's name. */
  readonly namings?: readonly Naming[];
  /** What the workbook's pages are about so far. */
  readonly done?: readonly EvaluationPeriod[];
  /** ISO day. */
  readonly today: string;
}

/**
 * The period that data are of, as far as the workbook says so.
 *
 * @param periods the template's, in order
 * @returns undefined when there are none
 * @example choosePeriod(months, { namings: [{ text: "2026年3月考核数据", place: "Sheet1!A1" }], today }) // { period: March, why: "named", … }
 */
export function choosePeriod(
  periods: readonly EvaluationPeriod[],
  { namings = [], done = [], today }: PeriodHints,
): ChosenPeriod | undefined {
  const [first] = periods;
  if (first === undefined) return undefined;
  for (const named of namings) {
    const period = periodNamed(periods, named.text);
    if (period) return { period, why: "named", named };
  }
  const last = periods.findLastIndex(({ from, to }) =>
    done.some((one) => one.from === from && one.to === to),
  );
  const next = periods[last + 1];
  if (last >= 0 && next && done.length < periods.length) return { period: next, why: "next" };
  const over = periods.findLast(({ to }) => to < today);
  return over ? { period: over, why: "over" } : { period: first, why: "first" };
}

/** Pieces of a longer text that may be a period. */
const PIECES =
  /(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月|(?:19|20)\d{2}[-/.]\d{1,2}(?!\d)|(?:(?:19|20)\d{2}\s?年?)?第?[一二三四1-4]\s?季度?|(?:[一二三四五六七八九十]{1,2}|\d{1,2})\s?月|(?:(?:19|20)\d{2}[\s-]?)?Q[1-4](?:[\s']*(?:19|20)\d{2})?|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:[\s'-]*(?:19|20)?\d{2}\b)?/gi;

/** The one of the periods that a text or a date names. */
export function periodNamed(
  periods: readonly EvaluationPeriod[],
  text: string | number,
): EvaluationPeriod | undefined {
  const whole = String(text).trim();
  const same = periods.find(({ id, label }) => whole === id || whole === label);
  if (same) return same;
  const labelled =
    typeof text === "string"
      ? periods
          .filter(({ label, from }) => label.length > 1 && holds(text, label) && mayBeOf(text, from))
          .toSorted((a, b) => b.label.length - a.label.length)
      : [];
  if (labelled[0]) return labelled[0];
  const said = typeof text === "number" ? [text] : [text, ...(text.match(PIECES) ?? [])];
  for (const piece of said) {
    const read = readPeriod(piece);
    const found = read && periods.find((period) => isIt(period, read));
    if (found) return found;
  }
  return undefined;
}

/** `12月` does not name `2月`. */
function holds(text: string, label: string): boolean {
  const at = text.indexOf(label);
  return (
    at >= 0 &&
    !(/^\d/.test(label) && /\d/.test(text[at - 1] ?? "")) &&
    !(/\d$/.test(label) && /\d/.test(text[at + label.length] ?? ""))
  );
}

/** A text that names years names this one among them. */
function mayBeOf(text: string, from: string): boolean {
  const years = [...text.matchAll(/(?<!\d)20\d{2}(?!\d)/g)].map(([year]) => year);
  return years.length === 0 || years.includes(from.slice(0, 4));
}

function isIt({ from, to }: EvaluationPeriod, { kind, year, number }: Period): boolean {
  const [fromYear, fromMonth] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const [toYear, toMonth] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
  if (year !== undefined && year !== fromYear) return false;
  if (kind === "year") return months === 12;
  if (kind === "month") return months === 1 && fromMonth === number;
  return months === 3 && fromMonth === (number ?? 0) * 3 - 2;
}
