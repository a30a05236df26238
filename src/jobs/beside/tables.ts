import { readNameColumn } from "../../records/columns/columns";
import { nameKey } from "../../records/clean/name";
import { TEAM_FIELDS } from "../../records/fields/teamFields";
import type { PeopleFile } from "../../records/people/peopleFile";
import { indicatorsOf, type Scheme } from "../../scoring/scheme";
import type { ScorecardLayout } from "../../sheets/evaluation/scorecardLayout";
import type { PeopleTable } from "../evaluation/evaluationTable";
import type { Understanding } from "../read/understand";
import type { BesideScores, BesideTable } from "./types";

/** Every table of a file about people, with whose result belongs on which row. */
export function tablesOfFile(
  { readings, people, idOf }: PeopleFile,
  /** Everybody's place in the file, by the rows of the scorecard. */
  order: readonly number[],
): BesideTable[] {
  const place = new Map(order.map((person, row) => [people[person]?.id ?? "", row]));
  return readings.map(({ region, recognition, rows }) => ({
    region,
    nameColumn: (recognition.who.fields.rep ?? recognition.who.fields.employeeId)?.column ?? 0,
    people: rows.map((person) => (person ? place.get(idOf.get(person) ?? "") : undefined)),
  }));
}

/** The teams of a ledger's workbook: the only tables there with a row for each person. */
export function tablesOfTeams({ roles: { team } }: Understanding, names: readonly string[]): BesideTable[] {
  const place = new Map(names.map((name, row) => [nameKey(name), row]));
  const label = TEAM_FIELDS.find(({ id }) => id === "rep")?.label;
  if (!team || !label) return [];
  return [team, ...team.siblings].flatMap(({ region, recognition }): BesideTable[] => {
    const match = recognition.fields.rep;
    if (!match) return [];
    const read = readNameColumn({ region, match, label, problems: [] });
    return [
      {
        region,
        nameColumn: match.column,
        people: read.map((name) => (name === undefined ? undefined : place.get(nameKey(name)))),
      },
    ];
  });
}

/** A people table that a scheme found by its headers. */
export function tableOfPeople(
  { at: { grid, header, name, rows } }: PeopleTable,
  /** Everybody's place in the table, by the rows of the scorecard. */
  order: readonly number[],
): BesideTable {
  const headers = grid.values[header] ?? [];
  const place = new Map(order.map((person, row) => [person, row]));
  return {
    nameColumn: name,
    people: rows.map((_, person) => place.get(person)),
    region: {
      grid,
      titles: [],
      header: { from: header, to: header },
      columns: headers.flatMap((cell, column) => {
        const text = String(cell ?? "").trim();
        return text === "" ? [] : [{ column, header: text, parts: [text] }];
      }),
      rows,
      aside: [],
      notes: [],
      lent: new Map(),
    },
  };
}

export function scoresOf(
  layout: ScorecardLayout,
  scheme: Scheme,
  { names, units }: Pick<BesideScores, "names" | "units">,
): BesideScores {
  return {
    layout,
    names,
    units,
    indicators: indicatorsOf(scheme).map(({ indicator: { id, name } }) => ({ id, name })),
    totalFormat: scheme.decimals === 0 ? "0" : `0.${"0".repeat(scheme.decimals)}`,
  };
}
