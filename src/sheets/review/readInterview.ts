import { LANGS } from "../../words";
import { text, type Grid, type GridValue } from "../readBack";
import { momentOf } from "./dates";
import type { Agreement } from "./interviewSheet";
import { INTERVIEW_WORDS as W } from "./interviewWords";

/** An interview as it was filled in. */
export interface Interview {
  readonly person: string;
  readonly interviewer: string;
  readonly day: string;
  readonly well: readonly string[];
  readonly badly: readonly string[];
  /** What is agreed; `indicator` is the name of the one it is about, with its share of full points then. */
  readonly agreed: readonly Agreement[];
}

/**
 * Reads a page of a feedback interview back.
 *
 * An agreement is about the indicator it names, or else about the one that lost most.
 *
 * @param rows values from A1 on
 * @returns undefined when the page is another one, or nobody is picked on it
 */
export function readInterview(rows: Grid): Interview | undefined {
  const first = rows.map((row) => text(row[0]));
  const lang = LANGS.find((one) => first[0] === W.interviewTitle[one]);
  if (lang === undefined) return undefined;
  const line = (key: keyof typeof W): number => first.indexOf(W[key][lang]);
  const person = text(rows[line("choosePerson")]?.[1]);
  if (person === "") return undefined;
  const shares = sharesIn(rows, line("indicator"));
  const below = (key: "well" | "badly"): string[] =>
    first.slice(line(key) + 1, line(key) + 4).filter((words) => words !== "");
  const top = line("agreements") + 2;
  const weakest = [...shares].toSorted((a, b) => a[1] - b[1])[0];
  const agreed = rows.slice(top, top + 3).flatMap((row): Agreement[] => {
    const what = text(row[0]);
    if (what === "") return [];
    const about = [...shares].find(([name]) => what.toLowerCase().includes(name.toLowerCase())) ?? weakest;
    return [
      {
        name: person,
        what,
        until: dayText(row[3]),
        ...(about && { indicator: about[0], before: about[1] }),
      },
    ];
  });
  return {
    person,
    interviewer: text(rows[3]?.[4]),
    day: dayText(rows[4]?.[4]),
    well: below("well"),
    badly: below("badly"),
    agreed,
  };
}

/** A day as a cell holds it, or the words people wrote instead. */
function dayText(cell: GridValue | undefined): string {
  return typeof cell === "number" ? (momentOf(cell)?.slice(0, 10) ?? String(cell)) : text(cell);
}

/** Indicators and their share of full points, until the first empty line. */
function sharesIn(rows: Grid, header: number): Map<string, number> {
  const shares = new Map<string, number>();
  for (const row of header < 0 ? [] : rows.slice(header + 1)) {
    if (text(row[0]) === "") break;
    const share = row[3];
    if (typeof share === "number") shares.set(text(row[0]), share);
  }
  return shares;
}
