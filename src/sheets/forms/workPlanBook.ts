import type { WorkPlan } from "../../forms/workPlan";
import type { Lang } from "../../words";
import type { SheetSpec } from "../spec";
import { tablePage } from "../tablePageBuilder";
import { pickedCells, quadrantsPage, weekReport } from "./weekPages";
import { workPlanPages } from "./workPlanPages";

/**
 * A work plan as sheets: the weekly report, tasks, months, goals, completion and quadrants. All that is not typed is a
 * formula over what is. `readWorkPlan` reads it back.
 */
export function workPlanSheets(plan: WorkPlan, lang: Lang): SheetSpec[] {
  const { pages, layouts } = workPlanPages(plan, pickedCells(lang), lang);
  const [goals, months, tasks, completion] = pages.map((page) => tablePage(page).sheet);
  const sheets = [
    weekReport(plan, layouts, lang),
    tasks,
    months,
    goals,
    completion,
    quadrantsPage(layouts.tasks, lang),
  ];
  return sheets.filter((sheet) => sheet !== undefined);
}
