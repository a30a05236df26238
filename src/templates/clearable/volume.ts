/**
 * Targets that an evaluation reads, so that the example can be cleared: units and people are typed on the target page,
 * everything else finds them there by name, and nothing shows a result of nothing.
 */
import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import { planNodes, type Plan } from "../../planning/plan";
import type { TargetsLayout } from "../../sheets/plan/targetsLayout";
import { TARGETS_WORDS as W } from "../../sheets/plan/targetsWords";
import type { SheetSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { blankUntilKnown } from "./blank";
import { PageEdit } from "./page";

/** The target page with names and last year's figures typed there. */
export function clearableTargets(sheet: SheetSpec, plan: Plan, layout: TargetsLayout, lang: Lang): SheetSpec {
  const lastYear = { least: 0, title: W.history[lang], message: W.historyTip[lang] };
  const page = new PageEdit(sheet);
  const { rows, columns } = layout;
  for (const { id, children, level } of planNodes(plan.root)) {
    const row = layout.rowOf.get(id) ?? rows.company;
    if (level > 0) page.typed(cellRef(row, columns.name));
    if (children.length === 0) page.typed(cellRef(row, columns.history), lastYear);
    page.goes(row, columns.planned);
  }
  for (let column = columns.firstPeriod; column <= columns.lastPeriod; column++)
    page.goes(rows.planned, column);
  page.goes(rows.tiles, columns.name);
  const nothing = `${cellRef(rows.company, columns.total)}=""`;
  page.each((cell) =>
    typeof cell === "object" && cell !== null
      ? { formula: blankUntilKnown(cell.formula, nothing) }
      : undefined,
  );
  return page.result();
}

/** A page about the same people, such as the one they sign: their names are the target page's. */
export function followsTargets(sheet: SheetSpec, plan: Plan, layout: TargetsLayout): SheetSpec {
  const page = new PageEdit(sheet);
  const names = namesOf(plan, layout);
  page.each((cell) => {
    const name = typeof cell === "string" ? names.get(cell) : undefined;
    if (name !== undefined) return { formula: `=IF(${name}="","",${name})` };
    if (typeof cell !== "object" || cell === null) return undefined;
    return { formula: blankUntilKnown(cell.formula, `${layout.targetTotal}=""`) };
  });
  return page.result();
}

/**
 * Somebody's target of a period, found by a name on the target page; nothing while there is no name or no target.
 *
 * @param who an expression that gives the name
 * @param period from 0
 */
export function targetOf(who: string, name: string, period: number, layout: TargetsLayout): string {
  const { rows, columns, sheet } = layout;
  const column = (at: number): string =>
    rangeRef(rows.firstUnit, at, rows.lastUnit, at, { ...ABSOLUTE, sheet });
  const found = `INDEX(${column(columns.firstPeriod + period)},MATCH(${who},${column(columns.name)},0))`;
  return `=IF(${name}="","",IFERROR(IF(${found}="","",${found}),""))`;
}

/** Where each name below the company stands; names that several units share are left out. */
export function namesOf(plan: Plan, layout: TargetsLayout): ReadonlyMap<string, string> {
  const nodes = planNodes(plan.root).filter(({ level }) => level > 0);
  const count = (wanted: string): number => nodes.filter(({ name }) => name === wanted).length;
  return new Map(
    nodes.flatMap(({ id, name }): [string, string][] => {
      const row = layout.rowOf.get(id);
      if (row === undefined || count(name) > 1) return [];
      return [[name, cellRef(row, layout.columns.name, { ...ABSOLUTE, sheet: layout.sheet })]];
    }),
  );
}
