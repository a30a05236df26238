import { readDate } from "../clean/date";
import { foldWidth } from "../clean/text";

/** From and to, as ISO days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const BETWEEN = /\s*(?:至|到|~|—+|–|--|\bto\b|\s-\s)\s*/i;

/**
 * Two days in one cell. The second may leave out what it shares with the first.
 *
 * @example readSpan("2026.1.26-2.15") // { from: "2026-01-26", to: "2026-02-15" }
 * @example readSpan("2026年5月1日至5日") // { from: "2026-05-01", to: "2026-05-05" }
 */
export function readSpan(text: string): Span | undefined {
  const folded = foldWidth(text).trim();
  const parts = folded.split(BETWEEN);
  const [first = "", second = "", ...more] = parts.length === 2 ? parts : splitAtHyphen(folded);
  if (more.length > 0) return undefined;
  const from = dayOf(first);
  if (from === undefined) return undefined;
  const [year = "", month = ""] = from.split("-");
  const numbers = second.match(/\d+/g) ?? [];
  const [a = "", b = ""] = numbers;
  const to =
    numbers.length === 3
      ? dayOf(second)
      : numbers.length === 2
        ? dayOf(`${year}-${a}-${b}`)
        : numbers.length === 1
          ? dayOf(`${year}-${month}-${a}`)
          : undefined;
  return to === undefined || to < from ? undefined : { from, to };
}

/** A single hyphen is a separator where dots or slashes make up the days: 2026.1.26-2.15. */
function splitAtHyphen(text: string): string[] {
  const halves = text.split("-");
  return halves.length === 2 ? halves : [text];
}

function dayOf(text: string): string | undefined {
  const read = readDate(text.trim());
  return read?.kind === "date" && read.precision === "day" ? read.iso : undefined;
}
