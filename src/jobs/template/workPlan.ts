import { AttainError } from "../../errors";
import { applyWorkbook } from "../../excel/apply";
import type { ApplyReport } from "../../excel/apply";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { mondayOf, rollOver, type Task, type WorkPlan } from "../../forms/workPlan";
import type { Grid } from "../../records/grid";
import { readWorkPlan, type NamedGrid, type ReadWorkPlan } from "../../sheets/forms/readWorkPlan";
import { workPlanSheets } from "../../sheets/forms/workPlanBook";
import { W } from "../../sheets/forms/workPlanWords";
import type { WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import type { JobOptions } from "../types";

/** A work plan as a workbook, the weekly report in front. */
export function workPlanBook(plan: WorkPlan, lang: Lang): WorkbookSpec {
  const sheets = workPlanSheets(plan, lang);
  return { sheets, names: [], activate: sheets[0]?.id ?? "" };
}

/**
 * Reads the work plan of the open workbook, whoever saved it last.
 *
 * @throws AttainError `no-work-plan`
 */
export async function openWorkPlan(options: Pick<JobOptions, "signal">): Promise<ReadWorkPlan> {
  const signal = options.signal ? { signal: options.signal } : {};
  const state = await readState();
  const ours = state ? await readGrids({ ...signal, sheets: state.sheets.map(({ tab }) => tab) }) : [];
  const read = readWorkPlan([...ours, ...(await readGrids(signal))].map(fromA1));
  if (!read) throw new AttainError("no-work-plan");
  return read;
}

export interface Rolled {
  readonly week: string;
  readonly moved: readonly Task[];
  readonly report?: ApplyReport;
}

/**
 * Moves what a week left open to the next one and writes the plan again; nothing is written when nothing was open.
 *
 * @param of any day of the week that ends, ISO; default the last week that has open tasks and is not the newest
 * @throws AttainError `no-work-plan`, `unknown-name` for a week without tasks, `request-invalid`, and what writing throws
 */
export async function rollWorkPlan(of: string | undefined, options: JobOptions): Promise<Rolled> {
  const { plan, lang } = await openWorkPlan(options);
  const week = of === undefined ? firstOpenWeek(plan) : mondayOf(of);
  if (of !== undefined && !plan.tasks.some((task) => task.week === week))
    throw new AttainError("unknown-name", { name: week, known: weeksOf(plan).join(", ") });
  const { plan: after, moved } = rollOver(plan, week, W.moved[lang]);
  if (moved.length === 0) return { week, moved };
  return { week, moved, report: await write(after, lang, options) };
}

/**
 * Locks the plan: from now on only statuses, reasons and checks can be typed.
 *
 * @throws AttainError `no-work-plan`, and what writing throws
 */
export async function approveWorkPlan(
  approved: { readonly by: string; readonly on: string },
  options: JobOptions,
): Promise<ApplyReport> {
  const { plan, lang } = await openWorkPlan(options);
  return write({ ...plan, approved }, lang, options);
}

async function write(plan: WorkPlan, lang: Lang, { signal, onProgress }: JobOptions): Promise<ApplyReport> {
  return applyWorkbook(workPlanBook(plan, lang), {
    lang,
    ...(signal ? { signal } : {}),
    onProgress: (fraction) => onProgress?.({ stage: "write", fraction }),
    // Everything typed is in the plan already; carried over once more it would undo what the plan says now.
    typed: "replace",
  });
}

const weeksOf = ({ tasks }: WorkPlan): string[] =>
  [...new Set(tasks.flatMap(({ week }) => (week === "" ? [] : [week])))].sort();

/** The earliest week with something open: what is later is still under way. */
function firstOpenWeek({ tasks }: WorkPlan): string {
  const open = tasks
    .filter(({ status, week }) => (status ?? "open") === "open" && week !== "")
    .map(({ week }) => week);
  return open.sort()[0] ?? "";
}

function fromA1({ sheet, top, left, values }: Grid): NamedGrid {
  return {
    tab: sheet,
    values: [
      ...Array.from({ length: top }, () => []),
      ...values.map((row) => [...Array.from({ length: left }, () => null), ...row]),
    ],
  };
}
