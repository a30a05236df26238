import { dayNumber } from "../planning/dates";

/** 1970-01-01 as a serial number of the 1900 system. */
const EPOCH = 25569;

/**
 * A calendar day as the number a date cell holds.
 *
 * @throws AttainError `request-invalid` when `iso` is no day of the calendar
 * @example dateCell("2017-03-01") // 42795
 */
export function dateCell(iso: string): number {
  return dayNumber(iso) + EPOCH;
}

/** The same where there may be no day: null for none. */
export function dayCell(iso: string | null | undefined): number | null {
  return iso === undefined || iso === null || iso === "" ? null : dateCell(iso);
}
