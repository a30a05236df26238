import { columnName } from "../../formula/references";
import { peopleRange } from "../../sheets/evaluation/scorecard";
import type { BesideScores, BesideTable } from "./types";

/** Signs that MATCH and SUMIFS take for any letters, or for a comparison. */
const WILD = /[*?~]|^[=<>]/;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/**
 * For each row of a table the expression that says where its person stands on the scorecard. The name in the row is
 * looked up, so that both may be sorted; namesakes are told apart by their unit. Undefined where nobody is scored.
 */
export function positionsOf(
  { region, nameColumn, people }: BesideTable,
  { layout, names, units }: BesideScores,
): (string | undefined)[] {
  const key = (name: string): string => name.toLowerCase();
  const named = countBy(names.map(key));
  const placed = countBy(names.map((name, i) => `${key(name)}\n${key(units[i] ?? "")}`));
  const [nameRange, unitRange] = [peopleRange(layout, "name"), peopleRange(layout, "unit")];
  // Everybody who is scored has an order of their own, whatever the ties.
  const order = layout.columns.has("order") ? peopleRange(layout, "order") : undefined;
  const letters = columnName(region.grid.left + nameColumn);
  return people.map((person, i) => {
    const name = person === undefined ? undefined : names[person];
    if (person === undefined || name === undefined) return undefined;
    const row = region.rows[i] ?? 0;
    const written = region.grid.values[row]?.[nameColumn] ?? null;
    if (named.get(key(name)) === 1 && !WILD.test(name)) {
      const same = typeof written === "string" && key(written) === key(name);
      const who = same ? `$${letters}${region.grid.top + row + 1}` : quoted(name);
      return `MATCH(${who},${nameRange},0)`;
    }
    const unit = units[person] ?? "";
    const alone = placed.get(`${key(name)}\n${key(unit)}`) === 1;
    if (alone && order !== undefined && !WILD.test(name) && !WILD.test(unit))
      return `MATCH(SUMIFS(${order},${nameRange},${quoted(name)},${unitRange},${quoted(unit)}),${order},0)`;
    return String(person + 1);
  });
}

/** @example lookUp("'Scorecard'!$L$6:$L$40", "MATCH($B5,'Scorecard'!$B$6:$B$40,0)") */
export function lookUp(range: string, position: string): string {
  return `=IFERROR(INDEX(${range},${position}),"")`;
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
