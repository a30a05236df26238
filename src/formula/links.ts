import { quoteSheet } from "./references";

/** A place in the same workbook to go to, and the words that lead there. */
export interface SheetLink {
  readonly tab: string;
  readonly words: string;
}

/**
 * A formula that shows words and, clicked, goes to a sheet of the same workbook: Excel, WPS and LibreOffice follow it.
 *
 * @example linkTo("目标分解") // `=HYPERLINK("#'目标分解'!A1","目标分解")`
 */
export function linkTo(tab: string, words: string = tab): string {
  return `=HYPERLINK(${literal(`#${quoteSheet(tab)}!A1`)},${literal(words)})`;
}

const LINK = /^=HYPERLINK\("#'((?:[^'"]|''|"")+)'!A1","((?:[^"]|"")*)"\)$/i;

/** What {@link linkTo} made of a place; undefined for any other formula. */
export function linkOf(formula: string): SheetLink | undefined {
  const [, tab, words] = LINK.exec(formula) ?? [];
  if (tab === undefined || words === undefined) return undefined;
  return { tab: said(tab).replaceAll("''", "'"), words: said(words) };
}

/**
 * A link of {@link linkTo} after sheets got other names: programs let references follow, not words in quotes. Words
 * that were the old tab become the new one. Any other formula stays as it is.
 *
 * @param names Old tab → new tab, without regard to case.
 */
export function relink(formula: string, names: ReadonlyMap<string, string>): string {
  const link = linkOf(formula);
  if (!link) return formula;
  const to = [...names].find(([from]) => from.toLowerCase() === link.tab.toLowerCase())?.[1];
  return to === undefined ? formula : linkTo(to, link.words === link.tab ? to : link.words);
}

const literal = (words: string): string => `"${words.replaceAll('"', '""')}"`;
const said = (text: string): string => text.replaceAll('""', '"');
