import { RULE_KINDS, ruleKind } from "../../scoring/registry";
import { DEFAULT_FULL, type MissingRater, type Scheme, type Side } from "../../scoring/scheme";
import { OUTCOMES, POLICIES } from "../../scoring/words";
import { splitWords } from "../readBack";
import type { SchemeCells } from "./schemeCells";
import type { DraftIndicator, SchemeDraft } from "./schemeDraft";
import { WORDS } from "./scorecardWords";

/** A row of a scheme sheet and what its key says: `kind:owner.detail`. */
interface SchemeRow {
  readonly cells: SchemeCells;
  readonly row: number;
  readonly owner: string;
  readonly detail: string;
}

/** A bound of an input; none where its cell is empty. */
function bound(
  cells: SchemeCells,
  row: number,
  side: "min" | "max",
  column: "third" | "words",
): { readonly min?: number; readonly max?: number } {
  return cells.text(row, column) === "" ? {} : { [side]: cells.number(row, column) };
}

type RowReader = (draft: SchemeDraft, row: SchemeRow) => void;

/** What each kind of row adds to the scheme. Rows whose owner is gone from the sheet add nothing. */
export const ROW_READERS: Readonly<Record<string, RowReader>> = {
  section: (draft, { cells, row, owner: id }) => {
    const full = cells.number(row, "third");
    draft.sections.push({
      id,
      name: cells.name(row),
      weight: cells.number(row, "value"),
      ...(full !== DEFAULT_FULL && { full }),
      indicators: [],
    });
    cells.at(`sections.${id}`, row, "value");
  },

  indicator: (draft, { cells, row, owner: id }) => {
    const ruleName = cells.text(row, "second");
    const rule = RULE_KINDS.find(({ name }) => name[cells.lang] === ruleName);
    if (!rule) cells.unknown(row, "second");
    const indicator: DraftIndicator = {
      id,
      name: cells.name(row),
      weight: cells.number(row, "value"),
      rule: { kind: rule?.kind ?? "" },
      inputs: {},
      policies: {},
    };
    const section = draft.sections.at(-1);
    section?.indicators.push(indicator);
    draft.indicators.set(id, indicator);
    cells.at(`sections.${section?.id ?? ""}.${id}`, row, "value");
  },

  input: (draft, { cells, row, owner: id, detail: role }) => {
    const indicator = draft.indicators.get(id);
    if (!indicator) return;
    const source = cells.text(row, "value");
    const spec = ruleKind(indicator.rule.kind)?.roles.find(({ key }) => key === role);
    if (source === "" && spec?.optional === true) return;
    indicator.inputs[role] = source;
    cells.at(`${draft.pathOf(id)}.inputs.${role}`, row, "value");
  },

  param: (draft, { cells, row, owner: id, detail: key }) => {
    const indicator = draft.indicators.get(id);
    const spec = ruleKind(indicator?.rule.kind ?? "")?.params.find((one) => one.key === key);
    if (!indicator || !spec) return;
    indicator.rule[key] = cells.value(row, "value", spec);
    cells.at(`${draft.pathOf(id)}.${key}`, row, "value");
  },

  table: (draft, { cells, row, owner: id, detail: key }) => {
    const indicator = draft.indicators.get(id);
    const spec = ruleKind(indicator?.rule.kind ?? "")?.tables.find((one) => one.key === key);
    if (!indicator || !spec) return;
    const bands = (indicator.rule[key] ??= []) as Record<string, unknown>[];
    const places = ["value", "second", "third"] as const;
    const path = `${draft.pathOf(id)}.${key}[${bands.length}]`;
    const band: Record<string, unknown> = {};
    spec.columns.forEach((column, i) => {
      const place = places[i] ?? "third";
      band[column.key] = cells.value(row, place, column);
      cells.at(`${path}.${column.key}`, row, place);
    });
    cells.at(path, row, "value");
    bands.push(band);
  },

  policy: (draft, { cells, row, owner: id, detail: policy }) => {
    const indicator = draft.indicators.get(id);
    if (!indicator || !Object.hasOwn(POLICIES, policy)) return;
    indicator.policies[policy] = cells.wordOf(row, "value", OUTCOMES);
    cells.at(`${draft.pathOf(id)}.policies.${policy}`, row, "value");
  },

  round: (draft, { cells, row, owner: id }) => {
    const indicator = draft.indicators.get(id);
    if (indicator && !cells.isBelow(row, "value")) indicator.decimals = cells.number(row, "value");
    cells.at(`${draft.pathOf(id)}.decimals`, row, "value");
  },

  phase: (draft, { cells, row, owner: id }) => {
    draft.phases.push({ id, name: cells.text(row, "value") });
    cells.at(`phases.${id}`, row, "value");
  },

  phaseWeight: (draft, { cells, row, owner: id, detail: phase }) => {
    const indicator = draft.indicators.get(id);
    if (!indicator) return;
    const left = cells.text(row, "value") === WORDS.leftOut[cells.lang];
    indicator.phaseWeights = {
      ...indicator.phaseWeights,
      [phase]: left ? null : cells.number(row, "value"),
    };
    cells.at(`${draft.pathOf(id)}.phaseWeights.${phase}`, row, "value");
  },

  raters: (draft, { cells, row, owner: id }) => {
    const { wait, reweight, zero } = WORDS;
    const missing = cells.wordOf(row, "value", { wait, reweight, zero }) as MissingRater;
    draft.raters.push({ id, name: cells.name(row), groups: [], missing });
    cells.at(`raters.${id}`, row, "value");
  },

  rater: (draft, { cells, row, owner: plan, detail: group }) => {
    const smallest = cells.cell(row, "second");
    draft.raters
      .find(({ id }) => id === plan)
      ?.groups.push({
        id: group,
        name: cells.name(row),
        weight: cells.number(row, "value"),
        ...(typeof smallest === "number" && { smallest }),
      });
    cells.at(`raters.${plan}.${group}`, row, "value");
  },

  data: (draft, { cells, row }) => {
    const { integer, decimal, percent, money, word } = WORDS;
    const format = cells.wordOf(row, "second", { integer, decimal, percent, money, word });
    const id = cells.text(row, "value");
    draft.inputs.push({
      id,
      name: cells.name(row),
      format: format as Scheme["inputs"][number]["format"],
      ...bound(cells, row, "min", "third"),
      ...bound(cells, row, "max", "words"),
    });
    cells.at(`inputs.${id}`, row, "value");
    cells.at(`inputs.${id}.min`, row, "third");
    cells.at(`inputs.${id}.max`, row, "words");
  },

  datum: (draft, { cells, row, owner: id, detail }) => {
    const input = draft.inputs.find((one) => one.id === id);
    const said = cells.text(row, "value");
    if (!input || said === "") return;
    if (detail === "min" || detail === "max") input[detail] = cells.number(row, "value");
    else if (detail === "choices") input.choices = splitWords(said);
    else if (detail === "formula" || detail === "previousOf" || detail === "raters") input[detail] = said;
    cells.at(`inputs.${id}.${detail}`, row, "value");
  },

  level: (draft, { cells, row, owner: id }) => {
    const word = cells.text(row, "value");
    // A row emptied is a level taken away.
    if (word === "" && cells.text(row, "second") === "") return;
    const input = draft.inputs.find((one) => one.id === id);
    if (!input) return;
    const before = input.levels ?? [];
    const path = `inputs.${id}.levels[${before.length}]`;
    const value = cells.cell(row, "second");
    input.levels = [...before, { word, value: typeof value === "number" ? value : Number.NaN }];
    cells.at(`${path}.word`, row, "value");
    cells.at(`${path}.value`, row, "second");
    if (before.length === 0) cells.at(`inputs.${id}.levels`, row, "value");
  },

  grade: (draft, { cells, row }) => {
    const consequence = cells.text(row, "words");
    cells.at(`grades[${draft.grades.length}]`, row, "value");
    draft.grades.push({
      name: cells.name(row),
      from: cells.isBelow(row, "value") ? null : cells.number(row, "value"),
      side: cells.choice(row, "second", ["≥", ">"]) as Side,
      light: cells.text(row, "third"),
      ...(consequence !== "" && { consequence }),
    });
  },

  setting: (draft, { cells, row, owner: key }) => {
    draft.settings.set(
      key,
      key === "weights"
        ? cells.wordOf(row, "value", { exact: WORDS.exact, normalise: WORDS.normalise })
        : cells.cell(row, "value"),
    );
    cells.at(key, row, "value");
  },
};
