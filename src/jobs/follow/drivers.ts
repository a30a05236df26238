import { storePlans, type DriversRequest, type FunnelRequest } from "../../planning/drivers/request";
import { funnelNeeds } from "../../planning/drivers/funnel";
import { activitySheet } from "../../sheets/follow/activitySheet";
import { funnelSheet } from "../../sheets/follow/funnelSheet";
import { driverSheet } from "../../sheets/follow/driverSheet";
import type { SheetSpec, WorkbookSpec } from "../../sheets/spec";
import { AttainError } from "../../errors";
import type { Lang } from "../../words";

/**
 * A workbook of drivers: the driver sheet by store, and the funnel with the activity norms, as far as the request has
 * them. It works by itself: every figure but the yellow cells is a formula.
 *
 * @throws AttainError `request-invalid`
 * @example driversBook({ stores: [{ name: "East", target: { passersBy: 1000, entry: 0.1, conversion: 0.2, ticket: 500 } }] }, { lang: "zh-CN" })
 */
export function driversBook(request: DriversRequest, { lang }: { readonly lang: Lang }): WorkbookSpec {
  const { tree, stores } = storePlans(request, lang);
  const shared = {
    ...(request.title === undefined ? {} : { title: request.title }),
    ...(request.period === undefined ? {} : { period: request.period }),
    ...(request.source === undefined ? {} : { source: request.source }),
  };
  const sheets: SheetSpec[] = [
    ...(stores.length > 0 ? [driverSheet({ tree, stores, ...shared }, lang)] : []),
    ...(request.funnel ? [funnelOf(request, request.funnel, lang)] : []),
    ...(request.activities ? [activitySheet(request.activities, lang)] : []),
  ];
  const [first] = sheets;
  if (!first) throw new AttainError("request-invalid", { detail: "stores | funnel | activities" });
  return { sheets, names: [], activate: first.id };
}

function funnelOf({ money }: DriversRequest, funnel: FunnelRequest, lang: Lang): SheetSpec {
  funnelNeeds(funnel);
  return funnelSheet({ funnel, money: money ?? (lang === "zh-CN" ? "元" : "¥") }, lang);
}
