/** Company templates: a workbook's rules, words and colours as a template of its own, and the way back. */
import { AttainError } from "../../errors";
import { evaluationBook } from "../../jobs/evaluation/evaluationBook";
import { planBook } from "../../jobs/plan/planBook";
import { VERSION } from "../../jobs/version";
import type { PlanRequest } from "../../planning/planRequest";
import { evaluate } from "../../scoring/evaluate";
import type { EvaluationRequest } from "../../scoring/evaluation";
import { COVER_ID, coverSheet, readCoverPage, type ReadCover } from "../../sheets/cover";
import type { SheetSpec, WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { findTemplate } from "../gallery";
import { evaluationOptions, payOf } from "../list/evaluations";
import { holdsExamples, titleOf, type Template } from "../template";
import { withoutTyped } from "../typed";
import { withPay } from "../withPay";
import type { CompanyAbout, CompanyTemplate, EvaluationBody, PlanBody } from "./definition";
import { blankRequest, readEvaluationBody } from "./evaluation";
import { ownCells, withOwn } from "./own";
import { parseTemplateXml } from "./part";
import { placeholderRequest, readPlanBody } from "./plan";
import type { TemplateSource } from "./source";
import { COMPANY_WORDS as W } from "./words";

/**
 * What a workbook is as a template: its rules, words and limits without its people, amounts and dates of work.
 *
 * @param about what the new template's cover is to say where it differs from the workbook's own
 * @throws AttainError `template-none` when the workbook holds no scheme, plan or form made here; `template-newer`;
 *   `scheme-invalid` or `request-invalid` with every mistake of its pages, each with its cell
 * @example readCompanyTemplate(source, { name: "华东业务员考核" }).about.name // "华东业务员考核"
 */
export function readCompanyTemplate(
  source: TemplateSource,
  about: Partial<CompanyAbout> = {},
): CompanyTemplate {
  const stored = parseTemplateXml(source.part);
  const cover = coverOf(source);
  const base = findTemplate(stored?.base ?? cover?.template ?? "");
  const found = bodyOf(source, stored, base, cover?.lang ?? "en-US");
  if (found === undefined) throw new AttainError("template-none");
  const { lang } = found;
  const body = titled(found.body, about.name);
  return {
    lang,
    about: aboutOf(about, cover, base, body, lang),
    ...(base === undefined ? {} : { base: base.id }),
    body,
    own:
      base === undefined || body.kind === "evaluation" ? {} : ownCells(formPages(base, body, lang), source),
    ...(stored?.colors === undefined ? {} : { colors: stored.colors }),
  };
}

function coverOf({ pages }: TemplateSource): ReadCover | undefined {
  const page = pages.find(({ spec }) => spec === COVER_ID) ?? pages[0];
  return page && readCoverPage(page.values);
}

function bodyOf(
  source: TemplateSource,
  stored: CompanyTemplate | undefined,
  base: Template | undefined,
  lang: Lang,
): { readonly body: CompanyTemplate["body"]; readonly lang: Lang } | undefined {
  const example = base?.fill?.kind === "evaluation" ? base.fill.request(lang) : undefined;
  const origin = stored?.body.kind === "evaluation" ? blankRequest(stored.body) : example;
  const evaluation = readEvaluationBody(source, origin);
  if (evaluation) return { body: evaluation, lang: evaluation.request.lang };
  const plan = readPlanBody(source);
  if (plan) return plan;
  return base && base.fill === undefined ? { body: { kind: "form" }, lang } : undefined;
}

/** A new name is what the pages of an evaluation are headed by as well. */
function titled(body: CompanyTemplate["body"], name: string | undefined): CompanyTemplate["body"] {
  if (name === undefined || body.kind !== "evaluation") return body;
  return { ...body, request: { ...body.request, title: name } };
}

function aboutOf(
  wished: Partial<CompanyAbout>,
  cover: ReadCover | undefined,
  base: Template | undefined,
  body: CompanyTemplate["body"],
  lang: Lang,
): CompanyAbout {
  const title =
    body.kind === "evaluation" ? body.request.title : body.kind === "plan" ? body.wish.measure : undefined;
  const steps = wished.steps ?? cover?.steps ?? [];
  return {
    name: wished.name ?? cover?.title ?? title ?? W.name[lang],
    purpose: wished.purpose ?? cover?.purpose ?? base?.purpose[lang] ?? W[`${body.kind}Purpose`][lang],
    steps: steps.length > 0 ? steps : W[`${body.kind}Steps`].map((step) => step[lang]),
    by: wished.by ?? cover?.company?.by ?? "",
  };
}

/** Pages of the gallery's template that are the same whoever the plan is for: forms, beside the plan's own pages. */
function formPages(base: Template, body: CompanyTemplate["body"], lang: Lang): readonly SheetSpec[] {
  const { sheets } = base.book(lang);
  if (body.kind !== "plan" || base.fill?.kind !== "plan") return body.kind === "form" ? sheets : [];
  const others = base.fill.book(placeholderRequest(body), lang).sheets;
  const blank = (sheet: SheetSpec | undefined): string =>
    sheet === undefined ? "" : JSON.stringify(withoutTyped(sheet).blocks);
  return sheets.filter((sheet) => blank(sheet) === blank(others.find(({ id }) => id === sheet.id)));
}

export interface CompanyBookOptions {
  /** With the gallery's made-up example data, where the template began as one of the gallery's. Default false. */
  readonly examples?: boolean;
}

/** A company template as a workbook, made anew: nothing of the workbook it was read from is in it but its rules and words. */
export function companyBook(
  template: CompanyTemplate,
  { examples = false }: CompanyBookOptions = {},
): WorkbookSpec {
  const base = findTemplate(template.base ?? "");
  const { body, lang } = template;
  const example = examples ? exampleOf(body, base, lang) : undefined;
  const shown = example !== undefined || (examples && body.kind === "form");
  const book =
    body.kind === "evaluation"
      ? evaluationPages(body, base, example?.evaluation ?? blankRequest(body), shown)
      : body.kind === "plan"
        ? planPages(body, base, example?.plan ?? placeholderRequest(body), lang)
        : formBook(base, lang);
  const pages =
    shown || body.kind === "evaluation"
      ? book
      : { ...book, sheets: book.sheets.map((sheet) => blankForm(sheet, base, body, lang)) };
  return withCompanyCover(template, pages, shown);
}

/** A company template with people's own data in it. */
export function filledCompanyBook(
  template: CompanyTemplate,
  request: EvaluationRequest | PlanRequest,
): WorkbookSpec {
  const base = findTemplate(template.base ?? "");
  const { body, lang } = template;
  if ("schemes" in request && body.kind === "evaluation")
    return withCompanyCover(template, evaluationPages(body, base, request, false), true);
  if (!("schemes" in request) && body.kind === "plan")
    return withCompanyCover(template, planPages(body, base, request, lang), true);
  throw new RangeError(`A ${body.kind} takes no such data`);
}

function evaluationPages(
  { pay }: EvaluationBody,
  base: Template | undefined,
  request: EvaluationRequest,
  examples: boolean,
): WorkbookSpec {
  const options = base === undefined ? { spareRows: 4 } : evaluationOptions(base.id);
  if (pay !== undefined)
    return withPay(
      request,
      { plan: () => pay, inputs: (examples && base && payOf(base.id)?.inputs) || {} },
      options,
    );
  return base?.fill?.kind === "evaluation"
    ? base.fill.book(request, request.lang)
    : evaluationBook(request, options);
}

function planPages(
  _body: PlanBody,
  base: Template | undefined,
  request: PlanRequest,
  lang: Lang,
): WorkbookSpec {
  return base?.fill?.kind === "plan" ? base.fill.book(request, lang) : planBook(request, { lang });
}

function formBook(base: Template | undefined, lang: Lang): WorkbookSpec {
  if (base === undefined) throw new AttainError("template-none");
  return base.book(lang);
}

/** A form waits for its data; a plan's own pages keep their made-up units, or there would be nothing to see. */
function blankForm(
  sheet: SheetSpec,
  base: Template | undefined,
  body: CompanyTemplate["body"],
  lang: Lang,
): SheetSpec {
  if (base === undefined || !holdsExamples(base, sheet)) return sheet;
  return formPages(base, body, lang).some(({ id }) => id === sheet.id) ? withoutTyped(sheet) : sheet;
}

interface Example {
  readonly evaluation?: EvaluationRequest;
  readonly plan?: PlanRequest;
}

/** The gallery's made-up people under the company's rules; undefined where they do not fit any more. */
function exampleOf(
  body: CompanyTemplate["body"],
  base: Template | undefined,
  lang: Lang,
): Example | undefined {
  const { fill } = base ?? {};
  if (body.kind === "evaluation" && fill?.kind === "evaluation") {
    const { people, inputs, ratings, raters } = fill.request(lang);
    const evaluation: EvaluationRequest = {
      ...body.request,
      people,
      ...(inputs === undefined ? {} : { inputs }),
      ...(ratings === undefined ? {} : { ratings }),
      ...(raters === undefined ? {} : { raters }),
    };
    return fits(() => evaluate(evaluation)) ? { evaluation } : undefined;
  }
  if (body.kind === "plan" && fill?.kind === "plan") {
    const { team } = fill.request(lang);
    if (team?.levels.length !== body.levels.length) return undefined;
    const plan = { ...body.wish, team: { ...team, company: body.company, levels: body.levels } };
    return fits(() => planBook(plan, { lang })) ? { plan } : undefined;
  }
  return undefined;
}

function fits(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof AttainError) return false;
    throw error;
  }
}

function withCompanyCover(template: CompanyTemplate, book: WorkbookSpec, examples: boolean): WorkbookSpec {
  const { about, base, lang, own, colors } = template;
  const gallery = findTemplate(base ?? "");
  const pages = book.sheets.filter(({ id }) => id !== COVER_ID).map((sheet) => withOwn(sheet, own));
  const cover = coverSheet(
    {
      key: gallery === undefined ? "" : `${gallery.number} ${gallery.id}`,
      title: about.name,
      purpose: about.purpose,
      steps: about.steps,
      pages: pages.map((sheet) => ({ tab: sheet.name, title: titleOf(sheet) })),
      version: VERSION,
      company: { by: about.by },
      filled: examples ? "examples" : template.body.kind === "plan" ? "units" : "nothing",
    },
    lang,
  );
  return {
    sheets: [cover, ...pages],
    names: book.names,
    activate: COVER_ID,
    ...(colors === undefined ? {} : { colors }),
  };
}
