import { area, columnCount, fullAddress, rowCount, type Area } from "./area";
import type { Live } from "./live";
import type { SeriesState } from "./workbook";

const reference = (of: Area): string => fullAddress(of, true);

/**
 * The series Excel finds in a range: one a column (or row), the first text column as categories and the first text
 * row as names, when there are such.
 *
 * @param seriesBy `Auto` takes the longer side as the points of a series.
 */
export function seriesOf(live: Live, source: Area, seriesBy: string): SeriesState[] {
  const byColumns =
    seriesBy === "Columns" || (seriesBy !== "Rows" && rowCount(source) >= columnCount(source));
  const { sheet, top, left, bottom, right } = source;
  const isText = (row: number, column: number): boolean => {
    const cell = live.cell(sheet, row, column);
    return cell === undefined || cell.value === null || typeof cell.value === "string";
  };
  const names = Number(rowCount(source) > 1 && isText(top, right));
  const heads = Number(columnCount(source) > 1 && isText(bottom, left));
  const lanes: SeriesState[] = [];
  if (byColumns) {
    const categories = heads ? { categories: reference(area(sheet, top + names, left, bottom, left)) } : {};
    for (let column = left + heads; column <= right; column++) {
      lanes.push({
        ...nameOf(live, source, names, top, column),
        values: reference(area(sheet, top + names, column, bottom, column)),
        ...categories,
      });
    }
  } else {
    const categories = names ? { categories: reference(area(sheet, top, left + heads, top, right)) } : {};
    for (let row = top + names; row <= bottom; row++) {
      lanes.push({
        ...nameOf(live, source, heads, row, left),
        values: reference(area(sheet, row, left + heads, row, right)),
        ...categories,
      });
    }
  }
  return lanes;
}

function nameOf(live: Live, { sheet }: Area, has: number, row: number, column: number): { name?: string } {
  const value = has ? live.cell(sheet, row, column)?.value : undefined;
  return value === undefined || value === null
    ? {}
    : { name: String(typeof value === "object" ? value.error : value) };
}

/** Chart types of the API that are drawn; the newer ones Excel has fail through it. */
export const CHART_TYPES = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "LineStacked",
  "Area",
  "AreaStacked",
  "Pie",
  "Doughnut",
  "Radar",
  "RadarMarkers",
  "RadarFilled",
  "XYScatter",
  "XYScatterLines",
  "XYScatterLinesNoMarkers",
  "XYScatterSmooth",
] as const;
