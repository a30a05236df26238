import type { CellFormula } from "../../excel/swap/cellFormulas";
import { cellAt, followLinks, followReview } from "../../sheets/review/follow";
import { logSheet } from "../../sheets/review/logSheet";
import type { LoggedEvent, ReviewPages } from "../../sheets/review/pages";
import { reviewSheet } from "../../sheets/review/reviewSheet";
import type { SheetSpec } from "../../sheets/spec";
import { aboutReview } from "./reviewAbout";
import type { ReviewBook } from "./reviewBook";
import { placesOn } from "./reviewSource";
import type { JobOptions } from "../types";

/** The pages of the review as plain data. */
export function pagesOf(book: ReviewBook, more: readonly LoggedEvent[] = []): ReviewPages {
  const { name, process, subjects, log } = book;
  return { name, process, subjects, events: [...log, ...more] };
}

/** What writing a review's pages takes: the pages, and formulas of pages that follow them. */
export interface ReviewWrite {
  readonly sheets: readonly SheetSpec[];
  readonly formulas: readonly CellFormula[];
}

/** The review's pages with more lines in the log, as they are written together with whatever else is. */
export async function reviewWrite(
  book: ReviewBook,
  recorded: readonly LoggedEvent[],
  options: Pick<JobOptions, "signal"> = {},
): Promise<ReviewWrite> {
  const pages = pagesOf(book, recorded);
  const { board } = book.tabs;
  const formulas = [
    ...book.follows.flatMap((page) =>
      followReview(page, page.formulas, placesOn(page, book.subjects), pages, board),
    ),
    ...book.links.flatMap((page) => followLinks(page.tab, page.formulas, pages, board)),
  ];
  const about = await aboutReview(book, options);
  return {
    sheets: [reviewSheet(pages), logSheet(pages), ...(about ? [about] : [])],
    formulas: formulas.map(({ tab, formula, ...place }) => ({ tab, cell: cellAt(place), formula })),
  };
}
