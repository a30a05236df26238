import { AttainError } from "../../errors";
import { cellRef, parseRange } from "../../formula/references";
import { GRAINS, periodsBetween, type Period } from "../../planning/calendar";
import { unitId } from "../../planning/organisation";
import type { Plan, PlanNode } from "../../planning/plan";
import { decimalsOf, roundToStep } from "../../planning/steps";
import { LANGS, type Lang } from "../../words";
import { TARGETS_WORDS as W } from "../plan/targetsWords";

type Cell = string | number | boolean | null;

/** A target sheet's cells from A1 on. */
export interface TargetsText {
  readonly sheet: string;
  readonly values: readonly (readonly Cell[])[];
  readonly formulas: readonly (readonly Cell[])[];
}

export interface ReadPlan {
  /** As the sheet has it now, typed cells included. The history is known in total only. */
  readonly plan: Plan;
  readonly lang: Lang;
  readonly source: string;
  /** Cells that leaves' history was linked to, by unit id. */
  readonly history: ReadonlyMap<string, string>;
}

const HISTORY = 1;
const FIRST_PERIOD = 4;

/**
 * The plan a target sheet holds. Which unit is part of which is read from the sums: a unit's cell adds up its
 * children's, a leaf's is a number.
 *
 * @param step smallest amount, when it is known; else 1, or as many decimals as the cells have
 * @throws AttainError `master-changed` naming the cell where the page is no longer the one that was made
 */
export function readPlan({ sheet, values, formulas }: TargetsText, step?: number): ReadPlan {
  const fail = (row: number, column: number): AttainError =>
    new AttainError("master-changed", { detail: sheet }, { sheet, cell: cellRef(row, column) });
  const text = (row: number, column: number): string => {
    const cell = values[row]?.[column];
    return typeof cell === "string" ? cell.trim() : "";
  };
  const lang = LANGS.find((each) => values.slice(0, 12).some((_, row) => text(row, 0) === W.name[each]));
  const header = values.findIndex((_, row) => lang !== undefined && text(row, 0) === W.name[lang]);
  if (lang === undefined || header < 0) throw fail(0, 0);
  const ends: readonly string[] = [W.wholeYear[lang], W.total[lang]];
  let end = FIRST_PERIOD;
  while (!ends.includes(text(header, end))) {
    if (text(header, end) === "") throw fail(header, end);
    end++;
  }
  const count = end - FIRST_PERIOD;
  const grain = step ?? stepOf(formulas.slice(header + 1), count);

  const history = new Map<string, string>();
  const number = (row: number, column: number): number => {
    const value = values[row]?.[column];
    if (value === null || value === undefined || value === "") return 0;
    if (typeof value !== "number") throw fail(row, column);
    return value;
  };
  const nodeAt = (row: number, path: readonly string[], name: string): PlanNode => {
    const formula = formulas[row]?.[FIRST_PERIOD];
    const rows = typeof formula === "string" && formula.startsWith("=") ? rowsSummed(formula) : [];
    const id = unitId(path);
    const children = rows.map((child) => {
      if (child <= row || text(child, 0) === "") throw fail(row, FIRST_PERIOD);
      return nodeAt(child, [...path, text(child, 0)], text(child, 0));
    });
    const link = formulas[row]?.[HISTORY];
    if (children.length === 0 && typeof link === "string" && link.startsWith("="))
      history.set(id, link.slice(1));
    const target = Array.from({ length: count }, (_, p) =>
      children.length === 0
        ? roundToStep(number(row, FIRST_PERIOD + p), grain)
        : roundToStep(
            children.reduce((sum, child) => sum + (child.target[p] ?? 0), 0),
            grain,
          ),
    );
    const past =
      children.length === 0 ? number(row, HISTORY) : children.reduce((sum, c) => sum + c.historyTotal, 0);
    return {
      id,
      name,
      level: path.length,
      history: target.map(() => past / count),
      historyTotal: past,
      target,
      total: roundToStep(
        target.reduce((a, b) => a + b, 0),
        grain,
      ),
      children,
    };
  };
  const root = nodeAt(header + 1, [], text(header + 1, 0));
  const depth = (node: PlanNode): number => 1 + Math.max(0, ...node.children.map(depth));
  const title = text(0, 0);
  const subtitle = text(1, 0);
  const measure = measureOf(title, lang);
  return {
    lang,
    history,
    source: /(?:来源：|source: )(.+?) · (?:改动|type)/.exec(subtitle)?.[1] ?? "",
    plan: {
      measure: measure ?? title,
      unit: /(?:单位：|unit: )([^·]+) · /.exec(subtitle)?.[1]?.trim() ?? "",
      step: grain,
      periods: periodsOf(subtitle, count) ?? raise(fail(1, 0)),
      levels: Array.from({ length: depth(root) - 1 }, () => ""),
      root,
      total: root.total,
      growth: root.historyTotal > 0 ? root.total / root.historyTotal - 1 : null,
      given: "value",
      gaps: [],
      newcomers: [],
      ...(measure === undefined ? { title } : {}),
    },
  };
}

function raise(error: AttainError): never {
  throw error;
}

/** Rows, from 0, that a sum over cells of one column adds up: `=SUM(E10:E12)` or `=SUM(E10,E14)+SUM(E20)`. */
function rowsSummed(formula: string): number[] {
  return [...formula.matchAll(/\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?/g)].flatMap(([reference]) => {
    const { top, bottom } = parseRange(reference);
    return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
  });
}

function stepOf(formulas: readonly (readonly Cell[])[], count: number): number {
  let places = 0;
  for (const row of formulas)
    for (const cell of row.slice(FIRST_PERIOD, FIRST_PERIOD + count))
      if (typeof cell === "number" && !Number.isInteger(cell))
        places = Math.max(places, Math.min(6, decimalsOf(cell)));
  return 10 ** -places;
}

function measureOf(title: string, lang: Lang): string | undefined {
  return (
    lang === "zh-CN" ? /^\S*?\d{4} ?年(?:\S*?月)?(.*)目标分解$/.exec(title) : /^(.*) targets /.exec(title)
  )?.[1];
}

/** The horizon stands under the title; the grain is the one that gives as many periods as there are columns. */
function periodsOf(subtitle: string, count: number): Period[] | undefined {
  const [from, to] = subtitle.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return GRAINS.map((grain) => periodsBetween(from, to, grain)).find((periods) => periods.length === count);
}
