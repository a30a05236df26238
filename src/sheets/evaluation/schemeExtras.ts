import { NAMES } from "../../scoring/names";
import type { Indicator, RaterPlan, SchemeInput } from "../../scoring/scheme";
import { say } from "../../words";
import type { SchemeRows } from "./schemeRows";
import { WORDS } from "./scorecardWords";
import type { SpecCell } from "../spec";

/** A row of an item and its value, read back by its key. */
function addRow(page: SchemeRows, item: string, value: SpecCell, key: string, indented = false): number {
  const row = page.rows.add([item, value, null, null, null, key], ["body", "row"]);
  page.rows.format(`B${row}`, "number");
  if (indented) page.rows.format(`A${row}`, "indent1");
  return row;
}

/** Who rates: each plan's groups with their weights, and what happens while one of them is missing. */
export function addRaters(page: SchemeRows): void {
  const plans = page.scheme.raters ?? [];
  if (plans.length === 0) return;
  page.rows.skip();
  page.heading("raters");
  for (const plan of plans) addPlan(page, plan);
}

function addPlan(page: SchemeRows, { id, name, groups, missing }: RaterPlan): void {
  const { rows, lang } = page;
  const planRow = rows.add(
    [name, WORDS[missing][lang], null, page.word("missing"), null, `raters:${id}`],
    ["body", "subtotal"],
  );
  page.wrap(planRow, "", name);
  // The policy stands beside its name; the formulas that combine ratings are made for it.
  rows.format(`B${planRow}`, ["input", "number"]);
  page.wrapValue(planRow, WORDS[missing][lang]);
  rows.format(`D${planRow}`, "muted");
  page.validateList(
    `B${planRow}`,
    (["wait", "reweight", "zero"] as const).map((policy) => WORDS[policy][lang]),
  );
  page.header(["raterGroup", "share", "smallest", null, null, null], ["B", "C"]);
  page.setKey(rows.next - 1, "header");
  const first = rows.next;
  groups.forEach((group) => {
    const row = rows.add(
      [group.name, group.weight, group.smallest ?? null, null, null, `rater:${id}.${group.id}`],
      ["body", "row"],
    );
    rows.format(`A${row}`, "indent1");
    page.input(row, "value", NAMES.raterWeight(id, group.id), "General", `rater_${id}_${group.id}`);
    rows.format(`C${row}`, "number");
    page.references.set(NAMES.raterSmallest(id, group.id), page.absolute(row, "second"));
    page.validateNumber(`B${row}`, { min: 0, max: 100 }, "numberPromptTitle", "numberPrompt");
  });
  const sum = `SUM(B${first}:B${rows.next - 1})`;
  const row = rows.add([page.word("sum"), { formula: `=${sum}` }, page.check(sum, "100")], ["body", "total"]);
  rows.format(`B${row}`, "number", "General");
  rows.format(`C${row}`, "indent1");
  page.warn(`C${row}`);
}

/** The stages that shift weights, by name; their weights stand with each indicator. */
export function addPhases(page: SchemeRows): void {
  const phases = page.scheme.phases ?? [];
  if (phases.length === 0) return;
  page.rows.skip();
  page.heading("phases");
  for (const { id, name } of phases) addRow(page, page.word("phase"), name, `phase:${id}`);
}

export function addPhaseWeights(page: SchemeRows, indicator: Indicator): void {
  const { phaseWeights = {} } = indicator;
  for (const phase of page.scheme.phases ?? []) {
    const weight = phaseWeights[phase.id];
    if (weight === undefined) continue;
    const item = say(WORDS.phaseWeight, page.lang, { phase: phase.name });
    const row = addRow(page, item, weight ?? page.word("leftOut"), `phaseWeight:${indicator.id}.${phase.id}`);
    page.rows.set(row, 2, page.word("nextRun"));
    page.rows.format(`C${row}`, ["muted", "indent1"]);
  }
}

/** Whom the scheme is for and when, where it says so. */
export function addStanding(page: SchemeRows): void {
  const { positions, version, inForce } = page.scheme;
  const rows: [keyof typeof WORDS, string | undefined, string][] = [
    ["version", version, "version"],
    ["inForceFrom", inForce?.from, "from"],
    ["inForceTo", inForce?.to, "to"],
    ["positions", positions?.join(page.lang === "zh-CN" ? "、" : ", "), "positions"],
  ];
  for (const [label, value, key] of rows) {
    if (value === undefined) continue;
    const row = addRow(page, page.word(label), value, `setting:${key}`);
    page.rows.format(`B${row}`, "number", "@");
  }
}

/** The data people bring, with what may be typed and where it comes from. */
export function addInputs(page: SchemeRows): void {
  const { rows, lang, scheme } = page;
  rows.skip();
  page.heading("inputs");
  page.header(["inputs", "inputId", "format", "datumMin", "datumMax", null], ["B", "C", "D"]);
  for (const input of scheme.inputs) {
    const { name, id, format, min = null, max = null } = input;
    const row = rows.add([name, id, WORDS[format][lang], min, max, "data"], ["body", "row"]);
    rows.format(`B${row}:C${row}`, "number", "@");
    const bound = format === "percent" ? "0.0%" : "General";
    rows.format(`D${row}`, "number", bound);
    rows.format(`E${row}`, ["text", "alignLeft", "indent1"], bound);
    addInputDetails(page, input);
  }
}

function addInputDetails(page: SchemeRows, input: SchemeInput): void {
  const { formula, choices, previousOf, raters } = input;
  const details: [keyof typeof WORDS, string | undefined, string][] = [
    ["datumFormula", formula, "formula"],
    ["datumChoices", choices?.join(page.lang === "zh-CN" ? "、" : ", "), "choices"],
    ["datumPreviousOf", previousOf, "previousOf"],
    ["datumRaters", raters, "raters"],
  ];
  for (const [label, value, key] of details) {
    if (value === undefined) continue;
    const row = addRow(page, page.word(label), value, `datum:${input.id}.${key}`, true);
    page.rows.format(`B${row}`, "number", "@");
    page.wrapValue(row, value);
  }
  addLevels(page, input);
}

/** The words raters answer in and what each counts: formulas read both. */
function addLevels(page: SchemeRows, { id, levels }: SchemeInput): void {
  if (!levels) return;
  const { rows, lang } = page;
  page.header(["levels", "levelWord", "levelValue", null, null, null], ["B", "C"]);
  page.setKey(rows.next - 1, "header");
  const first = rows.next;
  levels.forEach(({ word, value }, i) => {
    const row = rows.add(
      [say(WORDS.level, lang, { n: i + 1 }), word, value, null, null, `level:${id}`],
      ["body", "row"],
    );
    rows.format(`A${row}`, "indent1");
  });
  const last = rows.next - 1;
  rows.format(`B${first}:B${last}`, ["input", "number"], "@");
  rows.format(`C${first}:C${last}`, ["input", "number"], "General");
  page.validateNumber(`C${first}:C${last}`, {}, "numberPromptTitle", "numberPrompt");
  for (const [name, label, column] of [
    [NAMES.levelWords(id), "words", 1],
    [NAMES.levelValues(id), "values", 2],
  ] as const) {
    page.references.set(name, page.range(first, last, column));
    page.name(`level_${id}_${label}`, page.range(first, last, column));
  }
}
