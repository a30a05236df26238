import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import { planNodes, type Plan } from "../../planning/plan";

/** Which cell of the target sheet holds what. Rows and columns are 0-based; references name their sheet. */
export interface TargetsLayout {
  readonly sheet: string;
  readonly rows: {
    readonly tiles: number;
    readonly header: number;
    readonly company: number;
    readonly planned: number;
    readonly residual: number;
    readonly firstUnit: number;
    readonly lastUnit: number;
    readonly notes: number;
  };
  readonly columns: {
    readonly name: number;
    readonly growthTile: number;
    readonly history: number;
    readonly share: number;
    readonly growth: number;
    readonly firstPeriod: number;
    readonly lastPeriod: number;
    readonly total: number;
    /** What typing has changed since the plan. */
    readonly moved: number;
    readonly planned: number;
  };
  readonly tileColumns: { readonly allocated: number; readonly worst: number };
  /** Unit id → row, the company among them. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** `'Targets'!$A$4`, and so on. */
  readonly targetTotal: string;
  readonly growth: string;
  /** Last year's company total. */
  readonly historyTotal: string;
  /** Largest residual: 0 when everything adds up. */
  readonly check: string;
  readonly periodLabels: string;
  /** The company's targets by period. */
  readonly periodTargets: string;
}

export function targetsLayout(plan: Plan, sheet: string): TargetsLayout {
  const nodes = planNodes(plan.root);
  const company = 5;
  const firstUnit = company + 3;
  const lastUnit = Math.max(firstUnit, firstUnit + nodes.length - 2);
  const rows = {
    tiles: 3,
    header: company - 1,
    company,
    planned: company + 1,
    residual: company + 2,
    firstUnit,
    lastUnit,
    notes: lastUnit + 2,
  };
  const firstPeriod = 4;
  const lastPeriod = firstPeriod + plan.periods.length - 1;
  const columns = {
    name: 0,
    growthTile: 1,
    history: 1,
    share: 2,
    growth: 3,
    firstPeriod,
    lastPeriod,
    total: lastPeriod + 1,
    moved: lastPeriod + 2,
    planned: lastPeriod + 3,
  };
  const tileColumns = { allocated: firstPeriod, worst: firstPeriod + 2 };
  const here = { ...ABSOLUTE, sheet };
  return {
    sheet,
    rows,
    columns,
    tileColumns,
    rowOf: new Map(nodes.map((node, index) => [node.id, index === 0 ? company : firstUnit + index - 1])),
    targetTotal: cellRef(rows.tiles, columns.name, here),
    growth: cellRef(rows.tiles, columns.growthTile, here),
    historyTotal: cellRef(company, columns.history, here),
    check: cellRef(rows.tiles, tileColumns.worst, here),
    periodLabels: rangeRef(rows.header, firstPeriod, rows.header, lastPeriod, here),
    periodTargets: rangeRef(company, firstPeriod, company, lastPeriod, here),
  };
}
