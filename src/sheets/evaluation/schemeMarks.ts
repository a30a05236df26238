import type { Expr } from "../../formula/expression";
import type { CompiledScheme } from "../../scoring/compiled";
import { UNKNOWN } from "../../scoring/rule";
import { WORDS } from "./scorecardWords";

/** What the signs in place of points mean; the one for unreadable entries only where a rule can show it. */
export function marksOf({ scheme: { lang }, indicators }: CompiledScheme): string {
  const checks = indicators.some(({ rule }) => rule.measure !== undefined && mentions(rule.measure.expr));
  return checks ? `${WORDS.marks[lang]}${WORDS.marksUnknown[lang]}` : WORDS.marks[lang];
}

function mentions(expr: Expr): boolean {
  if (expr.kind === "text") return expr.value === UNKNOWN;
  return expr.kind === "call" && expr.args.some(mentions);
}
