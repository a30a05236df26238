import { relink } from "../../formula/links";
import { renameSheets } from "../../formula/references";
import { inColors, type Look } from "../../sheets/palette";
import type { NameSpec, SheetSpec } from "../../sheets/spec";
import { batches } from "../write/chunk";
import { renameNames } from "../names";
import { RUNNING_KEY, runningNow } from "./running";
import type { Session } from "../session";
import { PHASES } from "../write/steps";
import type { Step, Target } from "../write/target";

export interface StagedSheet {
  readonly spec: SheetSpec;
  /** Tab name while in the making, and when all is done. */
  readonly staged: string;
  readonly tab: string;
}

export interface Staging {
  readonly sheets: readonly StagedSheet[];
  /** Defined names to make, `refersTo` as in the spec. */
  readonly names: readonly NameSpec[];
  /** Lower-case names of the spec → the names they get, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Width of a digit of the workbook's body font, in points. */
  readonly digitPoints: number;
  /** In whose colours. */
  readonly look: Look;
}

export interface Staged {
  /** Worksheet ids in the order of the sheets. */
  readonly ids: readonly string[];
  readonly bytes: number;
}

interface Job {
  readonly bytes: number;
  run(): void;
}

/**
 * Makes the sheets under names of their own, hidden from everybody, complete to the last chart. All in one request
 * while they are small; a failure leaves nothing but such sheets and new names.
 *
 * @param onBatch Called after each request with the fraction done, 0–1.
 */
export async function stageSheets(
  session: Session,
  staging: Staging,
  onBatch?: (fraction: number) => void,
): Promise<Staged> {
  const { workbook, context } = session;
  const tabs = new Map(staging.sheets.map(({ spec, staged }) => [spec.name, staged]));
  const finalTabs = new Map(staging.sheets.map(({ spec, tab }) => [spec.name, tab]));
  const translate = (formula: string): string =>
    relink(renameNames(renameSheets(formula, tabs), staging.renamed), finalTabs);
  const added: Excel.Worksheet[] = [];
  const add: Job = {
    bytes: staging.sheets.length * 800 + staging.names.length * 400,
    run: () => {
      for (const { staged } of staging.sheets) {
        const sheet = workbook.worksheets.add(staged);
        sheet.visibility = "VeryHidden";
        added.push(sheet.load("id"));
      }
      // Names before cells, so that no formula is written before what it refers to.
      for (const { name, refersTo, comment } of staging.names)
        workbook.names.add(name, translate(refersTo), comment ?? "");
    },
  };
  const requests = batches([add, ...cellJobs(staging, added, tabs, translate)]);
  const total = requests.flat().reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const request of requests) {
    // Before anything is queued: what is queued would travel with the next request, whatever that is for.
    session.checkCancelled();
    context.application.suspendApiCalculationUntilNextSync();
    // Said anew each time: a long write is no abandoned one.
    workbook.settings.add(RUNNING_KEY, runningNow());
    for (const job of request) job.run();
    await session.sync();
    done += request.reduce((sum, { bytes }) => sum + bytes, 0);
    onBatch?.(done / total);
  }
  return { ids: added.map(({ id }) => id), bytes: Math.round(total) };
}

function cellJobs(
  staging: Staging,
  added: readonly Excel.Worksheet[],
  tabs: ReadonlyMap<string, string>,
  translate: Target["translate"],
): Job[] {
  const sheetAt = (index: number): Excel.Worksheet => {
    const sheet = added[index];
    if (sheet === undefined) throw new RangeError(`No sheet has the number ${index}`);
    return sheet;
  };
  const byName = new Map(staging.sheets.map(({ spec }, index) => [spec.name.toLowerCase(), index]));
  return PHASES.flatMap((writers) =>
    staging.sheets.flatMap(({ spec }, index) => {
      const target = (): Target => ({
        sheet: sheetAt(index),
        digitPoints: staging.digitPoints,
        translate,
        sheetNamed: (name) => {
          const own = byName.get(name.toLowerCase());
          return own === undefined
            ? sheetAt(index).context.workbook.worksheets.getItem(tabs.get(name) ?? name)
            : sheetAt(own);
        },
      });
      const steps: Step[] = writers.flatMap((write) => write(inColors(spec, staging.look), staging.look));
      return steps.map(({ bytes, run }) => ({ bytes, run: () => run(target()) }));
    }),
  );
}
