import { LEDGER_FIELDS, type LedgerField } from "./fields/ledgerFields";
import { PRODUCT_FIELDS, type ProductField } from "./fields/productFields";
import { TEAM_FIELDS, type TeamField } from "./fields/teamFields";
import type { Field } from "./fields/fields";
import type { Grid } from "./grid";
import { headerKey } from "./fields/headers";
import { recogniseMeasures } from "./columns/measureColumns";
import { peopleDown } from "./people/peopleDown";
import { recognise, type Mapping, type Recognition } from "./columns/recognise";
import type { TableRegion } from "./tables/region";
import { findTables } from "./tables/tables";

export interface SheetMatch<Id extends string> {
  readonly region: TableRegion;
  readonly recognition: Recognition<Id>;
  /** How much better than nothing this table serves the purpose; only for comparing. */
  readonly score: number;
  /** Tables of the same columns on other sheets (one per region, say), to be read together with this one. */
  readonly siblings: readonly SheetMatch<Id>[];
}

export interface SheetRoles {
  readonly ledger?: SheetMatch<LedgerField>;
  readonly team?: SheetMatch<TeamField>;
  readonly products?: SheetMatch<ProductField>;
  /** Tables with figures about people: actuals, targets, attendance, ratings. For {@link readPeople}. */
  readonly people: readonly TableRegion[];
}

export interface RememberedRoles {
  readonly ledger?: Mapping;
  readonly team?: Mapping;
  readonly products?: Mapping;
  /** Tables about people share one: names, numbers and units stand under the same words on all of them. */
  readonly people?: Mapping;
}

/**
 * Which table of a workbook serves which purpose. The ledger chooses first since nothing works without it.
 */
export function classifySheets(
  grids: readonly Grid[],
  remembered: RememberedRoles = {},
  /** The sheet a person pointed at: its table comes first. */
  pointed?: string,
): SheetRoles {
  const regions = grids.flatMap(findTables);
  const taken = new Set<TableRegion>();
  const ledger = best(
    regions,
    taken,
    LEDGER_FIELDS,
    remembered.ledger,
    (r) => r.missing.length === 0,
    3,
    pointed,
  );
  const team = best(
    regions,
    taken,
    TEAM_FIELDS,
    remembered.team,
    (r) => sure(r, "rep") && (sure(r, "manager") || sure(r, "unit")),
    1,
    pointed,
  );
  const products = best(
    regions,
    taken,
    PRODUCT_FIELDS,
    remembered.products,
    (r) => sure(r, "product") && sure(r, "price"),
    1,
    pointed,
  );
  return {
    ...(ledger ? { ledger } : {}),
    ...(team ? { team } : {}),
    ...(products ? { products } : {}),
    // A list of people with figures may serve as the teams as well.
    people: pointedFirst(
      regions.filter((region) => !taken.has(region) || isOneOf(team, region)).filter(isAboutPeople),
      pointed,
    ),
  };
}

/** Of tables that say the same about people only the one pointed at counts; those that add something else stay. */
function pointedFirst(regions: readonly TableRegion[], pointed: string | undefined): readonly TableRegion[] {
  const chosen = regions.filter(({ grid }) => grid.sheet === pointed);
  if (chosen.length === 0) return regions;
  const fields = (region: TableRegion): string[] =>
    recogniseMeasures(peopleDown(region)).measures.map(({ field }) => field);
  const said = new Set(chosen.flatMap(fields));
  return regions.filter(
    (region) => chosen.includes(region) || !fields(region).some((field) => said.has(field)),
  );
}

/**
 * The table that comes closest to a ledger when none is one: some needed columns are there, others are not. A person
 * can point at those.
 */
export function nearestLedger(
  grids: readonly Grid[],
  remembered: RememberedRoles = {},
): SheetMatch<LedgerField> | undefined {
  const needed = LEDGER_FIELDS.filter((field) => field.needed).length;
  return best(
    grids.flatMap(findTables),
    new Set(),
    LEDGER_FIELDS,
    remembered.ledger,
    ({ missing }) => missing.length > 0 && missing.length <= needed / 2,
    3,
  );
}

function isOneOf(match: SheetMatch<TeamField> | undefined, region: TableRegion): boolean {
  return match !== undefined && [match, ...match.siblings].some((one) => one.region === region);
}

/** Somebody is named on every row, and something is measured. */
function isAboutPeople(region: TableRegion): boolean {
  const { who, measures } = recogniseMeasures(peopleDown(region));
  return region.rows.length > 0 && measures.length > 0 && (sure(who, "rep") || sure(who, "employeeId"));
}

function sure<Id extends string>(recognition: Recognition<Id>, id: Id): boolean {
  return (recognition.fields[id]?.confidence ?? 0) >= 0.5;
}

function best<Id extends string>(
  regions: readonly TableRegion[],
  taken: Set<TableRegion>,
  fields: readonly Field<Id>[],
  remembered: Mapping | undefined,
  serves: (recognition: Recognition<Id>) => boolean,
  leastRows: number,
  pointed?: string,
): SheetMatch<Id> | undefined {
  const candidates = regions
    .filter((region) => !taken.has(region) && region.rows.length >= leastRows)
    .map((region) => ({ region, recognition: recognise(region, fields, remembered) }))
    .filter(({ recognition }) => serves(recognition))
    .map(({ region, recognition }) => ({ region, recognition, score: scoreOf(region, recognition) }))
    .sort(
      (a, b) =>
        Number(b.region.grid.sheet === pointed) - Number(a.region.grid.sheet === pointed) ||
        b.score - a.score,
    );
  const first = candidates[0];
  if (!first) return undefined;
  const siblings = candidates
    .slice(1)
    .filter((other) => other.region.grid.sheet !== first.region.grid.sheet && sameShape(first, other))
    // Who points at one of several wants that one.
    .filter(() => first.region.grid.sheet !== pointed);
  for (const { region } of [first, ...siblings]) taken.add(region);
  return { ...first, siblings: siblings.map((match) => ({ ...match, siblings: [] })) };
}

/** Sure fields count most; between equals the longer table wins. */
function scoreOf<Id extends string>(region: TableRegion, recognition: Recognition<Id>): number {
  const matches: readonly (number | undefined)[] = Object.values<{ confidence: number } | undefined>(
    recognition.fields,
  ).map((match) => match?.confidence);
  const total = matches.reduce<number>((sum, confidence) => sum + (confidence ?? 0), 0);
  return total - 0.15 * recognition.unused.length + 0.05 * Math.log10(region.rows.length + 1);
}

export interface Candidate {
  readonly region: TableRegion;
  readonly recognition: Recognition;
}

/** Whether nearly all fields stand under the same words, in whatever order and below whatever groups. */
export function sameShape(a: Candidate, b: Candidate): boolean {
  const [left, right] = [headersOf(a), headersOf(b)];
  const shared = [...left].filter((header) => right.has(header)).length;
  return shared >= Math.max(left.size, right.size) * 0.7;
}

function headersOf({ region, recognition }: Candidate): Set<string> {
  const lowest = new Map(
    region.columns.map(({ column, parts }) => [column, headerKey(parts[parts.length - 1] ?? "")]),
  );
  return new Set(
    Object.entries(recognition.fields).flatMap(([id, match]) =>
      match ? [`${id} ${lowest.get(match.column) ?? ""}`] : [],
    ),
  );
}
