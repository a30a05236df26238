import type { FormatSpec, SheetSpec } from "../../sheets/spec";
import type { Look } from "../../sheets/palette";
import { STYLES, type BorderSpec, type StyleName, type StyleSpec } from "../../sheets/style";
import { step, type Step } from "./target";

/** One way a style shows in Excel. */
type Painter = (range: Excel.Range, style: StyleSpec, manyRows: boolean) => void;

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;
const WEIGHT = { hair: "Hairline", thin: "Thin", medium: "Medium" } as const;

const PAINTERS: Readonly<Record<keyof StyleSpec, Painter>> = {
  bold: (range, { bold }) => {
    if (bold !== undefined) range.format.font.bold = bold;
  },
  italic: (range, { italic }) => {
    if (italic !== undefined) range.format.font.italic = italic;
  },
  underline: (range, { underline }) => {
    if (underline !== undefined) range.format.font.underline = underline ? "Single" : "None";
  },
  size: (range, { size }) => {
    if (size !== undefined) range.format.font.size = size;
  },
  color: (range, { color }) => {
    if (color !== undefined) range.format.font.color = color;
  },
  fill: (range, { fill }) => {
    if (fill !== undefined) range.format.fill.color = fill;
  },
  align: (range, { align }) => {
    if (align !== undefined) range.format.horizontalAlignment = HORIZONTAL[align];
  },
  vertical: (range, { vertical }) => {
    if (vertical !== undefined) range.format.verticalAlignment = VERTICAL[vertical];
  },
  wrap: (range, { wrap }) => {
    if (wrap !== undefined) range.format.wrapText = wrap;
  },
  shrink: (range, { shrink }) => {
    if (shrink !== undefined) range.format.shrinkToFit = shrink;
  },
  indent: (range, { indent }) => {
    if (indent !== undefined) range.format.indentLevel = indent;
  },
  borderTop: (range, { borderTop }, manyRows) => {
    if (borderTop) drawBorder(range, "EdgeTop", borderTop, manyRows);
  },
  borderBottom: (range, { borderBottom }, manyRows) => {
    if (borderBottom) drawBorder(range, "EdgeBottom", borderBottom, manyRows);
  },
  unlocked: (range, { unlocked }) => {
    if (unlocked !== undefined) range.format.protection.locked = !unlocked;
  },
};

/** Styles and number formats, one setting for a whole range at a time. */
export function writeFormats(spec: SheetSpec, { styles }: Look): Step[] {
  return (spec.formats ?? []).map((format) => {
    const style = mergeStyles(format.style, styles);
    const parts = partsOf(style);
    return step(parts.length * 2 + 1, ({ sheet }) => {
      const range = sheet.getRange(format.range);
      for (const part of parts) PAINTERS[part](range, style, hasManyRows(format.range));
      if (format.numberFormat !== undefined) setNumberFormat(range, format.numberFormat);
    });
  });
}

/** Later styles win where two say the same. */
export function mergeStyles(names: FormatSpec["style"], styles: Look["styles"] = STYLES): StyleSpec {
  const list: readonly StyleName[] = typeof names === "string" ? [names] : names;
  return list.reduce<StyleSpec>((merged, name) => ({ ...merged, ...styles[name] }), {});
}

function partsOf(style: StyleSpec): (keyof StyleSpec)[] {
  return (Object.keys(PAINTERS) as (keyof StyleSpec)[]).filter((part) => style[part] !== undefined);
}

/**
 * Excel takes one code for the whole range, which is far quicker than a rectangle of them; its typings only know the
 * rectangle.
 */
function setNumberFormat(range: Excel.Range, code: string): void {
  range.numberFormat = code as unknown as string[][];
}

/** A border between rows is refused where there is but one. */
function hasManyRows(reference: string): boolean {
  const [first = "", last = first] = reference.split(":");
  return /\d+$/.exec(first)?.[0] !== /\d+$/.exec(last)?.[0] || !/\d/.test(reference);
}

/** A style's border belongs to every row it is laid over, so the lines between the rows are drawn too. */
function drawBorder(
  range: Excel.Range,
  edge: "EdgeTop" | "EdgeBottom",
  border: BorderSpec,
  manyRows: boolean,
): void {
  for (const side of manyRows ? ([edge, "InsideHorizontal"] as const) : [edge]) {
    const line = range.format.borders.getItem(side);
    line.style = "Continuous";
    line.weight = WEIGHT[border.line];
    line.color = border.color;
  }
}
