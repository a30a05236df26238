import type { Lang } from "../../words";
import type { Activity, FunnelStage } from "./funnel";
import { requiredTogether } from "./required";
import { retailTree } from "./retail";
import { checkTree, driversOf, valuesOf, type DriverNode, type DriverValues } from "./tree";
import { AttainError } from "../../errors";

/** What `attain drivers` reads. Rates are fractions: 0.2 is 20 %. At least one of stores, funnel, activities. */
export interface DriversRequest {
  /** Replaces the page's title. */
  readonly title?: string;
  /** The period as people should read it: 2018年3月. */
  readonly period?: string;
  /** Where the figures come from. */
  readonly source?: string;
  /** Currency unit. Default 元. */
  readonly money?: string;
  /** Default: passers-by × entry rate × conversion × average ticket, with ids passersBy, entry, conversion, ticket. */
  readonly tree?: DriverNode;
  /** Drivers that may move when a target is given as a result alone. Default: all rates and values. */
  readonly movable?: readonly string[];
  readonly stores?: readonly StoreDrivers[];
  readonly funnel?: FunnelRequest;
  readonly activities?: ActivitiesRequest;
}

export interface StoreDrivers {
  readonly name: string;
  /** Every driver's target, or the result alone: then the movable drivers all rise by the same percentage on `base`. */
  readonly target: DriverValues | number;
  /** What the target is built on when it is a result alone: last year, last month. Default: the actual. */
  readonly base?: DriverValues;
  /** Left out where there is no data yet. */
  readonly actual?: DriverValues;
}

export interface FunnelRequest {
  readonly stages: readonly FunnelStage[];
  readonly target: { readonly deals: number } | { readonly revenue: number; readonly perDeal: number };
  readonly people: number;
  readonly workingDays: number;
  readonly daysPerWeek?: number;
}

/** What everybody does every day or week, against what was done. */
export interface ActivitiesRequest {
  readonly norms: readonly Activity[];
  readonly people: readonly { readonly name: string; readonly done?: readonly (number | null)[] }[];
  readonly workingDays: number;
  readonly daysPerWeek?: number;
}

/** A store with a target for every driver. */
export interface StorePlan {
  readonly name: string;
  readonly target: DriverValues;
  readonly actual?: DriverValues;
}

/**
 * The request's stores with every target spelled out.
 *
 * @throws AttainError `request-invalid` for a tree or values that do not fit, or a result no driver can reach
 */
export function storePlans(
  request: DriversRequest,
  lang: Lang,
): { readonly tree: DriverNode; readonly stores: readonly StorePlan[] } {
  const tree = request.tree ?? retailTree(lang, request.money);
  checkTree(tree);
  const known = new Set(driversOf(tree).map(({ id }) => id));
  const movable =
    request.movable ??
    driversOf(tree)
      .filter(({ kind }) => kind !== "amount")
      .map(({ id }) => id);
  for (const id of movable) if (!known.has(id)) throw invalid(`no driver “${id}”`);
  const stores = (request.stores ?? []).map((store): StorePlan => {
    const { name, actual, target } = store;
    for (const values of [actual, store.base, typeof target === "number" ? undefined : target])
      for (const id of Object.keys(values ?? {}))
        if (!known.has(id)) throw invalid(`“${name}”: no driver “${id}”`);
    const wanted = typeof target === "number" ? spread(tree, store, target, movable) : target;
    valuesOf(tree, wanted);
    if (actual) valuesOf(tree, actual);
    return { name, target: wanted, ...(actual ? { actual } : {}) };
  });
  const names = stores.map(({ name }) => name);
  for (const name of names)
    if (names.indexOf(name) !== names.lastIndexOf(name)) throw invalid(`“${name}” occurs twice`);
  return { tree, stores };
}

function spread(
  tree: DriverNode,
  { name, base, actual }: StoreDrivers,
  target: number,
  movable: readonly string[],
): DriverValues {
  const from = base ?? actual;
  if (!from) throw invalid(`“${name}” has a result as target and nothing to build it on`);
  valuesOf(tree, from);
  const wanted = requiredTogether(tree, from, target, movable);
  if (!wanted) throw invalid(`“${name}”: no change of ${movable.join(", ")} reaches ${target}`);
  return wanted;
}

function invalid(detail: string): AttainError {
  return new AttainError("request-invalid", { detail });
}
