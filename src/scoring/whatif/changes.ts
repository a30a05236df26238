import { AttainError } from "../../errors";
import { paramOf } from "../rule";
import { ruleKind } from "../registry";
import {
  fullOf,
  indicatorsOf,
  type Grade,
  type Indicator,
  type Outcome,
  type ParamRow,
  type ParamValue,
  type Scheme,
  type Section,
} from "../scheme";

/** One thing to be tried: which parameter, and its new value. */
export interface Change {
  /**
   * `<indicator>.weight`, `<indicator>.<parameter>`, `<indicator>.<table>[<row>].<column>`, `<indicator>.<policy>`,
   * `<section>.weight`, `grades[<row>].from`, `<grade>.from`, `decimals`. Names stand for ids; rows count from 1 as
   * on the sheet.
   */
  readonly path: string;
  /** Percents are fractions. Null empties an optional parameter. */
  readonly value: number | string | null;
}

/** A change as it was made, with what stood there before. */
export interface Made {
  readonly path: string;
  readonly before: ParamValue;
  readonly after: ParamValue;
  /** Not asked for: another weight gave way so that the sum stays what it was. */
  readonly follows?: boolean;
}

export interface Changed {
  readonly scheme: Scheme;
  readonly made: readonly Made[];
}

/**
 * @example parseChange("revenue.cap=110%") // { path: "revenue.cap", value: 1.1 }
 * @throws AttainError `request-invalid` when it is not `path=value`
 */
export function parseChange(source: string): Change {
  const at = source.search(/[=＝]/);
  const path = source.slice(0, Math.max(at, 0)).trim();
  if (path === "")
    throw new AttainError("request-invalid", { detail: `“${source}”: indicator.parameter=value` });
  const raw = source.slice(at + 1).trim();
  const number = /^([-+]?[\d,]*\.?\d+)\s*([%％]?)$/.exec(raw);
  if (number) {
    const plain = Number((number[1] ?? "").replaceAll(",", ""));
    // Thousandths of a percent are kept, the noise of dividing by 100 is not.
    return { path, value: number[2] ? Number((plain / 100).toPrecision(15)) : plain };
  }
  return { path, value: raw === "" ? null : raw };
}

/**
 * The scheme with the changes made. A changed weight leaves the others of its section (or the other sections) to share
 * the rest in proportion, so that the sum stays; with `keepWeights` they stay as they are.
 *
 * @throws AttainError `unknown-name` for a path that leads nowhere
 */
export function applyChanges(
  scheme: Scheme,
  changes: readonly Change[],
  { keepWeights = false }: { readonly keepWeights?: boolean } = {},
): Changed {
  const asked = new Set(changes.map(({ path }) => path));
  const made: Made[] = [];
  let current = scheme;
  for (const change of changes) current = applyOne(current, change, made);
  return { scheme: keepWeights ? current : rebalanced(scheme, current, asked, made), made };
}

const ROW = /^(\w+)\[(\d+)\]$/;

function applyOne(scheme: Scheme, { path, value }: Change, made: Made[]): Scheme {
  const [owner = "", ...rest] = path.split(".");
  const note = (before: ParamValue): void => void made.push({ path, before, after: value });
  if (path === "decimals") {
    note(scheme.decimals);
    return { ...scheme, decimals: Number(value) };
  }
  const grade = gradeAt(scheme, owner);
  if (grade >= 0 && rest.join(".") === "from") {
    note(scheme.grades[grade]?.from ?? null);
    const from = value === null ? null : Number(value);
    return { ...scheme, grades: replaceAt<Grade>(scheme.grades, grade, (one) => ({ ...one, from })) };
  }
  const indicator = indicatorsOf(scheme).find(
    ({ indicator: { id, name } }) => id === owner || name === owner,
  );
  if (indicator) {
    const changed = changeIndicator(indicator.indicator, rest, value, note, made);
    if (changed) return mapIndicators(scheme, (one) => (one === indicator.indicator ? changed : one));
  }
  const section = scheme.sections.find(({ id, name }) => id === owner || name === owner);
  if (section && rest.join(".") === "weight") {
    note(section.weight);
    return mapSections(scheme, (one) => (one === section ? { ...one, weight: Number(value) } : one));
  }
  throw new AttainError("unknown-name", { name: path, known: pathsOf(scheme).join(", ") });
}

function changeIndicator(
  indicator: Indicator,
  rest: readonly string[],
  value: number | string | null,
  note: (before: ParamValue) => void,
  made: Made[],
): Indicator | undefined {
  const [first = "", column = ""] = rest;
  const kind = ruleKind(indicator.rule.kind);
  if (rest.length === 1 && first === "weight") {
    note(indicator.weight);
    return withWeight(indicator, Number(value), made);
  }
  const spec = kind?.params.find(({ key }) => key === first);
  if (rest.length === 1 && spec) {
    note(paramOf(indicator.rule, spec));
    return { ...indicator, rule: { ...indicator.rule, [first]: value } };
  }
  if (rest.length === 1 && kind && first in kind.policies && typeof value === "string") {
    const policy = first as keyof typeof kind.policies;
    note(indicator.policies?.[policy] ?? kind.policies[policy] ?? null);
    return { ...indicator, policies: { ...indicator.policies, [policy]: value as Outcome } };
  }
  const [, table = "", row = ""] = ROW.exec(first) ?? [];
  const rows = indicator.rule[table];
  const at = Number(row) - 1;
  if (rest.length !== 2 || !Array.isArray(rows)) return undefined;
  const entry = (rows as readonly ParamRow[])[at];
  if (
    !entry ||
    !kind?.tables.some(({ key, columns }) => key === table && columns.some((one) => one.key === column))
  )
    return undefined;
  note(entry[column] ?? null);
  const changed = replaceAt(rows as readonly ParamRow[], at, (one) => ({ ...one, [column]: value }));
  return { ...indicator, rule: { ...indicator.rule, [table]: changed } };
}

/** Every path that can be changed, for saying what there is. */
function pathsOf(scheme: Scheme): string[] {
  const indicators = indicatorsOf(scheme).flatMap(({ indicator: { id, rule } }) => {
    const kind = ruleKind(rule.kind);
    const tables =
      kind?.tables.flatMap(({ key, columns }) => columns.map((one) => `${id}.${key}[1].${one.key}`)) ?? [];
    return [`${id}.weight`, ...(kind?.params.map(({ key }) => `${id}.${key}`) ?? []), ...tables];
  });
  const sections = scheme.sections.length > 1 ? scheme.sections.map(({ id }) => `${id}.weight`) : [];
  return [...indicators, ...sections, "grades[1].from", "decimals"];
}

function gradeAt(scheme: Scheme, owner: string): number {
  const [, list, row] = ROW.exec(owner) ?? [];
  if (list === "grades") return Number(row) <= scheme.grades.length ? Number(row) - 1 : -1;
  return scheme.grades.findIndex(({ name }) => name === owner);
}

/** Weights nobody asked to change give way in proportion, section by section and among the sections. */
function rebalanced(before: Scheme, after: Scheme, asked: ReadonlySet<string>, made: Made[]): Scheme {
  const isAsked = ({ id, name }: { readonly id: string; readonly name: string }): boolean =>
    asked.has(`${id}.weight`) || asked.has(`${name}.weight`);
  const share = <T extends Indicator | Section>(
    items: readonly T[],
    whole: number,
    reweigh: (item: T, weight: number) => T,
  ): T[] => {
    const fixed = items.filter(isAsked).reduce((sum, { weight }) => sum + weight, 0);
    const free = items.filter((item) => !isAsked(item));
    const sum = free.reduce((total, { weight }) => total + weight, 0);
    if (fixed === 0 || sum === 0 || !items.some(isAsked)) return [...items];
    return items.map((item) => {
      if (isAsked(item)) return item;
      const weight = Number(((item.weight / sum) * Math.max(0, whole - fixed)).toPrecision(12));
      if (weight !== item.weight)
        made.push({ path: `${item.id}.weight`, before: item.weight, after: weight, follows: true });
      return reweigh(item, weight);
    });
  };
  const sumOf = (sections: readonly Section[]): number =>
    sections.reduce((sum, { weight }) => sum + weight, 0);
  const sections = share(after.sections, sumOf(before.sections), (section, weight) => ({
    ...section,
    weight,
  })).map((section) => ({
    ...section,
    indicators: share(section.indicators, fullOf(section), (one, weight) => withWeight(one, weight, made)),
  }));
  return { ...after, sections };
}

/** With another weight, tables of points keep their proportion to it: 20/16/12 of 20 become 25/20/15 of 25. */
function withWeight(indicator: Indicator, weight: number, made: Made[]): Indicator {
  const factor = indicator.weight > 0 ? weight / indicator.weight : 1;
  const tables = (ruleKind(indicator.rule.kind)?.tables ?? []).flatMap(({ key, columns }) => {
    const rows = indicator.rule[key];
    const points = columns.filter(({ type }) => type === "points");
    return Array.isArray(rows) && points.length > 0 && factor !== 1
      ? [{ key, rows: rows as readonly ParamRow[], points }]
      : [];
  });
  let { rule } = indicator;
  for (const { key, rows, points } of tables) {
    const scaled = rows.map((row) => {
      const changed: Record<string, number | string | null> = { ...row };
      for (const column of points) {
        const value = row[column.key];
        if (typeof value === "number") changed[column.key] = Number((value * factor).toPrecision(12));
      }
      return changed;
    });
    rule = { ...rule, [key]: scaled };
    for (const column of points) {
      const list = (all: readonly ParamRow[]): string =>
        all.map((row) => String(row[column.key] ?? "")).join("/");
      made.push({
        path: `${indicator.id}.${key}.${column.key}`,
        before: list(rows),
        after: list(scaled),
        follows: true,
      });
    }
  }
  return { ...indicator, weight, rule };
}

function mapSections(scheme: Scheme, change: (section: Section) => Section): Scheme {
  return { ...scheme, sections: scheme.sections.map(change) };
}

function mapIndicators(scheme: Scheme, change: (indicator: Indicator) => Indicator): Scheme {
  return mapSections(scheme, (section) => ({ ...section, indicators: section.indicators.map(change) }));
}

function replaceAt<T>(list: readonly T[], at: number, change: (item: T) => T): T[] {
  return list.map((item, i) => (i === at ? change(item) : item));
}
