import type { WrittenTemplate } from "../../../../jobs/template/companyFill";
import type { SavedTemplate, SaveWish } from "../../../../jobs/template/companyTemplate";
import type { ReadyTemplate } from "../../../../jobs/template/ready";
import type { JobOptions } from "../../../../jobs/types";
import type { Translated } from "../../../../templates/company/translate";
import type { CompanyTemplate } from "../../../../templates/company/definition";
import type { Lang } from "../../../../words";
import { loadFiles } from "../../share/jobs";

/** A local file as a company template; nothing leaves the machine. Rejects with AttainError. */
export async function openCompanyFile(file: File, lang: Lang): Promise<CompanyTemplate> {
  const [{ readTemplateFile }, { readCompanyTemplate }, { checkCarries }] = await Promise.all([
    import("../../../../host/file/templateFile"),
    import("../../../../templates/company/companyTemplate"),
    import("../../../../templates/company/refused"),
  ]);
  const { source, refused } = await readTemplateFile(new Uint8Array(await file.arrayBuffer()), file.name);
  checkCarries(refused, file.name, lang);
  return readCompanyTemplate(source);
}

/** The company template the open workbook is or follows; undefined when there is none. */
export async function companyTemplateHere(): Promise<CompanyTemplate | undefined> {
  const { templateHere } = await import("../../../../jobs/template/companyTemplate");
  return templateHere({});
}

/** Without anybody's data. */
export async function writeCompany(template: CompanyTemplate, options: JobOptions): Promise<WrittenTemplate> {
  const { writeCompanyTemplate } = await import("../../../../jobs/template/companyFill");
  return writeCompanyTemplate(template, "blank", options);
}

/** With what the open workbook holds: worked out, and written when its `write` is called. */
export async function prepareMine(
  template: CompanyTemplate,
  options: JobOptions & { readonly period?: string },
): Promise<ReadyTemplate> {
  const { prepareCompany } = await import("../../../../jobs/template/companyFill");
  return prepareCompany(template, options);
}

/** The template in the pane's language, as far as its words are the product's own; undefined when none is. */
export async function translateCompany(template: CompanyTemplate): Promise<Translated | undefined> {
  const { inOtherLanguage } = await import("../../../../templates/company/translate");
  return inOtherLanguage(template);
}

/** The open workbook as a company template, in a file to save. */
export async function saveCompany(wish: SaveWish): Promise<SavedTemplate> {
  const { openTemplateSource, saveAsTemplate } = await import("../../../../jobs/template/companyTemplate");
  return saveAsTemplate(await openTemplateSource({}), wish, await loadFiles());
}
