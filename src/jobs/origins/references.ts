import { parseRange, type ParsedRange } from "../../formula/references";

/** A reference with sheet, a sheet's name quoted or not; `$` anywhere. Texts and function names are passed over. */
const TOKEN =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_(!.])/gu;

/**
 * The cells and ranges a formula reads, each once, in order.
 *
 * @param sheet the tab the formula stands on
 * @example referencesIn("=IF(ISBLANK('Data'!$C$6),\"\",'Data'!$C$6)", "Card") // [{ sheet: "Data", top: 5, left: 2, … }]
 */
export function referencesIn(formula: string, sheet: string): (ParsedRange & { readonly sheet: string })[] {
  const found = new Map<string, ParsedRange & { sheet: string }>();
  for (const [, tab, first, last] of formula.matchAll(TOKEN)) {
    if (first === undefined) continue;
    const range = `${first}${last === undefined ? "" : `:${last}`}`.replaceAll("$", "");
    const name = tab === undefined ? sheet : tab.replace(/^'|'$/g, "").replaceAll("''", "'");
    found.set(`${name}!${range}`, { ...parseRange(range), sheet: name });
  }
  return [...found.values()];
}

/** Whether the formula hands on one cell as it stands: `=X`, or empty where that one is. */
export function passesOn(formula: string): boolean {
  const cell = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d{1,7}`;
  return new RegExp(String.raw`^=(?:${cell}|IF\(ISBLANK\((${cell})\),"",\1\))$`, "u").test(
    formula.replaceAll(" ", ""),
  );
}

/**
 * A formula without the condition that leaves its cell empty where nobody's name stands.
 *
 * @example unguarded('=IF($A6="","",B6*2)') // "=B6*2"
 */
export function unguarded(formula: string): string {
  const [, rest] = /^=IF\([^()"]+="","",(.*)\)$/s.exec(formula) ?? [];
  if (rest === undefined) return formula;
  let depth = 0;
  for (const sign of rest.replace(/"[^"]*"|'[^']*'/g, "")) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (depth < 0) return formula;
  }
  return `=${rest}`;
}
