import type { Border, CellStyle } from "../book/workbook";
import { colorMarkup } from "./colors";
import { BUILT_IN_IDS, FIRST_OWN_FORMAT } from "./numberFormats";
import type { StyleSheet } from "./readStyles";
import {
  attr,
  attributes,
  child,
  children,
  elementsFrom,
  ensureChild,
  numberAttr,
  setAttr,
  type Element,
} from "./xml";

const STYLE_SHEET_ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];
const SIDES = ["left", "right", "top", "bottom"] as const;

/** Equal styles have equal keys; members that say what is the default anyway do not count. */
function styleKey(style: CellStyle): string {
  const said = Object.entries(style).filter(
    ([name, value]) =>
      value !== undefined &&
      value !== false &&
      value !== 0 &&
      !(name === "vertical" && value === "bottom") &&
      !(name === "numberFormat" && value === "General"),
  );
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Gives file style numbers for styles, appending to the style sheet what it does not have yet. */
export class StyleWriter {
  readonly #root: () => Element;
  readonly #xfs = new Map<string, number>();
  readonly #dxfs = new Map<string, number>();
  readonly #pools = new Map<string, Map<string, number>>();

  /** @param root Gives the style sheet to change; called only when there is something to add. */
  constructor(known: StyleSheet, root: () => Element) {
    this.#root = root;
    known.xfs.forEach((style, number) => remember(this.#xfs, styleKey(style), number));
    known.dxfs.forEach((style, number) => remember(this.#dxfs, styleKey(style), number));
  }

  /** The number for a cell's `s`. */
  xf(style: CellStyle): number {
    const key = styleKey(style);
    const known = this.#xfs.get(key);
    if (known !== undefined) return known;
    const root = this.#root();
    const usual = children(child(root, "cellXfs"), "xf")[0];
    const format = this.#numberFormat(root, style.numberFormat);
    const font = this.#pooled(root, "fonts", fontMarkup(style, usualFont(root, usual)));
    const fill =
      style.fill === undefined
        ? 0
        : this.#pooled(
            root,
            "fills",
            `<fill><patternFill patternType="solid">${colorMarkup("fgColor", style.fill)}<bgColor indexed="64"/></patternFill></fill>`,
          );
    const border = SIDES.some((side) => style[side])
      ? this.#pooled(root, "borders", borderMarkup(style, "border"))
      : 0;
    const alignment = alignmentMarkup(style);
    const protection = protectionMarkup(style);
    const xf = `<xf${attributes({
      numFmtId: format,
      fontId: font,
      fillId: fill,
      borderId: border,
      xfId: attr(usual, "xfId") ?? (child(root, "cellStyleXfs") ? 0 : undefined),
      applyNumberFormat: format ? true : undefined,
      applyFont: font ? true : undefined,
      applyFill: fill ? true : undefined,
      applyBorder: border ? true : undefined,
      applyAlignment: alignment ? true : undefined,
      applyProtection: protection ? true : undefined,
    })}>${alignment}${protection}</xf>`;
    const number = append(root, "cellXfs", xf);
    this.#xfs.set(key, number);
    return number;
  }

  /** The number for a conditional format's `dxfId`. */
  dxf(style: CellStyle): number {
    const key = styleKey(style);
    const known = this.#dxfs.get(key);
    if (known !== undefined) return known;
    const root = this.#root();
    const font = fontMembers(style);
    const format =
      style.numberFormat === undefined
        ? ""
        : `<numFmt${attributes({ numFmtId: this.#numberFormat(root, style.numberFormat), formatCode: style.numberFormat })}/>`;
    const fill =
      style.fill === undefined
        ? ""
        : `<fill><patternFill patternType="solid">${colorMarkup("fgColor", style.fill)}${colorMarkup("bgColor", style.fill)}</patternFill></fill>`;
    const border = SIDES.some((side) => style[side]) ? borderMarkup(style, "border") : "";
    const number = append(
      root,
      "dxfs",
      `<dxf>${font ? `<font>${font}</font>` : ""}${format}${fill}${border}</dxf>`,
    );
    this.#dxfs.set(key, number);
    return number;
  }

  #numberFormat(root: Element, code: string | undefined): number {
    if (code === undefined || code === "General") return 0;
    const builtIn = BUILT_IN_IDS.get(code);
    if (builtIn !== undefined) return builtIn;
    const own = children(ensureChild(root, "numFmts", STYLE_SHEET_ORDER), "numFmt");
    const same = own.find((each) => attr(each, "formatCode") === code);
    if (same) return numberAttr(same, "numFmtId") ?? 0;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...own.map((each) => numberAttr(each, "numFmtId") ?? 0)) + 1;
    append(root, "numFmts", `<numFmt${attributes({ numFmtId: id, formatCode: code })}/>`);
    return id;
  }

  /** The number of an equal font, fill or border added before, or of a new one. An empty markup is number 0. */
  #pooled(root: Element, pool: string, markup: string): number {
    if (markup === "") return 0;
    const known = this.#pools.get(pool) ?? new Map<string, number>();
    this.#pools.set(pool, known);
    const found = known.get(markup);
    if (found !== undefined) return found;
    const number = append(root, pool, markup);
    known.set(markup, number);
    return number;
  }
}

function remember(known: Map<string, number>, key: string, number: number): void {
  if (!known.has(key)) known.set(key, number);
}

function append(root: Element, list: string, markup: string): number {
  const parent = ensureChild(root, list, STYLE_SHEET_ORDER);
  const number = children(parent).length;
  for (const made of elementsFrom(parent, markup)) parent.appendChild(made);
  setAttr(parent, "count", number + 1);
  return number;
}

interface UsualFont {
  readonly name: string;
  readonly size: number;
  readonly family?: string;
  readonly charset?: string;
  /** Names the theme's body font, so that every machine shows its own. */
  readonly scheme?: string;
}

function usualFont(root: Element, usual: Element | undefined): UsualFont {
  const font = children(child(root, "fonts"), "font")[numberAttr(usual, "fontId") ?? 0];
  const family = attr(child(font, "family"), "val");
  const charset = attr(child(font, "charset"), "val");
  const scheme = attr(child(font, "scheme"), "val");
  return {
    name: attr(child(font, "name"), "val") ?? "Calibri",
    size: numberAttr(child(font, "sz"), "val") ?? 11,
    ...(family === undefined ? {} : { family }),
    ...(charset === undefined ? {} : { charset }),
    ...(scheme === undefined ? {} : { scheme }),
  };
}

function fontMembers(style: CellStyle): string {
  return [
    style.bold ? "<b/>" : "",
    style.italic ? "<i/>" : "",
    style.strike ? "<strike/>" : "",
    style.color === undefined ? "" : colorMarkup("color", style.color),
    style.size === undefined ? "" : `<sz val="${style.size}"/>`,
    style.underline ? "<u/>" : "",
  ].join("");
}

/** A complete font; empty when the style asks for nothing but the usual one. */
function fontMarkup(style: CellStyle, usual: UsualFont): string {
  if (fontMembers(style) === "" && style.font === undefined) return "";
  const color = style.color === undefined ? '<color theme="1"/>' : colorMarkup("color", style.color);
  const name = style.font ?? usual.name;
  const body = style.font === undefined;
  return [
    "<font>",
    style.bold ? "<b/>" : "",
    style.italic ? "<i/>" : "",
    style.strike ? "<strike/>" : "",
    style.underline ? "<u/>" : "",
    `<sz val="${style.size ?? usual.size}"/>`,
    color,
    `<name${attributes({ val: name })}/>`,
    body && usual.family !== undefined ? `<family val="${usual.family}"/>` : "",
    body && usual.charset !== undefined ? `<charset val="${usual.charset}"/>` : "",
    body && usual.scheme !== undefined ? `<scheme val="${usual.scheme}"/>` : "",
    "</font>",
  ].join("");
}

function borderMarkup(style: CellStyle, name: string): string {
  const side = (at: string, border: Border | undefined): string =>
    border ? `<${at} style="${border.line}">${colorMarkup("color", border.color)}</${at}>` : `<${at}/>`;
  return `<${name}>${SIDES.map((each) => side(each, style[each])).join("")}</${name}>`;
}

function alignmentMarkup(style: CellStyle): string {
  const said = attributes({
    horizontal: style.horizontal ?? (style.indent ? "left" : undefined),
    vertical: style.vertical,
    wrapText: style.wrap || undefined,
    indent: style.indent || undefined,
    shrinkToFit: style.shrink || undefined,
  });
  return said ? `<alignment${said}/>` : "";
}

function protectionMarkup(style: CellStyle): string {
  const said = attributes({
    locked: style.unlocked ? false : undefined,
    hidden: style.hiddenFormula || undefined,
  });
  return said ? `<protection${said}/>` : "";
}
