import { printFormula } from "../../formula/print";
import { quoteSheet } from "../../formula/references";
import type { CompiledScheme } from "../../scoring/compiled";
import { NAMES } from "../../scoring/names";
import type { ScorecardLayout } from "../evaluation/scorecardLayout";

/** A scorecard in the same workbook, with its scheme's cells. */
export interface ScoreSource {
  readonly layout: ScorecardLayout;
  readonly references: ReadonlyMap<string, string>;
  readonly compiled: Pick<CompiledScheme, "missed">;
}

/**
 * Where a pay plan finds what it takes from a person's line: the cell `'Scorecard'!$N$6`, or for `missed`, which has no
 * column, the count over the line's points.
 *
 * @param row place on the scorecard, the first is 0
 * @returns null when the scorecard has no such column
 */
export function scoreSource(
  { layout, references, compiled }: ScoreSource,
  from: string,
  row: number,
): string | null {
  const cell = (name: string): string | undefined => {
    const letter = layout.columns.get(name);
    return letter && `${quoteSheet(layout.sheet)}!$${letter}$${layout.firstRow + row}`;
  };
  if (from !== NAMES.missed) return cell(from) ?? null;
  return printFormula(compiled.missed.expr, (name) => references.get(name) ?? cell(name) ?? "0");
}
