import { classifySheets, type RememberedRoles, type SheetRoles } from "../../records/classify";
import type { Grid } from "../../records/grid";
import { joinLedgers, readLedger, type Deals } from "../../records/ledger/ledger";
import { joinPeople, type PeopleJoin } from "../../records/people/people";
import type { Problem } from "../../records/problems/problems";
import { readNameColumn } from "../../records/columns/columns";
import { PRODUCT_FIELDS } from "../../records/fields/productFields";
import { readTeams, type TeamMember } from "../../records/ledger/teams";

/** What a workbook's data was understood as. Nothing in here is in one language or another. */
export interface Understanding {
  readonly roles: SheetRoles;
  readonly deals: Deals;
  readonly members: readonly TeamMember[];
  readonly join: PeopleJoin;
  readonly problems: readonly Problem[];
}

/**
 * Finds the ledger and the teams among the sheets and reads them. Undefined when there is no ledger: nothing can be
 * planned or scored from the rest.
 */
export function understand(
  grids: readonly Grid[],
  remembered: RememberedRoles = {},
  pointed?: string,
): Understanding | undefined {
  const roles = classifySheets(grids, remembered, pointed);
  const { ledger, team } = roles;
  if (!ledger) return undefined;
  const products = productNames(roles);
  const reading = joinLedgers(
    [ledger, ...ledger.siblings].map(({ region, recognition }) =>
      readLedger(region, recognition, { ...(products && { products }), ownTeams: team === undefined }),
    ),
  );
  const teams = team
    ? [team, ...team.siblings].map(({ region, recognition }) => readTeams(region, recognition))
    : [];
  const members = team ? teams.flatMap((reading) => reading.members) : (reading.members ?? []);
  const join = joinPeople(reading.deals, members);
  return {
    roles,
    deals: reading.deals,
    members,
    join,
    problems: [
      ...reading.problems,
      ...teams.flatMap(({ problems }) => problems),
      ...(team ? join.problems : []),
    ],
  };
}

function productNames({ products }: SheetRoles): { name: string; values: readonly string[] } | undefined {
  const match = products?.recognition.fields.product;
  const field = PRODUCT_FIELDS.find(({ id }) => id === "product");
  if (!products || !match || !field) return undefined;
  const names = readNameColumn({ region: products.region, match, label: field.label, problems: [] });
  return { name: products.region.grid.sheet, values: names.flatMap((name) => name ?? []) };
}
