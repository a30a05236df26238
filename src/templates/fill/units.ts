/** The unit money is shown in on a page whose figures keep the unit they came in. */
import { precise } from "../../records/clean/number";
import type { Lang, Phrase } from "../../words";

/** By how many base units one of them is. The line is also what a table's unit is read from. */
const UNITS: ReadonlyMap<number, Readonly<Record<"line" | "short", Phrase>>> = new Map([
  [1, { line: { "zh-CN": "单位：元", "en-US": "unit: whole" }, short: { "zh-CN": "（元）", "en-US": "" } }],
  [1e3, { line: { "zh-CN": "单位：千元", "en-US": "unit: thousands" }, short: { "zh-CN": "（千元）", "en-US": " (thousands)" } }], // prettier-ignore
  [1e4, { line: { "zh-CN": "单位：万元", "en-US": "unit: ten thousands" }, short: { "zh-CN": "（万元）", "en-US": " (ten thousands)" } }], // prettier-ignore
  [1e6, { line: { "zh-CN": "单位：百万元", "en-US": "unit: millions" }, short: { "zh-CN": "（百万元）", "en-US": " (millions)" } }], // prettier-ignore
  [1e8, { line: { "zh-CN": "单位：亿元", "en-US": "unit: hundred millions" }, short: { "zh-CN": "（亿元）", "en-US": " (hundred millions)" } }], // prettier-ignore
]);

const UNSAID = { "zh-CN": "金额照来源表", "en-US": "money as in the source" } as const satisfies Phrase;

/** `单位：万元`; where the source does not say its unit, the page says so. */
export function unitLine(unit: number | undefined, lang: Lang): string {
  return ((unit === undefined ? undefined : UNITS.get(unit)?.line) ?? UNSAID)[lang];
}

/** `（万元）` behind a chart's title; nothing where the unit is not known. */
export function unitShort(unit: number | undefined, lang: Lang): string {
  return unit === undefined ? "" : (UNITS.get(unit)?.short[lang] ?? "");
}

/** Base units in the unit of the page. @example inUnit(1_234_500, 10_000) // 123.45 */
export function inUnit(amount: number | null, unit: number | undefined): number | null {
  return amount === null || unit === undefined || unit === 1 ? amount : precise(amount / unit);
}
