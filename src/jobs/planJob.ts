import { applyWorkbook } from "../excel/apply";
import { readGrids } from "../excel/read";
import { buildPlan, type Plan } from "../planning/plan";
import type { PlanRequest } from "../planning/planRequest";
import type { WorkbookSpec } from "../sheets/spec";
import { planBook } from "./planBook";
import { completeRequest, type PlanWish } from "./planRequest";
import { regionRange } from "./surveyView";
import type { JobOptions, WriteReport } from "./types";
import { understand, type Understanding } from "./understand";

/** A plan worked out, but not written. */
export interface PreparedPlan {
  /** Whole: with the team and everything a ledger or a default said. */
  readonly request: PlanRequest;
  readonly plan: Plan;
  readonly spec: WorkbookSpec;
}

/**
 * Works out the plan a wish asks for. The open workbook's ledger is last year's, when there is one; without, the wish
 * brings its own team. Writes nothing.
 *
 * @throws AttainError `request-invalid`, `no-data`; NoSolutionError when locks and bounds contradict one another
 */
export async function preparePlan(wish: PlanWish, options: JobOptions): Promise<PreparedPlan> {
  const { lang, signal, onProgress } = options;
  const grids = await readGrids({
    lang,
    ...(signal ? { signal } : {}),
    onProgress: (fraction) => onProgress?.({ stage: "read", fraction: 0.2 * fraction }),
  });
  onProgress?.({ stage: "recognise", fraction: 0.2 });
  const found = understand(grids);
  const request = completeRequest(wish, found, lang);
  onProgress?.({ stage: "plan", fraction: 0.3 });
  const plan = buildPlan(request);
  onProgress?.({ stage: "describe", fraction: 0.4 });
  const spec = planBook(request, { lang, ...(found ? { source: sourceOf(found) } : {}) });
  return { request, plan, spec };
}

/** Writes a prepared plan into the open workbook: all of it or nothing. */
export async function writePlan(
  { spec }: Pick<PreparedPlan, "spec">,
  options: JobOptions,
): Promise<WriteReport> {
  const { lang, signal, onProgress } = options;
  const report = await applyWorkbook(spec, {
    lang,
    ...(signal ? { signal } : {}),
    onProgress: (fraction) => onProgress?.({ stage: "write", fraction: 0.45 + 0.53 * fraction }),
  });
  onProgress?.({ stage: "finish", fraction: 1 });
  const { sheets, cells, formulas, charts, roundTrips } = report;
  return { sheets, cells, formulas, charts, roundTrips };
}

function sourceOf({ roles: { ledger } }: Understanding): string {
  return ledger
    ? [ledger, ...ledger.siblings]
        .map(({ region }) => `${region.grid.sheet}!${regionRange(region)}`)
        .join(", ")
    : "";
}
