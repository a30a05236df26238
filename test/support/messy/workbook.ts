import type { Grid } from "../../../src/records/grid";
import type { ProblemCode } from "../../../src/records/problems/problemKinds";
import type { Lang } from "../../../src/words";

export interface Defect {
  /** Any one of these says it well enough. */
  readonly codes: readonly ProblemCode[];
  readonly sheet: string;
  readonly cell: string;
}

/** A workbook as somebody might send it, with the truth about it. */
export interface MessyWorkbook<Truth> {
  readonly name: string;
  readonly lang: Lang;
  readonly grids: readonly Grid[];
  readonly truth: Truth;
  /** Everything wrong in it; empty in a clean one. */
  readonly defects: readonly Defect[];
}

/** What the columns of each sheet hold: sheet → field → column letters. */
export type ColumnTruth = Readonly<Record<string, Readonly<Record<string, string>>>>;
