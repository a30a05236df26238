import type { Lang } from "../../words";

/** A share of people that gets a grade whatever the bands say. */
export interface ForcedShare {
  readonly end: "top" | "bottom";
  /** Fraction of those with a total: 0.2 is 20 %. */
  readonly share: number;
  /** Name of one of the scheme's grades. */
  readonly grade: string;
  /** The grade of those whose score would give them `grade` but who are outside the share. Absent: they keep it. */
  readonly others?: string;
}

/**
 * What follows from grades and ranks. Counts are people; 0 switches a line off.
 */
export interface ConsequencePolicy {
  readonly lang: Lang;
  /** Whom people are compared with. */
  readonly scope: "overall" | "unit";
  readonly shares: readonly ForcedShare[];
  /** How a share becomes a whole number of people. */
  readonly quota: "nearest" | "down" | "up";
  /**
   * Who shares a rank across a boundary. `favour`: all of them get the better side, so a top share may grow and a bottom
   * one shrink; `strict`: all get the worse.
   */
  readonly ties: "favour" | "strict";
  /** Groups with fewer people with a total have no forced grades and nobody last. */
  readonly smallest: number;
  /** The first so many are rewarded. */
  readonly reward: number;
  /** The last so many are out. */
  readonly out: number;
  /** So many above those are warned. */
  readonly warn: number;
  /** Last so many periods in a row is more than being last once. */
  readonly lastInARow: number;
  /** A warning lapses after so many periods. */
  readonly lapse: number;
  /** Somebody with a warning must have a higher total than the period before. */
  readonly mustImprove: boolean;
}

/**
 * Top 20 %, bottom 10 %; top three rewarded, last out, the two above warned; two months last in a row.
 *
 * @param grades names, best first. Only the top share has the best; whoever else scored it gets the second.
 */
export function usualPolicy(lang: Lang, grades: readonly string[]): ConsequencePolicy {
  const [best = "", second = best] = grades;
  const worst = grades.at(-1) ?? best;
  return {
    lang,
    scope: "overall",
    shares: [
      { end: "top", share: 0.2, grade: best, others: second },
      { end: "bottom", share: 0.1, grade: worst },
    ],
    quota: "nearest",
    ties: "favour",
    smallest: 5,
    reward: 3,
    out: 1,
    warn: 2,
    lastInARow: 2,
    lapse: 3,
    mustImprove: true,
  };
}

export const ACTIONS = ["lastAgain", "out", "notImproved", "warned", "rewarded"] as const;
export type Action = (typeof ACTIONS)[number];
