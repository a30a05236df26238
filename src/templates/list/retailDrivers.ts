import { driversBook } from "../../jobs/follow/drivers";
import type { DriversRequest } from "../../planning/drivers/request";
import { STORE_TABLES } from "../../records/forms/tables/stores";
import type { Lang, Phrase } from "../../words";
import type { Template } from "../template";
import { driversOf } from "./retailDriversData";

const T = {
  period: { "zh-CN": "2026 年 1 月", "en-US": "January 2026" },
  source: { "zh-CN": "门店日报", "en-US": "Store reports" },
  s1: { "zh-CN": "人民路店", "en-US": "People's Road" },
  s2: { "zh-CN": "中心广场店", "en-US": "Central Square" },
  s3: { "zh-CN": "大学城店", "en-US": "University Town" },
  s4: { "zh-CN": "火车站店", "en-US": "Railway Station" },
} as const satisfies Record<string, Phrase>;

/** Passers-by × entry rate × conversion × average ticket: 1 000 × 10 % × 20 % × 500 = 10 000 a day and store. */
function request(lang: Lang): DriversRequest {
  const store = (
    name: keyof typeof T,
    target: readonly [number, number, number, number],
    actual: readonly [number, number, number, number],
  ) => {
    const values = ([passersBy, entry, conversion, ticket]: readonly [number, number, number, number]) => ({
      passersBy,
      entry,
      conversion,
      ticket,
    });
    return { name: T[name][lang], target: values(target), actual: values(actual) };
  };
  return {
    period: T.period[lang],
    source: T.source[lang],
    stores: [
      store("s1", [31_000, 0.1, 0.2, 500], [29_450, 0.094, 0.212, 478]),
      store("s2", [62_000, 0.08, 0.22, 420], [64_100, 0.081, 0.19, 431]),
      store("s3", [24_800, 0.12, 0.25, 260], [25_300, 0.131, 0.262, 255]),
      store("s4", [93_000, 0.04, 0.15, 180], [88_200, 0.036, 0.141, 182]),
    ],
  };
}

export const RETAIL_DRIVERS: Template = {
  id: "retail-drivers",
  number: "D11",
  group: "plan",
  name: { "zh-CN": "门店四驱动因素", "en-US": "Retail: four drivers" },
  purpose: {
    "zh-CN": "客流 × 进店率 × 成交率 × 客单价：每个因素对差额贡献多少，要补上差额需做到多少。",
    "en-US":
      "Passers-by × entry rate × conversion × average ticket: each driver's part in the gap, and what it must become to close it.",
  },
  steps: [
    { "zh-CN": "填写每家门店四个因素的目标。", "en-US": "Enter the target of each driver for every store." },
    { "zh-CN": "填写本期实际。", "en-US": "Enter the period's actual figures." },
    {
      "zh-CN": "看差额由哪个因素造成，各因素之和等于总差额。",
      "en-US": "See which driver makes the gap; their parts add up to it.",
    },
    { "zh-CN": "看单靠一个因素要做到多少才能补上。", "en-US": "See what one driver alone must become." },
    { "zh-CN": "与店长商定先抓哪一个因素。", "en-US": "Agree with the store which driver comes first." },
  ],
  book: (lang) => driversBook(request(lang), { lang }),
  fill: { kind: "tables", tables: STORE_TABLES, ledger: true, book: driversOf },
  examples: ["drivers"],
};
