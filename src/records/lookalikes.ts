import { foldWidth, hasCjk } from "./clean/text";

export interface Lookalike {
  /** The rarer spelling. */
  readonly text: string;
  /** The one it resembles. */
  readonly like: string;
}

/**
 * Pairs among different names that are probably one: the same but for spaces and punctuation, or one letter apart in
 * a name long enough for that to be a slip. Names that differ in a digit, a numeral or a lone letter (门店1 and 门店2,
 * Team A and Team B) are different on purpose. Linear in the number of names.
 *
 * @param counts how often each name occurs; the rarer one of a pair is taken for the slip.
 * @example findLookalikes(new Map([["GTX Pro", 900], ["GTXPro", 3]])) // [{ text: "GTXPro", like: "GTX Pro" }]
 */
export function findLookalikes(counts: ReadonlyMap<string, number>): Lookalike[] {
  const byNeighbour = new Map<string, string[]>();
  for (const name of counts.keys()) {
    for (const neighbour of neighbours(squash(name))) {
      const bucket = byNeighbour.get(neighbour);
      if (bucket) bucket.push(name);
      else byNeighbour.set(neighbour, [name]);
    }
  }
  const found = new Map<string, Lookalike>();
  for (const bucket of byNeighbour.values()) {
    // Buckets are tiny: names that share a spelling but for one letter.
    for (let i = 0; i < Math.min(bucket.length, 20); i++) {
      for (let j = i + 1; j < Math.min(bucket.length, 20); j++) {
        const pair = toPair(bucket[i] ?? "", bucket[j] ?? "", counts);
        if (pair && !found.has(pair.text)) found.set(pair.text, pair);
      }
    }
  }
  return [...found.values()];
}

/** The listed name a text probably means; undefined when none is near. */
export function nearestName(text: string, list: Iterable<string>): string | undefined {
  const counts = new Map([...list].map((name) => [name, 2]));
  if (counts.has(text)) return text;
  counts.set(text, 1);
  return findLookalikes(counts).find((pair) => pair.text === text)?.like;
}

function squash(name: string): string {
  return foldWidth(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

function isLong(squashed: string): boolean {
  return squashed.length >= (hasCjk(squashed) ? 4 : 6);
}

/** The name itself, and in long names the name with each letter left out: two names one edit apart share one of them. */
function neighbours(squashed: string): Set<string> {
  const found = new Set([squashed]);
  if (!isLong(squashed)) return found;
  for (let i = 0; i < squashed.length; i++) found.add(squashed.slice(0, i) + squashed.slice(i + 1));
  return found;
}

function toPair(a: string, b: string, counts: ReadonlyMap<string, number>): Lookalike | undefined {
  if (a === b) return undefined;
  const left = squash(a);
  const right = squash(b);
  if (differInLoneLetter(a, b)) return undefined;
  if (left !== right && !(isLong(left) && isLong(right) && isSlip(left, right))) return undefined;
  const [text, like] = (counts.get(a) ?? 0) < (counts.get(b) ?? 0) ? [a, b] : [b, a];
  return { text, like };
}

/** Team A and Team B: a letter that is a word of its own is a name, not a slip. */
function differInLoneLetter(a: string, b: string): boolean {
  const left = a.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const right = b.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const differing = left.filter((word, i) => word !== right[i]);
  return left.length === right.length && differing.length === 1 && differing[0]?.length === 1;
}

const TELLING = /[0-9一二三四五六七八九十东南西北上下左右甲乙丙丁男女大小老新前后中]/;

/** One letter changed, added, left out or swapped with the next, and that letter no digit, numeral or last letter of a code. */
function isSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (TELLING.test(restA) || TELLING.test(restB)) return false;
  const swapped = restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
  if (!swapped && (restA.length > 1 || restB.length > 1)) return false;
  // Team A and Team B: the only difference stands at the very end of a short code.
  return !(end === 0 && restA.length === 1 && restB.length === 1 && a.length < 10);
}
