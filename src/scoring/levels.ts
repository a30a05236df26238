import type { RatingLevel, SchemeInput } from "./scheme";

/** Most levels a scale may have, and characters a word: all of them have to fit one drop-down list. */
export const MOST_LEVELS = 10;
export const LONGEST_WORD = 20;

/** Signs that lists and look-ups of a spreadsheet take for something else than a letter. */
const SIGNS = /[,*?~"]|^[=<>+-]/;

/** A word as it is meant: without spaces, width and case. @example plainLevel("ＧＯＯＤ ") // "good" */
export function plainLevel(word: string): string {
  return word.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/**
 * The level a rater's answer names; undefined when it names none. A number names none: it is not known which scale
 * whoever typed it had in mind.
 *
 * @example levelOf([{ word: "Good", value: 80 }], " good")?.value // 80
 */
export function levelOf(levels: readonly RatingLevel[], answer: unknown): RatingLevel | undefined {
  if (typeof answer !== "string") return undefined;
  const plain = plainLevel(answer);
  return levels.find(({ word }) => plainLevel(word) === plain);
}

/**
 * What a rater's answer counts: the number itself, or the value of its word where the input has levels; null when it
 * is no answer.
 */
export function countOf({ levels }: Pick<SchemeInput, "levels">, answer: unknown): number | null {
  if (levels) return levelOf(levels, answer)?.value ?? null;
  return typeof answer === "number" ? answer : null;
}

/** The levels as people read them, best first as the scheme has them. @example "Good 80 / Fair 60" */
export function levelsText(levels: readonly RatingLevel[]): string {
  return levels.map(({ word, value }) => `${word} ${value}`).join(" / ");
}

/** Whether a word can stand in a drop-down list and be looked up as it is: a number or a wildcard cannot. */
export function isLevelWord(word: string): boolean {
  const plain = plainLevel(word);
  return plain !== "" && !SIGNS.test(plain) && Number.isNaN(Number(plain)) && word.length <= LONGEST_WORD;
}
