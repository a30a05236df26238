import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { filesInNode } from "../../host/workbookFilesInNode";
import { writeCompanyTemplate, type WrittenTemplate } from "../../jobs/template/companyFill";
import { saveAsTemplate } from "../../jobs/template/companyTemplate";
import { VERSION } from "../../jobs/version";
import { isColor } from "../../sheets/palette";
import { companyBook } from "../../templates/company/companyBook";
import { readCompanyTemplate } from "../../templates/company/companyTemplate";
import { templateXml } from "../../templates/company/part";
import { checkCarries } from "../../templates/company/refused";
import { say, type Phrase } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";
import { misused } from "../usage";
import { openTemplateFile } from "../templateFiles";
import { replacedNote, tellTaken } from "./templateReport";

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
    "en-US": "Company template “{name}”: {file}, {n} {n:sheet|sheets}, without people and data",
  },
  color: {
    "zh-CN": "颜色“{color}”应写成 #00695C 这样",
    "en-US": "The colour “{color}” has to be written like #00695C",
  },
  made: {
    "zh-CN": "{file}：按“{name}”生成 {n} 张表",
    "en-US": "{file}: {n} {n:sheet|sheets} made from “{name}”",
  },
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
    if (one !== undefined && !isColor(one)) throw misused("template", say(W.color, lang, { color: one }));
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
  const replaced = await writeBytes(out, bytes);
  const said = { file: out, name: template.about.name, replaced };
  if (options.json === true)
    return console.log(JSON.stringify({ ...said, kind: template.body.kind, base: template.base, sheets }));
  const { name: called } = template.about;
  console.log(
    say(W.saved, lang, { file: out, name: called, n: sheets.length }) + replacedNote(replaced, lang),
  );
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
  const { name } = template.about;
  if (data === undefined) {
    const book = companyBook(template, { examples });
    const part = { title: name, customXml: templateXml(template, VERSION), remember: true };
    const sheets = book.sheets.map((sheet) => sheet.name);
    return tell(await filesInNode().make(book, part, template.lang), { sheets, problems: [] });
  }
  await checkApart(data, out);
  const host = createNodeHost(await openFile(data));
  const written = await writeCompanyTemplate(template, "mine", {
    lang,
    ...(period === undefined ? {} : { period }),
  });
  host.calculate();
  return tell(await saveXlsx(host.workbook), written);

  async function tell(
    bytes: Uint8Array,
    result: Omit<WrittenTemplate, "taken"> & Partial<WrittenTemplate>,
  ): Promise<void> {
    const replaced = await writeBytes(out, bytes);
    if (options.json === true) return console.log(JSON.stringify({ file: out, name, replaced, ...result }));
    tellTaken(result, lang);
    console.log(
      say(W.made, lang, { file: out, name, n: result.sheets.length }) + replacedNote(replaced, lang),
    );
  }
}
