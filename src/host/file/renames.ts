import { renameSheets } from "../../formula/references";
import { formulaFromFile, formulaToFile } from "./formulaText";
import type { Package } from "./package";
import { TYPE } from "./vocabulary";
import { attr, descendants, rootOf, setAttr, textOf, type Element } from "./xml";

const PIVOT_CACHE = "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml";

/** Charts and pivot caches of an opened file name sheets, too: they follow a renamed tab. */
export function renameInParts(file: Package, renames: ReadonlyMap<string, string>): void {
  if (renames.size === 0) return;
  for (const path of file.paths()) {
    const type = file.contentType(path);
    if (type === TYPE.chart && renameFormulas(rootOf(file.document(path)), ["f"], renames)) file.edit(path);
    if (type === PIVOT_CACHE && renamePivotSource(rootOf(file.document(path)), renames)) file.edit(path);
  }
}

/** Renames sheets in the text of all elements with these names; says whether anything changed. */
export function renameFormulas(
  root: Element,
  names: readonly string[],
  renames: ReadonlyMap<string, string>,
): boolean {
  let changed = false;
  for (const element of names.flatMap((name) => descendants(root, name))) {
    const before = formulaFromFile(textOf(element));
    const after = renameSheets(before, renames);
    if (before === after) continue;
    element.textContent = formulaToFile(after);
    changed = true;
  }
  return changed;
}

function renamePivotSource(root: Element, renames: ReadonlyMap<string, string>): boolean {
  const sources = descendants(root, "worksheetSource").filter((each) =>
    renames.has(attr(each, "sheet") ?? ""),
  );
  for (const each of sources) setAttr(each, "sheet", renames.get(attr(each, "sheet") ?? ""));
  return sources.length > 0;
}
