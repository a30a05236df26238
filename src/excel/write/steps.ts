import type { Look } from "../../sheets/palette";
import type { SheetSpec } from "../../sheets/spec";
import { writeBlocks } from "./blocks";
import { writeCharts } from "./charts";
import { writeConditionals } from "./conditionals";
import { writeFormats } from "./formats";
import { writeFilter, writeFreeze, writeLines, writeView } from "./lines";
import { writePrint, writeProtection } from "./print";
import type { Step } from "./target";
import { writeValidations } from "./validations";

export type Writer = (spec: SheetSpec, look: Look) => Step[];

/**
 * What becomes of each part of a sheet spec. All sheets go through a phase before any goes through the next, so that
 * formulas and charts find the cells they refer to on other sheets.
 */
export const PHASES: readonly (readonly Writer[])[] = [
  [writeBlocks],
  [
    writeFormats,
    writeLines,
    writeView,
    writeConditionals,
    writeValidations,
    writeFilter,
    writeFreeze,
    writePrint,
  ],
  [writeCharts, writeProtection],
];
