import { AttainError } from "../errors";
import { lookOf } from "../sheets/palette";
import type { SpecCell, WorkbookSpec } from "../sheets/spec";
import { planBeside, type BesidePlan } from "./beside/plan";
import { backUp, keepOf, writeBeside } from "./beside/write";
import { newState, type BesideBackup, type State } from "./state/state";
import { toAttainError } from "./errors";
import { takeCleanSnapshot } from "./swap/mend";
import type { CellFormula } from "./swap/cellFormulas";
import type { ExcelOptions } from "./options";
import {
  orderAfter,
  planRun,
  undoOf,
  type Kept,
  type PlannedSheet,
  type RunPlan,
  type TypedInputs,
} from "./swap/plan";
import { runSession, type Session } from "./session";
import { stageSheets } from "./swap/stage";
import { storable } from "./swap/storable";
import type { Snapshot } from "./swap/survey";
import { runSwap, type Swap } from "./swap/swap";
import type { Undo } from "./swap/journal";
import { addressIn } from "../formula/references";
import { putBack, removeSheet } from "./swap/undo";
import { checkSpec } from "./swap/validate";

export interface ApplyReport {
  /** Final tab names, in order. */
  readonly sheets: readonly string[];
  readonly cells: number;
  readonly formulas: number;
  readonly charts: number;
  readonly roundTrips: number;
  /** Estimate. */
  readonly requestBytes: number;
  /** Tabs of an earlier run that were replaced. */
  readonly replaced: readonly string[];
  /** What people had typed or edited on them, and where it is now. */
  readonly kept: readonly Kept[];
}

export interface ApplyOptions extends ExcelOptions {
  /**
   * What becomes of values people typed into the inputs of sheets that are replaced: carried over (the default), or
   * given up because the spec was made from them.
   */
  readonly typed?: TypedInputs;
  /** Formulas for cells of sheets that stay, written with the pages they point at or not at all. */
  readonly formulas?: readonly CellFormula[];
}

/** How much of the whole is done after each part. */
const AFTER_PLAN = 0.1;
const AFTER_STAGE = 0.9;

/**
 * Writes the sheets of `spec` into the open workbook: all of them or none.
 *
 * Sheets of an earlier run with the same ids are replaced where they stand, under the tab names people gave them; what
 * was typed into their inputs is carried over. A failure or a cancel at any moment puts the workbook back as it was.
 *
 * @throws AttainError `request-invalid` before Excel is asked anything; `cell-editing`, `workbook-protected`,
 *   `sheet-protected`, `too-large`, `cancelled`, `write-failed`, or `put-back-failed` when Excel could not even be
 *   reached to put things back: then the next run does so first
 * @example await applyWorkbook(spec, { lang: "zh-CN", signal })
 */
export async function applyWorkbook(spec: WorkbookSpec, options: ApplyOptions = {}): Promise<ApplyReport> {
  checkSpec(spec);
  return runSession({ signal: options.signal, doing: "writing" }, async (session) => {
    const snapshot = await takeCleanSnapshot(session);
    if (snapshot.protected) throw new AttainError("workbook-protected");
    const pages = await planRun(
      session,
      spec,
      snapshot,
      options.lang ?? "en-US",
      options.typed,
      options.formulas,
    );
    const beside = await planBeside(session, spec.beside ?? [], snapshot, finalTabs(pages));
    const plan = withBeside(pages, beside, spec.forget ?? [], snapshot);
    options.onProgress?.(AFTER_PLAN);
    const requestBytes = await stageAndSwap(session, spec, snapshot, plan, beside, options);
    await dropOldAsides(session, plan);
    options.onProgress?.(1);
    return reportOf(plan, session.trips, requestBytes);
  });
}

async function stageAndSwap(
  session: Session,
  spec: WorkbookSpec,
  snapshot: Snapshot,
  plan: RunPlan,
  beside: BesidePlan,
  options: ExcelOptions,
): Promise<number> {
  let undo = undoOf(snapshot, plan, []);
  let swapping = false;
  try {
    const staging = {
      sheets: plan.sheets,
      names: plan.names.add,
      renamed: plan.names.renamed,
      digitPoints: snapshot.digitPoints,
      look: lookOf(colorsOf(spec, snapshot)),
    };
    const { ids, bytes } = await stageSheets(session, staging, (fraction) => {
      options.onProgress?.(AFTER_PLAN + fraction * (AFTER_STAGE - AFTER_PLAN));
    });
    session.checkCancelled();
    const backups = await backUp(session, keepOf(beside));
    const also = (): void => writeBeside(session.workbook.worksheets, beside);
    undo = { ...undoOf(snapshot, plan, [...ids, ...backups.map(({ copy }) => copy)]), beside: backups };
    swapping = true;
    await runSwap(session, { ...swapOf(spec, snapshot, plan, ids, backups), also }, undo);
    return bytes;
  } catch (error) {
    await putBackAfter(error, session, undo, swapping);
    throw snapshot.readOnly ? readOnlyError(error) : error;
  }
}

/** What a workbook opened for reading refuses, under its own name. */
export function readOnlyError(error: unknown): unknown {
  const { code } = toAttainError(error, "writing");
  return ["sheet-protected", "workbook-protected", "write-failed"].includes(code)
    ? new AttainError("read-only", {}, undefined, { cause: error })
    : error;
}

/** @throws AttainError("put-back-failed") when the workbook cannot be put back now */
export async function putBackAfter(
  failure: unknown,
  session: Session,
  undo: Undo,
  swapping: boolean,
): Promise<void> {
  try {
    await putBack(session, undo, swapping);
  } catch (error) {
    const reasons = [failure, error].map((each) => toAttainError(each, "writing").message);
    throw new AttainError("put-back-failed", { detail: [...new Set(reasons)].join(" ") }, undefined, {
      cause: failure,
    });
  }
}

/** Tab names in the spec → those the pages get. */
const finalTabs = ({ sheets }: RunPlan): Map<string, string> =>
  new Map(sheets.map(({ spec, tab }) => [spec.name, tab]));

/** The plan with what results beside people's data add to it. */
function withBeside(
  plan: RunPlan,
  { kept }: BesidePlan,
  forget: readonly string[],
  { names, state }: Snapshot,
): RunPlan {
  const going = new Set(forget.map((name) => name.toLowerCase()));
  const ours = new Set((state?.names ?? []).map((name) => name.toLowerCase()));
  const gone = names.filter(({ name }) => going.has(name.toLowerCase()) && ours.has(name.toLowerCase()));
  const known = new Set(plan.names.before.map(({ name }) => name));
  return {
    ...plan,
    kept: [...plan.kept, ...kept],
    names: {
      ...plan.names,
      remove: [...new Set([...plan.names.remove, ...gone.map(({ name }) => name)])],
      before: [...plan.names.before, ...gone.filter(({ name }) => !known.has(name))],
      ours: plan.names.ours.filter((name) => !going.has(name.toLowerCase())),
    },
  };
}

function swapOf(
  spec: WorkbookSpec,
  snapshot: Snapshot,
  plan: RunPlan,
  ids: readonly string[],
  backups: readonly BesideBackup[],
): Swap {
  const idOf = (index: number): string => ids[index] ?? "";
  const shown = spec.sheets.findIndex(({ id }) => id === spec.activate);
  return {
    leaving: plan.sheets.flatMap(({ old, aside, keptVisible }) =>
      old ? [{ id: old.id, aside, keptVisible }] : [],
    ),
    arriving: [
      ...plan.sheets.map(({ tab, old }, index) => ({
        id: idOf(index),
        tab,
        // A sheet that a person hid stays hidden, unless it is the one to show.
        visibility:
          old?.visibility === "Hidden" && index !== shown ? ("Hidden" as const) : ("Visible" as const),
      })),
      ...backups.map(({ copy, aside }) => ({ id: copy, tab: aside, visibility: "VeryHidden" as const })),
    ],
    order: orderAfter(snapshot, plan, ids),
    repoint: plan.names.repoint,
    addNames: [],
    removeNames: plan.names.remove,
    rewrites: plan.rewrites,
    ...locks(snapshot, plan),
    state: storable(stateAfter(snapshot, plan, ids, colorsOf(spec, snapshot), backups)),
    activate: idOf(shown),
  };
}

/** Old sheets that stay in sight are the person's from now on; ours with formulas to rewrite open only for that. */
function locks(snapshot: Snapshot, plan: RunPlan): Pick<Swap, "unlock" | "lock"> {
  const released = plan.sheets.flatMap(({ old, keptVisible }) =>
    old?.protected && keptVisible ? [old.id] : [],
  );
  const rewritten = new Set(plan.rewrites.map(({ sheet }) => sheet));
  const reopened = snapshot.sheets
    .filter((sheet) => sheet.protected && rewritten.has(sheet.id))
    .map(({ id }) => id);
  return { unlock: [...released, ...reopened], lock: reopened };
}

/** Pages that join a workbook in a company's colours are drawn in them too. */
const colorsOf = (spec: WorkbookSpec, { state }: Snapshot): State["colors"] => spec.colors ?? state?.colors;

function stateAfter(
  snapshot: Snapshot,
  plan: RunPlan,
  ids: readonly string[],
  colors: State["colors"],
  backups: readonly BesideBackup[],
): State {
  const before = snapshot.state;
  const written = new Set(plan.sheets.map(({ spec }) => spec.id));
  return newState({
    at: new Date().toISOString(),
    sheets: [
      ...(before?.sheets ?? []).filter(({ spec }) => !written.has(spec)),
      ...plan.sheets.map(({ spec, tab, memory }, index) => ({
        spec: spec.id,
        id: ids[index] ?? "",
        tab,
        ...memory,
      })),
    ],
    names: plan.names.ours,
    ...(colors ? { colors } : {}),
    previous: {
      aside: plan.sheets.flatMap(({ old, aside, spec }) =>
        old
          ? [
              {
                id: old.id,
                tab: old.name,
                asideTab: aside,
                spec: spec.id,
                visibility: old.visibility,
                protected: old.protected,
              },
            ]
          : [],
      ),
      names: plan.names.before,
      ...(plan.formulas.length > 0 && { formulas: plan.formulas }),
      ...(backups.length > 0 && { beside: backups }),
      shown: { sheet: snapshot.active, selection: addressIn(snapshot.selection) },
      state: before
        ? {
            version: before.version,
            at: before.at,
            sheets: before.sheets,
            names: before.names,
            ...(before.colors ? { colors: before.colors } : {}),
          }
        : null,
    },
  });
}

/**
 * Removes what the run before the last had set aside. The run is complete without it, so a failure here is left for
 * the next one.
 */
async function dropOldAsides(session: Session, { dropped }: RunPlan): Promise<void> {
  if (dropped.length === 0) return;
  for (const { id } of dropped) removeSheet(session.workbook.worksheets.getItem(id));
  try {
    await session.finish();
  } catch {
    // The sheets are out of sight and known by their names.
  }
}

function reportOf(plan: RunPlan, roundTrips: number, requestBytes: number): ApplyReport {
  const cells = plan.sheets.flatMap(({ spec }) => spec.blocks.flatMap((block) => block.cells.flat()));
  return {
    sheets: plan.sheets.map(({ tab }) => tab),
    cells: cells.filter((cell) => cell !== null && cell !== "").length,
    formulas: cells.filter(isFormula).length,
    charts: plan.sheets.reduce((sum, { spec }) => sum + (spec.charts?.length ?? 0), 0),
    roundTrips,
    requestBytes,
    replaced: plan.sheets.flatMap(({ old }: PlannedSheet) => (old ? [old.name] : [])),
    kept: plan.kept,
  };
}

function isFormula(cell: SpecCell): boolean {
  return typeof cell === "object" && cell !== null;
}
