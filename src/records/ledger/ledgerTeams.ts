import type { Phrase } from "../../words";
import { nameKey } from "../clean/name";
import { fillDown, readNameColumn, readTextColumn } from "../columns/columns";
import type { ColumnSource } from "../columns/columnSource";
import { addressOf } from "../grid";
import { problem, type Problem } from "../problems/problems";
import { LEAST_AGREEMENT, standingOf, type Standing } from "./namesakes";
import type { TableRegion } from "../tables/region";
import type { TeamMember } from "./teams";

export interface NumberedNames {
  /** The names, row by row; two people of one name are told apart by their numbers. */
  readonly rep: readonly (string | undefined)[];
  /** Keys of the names that have a number. */
  readonly numbered: ReadonlySet<string>;
}

/** Names with their numbers where one name has several; those are reported. */
export function namesByNumber(
  rep: readonly (string | undefined)[],
  repSource: ColumnSource | undefined,
  idSource: ColumnSource | undefined,
): NumberedNames {
  const none: NumberedNames = { rep, numbered: new Set() };
  if (!repSource || !idSource) return none;
  const ids = readTextColumn(idSource);
  const firstOf = new Map<string, Map<string, number>>();
  const nameOf = new Map<string, string>();
  for (const [i, name] of rep.entries()) {
    const id = ids[i];
    if (name === undefined || id === undefined) continue;
    // One number for several names is a number of something else.
    if ((nameOf.get(id) ?? nameKey(name)) !== nameKey(name)) return none;
    nameOf.set(id, nameKey(name));
    const known = firstOf.get(nameKey(name)) ?? new Map<string, number>();
    firstOf.set(nameKey(name), known);
    if (!known.has(id)) known.set(id, i);
  }
  const { region, match, problems } = repSource;
  const cell = (i: number): string => addressOf(region.grid, region.rows[i] ?? 0, match.column);
  for (const known of firstOf.values()) {
    const [first = 0, ...others] = known.values();
    for (const other of others)
      problems.push(
        problem("same-name-by-id", region.grid.sheet, cell(other), rep[other] ?? "", { first: cell(first) }),
      );
  }
  const names = rep.map((name, i) => {
    const id = ids[i];
    if (name === undefined || id === undefined || (firstOf.get(nameKey(name))?.size ?? 0) < 2) return name;
    return labelled(name, id);
  });
  const numbered = names.flatMap((name, i) => (name && ids[i] !== undefined ? [nameKey(name)] : []));
  return { rep: names, numbered: new Set(numbered) };
}

type Belonging = "unit" | "manager";

/** What one record says of where its person belongs, and in which cells. */
export interface OwnRow {
  /** Empty when the record has no rep. */
  readonly name: string;
  /** The name has an employee number: it is one person, wherever it stands. */
  readonly numbered: boolean;
  /** ISO day. */
  readonly day?: string | undefined;
  readonly unit?: string | undefined;
  readonly manager?: string | undefined;
  readonly sheet: string;
  readonly cells: { readonly rep: string; readonly unit: string; readonly manager: string };
}

/**
 * The records of one sheet, row by row.
 *
 * @param days columns of ISO days; the first that has one says when the record was
 */
export function ownRows(
  source: Partial<Readonly<Record<"rep" | Belonging, ColumnSource>>>,
  { grid, rows }: TableRegion,
  { rep, numbered }: NumberedNames,
  days: readonly (readonly (string | undefined)[])[],
): OwnRow[] {
  const said = (key: Belonging): readonly (string | undefined)[] | undefined =>
    source[key] && fillDown(source[key], readNameColumn(source[key]));
  const [managers, units] = [said("manager"), said("unit")];
  return rows.map((row, i) => {
    const name = rep[i] ?? "";
    const cell = (key: "rep" | Belonging): string =>
      addressOf(grid, row, (source[key] ?? source.rep)?.match.column ?? 0);
    return {
      name,
      numbered: numbered.has(nameKey(name)),
      day: days.map((column) => column[i]).find((day) => day !== undefined),
      unit: units?.[i],
      manager: managers?.[i],
      sheet: grid.sheet,
      cells: { rep: cell("rep"), unit: cell("unit"), manager: cell("manager") },
    };
  });
}

export interface OwnTeams {
  /** The names, record by record; two people of one name are told apart by their units. */
  readonly rep: readonly string[];
  /** One per person, in the order they are met. */
  readonly members: readonly TeamMember[];
  readonly problems: readonly Problem[];
}

/**
 * Who belongs where as the ledger itself says it, for workbooks without a list of teams.
 *
 * - A name whose units alternate over time is several people, told apart by unit.
 * - One that moves on from unit to unit is one person, who belongs where most of their records stand.
 * - Other records that say something else than the person's others are reported.
 * - A column that says something else all the time is about deals and not about people: it is left out, and that is said.
 *
 * @param labels what the columns are called in messages
 */
export function teamsOfLedger(
  rows: readonly OwnRow[],
  labels: Readonly<Record<Belonging, Phrase>>,
): OwnTeams {
  const standings = { unit: standingsBy("unit", rows), manager: standingsBy("manager", rows) };
  const problems: Problem[] = [];
  const apart = namesakesAmong(rows, standings.unit);
  const rep = rows.map(({ name, unit }) =>
    unit !== undefined && apart.has(nameKey(name)) ? labelled(name, unit) : name,
  );
  if (apart.size > 0) problems.push(...toldApart(rows, apart, labels.unit));
  const usualOf = (key: Belonging): ReadonlyMap<string, string> | undefined =>
    usual(rows, rep, key, { standings: standings[key], label: labels[key], problems });
  const said = { manager: usualOf("manager"), unit: usualOf("unit") };
  const members = new Map<string, TeamMember>();
  rows.forEach(({ sheet, cells }, i) => {
    const name = rep[i] ?? "";
    if (name === "" || members.has(nameKey(name))) return;
    const manager = said.manager?.get(nameKey(name));
    const unit = said.unit?.get(nameKey(name));
    members.set(nameKey(name), {
      rep: name,
      ...(manager === undefined ? {} : { manager }),
      ...(unit === undefined ? {} : { unit }),
      sheet,
      cell: cells.rep,
    });
  });
  return { rep, members: said.manager || said.unit ? [...members.values()] : [], problems };
}

/** @example labelled("王伟", "华东") // "王伟（华东）" */
const labelled = (name: string, by: string): string =>
  /[\u3400-\u9fff]/.test(name) ? `${name}（${by}）` : `${name} (${by})`;

/** How each name's records lie in time, by the key of the name; names for which the column says nothing are missing. */
function standingsBy(key: Belonging, rows: readonly OwnRow[]): ReadonlyMap<string, Standing> {
  const byName = new Map<string, { unit: string; day: string | undefined }[]>();
  for (const { name, day, [key]: unit } of rows) {
    if (name === "" || unit === undefined) continue;
    const own = byName.get(nameKey(name));
    if (own) own.push({ unit, day });
    else byName.set(nameKey(name), [{ unit, day }]);
  }
  return new Map([...byName].map(([name, records]) => [name, standingOf(records)]));
}

/**
 * Keys of the names with this standing, as far as they are believed. Namesakes and transfers are rare: where more than
 * a third of the names have either, and not just one of them, the column is about deals.
 */
function believed(standings: ReadonlyMap<string, Standing>, wanted: Standing): ReadonlySet<string> {
  const found = [...standings].flatMap(([name, standing]) => (standing === wanted ? [name] : []));
  const most = Math.max(1, Math.floor(standings.size / 3));
  return new Set(found.length > most || found.length === standings.size ? [] : found);
}

/** Keys of the names that are several people: whoever has a number is one. */
function namesakesAmong(
  rows: readonly OwnRow[],
  standings: ReadonlyMap<string, Standing>,
): ReadonlySet<string> {
  const numbered = new Set(rows.flatMap((row) => (row.numbered ? [nameKey(row.name)] : [])));
  return new Set([...believed(standings, "several")].filter((name) => !numbered.has(name)));
}

/** Each further person of a name, at their first record; and the records that do not say whose they are. */
function toldApart(rows: readonly OwnRow[], apart: ReadonlySet<string>, field: Phrase): Problem[] {
  const met = new Map<string, Map<string, string>>();
  return rows.flatMap(({ name, unit, sheet, cells }) => {
    if (!apart.has(nameKey(name))) return [];
    if (unit === undefined) return [problem("value-missing", sheet, cells.unit, "", { field })];
    const own = met.get(nameKey(name)) ?? new Map<string, string>();
    met.set(nameKey(name), own);
    if (own.has(unit)) return [];
    const [first] = own.values();
    own.set(unit, cells.rep);
    if (first === undefined) return [];
    return [
      problem("same-name-by-unit", sheet, cells.rep, name, { field, first, value: labelled(name, unit) }),
    ];
  });
}

/** What most records of each person say, by the key of the name; undefined for a column that is not about people. */
function usual(
  rows: readonly OwnRow[],
  rep: readonly string[],
  key: Belonging,
  {
    standings,
    label: field,
    problems,
  }: { standings: ReadonlyMap<string, Standing>; label: Phrase; problems: Problem[] },
): ReadonlyMap<string, string> | undefined {
  const movers = believed(standings, "moved");
  const counts = new Map<string, Map<string, number>>();
  let filled = 0;
  rows.forEach(({ [key]: value }, i) => {
    const name = rep[i] ?? "";
    if (value === undefined) return;
    filled++;
    if (name === "") return;
    const own = counts.get(nameKey(name)) ?? new Map<string, number>();
    counts.set(nameKey(name), own.set(value, (own.get(value) ?? 0) + 1));
  });
  if (filled === 0) return undefined;
  const usuals = new Map([...counts].map(([name, own]) => [name, most(own)]));
  const differs = rows.flatMap(({ [key]: value, sheet, cells }, i) => {
    const name = rep[i] ?? "";
    const own = usuals.get(nameKey(name));
    if (value === undefined || own === undefined || value === own) return [];
    return [{ name, value, own, sheet, cell: cells[key], moved: movers.has(nameKey(name)) }];
  });
  const odd = differs.filter(({ moved }) => !moved);
  const [first] = odd;
  if (first && odd.length > filled * (1 - LEAST_AGREEMENT)) {
    const params = { field, name: first.name, value: first.own, times: odd.length };
    problems.push(problem("unit-of-deals", first.sheet, first.cell, first.value, params));
    return undefined;
  }
  for (const { name, value, own, sheet, cell, moved } of differs)
    problems.push(
      problem(moved ? "unit-moved" : "unit-differs", sheet, cell, value, { field, name, value: own }),
    );
  return usuals;
}

const most = (counts: ReadonlyMap<string, number>): string =>
  [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0] as const)[0];
