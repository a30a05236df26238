import type { Area as ModelArea, CfRuleInput, Dxf, Model } from "@ironcalc/wasm";
import { LAST_ROW } from "../../formula/references";
import { parseAddress } from "../book/area";
import { STANDARD_WIDTH } from "../book/geometry";
import type { Live } from "../book/live";
import type { CellStyle, ConditionalState, HostSheet } from "../book/workbook";
import { MODEL_LINES } from "./styles";

const PIXELS_PER_POINT = 96 / 72;

/** How each member of a style is told to IronCalc: its path and value. Its one font has no other names. */
const PATHS: {
  readonly [K in keyof CellStyle]?: (value: NonNullable<CellStyle[K]>) => readonly [string, string];
} = {
  bold: (value) => ["font.b", String(value)],
  italic: (value) => ["font.i", String(value)],
  underline: (value) => ["font.u", String(value)],
  strike: (value) => ["font.strike", String(value)],
  size: (value) => ["font.size", String(Math.round(value))],
  color: (value) => ["font.color", value],
  fill: (value) => ["fill.color", value],
  numberFormat: (value) => ["num_fmt", value === "General" ? "general" : value],
  horizontal: (value) => ["alignment.horizontal", value],
  vertical: (value) => ["alignment.vertical", value],
  wrap: (value) => ["alignment.wrap_text", String(value)],
};

/** A border of every cell of a block is that of the block's edge and of the lines between. */
const EDGES = {
  top: ["Top", "CenterH"],
  bottom: ["Bottom", "CenterH"],
  left: ["Left", "CenterV"],
  right: ["Right", "CenterV"],
} as const;

/** The styles of whole columns; rows of their own style are few and shown by their cells. */
export function showColumnStyles(live: Live, model: Model, sheet: number, host: HostSheet): void {
  for (const [column, { style }] of host.columns) {
    const look = style === undefined ? undefined : live.book.styles[style];
    if (look) showStyle(model, { sheet, row: 1, column: column + 1, width: 1, height: LAST_ROW + 1 }, look);
  }
}

function showStyle(model: Model, area: ModelArea, style: CellStyle): void {
  for (const key of Object.keys(PATHS) as (keyof CellStyle)[]) {
    const value = style[key];
    const tell = PATHS[key] as ((value: unknown) => readonly [string, string]) | undefined;
    if (value !== undefined && tell) model.updateRangeStyle(area, ...tell(value));
  }
  for (const edge of ["top", "bottom", "left", "right"] as const) {
    const border = style[edge];
    if (!border) continue;
    for (const type of EDGES[edge]) {
      // The typed enumerations exist in the declarations only.
      model.setAreaWithBorder(area, {
        item: { style: MODEL_LINES[border.line], color: border.color },
        type,
      } as unknown as Parameters<Model["setAreaWithBorder"]>[1]);
    }
  }
}

/** Widths, heights, hidden lines, frozen panes, tab colour, gridlines. */
export function showSheet(model: Model, sheet: number, host: HostSheet, lastColumn: number): void {
  const pixels = Math.round(STANDARD_WIDTH * PIXELS_PER_POINT);
  model.setColumnsWidth(sheet, 1, Math.max(26, lastColumn + 12), pixels);
  for (const [column, { size, hidden }] of host.columns) {
    if (size !== undefined)
      model.setColumnsWidth(sheet, column + 1, column + 1, Math.max(1, Math.round(size * PIXELS_PER_POINT)));
    if (hidden) model.setColumnsHidden(sheet, column + 1, column + 1, true);
  }
  for (const [row, { size, hidden }] of host.rows) {
    if (size !== undefined)
      model.setRowsHeight(sheet, row + 1, row + 1, Math.max(1, Math.round(size * PIXELS_PER_POINT)));
    if (hidden) model.setRowsHidden(sheet, row + 1, row + 1, true);
  }
  model.setFrozenRowsCount(sheet, host.frozen.rows);
  model.setFrozenColumnsCount(sheet, host.frozen.columns);
  if (host.tabColor !== undefined) model.setSheetColor(sheet, host.tabColor);
  if (!host.showGridlines) model.setShowGridLines(sheet, false);
}

function looks(style: CellStyle): Dxf {
  const { bold, italic, color, fill } = style;
  return {
    ...(bold === undefined && italic === undefined && color === undefined
      ? {}
      : {
          font: {
            ...(bold ? { b: true } : {}),
            ...(italic ? { i: true } : {}),
            ...(color === undefined ? {} : { color }),
          },
        }),
    ...(fill === undefined ? {} : { fill: { color: fill } }),
  };
}

const OPERATORS: Readonly<Record<string, Extract<CfRuleInput, { type: "CellIs" }>["operator"]>> = {
  Between: "Between",
  NotBetween: "NotBetween",
  EqualTo: "Equal",
  NotEqualTo: "NotEqual",
  GreaterThan: "GreaterThan",
  LessThan: "LessThan",
  GreaterThanOrEqual: "GreaterThanOrEqual",
  LessThanOrEqual: "LessThanOrEqual",
};

type Bound = { type: string; formula?: string } | undefined;
type Cfvo = Extract<CfRuleInput, { type: "ColorScale" }>["thresholds"][number]["cfvo"];

function bound(given: Bound, automatic: Cfvo): Cfvo {
  const text = (given?.formula ?? "").replace(/^=/, "");
  switch (given?.type) {
    case "LowestValue":
      return "Min";
    case "HighestValue":
      return "Max";
    case "Number":
      return { Number: Number(text) };
    case "Percent":
      return { Percent: Number(text) };
    case "Percentile":
      return { Percentile: Number(text) };
    case "Formula":
      return { Formula: text };
    default:
      return automatic;
  }
}

function ruleOf(state: ConditionalState): CfRuleInput {
  const stop_if_true = "stopIfTrue" in state && state.stopIfTrue === true;
  switch (state.kind) {
    case "custom":
      return { type: "Formula", formula: state.formula, format: looks(state.style), stop_if_true };
    case "cellValue": {
      const formula2 = state.formula2?.replace(/^=/, "") ?? null;
      return {
        type: "CellIs",
        operator: OPERATORS[state.operator] ?? "Equal",
        formula: state.formula1.replace(/^=/, ""),
        formula2,
        format: looks(state.style),
        stop_if_true,
      };
    }
    case "dataBar":
      return {
        type: "DataBar",
        min: bound(state.min, "Min"),
        max: bound(state.max, "Max"),
        positive_color: state.color,
        negative_color: "#B42318",
        is_gradient: false,
        show_value: true,
      };
    case "colorScale":
      return {
        type: "ColorScale",
        thresholds: state.points.map((point, at) => ({
          cfvo: bound(point, at === 0 ? "Min" : "Max"),
          color: point.color,
        })),
      };
  }
}

/** Replaces the model's conditional formats by the sheet's. Ones IronCalc does not take are left out of the picture. */
export function showConditionals(model: Model, sheet: number, host: HostSheet): void {
  const indexes = model
    .getConditionalFormattingList(sheet)
    .map(({ index }) => index)
    .sort((a, b) => b - a);
  for (const index of indexes) model.deleteConditionalFormatting(sheet, index);
  for (const state of [...host.conditionals].sort((a, b) => a.priority - b.priority)) {
    if (!parseAddress(state.range)) continue;
    try {
      model.addConditionalFormatting(sheet, state.range, ruleOf(state));
    } catch {
      continue;
    }
  }
}
