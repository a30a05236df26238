import { planVisits } from "../../planning/visits/visitPlan";
import { usualClasses, type VisitsRequest } from "../../planning/visits/visitsRequest";
import type { WorkbookSpec } from "../../sheets/spec";
import { visitList } from "../../sheets/follow/visitList";
import { visitSheet, visitSources } from "../../sheets/follow/visitSheet";
import type { Lang } from "../../words";

/**
 * A workbook of visits: the plan by customer and rep along the calendar, and the list in which visits are ticked off.
 *
 * @throws AttainError `request-invalid`
 * @example visitsBook({ from: "2018-03-01", to: "2018-03-31", customers: [{ name: "A", class: "VIP", rep: "李" }] }, { lang: "zh-CN" })
 */
export function visitsBook(request: VisitsRequest, { lang }: { readonly lang: Lang }): WorkbookSpec {
  const plan = planVisits(request, usualClasses(lang));
  const { customers, from, to, asOf = from, title, source, maxPerDay } = request;
  const page = {
    plan,
    customers,
    from,
    to,
    asOf,
    ...(maxPerDay === undefined ? {} : { maxPerDay }),
    ...(title === undefined ? {} : { title }),
    ...(source === undefined ? {} : { source }),
  };
  return {
    sheets: [visitSheet(page, lang), visitList(plan, customers, visitSources(customers, lang), lang)],
    names: [],
    activate: "visits",
  };
}
