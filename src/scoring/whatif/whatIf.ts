import { AttainError } from "../../errors";
import { withScores } from "../pay/fromScores";
import type { PayPlan } from "../pay/payPlan";
import { payTeam, type PayPeople } from "../pay/payTeam";
import type { Scheme } from "../scheme";
import { scoreTeam, type People, type Scorecard } from "../scoreTeam";
import { validateScheme } from "../validateScheme";
import { applyChanges, type Change, type Made } from "./changes";

export interface WhatIfRequest {
  readonly scheme: Scheme;
  readonly people: People;
  readonly changes: readonly Change[];
  /** Leaves the other weights as they are instead of letting them share the rest. */
  readonly keepWeights?: boolean;
  /** Also says what it would cost. */
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
  readonly pay?: { readonly before: number; readonly after: number };
}

/**
 * What would happen if parameters of the scheme were others: who changes grade, rank and pay. Nothing is written.
 *
 * @throws AttainError `unknown-name` for a path that leads nowhere, `scheme-invalid` with every mistake of the result
 * @example whatIf({ scheme, people, changes: [parseChange("winRate.bands[1].from=65%")] }).people.filter(({ moved }) => moved.includes("grade"))
 */
export function whatIf({ scheme, people, changes, keepWeights = false, pay }: WhatIfRequest): WhatIf {
  const { scheme: changed, made } = applyChanges(scheme, changes, { keepWeights });
  const mistakes = validateScheme(changed);
  if (mistakes.length > 0)
    throw new AttainError("scheme-invalid", {
      detail: mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
    });
  const [before, after] = [scheme, changed].map((one) => standings(one, people, pay)) as [Result, Result];
  return {
    scheme: changed,
    made,
    people: people.names.map((name, i) => {
      const [was, is] = [before.standings[i] ?? NOBODY, after.standings[i] ?? NOBODY];
      return { name, unit: people.units[i] ?? "", before: was, after: is, moved: movesOf(was, is) };
    }),
    grades: changed.grades.map(({ name }, i) => ({
      name,
      before: count(before.standings, scheme.grades[i]?.name ?? name),
      after: count(after.standings, name),
    })),
    units: [...new Set(people.units)].map((unit) => {
      const mean = ({ standings }: Result): number | null => {
        const totals = standings.flatMap(({ total }, i) =>
          people.units[i] === unit && total !== null ? [total] : [],
        );
        return totals.length === 0 ? null : totals.reduce((sum, one) => sum + one, 0) / totals.length;
      };
      return { unit, before: mean(before), after: mean(after) };
    }),
    ...(before.paid !== undefined &&
      after.paid !== undefined && { pay: { before: before.paid, after: after.paid } }),
  };
}

interface Result {
  readonly standings: readonly Standing[];
  readonly paid?: number;
}

const NOBODY: Standing = { total: null, grade: null, rank: null, unitRank: null };

function standings(scheme: Scheme, people: People, pay: WhatIfRequest["pay"]): Result {
  const cards = scoreTeam(scheme, people);
  const of = ({ total, grade, rank, unitRank }: Scorecard): Standing => ({ total, grade, rank, unitRank });
  if (!pay) return { standings: cards.map(of) };
  const { slips, paid } = payTeam(pay.plan, withScores(pay.plan, scheme, people, pay.people));
  return { standings: cards.map((card, i) => ({ ...of(card), paid: slips[i]?.paid ?? null })), paid };
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
