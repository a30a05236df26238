import { AttainError } from "../../errors";
import { findArea } from "../../excel/read/areas";
import { readSelection } from "../../excel/navigate";
import { readGrids } from "../../excel/read/read";
import { rereadGrid } from "../../excel/read/reread";
import { readName, readState, readTheirTabs, type WorkbookState } from "../../excel/state/workbookState";
import { readXmlPart, writeXmlPart } from "../../excel/state/xmlPart";
import { columnName } from "../../formula/references";
import { classifySheets, nearestLedger, type SheetMatch } from "../../records/classify";
import type { Grid } from "../../records/grid";
import {
  before,
  MEMORY_NAMESPACE,
  memoryXml,
  parseMemoryXml,
  rememberRoles,
  ROLES,
  settle,
  settleIn,
  type Memory,
  type Role,
  type Settled,
} from "../../records/memory";
import { readPeople } from "../../records/people/measures";
import { joinPeopleFile, type PeopleFile } from "../../records/people/peopleFile";
import { cutToPointed, placeOf } from "../../records/tables/pointed";
import type { TableRegion } from "../../records/tables/region";
import type { Lang } from "../../words";
import { knownColumns, withoutResults } from "../beside/known";
import type { KnownColumn } from "../beside/types";
import { peopleSurvey } from "../evaluation/peopleView";
import { breathe, within } from "../progress";
import { dataPrint, peoplePrint, lastRunView, parseRunRecord } from "../runRecord";
import { readSheetScheme, type SheetScheme } from "../evaluation/sheetScheme";
import { surveyView } from "./surveyView";
import type { Correction, JobOptions, RunMade, Survey } from "../types";
import { understand, type Understanding } from "./understand";

/** A workbook as it was read. Keep it between steps: nothing is read twice. */
export interface Surveyed {
  readonly survey: Survey;
  readonly found: Understanding | undefined;
  /** In a workbook without a ledger: what it says about people. */
  readonly people?: PeopleFile;
  readonly source: Source;
}

/** What was read, for working it out anew. */
export interface Source {
  readonly workbook: string;
  readonly grids: readonly Grid[];
  readonly state: WorkbookState | undefined;
  /** Which columns people settled, now and in earlier months, and the last run. */
  readonly memory: Memory;
  readonly scheme: SheetScheme | undefined;
  /** Columns of results that earlier runs put beside people's data: read, but no data. */
  readonly beside: readonly KnownColumn[];
}

/** Reads the open workbook and says what is in it. Writes nothing. */
export async function surveyWorkbook(options: JobOptions): Promise<Surveyed> {
  const { signal, lang } = options;
  const grids = await readGrids({ lang, ...(signal ? { signal } : {}), onProgress: within("read", options) });
  const source = { grids, ...(await readSurroundings()) };
  within("recognise", options)(0);
  await breathe(signal);
  const surveyed = surveySource(source, lang);
  within("recognise", options)(1);
  return surveyed;
}

/**
 * The survey after some sheets have changed: only those are read again. Of the pages the product made only the scheme
 * is news; without any, the same survey comes back.
 *
 * @param changed Worksheet ids.
 * @param options.edited By worksheet id, the cells that were edited since, where nothing has moved: of a large sheet
 * no more is read again.
 */
export async function refreshSheets(
  surveyed: Surveyed,
  changed: readonly string[],
  options: Pick<JobOptions, "lang" | "signal"> & { readonly edited?: EditedCells },
): Promise<Surveyed> {
  const tabs = await readTheirTabs();
  const { grids } = surveyed.source;
  if (grids.some(({ sheet }) => !tabs.some(({ tab }) => tab === sheet))) return surveyWorkbook(options);
  const theirs = tabs.filter(({ id }) => changed.includes(id)).map(({ tab }) => tab);
  const { scheme: before } = surveyed.source;
  const scheme = changed.length > theirs.length ? await readSheetScheme(before?.sheet) : before;
  if (theirs.length === 0) {
    const same = JSON.stringify(scheme) === JSON.stringify(before);
    return same ? surveyed : surveySource({ ...surveyed.source, scheme }, options.lang);
  }
  const read: Grid[] = [];
  const rest: string[] = [];
  for (const { id, tab } of tabs.filter(({ tab }) => theirs.includes(tab))) {
    const known = grids.find(({ sheet }) => sheet === tab);
    const cells = options.edited?.get(id);
    const grid = known && cells && (await rereadGrid(known, cells, options));
    if (grid) read.push(grid);
    else rest.push(tab);
  }
  if (rest.length > 0) read.push(...(await readGrids({ ...options, sheets: rest })));
  const place = new Map(tabs.map(({ tab }, index) => [tab, index]));
  const now = [...grids.filter(({ sheet }) => !theirs.includes(sheet)), ...read].sort(
    (a, b) => (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0),
  );
  return surveySource({ ...surveyed.source, grids: now, scheme }, options.lang);
}

/** By worksheet id, the cells edited since it was read, in A1 form. */
export type EditedCells = ReadonlyMap<string, readonly string[]>;

/** The same survey in another language; nothing is read again. */
export function translateSurvey({ source }: Surveyed, lang: Lang): Surveyed {
  return surveySource(source, lang);
}

/**
 * Settles one field of a table by hand: the survey is worked out anew from what was read, and the choice is kept in
 * the workbook for the next time. Nothing in people's sheets is changed.
 *
 * @throws AttainError `selection-elsewhere` when the selection is not one column of that table
 */
export async function correctColumn(
  { source }: Surveyed,
  { role, sheet, field, column }: Correction,
  { lang }: Pick<JobOptions, "lang">,
): Promise<Surveyed> {
  const known = ROLES.find((each) => each === role);
  const region = known && regionOf(source, known, sheet);
  if (!known || !region) throw new AttainError("sheet-missing", { name: sheet }, { sheet });
  const settled: Settled = column === "selection" ? await columnOf(region) : column;
  const { memory } = source;
  const now = settleIn(memory, (columns) => settle(columns, known, region, field, settled));
  await writeXmlPart(MEMORY_NAMESPACE, memoryXml(now));
  return surveySource({ ...source, memory: now }, lang);
}

/**
 * Keeps the columns of a reading and what the run made for the next month. A workbook that does not take it is as good
 * without: columns are recognised again.
 */
export async function rememberRun(
  { found, people, source: { memory } }: Surveyed,
  made: RunMade,
  opened = false,
): Promise<void> {
  try {
    const at = (await readState())?.at;
    const data = found ? dataPrint(found) : people && peoplePrint(people);
    const run = at === undefined || !data ? undefined : { ...made, at, data };
    const columns = found ? rememberRoles(memory.columns, found.roles) : memory.columns;
    const { previous: _, opened: __, ...before } = memory;
    await writeXmlPart(
      MEMORY_NAMESPACE,
      memoryXml({
        ...(memory.from ? { from: memory.from } : {}),
        columns,
        ...(run ? { run } : {}),
        previous: before,
        ...(opened ? { opened } : {}),
      }),
    );
  } catch {
    // The run itself is written.
  }
}

/**
 * Takes back what the last run made the workbook remember; columns settled by hand since stay settled.
 *
 * @returns whether that run made the workbook open with the pane
 */
export async function forgetRun(): Promise<boolean> {
  try {
    const memory = parseMemoryXml(await readXmlPart(MEMORY_NAMESPACE));
    if (!memory.previous) return false;
    const kept = before(memory);
    await writeXmlPart(MEMORY_NAMESPACE, kept && memoryXml(kept));
    return memory.opened === true;
  } catch {
    // The pages are back; what is remembered does no harm.
    return false;
  }
}

async function readSurroundings(): Promise<Omit<Source, "grids">> {
  const state = await readState();
  const workbook = await readName();
  const memory = await upToDate(parseMemoryXml(await readXmlPart(MEMORY_NAMESPACE)));
  const beside = knownColumns(state?.names ?? []);
  return { workbook, state, memory, beside, scheme: await readSheetScheme(schemeTab(state)) };
}

/** A table or name that a person pointed at may have grown or moved. */
async function upToDate(memory: Memory): Promise<Memory> {
  const { from } = memory;
  if (from?.name === undefined) return memory;
  const area = await findArea(from.name).catch(() => undefined);
  return area ? { ...memory, from: { ...from, sheet: area.sheet, range: area.range } } : memory;
}

const schemeTab = (state: WorkbookState | undefined): string | undefined =>
  state?.sheets.find(({ spec }) => spec === "scheme")?.tab;

/** The survey of what was read. */
export function surveySource(source: Source, lang: Lang): Surveyed {
  const { memory, state, workbook } = source;
  const grids = theirGrids(source);
  const found = understand(grids, memory.columns, memory.from?.sheet);
  const people = found ? undefined : peopleIn(source);
  const nearest = found || people ? undefined : nearestLedger(grids, memory.columns);
  const survey = people
    ? peopleSurvey(people, workbook, lang, memory.columns.people)
    : surveyView(found, workbook, lang, { remembered: memory.columns, ...(nearest ? { nearest } : {}) });
  const lastRun =
    state &&
    lastRunView(
      state,
      parseRunRecord(memory.run),
      found ? dataPrint(found) : people && peoplePrint(people),
      lang,
    );
  const { scheme } = source;
  return {
    found,
    ...(people ? { people } : {}),
    source,
    survey: {
      ...survey,
      ...(memory.from ? { pointed: placeOf(memory.from) } : {}),
      ...(lastRun ? { lastRun } : {}),
      ...(scheme ? { scheme: { sheet: scheme.sheet, name: scheme.name, mistakes: scheme.mistakes } } : {}),
    },
  };
}

/** What people typed: without the results that stand beside it, and of the sheet they pointed at only that table. */
export const theirGrids = ({ grids, beside, memory }: Source): readonly Grid[] =>
  cutToPointed(withoutResults(grids, beside), memory.from);

/** Figures about people, when there are some that can be scored. */
function peopleIn(source: Source): PeopleFile | undefined {
  const { memory } = source;
  const { people } = classifySheets(theirGrids(source), memory.columns, memory.from?.sheet);
  if (people.length === 0) return undefined;
  const file = joinPeopleFile(people.map((region) => readPeople(region, memory.columns.people)));
  return file.figures.length > 0 ? file : undefined;
}

function regionOf(source: Source, role: Role, sheet: string): TableRegion | undefined {
  const { memory } = source;
  const grids = theirGrids(source);
  if (role === "people")
    return classifySheets(grids, memory.columns, memory.from?.sheet).people.find(
      ({ grid }) => grid.sheet === sheet,
    );
  const found = understand(grids, memory.columns, memory.from?.sheet);
  const match: SheetMatch<string> | undefined = found
    ? found.roles[role]
    : nearestLedger(grids, memory.columns);
  return (match ? [match, ...match.siblings] : []).find(({ region }) => region.grid.sheet === sheet)?.region;
}

async function columnOf(region: TableRegion): Promise<{ readonly column: string }> {
  const { sheet } = region.grid;
  const column = await selectedColumn(sheet);
  if (!region.columns.some((each) => columnName(region.grid.left + each.column) === column))
    throw new AttainError("selection-elsewhere", { name: sheet }, { sheet });
  return { column };
}

/**
 * Letters of the column a person has selected on a sheet.
 *
 * @throws AttainError `selection-elsewhere`
 */
export async function selectedColumn(sheet: string): Promise<string> {
  const { sheet: where, address } = await readSelection();
  const [, from, to = from] = /^\$?([A-Z]{1,3})\$?\d*(?::\$?([A-Z]{1,3})\$?\d*)?$/.exec(address) ?? [];
  if (where !== sheet || from === undefined || from !== to)
    throw new AttainError("selection-elsewhere", { name: sheet }, { sheet });
  return from;
}
