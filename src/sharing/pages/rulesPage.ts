import type { Scheme } from "../../scoring/scheme";
import { schemeSheet, type SchemeSheet } from "../../sheets/scheme";
import type { StyleName } from "../../sheets/style";
import { HANDOUT_WORDS as W } from "../words";

/**
 * The scheme sheet for people who are scored by it: the same cells and formulas, to be read and not to be changed.
 * Nothing on it is yellow, everything is locked.
 */
export function rulesPage(scheme: Scheme): SchemeSheet {
  const { sheet, names, references } = schemeSheet(scheme);
  const { validations: _editing, ...rest } = sheet;
  const plain = (style: StyleName | readonly StyleName[]) =>
    [style].flat().filter((each) => each !== "input");
  return {
    names,
    references,
    sheet: {
      ...rest,
      blocks: sheet.blocks.map((block, i) => ({
        ...block,
        // The second line tells the office to type into yellow cells.
        cells:
          i > 0
            ? block.cells
            : block.cells.map((row, r) => (r === 1 ? [W.schemeNote[scheme.lang], ...row.slice(1)] : row)),
      })),
      formats: (sheet.formats ?? []).flatMap((format) => {
        const style = plain(format.style);
        return style.length === 0 && format.numberFormat === undefined ? [] : [{ ...format, style }];
      }),
      columns: [
        ...(sheet.columns ?? []).filter(({ columns }) => columns !== "F"),
        { columns: "F", width: 22, hidden: true },
      ],
      protect: { inputs: [] },
    },
  };
}
