import type { Lang } from "../../words";
import { HANDOUT_WORDS as W } from "../words";
import type { SheetDraft } from "./sheetDraft";

/** The line where a printed page is signed: own name, manager, date. Returns the last row used. */
export function signatures(draft: SheetDraft, row: number, lang: Lang): number {
  draft.row(`A${row}`, [W.signOwn[lang], null, W.signManager[lang], null, W.signDate[lang], null], "muted");
  // A line under an empty cell is where a pen goes.
  for (const column of ["B", "D", "F"]) draft.format(`${column}${row}`, ["body", "row"]);
  return row;
}
