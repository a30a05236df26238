import { transposeGrid, type Cell } from "../grid";
import { MEASURE_FIELDS } from "../fields/measureFields";
import { readPeriod } from "../periods";
import type { TableRegion } from "../tables/region";
import { findTables } from "../tables/tables";

const NAME = /^(?:[\u4e00-\u9fff]{2,4}|[A-Z][\p{L}'’.-]+(?: [A-Z][\p{L}'’.-]*){1,3})$/u;

/** The table turned when its people stand across: three or more headers are names, and the first column's values are none. */
export function peopleDown(region: TableRegion): TableRegion {
  const { grid, columns, header } = region;
  const [label, ...others] = columns;
  if (!header || !label || others.length < 2) return region;
  const labels = region.rows.map((row) => String(grid.values[row]?.[label.column] ?? ""));
  const asHeader = (text: string) =>
    readPeriod(text) !== undefined ||
    MEASURE_FIELDS.some((field) => field.words.some((word) => word === text.trim().toLowerCase()));
  const names = others.filter(({ parts }) => parts.some((part) => NAME.test(part) && !asHeader(part)));
  const acrossLikely =
    names.length >= Math.max(2, others.length * 0.6) &&
    labels.filter(asHeader).length >= labels.length * 0.6 &&
    labels.length >= 2;
  if (!acrossLikely) return region;
  const last = Math.max(...region.rows, ...region.aside.map(({ row }) => row));
  const lastColumn = columns[columns.length - 1]?.column ?? label.column;
  const cut = <T>(rows: readonly (readonly T[])[]) =>
    rows.slice(header.to, last + 1).map((row) => row.slice(label.column, lastColumn + 1));
  const turned = transposeGrid({
    sheet: grid.sheet,
    top: grid.top + header.to,
    left: grid.left + label.column,
    values: cut<Cell>(grid.values),
    ...(grid.numberFormats ? { numberFormats: cut(grid.numberFormats) } : {}),
  });
  const first = turned.values[0];
  // The corner says what runs down; for the turned table the people do.
  const named = first
    ? { ...turned, values: [["姓名", ...first.slice(1)], ...turned.values.slice(1)] }
    : turned;
  const [found] = findTables(named);
  return found ? { ...found, titles: region.titles } : region;
}
