import { scalarAt, type Scalar } from "../../formula/column";
import { excelRound } from "../../formula/rounding";
import { compileScheme } from "../compile";
import { NAMES } from "../names";
import type { Scheme } from "../scheme";
import { scoreColumns, type People } from "../scoreTeam";
import type { PayPlan } from "./payPlan";
import type { PayPeople } from "./payTeam";

const plain = (text: string | undefined): string => (text ?? "").trim().toLowerCase();

/**
 * Which lines of a scorecard belong to each person to pay: by name and unit, or by name alone where nobody of that
 * unit is scored. Over several periods there are several, in the scorecard's order; none for people scored elsewhere.
 *
 * @example scoredRows(pay, scored)[0] // [3]
 */
export function scoredRows(
  pay: Pick<People, "names" | "units">,
  scored: Pick<People, "names" | "units">,
): readonly (readonly number[])[] {
  const lines = scored.names.map((name, row) => ({ row, name: plain(name), unit: plain(scored.units[row]) }));
  return pay.names.map((name, i) => {
    const named = lines.filter((line) => line.name !== "" && line.name === plain(name));
    const inUnit = named.filter(({ unit }) => unit === plain(pay.units[i]));
    return (inUnit.length > 0 ? inUnit : named).map(({ row }) => row);
  });
}

/**
 * The people to pay with what the plan takes from the scorecard put in anew. Of a person with several lines the mean
 * counts, rounded as totals are; people without a line keep what they had.
 *
 * @throws AttainError `scheme-invalid`
 */
export function withMatchedScores(plan: PayPlan, scheme: Scheme, scored: People, pay: PayPeople): PayPeople {
  const columns = scoreColumns(compileScheme(scheme, { exempt: scored.exempt !== undefined }), scored);
  const rows = scoredRows(pay, scored);
  const inputs = new Map(pay.inputs);
  for (const { id, from } of plan.inputs) {
    const column = from === undefined ? undefined : columns.get(from);
    if (!column) continue;
    const given = pay.inputs.get(id) ?? [];
    inputs.set(
      id,
      rows.map((own, i): Scalar => {
        const values = own.map((row) => scalarAt(column, row));
        const [first = null] = values;
        if (own.length === 0) return given[i] ?? null;
        return own.length === 1 ? first : meanOf(values, from === NAMES.total ? scheme.decimals : undefined);
      }),
    );
  }
  return { ...pay, inputs };
}

function meanOf(values: readonly Scalar[], decimals: number | undefined): Scalar {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === 0) return null;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return decimals === undefined ? mean : excelRound(mean, decimals);
}
