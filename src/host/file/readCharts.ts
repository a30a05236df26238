import type { ChartState, HostSheet } from "../workbook";
import type { Package } from "./package";
import type { Element } from "./xml";

export function readCharts(_file: Package, _part: string, _worksheet: Element, _sheet: HostSheet, _theme: readonly string[]): ChartState[] {
  return [];
}
