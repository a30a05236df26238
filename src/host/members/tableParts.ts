import { ApiError, invalidArgument, itemNotFound } from "../apiError";
import { area, columnCount, formatAddress, parseAddress, rowCount, type Area } from "../book/area";
import { noteChanged, readTable, writeEntries, writeEntry } from "../book/cells";
import { plainValue } from "../book/entry";
import type { Live } from "../book/live";
import { defineClass, expectText, type ObjectMaker } from "../client/objects";
import { allowCellWrite } from "../book/protection";
import type { HostSheet, TableState } from "../book/workbook";
import { range } from "./range";

export interface TableRef {
  readonly sheet: HostSheet;
  readonly state: TableState;
}

export function areaOfTable({ sheet, state }: TableRef): Area {
  const rectangle = parseAddress(state.range);
  if (!rectangle || !sheet.tables.includes(state)) throw itemNotFound("table", state.name);
  return { sheet, ...rectangle };
}

export const body = (self: TableRef): Area => {
  const whole = areaOfTable(self);
  const { showHeaders, showTotals } = self.state;
  return area(
    self.sheet,
    whole.top + Number(showHeaders),
    whole.left,
    Math.max(whole.top + Number(showHeaders), whole.bottom - Number(showTotals)),
    whole.right,
  );
};

export function header(self: TableRef): Area {
  if (!self.state.showHeaders)
    throw new ApiError("InvalidOperation", `The table “${self.state.name}” shows no headers.`);
  const whole = areaOfTable(self);
  return { ...whole, bottom: whole.top };
}

export function change(self: TableRef, live: Live, range: Area): void {
  self.state.range = formatAddress(range);
  live.notePart(self.sheet, "tables");
}

interface ColumnRef {
  readonly of: TableRef;
  readonly index: number;
}

function columnName(live: Live, { of, index }: ColumnRef): string {
  const { sheet, top, left } = areaOfTable(of);
  return String(plainValue(live.cell(sheet, top, left + index)?.value ?? null));
}

const lane = (whole: Area, index: number): Area => ({
  ...whole,
  left: whole.left + index,
  right: whole.left + index,
});

const tableColumn: ObjectMaker<ColumnRef> = defineClass<ColumnRef>("TableColumn", {
  key: { name: "Id", of: ({ index }) => String(index + 1) },
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: (self, live) => columnName(live, self),
      set: (self, value, live) =>
        writeEntry(
          live,
          self.of.sheet,
          areaOfTable(self.of).top,
          areaOfTable(self.of).left + self.index,
          `'${expectText(value, "name")}`,
        ),
    },
    Values: {
      get: ({ of, index }) =>
        readTable(lane(areaOfTable(of), index), (cell) => plainValue(cell?.value ?? null)),
    },
  },
  methods: {
    GetDataBodyRange: ({ of, index }, _args, live) => range(live, lane(body(of), index)),
    GetHeaderRowRange: ({ of, index }, _args, live) => range(live, lane(header(of), index)),
    GetRange: ({ of, index }, _args, live) => range(live, lane(areaOfTable(of), index)),
  },
});

const columnIndex = (self: TableRef, key: unknown, live: Live): number => {
  const width = columnCount(areaOfTable(self));
  for (let index = 0; index < width; index++) {
    if (
      key === index + 1 ||
      columnName(live, { of: self, index }).toLowerCase() === String(key).toLowerCase()
    )
      return index;
  }
  return -1;
};

export const tableColumns: ObjectMaker<TableRef> = defineClass<TableRef>("TableColumnCollection", {
  properties: { Count: { get: (self) => columnCount(areaOfTable(self)) } },
  items: (self, live) =>
    Array.from({ length: columnCount(areaOfTable(self)) }, (_, index) =>
      tableColumn(live, { of: self, index }),
    ),
  item(self, args, live) {
    const index = columnIndex(self, args.raw(0), live);
    if (index < 0) throw itemNotFound("table column", args.raw(0));
    return tableColumn(live, { of: self, index });
  },
  methods: {
    GetCount: (self) => columnCount(areaOfTable(self)),
    GetItemAt: (self, args, live) => tableColumn(live, { of: self, index: args.integer(0, "index") }),
    GetItemOrNullObject(self, args, live) {
      const index = columnIndex(self, args.raw(0), live);
      return index < 0 ? null : tableColumn(live, { of: self, index });
    },
  },
});

interface RowRef {
  readonly of: TableRef;
  readonly index: number;
}

const rowArea = ({ of, index }: RowRef): Area => {
  const rows = body(of);
  if (index < 0 || rows.top + index > rows.bottom) throw itemNotFound("table row", index);
  return { ...rows, top: rows.top + index, bottom: rows.top + index };
};

const tableRow: ObjectMaker<RowRef> = defineClass<RowRef>("TableRow", {
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      get: (self) => readTable(rowArea(self), (cell) => plainValue(cell?.value ?? null)),
      set: (self, value, live) => writeEntries(live, rowArea(self), value, "values"),
    },
  },
  methods: { GetRange: (self, _args, live) => range(live, rowArea(self)) },
});

export const tableRows: ObjectMaker<TableRef> = defineClass<TableRef>("TableRowCollection", {
  properties: { Count: { get: (self) => rowCount(body(self)) } },
  items: (self, live) =>
    Array.from({ length: rowCount(body(self)) }, (_, index) => tableRow(live, { of: self, index })),
  methods: {
    Add(self, args, live) {
      if (args.has(0)) throw invalidArgument("index", "null (rows are added at the end)");
      const values = args.raw(1);
      if (!Array.isArray(values)) throw invalidArgument("values", "an array of rows");
      const whole = areaOfTable(self);
      const added = area(self.sheet, whole.bottom + 1, whole.left, whole.bottom + values.length, whole.right);
      allowCellWrite(live, added);
      writeEntries(live, added, values, "values");
      change(self, live, { ...whole, bottom: added.bottom });
      noteChanged(live, added, "RowInserted");
      return tableRow(live, { of: self, index: added.top - body(self).top });
    },
    GetCount: (self) => rowCount(body(self)),
    GetItemAt: (self, args, live) => tableRow(live, { of: self, index: args.integer(0, "index") }),
  },
});
