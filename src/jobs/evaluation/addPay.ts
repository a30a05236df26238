import { AttainError } from "../../errors";
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { compileScheme } from "../../scoring/compile";
import { sourcesOf } from "../../scoring/pay/fromScores";
import { lintPay, type PayFinding } from "../../scoring/pay/lintTiers";
import { withMatchedScores } from "../../scoring/pay/matchScores";
import type { PayPlan } from "../../scoring/pay/payPlan";
import { payTeam, type PayResult } from "../../scoring/pay/payTeam";
import { validatePay } from "../../scoring/pay/validatePay";
import type { Scored } from "../../sheets/analysis/readScored";
import { payPlanSheet } from "../../sheets/pay/planSheet";
import { scoreSource } from "../../sheets/pay/scoreSource";
import { paySummarySheet } from "../../sheets/pay/summarySheet";
import type { WorkbookSpec } from "../../sheets/spec";
import { findPayFacts } from "./payFacts";
import { reviewedPeople, reviewedSheet, reviewUnderWay } from "./reviewedPay";
import { openScored } from "./scored";

/** Pay pages over the open workbook's scorecard, ready to be written. */
export interface PreparedPay {
  readonly spec: WorkbookSpec;
  readonly result: PayResult;
  readonly findings: readonly PayFinding[];
  /** Tabs that positions, managers and other inputs were taken from. */
  readonly taken: readonly string[];
}

export interface PayOptions {
  /** Which scorecard, when there are several. */
  readonly sheet?: string;
  /** Go on even if tiers have gaps, overlaps or falling pay. */
  readonly anyway?: boolean;
}

/**
 * Reads the scorecard and the lists of people of the open workbook and works out everybody's pay, by the reviewed
 * scores where there are some. Nothing is written.
 *
 * @throws AttainError `scheme-invalid` with every mistake of the plan, grave findings about its tiers among them;
 *   `unknown-name` for what the scorecard does not have; `no-scores`
 */
export async function preparePay(plan: PayPlan, { sheet, anyway }: PayOptions): Promise<PreparedPay> {
  const mistakes = validatePay(plan);
  if (mistakes.length > 0) throw invalid(mistakes.map(({ where, what }) => `${where}: ${what}`));
  const findings = lintPay(plan);
  const grave = findings.filter(({ severity }) => severity === "error");
  if (grave.length > 0 && anyway !== true) throw invalid(grave.map(findingInWords));

  const scored = await openScored(sheet === undefined ? {} : { sheet });
  const known = sourcesOf(scored.scheme);
  for (const { id, from } of plan.inputs)
    if (from !== undefined && !known.includes(from))
      throw new AttainError("unknown-name", { name: `inputs.${id}.from: ${from}`, known: known.join(", ") });

  const { people } = scored;
  const facts = findPayFacts(await listsOfPeople(), plan, people);
  const review = await reviewUnderWay({});
  const computed = withMatchedScores(plan, scored.scheme, people, facts.people);
  const team = review ? reviewedPeople(plan, computed, review) : computed;
  const planPage = payPlanSheet(plan);
  const summary = paySummarySheet(plan, team, {
    references: planPage.references,
    sources: new Map([...facts.sources, ...onScorecard(plan, scored)]),
  });
  return {
    spec: {
      sheets: [review ? reviewedSheet(summary.sheet, review) : summary.sheet, planPage.sheet],
      names: planPage.names,
      activate: "paySummary",
    },
    result: payTeam(plan, team),
    findings,
    taken: facts.sheets,
  };
}

/** The sheets people made, and the pages of an evaluation where its people are listed. */
async function listsOfPeople(): ReturnType<typeof readGrids> {
  const data = ((await readState())?.sheets ?? []).flatMap(({ spec, tab }) =>
    /^data\b/.test(spec) ? [tab] : [],
  );
  const listed = data.length > 0 ? await readGrids({ sheets: data }) : [];
  return [...listed, ...(await readGrids())];
}

function onScorecard(
  plan: PayPlan,
  { scheme, people, layout, references }: Scored,
): Map<string, readonly (string | null)[]> {
  const card = {
    layout,
    references,
    compiled: compileScheme(scheme, { exempt: people.exempt !== undefined }),
  };
  return new Map(
    plan.inputs.flatMap(({ id, from }) =>
      from === undefined ? [] : [[id, people.names.map((_, i) => scoreSource(card, from, i))] as const],
    ),
  );
}

/** A finding as one line: where, what, how to mend it. */
export function findingInWords({ where, what, mend }: PayFinding): string {
  return `${where}: ${what} → ${mend}`;
}

function invalid(details: readonly string[]): AttainError {
  return new AttainError("scheme-invalid", { detail: details.join("; ") });
}
