import { columnName } from "../../formula/references";
import { say, type Lang } from "../../words";
import type { FormatSpec, ValidationSpec } from "../spec";
import type { PayField } from "./summaryFields";
import type { PayLayout } from "./summaryLayout";
import { PAY_SHEET_WORDS as W } from "./words";

/** The styles of the pay summary. @param rows how many rows the sheet has in all */
export function summaryFormats(fields: readonly PayField[], layout: PayLayout, rows: number): FormatSpec[] {
  const { headerRow, firstRow, lastRow, totalRow } = layout;
  const last = columnName(fields.length - 1);
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: "A3:C3", style: "subtitle" },
    { range: `A${headerRow - 1}:${last}${headerRow - 1}`, style: "group" },
    { range: `A${headerRow}:${last}${headerRow}`, style: "header" },
  ];
  fields.forEach(({ style }, i) => {
    if ([style].flat().includes("number"))
      formats.push({ range: `${columnName(i)}${headerRow}`, style: "alignRight" });
    if ([style].flat().includes("indent1"))
      formats.push({ range: `${columnName(i)}${headerRow}`, style: "indent1" });
  });
  formats.push({ range: `A${totalRow + 1}:${last}${rows}`, style: "body" });
  if (lastRow >= firstRow) {
    formats.push({ range: `A${firstRow}:${last}${lastRow}`, style: ["body", "row"] });
    if (totalRow - 1 > lastRow)
      formats.push({ range: `A${lastRow + 1}:${last}${totalRow - 1}`, style: ["body", "subtotal"] });
    formats.push({ range: `A${totalRow}:${last}${totalRow}`, style: ["body", "total"] });
    fields.forEach(({ style, numberFormat, summed }, i) => {
      const range = `${columnName(i)}${firstRow}:${columnName(i)}${summed ? totalRow : lastRow}`;
      formats.push({ range, style, ...(numberFormat !== undefined && { numberFormat }) });
    });
  }
  fields.forEach(({ roundedFrom }, i) => {
    if (roundedFrom === undefined) return;
    const range = `${columnName(i)}${totalRow + 1}`;
    formats.push({ range, style: "number", numberFormat: "+#,##0.00;-#,##0.00;0.00" });
  });
  for (const { letter, from, to } of typedCells(fields, layout))
    formats.push({ range: `${letter}${from}:${letter}${to}`, style: "input" });
  return formats;
}

/** Typed inputs take numbers only, and say that nothing is better than a zero that is not one. */
export function summaryValidations(
  fields: readonly PayField[],
  layout: PayLayout,
  lang: Lang,
): ValidationSpec[] {
  return typedCells(fields, layout).flatMap(
    ({ letter, from, to, input: { name, format } }): ValidationSpec[] =>
      format === "word"
        ? []
        : [
            {
              range: `${letter}${from}:${letter}${to}`,
              rule: { kind: "decimal" },
              prompt: { title: name, message: say(W.inputPrompt, lang, { name }) },
              error: { title: name, message: W.numberError[lang] },
            },
          ],
  );
}

interface Typed {
  readonly letter: string;
  readonly from: number;
  readonly to: number;
  readonly input: NonNullable<PayField["input"]>;
}

/** Runs of cells in which people type: those without a formula. */
function typedCells(fields: readonly PayField[], { firstRow, lastRow }: PayLayout): Typed[] {
  return fields.flatMap(({ input, cell }, i): Typed[] => {
    if (!input) return [];
    const runs: { from: number; to: number }[] = [];
    for (let row = firstRow; row <= lastRow; row += 1) {
      const value = cell(row, row - firstRow);
      if (typeof value === "object" && value !== null) continue;
      const run = runs.at(-1);
      if (run && run.to === row - 1) run.to = row;
      else runs.push({ from: row, to: row });
    }
    return runs.map((run) => ({ letter: columnName(i), ...run, input }));
  });
}
