import { columnIndex } from "../../formula/references";
import { PEOPLE } from "../../scoring/pay/kind";
import { PAY_NAMES } from "../../scoring/pay/compilePay";
import type { PayPlan } from "../../scoring/pay/payPlan";
import type { PayPeople } from "../../scoring/pay/payTeam";
import type { Mistake } from "../../scoring/scheme";
import { text, type Grid, type GridValue } from "../readBack";
import type { PayLayout } from "./summaryLayout";
import { paySummarySheet } from "./summarySheet";

/** A pay summary read back: who is paid, what they bring, and what the sheet says they are paid. */
export interface ReadPaySummary {
  readonly people: PayPeople;
  readonly layout: PayLayout;
  /** As shown: null waits for data. */
  readonly paid: readonly (number | null)[];
}

const STRANGER = {
  "zh-CN": "表头与薪酬方案对不上；请重新生成薪酬汇总",
  "en-US": "the headers do not fit the pay plan; make the pay summary again",
} as const;

/**
 * Reads the pay summary made from a plan.
 *
 * @param rows the sheet's values from A1 on
 * @returns the mistake instead when the page belongs to another plan
 */
export function readPaySummary(
  plan: PayPlan,
  rows: Grid,
  tab: string,
): ReadPaySummary | { readonly mistakes: readonly Mistake[] } {
  const nobody: PayPeople = { names: [], units: [], inputs: new Map() };
  const { sheet, layout } = paySummarySheet(plan, nobody, { references: new Map(), sheetName: tab });
  const { headerRow, firstRow, columns } = layout;
  const headers = sheet.blocks[0]?.cells[headerRow - 1] ?? [];
  const found = rows[headerRow - 1] ?? [];
  if (headers.some((header, i) => header !== text(found[i])))
    return { mistakes: [{ where: `${tab}!A${headerRow}`, what: STRANGER[plan.lang] }] };
  const at = (row: readonly GridValue[], name: string): GridValue => {
    const letter = columns.get(name);
    return letter === undefined ? null : (row[columnIndex(letter)] ?? null);
  };
  const people: (readonly GridValue[])[] = [];
  for (const row of rows.slice(firstRow - 1)) {
    // The sums by unit have no name.
    if (text(at(row, PEOPLE.name)) === "") break;
    people.push(row);
  }
  const texts = (name: string): string[] => people.map((row) => text(at(row, name)));
  const lastRow = firstRow + people.length - 1;
  const units = new Set(texts(PEOPLE.unit).filter((unit) => unit !== "")).size;
  return {
    layout: { ...layout, lastRow, totalRow: lastRow + units + 1 },
    paid: people.map((row) => {
      const paid = at(row, PAY_NAMES.paid);
      return typeof paid === "number" ? paid : null;
    }),
    people: {
      names: texts(PEOPLE.name),
      units: texts(PEOPLE.unit),
      ...(columns.has(PEOPLE.position) && { positions: texts(PEOPLE.position) }),
      ...(columns.has(PEOPLE.manager) && { managers: texts(PEOPLE.manager) }),
      inputs: new Map(
        plan.inputs.map(({ id }) => [
          id,
          people.map((row) => {
            const value = at(row, id);
            return value === "" ? null : value;
          }),
        ]),
      ),
    },
  };
}
