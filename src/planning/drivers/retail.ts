import type { Lang, Phrase } from "../../words";
import type { DriverProduct } from "./tree";

const W = {
  passersBy: { "zh-CN": "客流量", "en-US": "Passers-by" },
  entry: { "zh-CN": "进店率", "en-US": "Entry rate" },
  visitors: { "zh-CN": "进店人数", "en-US": "Visitors" },
  conversion: { "zh-CN": "成交率", "en-US": "Conversion" },
  buyers: { "zh-CN": "成交人数", "en-US": "Buyers" },
  ticket: { "zh-CN": "客单价", "en-US": "Average ticket" },
  sales: { "zh-CN": "销售额", "en-US": "Sales" },
  people: { "zh-CN": "人", "en-US": "people" },
} as const satisfies Record<string, Phrase>;

/**
 * A shop's sales: passers-by × entry rate × conversion × average ticket, with visitors and buyers on the way.
 *
 * @param money the currency unit of ticket and sales: 元
 */
export function retailTree(lang: Lang, money = lang === "zh-CN" ? "元" : "¥"): DriverProduct {
  const people = W.people[lang];
  const visitors: DriverProduct = {
    id: "visitors",
    name: W.visitors[lang],
    unit: people,
    of: [
      { id: "passersBy", name: W.passersBy[lang], kind: "amount", unit: people },
      { id: "entry", name: W.entry[lang], kind: "rate" },
    ],
  };
  const buyers: DriverProduct = {
    id: "buyers",
    name: W.buyers[lang],
    unit: people,
    of: [visitors, { id: "conversion", name: W.conversion[lang], kind: "rate" }],
  };
  return {
    id: "sales",
    name: W.sales[lang],
    unit: money,
    of: [buyers, { id: "ticket", name: W.ticket[lang], kind: "value", unit: money, decimals: 0 }],
  };
}
