import { AttainError } from "../../errors";
import { readHeaderColors } from "../../excel/read/headerColors";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { readXmlPart } from "../../excel/state/xmlPart";
import { MEMORY_NAMESPACE } from "../../records/memory";
import { leakedNames } from "../../sharing/leaks";
import type { BrandColors } from "../../sheets/style";
import { brandOf, type ColorsSeen } from "../../templates/company/colors";
import { companyBook } from "../../templates/company/companyBook";
import { readCompanyTemplate } from "../../templates/company/companyTemplate";
import type { CompanyAbout, CompanyTemplate } from "../../templates/company/definition";
import { TEMPLATE_NAMESPACE, templateXml } from "../../templates/company/part";
import { namesIn } from "../../templates/company/people";
import type { SourcePage, TemplateSource } from "../../templates/company/source";
import { runOf } from "../runRecord";
import { fromA1 } from "../evaluation/scored";
import type { WorkbookFiles } from "../sharing/sharing";
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
