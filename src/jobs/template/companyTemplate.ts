import { AttainError } from "../../errors";
import { applyWorkbook } from "../../excel/apply";
import { readHeaderColors } from "../../excel/headerColors";
import { readGrids } from "../../excel/read";
import { readState } from "../../excel/workbookState";
import { readXmlPart, writeXmlPart } from "../../excel/xmlPart";
import { MEMORY_NAMESPACE } from "../../records/memory";
import type { Mistake } from "../../scoring/scheme";
import { leakedNames } from "../../sharing/leaks";
import type { BrandColors } from "../../sheets/palette";
import type { WorkbookSpec } from "../../sheets/spec";
import { brandOf, type ColorsSeen } from "../../templates/company/colors";
import { companyBook, filledCompanyBook } from "../../templates/company/companyBook";
import { readCompanyTemplate } from "../../templates/company/companyTemplate";
import type { CompanyAbout, CompanyTemplate } from "../../templates/company/definition";
import { TEMPLATE_NAMESPACE, templateXml } from "../../templates/company/part";
import { namesIn, requestFor } from "../../templates/company/people";
import { runChoices } from "../../templates/company/run";
import type { SourcePage, TemplateSource } from "../../templates/company/source";
import { completeRequest } from "../plan/planRequest";
import { feedWorkPlans, workPlanHere, type WorkFeed } from "../plan/plannedWork";
import { previewRun, writeRun, type Prepared } from "../run";
import { runOf } from "../runRecord";
import { fromA1 } from "../evaluation/scored";
import { asksForLedger } from "../evaluation/sheetScheme";
import type { WorkbookFiles } from "../sharing/sharing";
import { surveyWorkbook, type Surveyed } from "../read/survey";
import type { JobOptions } from "../types";
import { VERSION } from "../version";

/** What somebody says about the template they save. */
export interface SaveWish {
  readonly about?: Partial<CompanyAbout>;
  /** Their company's colours; otherwise those the workbook shows. */
  readonly colors?: BrandColors;
  /** With the gallery's made-up example data, where there are some. Default false. */
  readonly examples?: boolean;
}

/** What makes a file of pages; the job does not know how. */
export type TemplateMaker = Pick<WorkbookFiles, "make" | "texts">;

export interface SavedTemplate {
  readonly template: CompanyTemplate;
  readonly sheets: readonly string[];
  readonly bytes: Uint8Array;
}

/** The open workbook as something to make a template from, and its colours. */
export async function openTemplateSource({
  signal,
}: Pick<JobOptions, "signal">): Promise<{ readonly source: TemplateSource; readonly colors: ColorsSeen }> {
  const state = await readState();
  const ours = state?.sheets ?? [];
  if (ours.length === 0) throw new AttainError("template-none");
  const tabs = ours.map(({ tab }) => tab);
  const grids = await readGrids({ sheets: tabs, ...(signal ? { signal } : {}) });
  const part = await readXmlPart(TEMPLATE_NAMESPACE);
  const run = runOf(await readXmlPart(MEMORY_NAMESPACE), state?.at);
  const pages = ours.flatMap(({ spec, tab }): SourcePage[] => {
    const grid = grids.find(({ sheet }) => sheet === tab);
    return grid ? [{ spec, tab, values: fromA1(grid) }] : [];
  });
  return {
    source: { pages, ...(part === undefined ? {} : { part }), ...(run ? { run } : {}) },
    colors: { headers: await readHeaderColors(tabs) },
  };
}

/** The company template the open workbook is or was made from; undefined when there is none. */
export async function templateHere(
  options: Pick<JobOptions, "signal">,
): Promise<CompanyTemplate | undefined> {
  if ((await readXmlPart(TEMPLATE_NAMESPACE)) === undefined) return undefined;
  return readCompanyTemplate((await openTemplateSource(options)).source);
}

/**
 * A workbook as a company template: a file of its own, made anew from rules, words and colours, and read again for names
 * that have no business in it.
 *
 * @throws AttainError `template-none`, `scheme-invalid`, `request-invalid`, `leak-found`
 */
export async function saveAsTemplate(
  { source, colors: seen }: { readonly source: TemplateSource; readonly colors: ColorsSeen },
  { about, colors, examples = false }: SaveWish,
  maker: TemplateMaker,
): Promise<SavedTemplate> {
  const read = readCompanyTemplate(source, about);
  const brand = colors ?? brandOf(seen) ?? read.colors;
  const template: CompanyTemplate = { ...read, ...(brand === undefined ? {} : { colors: brand }) };
  const book = companyBook(template, { examples });
  const { lang } = template;
  const customXml = templateXml(template, VERSION);
  const bytes = await maker.make(book, { title: template.about.name, customXml, remember: true }, lang);
  const made = examples ? new Set<string>() : namesIn(source, template);
  const said = [template.about.name, template.about.purpose, template.about.by, ...template.about.steps];
  const [leak] = leakedNames(maker.texts(bytes), { others: [...made], own: said });
  if (leak !== undefined) throw new AttainError("leak-found", { file: template.about.name, detail: leak });
  return { template, sheets: book.sheets.map(({ name }) => name), bytes };
}

export interface FilledTemplate {
  readonly spec: WorkbookSpec;
  /** Of a template of the main job: the run that makes it. */
  readonly run?: Prepared;
  /** What could not be taken over, cell by cell. */
  readonly problems: readonly Mistake[];
}

/**
 * A company template with what a workbook holds: people and figures for an evaluation, a ledger for a plan or for a
 * scheme over one.
 *
 * @param period of the template's periods, the one the figures are of; the first when left out
 * @throws AttainError `no-data` when the workbook holds nothing the template could use
 */
export async function fillCompanyTemplate(
  template: CompanyTemplate,
  surveyed: Surveyed,
  options: JobOptions & { readonly period?: string; readonly work?: WorkFeed },
): Promise<FilledTemplate> {
  const { body, colors, lang } = template;
  const { found, source } = surveyed;
  if (body.kind === "evaluation") {
    const people = requestFor(body, source.grids, options.period);
    if (people) {
      const fed = options.work && feedWorkPlans(people.request, options.work);
      const spec = filledCompanyBook(template, fed?.request ?? people.request);
      return { spec: fed ? fed.book(spec) : spec, problems: [...people.problems, ...(fed?.problems ?? [])] };
    }
    const scheme = body.request.schemes.find(asksForLedger);
    if (found && scheme) {
      const { spec } = await previewRun(surveyed, { scheme, parts: ["score"] }, { ...options, lang });
      return { spec: { ...spec, ...(colors === undefined ? {} : { colors }) }, problems: [] };
    }
  }
  if (body.kind === "run" && found) {
    const run = await previewRun(surveyed, runChoices(body, found, lang), { ...options, lang });
    const spec = { ...run.spec, ...(colors === undefined ? {} : { colors }) };
    return { spec, run: { ...run, spec }, problems: [] };
  }
  if (body.kind === "plan" && found)
    return {
      spec: filledCompanyBook(template, completeRequest(wishOf(body.wish), found, lang)),
      problems: [],
    };
  throw new AttainError("no-data");
}

export interface WrittenTemplate {
  readonly sheets: readonly string[];
  readonly problems: readonly Mistake[];
}

/**
 * Writes a company template into the open workbook: blank, or with what the workbook holds. The workbook knows from then
 * on which template it follows.
 *
 * @throws AttainError `no-data`, and what writing throws
 */
export async function writeCompanyTemplate(
  template: CompanyTemplate,
  from: "blank" | "mine",
  options: JobOptions & { readonly period?: string },
): Promise<WrittenTemplate> {
  const { signal, onProgress } = options;
  const { lang } = template;
  const work = from === "mine" ? await workPlanHere() : undefined;
  const { spec, problems, run }: FilledTemplate =
    from === "blank"
      ? { spec: companyBook(template), problems: [] }
      : await fillCompanyTemplate(template, await surveyWorkbook({ ...options, lang }), {
          ...options,
          ...(work ? { work } : {}),
        });
  const { sheets } = run
    ? await writeRun(run, { ...options, lang })
    : await applyWorkbook(spec, {
        lang,
        ...(signal ? { signal } : {}),
        onProgress: (fraction) => onProgress?.({ stage: "write", fraction }),
      });
  await writeXmlPart(TEMPLATE_NAMESPACE, templateXml(template, VERSION));
  return { sheets, problems };
}

/** What a ledger says itself, and what needs figures a ledger does not have, is not the template's to say. */
function wishOf(wish: Extract<CompanyTemplate["body"], { kind: "plan" }>["wish"]) {
  const {
    horizon: _horizon,
    measures: _measures,
    measure: _measure,
    unit: _unit,
    title: _title,
    ...rest
  } = wish;
  return rest;
}
