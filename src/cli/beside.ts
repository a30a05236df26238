import { AttainError } from "../errors";
import { BESIDE_PARTS, type BesideChoice, type BesidePart } from "../jobs/beside/types";

/** What the command line says about results beside people's own data. */
export interface BesideFlags {
  /** `Sheet`, `Sheet!H`, or `none`. */
  readonly beside?: readonly string[];
  /** `total,grade,rank,points` */
  readonly besideColumns?: string;
}

/**
 * The choice the flags make: undefined when there are none, null for `--beside none`.
 *
 * @throws AttainError `request-invalid`
 * @example besideChoice({ beside: ["March!H"] }) // { tables: [{ sheet: "March", column: "H" }] }
 */
export function besideChoice({ beside, besideColumns }: BesideFlags): BesideChoice | null | undefined {
  if (beside === undefined) return undefined;
  if (beside.some((text) => text.toLowerCase() === "none")) return null;
  const parts = besideColumns?.split(",").map((part) => part.trim().toLowerCase());
  const unknown = parts?.find((part) => !isPart(part));
  if (unknown !== undefined)
    throw new AttainError("request-invalid", {
      detail: `--beside-columns ${unknown} (${BESIDE_PARTS.join(", ")})`,
    });
  return {
    tables: beside.map((text) => {
      const [, sheet = text, column] = /^(.+)!\$?([A-Z]{1,3})\$?\d*$/i.exec(text) ?? [];
      const plain = sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
      return { sheet: plain, ...(column === undefined ? {} : { column: column.toUpperCase() }) };
    }),
    ...(parts ? { parts: parts.filter(isPart) } : {}),
  };
}

function isPart(text: string): text is BesidePart {
  return BESIDE_PARTS.some((part) => part === text);
}
