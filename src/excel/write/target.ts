import type { Sized } from "./chunk";

/** Where a sheet spec is being written to. */
export interface Target {
  readonly sheet: Excel.Worksheet;
  /** Width of a digit of the workbook's body font, in points. */
  readonly digitPoints: number;
  /** A sheet by the name the spec gives it, wherever it is being staged. */
  sheetNamed(name: string): Excel.Worksheet;
  /** A formula or reference of the spec with the names its sheets and defined names have for now. */
  translate(formula: string): string;
}

/** One piece of work of a sheet, small enough for a request. */
export interface Step extends Sized {
  run(target: Target): void;
}

/** What an action on a range takes on the wire with its object paths, as measured: about 250 bytes each, rounded up. */
const ACTION_BYTES = 300;

/** A step of `actions` property settings or calls. */
export function step(actions: number, run: (target: Target) => void): Step {
  return { bytes: actions * ACTION_BYTES, run };
}
