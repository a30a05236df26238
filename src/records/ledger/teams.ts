import { nameKey } from "../clean/name";
import { fillDown, readNameColumn, readTextColumn } from "../columns/columns";
import type { ColumnSource } from "../columns/columnSource";
import { TEAM_FIELDS, type TeamField } from "../fields/teamFields";
import { addressOf } from "../grid";
import { problem, type Problem } from "../problems/problems";
import type { Recognition } from "../columns/recognise";
import type { TableRegion } from "../tables/region";
import { regionProblems } from "../tables/regionProblems";

export interface TeamMember {
  readonly rep: string;
  readonly manager?: string;
  readonly unit?: string;
  /** As written, leading zeros kept. */
  readonly employeeId?: string;
  readonly sheet: string;
  /** A1 cell of the name. */
  readonly cell: string;
}

export interface TeamsReading {
  /** One per person, in the order of the sheet. */
  readonly members: readonly TeamMember[];
  readonly problems: readonly Problem[];
}

/** A recognised teams table: who belongs to whom. A person listed twice is taken from the first row. */
export function readTeams(region: TableRegion, recognition: Recognition<TeamField>): TeamsReading {
  const problems: Problem[] = [...regionProblems(region)];
  const source = (id: TeamField): ColumnSource | undefined => {
    const match = recognition.fields[id];
    const label = TEAM_FIELDS.find((field) => field.id === id)?.label;
    return match && label ? { region, match, label, problems } : undefined;
  };
  const repSource = source("rep");
  const managerSource = source("manager");
  const unitSource = source("unit");
  const idSource = source("employeeId");
  if (!repSource) return { members: [], problems };
  const reps = readNameColumn(repSource);
  const managers = managerSource ? fillDown(managerSource, readNameColumn(managerSource)) : undefined;
  const units = unitSource ? fillDown(unitSource, readNameColumn(unitSource)) : undefined;
  const ids = idSource ? readTextColumn(idSource) : undefined;

  const members = new Map<string, TeamMember>();
  region.rows.forEach((row, i) => {
    const rep = reps[i];
    const cell = addressOf(region.grid, row, repSource.match.column);
    if (rep === undefined) {
      problems.push(problem("rep-missing", region.grid.sheet, cell, "", { field: repSource.label }));
      return;
    }
    for (const [column, values] of [
      [managerSource, managers],
      [unitSource, units],
    ] as const) {
      if (column && values?.[i] === undefined) {
        problems.push(
          problem("value-missing", region.grid.sheet, addressOf(region.grid, row, column.match.column), "", {
            field: column.label,
          }),
        );
      }
    }
    const member: TeamMember = {
      rep,
      ...optional("manager", managers?.[i]),
      ...optional("unit", units?.[i]),
      ...optional("employeeId", ids?.[i]),
      sheet: region.grid.sheet,
      cell,
    };
    const before = members.get(nameKey(rep));
    if (!before) members.set(nameKey(rep), member);
    else problems.push(problem(clash(before, member), region.grid.sheet, cell, rep, { first: before.cell }));
  });
  return { members: [...members.values()], problems };
}

function clash(a: TeamMember, b: TeamMember): "same-name" | "person-in-two-teams" | "person-twice" {
  if (a.employeeId !== undefined && b.employeeId !== undefined && a.employeeId !== b.employeeId)
    return "same-name";
  return a.manager !== b.manager || a.unit !== b.unit ? "person-in-two-teams" : "person-twice";
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
