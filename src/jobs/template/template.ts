import { AttainError } from "../../errors";
import { applyWorkbook, type ApplyOptions, type ApplyReport } from "../../excel/apply";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { writeAllOrNothing } from "../../excel/write/writeCells";
import { cellRef } from "../../formula/references";
import { COVER_ID, readCoverPage } from "../../sheets/cover";
import { GALLERY, findTemplate } from "../../templates/gallery";
import { finds, nearestTemplates, searchText } from "../../templates/search";
import { exampleCells, templateBook, type Template } from "../../templates/template";
import type { WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { workPlanHere } from "../plan/plannedWork";
import { surveyWorkbook } from "../read/survey";
import { filledPages } from "./filledPages";
import type { PeriodWish } from "./peoplePeriod";
import { willWrite, type ReadyTemplate } from "./ready";
import { templateWithData } from "./templateData";
import type { JobOptions } from "../types";

/** A template as the gallery shows it. */
export interface TemplateView {
  readonly id: string;
  readonly number: string;
  readonly group: Template["group"];
  readonly name: string;
  readonly purpose: string;
  readonly steps: readonly string[];
  /** Whether it can take the data of the open workbook. */
  readonly fillable: boolean;
  /** Its data come from tables of its own kind rather than from a ledger or a list of people. */
  readonly fromTables: boolean;
}

export function listTemplates(lang: Lang): TemplateView[] {
  return GALLERY.map(({ id, number, group, name, purpose, steps, fill }) => ({
    id,
    number,
    group,
    name: name[lang],
    purpose: purpose[lang],
    steps: steps.map((step) => step[lang]),
    fillable: fill !== undefined,
    fromTables: fill?.kind === "tables",
  }));
}

/** Ids of the templates that all the words fit, whatever the language and whatever else they are called; all for none. */
export function searchTemplates(words: string): string[] {
  return GALLERY.filter((template) => finds(searchText(template), words)).map(({ id }) => id);
}

/** @throws AttainError `template-unknown`, naming those it may be meant for */
function templateCalled(key: string, lang: Lang): Template {
  const template = findTemplate(key);
  if (template) return template;
  const near = nearestTemplates(key).map(({ number, id, name }) => `${number} ${id} (${name[lang]})`);
  throw new AttainError("template-unknown", {
    name: key,
    ...(near.length === 0 ? {} : { columns: near.join(", ") }),
  });
}

/**
 * Writes a template into the open workbook.
 *
 * @param key id or number
 * @throws AttainError `template-unknown`, and what writing throws
 */
export async function writeTemplate(
  key: string,
  options: JobOptions & { readonly examples?: boolean },
): Promise<ApplyReport> {
  const template = templateCalled(key, options.lang);
  const { examples } = options;
  return apply(templateBook(template, options.lang, examples === undefined ? {} : { examples }), options);
}

/** A template with people's own data, written. */
export interface FilledReport extends Pick<ReadyTemplate, "problems" | "taken" | "period"> {
  readonly sheets: readonly string[];
}

/**
 * Works out a template with what the open workbook holds in place of the example. Nothing is written before `write` is
 * called.
 *
 * @throws AttainError `template-unknown`, `no-data` when the workbook holds nothing the template could use,
 *   `unknown-name` when it has no such period
 */
export async function prepareTemplate(
  key: string,
  options: JobOptions & Pick<PeriodWish, "period">,
): Promise<ReadyTemplate> {
  const template = templateCalled(key, options.lang);
  const surveyed = await surveyWorkbook(options);
  const pages = template.fill?.kind === "tables" ? await filledPages(template, options) : [];
  const { spec, problems, reused, taken, period } = templateWithData(template, surveyed, options.lang, {
    ...(options.period === undefined ? {} : { period: options.period }),
    work: await workPlanHere(),
    pages,
  });
  // What was typed on the pages the data came from is in the new ones already.
  const replace = pages.flatMap(({ spec: id, sheet }) => (reused.includes(sheet) ? [id] : []));
  return {
    name: template.name[options.lang],
    problems,
    taken,
    sheets: willWrite(spec, surveyed),
    ...(period && period.choices.length > 1 ? { period } : {}),
    write: (how) => apply(spec, { ...how, typed: { replace } }),
  };
}

/**
 * Writes a template with what the open workbook holds in place of the example.
 *
 * @throws AttainError as {@link prepareTemplate}, and what writing throws
 */
export async function fillTemplate(
  key: string,
  options: JobOptions & Pick<PeriodWish, "period">,
): Promise<FilledReport> {
  const { write, problems, taken, period } = await prepareTemplate(key, options);
  return { ...(await write(options)), problems, taken, ...(period ? { period } : {}) };
}

async function apply(
  spec: WorkbookSpec,
  { lang, signal, onProgress, typed }: JobOptions & Pick<ApplyOptions, "typed">,
): Promise<ApplyReport> {
  return applyWorkbook(spec, {
    lang,
    ...(typed === undefined ? {} : { typed }),
    ...(signal ? { signal } : {}),
    onProgress: (fraction) => onProgress?.({ stage: "write", fraction }),
  });
}

export interface Cleared {
  /** Example cells that are empty now. */
  readonly cells: number;
  /** Cells of the examples that people had typed over: they stay as they are. */
  readonly kept: number;
}

/**
 * Empties the cells that still hold the template's example data: all of them or none. What people have typed over an
 * example stays, and so do the template's own weights and rules, and everything where the pages were filled from
 * people's own data.
 *
 * @throws AttainError `template-unknown` when the workbook was not made from a template
 */
export async function clearExamples(options: Pick<JobOptions, "signal">): Promise<Cleared> {
  const { template, lang, filled } = await openTemplate(options);
  // What looks like the example where people's own data were taken over is theirs by chance.
  const theirs = filled === "own";
  const state = await readState();
  const tabs = new Map(state?.sheets.map(({ spec, tab }) => [spec, tab]));
  const examples = exampleCells(template, lang).flatMap((cell) => {
    const tab = tabs.get(cell.sheet);
    return tab === undefined ? [] : [{ ...cell, tab }];
  });
  const grids = new Map(
    (await readGrids({ ...options, sheets: [...new Set(examples.map(({ tab }) => tab))] })).map((grid) => [
      grid.sheet,
      grid,
    ]),
  );
  const now = ({ tab, row, column }: (typeof examples)[number]) => {
    const grid = grids.get(tab);
    return grid?.values[row - grid.top]?.[column - grid.left] ?? null;
  };
  const isUntouched = (cell: (typeof examples)[number]): boolean => !theirs && now(cell) === cell.value;
  const untouched = examples.filter(isUntouched);
  const typedOver = examples.filter((cell) => !isUntouched(cell) && now(cell) !== null);
  const write = (value: "example" | "nothing") =>
    untouched.map(({ tab, row, column, value: example }) => ({
      tab,
      cell: cellRef(row, column),
      value: value === "nothing" ? null : example,
    }));
  await writeAllOrNothing(write("nothing"), write("example"), () => Promise.resolve(), options);
  return { cells: untouched.length, kept: typedOver.length };
}

/** Which template the open workbook was made from, and in which language. */
export async function openTemplate({ signal }: Pick<JobOptions, "signal">): Promise<{
  readonly template: Template;
  readonly lang: Lang;
  readonly filled?: NonNullable<ReturnType<typeof readCoverPage>>["filled"];
}> {
  const state = await readState();
  const cover = state?.sheets.find(({ spec }) => spec === COVER_ID);
  const [grid] = cover ? await readGrids({ ...(signal ? { signal } : {}), sheets: [cover.tab] }) : [];
  const said = grid && readCoverPage(grid.values);
  const template = findTemplate(said?.template ?? "");
  if (!template) throw new AttainError("template-unknown", { name: cover?.tab ?? "" });
  const { filled } = said ?? {};
  return { template, lang: said?.lang ?? "en-US", ...(filled === undefined ? {} : { filled }) };
}
