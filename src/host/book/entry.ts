import { format as formatNumber, parseValue } from "numfmt";
import { ApiError } from "../apiError";
import { isWellFormed } from "./formulaText";
import type { CellError, Scalar } from "./workbook";

/** What a written value becomes. `undefined` as a whole: the cell stays as it is. */
export interface Entry {
  readonly value: Scalar;
  readonly formula?: string;
  /** The number format Excel gives a General cell for such an entry (12% → `0%`). */
  readonly format?: string;
}

const ERROR_VALUES = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
] as const;
const ERRORS = new Set<string>(ERROR_VALUES);

const isError = (value: Scalar): value is CellError => typeof value === "object" && value !== null;

/**
 * What Excel makes of a value written through `range.values` or `range.formulas`: the rules of typing into a cell,
 * in US English. Text that starts with `=`, or with `+`, `-` or `@` and reads as a formula, becomes a formula; what
 * looks like a number, percentage, date, time, boolean or error becomes one; a leading apostrophe or a cell formatted
 * as text keeps it text.
 *
 * @throws ApiError InvalidArgument when it starts with `=` and is no formula
 */
export function readEntry(raw: unknown, numberFormat: string | undefined): Entry | undefined {
  if (raw === null || raw === undefined) return undefined;
  if (typeof raw === "number" || typeof raw === "boolean") return { value: raw };
  if (typeof raw !== "string")
    throw new ApiError("InvalidArgument", "A cell takes a text, a number or true or false.");
  if (raw === "") return { value: null };
  if (raw.startsWith("'")) return { value: raw.slice(1) };
  if (numberFormat === "@") return { value: raw };
  if (raw.length > 1 && raw.startsWith("=")) return formulaEntry(raw);
  const upper = raw.toUpperCase();
  if (ERRORS.has(upper)) return { value: { error: upper } };
  const parsed = parseNumber(raw);
  if (parsed) return parsed;
  if (raw.length > 1 && "+-@".includes(raw.charAt(0)) && isWellFormed(`=${raw}`))
    return formulaEntry(`=${raw}`);
  return { value: raw };
}

function formulaEntry(formula: string): Entry {
  if (!isWellFormed(formula)) throw new ApiError("InvalidArgument", `“${formula}” is not a formula.`);
  return { value: null, formula };
}

/** Excel names a day and month without a year its own way. */
const EXCEL_FORMATS: Readonly<Record<string, string>> = {
  "m/d": "d-mmm",
  "yyyy/m": "mmm-yy",
  "hh:mm": "h:mm",
  "hh:mm:ss": "h:mm:ss",
  "yyyy-mm-dd": "m/d/yyyy",
};

function parseNumber(text: string): Entry | undefined {
  // Most text has no digit: only booleans are left to look for then.
  if (!/\d/.test(text))
    return /^\s*(true|false)\s*$/i.test(text) ? { value: text.trim().toLowerCase() === "true" } : undefined;
  const parsed = parseValue(text);
  if (parsed === null || parsed.v === null || typeof parsed.v === "string") return undefined;
  if (typeof parsed.v !== "number" && typeof parsed.v !== "boolean") return undefined;
  const format = parsed.z === undefined ? undefined : (EXCEL_FORMATS[parsed.z] ?? parsed.z);
  return format === undefined ? { value: parsed.v } : { value: parsed.v, format };
}

/** The text a cell shows for a value, by its number format; General when there is none. */
export function displayText(value: Scalar, numberFormat: string | undefined): string {
  if (value === null) return "";
  if (isError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  try {
    return formatNumber(numberFormat ?? "General", value, { throws: true });
  } catch {
    return String(value);
  }
}

/** What Office.js gives for a cell's value: errors as their text, empty as "". */
export const plainValue = (value: Scalar): string | number | boolean =>
  value === null ? "" : isError(value) ? value.error : value;

/** Excel's `RangeValueType`. */
export function valueType(value: Scalar): string {
  if (value === null) return "Empty";
  if (isError(value)) return "Error";
  return { string: "String", number: "Double", boolean: "Boolean" }[
    typeof value as "string" | "number" | "boolean"
  ];
}
