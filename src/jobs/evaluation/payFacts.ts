import type { Scalar } from "../../formula/column";
import { ABSOLUTE, cellRef } from "../../formula/references";
import { tidyText } from "../../records/clean/text";
import { isBlank, type Cell, type Grid } from "../../records/grid";
import { headerKey } from "../../records/fields/headers";
import { PERSON_FIELDS } from "../../records/fields/personFields";
import { PEOPLE } from "../../scoring/pay/kind";
import type { PayPlan } from "../../scoring/pay/payPlan";
import type { PayPeople } from "../../scoring/pay/payTeam";
import { valueOf } from "./evaluationTable";
import { PERSON_HEADERS } from "./peopleHeader";

/** What the workbook's own tables say about the people to pay, and the cells it stands in. */
export interface PayFacts {
  readonly people: PayPeople;
  /** By input id or name of `PEOPLE`: the cell with sheet, for each person. */
  readonly sources: ReadonlyMap<string, readonly (string | null)[]>;
  /** Tabs that were used. */
  readonly sheets: readonly string[];
}

const wordsOf = (id: "rep" | "manager" | "unit"): readonly string[] =>
  PERSON_FIELDS.find((field) => field.id === id)?.words ?? [];
const keys = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(headerKey));
const NAME = keys([...PERSON_HEADERS.name, ...wordsOf("rep")]);
const UNIT = keys([...PERSON_HEADERS.unit, ...wordsOf("unit")]);
const FACTS: readonly (readonly [name: string, words: ReadonlySet<string>])[] = [
  [PEOPLE.position, keys(PERSON_HEADERS.position)],
  [PEOPLE.manager, keys([...PERSON_HEADERS.manager, ...wordsOf("manager")])],
];
const HEADER_ROWS = 30;

/**
 * Positions, managers and the plan's own inputs out of tables that list each person once, by header. What the plan
 * takes from scores is left alone. What several tables say of somebody is taken from the first.
 *
 * @param grids the sheets people made, or those where an evaluation lists its people
 */
export function findPayFacts(
  grids: readonly Grid[],
  plan: PayPlan,
  people: Pick<PayPeople, "names" | "units">,
): PayFacts {
  const facts = new Map<string, (Fact | undefined)[]>();
  const sheets = new Set<string>();
  for (const grid of grids) {
    const table = tableIn(grid, plan);
    if (!table) continue;
    const rows = people.names.map((name, i) => rowOf(grid, table, name, people.units[i] ?? ""));
    if (rows.every((row) => row < 0)) continue;
    for (const [fact, { column, read, number }] of table.facts) {
      const own = facts.get(fact) ?? people.names.map(() => undefined);
      facts.set(
        fact,
        own.map((known, i) => {
          const row = rows[i] ?? -1;
          const cell = grid.values[row]?.[column] ?? null;
          if (known || row < 0 || isBlank(cell)) return known;
          sheets.add(grid.sheet);
          // A number written as text is taken over as a number: a formula would only repeat the text.
          const place =
            number && typeof cell !== "number"
              ? null
              : cellRef(grid.top + row, grid.left + column, { ...ABSOLUTE, sheet: grid.sheet });
          return { value: read(cell), place };
        }),
      );
    }
  }
  const values = new Map([...facts].map(([fact, own]) => [fact, own.map((one) => one?.value ?? null)]));
  const sources = new Map([...facts].map(([fact, own]) => [fact, own.map((one) => one?.place ?? null)]));
  const texts = (name: string): readonly string[] | undefined =>
    values.get(name)?.map((value) => (typeof value === "string" ? value : ""));
  const [positions, managers] = [texts(PEOPLE.position), texts(PEOPLE.manager)];
  return {
    people: {
      names: people.names,
      units: people.units,
      ...(positions && { positions }),
      ...(managers && { managers }),
      inputs: new Map(plan.inputs.flatMap(({ id }) => (values.has(id) ? [[id, values.get(id) ?? []]] : []))),
    },
    sources,
    sheets: [...sheets],
  };
}

interface Fact {
  readonly value: Scalar;
  readonly place: string | null;
}

interface FactColumn {
  readonly column: number;
  readonly read: (cell: Cell) => Scalar;
  readonly number: boolean;
}

interface Table {
  readonly header: number;
  readonly name: number;
  readonly unit: number;
  readonly facts: ReadonlyMap<string, FactColumn>;
}

const word = (cell: Cell): Scalar => (isBlank(cell) ? null : tidyText(String(cell)));

function tableIn(grid: Grid, { inputs }: PayPlan): Table | undefined {
  for (let header = 0; header < Math.min(grid.values.length, HEADER_ROWS); header += 1) {
    const cells = (grid.values[header] ?? []).map((cell) => headerKey(String(cell ?? "")));
    const name = cells.findIndex((key) => NAME.has(key));
    if (name < 0) continue;
    const facts = new Map<string, FactColumn>();
    for (const [fact, words] of FACTS) {
      const column = cells.findIndex((key, i) => i !== name && words.has(key));
      if (column >= 0) facts.set(fact, { column, read: word, number: false });
    }
    for (const input of inputs) {
      if (input.from !== undefined) continue;
      const column = cells.findIndex(
        (key) => key !== "" && [headerKey(input.name), headerKey(input.id)].includes(key),
      );
      if (column >= 0)
        facts.set(input.id, {
          column,
          read: (cell) => valueOf(cell, input),
          number: input.format !== "word",
        });
    }
    const unit = cells.findIndex((key) => UNIT.has(key));
    // Somebody named on several lines: a ledger, not a list of people.
    if (facts.size > 0 && !repeats(grid, header, name, unit)) return { header, name, unit, facts };
  }
  return undefined;
}

const same = (cell: Cell | undefined, text: string): boolean =>
  tidyText(String(cell ?? "")).toLowerCase() === tidyText(text).toLowerCase();

function repeats(grid: Grid, header: number, name: number, unit: number): boolean {
  const named = grid.values
    .slice(header + 1)
    .filter((row) => !isBlank(row[name]))
    .map((row) => `${String(row[name])}\t${unit < 0 ? "" : String(row[unit] ?? "")}`.toLowerCase());
  return new Set(named).size < named.length;
}

/** The person's line: the one of their unit where several have the name. −1 when there is none. */
function rowOf(grid: Grid, { header, name, unit }: Table, person: string, own: string): number {
  const rows = grid.values.flatMap((row, i) => (i > header && same(row[name], person) ? [i] : []));
  const inUnit = rows.filter((row) => unit >= 0 && same(grid.values[row]?.[unit], own));
  return inUnit[0] ?? rows[0] ?? -1;
}
