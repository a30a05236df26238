import { columnCount, eachPlace, rowCount, type Area } from "../book/area";
import type { Live } from "../book/live";
import type { CellStyle } from "../book/workbook";

/** What all cells of an area agree on; null when they differ, as Office.js says it. Only the area's used part is compared. */
export function agreed<T>(live: Live, self: Area, of: (style: CellStyle) => T): T | null {
  const first = of(live.style(self.sheet, self.top, self.left));
  const seen = new Map<number, boolean>();
  const same = (index: number): boolean => {
    const known = seen.get(index);
    if (known !== undefined) return known;
    const equal = of(live.book.styles[index] ?? {}) === first;
    seen.set(index, equal);
    return equal;
  };
  if (rowCount(self) * columnCount(self) > 1_000_000) return first;
  let equal = true;
  eachPlace(self, (row, column) => {
    equal &&= same(live.styleIndex(self.sheet, row, column));
  });
  return equal ? first : null;
}
