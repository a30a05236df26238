/** What stands around a form's table: settings above it, lines below it. */
import { readDate } from "../clean/date";
import { parseNumber } from "../clean/number";
import { tidyText } from "../clean/text";
import { addressOf, isBlank, rangeOf, type Cell } from "../grid";
import { headerKey } from "../fields/headers";
import { problem, type Problem } from "../problems/problems";
import type { TableRegion } from "../tables/region";
import type { FormSetting } from "./formTable";
import type { FormValue } from "./readColumn";

/** Where records came from. */
export interface FormSource {
  readonly sheet: string;
  /** A1 form, from header to last record. */
  readonly range: string;
  readonly rows: number;
}

export function sourceOf({ grid, header, columns, rows }: TableRegion): FormSource {
  const first = columns[0]?.column ?? 0;
  const last = columns.at(-1)?.column ?? first;
  return {
    sheet: grid.sheet,
    range: rangeOf(grid, header?.from ?? rows[0] ?? 0, first, rows.at(-1) ?? 0, last),
    rows: rows.length,
  };
}

/** Lines above a table that set something: a label, and its value in the next cell that has one. */
export function readSettings(
  { grid, header, rows }: TableRegion,
  settings: readonly FormSetting[],
): Record<string, FormValue> {
  const above = grid.values.slice(0, header?.from ?? rows[0] ?? 0);
  return Object.fromEntries(
    settings.flatMap((setting) => {
      const words = setting.words.map(headerKey);
      for (const line of above) {
        const at = line.findIndex((cell) => typeof cell === "string" && words.includes(headerKey(cell)));
        const value = at < 0 ? undefined : valueOf(line[at + 1] ?? null, setting);
        if (value !== undefined) return [[setting.id, value]];
      }
      return [];
    }),
  );
}

function valueOf(cell: Cell, { kind, choices = [] }: FormSetting): FormValue | undefined {
  if (isBlank(cell) || cell === null) return undefined;
  if (kind === "text") return tidyText(String(cell));
  if (kind === "date") {
    const read = typeof cell === "boolean" ? undefined : readDate(cell);
    return read?.kind === "date" ? read.iso : undefined;
  }
  if (kind === "choice") {
    const word = tidyText(String(cell)).toLowerCase();
    return choices.find(({ words }) => words.some((each) => each.toLowerCase() === word))?.value;
  }
  return typeof cell === "number" ? cell : parseNumber(String(cell))?.value;
}

const NOTE =
  /^(?:注|备注|说明|附注|填表|制表|审核|复核|审批|编制|批准|签字|日期|note|source|prepared|approved|reviewed|\*|※)|[:：。_]/i;

/** A lone text right below the records may be one of them that somebody has only begun. */
export function linesLeftOut({ grid, notes, rows, columns }: TableRegion): Problem[] {
  let end = rows.at(-1) ?? -1;
  const first = columns[0]?.column ?? 0;
  return notes.flatMap(({ row, text }) => {
    if (row !== end + 1) return [];
    end = row;
    return NOTE.test(text) ? [] : [problem("row-left-out", grid.sheet, addressOf(grid, row, first), text)];
  });
}
