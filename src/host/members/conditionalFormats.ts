import { ApiError, invalidArgument, itemNotFound } from "../apiError";
import { formatAddress, intersection, parseAddress, type Area } from "../area";
import { newSheetId } from "../emptyWorkbook";
import { isWellFormed } from "../formulaText";
import type { Live } from "../live";
import {
  defineClass,
  expectFlag,
  expectNumber,
  expectRecord,
  expectText,
  expectWord,
  nothing,
  required,
  type HostObject,
  type ObjectMaker,
  type Property,
} from "../objects";
import { allowFormatting } from "../protection";
import type { CellStyle, ConditionalState, HostSheet } from "../workbook";
import { range } from "./range";
import { readColor } from "./rangeFormat";

type Kind = ConditionalState["kind"];
type Of<K extends Kind> = Extract<ConditionalState, { kind: K }>;

interface FormatRef<S extends ConditionalState = ConditionalState> {
  readonly sheet: HostSheet;
  readonly state: S;
}

const changed = ({ sheet }: FormatRef, live: Live): void => live.notePart(sheet, "conditionals");

/** A property of the rule's state. */
function part<S extends ConditionalState>(
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

const custom = defineClass<FormatRef<Of<"custom">>>("CustomConditionalFormat", {
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

const cellValue = defineClass<FormatRef<Of<"cellValue">>>("CellValueConditionalFormat", {
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

const dataBar = defineClass<FormatRef<Of<"dataBar">>>("DataBarConditionalFormat", {
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

const colorScale = defineClass<FormatRef<Of<"colorScale">>>("ColorScaleConditionalFormat", {
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

/** One line per kind of rule: Office.js's name of it, a fresh state, the object for its own settings. */
const KINDS = {
  custom: { type: "Custom", fresh: { formula: "", style: {} } },
  cellValue: { type: "CellValue", fresh: { operator: "", formula1: "", style: {} } },
  dataBar: { type: "DataBar", fresh: { color: "#638EC6" } },
  colorScale: { type: "ColorScale", fresh: { points: [] } },
} as const;

const isOf = <K extends Kind>(kind: K, self: FormatRef): self is FormatRef<Of<K>> => self.state.kind === kind;

/** The link to a rule's own settings: an error, or a null object, when the rule is of another kind. */
function detail<K extends Kind>(
  kind: K,
  maker: ObjectMaker<FormatRef<Of<K>>>,
): [(self: FormatRef, live: Live) => HostObject, (self: FormatRef, live: Live) => HostObject | null] {
  return [
    (self, live) => {
      if (!isOf(kind, self))
        throw new ApiError("InvalidOperation", `The conditional format is not of type ${KINDS[kind].type}.`);
      return maker(live, self);
    },
    (self, live) => (isOf(kind, self) ? maker(live, self) : null),
  ];
}

const [customLink, customOrNull] = detail("custom", custom);
const [cellValueLink, cellValueOrNull] = detail("cellValue", cellValue);
const [dataBarLink, dataBarOrNull] = detail("dataBar", dataBar);
const [colorScaleLink, colorScaleOrNull] = detail("colorScale", colorScale);

const areaOf = ({ sheet, state }: FormatRef): Area => {
  const rectangle = parseAddress(state.range);
  if (!rectangle) throw new ApiError("InvalidReference", "The conditional format covers several ranges.");
  return { sheet, ...rectangle };
};

export const conditionalFormat: ObjectMaker<FormatRef> = defineClass<FormatRef>("ConditionalFormat", {
  key: { name: "Id", of: ({ state }) => state.id },
  properties: {
    Id: { get: ({ state }) => state.id },
    Priority: part<ConditionalState>(
      ({ priority }) => priority,
      (state, value) => {
        state.priority = expectNumber(value, "priority");
      },
    ),
    StopIfTrue: part<ConditionalState>(
      (state) => ("stopIfTrue" in state ? (state.stopIfTrue ?? false) : null),
      (state, value) => {
        if (state.kind === "custom" || state.kind === "cellValue")
          state.stopIfTrue = expectFlag(value, "stopIfTrue");
      },
    ),
    Type: { get: ({ state }) => KINDS[state.kind].type },
  },
  links: {
    CellValue: cellValueLink,
    CellValueOrNullObject: cellValueOrNull,
    ColorScale: colorScaleLink,
    ColorScaleOrNullObject: colorScaleOrNull,
    Custom: customLink,
    CustomOrNullObject: customOrNull,
    DataBar: dataBarLink,
    DataBarOrNullObject: dataBarOrNull,
  },
  methods: {
    Delete(self, _args, live) {
      const at = self.sheet.conditionals.indexOf(self.state);
      if (at < 0) throw itemNotFound("conditional format", self.state.id);
      self.sheet.conditionals.splice(at, 1);
      changed(self, live);
    },
    GetRange: (self, _args, live) => range(live, areaOf(self)),
    GetRangeOrNullObject: (self, _args, live) =>
      parseAddress(self.state.range) ? range(live, areaOf(self)) : null,
  },
});

/** The rules that touch the area, the first in force first. */
function listed({ sheet, ...area }: Area): FormatRef[] {
  const touching = sheet.conditionals.filter(({ range: address }) => {
    const rectangle = parseAddress(address);
    return rectangle && intersection(rectangle, area);
  });
  return touching.sort((a, b) => a.priority - b.priority).map((state) => ({ sheet, state }));
}

export const conditionalFormats: ObjectMaker<Area> = defineClass<Area>("ConditionalFormatCollection", {
  items: (self, live) => listed(self).map((each) => conditionalFormat(live, each)),
  item(self, args, live) {
    const id = args.text(0, "id");
    return conditionalFormat(
      live,
      required(
        listed(self).find(({ state }) => state.id === id),
        "conditional format",
        id,
      ),
    );
  },
  methods: {
    Add(self, args, live) {
      allowFormatting(live, self);
      const kind = (Object.keys(KINDS) as Kind[]).find((each) => KINDS[each].type === args.raw(0));
      if (!kind)
        throw invalidArgument(
          "type",
          `one of ${Object.values(KINDS)
            .map(({ type }) => type)
            .join(", ")} (others are not part of the host)`,
        );
      // A new rule comes first; the others move down.
      for (const each of self.sheet.conditionals) each.priority++;
      const state = {
        id: newSheetId(),
        range: formatAddress(self),
        kind,
        priority: 0,
        ...structuredClone(KINDS[kind].fresh),
      } as ConditionalState;
      self.sheet.conditionals.push(state);
      live.notePart(self.sheet, "conditionals");
      return conditionalFormat(live, { sheet: self.sheet, state });
    },
    ClearAll(self, _args, live) {
      allowFormatting(live, self);
      const gone = new Set(listed(self).map(({ state }) => state));
      self.sheet.conditionals = self.sheet.conditionals.filter((state) => !gone.has(state));
      live.notePart(self.sheet, "conditionals");
    },
    GetCount: (self) => listed(self).length,
    GetItemAt: (self, args, live) =>
      conditionalFormat(
        live,
        required(listed(self)[args.integer(0, "index")], "conditional format", args.raw(0)),
      ),
    GetItemOrNullObject(self, args, live) {
      const found = listed(self).find(({ state }) => state.id === args.text(0, "id"));
      return found ? conditionalFormat(live, found) : null;
    },
  },
});
