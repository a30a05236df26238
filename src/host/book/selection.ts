import { formatAddress, type Area } from "./area";
import { EVENT, WORKBOOK_TARGET } from "./events";
import type { Live } from "./live";
import { activate } from "./sheets";

/** Selects an area and shows its sheet. */
export function select(live: Live, area: Area): void {
  activate(live, area.sheet);
  const range = formatAddress(area);
  live.book.selection = { sheet: area.sheet.id, range };
  live.noteArranged();
  const details = { address: range, worksheetId: area.sheet.id };
  for (const target of [area.sheet.id, WORKBOOK_TARGET])
    live.raise({ type: EVENT.selectionChanged, target, details });
}
