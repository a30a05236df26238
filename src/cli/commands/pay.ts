import { applyWorkbook } from "../../excel/apply";
import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { findingInWords, preparePay } from "../../jobs/evaluation/addPay";
import { say } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { readJson, validate } from "../requests";
import { openFile } from "../session";
import { PAY_COMMAND_WORDS as W } from "./payWords";

interface PayOptions {
  readonly plan: string;
  readonly out: string;
  readonly sheet?: string;
  readonly anyway?: boolean;
  readonly lang?: string;
  readonly json?: boolean;
}

/** `attain pay`: pay pages over a finished scorecard; tiers with gaps, overlaps or falling pay are refused first. */
export async function pay(file: string, options: PayOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  await checkApart(file, options.out);
  const plan = validate("pay", await readJson(options.plan));
  const host = createNodeHost(await openFile(file));
  const { spec, result, findings, taken } = await preparePay(plan, {
    ...(options.sheet !== undefined && { sheet: options.sheet }),
    ...(options.anyway !== undefined && { anyway: options.anyway }),
  });
  await applyWorkbook(spec, { lang });
  host.calculate();
  await writeBytes(options.out, await saveXlsx(host.workbook));

  const { paid, later, waiting, rounding, slips } = result;
  if (options.json) {
    console.log(JSON.stringify({ paid, later, waiting, rounding, findings, taken }, null, 2));
    return;
  }
  for (const finding of findings) console.log(`${MARKS[finding.severity]} ${findingInWords(finding)}`);
  console.log(say(W.paid, lang, { paid, later, currency: plan.currency, people: slips.length, waiting }));
  if (taken.length > 0)
    console.log(say(W.taken, lang, { sheets: taken.join(lang === "zh-CN" ? "、" : ", ") }));
  console.log(say(W.saved, lang, { file: options.out }));
}

const MARKS = { error: "▼", warning: "▲", note: "●" } as const;
