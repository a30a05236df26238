import type { Mistake, Scheme } from "../../scoring/scheme";
import { validateScheme } from "../../scoring/validateScheme";
import { LANGS, type Phrase } from "../../words";
import { text, type Grid } from "../readBack";
import { SchemeCells } from "./schemeCells";
import { SchemeDraft } from "./schemeDraft";
import { ROW_READERS } from "./schemeRowReaders";
import { SCHEME_COLUMNS } from "./schemeRows";

export interface ReadScheme {
  /** Absent when the sheet is no scheme sheet at all. Sound only when there are no mistakes. */
  readonly scheme?: Scheme;
  /** `where` is a cell of the sheet, such as `考核方案!B7`. */
  readonly mistakes: readonly Mistake[];
}

const NO_SCHEME: Phrase = { "zh-CN": "这不是考核方案工作表", "en-US": "this is not a scheme sheet" };

/**
 * Reads a scheme sheet back, edited or not. Rows are known by the key in the last column, so they may be moved;
 * rows without a key inside a table of bands count as inserted bands.
 *
 * @param grid the sheet's values from A1 on
 * @param sheet the tab's name, for saying where a mistake is
 */
export function readScheme(grid: Grid, sheet: string): ReadScheme {
  const key = text(grid[0]?.[SCHEME_COLUMNS.key]);
  const lang = LANGS.find((one) => key === `scheme:${one}`);
  if (lang === undefined)
    return { mistakes: [{ where: sheet, what: LANGS.map((one) => NO_SCHEME[one]).join(" · ") }] };
  const cells = new SchemeCells(grid, sheet, lang);
  const draft = new SchemeDraft();
  readRows(grid, cells, draft);
  const scheme = draft.scheme(text(grid[0]?.[SCHEME_COLUMNS.item]), lang);
  return { scheme, mistakes: mistakesOf(cells, scheme) };
}

function readRows(grid: Grid, cells: SchemeCells, draft: SchemeDraft): void {
  let table = "";
  grid.forEach((_, row) => {
    const key = cells.text(row, "key");
    // A level needs its word only: what it counts is asked for.
    const begun =
      cells.text(row, "value") !== "" && (table.startsWith("level:") || cells.text(row, "second") !== "");
    const inserted = key === "" && table !== "" && begun;
    const effective = inserted ? table : key;
    table = /^(table|level):|^grade$/.test(effective) ? effective : "";
    const [kind, path] = cut(effective, ":");
    const [owner, detail] = cut(path, ".");
    ROW_READERS[kind]?.(draft, { cells, row, owner, detail });
  });
}

/** What cannot be read, then what does not fit together; what only follows from an unread cell is not said again. */
function mistakesOf(cells: SchemeCells, scheme: Scheme): Mistake[] {
  const sums = scheme.sections
    .filter(({ indicators }) => indicators.some(({ weight }) => Number.isNaN(weight)))
    .map(({ id }) => cells.placeOf(`sections.${id}`));
  const unread = new Set([...cells.mistakes.map(({ where }) => where), ...sums]);
  const follows = ({ where, what }: Mistake): boolean =>
    unread.has(where) || (cells.mistakes.length > 0 && /NaN|“”/.test(what));
  const unfit = validateScheme(scheme).map(({ where, what }) => ({ where: cells.placeOf(where), what }));
  return [...cells.mistakes, ...unfit.filter((mistake) => !follows(mistake))];
}

/** @example cut("table:revenue.bands", ":") // ["table", "revenue.bands"] */
function cut(value: string, separator: string): [before: string, after: string] {
  const at = value.indexOf(separator);
  return at < 0 ? [value, ""] : [value.slice(0, at), value.slice(at + 1)];
}
