import type { WorkbookSpec } from "../sheets/spec";

const LAST: readonly string[] = ["request", "about"];

/**
 * Several books as one, their pages in order; of pages with the same id (About) the first stays.
 *
 * @throws RangeError when pages of different ids have the same tab
 */
export function mergeBooks(...books: readonly WorkbookSpec[]): WorkbookSpec {
  const seen = new Set<string>();
  const sheets = books.flatMap((book) =>
    book.sheets.filter(({ id }) => {
      const first = !seen.has(id);
      seen.add(id);
      return first;
    }),
  );
  const tabs = sheets.map(({ name }) => name);
  const twice = tabs.find((tab, i) => tabs.indexOf(tab) !== i);
  if (twice !== undefined) throw new RangeError(`Two pages are called ${twice}`);
  // What was asked for and how it was worked out stand at the end, whichever book they came from.
  const last = LAST.flatMap((id) => sheets.filter((sheet) => sheet.id === id));
  return {
    sheets: [...sheets.filter(({ id }) => !LAST.includes(id)), ...last],
    names: books.flatMap(({ names }) => names),
    activate: books[0]?.activate ?? "",
  };
}
