import { nameKey } from "../clean/name";
import { fillDown, readNameColumn, readTextColumn } from "../columns/columns";
import type { ColumnSource } from "../columns/columnSource";
import { addressOf } from "../grid";
import { problem } from "../problems/problems";
import type { TeamMember } from "./teams";

/** Columns of a ledger that say who its reps belong to. */
export interface OwnTeamColumns {
  readonly rep: ColumnSource;
  readonly employeeId?: ColumnSource;
  readonly manager?: ColumnSource;
  readonly unit?: ColumnSource;
}

export interface OwnTeams {
  /** The names, row by row; two people of one name are told apart by their numbers. */
  readonly rep: readonly (string | undefined)[];
  /** One per person, in the order they are met. */
  readonly members: readonly TeamMember[];
}

/** A column is about people, and not about deals, when nearly every row of a person says the same. */
const LEAST_AGREEMENT = 0.9;

/**
 * Who belongs where as the ledger itself says it, for workbooks without a list of teams. Rows that say something else
 * than the person's others are reported; a column that says something else all the time is none about people.
 *
 * @param rep names as read, one a row
 */
export function teamsOfLedger(columns: OwnTeamColumns, rep: readonly (string | undefined)[]): OwnTeams {
  const { region, problems, match } = columns.rep;
  const cell = (i: number, column = match.column): string =>
    addressOf(region.grid, region.rows[i] ?? 0, column);
  const names = apart(columns, rep, (i, first) =>
    problems.push(
      problem("same-name-by-id", region.grid.sheet, cell(i), rep[i] ?? "", { first: cell(first) }),
    ),
  );
  const said = {
    manager: usual(columns.manager, names),
    unit: usual(columns.unit, names),
  };
  const members = new Map<string, TeamMember>();
  names.forEach((name, i) => {
    if (name === undefined || members.has(nameKey(name))) return;
    const manager = said.manager?.get(nameKey(name));
    const unit = said.unit?.get(nameKey(name));
    members.set(nameKey(name), {
      rep: name,
      ...(manager === undefined ? {} : { manager }),
      ...(unit === undefined ? {} : { unit }),
      sheet: region.grid.sheet,
      cell: cell(i),
    });
  });
  return { rep: names, members: said.manager || said.unit ? [...members.values()] : [] };
}

/** Names with their numbers where one name has several. */
function apart(
  { employeeId }: OwnTeamColumns,
  rep: readonly (string | undefined)[],
  report: (row: number, first: number) => void,
): readonly (string | undefined)[] {
  if (!employeeId) return rep;
  const ids = readTextColumn(employeeId);
  const firstOf = new Map<string, Map<string, number>>();
  const nameOf = new Map<string, string>();
  for (const [i, name] of rep.entries()) {
    const id = ids[i];
    if (name === undefined || id === undefined) continue;
    // One number for several names is a number of something else.
    if ((nameOf.get(id) ?? nameKey(name)) !== nameKey(name)) return rep;
    nameOf.set(id, nameKey(name));
    const known = firstOf.get(nameKey(name)) ?? new Map<string, number>();
    firstOf.set(nameKey(name), known);
    if (!known.has(id)) known.set(id, i);
  }
  for (const known of firstOf.values()) {
    const [first = 0, ...others] = known.values();
    for (const other of others) report(other, first);
  }
  return rep.map((name, i) => {
    const id = ids[i];
    if (name === undefined || id === undefined || (firstOf.get(nameKey(name))?.size ?? 0) < 2) return name;
    return /[\u3400-\u9fff]/.test(name) ? `${name}（${id}）` : `${name} (${id})`;
  });
}

/** What most rows of each person say, by the key of the name; undefined for a column that is not about people. */
function usual(
  source: ColumnSource | undefined,
  names: readonly (string | undefined)[],
): ReadonlyMap<string, string> | undefined {
  if (!source) return undefined;
  const values = fillDown(source, readNameColumn(source));
  const counts = new Map<string, Map<string, number>>();
  values.forEach((value, i) => {
    const name = names[i];
    if (name === undefined || value === undefined) return;
    const own = counts.get(nameKey(name)) ?? new Map<string, number>();
    counts.set(nameKey(name), own.set(value, (own.get(value) ?? 0) + 1));
  });
  const usuals = new Map([...counts].map(([name, own]) => [name, most(own)]));
  const odd = values.flatMap((value, i) => {
    const own = usuals.get(nameKey(names[i] ?? ""));
    return value !== undefined && own !== undefined && value !== own ? [i] : [];
  });
  const filled = values.filter((value) => value !== undefined).length;
  if (filled === 0 || odd.length > filled * (1 - LEAST_AGREEMENT)) return undefined;
  const { region, match, problems, label } = source;
  for (const i of odd) {
    const value = usuals.get(nameKey(names[i] ?? "")) ?? "";
    const cell = addressOf(region.grid, region.rows[i] ?? 0, match.column);
    problems.push(
      problem("unit-differs", region.grid.sheet, cell, values[i] ?? "", {
        field: label,
        name: names[i] ?? "",
        value,
      }),
    );
  }
  return usuals;
}

const most = (counts: ReadonlyMap<string, number>): string =>
  [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0] as const)[0];
