import { writeFile } from "node:fs/promises";
import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { clearExamples, fillTemplate, listTemplates, writeTemplate } from "../../jobs/template/template";
import { AttainError } from "../../errors";
import type { FillProblem } from "../../templates/fill/forms";
import { say, type Lang, type Phrase } from "../../words";
import { checkApart } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";
import { saveTemplate, useTemplate, type CompanyOptions } from "./companyTemplate";

interface Options extends CompanyOptions {
  readonly list?: boolean;
  readonly empty?: boolean;
  readonly clear?: string;
  readonly from?: string;
  readonly save?: string;
}

const W = {
  made: { "zh-CN": "{file}：{n} 张表", "en-US": "{file}: {n} sheets" },
  cleared: {
    "zh-CN": "{file}：清空 {n} 个示例单元格，保留 {kept} 个已改写的",
    "en-US": "{file}: {n} example cells emptied, {kept} that were typed over kept",
  },
} as const satisfies Record<string, Phrase>;

/**
 * `attain template <id> -o file`, with `--with mine.xlsx` for one's own data; `--list`; `--clear file -o file`; a company's
 * own: `--save mine.xlsx -o company.xlsx`, and `attain template company.xlsx -o file`.
 *
 * @throws AttainError `template-unknown`, `request-invalid`
 */
export async function template(id: string | undefined, options: Options): Promise<void> {
  const lang = chooseLang(options.lang);
  if (options.list === true) {
    const list = listTemplates(lang);
    if (options.json === true) console.log(JSON.stringify(list, null, 2));
    else
      for (const { number, id: key, name } of list)
        console.log(`${number.padEnd(5)}${key.padEnd(26)}${name}`);
    return;
  }
  const { out, clear, save } = options;
  const from = options.from ?? options.with;
  if (out === undefined) throw new AttainError("request-invalid", { detail: "-o <file>" });
  if (save !== undefined) return saveTemplate(save, options);
  if (id === undefined && clear === undefined)
    throw new AttainError("request-invalid", { detail: "<id> | <company.xlsx> | --list | --save" });
  if (id !== undefined && /\.xls[xm]$/i.test(id))
    return useTemplate(id, { ...options, ...(from === undefined ? {} : { with: from }) });
  const input = clear ?? from;
  if (input !== undefined) await checkApart(input, out);
  const host = createNodeHost(input === undefined ? undefined : await openFile(input));
  const done =
    clear !== undefined ? await clearExamples({}) : await make(id ?? "", from !== undefined, options, lang);
  host.calculate();
  await writeFile(out, await saveXlsx(host.workbook));
  if (options.json === true) console.log(JSON.stringify({ file: out, ...done }));
  else if ("sheets" in done) {
    for (const { where, what, remedy } of done.problems)
      console.log(remedy === undefined ? `${where}: ${what}` : `${where}: ${what} – ${remedy}`);
    console.log(say(W.made, lang, { file: out, n: String(done.sheets) }));
  } else console.log(say(W.cleared, lang, { file: out, n: String(done.cells), kept: String(done.kept) }));
}

async function make(
  id: string,
  fill: boolean,
  { empty = false }: Pick<Options, "empty">,
  lang: Lang,
): Promise<{ readonly sheets: number; readonly problems: readonly FillProblem[] }> {
  if (!fill) {
    const { sheets } = await writeTemplate(id, { lang, examples: !empty });
    return { sheets: sheets.length, problems: [] };
  }
  const { sheets, problems } = await fillTemplate(id, { lang });
  return { sheets: sheets.length, problems };
}
