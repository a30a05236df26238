import { itemNotFound } from "../apiError";
import { register, unregister } from "../book/events";
import type { Live } from "../book/live";
import { defineClass, required, type Args, type HostObject, type ObjectMaker } from "../client/objects";
import { addSheet } from "../book/sheets";
import type { HostSheet, HostWorkbook } from "../book/workbook";
import { worksheet } from "./worksheet";

const listed = (live: Live, args: Args): HostSheet[] =>
  live.book.sheets.filter((sheet) => !args.flag(0) || sheet.visibility === "Visible");

export const worksheets: ObjectMaker<HostWorkbook> = defineClass<HostWorkbook>("WorksheetCollection", {
  items: (_self, live) => live.book.sheets.map((sheet) => worksheet(live, sheet)),
  item(_self, args, live) {
    const key = args.text(0, "key");
    const sheet = live.findSheet(key);
    if (!sheet) throw itemNotFound("worksheet", key);
    return worksheet(live, sheet);
  },
  methods: {
    _RegisterActivatedEvent: register,
    _RegisterAddedEvent: register,
    _RegisterCalculatedEvent: register,
    _RegisterDataChangedEvent: register,
    _RegisterDeactivatedEvent: register,
    _RegisterDeletedEvent: register,
    _RegisterEventNameChanged: register,
    _RegisterSelectionChangedEvent: register,
    _UnregisterActivatedEvent: unregister,
    _UnregisterAddedEvent: unregister,
    _UnregisterCalculatedEvent: unregister,
    _UnregisterDataChangedEvent: unregister,
    _UnregisterDeactivatedEvent: unregister,
    _UnregisterDeletedEvent: unregister,
    _UnregisterEventNameChanged: unregister,
    _UnregisterSelectionChangedEvent: unregister,
    Add: (_self, args, live) => worksheet(live, addSheet(live, args.optionalText(0, "name"))),
    GetActiveWorksheet: (_self, _args, live) =>
      worksheet(live, required(live.sheetById(live.book.activeSheet), "worksheet", "active")),
    GetCount: (_self, args, live) => listed(live, args).length,
    GetFirst: (_self, args, live) => worksheet(live, required(listed(live, args)[0], "worksheet", "first")),
    GetItemOrNullObject: (_self, args, live) => orNull(live, live.findSheet(args.text(0, "key"))),
    GetLast: (_self, args, live) => worksheet(live, required(listed(live, args).at(-1), "worksheet", "last")),
  },
});

const orNull = (live: Live, sheet: HostSheet | undefined): HostObject | null =>
  sheet ? worksheet(live, sheet) : null;
