/**
 * Tab names: what Excel accepts, and the names sheets carry while they are being made or after they were replaced.
 */
export const LONGEST_TAB = 31;
const ILLEGAL = /[\\/?*[\]:]/g;

const STAGED = "_attain_new_";
const ASIDE = "_attain_old_";

/** Names a run gives to sheets that people never see. `run` keeps two runs apart. */
export function stagedTab(run: string, index: number): string {
  return `${STAGED}${run}_${index}`;
}
export function asideTab(run: string, index: number): string {
  return `${ASIDE}${run}_${index}`;
}
export const isStagedTab = (name: string): boolean => name.startsWith(STAGED);
export const isAsideTab = (name: string): boolean => name.startsWith(ASIDE);
/** True for formulas that point at a sheet which never became visible. */
export const mentionsStagedTab = (formula: string): boolean => formula.includes(STAGED);

/** A short name for a run, different from one to the next. */
export function newRun(): string {
  return Math.floor(Math.random() * 36 ** 6)
    .toString(36)
    .padStart(6, "0");
}

/** Why Excel would refuse this tab name, in English, or undefined when it is fine. */
export function tabProblem(name: string): string | undefined {
  if (name.trim() === "") return "a tab name is empty";
  if (name.length > LONGEST_TAB) return `the tab name “${name}” has more than ${LONGEST_TAB} characters`;
  if (name.search(ILLEGAL) >= 0) return `the tab name “${name}” holds one of \\ / ? * [ ] :`;
  if (name.startsWith("'") || name.endsWith("'"))
    return `the tab name “${name}” starts or ends with an apostrophe`;
  if (name.toLowerCase() === "history") return "the tab name “History” is Excel's own";
  if (isStagedTab(name) || isAsideTab(name)) return `the tab name “${name}” is kept for sheets in the making`;
  return undefined;
}

/**
 * Any text as a tab name that Excel accepts.
 *
 * @example legalTab("East/West: Q1") // "East West Q1"
 */
export function legalTab(text: string): string {
  const cleaned = text
    .replace(ILLEGAL, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'+|'+$/g, "");
  const short = cleaned.slice(0, LONGEST_TAB).trim();
  return tabProblem(short) === undefined ? short : `Sheet ${short}`.slice(0, LONGEST_TAB).trim();
}

/**
 * `name`, or `name (2)` and so on when it is taken. Tab names differ by more than case.
 *
 * @param taken Lower-case names.
 * @example freeTab("Targets", new Set(["targets"])) // "Targets (2)"
 */
export function freeTab(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? "" : ` (${count})`;
    const candidate = `${name.slice(0, LONGEST_TAB - suffix.length).trimEnd()}${suffix}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
