import { ApiError, invalidArgument, notImplemented } from "../apiError";
import {
  area,
  bounding,
  cellCount,
  columnCount,
  contains,
  coversAllColumns,
  coversAllRows,
  fullAddress,
  intersection,
  rowCount,
  type Area,
} from "../book/area";
import { LAST_COLUMN, LAST_ROW } from "../../formula/references";
import { clearContents, clearFormats, readTable, usedArea, writeEntries } from "../book/cells";
import { displayText, plainValue, valueType } from "../book/entry";
import { left, positionOf, top } from "../book/geometry";
import {
  copyRange,
  deleteCells,
  groupLines,
  insertCells,
  mergeCells,
  setHidden,
  unmergeCells,
} from "../book/rangeActions";
import type { Live } from "../book/live";
import { setNumberFormat } from "../book/numberFormats";
import {
  defineClass,
  expectFlag,
  nothing,
  required,
  type Args,
  type HostObject,
  type ObjectMaker,
} from "../client/objects";
import { adjacent, formulaCells, mergedIn, sized, surrounding, within } from "../book/relatedAreas";
import { select } from "../book/selection";
import { conditionalFormats } from "./conditionalFormats";
import { dataValidation } from "./dataValidation";
import { rangeAreas } from "./rangeAreas";
import { rangeFormat } from "./rangeFormat";
import { findArea } from "./resolve";
import { scopedTables } from "./tables";
import { worksheet } from "./worksheet";

const currentValues = (self: Area, live: Live): Area => {
  live.calculate();
  return self;
};

const formulas = (self: Area, live: Live) =>
  readTable(currentValues(self, live), (cell) => cell?.formula ?? plainValue(cell?.value ?? null));

const numberFormats = (self: Area, live: Live) =>
  readTable(self, (_cell, row, column) => live.style(self.sheet, row, column).numberFormat ?? "General");

/** Rows or columns that are all hidden, all shown, or (null) some of each. */
function hidden(self: Area, axis: "rows" | "columns"): boolean | null {
  const [from, to] = axis === "rows" ? [self.top, self.bottom] : [self.left, self.right];
  const lines = self.sheet[axis];
  let count = 0;
  for (const [line, state] of lines) if (line >= from && line <= to && state.hidden) count++;
  return count === 0 ? false : count === to - from + 1 ? true : null;
}

const count = (args: Args): number => args.optionalInteger(0, "count", 1);

function used(self: Area, args: Args): Area | undefined {
  return usedArea(self.sheet, args.flag(0), self);
}

const CLEAR: Readonly<Record<string, (live: Live, self: Area) => void>> = {
  All: (live, self) => {
    clearContents(live, self);
    clearFormats(live, self);
  },
  Contents: clearContents,
  Formats: clearFormats,
  Hyperlinks: nothing,
  RemoveHyperlinks: nothing,
};

const make = (live: Live, made: Area): HostObject => range(live, made);
const orNull = (live: Live, made: Area | undefined): HostObject | null => (made ? range(live, made) : null);

export const range: ObjectMaker<Area> = defineClass<Area>("Range", {
  tracked: true,
  properties: {
    Address: { get: (self) => fullAddress(self) },
    AddressLocal: { get: (self) => fullAddress(self) },
    CellCount: { get: (self) => (cellCount(self) > 2 ** 31 - 1 ? -1 : cellCount(self)) },
    ColumnCount: { get: columnCount },
    ColumnHidden: {
      get: (self) => hidden(self, "columns"),
      set: (self, value, live) => setHidden(live, self, "columns", expectFlag(value, "columnHidden")),
    },
    ColumnIndex: { get: (self) => self.left },
    Formulas: {
      get: formulas,
      set: (self, value, live) => writeEntries(live, self, value, "formulas"),
    },
    FormulasLocal: {
      get: formulas,
      set: (self, value, live) => writeEntries(live, self, value, "formulasLocal"),
    },
    HasSpill: { get: () => false },
    Height: { get: (self) => positionOf(self).height },
    Hidden: { get: (self) => hidden(self, "rows") === true || hidden(self, "columns") === true },
    IsEntireColumn: { get: coversAllRows },
    IsEntireRow: { get: coversAllColumns },
    Left: { get: (self) => left(self.sheet, self.left) },
    NumberFormat: {
      get: numberFormats,
      set: setNumberFormat,
    },
    NumberFormatLocal: {
      get: numberFormats,
      set: setNumberFormat,
    },
    RowCount: { get: rowCount },
    RowHidden: {
      get: (self) => hidden(self, "rows"),
      set: (self, value, live) => setHidden(live, self, "rows", expectFlag(value, "rowHidden")),
    },
    RowIndex: { get: (self) => self.top },
    Style: { get: () => "Normal", set: (self, _value, live) => clearFormats(live, self) },
    Text: {
      get: (self, live) =>
        readTable(currentValues(self, live), (cell, row, column) =>
          displayText(cell?.value ?? null, live.style(self.sheet, row, column).numberFormat),
        ),
    },
    Top: { get: (self) => top(self.sheet, self.top) },
    Values: {
      get: (self, live) => readTable(currentValues(self, live), (cell) => plainValue(cell?.value ?? null)),
      set: (self, value, live) => writeEntries(live, self, value, "values"),
    },
    ValueTypes: {
      get: (self, live) => readTable(currentValues(self, live), (cell) => valueType(cell?.value ?? null)),
    },
    Width: { get: (self) => positionOf(self).width },
  },
  links: {
    ConditionalFormats: (self, live) => conditionalFormats(live, self),
    DataValidation: (self, live) => dataValidation(live, self),
    Format: (self, live) => rangeFormat(live, self),
    Worksheet: (self, live) => worksheet(live, self.sheet),
  },
  methods: {
    _KeepReference: nothing,
    _ValidateArraySize(self, args) {
      if (args.integer(0, "rows") !== rowCount(self) || args.integer(1, "columns") !== columnCount(self)) {
        throw new ApiError(
          "InvalidArgument",
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
        );
      }
    },
    Calculate: (_self, _args, live) => live.calculate(true),
    Clear(self, args, live) {
      const clear = CLEAR[args.optionalText(0, "applyTo") ?? "All"];
      if (!clear) throw invalidArgument("applyTo", "All, Contents or Formats");
      clear(live, self);
    },
    CopyFrom: (self, args, live) =>
      copyRange(
        live,
        self,
        findArea(live, args.raw(0), range, self.sheet),
        args.optionalText(1, "copyType") ?? "All",
        args.flag(2),
        args.flag(3),
      ),
    Delete: (self, args, live) => deleteCells(live, self, args.text(0, "shift")),
    GetAbsoluteResizedRange: (self, args, live) =>
      make(live, sized(self, args.integer(0, "numRows"), args.integer(1, "numColumns"))),
    GetBoundingRect: (self, args, live) =>
      make(live, {
        sheet: self.sheet,
        ...bounding(self, within(self, findArea(live, args.raw(0), range, self.sheet))),
      }),
    GetCell(self, args, live) {
      const [row, column] = [self.top + args.integer(0, "row"), self.left + args.integer(1, "column")];
      return make(live, area(self.sheet, row, column, row, column));
    },
    GetColumn(self, args, live) {
      const column = self.left + args.integer(0, "column");
      if (column < self.left || column > self.right) throw invalidArgument("column", "a column of the range");
      return make(live, area(self.sheet, self.top, column, self.bottom, column));
    },
    GetColumnsAfter: (self, args, live) => make(live, adjacent(self, "columns", count(args))),
    GetColumnsBefore: (self, args, live) => make(live, adjacent(self, "columns", -count(args))),
    GetEntireColumn: (self, _args, live) => make(live, area(self.sheet, 0, self.left, LAST_ROW, self.right)),
    GetEntireRow: (self, _args, live) => make(live, area(self.sheet, self.top, 0, self.bottom, LAST_COLUMN)),
    GetIntersection: (self, args, live) =>
      make(live, required(shared(self, args, live), "common range of", "both ranges")),
    GetIntersectionOrNullObject: (self, args, live) => orNull(live, shared(self, args, live)),
    GetLastCell: (self, _args, live) =>
      make(live, area(self.sheet, self.bottom, self.right, self.bottom, self.right)),
    GetLastColumn: (self, _args, live) =>
      make(live, area(self.sheet, self.top, self.right, self.bottom, self.right)),
    GetLastRow: (self, _args, live) =>
      make(live, area(self.sheet, self.bottom, self.left, self.bottom, self.right)),
    GetMergedAreasOrNullObject(self, _args, live) {
      const [first, ...others] = mergedIn(self);
      return first ? rangeAreas(live, [first, ...others]) : null;
    },
    GetOffsetRange(self, args, live) {
      const [rows, columns] = [args.integer(0, "rowOffset"), args.integer(1, "columnOffset")];
      return make(
        live,
        area(self.sheet, self.top + rows, self.left + columns, self.bottom + rows, self.right + columns),
      );
    },
    GetResizedRange: (self, args, live) =>
      make(
        live,
        sized(
          self,
          rowCount(self) + args.integer(0, "deltaRows"),
          columnCount(self) + args.integer(1, "deltaColumns"),
        ),
      ),
    GetRow(self, args, live) {
      const row = self.top + args.integer(0, "row");
      if (row < self.top || row > self.bottom) throw invalidArgument("row", "a row of the range");
      return make(live, area(self.sheet, row, self.left, row, self.right));
    },
    GetRowProperties(self, args) {
      const wanted = Object.keys(Object(args.raw(0)) as object).find(
        (option) => option.toLowerCase() !== "rowhidden",
      );
      if (wanted !== undefined) throw notImplemented("Range", `getRowProperties with ${wanted}`);
      const rows = Array.from({ length: rowCount(self) }, (_, i) => self.sheet.rows.get(self.top + i));
      return rows.map((row) => ({ rowHidden: row?.hidden ?? false }));
    },
    GetRowsAbove: (self, args, live) => make(live, adjacent(self, "rows", -count(args))),
    GetRowsBelow: (self, args, live) => make(live, adjacent(self, "rows", count(args))),
    GetSpecialCellsOrNullObject(self, args, live) {
      const kind = args.text(0, "cellType");
      if (kind !== "Formulas") throw notImplemented("Range", `getSpecialCells of ${kind}`);
      const [first, ...others] = formulaCells(self);
      return first ? rangeAreas(live, [first, ...others]) : null;
    },
    GetSurroundingRegion: (self, _args, live) => make(live, surrounding(self)),
    GetTables: (self, args, live) =>
      scopedTables(live, {
        sheet: self.sheet,
        within: (each) => (args.has(0) && !args.flag(0) ? !!intersection(self, each) : contains(self, each)),
      }),
    GetUsedRange: (self, args, live) =>
      make(live, used(self, args) ?? area(self.sheet, self.top, self.left, self.top, self.left)),
    GetUsedRangeOrNullObject: (self, args, live) => orNull(live, used(self, args)),
    Group: (self, args, live) => groupLines(live, self, args.text(0, "groupOption"), 1),
    Insert: (self, args, live) => make(live, insertCells(live, self, args.text(0, "shift"))),
    Merge: (self, args, live) => mergeCells(live, self, args.flag(0)),
    Select: (self, _args, live) => select(live, self),
    Ungroup: (self, args, live) => groupLines(live, self, args.text(0, "groupOption"), -1),
    Unmerge: (self, _args, live) => unmergeCells(live, self),
  },
});

function shared(self: Area, args: Args, live: Live): Area | undefined {
  const other = findArea(live, args.raw(0), range, self.sheet);
  const common = self.sheet === other.sheet ? intersection(self, other) : undefined;
  return common && { sheet: self.sheet, ...common };
}
