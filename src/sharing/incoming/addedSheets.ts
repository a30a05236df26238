import type { Fault } from "./faults";
import type { ReturnField } from "../fields";
import { groupBy } from "../groupBy";
import { addressOf, Locator, shareOf, wordsOf } from "./locate";
import type { ReturnedSheet } from "./returned";
import type { SheetShape } from "../shape";

/** Most of a page's words must stand on its copy. */
const ALIKE = 0.8;
/** So many cells are named one by one. */
const NAMED = 5;

/**
 * What a sheet that was not sent is: a copy of one that was, with other entries than the original, or anything else.
 * Nothing on it is taken; entries that would be lost are named.
 *
 * @param matched the returned sheet each sent one has become
 */
export function addedSheet(
  added: ReturnedSheet,
  shapes: readonly SheetShape[],
  fields: readonly ReturnField[],
  matched: ReadonlyMap<string, ReturnedSheet | undefined>,
): Pick<Fault, "code" | "params" | "sheet" | "cell"> {
  const found = added.tab;
  for (const { id, tab } of shapes) {
    const own = fields.filter((field) => field.sheet === id);
    const original = matched.get(id);
    const words = [...new Set(own.flatMap(({ row, column }) => [row.text, column.text]))];
    if (!original || words.length === 0 || shareOf(words, added) < ALIKE) continue;
    const other = differing(added, original, own);
    const [cell] = other;
    if (cell === undefined) continue;
    const cells = other.slice(0, NAMED).join(", ") + (other.length > NAMED ? " …" : "");
    return { code: "copy-differs", params: { found, tab, cells }, sheet: found, cell };
  }
  return { code: "sheet-added", params: { found }, sheet: found };
}

/** Cells that are filled on the copy, and otherwise than on the original. */
function differing(copy: ReturnedSheet, original: ReturnedSheet, fields: readonly ReturnField[]): string[] {
  const [there, here] = [new Locator(copy), new Locator(original)];
  const twins = groupBy(fields, wordsOf);
  return fields.flatMap((field) => {
    const same = twins.get(wordsOf(field)) ?? [field];
    const [on, off] = [there.find(field, same), here.find(field, same)];
    const value = on && copy.cell(on.row, on.column)?.value;
    const kept = off && original.cell(off.row, off.column)?.value;
    const empty = value === undefined || value === null || value === "";
    return on === undefined || empty || value === kept ? [] : [addressOf(on)];
  });
}
