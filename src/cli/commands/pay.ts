import { writeFile } from "node:fs/promises";
import { AttainError } from "../../errors";
import { applyWorkbook } from "../../excel/apply";
import { quoteSheet } from "../../formula/references";
import { createNodeHost } from "../../host/node";
import { saveXlsx } from "../../host/file/save";
import { openScored } from "../../jobs/scored";
import { sourcesOf, withScores } from "../../scoring/pay/fromScores";
import { lintPay, type PayFinding } from "../../scoring/pay/lintTiers";
import { payTeam } from "../../scoring/pay/payTeam";
import { validatePay } from "../../scoring/pay/validatePay";
import { payPlanSheet } from "../../sheets/pay/planSheet";
import { paySummarySheet } from "../../sheets/pay/summarySheet";
import { say } from "../../words";
import { checkApart } from "../files";
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
  const mistakes = validatePay(plan);
  if (mistakes.length > 0) throw invalid(mistakes.map(({ where, what }) => `${where}: ${what}`));
  const findings = lintPay(plan);
  const grave = findings.filter(({ severity }) => severity === "error");
  if (grave.length > 0 && options.anyway !== true) throw invalid(grave.map(inWords));

  const host = createNodeHost(await openFile(file));
  const scored = await openScored(options.sheet === undefined ? {} : { sheet: options.sheet });
  const { people, layout } = scored;
  const known = sourcesOf(scored.scheme);
  for (const { id, from } of plan.inputs)
    if (from !== undefined && !known.includes(from))
      throw new AttainError("unknown-name", { name: `inputs.${id}.from: ${from}`, known: known.join(", ") });
  const team = withScores(plan, scored.scheme, people, {
    names: people.names,
    units: people.units,
    inputs: new Map(),
  });
  const sources = new Map(
    plan.inputs.flatMap(({ id, from }) => {
      const letter = from === undefined ? undefined : layout.columns.get(from);
      if (letter === undefined) return [];
      const cell = (i: number): string => `${quoteSheet(layout.sheet)}!$${letter}$${layout.firstRow + i}`;
      return [[id, people.names.map((_, i) => cell(i))] as const];
    }),
  );
  const planPage = payPlanSheet(plan);
  const summary = paySummarySheet(plan, team, { references: planPage.references, sources });
  const sheets = [summary.sheet, planPage.sheet];
  await applyWorkbook({ sheets, names: planPage.names, activate: "paySummary" }, { lang });
  host.calculate();
  await writeFile(options.out, await saveXlsx(host.workbook));

  const { paid, later, waiting, rounding } = payTeam(plan, team);
  if (options.json) {
    console.log(JSON.stringify({ paid, later, waiting, rounding, findings }, null, 2));
    return;
  }
  for (const finding of findings) console.log(`${MARKS[finding.severity]} ${inWords(finding)}`);
  console.log(
    say(W.paid, lang, { paid, later, currency: plan.currency, people: people.names.length, waiting }),
  );
  console.log(say(W.saved, lang, { file: options.out }));
}

const MARKS = { error: "▼", warning: "▲", note: "●" } as const;

function inWords({ where, what, mend }: PayFinding): string {
  return `${where}: ${what} → ${mend}`;
}

function invalid(details: readonly string[]): AttainError {
  return new AttainError("scheme-invalid", { detail: details.join("; ") });
}
