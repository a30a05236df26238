import { ApiError, invalidArgument } from "../apiError";
import { LAST_COLUMN, LAST_ROW } from "../../formula/references";
import { area, bounding, cellCount, intersection, parseAddress, type Area } from "./area";
import { usedArea } from "./cells";

/** As many rows and columns from the same first cell. */
export const sized = (self: Area, rows: number, columns: number): Area =>
  area(self.sheet, self.top, self.left, self.top + rows - 1, self.left + columns - 1);

/** The other range, which must be on the same sheet. */
export const within = (self: Area, other: Area): Area => {
  if (self.sheet !== other.sheet)
    throw new ApiError("InvalidArgument", "Both ranges must be on the same sheet.");
  return other;
};

/** A positive count takes rows or columns after the range, a negative one before it. */
export function adjacent(self: Area, axis: "rows" | "columns", count: number): Area {
  if (count === 0) throw invalidArgument("count", "a number other than 0");
  const [from, to] = axis === "rows" ? [self.top, self.bottom] : [self.left, self.right];
  const [first, last] = count > 0 ? [to + 1, to + count] : [from + count, from - 1];
  return axis === "rows"
    ? area(self.sheet, first, self.left, last, self.right)
    : area(self.sheet, self.top, first, self.bottom, last);
}

/** Excel answers for so many merged areas at most. */
const MOST_MERGED = 512;

/** Merged areas that the range touches. */
export function mergedIn(self: Area): Area[] {
  const found = self.sheet.merges.flatMap((reference): Area[] => {
    const rectangle = parseAddress(reference);
    return rectangle && intersection(rectangle, self) ? [{ sheet: self.sheet, ...rectangle }] : [];
  });
  if (found.length > MOST_MERGED) throw new ApiError("GeneralException", "There are too many merged areas.");
  return found;
}

/** Grows the range until it is bounded by blank rows and columns (Ctrl+A). */
export function surrounding(self: Area): Area {
  let region = self;
  for (;;) {
    const halo: Area = {
      sheet: self.sheet,
      top: Math.max(0, region.top - 1),
      left: Math.max(0, region.left - 1),
      bottom: Math.min(LAST_ROW, region.bottom + 1),
      right: Math.min(LAST_COLUMN, region.right + 1),
    };
    const filled = usedArea(self.sheet, true, halo);
    const grown = filled ? { sheet: self.sheet, ...bounding(region, filled) } : region;
    if (cellCount(grown) === cellCount(region)) return region;
    region = grown;
  }
}

/** Every cell with a formula, each as an area of its own. */
export function formulaCells(self: Area): Area[] {
  const { sheet, top: first, bottom: last } = self;
  return [...sheet.cells].flatMap(([row, cells]) =>
    row < first || row > last
      ? []
      : [...cells].flatMap(([column, { formula }]) =>
          formula !== undefined && column >= self.left && column <= self.right
            ? [area(sheet, row, column, row, column)]
            : [],
        ),
  );
}
