import { AttainError } from "../../errors";
import { applyWorkbook } from "../../excel/apply";
import { readSheets, type SheetText } from "../../excel/read/formulas";
import { readState } from "../../excel/state/workbookState";
import { periodLabel } from "../../planning/calendar";
import { planNodes, type Plan } from "../../planning/plan";
import { appended, type PlanVersion } from "../../planning/versions/history";
import { revise, type Revision, type RevisionRequest } from "../../planning/versions/revise";
import { bridgeSheet } from "../../sheets/follow/bridgeSheet";
import { confirmationSheet } from "../../sheets/follow/confirmationSheet";
import { readPlan } from "../../sheets/follow/readPlan";
import { REVISION_WORDS as W } from "../../sheets/follow/revisionWords";
import { readVersions, versionsSheet } from "../../sheets/follow/versionsSheet";
import { readRequestSheet } from "../../sheets/plan/readRequestSheet";
import type { WorkbookSpec } from "../../sheets/spec";
import { targetsSheet } from "../../sheets/plan/targets";
import { readTracked } from "../../sheets/follow/readTracked";
import type { Lang } from "../../words";
import type { JobOptions, WriteReport } from "../types";

/** What `attain revise` reads besides the workbook. */
export interface ReviseWish extends Omit<RevisionRequest, "actuals"> {
  /** What was reached, by unit id (`East / Li Lei`), a number a period from the first. Default: the tracker's. */
  readonly actuals?: Readonly<Record<string, readonly (number | null)[]>>;
  /** Who changes the targets, and the day, as ISO date. */
  readonly by?: string;
  readonly on?: string;
  /** Who confirms: every person (default), or the units of a level, 1 for the top ones. */
  readonly confirm?: "leaf" | number;
}

export interface ReviseBookOptions {
  readonly lang: Lang;
  /** ISO date of the change. */
  readonly on: string;
  readonly by?: string;
  readonly reason?: string;
  readonly confirm?: "leaf" | number;
  readonly source?: string;
  /** Cells that leaves' last year is linked to, by unit id. */
  readonly links?: ReadonlyMap<string, string>;
  readonly history?: readonly PlanVersion[];
}

/** The sheets of a change as plain data: the new targets, the bridge to them, the confirmation, the versions. */
function reviseBook(revision: Revision, options: ReviseBookOptions): WorkbookSpec {
  const { lang, on, by = "", reason = "", history = [], confirm } = options;
  const { old, plan, closed } = revision;
  const last = plan.periods[closed - 1];
  const note = { on, by, reason, closed: last ? periodLabel(last, lang, { year: true }) : "" };
  const versions = appended(history, old, plan, note, {
    first: W.firstReason[lang],
    typed: W.typedReason[lang],
  });
  const targets = targetsSheet(plan, {
    lang,
    source: options.source ?? "",
    ...(options.links ? { history: options.links } : {}),
  });
  return {
    sheets: [
      targets.sheet,
      bridgeSheet({ revision, note, targets: targets.layout }, lang),
      confirmationSheet(
        {
          plan,
          targets: targets.layout,
          version: versions.at(-1)?.number ?? 1,
          ...(confirm === undefined ? {} : { by: confirm }),
        },
        lang,
      ),
      versionsSheet(versions, plan, lang),
    ],
    names: targets.names,
    activate: "bridge",
  };
}

export interface PreparedRevision {
  readonly revision: Revision;
  readonly spec: WorkbookSpec;
}

/**
 * Reads the plan as the open workbook's sheets have it, and works out its change. Writes nothing.
 *
 * @throws AttainError `no-master` without a target sheet, `master-changed`, `request-invalid`; NoSolutionError
 */
export async function prepareRevision(wish: ReviseWish, options: JobOptions): Promise<PreparedRevision> {
  const { lang, signal } = options;
  const state = await readState();
  const tab = (spec: string) => state?.sheets.find((sheet) => sheet.spec === spec)?.tab;
  const wanted = ["targets", "tracker", "versions", "request"].flatMap((spec) => tab(spec) ?? []);
  const sheets = wanted.length > 0 ? await readSheets(wanted, signal ? { signal } : {}) : [];
  const sheetOf = (spec: string): SheetText | undefined => sheets.find(({ sheet }) => sheet === tab(spec));
  const page = sheetOf("targets");
  if (!page) throw new AttainError("no-targets");
  const request = sheetOf("request");
  const step = request && readRequestSheet(request.values, request.sheet).request?.step;
  const { plan, source, history } = readPlan(page, step);
  const { actuals, by, on, confirm, ...change } = wish;
  const tracked = sheetOf("tracker");
  const reached = actuals
    ? new Map(Object.entries(actuals))
    : tracked && readTracked(tracked.values, planNodes(plan.root), plan.periods.length);
  checkUnits(plan, reached);
  const revision = revise(plan, { ...change, ...(reached ? { actuals: reached } : {}) });
  const spec = reviseBook(revision, {
    lang,
    on: on ?? new Date().toISOString().slice(0, 10),
    ...(by === undefined ? {} : { by }),
    ...(wish.reason === undefined ? {} : { reason: wish.reason }),
    ...(confirm === undefined ? {} : { confirm }),
    source,
    links: history,
    history: readVersions(sheetOf("versions")?.values ?? []),
  });
  return { revision, spec };
}

function checkUnits(plan: Plan, actuals: ReadonlyMap<string, unknown> | undefined): void {
  const known = new Set(planNodes(plan.root).map(({ id }) => id));
  for (const id of actuals?.keys() ?? [])
    if (!known.has(id)) throw new AttainError("request-invalid", { detail: `no unit “${id}”` });
}

/** Writes a prepared change into the open workbook: all of it or nothing. What was typed into the targets is in it. */
export async function writeRevision(
  { spec }: Pick<PreparedRevision, "spec">,
  { lang, signal, onProgress }: JobOptions,
): Promise<WriteReport> {
  const { sheets, cells, formulas, charts, roundTrips } = await applyWorkbook(spec, {
    lang,
    typed: "replace",
    ...(signal ? { signal } : {}),
    onProgress: (fraction) => onProgress?.({ stage: "write", fraction }),
  });
  return { sheets, cells, formulas, charts, roundTrips };
}
