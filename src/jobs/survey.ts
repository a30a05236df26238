import { AttainError } from "../errors";
import { readSelection } from "../excel/navigate";
import { readGrids } from "../excel/read";
import { readName, readState } from "../excel/workbookState";
import { readXmlPart, writeXmlPart } from "../excel/xmlPart";
import { nearestLedger, type RememberedRoles, type SheetMatch } from "../records/classify";
import type { Grid } from "../records/grid";
import {
  MEMORY_NAMESPACE,
  memoryXml,
  parseMemoryXml,
  rememberRoles,
  ROLES,
  settle,
  type Role,
  type Settled,
} from "../records/memory";
import type { TableRegion } from "../records/region";
import { columnName } from "../formula/references";
import type { Lang } from "../words";
import { breathe, within } from "./progress";
import { surveyView } from "./surveyView";
import type { Correction, JobOptions, Survey } from "./types";
import { understand, type Understanding } from "./understand";

/** A workbook as it was read. Keep it between steps: nothing is read twice. */
export interface Surveyed {
  readonly survey: Survey;
  readonly found: Understanding | undefined;
  /** What was read, for working it out anew. */
  readonly grids: readonly Grid[];
  /** Which columns people settled, now and in earlier months. */
  readonly remembered: RememberedRoles;
}

/** Reads the open workbook and says what is in it. Writes nothing. */
export async function surveyWorkbook(options: JobOptions): Promise<Surveyed> {
  const { signal, lang } = options;
  const grids = await readGrids({ lang, ...(signal ? { signal } : {}), onProgress: within("read", options) });
  const [state, name] = [await readState(), await readName()];
  const remembered = parseMemoryXml(await readXmlPart(MEMORY_NAMESPACE));
  within("recognise", options)(0);
  await breathe(signal);
  const lastRun = state && { at: state.at, sheets: state.sheets.map(({ tab }) => tab) };
  const surveyed = surveyGrids(grids, remembered, name, lang, lastRun);
  within("recognise", options)(1);
  return surveyed;
}

/** The same survey in another language; nothing is read again. */
export function translateSurvey({ grids, remembered, survey }: Surveyed, lang: Lang): Surveyed {
  return surveyGrids(grids, remembered, survey.workbook, lang, survey.lastRun);
}

/**
 * Settles one field of a table by hand: the survey is worked out anew from what was read, and the choice is kept in
 * the workbook for the next time. Nothing in people's sheets is changed.
 *
 * @throws AttainError `selection-elsewhere` when the selection is not one column of that table
 */
export async function correctColumn(
  { grids, remembered, survey }: Surveyed,
  { role, sheet, field, column }: Correction,
  { lang }: Pick<JobOptions, "lang">,
): Promise<Surveyed> {
  const known = ROLES.find((each) => each === role);
  const region = known && regionOf(grids, remembered, known, sheet);
  if (!known || !region) throw new AttainError("sheet-missing", { name: sheet }, { sheet });
  const settled: Settled = column === "selection" ? await selectedColumn(region) : column;
  const now = settle(remembered, known, region, field, settled);
  await writeXmlPart(MEMORY_NAMESPACE, memoryXml(now));
  return surveyGrids(grids, now, survey.workbook, lang, survey.lastRun);
}

/**
 * Keeps the columns of a reading for the next month. A workbook that does not take it is as good without: they are
 * recognised again.
 */
export async function rememberColumns({ found, remembered }: Surveyed): Promise<void> {
  if (!found) return;
  const now = memoryXml(rememberRoles(remembered, found.roles));
  if (now === memoryXml(remembered)) return;
  try {
    await writeXmlPart(MEMORY_NAMESPACE, now);
  } catch {
    // The run itself is written.
  }
}

function surveyGrids(
  grids: readonly Grid[],
  remembered: RememberedRoles,
  workbook: string,
  lang: Lang,
  lastRun: Survey["lastRun"],
): Surveyed {
  const found = understand(grids, remembered);
  const nearest = found ? undefined : nearestLedger(grids, remembered);
  const survey = surveyView(found, workbook, lang, { remembered, ...(nearest ? { nearest } : {}) });
  return { found, grids, remembered, survey: lastRun ? { ...survey, lastRun } : survey };
}

function regionOf(
  grids: readonly Grid[],
  remembered: RememberedRoles,
  role: Role,
  sheet: string,
): TableRegion | undefined {
  const found = understand(grids, remembered);
  const match: SheetMatch<string> | undefined =
    role === "people" ? undefined : found ? found.roles[role] : nearestLedger(grids, remembered);
  return (match ? [match, ...match.siblings] : []).find(({ region }) => region.grid.sheet === sheet)?.region;
}

async function selectedColumn(region: TableRegion): Promise<{ readonly column: string }> {
  const { sheet, address } = await readSelection();
  const [, from, to = from] = /^\$?([A-Z]{1,3})\$?\d*(?::\$?([A-Z]{1,3})\$?\d*)?$/.exec(address) ?? [];
  const inTable = region.columns.some(({ column }) => columnName(region.grid.left + column) === from);
  if (sheet !== region.grid.sheet || from === undefined || from !== to || !inTable)
    throw new AttainError("selection-elsewhere", { name: region.grid.sheet }, { sheet: region.grid.sheet });
  return { column: from };
}
