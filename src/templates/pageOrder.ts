import type { WorkbookSpec } from "../sheets/spec";

/** Ids of an evaluation's pages as they are needed: what is settled first, what is filled in, what comes of it, why. */
const ORDER = [
  "letter",
  "targets",
  "confirmation",
  "data",
  "ratings",
  "ranking",
  "results",
  "standing",
  "card",
  "paySummary",
  "analysis",
  "heat",
  "raters",
  "scorecard",
  "scheme",
  "payPlan",
  "about",
] as const;

/** The book with its pages in the order people use them; pages of other kinds stand before the rules. */
export function inOrderOfUse(book: WorkbookSpec): WorkbookSpec {
  const place = (id: string): number => {
    const at = ORDER.findIndex((kind) => id === kind || id.startsWith(`${kind}-`));
    return at < 0 ? ORDER.indexOf("scheme") - 0.5 : at;
  };
  return { ...book, sheets: book.sheets.toSorted((one, other) => place(one.id) - place(other.id)) };
}
