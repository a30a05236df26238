import { applyWorkbook } from "../../excel/apply";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { AttainError } from "../../errors";
import { NoSolutionError } from "../../planning/allocate/conflicts";
import { inWords } from "../../planning/conflictText";
import { keepTyped } from "../../planning/keepTyped";
import { type Plan } from "../../planning/plan";
import { buildPlanSet } from "../../planning/planSet";
import type { PlanRequest } from "../../planning/planRequest";
import type { Grid } from "../../records/grid";
import { readRequestSheet } from "../../sheets/plan/readRequestSheet";
import type { GridValue } from "../../sheets/readBack";
import { readTargets, type TypedTargets } from "../../sheets/plan/readTargets";
import type { WorkbookSpec } from "../../sheets/spec";
import { TARGETS_WORDS } from "../../sheets/plan/targetsWords";
import type { Lang } from "../../words";
import { planBookOf } from "./planBook";
import { completeRequest, type PlanWish } from "./planRequest";
import { regionRange } from "../read/surveyView";
import type { JobOptions, WriteReport } from "../types";
import { understand, type Understanding } from "../read/understand";

/** A plan worked out, but not written. */
export interface PreparedPlan {
  /** Whole: with the team and everything a ledger or a default said. */
  readonly request: PlanRequest;
  readonly plan: Plan;
  readonly spec: WorkbookSpec;
  /** What was found typed over the targets, when it was asked to be kept. */
  readonly typed?: TypedTargets;
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
  return prepared(request, lang, found ? sourceOf(found) : undefined);
}

/**
 * Works a plan out again from the workbook it stands in: its request sheet, changed or not, with every cell typed
 * over on the target sheet as a lock, the rest shared out anew around them. Writes nothing.
 *
 * @throws AttainError `request-invalid` naming cells that cannot be understood, `no-data` when the workbook has no
 *   request sheet; NoSolutionError, in words, when what was typed contradicts itself
 */
export async function prepareKept(options: JobOptions): Promise<PreparedPlan> {
  const { lang } = options;
  const { request, grids, tabOf } = await readRequest(options);
  const name = tabOf("targets");
  const targetGrid = grids.find(({ sheet }) =>
    name === undefined ? Object.values(TARGETS_WORDS.tab).some((tab) => tab === sheet) : sheet === name,
  );
  if (!targetGrid) throw new AttainError("sheet-missing", { name: name ?? TARGETS_WORDS.tab[lang] });
  const { plan } = buildPlanSet(request);
  const typed = readTargets(whole(targetGrid), plan, targetGrid.sheet, lang);
  if (typed.mistakes.length > 0) throw notUnderstood(typed.mistakes);
  return { ...prepared(keepTyped(request, typed), lang), typed };
}

/**
 * Works a plan out again from its request sheet as it stands now: another total, other shares, a new scenario chosen.
 * What was typed over the targets gives way. Writes nothing.
 *
 * @throws AttainError `request-invalid` naming cells that cannot be understood, `no-data` when the workbook has no
 *   request sheet; NoSolutionError, in words, when what it asks for contradicts itself
 */
export async function prepareAgain(options: JobOptions): Promise<PreparedPlan> {
  const { request } = await readRequest(options);
  return { ...prepared(request, options.lang), typed: { limits: [], mistakes: [] } };
}

/** Whether the workbook has a request sheet to plan from. */
export async function hasRequest(): Promise<boolean> {
  const state = await readState();
  return state?.sheets.some(({ spec }) => spec === "request") === true;
}

async function readRequest({ lang }: JobOptions) {
  const state = await readState();
  const tabOf = (spec: string): string | undefined => state?.sheets.find((sheet) => sheet.spec === spec)?.tab;
  const tabs = [tabOf("request"), tabOf("targets")].filter((tab) => tab !== undefined);
  const grids = await readGrids({ lang, ...(tabs.length === 2 ? { sheets: tabs } : {}) });
  const requestGrid = grids.find((grid) => /^request:/.test(String(whole(grid)[0]?.[0] ?? "")));
  if (!requestGrid) throw new AttainError("no-data");
  const read = readRequestSheet(whole(requestGrid), requestGrid.sheet);
  if (!read.request || read.mistakes.length > 0) throw notUnderstood(read.mistakes);
  return { request: read.request, grids, tabOf };
}

function prepared(request: PlanRequest, lang: Lang, source?: string): PreparedPlan {
  try {
    const set = buildPlanSet(request);
    const spec = planBookOf(set, { lang, ...(source === undefined ? {} : { source }) });
    return { request, plan: set.plan, spec };
  } catch (error) {
    throw error instanceof NoSolutionError ? inWords(error, request, lang) : error;
  }
}

/** A sheet's values from A1 on. */
function whole({ top, left, values }: Grid): readonly (readonly GridValue[])[] {
  const indent = Array<GridValue>(left).fill(null);
  return [...Array.from({ length: top }, () => []), ...values.map((row) => [...indent, ...row])];
}

function notUnderstood(mistakes: readonly { readonly where: string; readonly what: string }[]): AttainError {
  return new AttainError("request-invalid", {
    detail: mistakes.map(({ where, what }) => `${where} ${what}`).join("; "),
  });
}

/** Writes a prepared plan into the open workbook: all of it or nothing. */
export async function writePlan(
  { spec, typed }: Pick<PreparedPlan, "spec" | "typed">,
  options: JobOptions,
): Promise<WriteReport> {
  const { lang, signal, onProgress } = options;
  const report = await applyWorkbook(spec, {
    lang,
    // What was typed is in the plan already: carried over as it stood it would undo the rest of it.
    ...(typed ? { typed: "replace" } : {}),
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
