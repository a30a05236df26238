import type { ConditionalSpec, SheetSpec } from "../../sheets/spec";
import type { Look } from "../../sheets/palette";
import { step, type Step, type Target } from "./target";

type Kind = ConditionalSpec["kind"];
type Writers = {
  readonly [K in Kind]: (target: Target, spec: Extract<ConditionalSpec, { kind: K }>, look: Look) => void;
};

const WRITERS: Writers = {
  formula: ({ sheet, translate }, { range, formula, style }, { styles }) => {
    const { custom } = sheet.getRange(range).conditionalFormats.add("Custom");
    custom.rule.formula = translate(formula);
    const { color, fill, bold } = { color: undefined, fill: undefined, bold: undefined, ...styles[style] };
    if (color !== undefined) custom.format.font.color = color;
    if (fill !== undefined) custom.format.fill.color = fill;
    if (bold !== undefined) custom.format.font.bold = bold;
  },
  // Bars with automatic bounds are drawn differently by every program: bounds are always said.
  dataBar: ({ sheet }, { range, color, min = 0, max }) => {
    const { dataBar } = sheet.getRange(range).conditionalFormats.add("DataBar");
    dataBar.positiveFormat.fillColor = color;
    dataBar.lowerBoundRule = { type: "Number", formula: String(min) };
    dataBar.upperBoundRule =
      max === undefined ? { type: "HighestValue" } : { type: "Number", formula: String(max) };
  },
  colorScale: ({ sheet }, { range, colors }) => {
    const { colorScale } = sheet.getRange(range).conditionalFormats.add("ColorScale");
    const [low, second, third] = colors;
    colorScale.criteria = {
      minimum: { type: "LowestValue", color: low },
      ...(third === undefined ? {} : { midpoint: { type: "Percentile", formula: "50", color: second } }),
      maximum: { type: "HighestValue", color: third ?? second },
    };
  },
};

export function writeConditionals(spec: SheetSpec, look: Look): Step[] {
  return (spec.conditionals ?? []).map((conditional) =>
    step(8, (target) => writeOne(target, conditional, look)),
  );
}

function writeOne<K extends Kind>(
  target: Target,
  spec: Extract<ConditionalSpec, { kind: K }>,
  look: Look,
): void {
  const write = WRITERS[spec.kind] as (
    target: Target,
    spec: Extract<ConditionalSpec, { kind: K }>,
    look: Look,
  ) => void;
  write(target, spec, look);
}
