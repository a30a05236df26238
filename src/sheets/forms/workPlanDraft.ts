import type { TableColumn, TablePage } from "../tablePage";
import type { PageColumn } from "./workPlanFormulas";

/** Ids of a work plan's pages. */
export const WORK_PLAN_SHEETS = {
  goals: "workGoals",
  months: "workMonths",
  tasks: "workTasks",
  completion: "workCompletion",
  report: "workReport",
  quadrants: "workQuadrants",
} as const;

/** Empty rows that wait to be filled in. */
export const SPARE = { goals: 4, months: 10, tasks: 40, people: 5 } as const;

/** A page whose formulas are still to come. */
export type Draft = Omit<TablePage, "columns"> & { readonly columns: readonly PageColumn[] };

/** Columns of one of the pages. */
export const of = (page: PageColumn["page"], columns: readonly TableColumn[]): PageColumn[] =>
  columns.map((column) => ({ ...column, page }));
