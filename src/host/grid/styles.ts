import type { CellStyle as ModelStyle } from "@ironcalc/wasm";
import type { Border, CellStyle } from "../book/workbook";

const LINES: Readonly<Record<string, Border["line"]>> = {
  thin: "thin",
  medium: "medium",
  thick: "thick",
  double: "double",
  dotted: "dotted",
  mediumdashed: "dashed",
  slantdashdot: "dashed",
  mediumdashdot: "dashed",
  mediumdashdotdot: "dashed",
};

/** How IronCalc calls the lines it draws; it has none thinner than thin. */
export const MODEL_LINES: Readonly<Record<Border["line"], string>> = {
  hair: "thin",
  thin: "thin",
  medium: "medium",
  thick: "thick",
  double: "double",
  dotted: "dotted",
  dashed: "mediumdashed",
};

/** IronCalc's size of a cell nobody styled. */
const MODEL_SIZE = 12;

/**
 * A cell's style after a person changed how it looks in the grid.
 *
 * @param old Members the grid does not show (font name, locked) come from here.
 */
export function styleFromModel(style: ModelStyle, old: CellStyle): CellStyle {
  const { font, fill, border, alignment, num_fmt } = style;
  const code = num_fmt.toLowerCase() === "general" ? undefined : num_fmt;
  const edge = (
    item: { style: string; color?: unknown } | undefined,
    before: Border | undefined,
  ): Border | undefined => {
    const line = item && LINES[item.style];
    if (!line) return undefined;
    // A hair line is shown as a thin one.
    const kept = before?.line === "hair" && line === "thin" ? "hair" : line;
    return {
      line: kept,
      color: typeof item.color === "string" ? item.color.toUpperCase() : (before?.color ?? "#000000"),
    };
  };
  const made: { [K in keyof CellStyle]: CellStyle[K] | undefined } = {
    ...old,
    numberFormat: code ?? (old.numberFormat === "General" ? "General" : undefined),
    bold: font.b || undefined,
    italic: font.i || undefined,
    underline: font.u || undefined,
    strike: font.strike || undefined,
    size: font.sz === MODEL_SIZE ? (old.size === MODEL_SIZE ? MODEL_SIZE : undefined) : font.sz,
    color: typeof font.color === "string" ? font.color.toUpperCase() : undefined,
    fill: typeof fill.color === "string" ? fill.color.toUpperCase() : undefined,
    horizontal: alignment && alignment.horizontal !== "general" ? alignment.horizontal : undefined,
    vertical:
      alignment && (alignment.vertical !== "bottom" || old.vertical === "bottom")
        ? alignment.vertical
        : undefined,
    wrap: alignment?.wrap_text || undefined,
    top: edge(border.top, old.top),
    bottom: edge(border.bottom, old.bottom),
    left: edge(border.left, old.left),
    right: edge(border.right, old.right),
  };
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
}

/**
 * A cell's style as IronCalc takes it. Its one font has no other names.
 *
 * @param plain What IronCalc says of a cell nobody styled.
 */
export function modelStyle(style: CellStyle, plain: ModelStyle): ModelStyle {
  const { bold, italic, underline, strike, size, color, fill, numberFormat } = style;
  const { horizontal, vertical, wrap } = style;
  const border = SIDES.flatMap((side) => {
    const { line, color: drawn } = style[side] ?? {};
    return line === undefined ? [] : [[side, { style: MODEL_LINES[line], color: drawn }] as const];
  });
  // The typed enumerations exist in the declarations only.
  return {
    ...plain,
    font: {
      ...plain.font,
      ...given({ b: bold, i: italic, u: underline, strike, color }),
      ...(size === undefined ? {} : { sz: Math.round(size) }),
    },
    fill: { ...plain.fill, ...given({ color: fill }) },
    border: Object.fromEntries(border),
    num_fmt: numberFormat === undefined || numberFormat === "General" ? plain.num_fmt : numberFormat,
    ...((horizontal ?? vertical ?? wrap) === undefined
      ? {}
      : {
          alignment: {
            horizontal: horizontal ?? "general",
            vertical: vertical ?? "bottom",
            wrap_text: wrap ?? false,
          },
        }),
  } as ModelStyle;
}

const SIDES = ["top", "bottom", "left", "right"] as const;

/** What is said, without what is not. */
const given = (members: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
