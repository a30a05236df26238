/** Company templates with people's own data: worked out first, written when somebody says so. */
import { AttainError } from "../../errors";
import { applyWorkbook } from "../../excel/apply";
import { writeXmlPart } from "../../excel/state/xmlPart";
import type { Grid } from "../../records/grid";
import type { PeopleFile } from "../../records/people/peopleFile";
import type { EvaluationPeriod } from "../../scoring/evaluation";
import type { Scheme } from "../../scoring/scheme";
import type { WorkbookSpec } from "../../sheets/spec";
import { companyBook, filledCompanyBook, filledCompanyForm } from "../../templates/company/companyBook";
import type { CompanyTemplate } from "../../templates/company/definition";
import { TEMPLATE_NAMESPACE, templateXml } from "../../templates/company/part";
import { requestFor } from "../../templates/company/people";
import { runChoices } from "../../templates/company/run";
import { readTimes } from "../../templates/company/times";
import type { FillProblem } from "../../templates/fill/forms";
import { findTemplate } from "../../templates/gallery";
import { asksForLedger } from "../evaluation/sheetScheme";
import { completeRequest } from "../plan/planRequest";
import { feedWorkPlans, workPlanHere, type WorkFeed } from "../plan/plannedWork";
import { surveyWorkbook, type Surveyed } from "../read/survey";
import { previewRun, writeRun, type Prepared } from "../run";
import type { JobOptions, RunChoices } from "../types";
import { VERSION } from "../version";
import { openTemplateSource } from "./companyTemplate";
import { filledPages } from "./filledPages";
import { fillForm } from "./formFill";
import { inOwnWords } from "./ownWords";
import type { PeriodChoice, PeriodWish } from "./peoplePeriod";
import { willWrite, type ReadyTemplate } from "./ready";
import { fileTaken, formTaken, ledgerTaken, peopleTaken, type Taken } from "./taken";
import { wantedInputs } from "./wantedInputs";

export interface FilledTemplate {
  readonly spec: WorkbookSpec;
  /** Of a template of the main job: the run that makes it. */
  readonly run?: Prepared;
  /** What could not be taken over, cell by cell. */
  readonly problems: readonly FillProblem[];
  /** The tables it was made from. */
  readonly taken: readonly Taken[];
  /** Which of the template's periods the figures are of. */
  readonly period?: PeriodChoice;
  /** Tabs of the template's own pages that the data came from. */
  readonly reused?: readonly string[];
}

export interface FillOptions extends JobOptions, PeriodWish {
  readonly work?: WorkFeed;
  /** A form's own pages, where people have filled them in. */
  readonly pages?: readonly Grid[];
}

/**
 * A company template with what a workbook holds: people and figures for an evaluation, a ledger for a plan, for the main
 * job or for a scheme over one, tables for a form.
 *
 * @throws AttainError `no-data` when the workbook holds nothing the template could use, `unknown-name` when the
 *   template has no such period
 */
export async function fillCompanyTemplate(
  template: CompanyTemplate,
  surveyed: Surveyed,
  options: FillOptions,
): Promise<FilledTemplate> {
  const { body, lang } = template;
  const { found, source } = surveyed;
  if (body.kind === "evaluation") {
    const filled =
      peopleFilled(template, surveyed, options) ?? (await scoredRun(template, surveyed, options));
    if (filled) return filled;
    const { schemes } = body.request;
    const columns = schemes.some(asksForLedger) ? undefined : wantedInputs(schemes, lang);
    if (columns !== undefined) throw new AttainError("no-data", { columns });
  }
  if (body.kind === "run" && found)
    return runFilled(template, surveyed, runChoices(body, found, lang), options);
  if (body.kind === "plan" && found)
    return {
      spec: filledCompanyBook(template, completeRequest(wishOf(body.wish), found, lang)),
      problems: [],
      taken: ledgerTaken(found, lang),
    };
  const fill = findTemplate(template.base ?? "")?.fill;
  if (body.kind === "form" && fill?.kind === "tables") {
    const { pages = [] } = options;
    const asked = inOwnWords(fill, template.own);
    const { book, problems, reused } = fillForm(
      asked,
      { grids: source.grids, pages, ...(found ? { ledger: found } : {}) },
      lang,
    );
    const tables = formTaken(asked, source.grids, pages, lang);
    const taken = tables.length === 0 && found ? ledgerTaken(found, lang) : tables;
    return { spec: filledCompanyForm(template, book), problems, reused, taken };
  }
  throw new AttainError("no-data");
}

function peopleFilled(
  template: CompanyTemplate,
  { source }: Surveyed,
  { work, ...options }: FillOptions,
): FilledTemplate | undefined {
  const { body, lang } = template;
  if (body.kind !== "evaluation") return undefined;
  const people = requestFor(body, source.grids, { workbook: source.workbook, ...options });
  if (!people) return undefined;
  const fed = work && feedWorkPlans(people.request, work);
  const spec = filledCompanyBook(template, fed?.request ?? people.request);
  return {
    spec: fed ? fed.book(spec) : spec,
    problems: [...people.problems, ...(fed?.problems ?? [])],
    taken: peopleTaken(people.tables, lang),
    period: people.period,
  };
}

/** A scheme over a ledger, or over a file about people in several sheets, scored as the main job does. */
async function scoredRun(
  template: CompanyTemplate,
  surveyed: Surveyed,
  options: FillOptions,
): Promise<FilledTemplate | undefined> {
  const { body } = template;
  if (body.kind !== "evaluation") return undefined;
  const { found, people } = surveyed;
  const scheme = body.request.schemes.find((one) =>
    found ? asksForLedger(one) : people && isIn(people, one),
  );
  if (!scheme) return undefined;
  const { period } = options;
  return runFilled(
    template,
    surveyed,
    { scheme, parts: ["score"], ...(period === undefined || found ? {} : { period }) },
    options,
  );
}

/** Whether a file about people has all that a scheme asks for. */
const isIn = ({ fields }: PeopleFile, { inputs }: Scheme): boolean =>
  inputs.every(({ id, formula }) => formula !== undefined || fields.some((field) => field === id));

async function runFilled(
  { colors, lang }: CompanyTemplate,
  surveyed: Surveyed,
  choices: RunChoices,
  { signal, onProgress }: JobOptions,
): Promise<FilledTemplate> {
  const run = await previewRun(surveyed, choices, {
    lang,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  const spec = { ...run.spec, ...(colors === undefined ? {} : { colors }) };
  return {
    spec,
    run: { ...run, spec },
    problems: [],
    taken: surveyed.found ? ledgerTaken(surveyed.found, lang) : fileTaken(surveyed.survey, lang),
  };
}

/**
 * Works out what a company template makes of the open workbook. Nothing is written before `write` is called; the
 * workbook then knows which template it follows.
 *
 * @throws AttainError `no-data`, `unknown-name`
 */
export async function prepareCompany(
  template: CompanyTemplate,
  options: JobOptions & Pick<PeriodWish, "period">,
): Promise<ReadyTemplate> {
  const { lang } = template;
  const surveyed = await surveyWorkbook({ ...options, lang });
  const work = await workPlanHere();
  const base = findTemplate(template.base ?? "");
  const pages = template.body.kind === "form" && base ? await filledPages(base, options) : [];
  const { spec, run, problems, taken, period, reused } = await fillCompanyTemplate(template, surveyed, {
    ...options,
    done: await periodsHere(template, options),
    pages,
    ...(work ? { work } : {}),
  });
  // What was typed on the pages the data came from is in the new ones already.
  const replace = pages.flatMap(({ spec: id, sheet }) => (reused?.includes(sheet) ? [id] : []));
  return {
    name: template.about.name,
    problems,
    taken,
    sheets: willWrite(spec, surveyed),
    ...(period && period.choices.length > 1 ? { period } : {}),
    write: async (how) => {
      const written = run
        ? await writeRun(run, { ...how, lang })
        : await writeBook(template, spec, how, replace);
      await writeXmlPart(TEMPLATE_NAMESPACE, templateXml(template, VERSION));
      return written;
    },
  };
}

/** What the open workbook's pages are about, where they are the template's. */
async function periodsHere(
  { about, lang, body }: CompanyTemplate,
  options: Pick<JobOptions, "signal">,
): Promise<readonly EvaluationPeriod[]> {
  if (body.kind !== "evaluation" || body.request.periods.length < 2) return [];
  try {
    const { source } = await openTemplateSource(options);
    const [cover] = source.pages;
    return cover?.values[0]?.[0] === about.name ? readTimes(source, lang).periods : [];
  } catch (error) {
    // A workbook in which nothing was made yet.
    if (error instanceof AttainError) return [];
    throw error;
  }
}

async function writeBook(
  { lang }: CompanyTemplate,
  spec: WorkbookSpec,
  { signal, onProgress }: JobOptions,
  replace: readonly string[] = [],
) {
  return applyWorkbook(spec, {
    lang,
    ...(replace.length > 0 ? { typed: { replace } } : {}),
    ...(signal ? { signal } : {}),
    onProgress: (fraction) => onProgress?.({ stage: "write", fraction }),
  });
}

export interface WrittenTemplate {
  readonly sheets: readonly string[];
  readonly problems: readonly FillProblem[];
  readonly taken: readonly Taken[];
  readonly period?: PeriodChoice;
}

/**
 * Writes a company template into the open workbook: blank, or with what the workbook holds. The workbook knows from then
 * on which template it follows.
 *
 * @throws AttainError `no-data`, `unknown-name`, and what writing throws
 */
export async function writeCompanyTemplate(
  template: CompanyTemplate,
  from: "blank" | "mine",
  options: JobOptions & Pick<PeriodWish, "period">,
): Promise<WrittenTemplate> {
  if (from === "mine") {
    const { write, problems, taken, period } = await prepareCompany(template, options);
    return { sheets: (await write(options)).sheets, problems, taken, ...(period ? { period } : {}) };
  }
  const { sheets } = await writeBook(template, companyBook(template), options);
  await writeXmlPart(TEMPLATE_NAMESPACE, templateXml(template, VERSION));
  return { sheets, problems: [], taken: [] };
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
