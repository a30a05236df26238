import { settle } from "./fraction";
import { at } from "./grid";

/**
 * Fills `cells` with the whole numbers nearest to `want` that add up to `total` within bounds: the largest-remainder
 * method, where a bound can stop a part from rounding its way. Ties go to the earlier position.
 *
 * @returns what could not be given out: 0 when the total was met, positive when every part is at its upper bound
 */
export function nearestWhole(
  total: number,
  want: Float64Array,
  lo: Float64Array,
  hi: Float64Array,
  cells: Float64Array,
): number {
  const settled = want.map(settle);
  let left = total;
  for (let i = 0; i < want.length; i++) {
    cells[i] = Math.min(at(hi, i), Math.max(at(lo, i), Math.floor(at(settled, i))));
    left -= at(cells, i);
  }
  const gain = new Float64Array(want.length);
  while (left !== 0) {
    const way = Math.sign(left);
    const open: number[] = [];
    for (let i = 0; i < want.length; i++) {
      if (way > 0 ? at(cells, i) >= at(hi, i) : at(cells, i) <= at(lo, i)) continue;
      gain[i] = way * (at(settled, i) - at(cells, i));
      open.push(i);
    }
    if (open.length === 0) return left;
    open.sort((a, b) => at(gain, b) - at(gain, a) || a - b);
    // Far from the wish (bounds forced it) go by even chunks; near it unit by unit, largest remainder first.
    const chunk = Math.max(1, Math.floor(Math.abs(left) / (2 * open.length)));
    for (const i of open) {
      if (left === 0) break;
      const room = way > 0 ? at(hi, i) - at(cells, i) : at(cells, i) - at(lo, i);
      const units = Math.min(chunk, room, Math.abs(left));
      cells[i] = at(cells, i) + way * units;
      left -= way * units;
    }
  }
  return 0;
}
