/** What a file-name pattern may name. */
export interface NameParts {
  readonly unit: string;
  readonly manager: string;
  readonly name: string;
  readonly period: string;
}

export const DEFAULT_PATTERN = "{unit}-{name}-{period}.xlsx";

/** What may stand in braces, in either language whatever the workbook's. */
const PLACES: ReadonlyMap<string, keyof NameParts> = new Map([
  ["unit", "unit"],
  ["manager", "manager"],
  ["name", "name"],
  ["period", "period"],
  ["单位", "unit"],
  ["经理", "manager"],
  ["姓名", "name"],
  ["期间", "period"],
]);

/** All of them as they are written in a pattern. */
export const PLACE_NAMES = [...PLACES.keys()].map((place) => `{${place}}`).join(", ");

/** Names Windows keeps for devices, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Most file systems take 255 bytes; this leaves room for a number and for folders that sync. */
const LONGEST_BYTES = 180;

/**
 * One file name per recipient, legal on Windows, macOS and Linux and different from all others without regard to case
 * or accents' encoding. Twins are numbered in order: `East-Li.xlsx`, `East-Li (2).xlsx`.
 *
 * @param pattern may hold `{unit}`, `{manager}`, `{name}`, `{period}`, or `{单位}`, `{经理}`, `{姓名}`, `{期间}`; `.xlsx`
 *   is added when it is missing
 * @example fileNames("{unit}-{name}.xlsx", [{ unit: "East", name: "A/B", manager: "", period: "2018" }]) // ["East-A_B.xlsx"]
 */
export function fileNames(pattern: string, people: readonly NameParts[]): string[] {
  const stem = pattern.replace(/\.xlsx$/i, "");
  const taken = new Set<string>();
  return people.map((given) => {
    // A work plan's unit may be called as the plan is.
    const parts = given.unit === given.period ? { ...given, unit: "" } : given;
    const wanted = legal(
      stem.replace(/\{([^{}]*)\}/g, (place, key: string) => {
        const part = PLACES.get(key.trim());
        return part === undefined ? place : parts[part];
      }),
    );
    for (let number = 1; ; number++) {
      const name = `${number === 1 ? wanted : `${wanted} (${number})`}.xlsx`;
      const key = name.normalize("NFC").toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  });
}

/**
 * The first thing in braces that stands for nothing, or a brace that is never closed; undefined for a pattern that can
 * be used.
 *
 * @example strayPlace("{unit}-{nmae}") // "{nmae}"
 */
export function strayPlace(pattern: string): string | undefined {
  const places = pattern.match(/\{[^{}]*\}|[{}]/g) ?? [];
  return places.find((place) => !PLACES.has(place.slice(1, -1).trim()));
}

/** True when every place the pattern names is known. */
export function isPattern(pattern: string): boolean {
  return strayPlace(pattern) === undefined;
}

function legal(text: string): string {
  const clean = text
    .normalize("NFC")
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\u007f\\/:*?"<>|]/g, "_")
    .replace(/\s+/g, " ")
    // Empty places leave doubled or hanging dashes behind.
    .replace(/-{2,}/g, "-")
    .replace(/^[-. ]+|[-. ]+$/g, "");
  const short = cut(clean);
  return short === "" ? "_" : RESERVED.test(short.split(".")[0] ?? "") ? `_${short}` : short;
}

function cut(text: string): string {
  let bytes = 0;
  let kept = "";
  for (const char of text) {
    bytes += new TextEncoder().encode(char).length;
    if (bytes > LONGEST_BYTES) break;
    kept += char;
  }
  return kept.replace(/[. ]+$/, "");
}
