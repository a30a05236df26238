/** Company templates as workbooks: blank to be passed on, with made-up people, or with one's own data. */
import { AttainError } from "../../errors";
import { evaluationBook } from "../../jobs/evaluation/evaluationBook";
import { planBook } from "../../jobs/plan/planBook";
import { VERSION } from "../../jobs/version";
import type { PlanRequest } from "../../planning/planRequest";
import { evaluate } from "../../scoring/evaluate";
import type { EvaluationRequest } from "../../scoring/evaluation";
import { contentsOf } from "../../sheets/contents";
import { COVER_ID, coverSheet, type CoverInput } from "../../sheets/cover";
import type { SheetSpec, WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { findTemplate } from "../gallery";
import { bookWithPay, payOf } from "../list/evaluations";
import { mergeBooks } from "../mergeBooks";
import { holdsExamples, type Template } from "../template";
import { withoutTyped } from "../typed";
import { withPay } from "../withPay";
import type { CompanyTemplate, EvaluationBody, PlanBody, RunBody } from "./definition";
import { blankRequest } from "./evaluation";
import { formPages } from "./forms";
import { withOwn } from "./own";
import { placeholderRequest } from "./plan";

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
  const book = pagesOf(template, base, example, shown);
  const pages =
    shown || body.kind === "evaluation" || body.kind === "run"
      ? book
      : { ...book, sheets: book.sheets.map((sheet) => blankForm(sheet, base, body, lang)) };
  return withCompanyCover(template, pages, shown ? "examples" : hasUnits(template) ? "units" : "nothing");
}

/** The template's pages as they are before the company's own words are put in. */
export function blankPages(template: CompanyTemplate): WorkbookSpec {
  return pagesOf(template, findTemplate(template.base ?? ""), undefined, false);
}

function pagesOf(
  { body, lang }: CompanyTemplate,
  base: Template | undefined,
  example: Example | undefined,
  shown: boolean,
): WorkbookSpec {
  if (body.kind === "evaluation")
    return evaluationPages(body, base, example?.evaluation ?? blankRequest(body), shown);
  if (body.kind === "plan") return planPages(body, base, example?.plan ?? placeholderRequest(body), lang);
  return body.kind === "run" ? runPages(body, lang) : formBook(base, lang);
}

/** What a run makes of a ledger, before there is one: targets of made-up units, a scheme and pages that wait for people. */
function runPages({ plan, evaluation }: RunBody, lang: Lang): WorkbookSpec {
  const targets = plan && planBook(placeholderRequest(plan), { lang });
  const scores = evaluation && evaluationBook(blankRequest(evaluation), { spareRows: 4 });
  if (!targets || !scores) return targets ?? scores ?? { sheets: [], names: [], activate: COVER_ID };
  // Both have a card, and one of the two is enough to show what a card is.
  const sheets = targets.sheets.filter(({ id }) => id !== "card");
  return mergeBooks({ ...targets, sheets }, scores);
}

/** A company template with people's own data in it. */
export function filledCompanyBook(
  template: CompanyTemplate,
  request: EvaluationRequest | PlanRequest,
): WorkbookSpec {
  const base = findTemplate(template.base ?? "");
  const { body, lang } = template;
  if ("schemes" in request && body.kind === "evaluation")
    return withCompanyCover(template, evaluationPages(body, base, request, false), "own");
  if (!("schemes" in request) && body.kind === "plan")
    return withCompanyCover(template, planPages(body, base, request, lang), "own");
  throw new RangeError(`A ${body.kind} takes no such data`);
}

/** A company's form with people's own data in it. */
export function filledCompanyForm(template: CompanyTemplate, book: WorkbookSpec): WorkbookSpec {
  return withCompanyCover(template, book, "own");
}

function evaluationPages(
  { pay }: EvaluationBody,
  base: Template | undefined,
  request: EvaluationRequest,
  examples: boolean,
): WorkbookSpec {
  const options = { spareRows: 4 };
  if (pay !== undefined) {
    const own = { plan: () => pay, inputs: (examples && base && payOf(base.id)?.inputs) || {} };
    return base && payOf(base.id) ? bookWithPay(base.id, request, own) : withPay(request, own, options);
  }
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

const hasUnits = ({ body }: CompanyTemplate): boolean =>
  body.kind === "plan" || (body.kind === "run" && body.plan !== undefined);

function fits(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof AttainError) return false;
    throw error;
  }
}

function withCompanyCover(
  template: CompanyTemplate,
  book: WorkbookSpec,
  filled: NonNullable<CoverInput["filled"]>,
): WorkbookSpec {
  const { about, base, lang, own, colors } = template;
  const gallery = findTemplate(base ?? "");
  const pages = book.sheets.filter(({ id }) => id !== COVER_ID).map((sheet) => withOwn(sheet, own));
  const cover = coverSheet(
    {
      key: gallery === undefined ? "" : `${gallery.number} ${gallery.id}`,
      title: about.name,
      purpose: about.purpose,
      steps: about.steps,
      pages: contentsOf(pages, lang),
      version: VERSION,
      company: { by: about.by },
      filled,
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
