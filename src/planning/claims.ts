import { compareKeys } from "./allocate/keys";
import type { AllocationNode } from "./allocate/grid";
import type { OrgNode } from "./organisation";
import type { LevelProfile, UnitProfile } from "./planRequest";
import type { Shape } from "./shapes";

/** What is known of a leaf when the total is shared out. */
export interface LeafFacts {
  /** Last year by period. */
  readonly past: readonly number[];
  readonly weight: number;
  readonly headcount: number;
  /** Part of a full load it carries in each period. */
  readonly load: readonly number[];
}

export interface ClaimRequest {
  readonly profile: UnitProfile;
  readonly shape: Shape;
  readonly newcomers: "zero" | "average";
  readonly facts: ReadonlyMap<string, LeafFacts>;
  readonly periods: number;
  /** The total to share out: what typed amounts leave over goes to the rest. */
  readonly total: number;
}

/**
 * Every leaf's claim on every period: its part of the company times the shape of its year times the load it carries.
 * Claims lost to a part load go to the others in the same period, so that the company keeps its shape.
 */
export function claimTree(organisation: OrgNode, request: ClaimRequest): AllocationNode {
  const parts = new Map<string, number>();
  share(organisation, 1, levelMeasures(organisation, request), parts);
  const rows = new Map<string, readonly number[]>();
  const [full, loaded] = [Array<number>(request.periods).fill(0), Array<number>(request.periods).fill(0)];
  for (const [id, part] of [...parts].sort(([a], [b]) => compareKeys(a, b))) {
    const facts = request.facts.get(id);
    const shape = request.shape(facts?.past ?? []);
    const row = shape.map((claim, p) => {
      const carried = claim * part * (facts?.load[p] ?? 1);
      full[p] = (full[p] ?? 0) + claim * part;
      loaded[p] = (loaded[p] ?? 0) + carried;
      return carried;
    });
    rows.set(id, row);
  }
  const lift = full.map((whole, p) => ((loaded[p] ?? 0) > 0 ? whole / (loaded[p] ?? 1) : 1));
  const isFull = lift.every((factor) => factor === 1);
  const node = (unit: OrgNode): AllocationNode => {
    if (unit.children.length > 0) return { id: unit.id, children: unit.children.map(node) };
    const row = rows.get(unit.id) ?? [];
    return { id: unit.id, weights: isFull ? row : row.map((claim, p) => claim * (lift[p] ?? 1)) };
  };
  return node(organisation);
}

/** What units weigh against their siblings, by depth of the siblings. */
type Measure = (unit: OrgNode) => number;
type Measures = (depth: number) => Measure;

function share(unit: OrgNode, part: number, measures: Measures, parts: Map<string, number>): void {
  if (unit.children.length === 0) {
    parts.set(unit.id, part);
    return;
  }
  const children = [...unit.children].sort((a, b) => compareKeys(a.id, b.id));
  const measure = measures(unit.level + 1);
  let weights = children.map(measure);
  // Nobody here has a claim over another: by leaves, as if they stood side by side.
  if (weights.every((weight) => weight === 0)) weights = children.map(leavesIn);
  const whole = weights.reduce((a, b) => a + b, 0);
  children.forEach((child, i) => share(child, (part * (weights[i] ?? 0)) / whole, measures, parts));
}

function levelMeasures(organisation: OrgNode, request: ClaimRequest): Measures {
  const { profile } = request;
  if (profile.kind === "levels") {
    const made = profile.levels.map((level): Measure =>
      level.kind === "even" ? () => 1 : MEASURES[level.kind](organisation, request, level as never),
    );
    const measures: Measures = (depth) => made[Math.min(depth, made.length) - 1] ?? (() => 1);
    return measures;
  }
  const measure =
    profile.kind === "amounts"
      ? typedAmounts(organisation, request, profile.amounts)
      : MEASURES[profile.kind](organisation, request, profile as never);
  return () => measure;
}

const MEASURES: {
  readonly [K in LevelProfile["kind"]]: (
    organisation: OrgNode,
    request: ClaimRequest,
    profile: Extract<LevelProfile, { kind: K }>,
  ) => Measure;
} = {
  even: (organisation) => summed(organisation, () => 1),
  history: (organisation, request) => summed(organisation, pastOf(organisation, request)),
  weights: (organisation, { facts }, { weights }) =>
    summed(organisation, ({ id }) => (weights ? 0 : (facts.get(id)?.weight ?? 0)), weights),
  headcount: (organisation, { facts }) => summed(organisation, ({ id }) => facts.get(id)?.headcount ?? 1),
};

/** A measure of leaves added up to every unit above them; `named` units weigh what is said. */
function summed(
  organisation: OrgNode,
  ofLeaf: Measure,
  named: Readonly<Record<string, number>> = {},
): Measure {
  const sums = new Map<string, number>();
  const visit = (unit: OrgNode): number => {
    const children = [...unit.children].sort((a, b) => compareKeys(a.id, b.id));
    const below =
      children.length === 0 ? ofLeaf(unit) : children.reduce((sum, child) => sum + visit(child), 0);
    const own = Object.hasOwn(named, unit.id) ? (named[unit.id] ?? 0) : below;
    sums.set(unit.id, own);
    return own;
  };
  visit(organisation);
  return ({ id }) => sums.get(id) ?? 0;
}

/** Last year's total of a leaf; without one, what the policy for newcomers says. */
function pastOf(organisation: OrgNode, { facts, newcomers }: ClaimRequest): Measure {
  const own: Measure = ({ id }) => Math.max(0, facts.get(id)?.past.reduce((a, b) => a + b, 0) ?? 0);
  if (newcomers === "zero") return own;
  const neighbours = new Map<string, number>();
  const everybody = mean(leaves(organisation).map(own));
  const visit = (unit: OrgNode): void => {
    const average = mean(leaves(unit).map(own)) || everybody;
    for (const child of unit.children) {
      if (child.children.length === 0) neighbours.set(child.id, average);
      else visit(child);
    }
  };
  visit(organisation);
  return (leaf) => own(leaf) || (neighbours.get(leaf.id) ?? 0);
}

/** Units typed by hand weigh their amount; those nobody named share what is left by history. */
function typedAmounts(
  organisation: OrgNode,
  request: ClaimRequest,
  amounts: Readonly<Record<string, number>>,
): Measure {
  const past = pastOf(organisation, request);
  const free: OrgNode[] = [];
  let typed = 0;
  const visit = (unit: OrgNode): void => {
    const amount = amounts[unit.id];
    if (amount !== undefined) typed += amount;
    else if (unit.children.length === 0) free.push(unit);
    else unit.children.forEach(visit);
  };
  visit(organisation);
  const whole = free.reduce((sum, leaf) => sum + past(leaf), 0);
  const left = Math.max(0, request.total - typed);
  const freeShare = new Map(
    free.map((leaf) => [leaf.id, left * (whole > 0 ? past(leaf) / whole : 1 / free.length)]),
  );
  return summed(organisation, (leaf) => freeShare.get(leaf.id) ?? past(leaf), amounts);
}

function leaves(unit: OrgNode): OrgNode[] {
  return unit.children.length === 0 ? [unit] : unit.children.flatMap(leaves);
}

function leavesIn(unit: OrgNode): number {
  return leaves(unit).length;
}

/** Of those that are above zero; 0 when none is. */
function mean(values: readonly number[]): number {
  const filled = values.filter((value) => value > 0);
  return filled.length === 0 ? 0 : filled.reduce((a, b) => a + b, 0) / filled.length;
}
