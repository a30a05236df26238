import { LAST_ROW } from "../../formula/references";
import { ApiError, invalidArgument } from "../apiError";
import { area, formatAddress, intersection, parseAddress, rowCount, type Area } from "../book/area";
import { readTable, writeEntries } from "../book/cells";
import { plainValue } from "../book/entry";
import { register, unregister } from "../book/events";
import type { Live } from "../book/live";
import {
  defineClass,
  expectFlag,
  expectText,
  required,
  type Args,
  type HostObject,
  type ObjectMaker,
} from "../client/objects";
import type { HostSheet, TableState } from "../book/workbook";
import { range } from "./range";
import { areaOf, findArea } from "./resolve";
import { areaOfTable, body, change, header, tableColumns, tableRows, type TableRef } from "./tableParts";
import { worksheet } from "./worksheet";

interface TablesRef {
  /** Absent for the workbook's tables. */
  readonly sheet?: HostSheet;
}

interface ScopedRef {
  readonly sheet: HostSheet;
  readonly within: (table: Area) => boolean;
}

function listed(self: TablesRef, live: Live): TableRef[] {
  const sheets = self.sheet ? [self.sheet] : live.book.sheets;
  return sheets.flatMap((sheet) => sheet.tables.map((state) => ({ sheet, state })));
}

const find = (self: TablesRef, live: Live, key: unknown): TableRef | undefined =>
  listed(self, live).find(
    ({ state }) => state.id === String(key) || state.name.toLowerCase() === String(key).toLowerCase(),
  );

function checkTableName(live: Live, name: string, except?: TableState): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name))
    throw invalidArgument("name", "a table name without spaces");
  const lower = name.toLowerCase();
  const taken = listed({}, live).some(({ state }) => state !== except && state.name.toLowerCase() === lower);
  if (taken || live.book.names.some((each) => each.name.toLowerCase() === lower))
    throw new ApiError("ItemAlreadyExists", `There already is a table or name “${name}”.`);
}

function addTable(self: TablesRef, args: Args, live: Live): HostObject {
  const home = self.sheet ?? required(live.sheetById(live.book.activeSheet), "worksheet", "active");
  const source = findArea(live, args.raw(0), range, home);
  const { sheet } = source;
  const hasHeaders = args.flag(1);
  if (self.sheet && sheet !== self.sheet)
    throw new ApiError("InvalidArgument", "The table must be on the collection's own sheet.");
  if (sheet.protection) throw new ApiError("AccessDenied", `The sheet “${sheet.name}” is protected.`);
  const crossed = sheet.tables.find((each) => {
    const rectangle = parseAddress(each.range);
    return rectangle && intersection(rectangle, source);
  });
  if (crossed)
    throw new ApiError("InvalidArgument", `A table can't overlap another table: “${crossed.name}” is there.`);
  // Without headers Excel pushes the data down and writes Column1, Column2 … above it; a table has at least one row.
  const bottom = Math.min(LAST_ROW, source.bottom + (hasHeaders && rowCount(source) > 1 ? 0 : 1));
  const whole = area(sheet, source.top, source.left, bottom, source.right);
  if (!hasHeaders) {
    const data = readTable(source, (cell) => cell?.formula ?? cell?.value ?? null);
    writeEntries(
      live,
      { ...source, top: source.top + 1, bottom: source.bottom + 1 },
      data.map((row) => row.map(asEntry)),
      "values",
    );
  }
  writeHeaders(live, { ...whole, bottom: whole.top }, hasHeaders);
  const number = nextNumber(live);
  const state: TableState = {
    id: String(number),
    name: `Table${number}`,
    range: formatAddress(whole),
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
  };
  sheet.tables.push(state);
  live.notePart(sheet, "tables");
  return table(live, { sheet, state });
}

const asEntry = (value: unknown): unknown =>
  typeof value === "string" && !value.startsWith("=") ? `'${value}` : value;

/** Headers of a table are texts, none empty, none twice. */
function writeHeaders(live: Live, row: Area, keep: boolean): void {
  const used = new Set<string>();
  for (let column = row.left; column <= row.right; column++) {
    const old = keep ? String(plainValue(live.cell(row.sheet, row.top, column)?.value ?? null)) : "";
    let name = old === "" ? `Column${column - row.left + 1}` : old;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${old === "" ? "Column" : old}${n}`;
    used.add(name.toLowerCase());
    live.write(row.sheet, row.top, column, { value: name });
  }
}

function nextNumber(live: Live): number {
  const taken = new Set(listed({}, live).flatMap(({ state }) => [state.id, state.name.toLowerCase()]));
  for (let number = 1; ; number++)
    if (!taken.has(String(number)) && !taken.has(`table${number}`)) return number;
}

const table: ObjectMaker<TableRef> = defineClass<TableRef>("Table", {
  key: { name: "Id", of: ({ state }) => state.id },
  properties: {
    Id: { get: ({ state }) => state.id },
    Name: {
      get: ({ state }) => state.name,
      set(self, value, live) {
        const name = expectText(value, "name");
        checkTableName(live, name, self.state);
        self.state.name = name;
        live.notePart(self.sheet, "tables");
      },
    },
    ShowHeaders: { get: ({ state }) => state.showHeaders },
    ShowTotals: { get: ({ state }) => state.showTotals },
    ShowBandedRows: { get: () => true, set: (_self, value) => void expectFlag(value, "showBandedRows") },
    ShowFilterButton: { get: () => true, set: (_self, value) => void expectFlag(value, "showFilterButton") },
    Style: {
      get: ({ state }) => state.style,
      set(self, value, live) {
        self.state.style = expectText(value, "style");
        live.notePart(self.sheet, "tables");
      },
    },
  },
  links: {
    Columns: (self, live) => tableColumns(live, self),
    Rows: (self, live) => tableRows(live, self),
    Worksheet: ({ sheet }, live) => worksheet(live, sheet),
  },
  methods: {
    _RegisterDataChangedEvent: register,
    _UnregisterDataChangedEvent: unregister,
    ConvertToRange(self, _args, live) {
      const whole = areaOfTable(self);
      self.sheet.tables.splice(self.sheet.tables.indexOf(self.state), 1);
      live.notePart(self.sheet, "tables");
      return range(live, whole);
    },
    Delete(self, _args, live) {
      const whole = areaOfTable(self);
      writeEntries(live, whole, "", "values");
      self.sheet.tables.splice(self.sheet.tables.indexOf(self.state), 1);
      live.notePart(self.sheet, "tables");
    },
    GetDataBodyRange: (self, _args, live) => range(live, body(self)),
    GetHeaderRowRange: (self, _args, live) => range(live, header(self)),
    GetRange: (self, _args, live) => range(live, areaOfTable(self)),
    Resize: (self, args, live) =>
      change(
        self,
        live,
        typeof args.raw(0) === "string"
          ? areaOf(live, self.sheet, args.text(0, "newRange"))
          : args.object(0, "newRange", range),
      ),
  },
});

export const tables: ObjectMaker<TablesRef> = defineClass<TablesRef>("TableCollection", {
  properties: { Count: { get: (self, live) => listed(self, live).length } },
  items: (self, live) => listed(self, live).map((each) => table(live, each)),
  item: (self, args, live) => table(live, required(find(self, live, args.raw(0)), "table", args.raw(0))),
  methods: {
    Add: addTable,
    GetCount: (self, _args, live) => listed(self, live).length,
    GetItemAt: (self, args, live) =>
      table(live, required(listed(self, live)[args.integer(0, "index")], "table", args.raw(0))),
    GetItemOrNullObject(self, args, live) {
      const found = find(self, live, args.raw(0));
      return found ? table(live, found) : null;
    },
  },
});

const inScope = ({ sheet, within }: ScopedRef): TableRef[] =>
  sheet.tables.map((state) => ({ sheet, state })).filter((each) => within(areaOfTable(each)));

export const scopedTables: ObjectMaker<ScopedRef> = defineClass<ScopedRef>("TableScopedCollection", {
  items: (self, live) => inScope(self).map((each) => table(live, each)),
  methods: {
    GetCount: (self) => inScope(self).length,
    GetFirst: (self, _args, live) => table(live, required(inScope(self)[0], "table", "first")),
  },
});
