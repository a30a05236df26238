import {
  createDarkTheme,
  createHighContrastTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";
import type { ThemeChoice } from "./preferences";

export type ThemeKind = "light" | "dark" | "contrast";

/** The accent of the generated sheets (`COLORS.accent`) drawn out into Fluent's sixteen steps; 80 is the accent. */
const BRAND: BrandVariants = {
  10: "#03080F",
  20: "#0A1A2E",
  30: "#0E2A4C",
  40: "#123764",
  50: "#16437A",
  60: "#194E8C",
  70: "#1C579A",
  80: "#1F5FA8",
  90: "#3A72B5",
  100: "#5485C1",
  110: "#6D98CD",
  120: "#86ABD8",
  130: "#9DBFE3",
  140: "#B7D1EC",
  150: "#D1E2F4",
  160: "#EAF2FA",
};

/** Latin letters and figures first, then each system's own Chinese face; never a faked bold of a missing one. */
export const FONTS =
  '"Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", 微软雅黑, "Noto Sans CJK SC", "Source Han Sans SC", "Helvetica Neue", Arial, sans-serif';

/** Rounder and a little calmer than Fluent's defaults. */
const SHAPE = {
  fontFamilyBase: FONTS,
  fontFamilyNumeric: FONTS,
  borderRadiusMedium: "6px",
  borderRadiusLarge: "10px",
} as const satisfies Partial<Theme>;

const MAKE: Record<ThemeKind, () => Theme> = {
  light: () => ({ ...createLightTheme(BRAND), ...SHAPE }),
  dark: () => ({
    ...createDarkTheme(BRAND),
    ...SHAPE,
    // On near-black the accent itself is too dark to read as text.
    colorBrandForeground1: BRAND[120],
    colorBrandForeground2: BRAND[130],
    colorBrandForegroundLink: BRAND[120],
    colorBrandForegroundLinkHover: BRAND[140],
    colorBrandForegroundLinkPressed: BRAND[110],
  }),
  contrast: () => ({ ...createHighContrastTheme(), ...SHAPE }),
};

const made: Partial<Record<ThemeKind, Theme>> = {};

/** Fluent's theme of a kind, always the same object; made when it is first shown. */
export function themeOf(kind: ThemeKind): Theme {
  return (made[kind] ??= MAKE[kind]());
}

/** Colours of charts, which are drawn on a canvas and so cannot use Fluent's variables. */
export interface ChartPalette {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** Actuals, targets, last year: distinct in grey print as well. */
  readonly series: readonly string[];
  /** The line of a target over columns. */
  readonly line: string;
  readonly surface: string;
}

export const CHART_PALETTES: Record<ThemeKind, ChartPalette> = {
  light: {
    text: "#1F2933",
    muted: "#5B6774",
    grid: "#E6EAEF",
    series: ["#1F5FA8", "#9DBFE3", "#5B6B7B"],
    line: "#D07A10",
    surface: "#FFFFFF",
  },
  dark: {
    text: "#F2F4F7",
    muted: "#B4BDC8",
    grid: "#3D434B",
    series: ["#6D98CD", "#3A5F8C", "#9AA7B5"],
    line: "#F2A944",
    surface: "#292929",
  },
  contrast: {
    text: "#FFFFFF",
    muted: "#FFFFFF",
    grid: "#808080",
    series: ["#1AEBFF", "#FFFFFF", "#3FF23F"],
    line: "#FFFF00",
    surface: "#000000",
  },
};

/** What the machine around the pane says about looks. */
export interface Surroundings {
  /** Background of Office's own panes, `#RRGGBB`; absent outside Office. */
  readonly officeBackground?: string;
  readonly prefersDark: boolean;
  readonly prefersContrast: boolean;
}

/**
 * The theme to show. A person's choice wins; then the system's contrast setting; then how dark Office itself is,
 * since Office's theme and the browser's may differ.
 *
 * @example themeKind("auto", { officeBackground: "#262626", prefersDark: false, prefersContrast: false }) // "dark"
 */
export function themeKind(choice: ThemeChoice, around: Surroundings): ThemeKind {
  if (choice !== "auto") return choice;
  if (around.prefersContrast) return "contrast";
  const luminance = around.officeBackground === undefined ? undefined : luminanceOf(around.officeBackground);
  const dark = luminance === undefined ? around.prefersDark : luminance < 0.4;
  return dark ? "dark" : "light";
}

/** Perceived lightness 0–1 of `#RRGGBB`; undefined for anything else. */
function luminanceOf(color: string): number | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  if (!match) return undefined;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
