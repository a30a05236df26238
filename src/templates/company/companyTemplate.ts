/** Company templates: a workbook's rules, words and colours as a template of its own. */
import { AttainError } from "../../errors";
import { COVER_ID, readCoverPage, type ReadCover } from "../../sheets/cover";
import type { Lang } from "../../words";
import { findTemplate } from "../gallery";
import type { Template } from "../template";
import { blankPages } from "./companyBook";
import type { CompanyAbout, CompanyTemplate, EvaluationBody, OwnCells } from "./definition";
import { blankRequest, readEvaluationBody } from "./evaluation";
import { formPages } from "./forms";
import { ownCells } from "./own";
import { parseTemplateXml } from "./part";
import { namesIn } from "./people";
import { readPlanBody } from "./plan";
import { readRunBody } from "./run";
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
  const plain: CompanyTemplate = {
    lang,
    about: aboutOf(about, cover ?? stored?.about, base, body, lang),
    ...(base === undefined ? {} : { base: base.id }),
    body,
    own: {},
    ...(stored?.colors === undefined ? {} : { colors: stored.colors }),
  };
  return { ...plain, own: ownOf(plain, base, source) };
}

/** Pages of a run are made of the ledger; the template's own pages are others. */
function ownOf(template: CompanyTemplate, base: Template | undefined, source: TemplateSource): OwnCells {
  const { body, lang } = template;
  if (body.kind === "run") return {};
  const forms = base === undefined ? [] : formPages(base, body, lang);
  const others =
    body.kind === "form"
      ? []
      : blankPages(template).sheets.filter(({ id }) => !forms.some((form) => form.id === id));
  return ownCells(
    { forms, others, gallery: base?.book(lang).sheets ?? [] },
    source,
    namesIn(source, template),
  );
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
  const run = readRunBody(source, stored?.body.kind === "run" ? stored.body : undefined);
  if (run) return run;
  const example = base?.fill?.kind === "evaluation" ? base.fill.request(lang) : undefined;
  const origin = stored?.body.kind === "evaluation" ? blankRequest(stored.body) : example;
  const evaluation = readEvaluationBody(source, origin);
  if (evaluation) return { body: evaluation, lang: evaluation.request.lang };
  const plan = readPlanBody(source);
  if (plan) return plan;
  const isForm = base !== undefined && base.fill?.kind !== "plan" && base.fill?.kind !== "evaluation";
  return isForm ? { body: { kind: "form" }, lang } : undefined;
}

/** A new name is what the pages of an evaluation are headed by as well. */
function titled(body: CompanyTemplate["body"], name: string | undefined): CompanyTemplate["body"] {
  if (name === undefined) return body;
  if (body.kind === "evaluation") return entitled(body, name);
  return body.kind === "run" && body.evaluation
    ? { ...body, evaluation: entitled(body.evaluation, name) }
    : body;
}

const entitled = (body: EvaluationBody, title: string): EvaluationBody => ({
  ...body,
  request: { ...body.request, title },
});

/** What a workbook says of itself: on its cover, or in the template it follows where it has none. */
type CoverSaid = Partial<CompanyAbout> & Partial<Pick<ReadCover, "title" | "company">>;

function aboutOf(
  wished: Partial<CompanyAbout>,
  cover: CoverSaid | undefined,
  base: Template | undefined,
  body: CompanyTemplate["body"],
  lang: Lang,
): CompanyAbout {
  const title =
    body.kind === "evaluation" ? body.request.title : body.kind === "plan" ? body.wish.measure : undefined;
  const steps = wished.steps ?? cover?.steps ?? [];
  return {
    name: wished.name ?? cover?.title ?? cover?.name ?? title ?? W.name[lang],
    purpose: wished.purpose ?? cover?.purpose ?? base?.purpose[lang] ?? W[`${body.kind}Purpose`][lang],
    steps: steps.length > 0 ? steps : W[`${body.kind}Steps`].map((step) => step[lang]),
    by: wished.by ?? cover?.company?.by ?? cover?.by ?? "",
  };
}
