import { columnName, parseRange } from "../../formula/references";
import type { Scheme } from "../../scoring/scheme";
import { SCHEME_COLUMNS, schemeSheet, type SchemeSheet } from "../../sheets/evaluation/scheme";
import type { StyleName } from "../../sheets/style";
import { HANDOUT_WORDS as W } from "../words";

/**
 * The scheme sheet for people who are scored by it: the same cells and formulas, to be read and not to be changed.
 * Nothing on it is yellow, everything is locked.
 */
export function rulesPage(scheme: Scheme): SchemeSheet {
  const known = pages.get(scheme);
  if (known) return known;
  const page = makePage(scheme);
  pages.set(scheme, page);
  return page;
}

/** Everybody who is scored by a scheme gets the same page. */
const pages = new WeakMap<Scheme, SchemeSheet>();

function makePage(scheme: Scheme): SchemeSheet {
  const { sheet, names, references } = schemeSheet(scheme);
  const { validations: _editing, ...rest } = sheet;
  const plain = (style: StyleName | readonly StyleName[]) =>
    [style].flat().filter((each) => each !== "input");
  return {
    names,
    references,
    sheet: {
      ...rest,
      blocks: sheet.blocks.map(({ at, cells }) => ({
        at,
        // The last column holds keys by which a scheme is read back; the second line tells the office to type here.
        cells: cells.map((row, r) =>
          r === 1 ? [W.schemeNote[scheme.lang], ...row.slice(1, KEY)] : row.slice(0, KEY),
        ),
      })),
      formats: (sheet.formats ?? []).flatMap((format) => {
        const { left, right } = parseRange(format.range);
        const style = plain(format.style);
        if (left >= KEY || (style.length === 0 && format.numberFormat === undefined)) return [];
        const range = right < KEY ? format.range : format.range.replace(/:[A-Z]+/, `:${columnName(KEY - 1)}`);
        return [{ ...format, range, style }];
      }),
      columns: (sheet.columns ?? []).filter(({ columns }) => columns !== columnName(KEY)),
      protect: { inputs: [] },
    },
  };
}

const KEY = SCHEME_COLUMNS.key;
