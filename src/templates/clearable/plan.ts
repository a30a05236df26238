/**
 * A plan template whose example can be cleared: names and last year's figures stand on the request page alone and run
 * through to all others from there, and nothing shows a result of nothing.
 */
import { cellRef, rangeRef } from "../../formula/references";
import { PLAN_WORDS } from "../../jobs/plan/planWords";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";
import type { PlanRequest } from "../../planning/planRequest";
import { buildPlanSet, type PlanSet } from "../../planning/planSet";
import { SETTING_AT, SETTINGS } from "../../sheets/follow/trackerLayout";
import { measuresPage } from "../../sheets/plan/measuresSheet";
import { targetsLayout, type TargetsLayout } from "../../sheets/plan/targetsLayout";
import { TARGETS_WORDS } from "../../sheets/plan/targetsWords";
import { PLAN_PAGE_WORDS } from "../../sheets/plan/words";
import type { SheetSpec, WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { typedCells } from "../typed";
import { blankUntilKnown } from "./blank";
import { PageEdit } from "./page";
import { requestCells, type RequestCells } from "./requestCells";

/** Pages of a plan whose typed cells, or figures beside them, are the example's. */
export const PLAN_EXAMPLES = [
  "targets",
  "tiers",
  "measures",
  "mix-detail",
  "mixResult",
  "card",
  "tracker",
  "quarters",
  "request",
  "about",
] as const;

/** What the edits of a page know. */
interface Scope {
  readonly set: PlanSet;
  readonly plan: Plan;
  readonly lang: Lang;
  readonly asked: RequestCells;
  readonly targets: TargetsLayout;
  /** A unit's target over all periods, on the target page. */
  readonly total: (id: string) => string;
  /** Units by name, where one name is one unit. */
  readonly unitCalled: ReadonlyMap<string, PlanNode>;
}

type Edit = (page: PageEdit, scope: Scope) => void;

/** Pages that are left as they are: the first is what the others point at, the rest know nothing of the plan's units. */
const OWN: ReadonlySet<string> = new Set(["request", "about", "visits", "visitList"]);

/** The pages with more to do than names and formulas. */
const EDITS: Readonly<Record<string, Edit>> = {
  targets: editTargets,
  tiers: plannedGoes,
  summary: editSummary,
  mix: editMix,
  measures: (page, scope) => {
    plannedGoes(page, scope);
    editMeasures(page, scope);
  },
  tracker: (page) => page.stays(rangeRef(SETTINGS, 0, SETTINGS, SETTING_AT.year)),
  request: editRequest,
  about: (page, { lang }) => {
    page.each((cell, row, column) => {
      if (column === 0 && cell === PLAN_WORDS.aboutTotal[lang]) page.goes(row, 1);
      return undefined;
    });
  },
};

/**
 * @param request what the book's plan was made from, with a team whose units have a name each
 * @throws AttainError what planning throws
 */
export function clearablePlan(book: WorkbookSpec, request: PlanRequest, lang: Lang): WorkbookSpec {
  const set = buildPlanSet(request);
  const { plan } = set;
  const [page, asking] = ["targets", "request"].map((key) => book.sheets.find(({ id }) => id === key));
  const asked = asking && requestCells(asking);
  if (!page || !asked) return book;
  const targets = targetsLayout(plan, page.name);
  const scope: Scope = {
    set,
    plan,
    lang,
    asked,
    targets,
    total: (id) => cellRef(targets.rowOf.get(id) ?? 0, targets.columns.total, { sheet: targets.sheet }),
    unitCalled: new Map(planNodes(plan.root).map((node) => [node.name, node])),
  };
  return { ...book, sheets: book.sheets.map((sheet) => edited(sheet, scope)) };
}

function edited(sheet: SheetSpec, scope: Scope): SheetSpec {
  const page = new PageEdit(sheet);
  EDITS[sheet.id]?.(page, scope);
  if (!OWN.has(sheet.id)) {
    const none = nothingKnown(sheet, scope);
    const typed = new Set(typedCells(sheet).map(({ row, column }) => cellRef(row, column)));
    page.each((cell, row, column) => {
      const name = typeof cell === "string" ? scope.asked.names.get(cell) : undefined;
      const formula =
        name !== undefined && !typed.has(cellRef(row, column))
          ? `=${name}`
          : typeof cell === "object" && cell !== null
            ? cell.formula
            : undefined;
      return formula === undefined ? undefined : { formula: blankUntilKnown(formula, none) };
    });
  }
  return page.result();
}

/** When a page's lookups have nothing to find. */
function nothingKnown(sheet: SheetSpec, { plan, total }: Scope): string {
  const company = `${total(plan.root.id)}=""`;
  const [pick] = sheet.id === "card" ? typedCells(sheet) : [];
  return pick === undefined ? company : `OR(${company},${cellRef(pick.row, pick.column)}="")`;
}

/** Last year is what the request says; what was planned goes with the targets. */
function editTargets(page: PageEdit, { plan, asked, targets }: Scope): void {
  const { rows, columns } = targets;
  const nodes = planNodes(plan.root);
  for (const { id, children } of nodes) {
    const row = targets.rowOf.get(id) ?? rows.company;
    const past = asked.history.get(id);
    if (children.length === 0 && past !== undefined)
      page.set(row, columns.history, { formula: `=ROUND(SUM(${past}),6)` });
    page.goes(row, columns.planned);
  }
  for (let column = columns.firstPeriod; column <= columns.lastPeriod; column++) {
    page.goes(rows.planned, column);
    // One figure anywhere makes a plan: the company's other periods are then nothing, not unknown.
    const all = rangeRef(rows.firstUnit, columns.firstPeriod, rows.lastUnit, columns.lastPeriod);
    const cell = page.at(rows.company, column);
    if (typeof cell === "object" && cell !== null && nodes.length > 1)
      page.set(rows.company, column, {
        formula: `=IF(COUNT(${all})=0,"",${cell.formula.replace(/^=/, "")})`,
      });
  }
  if (typeof page.at(rows.tiles, columns.name) === "number") page.goes(rows.tiles, columns.name);
}

/** Beside what is typed stands what was planned. */
function plannedGoes(page: PageEdit, { lang }: Scope): void {
  const labels: readonly string[] = [TARGETS_WORDS.planned[lang], PLAN_PAGE_WORDS.planned[lang]];
  const planned = new Set<number>();
  for (const { row, column, cell } of page.cells()) {
    if (column === 0 && typeof cell === "string" && labels.includes(cell)) planned.add(row);
    if (planned.has(row) && typeof cell === "number") page.goes(row, column);
  }
}

/** How many offices a region has is a figure too. */
function editSummary(page: PageEdit, { unitCalled, total }: Scope): void {
  let unit: PlanNode | undefined;
  page.each((cell, _row, column) => {
    if (column === 0) unit = typeof cell === "string" ? unitCalled.get(cell) : undefined;
    return typeof cell === "number" && unit ? { formula: `=IF(${total(unit.id)}="","",${cell})` } : undefined;
  });
}

/** Shares are what the request says. */
function editMix(page: PageEdit, { set, asked }: Scope): void {
  const [axis] = set.mixes;
  if (!axis) return;
  const shares = (["share", "lastShare"] as const).map((what) => asked.share(axis.name, what));
  let part = "";
  let left = [...shares];
  page.each((cell, _row, column) => {
    if (column === 0) {
      part = typeof cell === "string" ? cell : "";
      left = [...shares];
    }
    if (typeof cell !== "number") return undefined;
    const link = left.shift()?.get(part);
    return link === undefined ? undefined : { formula: `=${link}` };
  });
}

/** Last year's amounts and the rates of today are what the request says; rates count by the targets. */
function editMeasures(page: PageEdit, { set, plan, lang, asked, total }: Scope): void {
  const places = measuresPage(set, lang);
  for (const { measure, plan: own } of set.amounts) {
    const matrix = places.amounts.get(measure.name);
    const past = asked.measure(measure.name, "history");
    for (const { id, children } of planNodes(own.root)) {
      const row = matrix?.rowOf.get(id);
      const link = past.get(id);
      if (matrix && row !== undefined && link !== undefined && children.length === 0)
        page.set(row, matrix.total + 1, { formula: `=${link}` });
    }
  }
  for (const { measure, units } of set.rates) {
    const table = places.rates.get(measure.name);
    if (!table) continue;
    const present = asked.measure(measure.name, "rate");
    for (const { id, children, total: target } of planNodes(plan.root)) {
      const row = table.rowOf.get(id);
      if (row === undefined) continue;
      const link = present.get(id);
      const below = children.flatMap((child) => table.rowOf.get(child.id) ?? []);
      if (link !== undefined) page.set(row, table.rate - 1, { formula: `=${link}` });
      else if (below.length > 0 && units.get(id)?.present !== null)
        page.set(row, table.rate - 1, { formula: `=${mean(below, row, table.rate - 1, table.weight)}` });
      if (children.length === 0 && units.get(id)?.weight === target)
        page.set(row, table.weight, { formula: `=${total(id)}` });
    }
  }
}

/** Some rows' mean by weight; their weights add up to that of `row`. */
function mean(rows: readonly number[], row: number, value: number, weight: number): string {
  const products = rows.map((each) => `${cellRef(each, value)}*${cellRef(each, weight)}`);
  const whole = cellRef(row, weight);
  return `IF(${whole}=0,"",(${products.join("+")})/${whole})`;
}

/** Names and figures go; how to plan, and what by, stays. */
function editRequest(page: PageEdit): void {
  let key = "";
  for (const { row, column, cell } of page.cells()) {
    if (column === 0 && typeof cell === "string" && cell !== "end") key = cell;
    if (column === 0 || cell === null) continue;
    const figure = /^set (total\.value|tiers\.)/.test(key) || /^table \{"id":"team"/.test(key);
    const share = /^table \{"id":"mix/.test(key) && typeof cell === "number";
    if (!figure && !share) page.stays(cellRef(row, column));
  }
}
