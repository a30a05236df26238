import type { Area } from "../book/area";
import { autofitColumns, autofitRows } from "../book/autofit";
import { restyle } from "../book/cells";
import { columnWidth, rowHeight, STANDARD_HEIGHT, STANDARD_WIDTH } from "../book/geometry";
import {
  defineClass,
  expectFlag,
  expectNumber,
  expectText,
  expectWord,
  type Property,
} from "../client/objects";
import { setSize } from "../book/rangeActions";
import type { CellStyle } from "../book/workbook";
import { agreed } from "./agreed";
import { borders } from "./borders";
import { readColor } from "./color";

/** A property that is one member of the cell style. */
function styled<K extends keyof CellStyle>(
  key: K,
  fallback: NonNullable<CellStyle[K]> | string,
  read: (value: unknown, name: string) => CellStyle[K],
): Property<Area> {
  return {
    get: (self, live) => agreed(live, self, (style) => style[key] ?? fallback),
    set(self, value, live) {
      const part = read(value, key);
      restyle(live, self, (style) => ({ ...style, [key]: part }));
    },
  };
}

const optionalColor = (value: unknown, name: string): string | undefined =>
  value === "" ? undefined : readColor(value, name);

const HORIZONTAL = {
  General: undefined,
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
} as const;
const VERTICAL = {
  Top: "top",
  Center: "center",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
} as const;

/** A property whose words differ between Office.js and the style. */
function worded<K extends keyof CellStyle>(
  key: K,
  words: Readonly<Record<string, CellStyle[K]>>,
  fallback: string,
): Property<Area> {
  const names = Object.keys(words);
  const wordOf = (part: CellStyle[K]): string => names.find((name) => words[name] === part) ?? fallback;
  return {
    get: (self, live) =>
      agreed(live, self, (style) => (style[key] === undefined ? fallback : wordOf(style[key]))),
    set(self, value, live) {
      const part = words[expectWord(value, key, names)];
      restyle(live, self, (style) => ({ ...style, [key]: part }));
    },
  };
}

const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

const rangeFont = defineClass<Area>("RangeFont", {
  properties: {
    Bold: styled("bold", false, expectFlag),
    Color: styled("color", "#000000", readColor),
    Italic: styled("italic", false, expectFlag),
    Name: styled("font", "Calibri", expectText),
    Size: styled("size", 11, expectNumber),
    Strikethrough: styled("strike", false, expectFlag),
    Underline: {
      get: (self, live) => agreed(live, self, (style) => (style.underline ? "Single" : "None")),
      set(self, value, live) {
        const underline = expectWord(value, "underline", UNDERLINES) !== "None";
        restyle(live, self, (style) => ({ ...style, underline }));
      },
    },
  },
});

const rangeFill = defineClass<Area>("RangeFill", {
  properties: {
    // Excel says "" for cells of several colours and white for cells without fill.
    Color: {
      ...styled("fill", "#FFFFFF", optionalColor),
      get: (self, live) => agreed(live, self, (style) => style.fill ?? "#FFFFFF") ?? "",
    },
  },
  methods: { Clear: (self, _args, live) => restyle(live, self, ({ fill: _, ...style }) => style) },
});

const formatProtection = defineClass<Area>("FormatProtection", {
  properties: {
    FormulaHidden: styled("hiddenFormula", false, expectFlag),
    Locked: {
      get: (self, live) => agreed(live, self, (style) => style.unlocked !== true),
      set(self, value, live) {
        const unlocked = expectFlag(value, "locked") ? undefined : true;
        restyle(live, self, ({ unlocked: _, ...style }) => (unlocked ? { ...style, unlocked } : style));
      },
    },
  },
});

function sameSize(sizes: Iterable<number>): number | null {
  let first: number | undefined;
  for (const size of sizes) {
    first ??= size;
    if (size !== first) return null;
  }
  return first ?? null;
}

function* sizes(self: Area, axis: "rows" | "columns"): Iterable<number> {
  const [from, to] = axis === "rows" ? [self.top, self.bottom] : [self.left, self.right];
  for (let line = from; line <= to; line++)
    yield axis === "rows" ? rowHeight(self.sheet, line) : columnWidth(self.sheet, line);
}

export const rangeFormat = defineClass<Area>("RangeFormat", {
  properties: {
    ColumnWidth: {
      get: (self) => sameSize(sizes(self, "columns")),
      set: (self, value, live) => setSize(live, self, "columns", expectNumber(value, "columnWidth")),
    },
    HorizontalAlignment: worded("horizontal", HORIZONTAL, "General"),
    IndentLevel: styled("indent", 0, expectNumber),
    RowHeight: {
      get: (self) => sameSize(sizes(self, "rows")),
      set: (self, value, live) => setSize(live, self, "rows", expectNumber(value, "rowHeight")),
    },
    ShrinkToFit: styled("shrink", false, expectFlag),
    UseStandardHeight: {
      get: (self) => sameSize(sizes(self, "rows")) === STANDARD_HEIGHT,
      set: (self, value, live) =>
        expectFlag(value, "useStandardHeight") ? setSize(live, self, "rows", undefined) : undefined,
    },
    UseStandardWidth: {
      get: (self) => sameSize(sizes(self, "columns")) === STANDARD_WIDTH,
      set: (self, value, live) =>
        expectFlag(value, "useStandardWidth") ? setSize(live, self, "columns", undefined) : undefined,
    },
    VerticalAlignment: worded("vertical", VERTICAL, "Bottom"),
    WrapText: styled("wrap", false, expectFlag),
  },
  links: {
    Borders: (self, live) => borders(live, self),
    Fill: (self, live) => rangeFill(live, self),
    Font: (self, live) => rangeFont(live, self),
    Protection: (self, live) => formatProtection(live, self),
  },
  methods: {
    AdjustIndent(self, args, live) {
      const amount = args.integer(0, "amount");
      restyle(live, self, (style) => ({ ...style, indent: Math.max(0, (style.indent ?? 0) + amount) }));
    },
    AutofitColumns: (self, _args, live) => autofitColumns(live, self),
    AutofitRows: (self, _args, live) => autofitRows(live, self),
  },
});
