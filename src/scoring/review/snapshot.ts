/** Values of one line of a scorecard, by the header over them. */
export interface Snapshot {
  /** Which line: the sheet, and the period where there are several. */
  readonly place: string;
  readonly values: readonly (readonly [header: string, value: string | number | null])[];
}

/** A locked value that is another one now. */
export interface LockedChange {
  readonly place: string;
  readonly header: string;
  readonly from: string;
  readonly to: string;
}

/** The most characters a cell holds. */
const LONGEST = 32_000;

/**
 * Values as a line of the log keeps them: a line of text for each line of a scorecard.
 *
 * @example snapshotText([{ place: "Scorecard", values: [["Sales", 1100], ["Target", 1000]] }]) // "Scorecard: Sales=1100; Target=1000"
 */
export function snapshotText(lines: readonly Snapshot[]): string {
  return lines
    .map(
      ({ place, values }) =>
        `${plain(place)}: ${values.map(([header, value]) => `${plain(header)}=${shown(value)}`).join("; ")}`,
    )
    .join("\n")
    .slice(0, LONGEST);
}

/** What the text uses to part things is no part of a word in it. */
const plain = (word: string): string => word.replace(/[;=:\n]/g, (sign) => FULL_WIDTH[sign] ?? " ").trim();
const FULL_WIDTH: Readonly<Record<string, string>> = { ";": "；", "=": "＝", ":": "：" };

/** Fifteen digits, as a workbook keeps them. */
function shown(value: string | number | null): string {
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  return value === null ? "" : plain(value);
}

/**
 * What was locked and has changed since, in the order of the text. Values that are no longer there count as empty, and
 * ones that are new are no change.
 */
export function changesSince(text: string, now: readonly Snapshot[]): LockedChange[] {
  const current = new Map(
    now.map(({ place, values }) => [
      plain(place),
      new Map(values.map(([header, value]) => [plain(header), shown(value)])),
    ]),
  );
  // A text cut off at the end has a last value that says nothing.
  const whole = text.length >= LONGEST ? text.slice(0, text.lastIndexOf(";")) : text;
  return whole.split("\n").flatMap((line) => {
    const [place = "", rest = ""] = splitOnce(line, ": ");
    return rest.split("; ").flatMap((pair): LockedChange[] => {
      const [header = "", from = ""] = splitOnce(pair, "=");
      if (header === "") return [];
      const to = current.get(place)?.get(header) ?? "";
      return to === from ? [] : [{ place, header, from, to }];
    });
  });
}

function splitOnce(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + at.length)];
}
