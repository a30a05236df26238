import { columnName, parseRange } from "../../formula/references";
import type { Scheme } from "../../scoring/scheme";
import { SCHEME_COLUMNS, schemeSheet, type SchemeSheet } from "../../sheets/evaluation/scheme";
import { columnWidths } from "../../sheets/printed";
import { textWidth } from "../../sheets/rows";
import type { PrintSpec, SpecCell } from "../../sheets/spec";
import type { StyleName } from "../../sheets/style";
import { HANDOUT_WORDS as W } from "../words";
import { rowHeights, together } from "./together";

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
  const page = schemeSheet(scheme);
  const { sheet, names, references } = page;
  const { validations: _editing, ...rest } = sheet;
  const written = sheet.blocks[0]?.cells ?? [];
  const keyOf = (row: readonly SpecCell[]): string => String(row[KEY] ?? "");
  const shown = endOf(page, written.map(keyOf));
  const cells = written.slice(0, shown).map((row, r) => {
    if (r === 1) return [W.schemeNote[scheme.lang], ...row.slice(1, KEY)];
    if (keyOf(row) === SCHEME_ID) return row.slice(0, KEY).fill(null);
    const plain = row.slice(0, KEY);
    const input = row[SCHEME_COLUMNS.second];
    if (!keyOf(row).startsWith("input:") || typeof input !== "string") return plain;
    // Not what formulas call it but its name, which stands beside it.
    const fits = textWidth(input) <= VALUE_WIDTH;
    return plain
      .with(SCHEME_COLUMNS.value, fits ? input : null)
      .with(SCHEME_COLUMNS.second, fits ? null : input);
  });
  const rows = (sheet.rows ?? []).flatMap((row) => {
    const [first = 0, last = first] = row.rows.split(":").map(Number);
    return first > shown
      ? []
      : [{ ...row, rows: first === last ? row.rows : `${first}:${Math.min(last, shown)}` }];
  });
  const plain = (style: StyleName | readonly StyleName[]) =>
    [style].flat().filter((each) => each !== "input");
  const formats = (sheet.formats ?? []).flatMap((format) => {
    const { top, left, right } = parseRange(format.range);
    const style = plain(format.style);
    const idle = style.length === 0 && format.numberFormat === undefined;
    if (top >= shown || left >= KEY || idle) return [];
    const range = right < KEY ? format.range : format.range.replace(/:[A-Z]+/, `:${columnName(KEY - 1)}`);
    return [{ ...format, range, style }];
  });
  // The whole page's own breaks are not those of what is left of it.
  const whole: PrintSpec = sheet.print ?? { orientation: "landscape" };
  const { fitHeight: _height, breaksBefore: _breaks, ...print } = whole;
  const columns = (sheet.columns ?? []).filter(({ columns: letters }) => letters !== columnName(KEY));
  return {
    names,
    references,
    sheet: {
      ...rest,
      blocks: [{ at: "A1", cells }],
      formats,
      rows,
      columns,
      protect: { inputs: [] },
      print: {
        ...print,
        area: `A1:${columnName(KEY - 1)}${shown}`,
        ...together(
          "landscape",
          columnWidths(columns, KEY),
          rowHeights(rows, shown),
          formats.flatMap(({ range, style }) => (style.includes("section") ? [parseRange(range).top] : [])),
        ),
      },
    },
  };
}

/** So many rows are shown: ids and where data come from, at the end, are for whoever edits the scheme. */
function endOf({ names, references }: SchemeSheet, keys: readonly string[]): number {
  const data = keys.indexOf("data");
  if (data < 0) return keys.length;
  // Above the first of them an empty row, their heading and their header.
  const end = data - 3;
  const cut = keys[end - 1] === SCHEME_ID ? end - 1 : end;
  const used = [...references.values(), ...names.map(({ refersTo }) => refersTo)].some((reference) => {
    const address = reference.slice(reference.lastIndexOf("!") + 1).replaceAll("$", "");
    return parseRange(address).top >= cut;
  });
  return used ? keys.length : cut;
}

const KEY = SCHEME_COLUMNS.key;
const SCHEME_ID = "setting:id";
/** Characters that fit the column of values. */
const VALUE_WIDTH = 24;
