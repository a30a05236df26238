import type { BesideChoice, BesidePart } from "../jobs/beside/types";

/** What the command line says about results beside people's own data. */
export interface BesideFlags {
  /** `Sheet`, `Sheet!H`, or `none`. */
  readonly beside?: readonly string[];
  readonly besideColumns?: readonly BesidePart[];
}

/**
 * The choice the flags make: undefined when there are none, null for `--beside none`.
 *
 * @example besideChoice({ beside: ["March!H"] }) // { tables: [{ sheet: "March", column: "H" }] }
 */
export function besideChoice({ beside, besideColumns }: BesideFlags): BesideChoice | null | undefined {
  if (beside === undefined) return undefined;
  if (beside.some((text) => text.toLowerCase() === "none")) return null;
  return {
    tables: beside.map((text) => {
      const [, sheet = text, column] = /^(.+)!\$?([A-Z]{1,3})\$?\d*$/i.exec(text) ?? [];
      const plain = sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
      return { sheet: plain, ...(column === undefined ? {} : { column: column.toUpperCase() }) };
    }),
    ...(besideColumns ? { parts: besideColumns } : {}),
  };
}
