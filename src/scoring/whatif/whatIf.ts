import { AttainError } from "../../errors";
import { lintPay, type PayFinding } from "../pay/lintTiers";
import { scoredRows, withMatchedScores } from "../pay/matchScores";
import type { PayPlan } from "../pay/payPlan";
import { payTeam, type PayPeople, type PayResult } from "../pay/payTeam";
import { validatePay } from "../pay/validatePay";
import type { Scheme } from "../scheme";
import { readyToScore, scoreTeam, type People, type Scorecard } from "../scoreTeam";
import { validateScheme } from "../validateScheme";
import { applyChanges, type Change, type Made } from "./changes";
import { applyPayChanges, splitChanges } from "./payChanges";

export interface WhatIfRequest {
  readonly scheme: Scheme;
  readonly people: People;
  /** Of the scheme and, with `pay.` in front of the path, of the pay plan. */
  readonly changes: readonly Change[];
  /** Leaves the other weights as they are instead of letting them share the rest. */
  readonly keepWeights?: boolean;
  /** Also says what it would cost. People are matched to the scorecard's by name and unit. */
  readonly pay?: { readonly plan: PayPlan; readonly people: PayPeople };
}

export interface Standing {
  readonly total: number | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly unitRank: number | null;
  /** Null when pay waits for data, absent without a pay plan. */
  readonly paid?: number | null;
}

export interface PersonWhatIf {
  readonly name: string;
  readonly unit: string;
  readonly before: Standing;
  readonly after: Standing;
  /** What is different, the total aside. */
  readonly moved: readonly ("grade" | "rank" | "pay")[];
}

export interface WhatIf {
  /** The scheme that was tried. */
  readonly scheme: Scheme;
  readonly made: readonly Made[];
  /** Everybody, in the order given. */
  readonly people: readonly PersonWhatIf[];
  readonly grades: readonly { readonly name: string; readonly before: number; readonly after: number }[];
  /** Mean totals; null where nobody has one. */
  readonly units: readonly {
    readonly unit: string;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  readonly pay?: PayWhatIf;
}

/** What is paid now and at year end, before and after, in the plan's currency. */
export interface PayWhatIf {
  /** The pay plan that was tried. */
  readonly plan: PayPlan;
  readonly before: number;
  readonly after: number;
  readonly later: { readonly before: number; readonly after: number };
  /** Everybody who is paid, in the order given; null waits for data. */
  readonly people: readonly PersonPay[];
  /** What the tiers of the tried plan leave open or make worse; none of the errors should go out. */
  readonly findings: readonly PayFinding[];
}

export interface PersonPay {
  readonly name: string;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * What would happen if parameters of the scheme were others: who changes grade, rank and pay. Nothing is written.
 *
 * @throws AttainError `unknown-name` for a path that leads nowhere, `scheme-invalid` with every mistake of the result
 * @example whatIf({ scheme, people, changes: [parseChange("winRate.bands[1].from=65%")] }).people.filter(({ moved }) => moved.includes("grade"))
 */
export function whatIf({ scheme, people, changes, keepWeights = false, pay }: WhatIfRequest): WhatIf {
  const asked = splitChanges(changes);
  const { scheme: changed, made } = applyChanges(scheme, asked.scheme, { keepWeights });
  refuse(validateScheme(changed));
  const team = readyToScore(people);
  const before = standings(scheme, team);
  const after = standings(changed, team);
  const paid = payWhatIf(scheme, changed, people, asked.pay, pay);
  const paidOf = paid && pay ? paidByRow(paid.result, pay.people, people) : new Map<number, PersonPay>();
  return {
    scheme: changed,
    made: [...made, ...(paid?.made ?? [])],
    people: people.names.map((name, i) => {
      const own = paidOf.get(i);
      const was = { ...(before[i] ?? NOBODY), ...(own && { paid: own.before }) };
      const is = { ...(after[i] ?? NOBODY), ...(own && { paid: own.after }) };
      return { name, unit: people.units[i] ?? "", before: was, after: is, moved: movesOf(was, is) };
    }),
    grades: changed.grades.map(({ name }, i) => ({
      name,
      before: count(before, scheme.grades[i]?.name ?? name),
      after: count(after, name),
    })),
    units: [...new Set(people.units)].map((unit) => {
      const mean = (all: readonly Standing[]): number | null => {
        const totals = all.flatMap(({ total }, i) =>
          people.units[i] === unit && total !== null ? [total] : [],
        );
        return totals.length === 0 ? null : totals.reduce((sum, one) => sum + one, 0) / totals.length;
      };
      return { unit, before: mean(before), after: mean(after) };
    }),
    ...(paid && { pay: paid.result }),
  };
}

const NOBODY: Standing = { total: null, grade: null, rank: null, unitRank: null };

function refuse(mistakes: readonly { readonly where: string; readonly what: string }[]): void {
  if (mistakes.length > 0)
    throw new AttainError("scheme-invalid", {
      detail: mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
    });
}

function standings(scheme: Scheme, people: People): Standing[] {
  return scoreTeam(scheme, people).map(({ total, grade, rank, unitRank }: Scorecard) => ({
    total,
    grade,
    rank,
    unitRank,
  }));
}

/** Everybody's pay by today's scheme and plan against the tried ones. @throws AttainError when there is no pay plan */
function payWhatIf(
  scheme: Scheme,
  trial: Scheme,
  scored: People,
  changes: readonly Change[],
  pay: WhatIfRequest["pay"],
): { readonly result: PayWhatIf; readonly made: readonly Made[] } | undefined {
  if (!pay) {
    if (changes.length === 0) return undefined;
    throw new AttainError("request-invalid", { detail: NO_PAY[scheme.lang] });
  }
  const { plan, made } = applyPayChanges(pay.plan, changes);
  refuse(validatePay(plan).map(({ where, what }) => ({ where: `pay.${where}`, what })));
  const result = (of: PayPlan, by: Scheme): PayResult =>
    payTeam(of, withMatchedScores(of, by, scored, pay.people));
  const [before, after] = [result(pay.plan, scheme), result(plan, trial)];
  return {
    made,
    result: {
      plan,
      before: before.paid,
      after: after.paid,
      later: { before: before.later, after: after.later },
      people: after.slips.map(({ name, unit, paid }, i) => ({
        name,
        unit,
        before: before.slips[i]?.paid ?? null,
        after: paid,
      })),
      findings: lintPay(plan),
    },
  };
}

const NO_PAY = {
  "zh-CN": "工作簿里没有薪酬页，不能试算 pay.…；请先生成薪酬（attain pay）",
  "en-US": "there are no pay pages in the workbook to try pay.… on; make them first (attain pay)",
} as const;

/** Pay beside the scores, for people with a single line on the scorecard. */
function paidByRow(
  { people: paid }: PayWhatIf,
  pay: PayPeople,
  scored: People,
): ReadonlyMap<number, PersonPay> {
  return new Map(
    scoredRows(pay, scored).flatMap((rows, i): [number, PersonPay][] => {
      const [row] = rows;
      const own = paid[i];
      return row !== undefined && rows.length === 1 && own ? [[row, own]] : [];
    }),
  );
}

function movesOf(before: Standing, after: Standing): PersonWhatIf["moved"] {
  return [
    ...(before.grade !== after.grade ? (["grade"] as const) : []),
    ...(before.rank !== after.rank ? (["rank"] as const) : []),
    ...(Math.abs((before.paid ?? 0) - (after.paid ?? 0)) > 1e-9 ? (["pay"] as const) : []),
  ];
}

function count(standings: readonly Standing[], grade: string): number {
  return standings.filter((one) => one.grade === grade).length;
}
