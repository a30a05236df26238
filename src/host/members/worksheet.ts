import { ApiError, invalidArgument } from "../apiError";
import { area, type Area } from "../book/area";
import { usedArea } from "../book/cells";
import { STANDARD_HEIGHT, STANDARD_WIDTH } from "../book/geometry";
import { register, unregister } from "../book/events";
import type { Live } from "../book/live";
import {
  defineClass,
  expectFlag,
  expectNumber,
  expectText,
  expectWord,
  refOf,
  required,
  type Args,
  type HostObject,
  type ObjectMaker,
} from "../client/objects";
import { activate, copySheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "../book/sheets";
import type { HostSheet } from "../book/workbook";
import { autoFilter } from "./autoFilter";
import { charts } from "./charts";
import { freezePanes } from "./freezePanes";
import { names } from "./names";
import { rowBreaks } from "./pageBreaks";
import { pageLayout } from "./pageLayout";
import { range } from "./range";
import { areaOf } from "./resolve";
import { sheetProtection } from "./sheetProtection";
import { tables } from "./tables";

const VISIBILITY = ["Visible", "Hidden", "VeryHidden"] as const;

function setTabColor(self: HostSheet, value: unknown, live: Live): void {
  const color = expectText(value, "tabColor");
  if (color === "") delete self.tabColor;
  else if (/^#[0-9A-Fa-f]{6}$/.test(color)) self.tabColor = color.toUpperCase();
  else throw invalidArgument("tabColor", "a colour like #1F5FA8");
  live.notePart(self, "view");
}

function setGridlines(self: HostSheet, value: unknown, live: Live): void {
  self.showGridlines = expectFlag(value, "showGridlines");
  live.notePart(self, "view");
}

function sibling(self: HostSheet, args: Args, live: Live, step: 1 | -1): HostSheet | undefined {
  const { sheets } = live.book;
  for (let at = sheets.indexOf(self) + step; at >= 0 && at < sheets.length; at += step) {
    const sheet = sheets[at];
    if (sheet && (!args.flag(0) || sheet.visibility === "Visible")) return sheet;
  }
  return undefined;
}

function copyPlace(self: HostSheet, args: Args, live: Live): number {
  const { sheets } = live.book;
  const relative = refOf(worksheet, args.raw(1));
  const at = sheets.indexOf(relative ?? self);
  switch (args.optionalText(0, "positionType") ?? "None") {
    case "Beginning":
      return 0;
    case "Before":
      return at;
    case "After":
      return at + 1;
    case "End":
    case "None":
      return sheets.length;
    default:
      throw invalidArgument("positionType", "None, Before, After, Beginning or End");
  }
}

const whole = (live: Live, self: HostSheet, address: string | undefined): HostObject =>
  range(live, areaOf(live, live.alive(self), address));
const cell = (self: HostSheet, row: number, column: number): Area => area(self, row, column, row, column);

export const worksheet: ObjectMaker<HostSheet> = defineClass<HostSheet>("Worksheet", {
  key: { name: "Id", of: (self) => self.id },
  properties: {
    // Office.js sets gridlines under another name than it reads them.
    Gridlines: { set: setGridlines },
    Id: { get: (self) => self.id },
    Name: {
      get: (self) => self.name,
      set: (self, value, live) => renameSheet(live, live.alive(self), expectText(value, "name")),
    },
    Position: {
      get: (self, live) => live.book.sheets.indexOf(self),
      set: (self, value, live) => moveSheet(live, live.alive(self), expectNumber(value, "position")),
    },
    ShowGridlines: { get: (self) => self.showGridlines, set: setGridlines },
    StandardHeight: { get: () => STANDARD_HEIGHT },
    StandardWidth: { get: () => STANDARD_WIDTH },
    TabColor: { get: (self) => self.tabColor ?? "", set: setTabColor },
    Visibility: {
      get: (self) => self.visibility,
      set: (self, value, live) =>
        setVisibility(live, live.alive(self), expectWord(value, "visibility", VISIBILITY)),
    },
  },
  links: {
    AutoFilter: (self, live) => autoFilter(live, self),
    Charts: (self, live) => charts(live, self),
    FreezePanes: (self, live) => freezePanes(live, self),
    HorizontalPageBreaks: (self, live) => rowBreaks(live, self),
    Names: (self, live) => names(live, { scope: self }),
    PageLayout: (self, live) => pageLayout(live, self),
    Protection: (self, live) => sheetProtection(live, self),
    Tables: (self, live) => tables(live, { sheet: self }),
  },
  methods: {
    _RegisterActivatedEvent: register,
    _RegisterCalculatedEvent: register,
    _RegisterDataChangedEvent: register,
    _RegisterDeactivatedEvent: register,
    _RegisterEventNameChanged: register,
    _RegisterEventVisibilityChanged: register,
    _RegisterSelectionChangedEvent: register,
    _UnregisterActivatedEvent: unregister,
    _UnregisterCalculatedEvent: unregister,
    _UnregisterDataChangedEvent: unregister,
    _UnregisterDeactivatedEvent: unregister,
    _UnregisterEventNameChanged: unregister,
    _UnregisterEventVisibilityChanged: unregister,
    _UnregisterSelectionChangedEvent: unregister,
    Activate(self, _args, live) {
      if (live.alive(self).visibility !== "Visible")
        throw new ApiError("InvalidOperation", "A hidden sheet cannot be activated.");
      activate(live, self);
    },
    Calculate: (_self, _args, live) => live.calculate(true),
    Copy: (self, args, live) =>
      worksheet(live, copySheet(live, live.alive(self), copyPlace(self, args, live))),
    Delete: (self, _args, live) => deleteSheet(live, self),
    GetCell: (self, args, live) =>
      range(live, cell(live.alive(self), args.integer(0, "row"), args.integer(1, "column"))),
    GetNext: (self, args, live) =>
      worksheet(live, required(sibling(self, args, live, 1), "sheet after", self.name)),
    GetNextOrNullObject: (self, args, live) => orNull(live, sibling(self, args, live, 1)),
    GetPrevious: (self, args, live) =>
      worksheet(live, required(sibling(self, args, live, -1), "sheet before", self.name)),
    GetPreviousOrNullObject: (self, args, live) => orNull(live, sibling(self, args, live, -1)),
    GetRange: (self, args, live) => whole(live, self, args.optionalText(0, "address")),
    GetRangeByIndexes(self, args, live) {
      const [row, column, rows, columns] = [
        args.integer(0, "startRow"),
        args.integer(1, "startColumn"),
        args.integer(2, "rowCount"),
        args.integer(3, "columnCount"),
      ];
      return range(live, area(live.alive(self), row, column, row + rows - 1, column + columns - 1));
    },
    GetUsedRange: (self, args, live) =>
      range(live, usedArea(live.alive(self), args.flag(0)) ?? cell(self, 0, 0)),
    GetUsedRangeOrNullObject(self, args, live) {
      const used = usedArea(live.alive(self), args.flag(0));
      return used ? range(live, used) : null;
    },
    _GetAnotherWorksheetById: (_self, args, live) => byId(live, args),
    _GetSheetById: (_self, args, live) => byId(live, args),
  },
});

const orNull = (live: Live, sheet: HostSheet | undefined): HostObject | null =>
  sheet ? worksheet(live, sheet) : null;
const byId = (live: Live, args: Args): HostObject =>
  worksheet(live, required(live.sheetById(args.text(0, "id")), "worksheet", args.raw(0)));
