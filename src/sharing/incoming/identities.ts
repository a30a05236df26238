import { cellRef } from "../../formula/references";
import { parseIdentityXml, parseIdLine, type Identity } from "../identity";
import type { ReturnedBook } from "./returned";

/** An id that stands on a sheet, for people and for programs that drop custom XML. */
export interface ShownIdentity {
  readonly identity: Identity;
  readonly tab: string;
  readonly cell: string;
}

/** The id inside the file, and those a person can see on its sheets: more than one where people put files together. */
export function identitiesIn({ customXml, sheets }: ReturnedBook): {
  readonly inside: Identity | undefined;
  readonly all: readonly ShownIdentity[];
} {
  const inside = customXml.map(parseIdentityXml).find((identity) => identity !== undefined);
  const all: ShownIdentity[] = [];
  for (const sheet of sheets)
    for (const { row, column, cell } of sheet.cells()) {
      const identity = typeof cell.value === "string" ? parseIdLine(cell.value) : undefined;
      if (identity) all.push({ identity, tab: sheet.tab, cell: cellRef(row, column) });
    }
  return { inside, all };
}
