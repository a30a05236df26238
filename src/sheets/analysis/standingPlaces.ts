import { quoteSheet } from "../../formula/references";
import { ACTIONS, type ConsequencePolicy } from "../../scoring/consequences/policy";
import { STANDING as S } from "../../scoring/consequences/standing";
import { NAMES } from "../../scoring/names";
import type { Scored } from "./readScored";
import { STANDING_WORDS as W } from "./standingWords";
import { cellsOf } from "./whatIfSheet";

/** The page's columns: by what a formula calls them, and the words and marks around. */
export const COLUMNS = {
  unit: "A",
  person: "B",
  [S.total]: "C",
  [S.grade]: "D",
  [S.rank]: "E",
  [S.fromEnd]: "F",
  [S.tied]: "G",
  [S.size]: "H",
  [S.lastBefore]: "I",
  [S.warnings]: "J",
  [S.previous]: "K",
  [S.forced]: "L",
  moved: "M",
  action: "N",
} as const;
export type StandingColumn = keyof typeof COLUMNS;

/** Shares stand first, then the numbers, each on a line. */
const POLICY_ROW = 5;

/** The policy's numbers: the word before each, and what formulas call it. */
export const POLICY_NUMBERS = [
  ["smallest", S.smallest],
  ["reward", S.reward],
  ["out", S.out],
  ["warn", S.warn],
  ["lastInARow", S.lastInARow],
] as const;

/** Where everything on the page stands. Rows count from 1; a `last` is inclusive. */
export interface StandingPlaces {
  readonly sheet: string;
  /** Rows of the policy: shares, then numbers. */
  readonly shares: { readonly first: number; readonly last: number };
  readonly numbers: { readonly first: number; readonly last: number };
  /** People: the row of their headers, and theirs. */
  readonly header: number;
  readonly first: number;
  readonly last: number;
  /** Headers of the counts below, and the last row of each. */
  readonly grades: { readonly header: number; readonly last: number };
  readonly actions: { readonly header: number; readonly last: number };
  readonly signatures: number;
  /** Where a formula finds the policy's shares and numbers: `$C$5`. */
  readonly policy: ReadonlyMap<string, string>;
  /** The scheme's grades, best first: all of them, and one by one. */
  readonly gradeList: string;
  readonly gradeCells: readonly string[];
  /** `$C$14:$C$40`: a column over all people. */
  readonly all: (column: StandingColumn) => string;
  /** With the sheet, for charts. */
  readonly ref: (range: string) => string;
}

export function standingPlaces(
  { scheme, people, references }: Pick<Scored, "scheme" | "people" | "references">,
  policy: ConsequencePolicy,
): StandingPlaces {
  const sheet = W.tab[policy.lang];
  const shares = { first: POLICY_ROW, last: POLICY_ROW + policy.shares.length - 1 };
  const numbers = { first: shares.last + 1, last: shares.last + POLICY_NUMBERS.length };
  const header = numbers.last + 3;
  const first = header + 1;
  const last = header + people.names.length;
  const gradeList = references.get(NAMES.gradeNames) ?? "";
  const gradeCells = cellsOf(references.get(NAMES.gradeNames), scheme.grades.length);
  const grades = { header: last + 3, last: last + 3 + gradeCells.length };
  const actions = { header: grades.last + 2, last: grades.last + 2 + ACTIONS.length };
  return {
    sheet,
    shares,
    numbers,
    header,
    first,
    last,
    grades,
    actions,
    signatures: actions.last + 2,
    policy: policyCells(policy, shares.first, numbers.first),
    gradeList,
    gradeCells,
    all: (column) => `$${COLUMNS[column]}$${first}:$${COLUMNS[column]}$${last}`,
    ref: (range) => `${quoteSheet(sheet)}!${range}`,
  };
}

function policyCells(
  { shares }: ConsequencePolicy,
  firstShare: number,
  firstNumber: number,
): ReadonlyMap<string, string> {
  return new Map<string, string>([
    ...shares.flatMap((_, i) => [
      [S.share(i), `$C$${firstShare + i}`] as const,
      [S.shareGrade(i), `$D$${firstShare + i}`] as const,
      [S.shareOthers(i), `$H$${firstShare + i}`] as const,
    ]),
    ...POLICY_NUMBERS.map(([, name], i) => [name, `$C$${firstNumber + i}`] as const),
  ]);
}
