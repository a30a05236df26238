import { columnName } from "../formula/references";
import type { RememberedRoles, SheetRoles } from "./classify";
import { mappingOf, type Mapping, type RememberedColumn } from "./columns/recognise";
import type { Pointed } from "./tables/pointed";
import type { TableRegion } from "./tables/region";

/** What a table can be taken for when its columns are settled by hand. */
export const ROLES = [
  "ledger",
  "team",
  "products",
  "people",
] as const satisfies readonly (keyof RememberedRoles)[];
export type Role = (typeof ROLES)[number];

export const MEMORY_NAMESPACE = "urn:attain:columns";

/** Which column serves a field: one by its letters, none at all, or whichever is recognised. */
export type Settled = { readonly column: string } | "none" | "recognise";

/**
 * What is remembered after a person has settled one field of a table. The column is kept by its header as well, so
 * that it is found again when it has moved; a column serves one field, so another field that had it is set free.
 *
 * @example settle({}, "ledger", region, "amount", { column: "H" }) // { ledger: { amount: { header: "Value", column: "H" } } }
 */
export function settle(
  remembered: RememberedRoles,
  role: Role,
  region: TableRegion,
  field: string,
  settled: Settled,
): RememberedRoles {
  const others = Object.entries(remembered[role] ?? {}).filter(([id]) => id !== field);
  if (settled === "recognise") return { ...remembered, [role]: Object.fromEntries(others) };
  const column = settled === "none" ? null : rememberedAt(region, settled.column);
  const free = others.filter(
    ([, other]) => !(column && other && other.column === column.column && other.header === column.header),
  );
  return { ...remembered, [role]: { ...Object.fromEntries(free), [field]: column } };
}

function rememberedAt({ columns, grid }: TableRegion, letters: string): RememberedColumn {
  const found = columns.find(({ column }) => columnName(grid.left + column) === letters);
  return { header: found?.header ?? "", column: letters };
}

/** The columns a reading used, to be used again; what a person had settled before is kept where nothing new is known. */
export function rememberRoles(before: RememberedRoles, roles: SheetRoles): RememberedRoles {
  const used = [
    ["ledger", roles.ledger],
    ["team", roles.team],
    ["products", roles.products],
  ] as const;
  return {
    ...before,
    ...Object.fromEntries(
      used.flatMap(([role, match]) =>
        match ? [[role, { ...before[role], ...mappingOf(match.region, match.recognition) }]] : [],
      ),
    ),
  };
}

/** What the workbook keeps between months: columns settled, and what the last run was made from. */
export interface Memory {
  readonly columns: RememberedRoles;
  /** As it was stored; whoever uses it checks it. */
  readonly run?: unknown;
  /** What was remembered before the last run, for taking that back. */
  readonly previous?: Omit<Memory, "previous">;
  /** The table a person pointed at. */
  readonly from?: Pointed;
  /** The last run made the workbook open with the pane. */
  readonly opened?: boolean;
}

/**
 * What remains when the last run is taken back; undefined when nothing was remembered before it.
 *
 * @example before({ columns: {}, run, previous: { columns: {} } }) // undefined
 */
export function before({ previous }: Memory): Memory | undefined {
  const empty =
    !previous ||
    (Object.keys(previous.columns).length === 0 && previous.run === undefined && previous.from === undefined);
  return empty ? undefined : previous;
}

/** The memory after a person has settled a column, in what it was before the last run as well: that choice stays. */
export function settleIn(memory: Memory, settled: (columns: RememberedRoles) => RememberedRoles): Memory {
  const { previous } = memory;
  return {
    ...memory,
    columns: settled(memory.columns),
    ...(previous ? { previous: { ...previous, columns: settled(previous.columns) } } : {}),
  };
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const UNESCAPES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** As the workbook keeps it: one custom XML part. */
export function memoryXml(memory: Memory): string {
  const text = JSON.stringify(memory).replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
  return `<columns xmlns="${MEMORY_NAMESPACE}">${text}</columns>`;
}

/** Whatever of a kept part can be used; nothing of one that somebody else has written into. Never throws. */
export function parseMemoryXml(xml: string | undefined): Memory {
  const text = /<columns[^>]*>([\s\S]*)<\/columns>/.exec(xml ?? "")?.[1] ?? "";
  const found = parsed(text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => UNESCAPES[name] ?? ""));
  if (!isRecord(found)) return { columns: {} };
  const { previous } = found;
  return {
    ...memoryFrom(found),
    ...(isRecord(previous) ? { previous: memoryFrom(previous) } : {}),
    ...(found["opened"] === true ? { opened: true } : {}),
  };
}

function memoryFrom(found: Readonly<Record<string, unknown>>): Omit<Memory, "previous"> {
  const stored = found["columns"];
  const columns = Object.fromEntries(
    ROLES.flatMap((role) => {
      const mapping = isRecord(stored) ? mappingFrom(stored[role]) : undefined;
      return mapping ? [[role, mapping]] : [];
    }),
  );
  const from = pointedIn(found["from"]);
  return {
    columns,
    ...(found["run"] === undefined ? {} : { run: found["run"] }),
    ...(from ? { from } : {}),
  };
}

function pointedIn(value: unknown): Pointed | undefined {
  if (!isRecord(value)) return undefined;
  const { sheet, range, open, name } = value;
  if (typeof sheet !== "string") return undefined;
  return {
    sheet,
    ...(typeof range === "string" ? { range } : {}),
    ...(open === true ? { open } : {}),
    ...(typeof name === "string" ? { name } : {}),
  };
}

function mappingFrom(value: unknown): Mapping | undefined {
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, column]): [string, RememberedColumn | null][] => {
      if (column === null) return [[field, null]];
      if (!isRecord(column)) return [];
      const { header, column: letters } = column;
      return typeof header === "string" && typeof letters === "string"
        ? [[field, { header, column: letters }]]
        : [];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
