/** Headings that a company has renamed, found again where the page has other rows and columns than the one it is held against. */
import { parseRange } from "../../formula/references";
import type { SheetSpec } from "../../sheets/spec";
import type { OwnCell } from "./definition";
import type { SourcePage } from "./source";

/** A line of headings: words and their columns, from the left. */
interface Line {
  readonly row: number;
  readonly words: readonly { readonly column: number; readonly text: string }[];
}

/**
 * Words of header lines that stand between the same neighbours as others did when the page was made. A column more, or
 * one that is gone, is no renamed heading.
 *
 * @example made `Unit, Name, Total`, the page now `Unit, Name, Position, Points` → `Total` has become nothing: two new words stand there
 */
export function renamedHeadings(made: SheetSpec, page: SourcePage): OwnCell[] {
  const lines = headerLines(made);
  const taken = new Set<number>();
  return lines.flatMap((line) => {
    const row = rowLike(line, page, taken);
    if (row === undefined) return [];
    taken.add(row);
    return replaced(line, textsOf(page.values[row] ?? []));
  });
}

export function headerLines({ blocks, formats = [] }: SheetSpec): Line[] {
  const ranges = formats
    .filter(({ style }) => style === "header" || style.includes("header"))
    .map(({ range }) => parseRange(range));
  const rows = [
    ...new Set(ranges.flatMap(({ top, bottom }) => [...Array(bottom - top + 1).keys()].map((i) => top + i))),
  ];
  return rows
    .toSorted((a, b) => a - b)
    .map((row) => ({
      row,
      words: blocks.flatMap(({ at, cells }) => {
        const { top, left } = parseRange(at);
        return (cells[row - top] ?? []).flatMap((cell, i) => {
          const column = left + i;
          const isHeading = ranges.some(
            (range) =>
              row >= range.top && row <= range.bottom && column >= range.left && column <= range.right,
          );
          return isHeading && typeof cell === "string" && cell.trim() !== "" ? [{ column, text: cell }] : [];
        });
      }),
    }))
    .filter(({ words }) => words.length > 0);
}

/**
 * The line's own row where that has half of its words; else the row that has most of them, the nearest of several. Where
 * no row has half it is its own row, if that has as many words.
 */
function rowLike(
  { row, words }: Line,
  { values }: SourcePage,
  taken: ReadonlySet<number>,
): number | undefined {
  const known = new Set<unknown>(words.map(({ text }) => text));
  const shared = values.map((line, i) =>
    taken.has(i) ? 0 : new Set(line.filter((cell) => known.has(cell))).size,
  );
  if ((shared[row] ?? 0) * 2 >= known.size) return row;
  const most = Math.max(...shared, 0);
  if (most * 2 < known.size) {
    const own = values[row] ?? [];
    return !taken.has(row) && textsOf(own).length === words.length ? row : undefined;
  }
  return shared
    .flatMap((count, i) => (count === most ? [i] : []))
    .toSorted((a, b) => Math.abs(a - row) - Math.abs(b - row))[0];
}

function textsOf(cells: SourcePage["values"][number]): string[] {
  return cells.flatMap((cell) => (typeof cell === "string" && cell.trim() !== "" ? [cell] : []));
}

/** Where between two words that are still there one has gone and one has come, or several as many. */
function replaced({ row, words }: Line, now: readonly string[]): OwnCell[] {
  const before = words.map(({ text }) => text);
  const pairs = [...common(before, now), [before.length, now.length] as const];
  let [from, to] = [0, 0];
  const cells: OwnCell[] = [];
  for (const [i, j] of pairs) {
    if (i - from === j - to)
      for (const [k, { column, text }] of words.slice(from, i).entries())
        cells.push({ row, column, value: now[to + k] ?? text, was: text });
    [from, to] = [i + 1, j + 1];
  }
  return cells;
}

/** Places of the longest sequence of words both have, in order. */
function common(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: one.length + 1 }, () =>
    Array.from({ length: other.length + 1 }, () => 0),
  );
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1) {
      const line = lengths[i];
      if (line) line[j] = one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
