import { AttainError } from "../../errors";
import { quoteSheet, parseRange } from "../../formula/references";
import { NAMES } from "../../scoring/names";
import { readScored, type Scored } from "../../sheets/analysis/readScored";
import { STANDING_WORDS } from "../../sheets/analysis/standingWords";
import { WORDS as E } from "../../sheets/evaluation/words";
import { text, type Grid as Cells } from "../../sheets/readBack";
import {
  bandsIn,
  findScores,
  labelsOf,
  onSheet,
  withoutReview,
  type ScorePage,
  type ScoreWords,
} from "../../sheets/review/follow";
import type { ReviewSubject } from "../../sheets/review/pages";
import { REVIEW_PAGE_WORDS as W } from "../../sheets/review/words";
import { cellOf } from "../../sheets/evaluation/scorecard";
import { LANGS, type Lang } from "../../words";

/** Sheets of ours with what stands on them, read from a workbook or about to be written into one. */
export interface ReviewSource {
  readonly sheets: readonly { readonly spec: string; readonly tab: string }[];
  /** From A1 on. */
  readonly values: (tab: string) => Cells;
  readonly formulas: (tab: string) => readonly (readonly unknown[])[];
}

/** A scorecard with its cells. */
export interface ScoredPage extends Scored {
  readonly tab: string;
  readonly rows: Cells;
}

/** A page whose totals follow the review, and what stands on it. */
export interface FollowedPage extends ScorePage {
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: Cells;
}

/** Whom a review is about, and where their scores stand. */
export interface ReviewScores {
  readonly lang: Lang;
  /** What the evaluation is called: `March 2026`. */
  readonly name: string;
  /** Lines kept free too, with an empty name. */
  readonly subjects: readonly (ReviewSubject & { readonly shown: number | null })[];
  readonly scored: readonly ScoredPage[];
  readonly follows: readonly FollowedPage[];
  /** Pages of which single cells repeat a total or grade: pay. */
  readonly links: readonly LinkedPage[];
}

/** A page and its formulas from A1 on. */
export interface LinkedPage {
  readonly tab: string;
  readonly formulas: readonly (readonly unknown[])[];
}

/** Id of the page on which pay is worked out. */
export const PAY_PAGE = "paySummary";

const RESULT_WORDS: ScoreWords = {
  unit: [E.unit],
  name: [E.name],
  total: [E.total, E.yearTotal],
  grade: [E.grade],
  light: [E.light],
};

const CONSEQUENCE_WORDS: ScoreWords = {
  unit: [STANDING_WORDS.unit],
  name: [STANDING_WORDS.person],
  total: [STANDING_WORDS.total],
  grade: [STANDING_WORDS.grade],
};

/** The pages a review reads: scorecards with their schemes, results, consequences. */
export function pairsIn(
  sheets: ReviewSource["sheets"],
): readonly { readonly card: string; readonly scheme: string }[] {
  return sheets.flatMap((card) => {
    if (!/^scorecard\b/.test(card.spec)) return [];
    const scheme = sheets.find(({ spec }) => spec === card.spec.replace(/^scorecard/, "scheme"));
    return scheme ? [{ card: card.tab, scheme: scheme.tab }] : [];
  });
}

/**
 * Whom the review is about.
 *
 * @returns undefined when there are no scorecards with their schemes
 * @throws AttainError `scheme-invalid` with every mistake and its cell
 */
export function reviewOf({ sheets, values, formulas }: ReviewSource): ReviewScores | undefined {
  const tab = (spec: string): string | undefined => sheets.find((one) => one.spec === spec)?.tab;
  const scored = pairsIn(sheets).map(({ card, scheme }): ScoredPage => {
    const rows = values(card);
    const read = readScored({ tab: scheme, rows: values(scheme) }, { tab: card, rows });
    if ("scored" in read) return { ...read.scored, tab: card, rows };
    throw new AttainError("scheme-invalid", {
      detail: read.mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
    });
  });
  const [first] = scored;
  if (!first) return undefined;
  const page = (name: string | undefined, words: ScoreWords): FollowedPage[] => {
    const cells = name === undefined ? [] : values(name);
    const found = name === undefined ? undefined : findScores(name, cells, words);
    return found ? [{ ...found, values: cells, formulas: formulas(found.tab) }] : [];
  };
  const [results] = page(tab("results"), RESULT_WORDS);
  const lang = langOf(results) ?? first.scheme.lang;
  const pay = tab(PAY_PAGE);
  const reviewTab = tab("review") ?? W.tab[lang];
  return {
    lang,
    name: nameOf(results, first, lang),
    subjects: results ? subjectsOfResults(results, scored, reviewTab) : subjectsOfCard(first),
    scored,
    follows: [...(results ? [results] : []), ...page(tab("standing"), CONSEQUENCE_WORDS)],
    links: pay === undefined ? [] : [{ tab: pay, formulas: formulas(pay) }],
  };
}

export const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function langOf(page: FollowedPage | undefined): Lang | undefined {
  const header = page?.values[page.headerRow - 1] ?? [];
  return LANGS.find((lang) => header.some((cell) => cell === E.unit[lang]));
}

/** `March 2026` of `March 2026: results`, with the period where the title does not say it. */
function nameOf(results: FollowedPage | undefined, card: ScoredPage, lang: Lang): string {
  const [title = "", note = ""] = (results?.values ?? card.rows).slice(0, 2).map((row) => text(row[0]));
  if (!results) return title;
  const between = (line: string, phrase: string): string => {
    const [before = "", after = ""] = phrase.split(/\{\w+\}/);
    const start = line.startsWith(before) ? before.length : 0;
    const end = after === "" ? -1 : line.indexOf(after, start);
    return (end < 0 ? line.slice(start) : line.slice(start, end)).trim();
  };
  const name = between(title, E.resultsTitle[lang]);
  const period = between(note, E.resultsNote[lang]);
  return name.includes(period) ? name : `${name} ${period}`;
}

/** Rows of a page, from 0, that are about somebody, or kept free for somebody: a total that is worked out, and a name. */
function peopleRows({ firstRow, columns, formulas }: FollowedPage): number[] {
  const isFormula = (cell: unknown): boolean => typeof cell === "string" && cell.startsWith("=");
  return formulas.flatMap((row, i) =>
    i >= firstRow - 1 && isFormula(row[columns.total]) && (row[columns.name] ?? "") !== "" ? [i] : [],
  );
}

/** A name as it stands; an empty cell that is linked to shows 0. */
const nameIn = (cell: unknown): string => (cell === 0 ? "" : text(cell as never));

/**
 * Whose line each row of a page is, as a place among the review's people.
 *
 * @param subjects in the order of the results
 */
export function placesOn(
  page: FollowedPage,
  subjects: readonly ReviewSubject[],
): (row: number) => number | undefined {
  const taken = new Set<number>();
  const places = new Map<number, number>();
  for (const row of peopleRows(page)) {
    const [name, unit] = [page.columns.name, page.columns.unit].map((at) => nameIn(page.values[row]?.[at]));
    const place = subjects.findIndex(
      (one, i) => !taken.has(i) && same(one.name, name ?? "") && same(one.unit, unit ?? ""),
    );
    if (place < 0) continue;
    taken.add(place);
    places.set(row + 1, place);
  }
  return (row) => places.get(row);
}

function subjectsOfResults(
  page: FollowedPage,
  scored: readonly ScoredPage[],
  reviewTab: string,
): ReviewScores["subjects"] {
  const { columns, values, formulas } = page;
  const rows = peopleRows(page);
  const cell = (row: number, key: "unit" | "name"): string => nameIn(values[row]?.[columns[key]]);
  const names = rows.map((row) => cell(row, "name"));
  const units = rows.map((row) => cell(row, "unit"));
  const labels = labelsOf(names, units);
  return rows.map((row, i) => {
    const own = (column: number | undefined): string => {
      const formula = column === undefined ? undefined : formulas[row]?.[column];
      return typeof formula === "string" && formula.startsWith("=")
        ? onSheet(withoutReview(formula, reviewTab), page.tab)
        : '""';
    };
    const [name = "", unit = ""] = [names[i], units[i]];
    const bands = bandsOf(scored, name, unit);
    const shown = values[row]?.[columns.total];
    return {
      person: name === "" ? "" : (labels[i] ?? name),
      name,
      unit,
      ...(name === "" && { cells: { unit: own(columns.unit), name: own(columns.name) } }),
      computed: own(columns.total),
      grade: own(columns.grade),
      light: own(columns.light),
      ...(bands && { bands }),
      shown: typeof shown === "number" ? shown : null,
    };
  });
}

function bandsOf(scored: readonly ScoredPage[], name: string, unit: string): ReviewSubject["bands"] {
  const on = (fits: (other: string, otherUnit: string) => boolean): ScoredPage | undefined =>
    scored.findLast(({ people }) => people.names.some((one, i) => fits(one, people.units[i] ?? "")));
  const found =
    on((other, otherUnit) => same(other, name) && same(otherUnit, unit)) ??
    on((other) => same(other, name)) ??
    (scored.length === 1 ? scored[0] : undefined);
  return found && bandsIn(found.scheme, found.references);
}

function subjectsOfCard({ people, layout, scheme, references, rows }: ScoredPage): ReviewScores["subjects"] {
  const labels = labelsOf(people.names, people.units);
  const bands = bandsIn(scheme, references);
  return people.names.map((name, i) => {
    const cell = (column: string): string | undefined =>
      layout.columns.has(column) ? cellOf(layout, column, layout.firstRow + i) : undefined;
    const at = (column: string): string => {
      const found = cell(column);
      return found === undefined ? '""' : `${quoteSheet(layout.sheet)}!${found}`;
    };
    const { top, left } = parseRange(cell(NAMES.total) ?? "A1");
    const shown = rows[top]?.[left];
    return {
      person: labels[i] ?? name,
      name,
      unit: people.units[i] ?? "",
      computed: at(NAMES.total),
      grade: at(NAMES.grade),
      light: at(NAMES.light),
      ...(bands && { bands }),
      shown: typeof shown === "number" ? shown : null,
    };
  });
}
