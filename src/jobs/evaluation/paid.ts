import { AttainError } from "../../errors";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import type { PayPlan } from "../../scoring/pay/payPlan";
import { payPlanSheet } from "../../sheets/pay/planSheet";
import { readPayPlan } from "../../sheets/pay/readPayPlan";
import { readPaySummary, type ReadPaySummary } from "../../sheets/pay/readPaySummary";
import { fromA1 } from "./scored";

/** The pay of the open workbook as its own pages say it now: what people changed on them counts. */
export interface Paid extends ReadPaySummary {
  readonly plan: PayPlan;
  /** Parameters of the plan → where they stand. */
  readonly references: ReadonlyMap<string, string>;
}

/**
 * @returns undefined when the workbook has no pay pages
 * @throws AttainError `scheme-invalid` with every mistake of the pay plan's sheet, each with its cell
 */
export async function openPaid({ signal }: { readonly signal?: AbortSignal } = {}): Promise<
  Paid | undefined
> {
  const ours = (await readState())?.sheets ?? [];
  const [plan, summary] = ["payPlan", "paySummary"].map((id) => ours.find(({ spec }) => spec === id)?.tab);
  if (plan === undefined || summary === undefined) return undefined;
  const grids = await readGrids({ sheets: [plan, summary], ...(signal ? { signal } : {}) });
  const rowsOf = (tab: string) => {
    const grid = grids.find(({ sheet }) => sheet === tab);
    if (!grid) throw new AttainError("sheet-missing", { name: tab }, { sheet: tab });
    return fromA1(grid);
  };
  const read = readPayPlan(rowsOf(plan), plan);
  if (!read.plan || read.mistakes.length > 0) throw refused(read.mistakes);
  const people = readPaySummary(read.plan, rowsOf(summary), summary);
  if ("mistakes" in people) throw refused(people.mistakes);
  return { plan: read.plan, references: payPlanSheet(read.plan, plan).references, ...people };
}

function refused(mistakes: readonly { readonly where: string; readonly what: string }[]): AttainError {
  return new AttainError("scheme-invalid", {
    detail: mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
  });
}
