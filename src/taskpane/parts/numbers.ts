import type { Lang } from "../../words";
import type { MoneyStyle } from "../preferences";

/** Thousands separators, no decimals: `12,006,641`. */
export function whole(value: number, lang: Lang): string {
  return Math.round(value).toLocaleString(lang);
}

/**
 * Money short enough for a narrow pane, in the steps people of each language count in.
 *
 * @example compact(12006641, "zh-CN") // "1,200.7 万"
 * @example compact(12006641, "en-US") // "12.01 M"
 */
export function compact(value: number, lang: Lang): string {
  const step = COMPACT_STEPS[lang].find(({ from }) => Math.abs(value) >= from);
  if (!step) return whole(value, lang);
  const amount = (value / step.unit).toLocaleString(lang, {
    minimumFractionDigits: step.decimals,
    maximumFractionDigits: step.decimals,
  });
  return `${amount}\u202f${step.suffix}`;
}

/** Money as the person likes it. */
export function money(value: number, lang: Lang, style: MoneyStyle): string {
  return style === "compact" ? compact(value, lang) : whole(value, lang);
}

const COMPACT_STEPS: Record<
  Lang,
  readonly { from: number; unit: number; suffix: string; decimals: number }[]
> = {
  "zh-CN": [
    { from: 1e8, unit: 1e8, suffix: "亿", decimals: 2 },
    { from: 1e4, unit: 1e4, suffix: "万", decimals: 1 },
  ],
  "en-US": [
    { from: 1e9, unit: 1e9, suffix: "B", decimals: 2 },
    { from: 1e6, unit: 1e6, suffix: "M", decimals: 2 },
    { from: 1e4, unit: 1e3, suffix: "K", decimals: 0 },
  ],
};

/** For axis ticks: as short as it gets, whole when it can be. `1.2M`, `120万`. */
export function axisMoney(value: number, lang: Lang): string {
  return Intl.NumberFormat(lang, { notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/**
 * A fraction as a percentage.
 *
 * @example percent(0.2, "en-US") // "20%"
 */
export function percent(fraction: number, lang: Lang, decimals = 0): string {
  return fraction.toLocaleString(lang, { style: "percent", maximumFractionDigits: decimals });
}

/** @example signedPercent(0.2, "en-US") // "+20%" */
export function signedPercent(fraction: number, lang: Lang, decimals = 1): string {
  return fraction.toLocaleString(lang, {
    style: "percent",
    maximumFractionDigits: decimals,
    signDisplay: "exceptZero",
  });
}

/** Points of a score: at most one decimal. */
export function points(value: number, lang: Lang): string {
  return value.toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/**
 * A month key as people say it.
 *
 * @example monthName("2017-03", "zh-CN") // "2017年3月"
 */
export function monthName(key: string, lang: Lang): string {
  const [year, month] = key.split("-").map(Number);
  if (year === undefined || month === undefined) return key;
  return new Date(Date.UTC(year, month - 1, 1)).toLocaleDateString(lang, {
    year: "numeric",
    month: lang === "zh-CN" ? "numeric" : "short",
    timeZone: "UTC",
  });
}

/**
 * When something was, as short as it can be told: the year only where it is another one. What is no time stays as it is.
 *
 * @param to how exact
 * @example moment("2026-01-20T08:30:00.000Z", "en-US", "day", 2026) // "Jan 20"
 */
export function moment(
  iso: string,
  lang: Lang,
  to: "day" | "minute" = "minute",
  thisYear: number = new Date().getFullYear(),
): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleString(lang, {
    month: "short",
    day: "numeric",
    ...(date.getFullYear() === thisYear ? {} : { year: "numeric" as const }),
    ...(to === "day" ? {} : { hour: "2-digit" as const, minute: "2-digit" as const }),
  });
}
