import type { CellStyle as ModelStyle, Model } from "@ironcalc/wasm";
import { LAST_COLUMN, LAST_ROW } from "../../formula/references";
import type { Area } from "../book/area";
import type { Live } from "../book/live";
import { modelStyle } from "./styles";

/** Cells pasted in one go: a picture of them is made for each. */
const MOST_CELLS = 20_000;

/** Rows below one another with styled cells between two columns, all 0-based and inside. */
interface Strip {
  readonly top: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * Puts the styles of an area into the model. Looks are pasted, each cell's whole at once: setting them member by
 * member takes ten times as long. What is selected stays selected.
 */
export function showStyles(live: Live, model: Model, sheet: number, area: Area): void {
  const found = strips(live, area);
  if (found.length === 0) return;
  const looked = model.getSelectedSheet();
  model.setSelectedSheet(sheet);
  const { row, column, range } = model.getSelectedView();
  const plain = model.getCellStyle(sheet, LAST_ROW + 1, LAST_COLUMN + 1).style;
  const looks = new Map<number, ModelStyle>();
  const lookOf = (index: number): ModelStyle => {
    let look = looks.get(index);
    if (!look) looks.set(index, (look = modelStyle(live.book.styles[index] ?? {}, plain)));
    return look;
  };
  for (const { top, bottom, left, right } of found) {
    const rows: ModelStyle[][] = [];
    for (let at = top; at <= bottom; at++) {
      const line: ModelStyle[] = [];
      for (let c = left; c <= right; c++) line.push(lookOf(live.styleIndex(area.sheet, at, c)));
      rows.push(line);
    }
    model.setSelectedCell(top + 1, left + 1);
    model.setSelectedRange(top + 1, left + 1, top + 1, left + 1);
    model.onPasteStyles(rows);
  }
  const [top = row, left = column, bottom = top, right = left] = range;
  model.setSelectedCell(row, column);
  model.setSelectedRange(top, left, bottom, right);
  model.setSelectedSheet(looked);
}

/** The styled cells of an area as strips of at most {@link MOST_CELLS} cells. */
function strips(live: Live, { sheet, top, left, bottom, right }: Area): Strip[] {
  const found: Strip[] = [];
  for (let row = top; row <= bottom; row++) {
    const isStyled = (column: number): boolean => live.styleIndex(sheet, row, column) !== 0;
    let first = left;
    while (first <= right && !isStyled(first)) first++;
    if (first > right) continue;
    let last = right;
    while (!isStyled(last)) last--;
    const open = found.at(-1);
    if (open?.bottom === row - 1) {
      const joined = {
        ...open,
        bottom: row,
        left: Math.min(open.left, first),
        right: Math.max(open.right, last),
      };
      if ((joined.bottom - joined.top + 1) * (joined.right - joined.left + 1) <= MOST_CELLS) {
        Object.assign(open, joined);
        continue;
      }
    }
    found.push({ top: row, bottom: row, left: first, right: last });
  }
  return found;
}
