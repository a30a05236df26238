import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import type { BlockSpec, ChartSpec, FormatSpec, SpecCell } from "../spec";
import { quoted } from "../rows";
import { COLORS } from "../style";

/** One column of a waterfall: a level that stands on the ground, or a change from the level before. */
export interface WaterfallStep {
  readonly label: string;
  readonly kind: "level" | "change";
  /** A formula without `=`, or a reference. */
  readonly amount: string;
}

export interface WaterfallOptions {
  readonly id: string;
  readonly title: string;
  readonly sheet: string;
  /** Cell of the first label, from 0. */
  readonly row: number;
  readonly column: number;
  readonly steps: readonly WaterfallStep[];
  readonly from: string;
  readonly to: string;
  readonly numberFormat: string;
  /** Cuts the bars at their foot, so that small changes of a large level can be seen. Say so in the title. */
  readonly cut?: boolean;
  /** Headers of the table the chart is drawn from: what, amount, level after. */
  readonly headers: readonly [string, string, string];
}

export interface Waterfall {
  readonly block: BlockSpec;
  readonly formats: readonly FormatSpec[];
  readonly chart: ChartSpec;
  /** Last row and column of the table, from 0. */
  readonly bottom: number;
  readonly right: number;
}

/**
 * Columns of the table after label and amount. `axis` is the label with its amount below it, as the chart's axis shows
 * it: labels inside thin bars cannot be read.
 */
const PARTS = ["level", "axis", "ground", "whole", "up", "down", "upBelow", "downBelow"] as const;
type Part = (typeof PARTS)[number];

/**
 * A waterfall as a stacked column: an invisible part lifts each change to where the level before stood. Levels may
 * cross zero: what lies below it is stacked downwards. The table stays live, so a changed figure moves the bars.
 */
export function waterfall(options: WaterfallOptions): Waterfall {
  const { row, column, steps, sheet } = options;
  const first = row + 1;
  const levelFormat = options.numberFormat;
  const signedFormat = `+${levelFormat};-${levelFormat};0`;
  const last = row + steps.length;
  const at = (line: number, part: "amount" | Part): string =>
    cellRef(line, part === "amount" ? column + 1 : column + 2 + PARTS.indexOf(part));
  const levels = rangeRef(first, column + 2, last, column + 2, ABSOLUTE);
  const base = cellRef(row, column + 2 + PARTS.indexOf("ground"), ABSOLUTE);
  const foot: SpecCell = options.cut
    ? {
        formula: `=IF(MAX(${levels})=MIN(${levels}),0,MAX(0,MIN(${levels})-1.5*(MAX(${levels})-MIN(${levels}))))`,
      }
    : null;
  const line = (step: WaterfallStep, index: number): SpecCell[] => {
    const here = first + index;
    const before = step.kind === "level" ? "0" : at(here - 1, "level");
    const level = at(here, "level");
    const amount = at(here, "amount");
    const foot = (cell: string) => (options.cut && cell !== "0" ? `(${cell}-${base})` : cell);
    const low = `MIN(${foot(before)},${foot(level)})`;
    const high = `MAX(${foot(before)},${foot(level)})`;
    const above = `MAX(0,${high})-MAX(0,${low})`;
    const below = `MIN(0,${low})-MIN(0,${high})`;
    const when = (condition: string, part: string) =>
      step.kind === "level" ? "0" : `IF(N(${amount})${condition}0,${part},0)`;
    const parts: Record<Part, string> = {
      level: step.kind === "level" ? `N(${amount})` : `${before}+N(${amount})`,
      axis: `${quoted(step.label)}&IF(${amount}="","",CHAR(10)&TEXT(N(${amount}),"${step.kind === "level" ? levelFormat : signedFormat}"))`,
      ground: step.kind === "level" ? "0" : `IF(${low}>0,${low},MIN(0,${high}))`,
      whole: step.kind === "level" ? foot(level) : "0",
      up: when(">", above),
      down: when("<", above),
      upBelow: when(">", below),
      downBelow: when("<", below),
    };
    return [
      step.label,
      { formula: `=${step.amount}` },
      ...PARTS.map((part): SpecCell => ({ formula: `=${parts[part]}` })),
    ];
  };
  const values = (part: Part): string => {
    const c = column + 2 + PARTS.indexOf(part);
    return rangeRef(first, c, last, c, { ...ABSOLUTE, sheet });
  };
  const right = column + 1 + PARTS.length;
  return {
    bottom: last,
    right,
    block: {
      at: cellRef(row, column),
      cells: [
        [...options.headers, ...PARTS.slice(1).map((part) => (part === "ground" ? foot : null))],
        ...steps.map(line),
      ],
    },
    formats: [
      {
        range: rangeRef(row, column, row, right),
        style: ["note", "alignRight"],
        numberFormat: options.numberFormat,
      },
      { range: rangeRef(first, column, last, column), style: ["note", "alignLeft"] },
      {
        range: rangeRef(first, column + 1, last, right),
        style: ["note", "alignRight"],
        numberFormat: options.numberFormat,
      },
    ],
    chart: {
      id: options.id,
      kind: "columnStacked",
      title: options.title,
      from: options.from,
      to: options.to,
      categories: values("axis"),
      series: [
        { name: " ", values: values("ground"), color: "none" },
        {
          name: "Σ",
          values: values("whole"),
          color: COLORS.accent,
          pointColors: steps.map((_, i) => (i === 0 ? COLORS.target : COLORS.accent)),
        },
        { name: "+", values: values("up"), color: COLORS.good },
        { name: "−", values: values("down"), color: COLORS.bad },
        { name: "+ ", values: values("upBelow"), color: COLORS.good },
        { name: "− ", values: values("downBelow"), color: COLORS.bad },
      ],
      valueAxis: { hidden: true },
      legend: "none",
      gapWidth: 40,
    },
  };
}
