import { describeConflict, NoSolutionError } from "./allocate/conflicts";
import { periodLabel } from "./calendar";
import { COMPANY_ID } from "./organisation";
import { planPeriods } from "./plan";
import type { PlanRequest } from "./planRequest";
import type { Lang } from "../words";

/** Longer lists are cut: a thousand minimums above one total are understood from a few. */
const SHOWN = 6;

/**
 * The same contradiction in words: units and periods by the names people know, and how far each is off.
 *
 * @example inWords(error, request, "zh-CN").message // …：华东 3月锁定为 900（差 400）；华东的总数 500（差 400）
 */
export function inWords(error: NoSolutionError, request: PlanRequest, lang: Lang): NoSolutionError {
  const periods = planPeriods(request);
  const years = new Set(periods.map(({ start }) => start.slice(0, 4)));
  const labels = Object.fromEntries([
    [COMPANY_ID, request.team?.company ?? ""],
    ...periods.map((period) => [period.id, periodLabel(period, lang, { year: years.size > 1 })]),
  ]) as Readonly<Record<string, string>>;
  const lines = error.conflicts.slice(0, SHOWN).map((one) => describeConflict(one, lang, labels));
  const more = error.conflicts.length - lines.length;
  const rest = more > 0 ? [lang === "zh-CN" ? `另有 ${more} 项` : `and ${more} more`] : [];
  return new NoSolutionError(error.conflicts, [...lines, ...rest].join(lang === "zh-CN" ? "；" : "; "));
}
