import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseRange } from "../../../src/formula/references";
import { createWorkbook, emptySheet, internStyle } from "../../../src/host/book/emptyWorkbook";
import type {
  Cell,
  CellStyle,
  ChartState,
  HostSheet,
  HostWorkbook,
  Scalar,
} from "../../../src/host/book/workbook";

/** A workbook with one sheet, and that sheet. */
export function oneSheet(name = "Plan"): { workbook: HostWorkbook; sheet: HostSheet } {
  const workbook = createWorkbook("test.xlsx", name);
  return { workbook, sheet: sheetAt(workbook, 0) };
}

export function sheetAt(workbook: HostWorkbook, index: number): HostSheet {
  const sheet = workbook.sheets[index];
  if (!sheet) throw new Error(`There is no sheet ${index}`);
  return sheet;
}

export function addSheet(workbook: HostWorkbook, name: string): HostSheet {
  const sheet = emptySheet(name);
  workbook.sheets.push(sheet);
  return sheet;
}

export interface Put {
  readonly formula?: string;
  readonly style?: CellStyle;
}

/** Sets a cell the way the host does: noting the change. */
export function put(
  workbook: HostWorkbook,
  sheet: HostSheet,
  address: string,
  value: Scalar,
  { formula, style }: Put = {},
): void {
  const { top, left } = parseRange(address);
  const line = sheet.cells.get(top) ?? new Map<number, Cell>();
  sheet.cells.set(top, line);
  const kept = line.get(left)?.style ?? 0;
  line.set(left, {
    value,
    style: style ? internStyle(workbook, style) : kept,
    ...(formula === undefined ? {} : { formula }),
  });
  sheet.changed.cells.add(`${top},${left}`);
}

export function get(sheet: HostSheet | undefined, address: string): Cell | undefined {
  const { top, left } = parseRange(address);
  return sheet?.cells.get(top)?.get(left);
}

export function chart(chartType: string, rest: Partial<ChartState> = {}): ChartState {
  return {
    id: crypto.randomUUID(),
    name: chartType,
    chartType,
    left: 0,
    top: 0,
    width: 360,
    height: 200,
    series: [],
    categoryAxis: {},
    valueAxis: {},
    ...rest,
  };
}

/** The parts of a file as text. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data, true)]));
}

export function part(bytes: Uint8Array, path: string): string {
  const data = unzipSync(bytes)[path];
  if (!data) throw new Error(`There is no part ${path}`);
  return strFromU8(data);
}

/** The file with parts replaced or added. */
export function withParts(
  bytes: Uint8Array,
  parts: Readonly<Record<string, string | Uint8Array>>,
): Uint8Array {
  const files = unzipSync(bytes);
  for (const [path, content] of Object.entries(parts))
    files[path] = typeof content === "string" ? strToU8(content) : new Uint8Array(content);
  return zipSync(files);
}
