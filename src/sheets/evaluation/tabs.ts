import type { EvaluationRequest } from "../../scoring/evaluation";
import type { Scheme } from "../../scoring/scheme";
import { say, type Lang } from "../../words";
import { WORDS } from "./words";

/** Final tab names, each given out once: at most 31 characters, none that Excel refuses. */
export class TabNames {
  private readonly taken = new Set<string>();

  constructor(private readonly lang: Lang) {}

  /** @param detail tells sheets of the same kind apart when there are several */
  give(kind: keyof typeof WORDS, detail?: string): string {
    const wanted = detail === undefined ? WORDS[kind][this.lang] : `${WORDS[kind][this.lang]}·${detail}`;
    return this.claim(wanted);
  }

  claim(wanted: string): string {
    const clean =
      wanted
        .replace(/[\\/?*[\]:]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "-";
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? "" : ` ${n}`;
      const name = `${clean.slice(0, 31 - suffix.length).trimEnd()}${suffix}`;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** First and last period as people read them: `一月–十二月`, or the only one. */
export function periodText({ periods }: EvaluationRequest): string {
  const [first, last] = [periods[0]?.label ?? "", periods.at(-1)?.label ?? ""];
  return periods.length > 1 ? `${first}–${last}` : first;
}

/** The due dates as a tail of a page's second line; empty when there are none. */
export function dueText({ due = [], lang }: EvaluationRequest): string {
  return due.map(({ what, by }) => say(WORDS.dueBy, lang, { what, by })).join("");
}

/** A number format for totals of the scheme. */
export function totalFormat({ decimals }: Pick<Scheme, "decimals">): string {
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
}
