import { NAMED_COLORS } from "../book/namedColors";
import { attr, attributes, child, children, flagAttr, numberAttr, type Element } from "./xml";

/** Excel's old palette by number: 0–7 repeat 8–15. */
const PALETTE = `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
  800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
  000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
  3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(
  /\s+/,
);

/** Theme colours in the order style sheets count them: light and dark change places. */
const THEME_ORDER = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];

/** The theme's colours by number, `RRGGBB`. */
export function themeColors(theme: Element | undefined): string[] {
  const scheme = child(theme, "themeElements", "clrScheme");
  return THEME_ORDER.map((name) => {
    const color = children(child(scheme, name))[0];
    return (attr(color, "lastClr") ?? attr(color, "val") ?? "000000").toUpperCase();
  });
}

/** A colour element (`rgb`, `theme` with `tint`, or `indexed`) as `#RRGGBB`; `undefined` for automatic. */
export function readColor(element: Element | undefined, theme: readonly string[]): string | undefined {
  if (!element || flagAttr(element, "auto")) return undefined;
  const rgb = attr(element, "rgb");
  const themed = numberAttr(element, "theme");
  const indexed = numberAttr(element, "indexed");
  const base = rgb?.slice(-6) ?? (themed === undefined ? undefined : theme[themed]) ?? paletteColor(indexed);
  return base === undefined ? undefined : `#${tinted(base, numberAttr(element, "tint") ?? 0)}`;
}

function paletteColor(index: number | undefined): string | undefined {
  if (index === undefined) return undefined;
  return PALETTE[index < 8 ? index : index - 8];
}

/** Excel's tint: lightness moved towards white (above 0) or black (below 0). */
function tinted(hex: string, tint: number): string {
  if (tint === 0) return hex.toUpperCase();
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const lightness = (Math.max(...channels) + Math.min(...channels)) / 2;
  const wanted = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  // In HSL a change of lightness alone scales every channel's distance from the grey of that lightness.
  const spread = (value: number): number => 1 - Math.abs(2 * value - 1);
  const scale = spread(lightness) === 0 ? 0 : spread(wanted) / spread(lightness);
  return channels.map((each) => toHex(wanted + (each - lightness) * scale)).join("");
}

function toHex(channel: number): string {
  return Math.round(Math.min(1, Math.max(0, channel)) * 255)
    .toString(16)
    .padStart(2, "0")
    .toUpperCase();
}

/** `#RRGGBB` (or a bare `RRGGBB`) as files write opaque colours. @example argb("#1F5FA8") // "FF1F5FA8" */
export function argb(color: string): string {
  return `FF${rgbHex(color)}`;
}

/** @example rgbHex("#1f5fa8") // "1F5FA8" */
export function rgbHex(color: string): string {
  const named = NAMED_COLORS[color.toLowerCase()];
  return (named ?? color.replace(/^#/, "")).toUpperCase().padStart(6, "0").slice(-6);
}

export function colorMarkup(name: string, color: string): string {
  return `<${name}${attributes({ rgb: argb(color) })}/>`;
}
