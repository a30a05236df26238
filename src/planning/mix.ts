import { AttainError } from "../errors";
import { nearestWhole } from "./allocate/nearest";
import { fillTable } from "./allocate/table";
import { compareKeys } from "./allocate/keys";
import { settle } from "./allocate/fraction";
import { planNodes, type Plan, type PlanNode } from "./plan";
import type { MixPart, MixRequest } from "./planRequest";
import { fromSteps, toSteps } from "./steps";

/** A plan split along a further axis. */
export interface MixPlan {
  readonly name: string;
  /** Shares made to add up to 1; `lastShare` likewise, where every part has one. */
  readonly parts: readonly MixPart[];
  /** Unit id → part → period, in the plan's unit. */
  readonly cells: ReadonlyMap<string, readonly (readonly number[])[]>;
}

/**
 * Every unit's every period split into parts, in whole steps: parts add up to the plan's cell, children to their
 * parent part by part, periods to the year. No cell is a whole step off its ideal share. What rounding took from a
 * unit's part in one period it is first to get back in the next, so that years come out right, too.
 *
 * @throws AttainError `request-invalid` for shares that are all zero, or an unknown unit or period
 * @example mixPlan(plan, { name: "Product", parts: [{ name: "Motor", share: 0.75 }, …] }).cells.get("*")
 */
export function mixPlan(plan: Plan, request: MixRequest): MixPlan {
  const nodes = planNodes(plan.root);
  check(plan, nodes, request);
  const parts = normalParts(request.parts);
  const ideals = idealCells(plan, request, parts);
  const cells = new Map(
    nodes.map(({ id }) => [id, parts.map(() => Array<number>(plan.periods.length).fill(0))]),
  );
  const carry = new Map(nodes.map(({ id }) => [id, new Float64Array(parts.length)]));
  splitCompany(plan, ideals, cells);
  for (let p = 0; p < plan.periods.length; p++) {
    for (const node of nodes)
      if (node.children.length > 0) splitChildren(node, p, { plan, ideals, cells, carry });
  }
  for (const rows of cells.values()) {
    for (const row of rows) row.forEach((steps, p) => (row[p] = fromSteps(steps, plan.step)));
  }
  return { name: request.name, parts, cells };
}

type Cells = Map<string, number[][]>;
/** Unit id → part × period, in steps. */
type Ideals = ReadonlyMap<string, readonly (readonly number[])[]>;

interface Splitting {
  readonly plan: Plan;
  readonly ideals: Ideals;
  readonly cells: Cells;
  /** What each unit's parts are still owed by the rounding of earlier periods. */
  readonly carry: ReadonlyMap<string, Float64Array>;
}

/** The company's parts over its periods: both add up. */
function splitCompany({ root, step, periods }: Plan, ideals: Ideals, cells: Cells): void {
  const rows = ideals.get(root.id) ?? [];
  const want = Float64Array.from(rows.flat());
  const yearly = Float64Array.from(rows, (row) => row.reduce((a, b) => a + b, 0));
  const rowTotal = new Float64Array(rows.length);
  const columnTotal = Float64Array.from(root.target, (amount) => toSteps(amount, step));
  nearestWhole(toSteps(root.total, step), yearly, yearly.map(floor), yearly.map(ceil), rowTotal);
  const filled = fill(want, rows.length, periods.length, rowTotal, columnTotal, want);
  const own = cells.get(root.id) ?? [];
  own.forEach((row, k) => row.forEach((_, p) => (row[p] = filled[k * periods.length + p] ?? 0)));
}

/** A unit's parts in one period handed on to its children, each of which has its own sum to reach. */
function splitChildren(node: PlanNode, p: number, { plan, ideals, cells, carry }: Splitting): void {
  const above = cells.get(node.id) ?? [];
  const parts = above.length;
  const children = inOrder(node);
  const ideal = Float64Array.from(
    children.flatMap(({ id }) => (ideals.get(id) ?? []).map((row) => row[p] ?? 0)),
  );
  const want = ideal.map(
    (value, i) => value + (carry.get(children[Math.floor(i / parts)]?.id ?? "")?.[i % parts] ?? 0),
  );
  const rowTotal = Float64Array.from(children, ({ target }) => toSteps(target[p] ?? 0, plan.step));
  const columnTotal = Float64Array.from(above, (row) => row[p] ?? 0);
  const filled = fill(want, children.length, parts, rowTotal, columnTotal, ideal);
  children.forEach(({ id }, r) => {
    const own = cells.get(id) ?? [];
    const owed = carry.get(id);
    own.forEach((row, k) => {
      const value = filled[r * parts + k] ?? 0;
      row[p] = value;
      if (owed) owed[k] = (owed[k] ?? 0) + (ideal[r * parts + k] ?? 0) - value;
    });
  });
}

/** Children in the order of their ids: the order of the input's rows must not decide who gets a unit. */
function inOrder({ children }: PlanNode): PlanNode[] {
  return [...children].sort((a, b) => compareKeys(a.id, b.id));
}

/** Whole numbers with both sums kept, each its ideal rounded down or up; further off only where sums force it. */
function fill(
  want: Float64Array,
  rows: number,
  columns: number,
  rowTotal: Float64Array,
  columnTotal: Float64Array,
  ideal: Float64Array,
): Float64Array {
  const cells = new Float64Array(want.length);
  const table = { rows, columns, want, rowTotal, rowLo: rowTotal, rowHi: rowTotal, columnTotal };
  fillTable({ ...table, lo: ideal.map(floor), hi: ideal.map(ceil) }, cells);
  const kept = (): boolean => {
    for (let r = 0; r < rows; r++) {
      let sum = 0;
      for (let c = 0; c < columns; c++) sum += cells[r * columns + c] ?? 0;
      if (sum !== rowTotal[r]) return false;
    }
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let r = 0; r < rows; r++) sum += cells[r * columns + c] ?? 0;
      if (sum !== columnTotal[c]) return false;
    }
    return true;
  };
  if (!kept()) fillTable({ ...table, lo: ideal.map(() => 0), hi: ideal.map(() => Infinity) }, cells);
  return cells;
}

const floor = (ideal: number): number => Math.floor(settle(ideal));
const ceil = (ideal: number): number => Math.ceil(settle(ideal));

function idealCells(plan: Plan, request: MixRequest, parts: readonly MixPart[]): Ideals {
  const ideals = new Map<string, number[][]>();
  const base = parts.map(({ share }) => share);
  const byPeriod = plan.periods.map(({ id }) => normal(request.periods?.[id]) ?? base);
  const visit = (node: PlanNode, inherited: readonly number[] | undefined): number[][] => {
    const own = normal(request.units?.[node.id]) ?? inherited;
    const rows: number[][] =
      node.children.length === 0
        ? parts.map((_, k) =>
            node.target.map((amount, p) => (amount / plan.step) * ((own ?? byPeriod[p] ?? base)[k] ?? 0)),
          )
        : parts.map(() => plan.periods.map(() => 0));
    for (const child of inOrder(node))
      visit(child, own).forEach((row, k) =>
        row.forEach((value, p) => {
          const into = rows[k];
          if (into) into[p] = (into[p] ?? 0) + value;
        }),
      );
    ideals.set(node.id, rows);
    return rows;
  };
  visit(plan.root, undefined);
  return ideals;
}

function normalParts(parts: readonly MixPart[]): MixPart[] {
  const shares = normal(parts.map(({ share }) => share)) ?? [];
  const last = parts.every(({ lastShare }) => lastShare !== undefined)
    ? normal(parts.map(({ lastShare }) => lastShare ?? 0))
    : undefined;
  return parts.map(({ name }, k) => ({
    name,
    share: shares[k] ?? 0,
    ...(last ? { lastShare: last[k] ?? 0 } : {}),
  }));
}

/** Made to add up to 1; shares that already do stay as they are, to the last digit. */
function normal(shares: readonly number[] | undefined): readonly number[] | undefined {
  if (!shares) return undefined;
  const whole = shares.reduce((a, b) => a + b, 0);
  return Math.abs(whole - 1) < 1e-9 ? shares : shares.map((share) => share / whole);
}

function check(
  plan: Plan,
  nodes: readonly PlanNode[],
  { name, parts, units = {}, periods = {} }: MixRequest,
): void {
  const wrong = (detail: string): never => {
    throw new AttainError("request-invalid", { detail: `${name}: ${detail}` });
  };
  const known = new Set(nodes.map(({ id }) => id));
  const times = new Set(plan.periods.map(({ id }) => id));
  for (const id of Object.keys(units)) if (!known.has(id)) wrong(`no unit “${id}”`);
  for (const id of Object.keys(periods)) if (!times.has(id)) wrong(`no period “${id}”`);
  for (const shares of [
    parts.map(({ share }) => share),
    ...Object.values(units),
    ...Object.values(periods),
  ]) {
    if (shares.length !== parts.length) wrong(`${shares.length} shares for ${parts.length} parts`);
    if (shares.some((share) => !(share >= 0)) || shares.every((share) => share === 0))
      wrong("no shares above zero");
  }
}
