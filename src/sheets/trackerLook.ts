import { cellRef, rangeRef } from "../formula/references";
import type { ConditionalSpec, FormatSpec } from "./spec";
import type { StyleName } from "./style";
import {
  CENTRED,
  COLUMNS,
  FIRST,
  FIRST_MONTH,
  HEADER,
  NUMBERS,
  PERCENTS,
  SETTINGS,
  type ColumnId,
  type TrackerGrid,
} from "./trackerLayout";

/** How the tracker looks. */
export function trackerFormats({ nodes, rowOf, last, lastMonth, inputs }: TrackerGrid): FormatSpec[] {
  const column = (id: ColumnId) => COLUMNS.indexOf(id);
  const down = (id: ColumnId) => rangeRef(FIRST, column(id), last, column(id));
  const setting = (at: number, numberFormat: string, style: readonly StyleName[]): FormatSpec => ({
    range: cellRef(SETTINGS, at),
    style,
    numberFormat,
  });
  return [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: rangeRef(SETTINGS - 1, 0, SETTINGS - 1, 9), style: "kpiLabel" },
    setting(0, "0", ["section", "input", "alignLeft"]),
    setting(2, "0%", ["section", "input", "alignLeft"]),
    setting(3, "0%", ["section", "input", "alignLeft"]),
    setting(4, "@", ["section", "input", "alignLeft"]),
    setting(6, "0%", ["section", "alignLeft"]),
    setting(9, "0.0%", ["section", "alignLeft"]),
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
    { range: down("rank"), style: "number", numberFormat: "0" },
    { range: down("level"), style: ["note", "alignRight"], numberFormat: "0" },
    ...CENTRED.map((id): FormatSpec => ({ range: down(id), style: "alignCenter" })),
    ...inputs.map((range): FormatSpec => ({ range, style: "input" })),
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
    { range: rangeRef(last + 3, lastMonth + 1, last + 6, lastMonth + 1), style: "kpiLabel" },
    {
      range: rangeRef(last + 3, FIRST_MONTH, last + 6, lastMonth),
      style: ["note", "alignRight"],
      numberFormat: "#,##0",
    },
  ];
}

/** Lights, gaps and warnings in colour, beside their signs. */
export function trackerConditionals({ last }: TrackerGrid): ConditionalSpec[] {
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
      formula: `=N($${cellRef(FIRST, COLUMNS.indexOf("gap"))})<0`,
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
