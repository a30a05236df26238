import type { Border, CellStyle } from "../book/workbook";
import { readColor } from "./colors";
import { BUILT_IN_FORMATS } from "./numberFormats";
import { attr, child, children, flagAttr, numberAttr, type Element } from "./xml";

/** The style sheet of a file, read: what each style number and each difference style means. */
export interface StyleSheet {
  /** By the number cells refer to (`s`). */
  readonly xfs: readonly CellStyle[];
  /** By the number conditional formats refer to (`dxfId`). */
  readonly dxfs: readonly CellStyle[];
}

const SIDES = ["left", "right", "top", "bottom"] as const;
const LINES: Readonly<Record<string, Border["line"]>> = {
  hair: "hair",
  thin: "thin",
  medium: "medium",
  thick: "thick",
  double: "double",
  dotted: "dotted",
  dashed: "dashed",
  mediumDashed: "dashed",
  dashDot: "dashed",
  mediumDashDot: "dashed",
  dashDotDot: "dashed",
  mediumDashDotDot: "dashed",
  slantDashDot: "dashed",
};
const HORIZONTAL: Readonly<Record<string, NonNullable<CellStyle["horizontal"]>>> = {
  left: "left",
  center: "center",
  right: "right",
  fill: "fill",
  justify: "justify",
  distributed: "distributed",
  centerContinuous: "centerContinuous",
};
const VERTICAL: Readonly<Record<string, NonNullable<CellStyle["vertical"]>>> = {
  top: "top",
  center: "center",
  bottom: "bottom",
  justify: "justify",
  distributed: "distributed",
};

/** @param theme The theme's colours by number. */
export function readStyleSheet(root: Element, theme: readonly string[]): StyleSheet {
  const formats = new Map(BUILT_IN_FORMATS);
  for (const each of children(child(root, "numFmts"), "numFmt"))
    formats.set(numberAttr(each, "numFmtId") ?? -1, attr(each, "formatCode") ?? "General");
  const fonts = children(child(root, "fonts"), "font").map((each) => readFont(each, theme));
  const fills = children(child(root, "fills"), "fill").map((each) => readFill(each, theme));
  const borders = children(child(root, "borders"), "border").map((each) => readBorders(each, theme));
  const xfs = children(child(root, "cellXfs"), "xf");
  const usual = fonts[numberAttr(xfs[0], "fontId") ?? 0] ?? {};
  return {
    xfs: xfs.map((xf) => ({
      ...readFormat(formats.get(numberAttr(xf, "numFmtId") ?? 0)),
      ...unusual(fonts[numberAttr(xf, "fontId") ?? 0] ?? {}, usual),
      ...fills[numberAttr(xf, "fillId") ?? 0],
      ...borders[numberAttr(xf, "borderId") ?? 0],
      ...readAlignment(child(xf, "alignment")),
      ...readProtection(child(xf, "protection")),
    })),
    dxfs: children(child(root, "dxfs"), "dxf").map((dxf) => ({
      ...readFormat(attr(child(dxf, "numFmt"), "formatCode")),
      ...readFont(child(dxf, "font"), theme),
      ...readFill(child(dxf, "fill"), theme, true),
      ...readBorders(child(dxf, "border"), theme),
    })),
  };
}

function readFormat(code: string | undefined): CellStyle {
  return code === undefined || code === "General" ? {} : { numberFormat: code };
}

function readFont(font: Element | undefined, theme: readonly string[]): CellStyle {
  const style: CellStyle = {};
  const on = (name: string): boolean =>
    child(font, name) !== undefined && flagAttr(child(font, name), "val", true);
  if (on("b")) style.bold = true;
  if (on("i")) style.italic = true;
  if (on("strike")) style.strike = true;
  const underline = child(font, "u");
  if (underline && attr(underline, "val") !== "none") style.underline = true;
  const size = numberAttr(child(font, "sz"), "val");
  if (size !== undefined) style.size = size;
  const colored = child(font, "color");
  // Theme colour 1 is the text colour: saying nothing.
  const color =
    attr(colored, "theme") === "1" && !attr(colored, "tint") ? undefined : readColor(colored, theme);
  if (color !== undefined) style.color = color;
  const name = attr(child(font, "name"), "val");
  if (name !== undefined && child(font, "scheme") === undefined) style.font = name;
  return style;
}

/** A font's members that differ from the workbook's usual font. */
function unusual(font: CellStyle, usual: CellStyle): CellStyle {
  const style = { ...font };
  if (style.size === usual.size) delete style.size;
  if (style.font === usual.font) delete style.font;
  if (style.color === usual.color) delete style.color;
  return style;
}

/** In a difference style a solid fill's colour is the background's. */
function readFill(fill: Element | undefined, theme: readonly string[], difference = false): CellStyle {
  const pattern = child(fill, "patternFill");
  const type = attr(pattern, "patternType") ?? (difference ? "solid" : "none");
  if (!pattern || type === "none") return {};
  const front = readColor(child(pattern, "fgColor"), theme);
  const back = readColor(child(pattern, "bgColor"), theme);
  const color = difference ? (back ?? front) : type === "solid" ? (front ?? back) : undefined;
  return color === undefined ? {} : { fill: color };
}

function readBorders(border: Element | undefined, theme: readonly string[]): CellStyle {
  const style: CellStyle = {};
  for (const side of SIDES) {
    const element = child(border, side);
    const line = LINES[attr(element, "style") ?? ""];
    if (line) style[side] = { line, color: readColor(child(element, "color"), theme) ?? "#000000" };
  }
  return style;
}

function readAlignment(alignment: Element | undefined): CellStyle {
  const style: CellStyle = {};
  const horizontal = HORIZONTAL[attr(alignment, "horizontal") ?? ""];
  if (horizontal) style.horizontal = horizontal;
  const vertical = VERTICAL[attr(alignment, "vertical") ?? ""];
  // Bottom is what a cell does anyway.
  if (vertical && vertical !== "bottom") style.vertical = vertical;
  if (flagAttr(alignment, "wrapText")) style.wrap = true;
  const indent = numberAttr(alignment, "indent") ?? 0;
  if (indent > 0) style.indent = indent;
  if (flagAttr(alignment, "shrinkToFit")) style.shrink = true;
  return style;
}

function readProtection(protection: Element | undefined): CellStyle {
  const style: CellStyle = {};
  if (!flagAttr(protection, "locked", true)) style.unlocked = true;
  if (flagAttr(protection, "hidden")) style.hiddenFormula = true;
  return style;
}
