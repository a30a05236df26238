import { planBookOf } from "../jobs/plan/planBook";
import { buildPlanSet } from "../planning/planSet";
import type { PlanRequest } from "../planning/planRequest";
import { mixResultSheet } from "../sheets/follow/mixResultSheet";
import { mixDetails } from "../sheets/plan/mixSheet";
import { requestHistory, requestLastShares } from "../sheets/plan/requestHistory";
import { targetsSheet } from "../sheets/plan/targets";
import type { WorkbookSpec } from "../sheets/spec";
import type { Lang } from "../words";
import { mergeBooks } from "./mergeBooks";

/**
 * A plan with its mix, and the page that follows the first axis period by period.
 *
 * @param sold what was reached of each part in the periods that are over, as parts of the plan; nothing leaves it empty
 */
export function mixBook(asked: PlanRequest, lang: Lang, sold: readonly (readonly number[])[]): WorkbookSpec {
  const set = buildPlanSet(asked);
  const { plan, mixes } = set;
  const book = planBookOf(set, { lang });
  const targets = targetsSheet(plan, { lang, source: "" }).layout;
  const [mix] = mixes;
  const [detail] = mixDetails(plan, mixes, targets, lang);
  if (!mix || !detail) return book;
  const planned = mix.cells.get(plan.root.id) ?? [];
  const actuals = sold.map((paces, part) =>
    paces.map((pace, period) => Math.round((planned[part]?.[period] ?? 0) * pace)),
  );
  const request = book.sheets.find(({ id }) => id === "request");
  const past = request ? requestHistory(request, plan.periods.length) : undefined;
  const shares = request ? requestLastShares(request, mix.name) : undefined;
  const last = (part: string, period: number): string | undefined => {
    const [amounts, share] = [past?.periods[period], shares?.get(part)];
    return amounts !== undefined && share !== undefined ? `SUM(${amounts})*${share}` : undefined;
  };
  const page = mixResultSheet(plan, mix, { lang, detail, actuals, last });
  return mergeBooks(book, { sheets: [page], names: [], activate: page.id });
}
