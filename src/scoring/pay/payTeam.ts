import {
  NUMBER,
  TEXT,
  columnOf,
  kindAt,
  numberAt,
  textAt,
  type Column,
  type Scalar,
} from "../../formula/column";
import { evaluate, type Scope } from "../../formula/evaluate";
import { paramOf, tableOf } from "../rule";
import type { People } from "../scoreTeam";
import { PAY_NAMES, UPPER, compilePay, type CompiledPay, type PayStep } from "./compilePay";
import { PEOPLE, POSITIONS, WAITING } from "./kind";
import type { PayPlan } from "./payPlan";
import { TIERS, TIER_STEP } from "./kinds/commission";

/** The people to pay. Positions and managers are needed only where the plan asks for them. */
export interface PayPeople extends People {
  readonly positions?: readonly string[];
  /** Each person's manager by name; "" for none. Managers are found among `names`. */
  readonly managers?: readonly string[];
}

/** One person's pay, in the plan's currency. Null is waiting for data: `remark` says which. */
export interface PaySlip {
  readonly name: string;
  readonly unit: string;
  readonly amounts: ReadonlyMap<string, number | null>;
  readonly paid: number | null;
  readonly later: number | null;
  readonly remark: string;
}

/** What rounding did to a column: rounded rows against the same rows as they were worked out. */
export interface RoundingGap {
  /** A component's id, or `paid`. */
  readonly item: string;
  readonly rounded: number;
  readonly exact: number;
}

export interface PayResult {
  readonly slips: readonly PaySlip[];
  readonly paid: number;
  readonly later: number;
  /** People whose pay waits for data. */
  readonly waiting: number;
  /** One entry for each rounded column; where `rounded` exceeds `exact`, more is paid than was worked out. */
  readonly rounding: readonly RoundingGap[];
}

/**
 * Everybody's pay at once, column by column.
 *
 * @throws AttainError `scheme-invalid` when the plan has a mistake
 * @example payTeam(plan, people).slips[0]?.paid // 5724
 */
export function payTeam(plan: PayPlan, people: PayPeople): PayResult {
  const compiled = compilePay(plan);
  const columns = payColumns(compiled, people);
  const number = (name: string, row: number): number | null => {
    const column = columns.get(name);
    return column && kindAt(column, row) === NUMBER ? numberAt(column, row) : null;
  };
  const slips = people.names.map((name, row): PaySlip => {
    const remark = columns.get(PAY_NAMES.remark);
    return {
      name,
      unit: people.units[row] ?? "",
      amounts: new Map(plan.components.map(({ id }) => [id, number(id, row)])),
      paid: number(PAY_NAMES.paid, row),
      later: compiled.later ? number(PAY_NAMES.later, row) : 0,
      remark: remark ? textAt(remark, row).trim() : "",
    };
  });
  const sum = (name: string): number => slips.reduce((total, _, row) => total + (number(name, row) ?? 0), 0);
  return {
    slips,
    paid: sum(PAY_NAMES.paid),
    later: compiled.later ? sum(PAY_NAMES.later) : 0,
    waiting: slips.filter(({ paid, later }) => paid === null || later === null).length,
    rounding: [
      ...compiled.components.flatMap(({ exact, amount }) =>
        exact ? [{ item: amount.name, rounded: sum(amount.name), exact: sum(exact.name) }] : [],
      ),
      ...(compiled.exactPaid
        ? [{ item: "paid", rounded: sum(PAY_NAMES.paid), exact: sum(compiled.exactPaid.name) }]
        : []),
    ],
  };
}

/** The plan's expressions in an order in which each finds what it reads. */
function payStepsOf({ components, exactPaid, paid, later, remark }: CompiledPay): PayStep[] {
  const parts = components.flatMap(({ exact, amount }) => (exact ? [exact, amount] : [amount]));
  return [...parts, ...(exactPaid ? [exactPaid] : []), paid, ...(later ? [later] : []), remark];
}

/** Every value of the plan as a column, by its name in {@link PAY_NAMES}. */
function payColumns(compiled: CompiledPay, people: PayPeople): ReadonlyMap<string, Column> {
  const { plan } = compiled;
  const rows = people.names.length;
  const columns = new Map<string, Column>([
    [PEOPLE.name, columnOf(people.names)],
    [PEOPLE.unit, columnOf(people.units)],
    [PEOPLE.position, columnOf(people.positions ?? people.names.map(() => ""))],
    [PEOPLE.manager, columnOf(people.managers ?? people.names.map(() => ""))],
  ]);
  for (const { id } of plan.inputs) {
    const cells = people.inputs.get(id);
    columns.set(id, columnOf(cells && cells.length > 0 ? cells : [null]));
  }
  const { values, vectors } = parametersOf(plan);
  for (const [name, value] of values) columns.set(name, columnOf([value]));
  const tables = new Map([...vectors].map(([name, cells]) => [name, columnOf(cells)]));
  const known = (name: string): Column => {
    const column = columns.get(name);
    if (!column) throw new RangeError(`Nothing is called “${name}”`);
    return column;
  };
  const scope: Scope = {
    rows,
    input: known,
    vector: (name) => tables.get(name) ?? spread(known(name.replace(/^all:/, "")), rows),
  };
  if (compiled.needs.managers) columns.set(PEOPLE.upper, evaluate(UPPER, scope));
  for (const { name, expr } of payStepsOf(compiled)) columns.set(name, evaluate(expr, scope));
  return columns;
}

/** A value that stands for every row, written out. */
function spread(column: Column, rows: number): Column {
  if (column.numbers.length === rows) return column;
  const kind = kindAt(column, 0);
  return {
    numbers: new Float64Array(rows).fill(numberAt(column, 0)),
    kinds: kind,
    texts: kind === TEXT ? Array.from({ length: rows }, () => textAt(column, 0)) : [],
  };
}

/** The plan's parameters and tables by name, as the pay plan's sheet holds them. */
function parametersOf(plan: PayPlan): {
  readonly values: ReadonlyMap<string, Scalar>;
  readonly vectors: ReadonlyMap<string, readonly Scalar[]>;
} {
  const values = new Map<string, Scalar>();
  const vectors = new Map<string, readonly Scalar[]>();
  if (plan.round) values.set(PAY_NAMES.planDigits, plan.round.digits);
  for (const { component, kind } of compilePay(plan).components) {
    const { id, rule, round, noData, positions } = component;
    values.set(PAY_NAMES.noData(id), noData === "zero" ? 0 : WAITING);
    if (round) values.set(PAY_NAMES.digits(id), round.digits);
    for (const spec of kind.params) values.set(PAY_NAMES.param(id, spec.key), paramOf(rule, spec));
    for (const table of kind.tables) {
      const rows = tableOf(rule, table.key);
      for (const column of table.columns) {
        const cells = rows.map((row) => row[column.key] ?? column.initial ?? null);
        vectors.set(PAY_NAMES.param(id, `${table.key}.${column.key}`), cells);
      }
      if (table === TIERS) {
        const rates = rows.map(({ rate }) => Number(rate));
        vectors.set(
          PAY_NAMES.param(id, TIER_STEP),
          rates.map((rate, i) => rate - (rates[i + 1] ?? 0)),
        );
      }
    }
    if (positions) vectors.set(PAY_NAMES.param(id, POSITIONS), positions);
  }
  return { values, vectors };
}
