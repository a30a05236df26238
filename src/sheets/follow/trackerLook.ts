import { cellRef, rangeRef } from "../../formula/references";
import type { ConditionalSpec, FormatSpec } from "../spec";
import type { StyleName } from "../style";
import { CHART_LINES } from "./trackerCharts";
import {
  CENTRED,
  CHANGES,
  COLUMNS,
  DAYS,
  FIRST,
  FIRST_MONTH,
  HEADER,
  NUMBERS,
  PERCENTS,
  SETTING_AT,
  SETTINGS,
  type ColumnId,
  type TrackerGrid,
} from "./trackerLayout";

/**
 * How the tracker looks.
 *
 * @param summed the actuals come from a ledger: they are formulas, and days stand above the months
 */
export function trackerFormats(
  { nodes, rowOf, last, lastMonth, inputs }: TrackerGrid,
  summed: boolean,
): FormatSpec[] {
  const column = (id: ColumnId) => COLUMNS.indexOf(id);
  const down = (id: ColumnId) => rangeRef(FIRST, column(id), last, column(id));
  const setting = (at: number, numberFormat: string, style: readonly StyleName[]): FormatSpec => ({
    range: cellRef(SETTINGS, at),
    style,
    numberFormat,
  });
  const lastLine = last + 2 + CHART_LINES.length;
  return [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: rangeRef(SETTINGS - 1, 0, SETTINGS - 1, SETTING_AT.year), style: "kpiLabel" },
    setting(SETTING_AT.asOf, "0", ["section", "input", "alignLeft"]),
    setting(SETTING_AT.tolerance, "0%", ["section", "input", "alignLeft"]),
    setting(SETTING_AT.margin, "0%", ["section", "input", "alignLeft"]),
    setting(SETTING_AT.method, "@", ["section", "input", "alignLeft"]),
    setting(SETTING_AT.carry, "@", ["section", "input", "alignLeft"]),
    // The chosen words are longer than their columns; the cells beside them are part of the field.
    ...[SETTING_AT.method + 1, SETTING_AT.carry + 1].map((at): FormatSpec => ({
      range: cellRef(SETTINGS, at),
      style: "inputSpill",
    })),
    setting(SETTING_AT.time, "0%", ["section", "alignLeft"]),
    setting(SETTING_AT.year, "0.0%", ["section", "alignLeft"]),
    ...(summed
      ? [
          {
            range: rangeRef(DAYS, FIRST_MONTH, DAYS + 1, lastMonth),
            style: ["note", "alignRight"] as const,
            numberFormat: "yyyy-mm-dd",
          },
        ]
      : []),
    { range: rangeRef(NUMBERS, FIRST_MONTH, NUMBERS, lastMonth), style: ["note", "alignRight"] },
    { range: rangeRef(HEADER, 0, HEADER, lastMonth), style: "header" },
    { range: rangeRef(HEADER, 1, HEADER, lastMonth), style: "alignRight" },
    ...CENTRED.map((id): FormatSpec => ({
      range: rangeRef(HEADER, column(id), last, column(id)),
      style: "alignCenter",
    })),
    { range: rangeRef(FIRST, 0, last, lastMonth), style: ["body", "row"] },
    { range: rangeRef(FIRST, 2, last, lastMonth), style: "number", numberFormat: "#,##0" },
    ...PERCENTS.map((id): FormatSpec => ({ range: down(id), style: "number", numberFormat: "0.0%" })),
    ...CHANGES.map((id): FormatSpec => ({
      range: down(id),
      style: "number",
      numberFormat: "+0.0%;-0.0%;0.0%",
    })),
    { range: down("rank"), style: "number", numberFormat: "0" },
    { range: down("level"), style: ["note", "alignRight"], numberFormat: "0" },
    ...CENTRED.map((id): FormatSpec => ({ range: down(id), style: "alignCenter" })),
    ...(summed ? [] : inputs).map((range): FormatSpec => ({ range, style: "input" })),
    ...nodes.flatMap(({ id, level, children }): FormatSpec[] => {
      const row = rowOf.get(id) ?? FIRST;
      const indent: readonly StyleName[] = level === 2 ? ["indent1"] : level > 2 ? ["indent2"] : [];
      return [
        ...(children.length > 0
          ? [
              {
                range: rangeRef(row, 0, row, lastMonth),
                style: level === 0 ? ("total" as const) : ("subtotal" as const),
              },
            ]
          : []),
        ...(indent.length > 0 ? [{ range: cellRef(row, 0), style: indent }] : []),
      ];
    }),
    { range: cellRef(last + 2, FIRST_MONTH), style: "section" },
    { range: rangeRef(last + 3, lastMonth + 1, lastLine, lastMonth + 1), style: "kpiLabel" },
    {
      range: rangeRef(last + 3, FIRST_MONTH, lastLine, lastMonth),
      style: ["note", "alignRight"],
      numberFormat: "#,##0",
    },
    {
      range: rangeRef(lastLine, FIRST_MONTH, lastLine, lastMonth),
      style: ["note", "alignRight"],
      numberFormat: "0.0%",
    },
  ];
}

/** Lights, gaps and warnings in colour, beside their signs. */
export function trackerConditionals({ last }: TrackerGrid, lowerIsBetter: boolean): ConditionalSpec[] {
  const light = COLUMNS.indexOf("light");
  const range = rangeRef(FIRST, light, last, light);
  const top = `$${cellRef(FIRST, light)}`;
  const gap = rangeRef(FIRST, COLUMNS.indexOf("gap"), last, COLUMNS.indexOf("gap"));
  const warning = rangeRef(FIRST, COLUMNS.indexOf("warning"), last, COLUMNS.indexOf("warning"));
  return [
    { kind: "formula", range, formula: `=${top}="●"`, style: "good" },
    { kind: "formula", range, formula: `=${top}="▲"`, style: "warn" },
    { kind: "formula", range, formula: `=${top}="▼"`, style: "bad" },
    {
      kind: "formula",
      range: gap,
      formula: `=N($${cellRef(FIRST, COLUMNS.indexOf("gap"))})${lowerIsBetter ? ">" : "<"}0`,
      style: "bad",
    },
    {
      kind: "formula",
      range: warning,
      formula: `=$${cellRef(FIRST, COLUMNS.indexOf("warning"))}<>""`,
      style: "badFill",
    },
  ];
}
