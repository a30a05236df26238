/** A company's colours in place of the product's own: derived from one or two, readable whatever they are. */
import { COLORS, SERIES_COLORS, STYLES, type BrandColors, type StyleName, type StyleSpec } from "./style";
import type { ChartSpec, ConditionalSpec, SheetSpec } from "./spec";

/** The colours that follow the company's; inputs stay yellow and lights stay green, amber and red. */
export interface Palette {
  readonly accent: string;
  readonly accentSoft: string;
  readonly target: string;
  readonly headerFill: string;
  readonly totalFill: string;
}

/** Text on its background: WCAG 2 level AA for small text. */
export const READABLE = 4.5;
/** Lines and bars on white: WCAG 2 level AA for graphics. */
export const VISIBLE = 3;
/** How far target and accent are apart in grey print. */
const APART = 1.35;

const WHITE = "#FFFFFF";
const BLACK = "#000000";
/** Tried in turn for the target where the company names no second colour. */
const TARGETS = [COLORS.target, "#1F5FA8", "#8A4FBF", "#5B6B7B", "#111827"] as const;

/** @example isColor("#00695C") // true */
export function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/**
 * The palette of a company's colours. A colour too light to read as text is darkened until it can be read on white
 * and on its own tints; its hue stays.
 *
 * @example paletteOf({ main: "#00695C" }).accent // "#00695C"
 */
export function paletteOf({ main, second }: BrandColors): Palette {
  const accent = darkenUntil(main, (color) => contrast(color, tint(color, 0.07)) >= READABLE);
  const chosen =
    second === undefined || !isColor(second)
      ? (TARGETS.find((color) => standsApart(color, accent)) ?? COLORS.target)
      : darkenUntil(second, (color) => contrast(color, WHITE) >= VISIBLE);
  return {
    accent,
    accentSoft: tint(accent, 0.45),
    target: chosen,
    headerFill: tint(accent, 0.07),
    totalFill: tint(accent, 0.03),
  };
}

const OWN: Palette = {
  accent: COLORS.accent,
  accentSoft: COLORS.accentSoft,
  target: COLORS.target,
  headerFill: COLORS.headerFill,
  totalFill: COLORS.totalFill,
};

/** How styles and charts are drawn: in the product's colours or a company's. */
export interface Look {
  readonly styles: Readonly<Record<StyleName, StyleSpec>>;
  readonly series: readonly string[];
  /** A colour of a spec as it is drawn. */
  readonly color: (color: string) => string;
}

/** @example lookOf(undefined).styles === STYLES */
export function lookOf(brand: BrandColors | undefined): Look {
  // What stands in a workbook may have been written by anybody.
  if (brand === undefined || !isColor(brand.main))
    return { styles: STYLES, series: SERIES_COLORS, color: (color) => color };
  const palette = paletteOf(brand);
  const swaps = new Map(
    (Object.keys(OWN) as (keyof Palette)[]).map((key) => [OWN[key].toUpperCase(), palette[key]]),
  );
  const color = (one: string): string => swaps.get(one.toUpperCase()) ?? one;
  const styles = Object.fromEntries(
    Object.entries<StyleSpec>(STYLES).map(([name, style]) => [name, recoloured(style, color)]),
  ) as Record<StyleName, StyleSpec>;
  return { styles, series: SERIES_COLORS.map(color), color };
}

function recoloured(style: StyleSpec, color: (color: string) => string): StyleSpec {
  const { color: ink, fill, borderTop, borderBottom } = style;
  return {
    ...style,
    ...(ink === undefined ? {} : { color: color(ink) }),
    ...(fill === undefined ? {} : { fill: color(fill) }),
    ...(borderTop === undefined ? {} : { borderTop: { ...borderTop, color: color(borderTop.color) } }),
    ...(borderBottom === undefined
      ? {}
      : { borderBottom: { ...borderBottom, color: color(borderBottom.color) } }),
  };
}

/** The sheet with every colour it names itself drawn in the look: tabs, charts, bars and scales. */
export function inColors(sheet: SheetSpec, { color }: Look): SheetSpec {
  const { tabColor, charts, conditionals } = sheet;
  return {
    ...sheet,
    ...(tabColor === undefined ? {} : { tabColor: color(tabColor) }),
    ...(charts === undefined ? {} : { charts: charts.map((chart) => chartIn(chart, color)) }),
    ...(conditionals === undefined
      ? {}
      : { conditionals: conditionals.map((conditional) => conditionalIn(conditional, color)) }),
  };
}

function chartIn(chart: ChartSpec, color: (color: string) => string): ChartSpec {
  return {
    ...chart,
    series: chart.series.map((series) => ({
      ...series,
      ...(series.color === undefined ? {} : { color: color(series.color) }),
      ...(series.pointColors === undefined ? {} : { pointColors: series.pointColors.map(color) }),
    })),
  };
}

function conditionalIn(conditional: ConditionalSpec, color: (color: string) => string): ConditionalSpec {
  if (conditional.kind === "dataBar") return { ...conditional, color: color(conditional.color) };
  if (conditional.kind !== "colorScale") return conditional;
  const [low, middle, high] = conditional.colors;
  const colors: [string, string] | [string, string, string] =
    high === undefined ? [color(low), color(middle)] : [color(low), color(middle), color(high)];
  return { ...conditional, colors };
}

function standsApart(one: string, other: string): boolean {
  const apart = Math.abs(hue(one) - hue(other));
  return Math.min(apart, 360 - apart) >= 40 && contrast(one, other) >= APART;
}

function darkenUntil(color: string, enough: (color: string) => boolean): string {
  for (let part = 0; part < 1; part += 0.04) {
    const darker = mix(color, BLACK, part);
    if (enough(darker)) return darker;
  }
  return BLACK;
}

/** A part of the colour on white: 0.07 is a pale ground. */
const tint = (color: string, part: number): string => mix(WHITE, color, part);

function mix(from: string, to: string, part: number): string {
  const [start, end] = [channels(from), channels(to)];
  const mixed = start.map((value, i) => Math.round(value + ((end[i] ?? 0) - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/**
 * How well two colours can be told from each other, as WCAG 2 measures it: 1 (the same) to 21.
 *
 * @example contrast("#000000", "#FFFFFF") // 21
 */
export function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Degrees on the colour wheel. */
function hue(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color);
  const angle = (Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue) * 180) / Math.PI;
  return (angle + 360) % 360;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
