import type { Phrase } from "../../words";
import { isErrorValue, isPlaceholder } from "../clean/number";
import { addressOf, isBlank, rangeOf } from "../grid";
import { problem, type Problem } from "../problems/problems";
import type { FieldMatch } from "./recognise";
import { cellAt, type TableRegion } from "../tables/region";

/** A column being read: where it is, what it means, and where its problems go. */
export interface ColumnSource {
  readonly region: TableRegion;
  readonly match: FieldMatch;
  readonly label: Phrase;
  readonly problems: Problem[];
  /** Counts and days, not money: a unit stated above the table (单位：万元) does not apply. */
  readonly counts?: boolean;
}

/** One entry per record of the region; undefined where there is no value. */
export type Values<T> = (T | undefined)[];

/** Reports a cell of the column. */
export function report(
  { region, match, label, problems }: ColumnSource,
  code: Problem["code"],
  row: number,
  found: unknown,
  params: Problem["params"] = {},
): void {
  problems.push(
    problem(code, region.grid.sheet, addressOf(region.grid, row, match.column), String(found ?? ""), {
      field: label,
      ...params,
    }),
  );
}

/** The value of a cell that holds one: not blank, no placeholder for nothing, no error (which is reported). */
export function valueOf(source: ColumnSource, row: number): string | number | boolean | undefined {
  const cell = cellAt(source.region, row, source.match.column);
  if (isBlank(cell) || cell === null) return undefined;
  if (typeof cell !== "string") return cell;
  if (isPlaceholder(cell)) return undefined;
  if (isErrorValue(cell)) {
    report(source, "error-value", row, cell);
    return undefined;
  }
  return cell;
}

/** Reports something that is true of the column from its first record to its last. */
export function reportWholeColumn(
  { region, match, label, problems }: ColumnSource,
  code: Problem["code"],
  params: Problem["params"],
): void {
  const first = region.rows[0];
  const last = region.rows[region.rows.length - 1];
  if (first === undefined || last === undefined) return;
  problems.push(
    problem(
      code,
      region.grid.sheet,
      rangeOf(region.grid, first, match.column, last, match.column),
      match.header,
      { field: label, ...params },
    ),
  );
}
