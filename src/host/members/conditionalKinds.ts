import { invalidArgument } from "../apiError";
import { isWellFormed } from "../book/formulaText";
import type { Live } from "../book/live";
import {
  defineClass,
  expectFlag,
  expectRecord,
  expectText,
  expectWord,
  nothing,
  type Property,
} from "../client/objects";
import type { CellStyle, ConditionalState, HostSheet } from "../book/workbook";
import { readColor } from "./color";
export type Kind = ConditionalState["kind"];
export type Of<K extends Kind> = Extract<ConditionalState, { kind: K }>;

/** A rule of a sheet. */
export interface FormatRef<S extends ConditionalState = ConditionalState> {
  readonly sheet: HostSheet;
  readonly state: S;
}

export const changed = ({ sheet }: FormatRef, live: Live): void => live.notePart(sheet, "conditionals");

/** A property of the rule's state. */
export function part<S extends ConditionalState>(
  get: (state: S) => unknown,
  set: (state: S, value: unknown) => void,
): Property<FormatRef<S>> {
  return {
    get: ({ state }) => get(state),
    set(self, value, live) {
      set(self.state, value);
      changed(self, live);
    },
  };
}

type Styled = Of<"custom"> | Of<"cellValue">;

function look<K extends keyof CellStyle>(
  key: K,
  read: (value: unknown, name: string) => CellStyle[K],
): Property<FormatRef<Styled>> {
  return part<Styled>(
    (state) => state.style[key] ?? null,
    (state, value) => {
      state.style = { ...state.style, [key]: read(value, key) };
    },
  );
}

const rangeFont = defineClass<FormatRef<Styled>>("ConditionalRangeFont", {
  properties: {
    Bold: look("bold", expectFlag),
    Color: look("color", readColor),
    Italic: look("italic", expectFlag),
    Strikethrough: look("strike", expectFlag),
    Underline: part<Styled>(
      ({ style }) => (style.underline ? "Single" : "None"),
      (state, value) => {
        state.style = { ...state.style, underline: expectText(value, "underline") !== "None" };
      },
    ),
  },
});

const rangeFill = defineClass<FormatRef<Styled>>("ConditionalRangeFill", {
  properties: { Color: look("fill", readColor) },
  methods: {
    Clear(self, _args, live) {
      const { fill: _, ...style } = self.state.style;
      self.state.style = style;
      changed(self, live);
    },
  },
});

const rangeFormat = defineClass<FormatRef<Styled>>("ConditionalRangeFormat", {
  properties: { NumberFormat: look("numberFormat", expectText) },
  links: { Fill: (self, live) => rangeFill(live, self), Font: (self, live) => rangeFont(live, self) },
});

function readFormula(value: unknown): string {
  const text = expectText(value, "formula");
  const formula = text.startsWith("=") ? text : `=${text}`;
  if (!isWellFormed(formula)) throw invalidArgument("formula", "a formula");
  return formula;
}

const customRule = defineClass<FormatRef<Of<"custom">>>("ConditionalFormatRule", {
  properties: {
    Formula: part<Of<"custom">>(
      ({ formula }) => formula,
      (state, value) => {
        state.formula = readFormula(value);
      },
    ),
  },
});

export const custom = defineClass<FormatRef<Of<"custom">>>("CustomConditionalFormat", {
  links: { Format: (self, live) => rangeFormat(live, self), Rule: (self, live) => customRule(live, self) },
});

const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
] as const;

export const cellValue = defineClass<FormatRef<Of<"cellValue">>>("CellValueConditionalFormat", {
  properties: {
    Rule: part<Of<"cellValue">>(
      ({ operator, formula1, formula2 }) => ({
        operator,
        formula1,
        ...(formula2 === undefined ? {} : { formula2 }),
      }),
      (state, value) => {
        const rule = expectRecord(value, "rule");
        state.operator = expectWord(rule["operator"], "rule.operator", OPERATORS);
        state.formula1 = readFormula(String(rule["formula1"] ?? ""));
        if (rule["formula2"] === undefined || rule["formula2"] === null) delete state.formula2;
        else state.formula2 = readFormula(String(rule["formula2"]));
      },
    ),
  },
  links: { Format: (self, live) => rangeFormat(live, self) },
});

interface Bound {
  type: string;
  formula?: string;
}

const BAR_TYPES = [
  "LowestValue",
  "HighestValue",
  "Number",
  "Percent",
  "Formula",
  "Percentile",
  "Automatic",
] as const;

function readBound(value: unknown, name: string): Bound {
  const rule = expectRecord(value, name);
  const type = expectWord(rule["type"], `${name}.type`, BAR_TYPES);
  const formula = rule["formula"];
  return formula === undefined || formula === null ? { type } : { type, formula: String(formula) };
}

const positiveFormat = defineClass<FormatRef<Of<"dataBar">>>("ConditionalDataBarPositiveFormat", {
  properties: {
    FillColor: part<Of<"dataBar">>(
      ({ color }) => color,
      (state, value) => {
        state.color = readColor(value, "fillColor");
      },
    ),
    GradientFill: { get: () => false, set: nothing },
  },
});

export const dataBar = defineClass<FormatRef<Of<"dataBar">>>("DataBarConditionalFormat", {
  properties: {
    LowerBoundRule: part<Of<"dataBar">>(
      ({ min }) => min ?? { type: "Automatic" },
      (state, value) => {
        state.min = readBound(value, "lowerBoundRule");
      },
    ),
    ShowDataBarOnly: { get: () => false, set: (_self, value) => void expectFlag(value, "showDataBarOnly") },
    UpperBoundRule: part<Of<"dataBar">>(
      ({ max }) => max ?? { type: "Automatic" },
      (state, value) => {
        state.max = readBound(value, "upperBoundRule");
      },
    ),
  },
  links: { PositiveFormat: (self, live) => positiveFormat(live, self) },
});

const SCALE_TYPES = [
  "LowestValue",
  "HighestValue",
  "Number",
  "Percent",
  "Formula",
  "Percentile",
  "Invalid",
] as const;
const POINTS = ["minimum", "midpoint", "maximum"] as const;

function readScale(value: unknown): Of<"colorScale">["points"] {
  const criteria = expectRecord(value, "criteria");
  return POINTS.flatMap((name) => {
    const given = criteria[name];
    if (given === undefined || given === null) return [];
    const point = expectRecord(given, `criteria.${name}`);
    const formula = point["formula"];
    return [
      {
        type: expectWord(point["type"], `criteria.${name}.type`, SCALE_TYPES),
        color: readColor(point["color"], `criteria.${name}.color`),
        ...(formula === undefined || formula === null ? {} : { formula: String(formula) }),
      },
    ];
  });
}

export const colorScale = defineClass<FormatRef<Of<"colorScale">>>("ColorScaleConditionalFormat", {
  properties: {
    Criteria: part<Of<"colorScale">>(
      ({ points }) =>
        Object.fromEntries(
          points.map((point, at) => [
            at === 0 ? "minimum" : at === points.length - 1 ? "maximum" : "midpoint",
            point,
          ]),
        ),
      (state, value) => {
        const points = readScale(value);
        if (points.length < 2) throw invalidArgument("criteria", "a minimum and a maximum");
        state.points = points;
      },
    ),
    ThreeColorScale: { get: ({ state }) => state.points.length === 3 },
  },
});
