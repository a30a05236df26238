import { writeFile } from "node:fs/promises";
import { AttainError } from "../../errors";
import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { filesInNode } from "../../host/workbookFilesInNode";
import { writeCompanyTemplate } from "../../jobs/template/companyFill";
import { saveAsTemplate } from "../../jobs/template/companyTemplate";
import { VERSION } from "../../jobs/version";
import { isColor } from "../../sheets/palette";
import { companyBook } from "../../templates/company/companyBook";
import { readCompanyTemplate } from "../../templates/company/companyTemplate";
import { templateXml } from "../../templates/company/part";
import { checkCarries } from "../../templates/company/refused";
import { say, type Phrase } from "../../words";
import { checkApart } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";
import { openTemplateFile } from "../templateFiles";

export interface CompanyOptions {
  readonly out?: string;
  readonly name?: string;
  readonly about?: string;
  readonly by?: string;
  readonly color?: string;
  readonly color2?: string;
  readonly examples?: boolean;
  readonly with?: string;
  readonly period?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

const W = {
  saved: {
    "zh-CN": "公司模板“{name}”：{file}，{n} 张表，不含人员和数据",
    "en-US": "Company template “{name}”: {file}, {n} sheets, without people and data",
  },
  made: { "zh-CN": "{file}：按“{name}”生成 {n} 张表", "en-US": "{file}: {n} sheets made from “{name}”" },
} as const satisfies Record<string, Phrase>;

/**
 * `attain template --save mine.xlsx -o company.xlsx`: what the workbook says becomes a template of its own.
 *
 * @throws AttainError `template-none`, `request-invalid`, `file-taken`, `leak-found`
 */
export async function saveTemplate(file: string, options: CompanyOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  const { out = "", name, about, by, color, color2, examples = false } = options;
  await checkApart(file, out);
  for (const one of [color, color2])
    if (one !== undefined && !isColor(one))
      throw new AttainError("request-invalid", { detail: `--color ${one} (#00695C)` });
  const { template, sheets, bytes } = await saveAsTemplate(
    await openTemplateFile(file),
    {
      about: {
        ...(name === undefined ? {} : { name }),
        ...(about === undefined ? {} : { purpose: about }),
        ...(by === undefined ? {} : { by }),
      },
      ...(color === undefined
        ? {}
        : { colors: { main: color, ...(color2 === undefined ? {} : { second: color2 }) } }),
      examples,
    },
    filesInNode(),
  );
  await writeFile(out, bytes);
  const said = { file: out, name: template.about.name };
  if (options.json === true)
    return console.log(JSON.stringify({ ...said, kind: template.body.kind, base: template.base, sheets }));
  console.log(say(W.saved, lang, { ...said, n: sheets.length }));
}

/**
 * `attain template company.xlsx -o book.xlsx`, with `--with data.xlsx` for one's own data.
 *
 * @throws AttainError `template-none`, `template-newer`, `template-refused`, `no-data`, `file-taken`
 */
export async function useTemplate(file: string, options: CompanyOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  const { out = "", with: data, examples = false, period } = options;
  await checkApart(file, out);
  const opened = await openTemplateFile(file);
  checkCarries(opened.refused, file, lang);
  const template = readCompanyTemplate(opened.source);
  const said = { file: out, name: template.about.name };
  if (data === undefined) {
    const book = companyBook(template, { examples });
    const part = { title: template.about.name, customXml: templateXml(template, VERSION), remember: true };
    await writeFile(out, await filesInNode().make(book, part, template.lang));
    return tell({ ...said, sheets: book.sheets.map(({ name }) => name), problems: [] });
  }
  await checkApart(data, out);
  const host = createNodeHost(await openFile(data));
  const { sheets, problems } = await writeCompanyTemplate(template, "mine", {
    lang,
    ...(period === undefined ? {} : { period }),
  });
  host.calculate();
  await writeFile(out, await saveXlsx(host.workbook));
  tell({ ...said, sheets, problems });

  function tell(result: {
    readonly file: string;
    readonly name: string;
    readonly sheets: readonly string[];
    readonly problems: readonly { readonly where: string; readonly what: string }[];
  }): void {
    if (options.json === true) return console.log(JSON.stringify(result));
    for (const { where, what } of result.problems) console.log(`${where}: ${what}`);
    console.log(say(W.made, lang, { file: result.file, name: result.name, n: result.sheets.length }));
  }
}
