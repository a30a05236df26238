import { ApiError, invalidArgument, notImplemented } from "../apiError";
import type { Live } from "../book/live";

/**
 * The vocabulary in which `members/` declares what the host implements: a class is a table of its properties,
 * links to other objects, methods and (for collections) items. A new member is one line in such a table.
 * Names are PascalCase, as they travel.
 */
export interface ClassTable<R> {
  readonly properties?: Readonly<Record<string, Property<R>>>;
  /** Navigation properties (`Range.format`). `null` stands for a null object. */
  readonly links?: Readonly<Record<string, (self: R, live: Live) => HostObject | null>>;
  /** A method returns a plain value, an object, or null for a null object (`…OrNullObject`). */
  readonly methods?: Readonly<Record<string, (self: R, args: Args, live: Live) => unknown>>;
  /** `collection.getItem(key)`. */
  readonly item?: (self: R, args: Args, live: Live) => HostObject;
  /** Present for collections: what `items` holds. */
  readonly items?: (self: R, live: Live) => readonly HostObject[];
  /** How Office.js finds the object again in its collection after the first sync. */
  readonly key?: { readonly name: "Id" | "_Id"; readonly of: (self: R) => string };
  /** Objects that `context.trackedObjects` can hold on to (ranges). */
  readonly tracked?: boolean;
}

export interface Property<R> {
  readonly get?: (self: R, live: Live) => unknown;
  readonly set?: (self: R, value: unknown, live: Live) => void;
  /** Left out of a load that names no properties. */
  readonly quiet?: boolean;
}

/** An object of the host behind an Office.js proxy. */
export interface HostObject {
  readonly className: string;
  /** What it stands for; only {@link refOf} looks inside. */
  readonly ref: unknown;
  readonly table: Readonly<ErasedTable>;
  readonly collection: boolean;
  readonly tracked: boolean;
  /** `{ Id: … }` or `{ _Id: … }`, or nothing. */
  identity(): Record<string, string>;
  get(name: string): unknown;
  link(name: string): HostObject | null | undefined;
  set(name: string, value: unknown): void;
  call(name: string, args: Args): unknown;
  item(args: Args): HostObject;
  items(): readonly HostObject[];
}

interface ErasedTable {
  readonly owner: object;
  /** Names of the properties a load without names brings. */
  readonly scalars: readonly string[];
  readonly has: (name: string) => boolean;
}

/** Makes objects of one class: `defineClass("Setting", …)(live, setting)`. */
export type ObjectMaker<R> = ((live: Live, ref: R) => HostObject) & { readonly className: string };

/**
 * Turns a table into a maker of objects. Every access to a member that is not in the table fails with its full name.
 */
export function defineClass<R>(className: string, table: ClassTable<R>): ObjectMaker<R> {
  const { properties = {}, links = {}, methods = {} } = table;
  const scalars = Object.keys(properties).filter(
    (name) => properties[name]?.get !== undefined && properties[name]?.quiet !== true,
  );
  const erased: ErasedTable = { owner: table, scalars, has: (name) => Object.hasOwn(properties, name) };

  const make = (live: Live, ref: R): HostObject => ({
    className,
    ref,
    table: erased,
    collection: table.items !== undefined,
    tracked: table.tracked === true,
    identity: () => (table.key ? { [table.key.name]: table.key.of(ref) } : {}),
    get(name) {
      const get = own(properties, name)?.get;
      if (!get) throw notImplemented(className, name);
      return get(ref, live);
    },
    link: (name) => own(links, name)?.(ref, live),
    set(name, value) {
      const set = own(properties, name)?.set;
      if (!set) throw notImplemented(className, name);
      set(ref, value, live);
    },
    call(name, args) {
      const method = own(methods, name);
      if (!method) throw notImplemented(className, name);
      return method(ref, args, live);
    },
    item(args) {
      if (!table.item) throw notImplemented(className, "getItem");
      return table.item(ref, args, live);
    },
    items: () => table.items?.(ref, live) ?? [],
  });
  owners.set(make, table);
  note(className, [
    ...Object.keys(properties),
    ...Object.keys(links),
    ...Object.keys(methods),
    ...(table.item ? ["GetItem"] : []),
    ...(table.items ? ["Items"] : []),
  ]);
  return Object.assign(make, { className });
}

const owners = new WeakMap<object, object>();
const implemented = new Map<string, Set<string>>();

function note(className: string, members: readonly string[]): void {
  const known = implemented.get(className) ?? new Set<string>();
  for (const member of members)
    if (!member.startsWith("_") && member !== "Gridlines")
      known.add(member.slice(0, 1).toLowerCase() + member.slice(1));
  implemented.set(className, known);
}

/** Every class the host has and its members, as Office.js writes them: the table of docs/host.md. */
export function implementedMembers(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...implemented]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, members]) => [name, [...members].sort()]),
  );
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What `object` stands for, if it is of the class `maker` makes. */
export function refOf<R>(maker: ObjectMaker<R>, object: unknown): R | undefined {
  return isHostObject(object) && object.table.owner === owners.get(maker) ? (object.ref as R) : undefined;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "className" in value && "identity" in value;
}

/** The arguments of a call, checked as they are taken. Positions count from 0. */
export class Args {
  constructor(private readonly values: readonly unknown[]) {}

  raw(at: number): unknown {
    return this.values[at] ?? undefined;
  }

  has(at: number): boolean {
    return this.raw(at) !== undefined;
  }

  text(at: number, name: string): string {
    const value = this.raw(at);
    if (typeof value !== "string") throw invalidArgument(name, "a text");
    return value;
  }

  optionalText(at: number, name: string): string | undefined {
    return this.has(at) ? this.text(at, name) : undefined;
  }

  integer(at: number, name: string): number {
    const value = this.raw(at);
    if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument(name, "a whole number");
    return value;
  }

  optionalInteger(at: number, name: string, otherwise: number): number {
    return this.has(at) ? this.integer(at, name) : otherwise;
  }

  flag(at: number): boolean {
    return this.raw(at) === true;
  }

  object<R>(at: number, name: string, maker: ObjectMaker<R>): R {
    const ref = refOf(maker, this.raw(at));
    if (ref === undefined) throw invalidArgument(name, `a ${maker.className}`);
    return ref;
  }

  optionalObject<R>(at: number, name: string, maker: ObjectMaker<R>): R | undefined {
    return this.has(at) ? this.object(at, name, maker) : undefined;
  }
}

/** Checks for values set on properties. */
export const expectText = (value: unknown, name: string): string => {
  if (typeof value !== "string") throw invalidArgument(name, "a text");
  return value;
};
export const expectNumber = (value: unknown, name: string): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument(name, "a number");
  return value;
};
export const expectFlag = (value: unknown, name: string): boolean => {
  if (typeof value !== "boolean") throw invalidArgument(name, "true or false");
  return value;
};
export const expectRecord = (value: unknown, name: string): Record<string, unknown> => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw invalidArgument(name, "an object");
  return value as Record<string, unknown>;
};
/** One of the words of an Office.js enumeration. */
export function expectWord<W extends string>(value: unknown, name: string, words: readonly W[]): W {
  const word = words.find((each) => each === value);
  if (word === undefined) throw invalidArgument(name, `one of ${words.join(", ")}`);
  return word;
}

/** A method that does nothing here and rightly so, e.g. suspending the screen of a host without one. */
export const nothing = (): undefined => undefined;

/** Fails when a null object is used where a real one is needed. */
export function required<T>(value: T | null | undefined, kind: string, name: unknown): T {
  if (value === null || value === undefined)
    throw new ApiError("ItemNotFound", `There is no ${kind} “${String(name)}”.`);
  return value;
}
