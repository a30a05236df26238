import { saveXlsx } from "../../host/file/save";
import { createNodeHost } from "../../host/node";
import { AttainError } from "../../errors";
import type { ReadyTemplate } from "../../jobs/template/ready";
import {
  clearExamples,
  fillTemplate,
  listTemplates,
  searchTemplates,
  writeTemplate,
} from "../../jobs/template/template";
import { say, type Lang, type Phrase } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";
import { misused } from "../usage";
import { saveTemplate, useTemplate, type CompanyOptions } from "./companyTemplate";
import { replacedNote, tellTaken } from "./templateReport";

interface Options extends CompanyOptions {
  readonly list?: boolean;
  readonly empty?: boolean;
  readonly clear?: string;
  readonly from?: string;
  readonly save?: string;
}

const W = {
  made: { "zh-CN": "{file}：{n} 张表", "en-US": "{file}: {n} {n:sheet|sheets}" },
  cleared: {
    "zh-CN": "{file}：清空 {n} 个示例单元格，保留 {kept} 个已改写的",
    "en-US": "{file}: {n} example {n:cell|cells} emptied, {kept} that were typed over kept",
  },
  noOut: {
    "zh-CN": "请用 -o <文件> 指定要生成的工作簿",
    "en-US": "-o <file> says which workbook to make",
  },
  noId: {
    "zh-CN": "请指定模板，如 attain template D10 -o plan.xlsx；全部模板见 attain template --list",
    "en-US": "which template? For example attain template D10 -o plan.xlsx; attain template --list names all",
  },
} as const satisfies Record<string, Phrase>;

/**
 * `attain template <id> -o file`, with `--with mine.xlsx` for one's own data; `--list`; `--clear file -o file`; a company's
 * own: `--save mine.xlsx -o company.xlsx`, and `attain template company.xlsx -o file`.
 *
 * @throws AttainError `usage`, `template-unknown`, `unknown-name`, `file-taken`, `file-unwritable`
 */
export async function template(id: string | undefined, options: Options): Promise<void> {
  const lang = chooseLang(options.lang);
  if (options.list === true) return list(id, lang, options.json === true);
  const { out, clear, save } = options;
  const from = options.from ?? options.with;
  if (id === undefined && clear === undefined && save === undefined) throw misused("template", W.noId);
  if (out === undefined) throw misused("template", W.noOut);
  if (save !== undefined) return saveTemplate(save, options);
  if (id !== undefined && /\.xls[xm]$/i.test(id))
    return useTemplate(id, { ...options, ...(from === undefined ? {} : { with: from }) });
  const input = clear ?? from;
  if (input !== undefined) await checkApart(input, out);
  const host = createNodeHost(input === undefined ? undefined : await openFile(input));
  const done =
    clear !== undefined ? await clearExamples({}) : await make(id ?? "", from !== undefined, options, lang);
  host.calculate();
  const replaced = await writeBytes(out, await saveXlsx(host.workbook));
  if (options.json === true) return console.log(JSON.stringify({ file: out, replaced, ...done }));
  const note = replacedNote(replaced, lang);
  if ("sheets" in done) {
    tellTaken(done, lang);
    console.log(say(W.made, lang, { file: out, n: String(done.sheets) }) + note);
  } else
    console.log(say(W.cleared, lang, { file: out, n: String(done.cells), kept: String(done.kept) }) + note);
}

function list(words: string | undefined, lang: Lang, json: boolean): void {
  const wanted = searchTemplates(words ?? "");
  if (wanted.length === 0) throw new AttainError("template-unknown", { name: words ?? "" });
  const found = listTemplates(lang).filter(({ id }) => wanted.includes(id));
  if (json) return console.log(JSON.stringify(found, null, 2));
  for (const { number, id, name } of found) console.log(`${number.padEnd(5)}${id.padEnd(26)}${name}`);
}

interface Made extends Partial<Pick<ReadyTemplate, "taken" | "period">>, Pick<ReadyTemplate, "problems"> {
  readonly sheets: number;
}

async function make(
  id: string,
  fill: boolean,
  { empty = false, period }: Pick<Options, "empty" | "period">,
  lang: Lang,
): Promise<Made> {
  if (!fill) {
    const { sheets } = await writeTemplate(id, { lang, examples: !empty });
    return { sheets: sheets.length, problems: [] };
  }
  const filled = await fillTemplate(id, { lang, ...(period === undefined ? {} : { period }) });
  const { problems, taken } = filled;
  return {
    sheets: filled.sheets.length,
    problems,
    taken,
    ...(filled.period ? { period: filled.period } : {}),
  };
}
