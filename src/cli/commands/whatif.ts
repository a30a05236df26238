import { applyWorkbook } from "../../excel/apply";
import { saveXlsx } from "../../host/file/save";
import { createNodeHost } from "../../host/node";
import { findingInWords } from "../../jobs/evaluation/addPay";
import { openPaid, type Paid } from "../../jobs/evaluation/paid";
import { openScored } from "../../jobs/evaluation/scored";
import { parseChange } from "../../scoring/whatif/changes";
import { whatIf, type WhatIf } from "../../scoring/whatif/whatIf";
import { calibrationSheet } from "../../sheets/analysis/calibrationSheet";
import { changesInWords, whatIfSheets } from "../../sheets/analysis/whatIfSheet";
import { say, type Lang, type Phrase } from "../../words";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { openFile } from "../session";
import { misused } from "../usage";
import { WHATIF_WORDS as W } from "./whatifWords";

interface WhatIfOptions {
  readonly set: readonly string[];
  readonly keepWeights?: boolean;
  readonly out?: string;
  readonly sheet?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

/** `attain whatif`: who would change grade and rank if parameters were others; with `-o` as pages that go on living. */
export async function whatif(file: string, options: WhatIfOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  if (options.set.length === 0) throw misused("whatif", W.needsSet);
  if (options.out !== undefined) await checkApart(file, options.out);
  const host = createNodeHost(await openFile(file));
  const { sheet, keepWeights = false } = options;
  const scored = await openScored(sheet === undefined ? {} : { sheet });
  const paid = await openPaid();
  const result = whatIf({
    scheme: scored.scheme,
    people: scored.people,
    changes: options.set.map(parseChange),
    keepWeights,
    ...(paid && { pay: paid }),
  });
  if (options.out !== undefined) {
    const pay = paid && result.pay ? { ...paid, trial: result.pay.plan } : undefined;
    const { sheets } = whatIfSheets(scored, result.scheme, result.made, pay);
    await applyWorkbook(
      { sheets: [...sheets, calibrationSheet(scored)], names: [], activate: "whatif" },
      { lang },
    );
    host.calculate();
    await writeBytes(options.out, await saveXlsx(host.workbook));
  }
  if (options.json) {
    const { scheme: _scheme, pay, ...rest } = result;
    const { plan: _plan, ...payRest } = pay ?? {};
    console.log(JSON.stringify({ ...rest, ...(pay && { pay: payRest }) }, null, 2));
    return;
  }
  console.log(
    [...describe(result, lang, scored.people.periods !== undefined), ...payLines(result, paid, lang)].join(
      "\n",
    ),
  );
  if (options.out !== undefined) console.log(say(W.saved, lang, { file: options.out }));
}

function describe({ made, people, grades, units }: WhatIf, lang: Lang, several: boolean): string[] {
  const number = (value: number | null): string =>
    value === null ? "–" : value.toLocaleString(lang, { maximumFractionDigits: 2 });
  const moved = people.filter(({ moved: moves }) => moves.includes("grade"));
  const ranks = people.filter(({ moved: moves }) => moves.includes("rank")).length;
  return [
    ...changesInWords(made, lang),
    say(several ? W.summaryPeriods : W.summary, lang, { grades: moved.length, ranks, people: people.length }),
    ...moved.map(({ name, unit, before, after }) =>
      say(W.person, lang, {
        name,
        unit,
        was: before.grade ?? "–",
        is: after.grade ?? "–",
        before: number(before.total),
        after: number(after.total),
        rankBefore: number(before.rank),
        rankAfter: number(after.rank),
      }),
    ),
    ...grades.map(({ name, before, after }) => `  ${name}: ${before} → ${after}`),
    ...units.map(({ unit, before, after }) =>
      say(W.unit, lang, { unit, before: number(before), after: number(after) }),
    ),
  ];
}

/** What it costs, whose pay changes, and what the tried tiers leave open. */
function payLines({ pay }: WhatIf, paid: Paid | undefined, lang: Lang): string[] {
  if (!pay || !paid) return [];
  const { currency } = pay.plan;
  const amount = (value: number | null): string =>
    value === null ? "×" : value.toLocaleString(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const change = (before: number, after: number): string =>
    `${after >= before ? "+" : "−"}${amount(Math.abs(after - before))}`;
  const moved = pay.people.filter(({ before, after }) => amount(before) !== amount(after));
  const apart = pay.people.filter(({ before }, i) => amount(before) !== amount(paid.paid[i] ?? null));
  const cost = (
    phrase: Phrase,
    { before, after }: { readonly before: number; readonly after: number },
  ): string =>
    say(phrase, lang, {
      currency,
      before: amount(before),
      after: amount(after),
      change: change(before, after),
    });
  return [
    cost(W.payCost, pay),
    ...(pay.later.before !== 0 || pay.later.after !== 0 ? [cost(W.payLater, pay.later)] : []),
    say(W.payMoved, lang, { n: moved.length, people: pay.people.length }),
    ...moved.map(({ name, unit, before, after }) =>
      say(W.payPerson, lang, {
        name,
        unit,
        before: amount(before),
        after: amount(after),
        change: change(before ?? 0, after ?? 0),
      }),
    ),
    ...(apart.length > 0
      ? [say(W.payApart, lang, { names: apart.map(({ name }) => name).join(lang === "zh-CN" ? "、" : ", ") })]
      : []),
    ...pay.findings.flatMap((finding) =>
      finding.severity === "error" ? [`▼ ${findingInWords(finding)}`] : [],
    ),
  ];
}
