import { coversAllColumns, coversAllRows, type Area } from "./area";
import { cellsIn, usedArea } from "./cells";
import { displayText } from "./entry";
import type { Live } from "./live";
import { setSize } from "./rangeActions";

/** Points of a digit of the body font at 11 points, and of the space around a cell's text. */
const DIGIT = 5.25;
const PADDING = 6;
/** A line's height for a font size. */
const LINE = 1.36;

/** East Asian characters take the width of two digits. */
function textWidth(text: string): number {
  let digits = 0;
  for (const character of text)
    digits +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return digits;
}

/** An estimate, as good as one can be without measuring glyphs: the widest text of each column. */
export function autofitColumns(live: Live, target: Area): void {
  live.calculate();
  const used = usedArea(target.sheet, true);
  if (!used) return;
  const widths = new Map<number, number>();
  const rows = coversAllRows(target) ? used : target;
  for (const { row, column, cell } of cellsIn({ ...target, top: rows.top, bottom: rows.bottom })) {
    const style = live.style(target.sheet, row, column);
    if (style.wrap) continue;
    const text = displayText(cell.value, style.numberFormat);
    const longest = Math.max(...text.split("\n").map(textWidth));
    const width = longest * DIGIT * ((style.size ?? 11) / 11) * (style.bold ? 1.08 : 1) + PADDING;
    widths.set(column, Math.max(widths.get(column) ?? 0, width));
  }
  for (const [column, width] of widths)
    setSize(live, { ...target, left: column, right: column }, "columns", Math.min(width, 1_000));
}

/** Back to heights that follow the tallest font of each row. */
export function autofitRows(live: Live, target: Area): void {
  const used = usedArea(target.sheet, false);
  if (!used) return;
  const columns = coversAllColumns(target) ? used : target;
  const tallest = new Map<number, number>();
  for (const { row, column } of cellsIn({ ...target, left: columns.left, right: columns.right })) {
    tallest.set(row, Math.max(tallest.get(row) ?? 0, live.style(target.sheet, row, column).size ?? 11));
  }
  for (const [row, size] of tallest)
    setSize(live, { ...target, top: row, bottom: row }, "rows", Math.max(15, Math.round(size * LINE)));
}
