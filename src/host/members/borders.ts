import { invalidArgument } from "../apiError";
import { area, type Area } from "../book/area";
import { restyle } from "../book/cells";
import type { Live } from "../book/live";
import { defineClass, expectWord, type HostObject, type ObjectMaker } from "../client/objects";
import type { Border, CellStyle } from "../book/workbook";
import { agreed } from "./agreed";
import { readColor } from "./color";

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof SIDES)[number];
type Edge = "top" | "bottom" | "left" | "right";

interface BorderRef {
  readonly of: Area;
  readonly side: Side;
}

/** The strips of cells a border runs along, and the edge of those cells. Inside borders are the edges of all but the first. */
function strips({ of, side }: BorderRef): readonly (readonly [Area, Edge])[] {
  const { sheet, top, left, bottom, right } = of;
  switch (side) {
    case "EdgeTop":
      return [[area(sheet, top, left, top, right), "top"]];
    case "EdgeBottom":
      return [[area(sheet, bottom, left, bottom, right), "bottom"]];
    case "EdgeLeft":
      return [[area(sheet, top, left, bottom, left), "left"]];
    case "EdgeRight":
      return [[area(sheet, top, right, bottom, right), "right"]];
    case "InsideHorizontal":
      return top === bottom ? [] : [[area(sheet, top, left, bottom - 1, right), "bottom"]];
    case "InsideVertical":
      return left === right ? [] : [[area(sheet, top, left, bottom, right - 1), "right"]];
    default:
      return [];
  }
}

/** Office.js has style and weight; a cell has one line. */
const LINES: Readonly<Record<string, Readonly<Record<string, Border["line"]>>>> = {
  Continuous: { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" },
  Dash: { Hairline: "dashed", Thin: "dashed", Medium: "dashed", Thick: "dashed" },
  Dot: { Hairline: "dotted", Thin: "dotted", Medium: "dotted", Thick: "dotted" },
  Double: { Hairline: "double", Thin: "double", Medium: "double", Thick: "double" },
};
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
const STYLES = ["None", "Continuous", "Dash", "Dot", "Double"] as const;

const weightOf = (line: Border["line"] | undefined): string =>
  WEIGHTS.find((weight) => LINES["Continuous"]?.[weight] === line) ?? (line === "double" ? "Thick" : "Thin");
const styleOf = (line: Border["line"] | undefined): string =>
  line === undefined
    ? "None"
    : line === "dashed"
      ? "Dash"
      : line === "dotted"
        ? "Dot"
        : line === "double"
          ? "Double"
          : "Continuous";

const lineOf = (self: BorderRef, live: Live, read: (border: Border | undefined) => string): string | null => {
  const [first] = strips(self);
  return first ? agreed(live, first[0], (style) => read(style[first[1]])) : read(undefined);
};

function change(self: BorderRef, live: Live, make: (border: Border | undefined) => Border | undefined): void {
  for (const [strip, edge] of strips(self)) {
    restyle(live, strip, (style): CellStyle => {
      const { [edge]: old, ...rest } = style;
      const border = make(old);
      return border ? { ...rest, [edge]: border } : rest;
    });
  }
}

const DEFAULT: Border = { line: "thin", color: "#000000" };

const border: ObjectMaker<BorderRef> = defineClass<BorderRef>("RangeBorder", {
  key: { name: "_Id", of: ({ side }) => side },
  properties: {
    Color: {
      get: (self, live) => lineOf(self, live, (line) => line?.color ?? "#000000"),
      set(self, value, live) {
        const color = readColor(value, "color");
        change(self, live, (old) => ({ ...(old ?? DEFAULT), color }));
      },
    },
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (self, live) => lineOf(self, live, (line) => styleOf(line?.line)),
      set(self, value, live) {
        const style = expectWord(value, "style", STYLES);
        change(self, live, (old) => {
          const line = LINES[style]?.[weightOf(old?.line)];
          return line && { ...(old ?? DEFAULT), line };
        });
      },
    },
    Weight: {
      get: (self, live) => lineOf(self, live, (line) => weightOf(line?.line)),
      set(self, value, live) {
        const weight = expectWord(value, "weight", WEIGHTS);
        change(self, live, (old) => {
          const style = old ? styleOf(old.line) : "Continuous";
          return { ...(old ?? DEFAULT), line: LINES[style]?.[weight] ?? "thin" };
        });
      },
    },
  },
});

function sideObject(live: Live, of: Area, side: unknown): HostObject {
  const found = SIDES.find((each) => each === side);
  if (!found) throw invalidArgument("index", `one of ${SIDES.join(", ")}`);
  return border(live, { of, side: found });
}

export const borders: ObjectMaker<Area> = defineClass<Area>("RangeBorderCollection", {
  properties: { Count: { get: () => SIDES.length } },
  items: (self, live) => SIDES.map((side) => border(live, { of: self, side })),
  item: (self, args, live) => sideObject(live, self, args.raw(0)),
  methods: { GetItemAt: (self, args, live) => sideObject(live, self, SIDES[args.integer(0, "index")]) },
});
