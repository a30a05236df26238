import { call, input, lit, text, type Expr } from "../formula/expression";
import { say } from "../words";
import { NO_VALUE } from "./rule";
import type { RaterPlan } from "./scheme";
import type { Lang, Phrase } from "../words";

/** Names the expressions of a rater plan read: each group's mean score and its weight. */
export const RATER_NAMES = {
  mean: (group: string) => `mean:${group}`,
  weight: (group: string) => `weight:${group}`,
} as const;

const MISSING: Readonly<Record<RaterPlan["missing"], Phrase>> = {
  wait: { "zh-CN": "等待：", "en-US": "Waiting for: " },
  reweight: { "zh-CN": "缺，权重由其余分担：", "en-US": "Missing, others carry it: " },
  zero: { "zh-CN": "缺，记 0 分：", "en-US": "Missing, counted as 0: " },
};

const sumOf = (terms: readonly Expr[]): Expr => terms.reduce((sum, term) => call("add", sum, term));

/**
 * The groups' means as one score by their weights, and what happens while a group with a weight is missing: no score
 * yet, the others carry its weight, or it counts 0.
 */
export function ratingExpr({ groups, missing }: RaterPlan): Expr {
  const means = groups.map(({ id }) => input(RATER_NAMES.mean(id)));
  const weights = groups.map(({ id }) => input(RATER_NAMES.weight(id)));
  const weightOf = (i: number): Expr => weights[i] ?? lit(0);
  const weighted = sumOf(
    means.map((mean, i) => call("if", call("isnumber", mean), call("mul", mean, weightOf(i)), 0)),
  );
  const present = sumOf(means.map((mean, i) => call("mul", call("isnumber", mean), weightOf(i))));
  const whole = call("sum", ...weights);
  if (missing === "reweight")
    return call("if", call("eq", present, 0), text(NO_VALUE), call("div", weighted, present));
  const empty = call("eq", whole, 0);
  const blocked = missing === "zero" ? empty : call("or", empty, ...gaps(means, weights));
  return call("if", blocked, text(NO_VALUE), call("div", weighted, whole));
}

/** One sentence on who is missing and what that means; empty when everybody with a weight has answered. */
export function missingExpr(plan: RaterPlan, lang: Lang): Expr {
  const said = call("join", text(say(MISSING[plan.missing], lang)), missingNames(plan));
  return call("if", call("or", ...goneOf(plan)), said, text(""));
}

/** Who is missing, without what that means: names of groups, one after the other. */
export function missingNames(plan: RaterPlan): Expr {
  const gone = goneOf(plan);
  const names = plan.groups.map(({ name }, i) =>
    call("if", gone[i] ?? lit(false), text(`${name} `), text("")),
  );
  return names.reduce((joined, name) => call("join", joined, name));
}

/** What it means that somebody is missing, for the head of a list of names. */
export function missingHead({ missing }: RaterPlan, lang: Lang): string {
  return say(MISSING[missing], lang).replace(/[：:]\s*$/, "");
}

function goneOf({ groups }: RaterPlan): Expr[] {
  const means = groups.map(({ id }) => input(RATER_NAMES.mean(id)));
  const weights = groups.map(({ id }) => input(RATER_NAMES.weight(id)));
  return gaps(means, weights);
}

/** The longest that {@link missingNames} can say of a plan: everybody with a weight is missing. */
export function mostMissing({ groups }: RaterPlan): string {
  const names = groups.filter(({ weight }) => weight > 0).map(({ name }) => name);
  return names.join(" ");
}

function gaps(means: readonly Expr[], weights: readonly Expr[]): Expr[] {
  return means.map((mean, i) =>
    call("and", call("gt", weights[i] ?? lit(0), 0), call("not", call("isnumber", mean))),
  );
}

/**
 * A group's score: the mean of its answers, or nothing when there are fewer than the smallest number that is shown.
 *
 * @example groupMean([80, 90], 1) // 85
 */
export function groupMean(answers: readonly number[], smallest = 1): number | null {
  if (answers.length < Math.max(1, smallest)) return null;
  return answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
}
