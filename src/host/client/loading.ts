import { notImplemented } from "../apiError";
import type { HostObject } from "./objects";
import type { QueryInfo } from "./wire";

/** What to load of one object: its own properties, and below which links what else. */
interface Selection {
  /** Every scalar property. */
  all: boolean;
  readonly names: Set<string>;
  readonly below: Map<string, Selection>;
}

const empty = (): Selection => ({ all: false, names: new Set(), below: new Map() });

/**
 * The reply to `object.load(…)`: the properties asked for under their own names; for a collection its items, to which
 * the names apply. A load without names brings every scalar property.
 */
export function loadObject(object: HostObject, query: QueryInfo): Record<string, unknown> {
  const selection = empty();
  for (const path of query.Select ?? []) choose(selection, path.split(/[/.]/));
  for (const path of query.Expand ?? []) choose(selection, [...path.split(/[/.]/), "*"]);
  if ((query.Select ?? []).length === 0) selection.all = true;
  return object.collection
    ? loadCollection(object, selection, query.Skip ?? 0, query.Top)
    : loadOne(object, selection);
}

function choose(selection: Selection, [first = "", ...rest]: readonly string[]): void {
  if (first === "*" || first === "$all") {
    selection.all = true;
    return;
  }
  const name = first.startsWith("_") ? first : first.slice(0, 1).toUpperCase() + first.slice(1);
  if (rest.length === 0) {
    selection.names.add(name);
    return;
  }
  let below = selection.below.get(name);
  if (!below) selection.below.set(name, (below = empty()));
  choose(below, rest);
}

function loadOne(object: HostObject, selection: Selection): Record<string, unknown> {
  const loaded: Record<string, unknown> = object.identity();
  const names = selection.all ? new Set([...object.table.scalars, ...selection.names]) : selection.names;
  for (const name of names) {
    // The client answers this one itself.
    if (name === "IsNullObject" || name === "IsNull") continue;
    if (object.table.has(name)) loaded[name] = object.get(name);
    else loaded[name] = loadLink(object, name, { ...empty(), all: true });
  }
  for (const [name, below] of selection.below) loaded[name] = loadLink(object, name, below);
  return loaded;
}

function loadLink(object: HostObject, name: string, selection: Selection): unknown {
  const link = object.link(name);
  if (link === undefined) throw notImplemented(object.className, name);
  if (link === null) return null;
  return link.collection ? loadCollection(link, selection, 0) : loadOne(link, selection);
}

function loadCollection(
  collection: HostObject,
  selection: Selection,
  skip: number,
  top?: number,
): Record<string, unknown> {
  // `tables.load("count")` means the collection's own property, any other name its items'.
  const own = [...selection.names].filter((name) => collection.table.has(name));
  const loaded: Record<string, unknown> = collection.identity();
  for (const name of own) loaded[name] = collection.get(name);
  if (own.length > 0 && own.length === selection.names.size && !selection.all && selection.below.size === 0)
    return loaded;
  const ofItems: Selection = {
    ...selection,
    names: new Set([...selection.names].filter((name) => !own.includes(name))),
  };
  const items = collection.items().slice(skip, top === undefined ? undefined : skip + top);
  loaded["_Items"] = items.map((item) => loadOne(item, ofItems));
  return loaded;
}
