import { orgTree, unitId, type OrgNode } from "../../planning/organisation";
import type { Plan, PlanNode } from "../../planning/plan";
import type { Master, MasterPerson } from "../master/master";

/** The part of the plan under this unit, with the targets the master shows now. */
export function unitPlan({ plan }: Master, name: string, people: readonly MasterPerson[]): Plan | undefined {
  if (!plan) return undefined;
  const depth = commonDepth(people);
  const paths = people.map((person) => pathOf(person).slice(depth));
  const byId = new Map(people.map((person, i) => [unitId(paths[i] ?? []), person]));
  const root = nodeOf(orgTree(name, paths), byId, plan.periods.length);
  return {
    ...plan,
    step: 1,
    levels: [],
    root,
    total: root.total,
    growth: root.historyTotal > 0 ? root.total / root.historyTotal - 1 : null,
    given: "value",
    gaps: [],
    newcomers: [],
  };
}

export function pathOf({ unit, manager, name }: MasterPerson): string[] {
  return [unit, manager, name].filter((step) => step !== "");
}

/** How many steps from the top all of them share, which the file need not repeat. */
export function commonDepth(people: readonly MasterPerson[]): number {
  const [first = [], ...others] = people.map((person) => pathOf(person).slice(0, -1));
  const differs = first.findIndex((step, i) => others.some((path) => path[i] !== step));
  return differs < 0 ? Math.min(first.length, ...others.map((path) => path.length)) : differs;
}

function nodeOf(unit: OrgNode, byId: ReadonlyMap<string, MasterPerson>, periods: number): PlanNode {
  const children = unit.children.map((child) => nodeOf(child, byId, periods));
  const person = byId.get(unit.id);
  const indexes = Array.from({ length: periods }, (_, i) => i);
  const add = (of: (node: PlanNode) => readonly number[]) =>
    indexes.map((i) => children.reduce((sum, child) => sum + (of(child)[i] ?? 0), 0));
  const target = person ? person.targets.map(({ value }) => value ?? 0) : add((child) => child.target);
  const history = person ? person.actuals.map(({ value }) => value ?? 0) : add((child) => child.history);
  const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return {
    id: unit.id,
    name: unit.name,
    level: unit.level,
    history,
    historyTotal: total(history),
    target,
    total: total(target),
    children,
  };
}
