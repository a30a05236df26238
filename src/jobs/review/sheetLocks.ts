import type { SheetLock } from "../../excel/write/lockCells";
import { readGrids } from "../../excel/read/read";
import { WORDS as E } from "../../sheets/evaluation/words";
import { text } from "../../sheets/readBack";
import { LANGS } from "../../words";
import type { ReviewBook, Reviewed } from "./reviewBook";
import { same } from "./reviewSource";
import { fromA1 } from "../evaluation/scored";

/** Which sheets hold whose figures, and what of them is locked now. */
export async function locksOf(book: ReviewBook): Promise<SheetLock[]> {
  const locked = book.people.filter(({ standing }) => standing.stage === "locked");
  const scored = book.people.filter(({ computedScore }) => computedScore !== null);
  const whole = locked.length > 0 && scored.every(({ standing }) => standing.stage === "locked");
  const kinds = book.sheets.filter(({ spec }) =>
    /^(data|scorecard|ratings|raters|results|scheme)(-\d+)?$/.test(spec),
  );
  const personal = kinds.filter(({ spec }) => !spec.startsWith("scheme") && spec !== "results");
  const grids = await readGrids({ sheets: personal.map(({ tab }) => tab) });
  return kinds.map(({ spec, tab }): SheetLock => {
    // Sheets that people fill in are protected anyway.
    const always = /^(data|ratings|raters)/.test(spec);
    const grid = grids.find(({ sheet }) => sheet === tab);
    const lines = grid ? namedLines(fromA1(grid), book) : [];
    const isLocked = (person: Reviewed): boolean => locked.includes(person);
    const protect =
      whole && !spec.startsWith("results")
        ? "whole"
        : locked.length > 0 && !spec.startsWith("scheme")
          ? "rows"
          : always
            ? "rows"
            : "none";
    return {
      tab,
      rows: lines.filter(({ person }) => isLocked(person)).map(({ row }) => row),
      open: lines.filter(({ person }) => !isLocked(person)).map(({ row }) => row),
      protect,
    };
  });
}

/** Rows of a page that are about somebody: those under a header for names, or for who is rated. */
function namedLines(
  rows: ReturnType<typeof fromA1>,
  { people }: ReviewBook,
): { readonly row: number; readonly person: Reviewed }[] {
  const at = (key: "name" | "person" | "unit", row: readonly unknown[]): number =>
    LANGS.map((lang) => row.findIndex((cell) => cell === E[key][lang])).find((found) => found >= 0) ?? -1;
  const header = rows.slice(0, 30).findIndex((row) => at("person", row) >= 0 || at("name", row) >= 0);
  const words = rows[header] ?? [];
  const [name, unit] = [
    at("person", words) >= 0 ? at("person", words) : at("name", words),
    at("unit", words),
  ];
  return rows.flatMap((row, i) => {
    if (i <= header || header < 0) return [];
    const person = people.find(
      (one) =>
        (same(one.name, text(row[name])) || same(one.person, text(row[name]))) &&
        (unit < 0 ||
          text(row[unit]) === "" ||
          same(one.unit, text(row[unit])) ||
          people.filter((other) => same(other.name, one.name)).length === 1),
    );
    return person ? [{ row: i + 1, person }] : [];
  });
}
