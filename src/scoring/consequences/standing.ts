import { call, input, lit, text, type Expr } from "../../formula/expression";
import { ACTIONS, type Action, type ConsequencePolicy, type ForcedShare } from "./policy";
import { ACTION_WORDS } from "./words";

/** What the expressions read, one value a person, and the policy's numbers. */
export const STANDING = {
  total: "total",
  grade: "grade",
  /** From the top and from the bottom among those compared, ties sharing the better place of each. */
  rank: "rank",
  fromEnd: "fromEnd",
  /** How many share the total, this person included. */
  tied: "tied",
  /** How many with a total are compared. */
  size: "size",
  /** Periods in a row, up to the one before, that this person was last. */
  lastBefore: "lastBefore",
  warnings: "warnings",
  previous: "previous",
  forced: "forced",
  smallest: "policy.smallest",
  reward: "policy.reward",
  out: "policy.out",
  warn: "policy.warn",
  lastInARow: "policy.lastInARow",
  share: (i: number) => `share.${i}`,
  shareGrade: (i: number) => `share.${i}.grade`,
  shareOthers: (i: number) => `share.${i}.others`,
} as const;

const S = STANDING;

/** A share of the people compared as whole people; the noise of 0.1 × 30 is not a person. */
export function quotaOf(policy: ConsequencePolicy, i: number): Expr {
  const people = call("held", call("mul", input(S.size), input(S.share(i))));
  if (policy.quota === "nearest") return call("round", people, 0);
  return call(policy.quota === "down" ? "rounddown" : "roundup", people, 0);
}

/** The place by which somebody is held against a number of people: their own, or that of the last who ties with them. */
function placeFrom(end: ForcedShare["end"], ties: ConsequencePolicy["ties"]): Expr {
  const place = input(end === "top" ? S.rank : S.fromEnd);
  const own = end === "top" ? ties === "favour" : ties === "strict";
  return own ? place : call("sub", call("add", place, input(S.tied)), 1);
}

const scored = call("isnumber", input(S.total));
const enough = call("ge", input(S.size), input(S.smallest));

/** The grade after forced shares: the top first, then the bottom, everybody else by the band. */
export function forcedGrade(policy: ConsequencePolicy): Expr {
  const numbered = policy.shares.map((share, i) => ({ share, i }));
  const outside = numbered.reduceRight<Expr>(
    (grade, { share, i }) =>
      share.others === undefined
        ? grade
        : call("if", call("eq", input(S.grade), input(S.shareGrade(i))), input(S.shareOthers(i)), grade),
    input(S.grade),
  );
  const inside = [...numbered]
    .sort((a, b) => order(b.share) - order(a.share))
    .reduceRight<Expr>(
      (otherwise, { share, i }) =>
        call(
          "if",
          call("le", placeFrom(share.end, policy.ties), quotaOf(policy, i)),
          input(S.shareGrade(i)),
          otherwise,
        ),
      outside,
    );
  // Asked first and apart: places of somebody without a total are no numbers, and AND looks at everything.
  return call("if", scored, call("if", enough, inside, input(S.grade)), input(S.grade));
}

const order = ({ end }: ForcedShare): number => (end === "top" ? 1 : 0);

/** What follows for a person, as the word of an action, or nothing. The gravest comes first. */
export function actionOf(policy: ConsequencePolicy): Expr {
  const fromEnd = placeFrom("bottom", policy.ties);
  const last = call("and", enough, call("le", fromEnd, input(S.out)));
  const conditions: Readonly<Record<Action, Expr>> = {
    lastAgain: call(
      "and",
      last,
      call("gt", input(S.lastInARow), 0),
      call("ge", call("add", input(S.lastBefore), 1), input(S.lastInARow)),
    ),
    out: last,
    notImproved: policy.mustImprove
      ? call(
          "and",
          call("gt", input(S.warnings), 0),
          call("isnumber", input(S.previous)),
          call("le", input(S.total), input(S.previous)),
        )
      : lit(false),
    warned: call("and", enough, call("le", fromEnd, call("add", input(S.out), input(S.warn)))),
    rewarded: call("le", placeFrom("top", policy.ties), input(S.reward)),
  };
  const chain = ACTIONS.reduceRight<Expr>(
    (otherwise, action) => call("if", conditions[action], text(ACTION_WORDS[action][policy.lang]), otherwise),
    text(""),
  );
  return call("if", scored, chain, text(""));
}
