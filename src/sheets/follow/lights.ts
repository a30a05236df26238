import type { ConditionalSpec } from "../spec";

/** ● reached, ▲ within the tolerance, ▼ behind, nothing where there is no attainment. */
export function lightOf(attainment: string, tolerance: string, lowerIsBetter = false): string {
  const reached = `ROUND(${lowerIsBetter ? `2-${attainment}` : attainment},9)`;
  return `IF(ISNUMBER(${attainment}),IF(${reached}>=1,"●",IF(${reached}>=ROUND(1-${tolerance},9),"▲","▼")),"")`;
}

/** Colours beside the signs; `first` is the range's top left cell, free to move with it. */
export function lightColours(range: string, first: string): ConditionalSpec[] {
  const signs = [
    ["●", "good"],
    ["▲", "warn"],
    ["▼", "bad"],
  ] as const;
  return signs.map(([sign, style]) => ({ kind: "formula", range, formula: `=${first}="${sign}"`, style }));
}
