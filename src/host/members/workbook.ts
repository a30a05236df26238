import { ApiError } from "../apiError";
import { area } from "../book/area";
import type { Live } from "../book/live";
import { defineClass, nothing, required, type ObjectMaker } from "../client/objects";
import type { HostWorkbook } from "../book/workbook";
import { application } from "./application";
import { customXmlParts } from "./customXml";
import { names } from "./names";
import { documentProperties } from "./properties";
import { range } from "./range";
import { areaOf, areaOfFormula } from "./resolve";
import { settings } from "./settings";
import { tables } from "./tables";
import { worksheets } from "./worksheetCollection";

function selected(live: Live): ReturnType<typeof areaOf> {
  const { selection, activeSheet } = live.book;
  const sheet = required(
    live.sheetById(selection.sheet) ?? live.sheetById(activeSheet),
    "worksheet",
    "active",
  );
  return areaOf(live, sheet, selection.range);
}

const workbookProtection = defineClass<HostWorkbook>("WorkbookProtection", {
  properties: { Protected: { get: (self) => self.protected } },
  methods: {
    Protect(self) {
      if (self.protected) throw new ApiError("InvalidOperation", "The workbook is protected already.");
      self.protected = true;
    },
    Unprotect(self) {
      self.protected = false;
    },
  },
});

export const workbook: ObjectMaker<HostWorkbook> = defineClass<HostWorkbook>("Workbook", {
  properties: {
    AutoSave: { get: () => false },
    CalculationEngineVersion: { get: () => 0 },
    IsDirty: { get: () => true, set: nothing },
    Name: { get: ({ name }) => name },
    PreviouslySaved: { get: ({ file }) => file !== undefined },
    ReadOnly: { get: (_self, live) => live.readOnly },
  },
  links: {
    Application: (_self, live) => application(live, live.book),
    CustomXmlParts: (_self, live) => customXmlParts(live, live.book),
    Names: (_self, live) => names(live, {}),
    Properties: (_self, live) => documentProperties(live, live.book),
    Protection: (_self, live) => workbookProtection(live, live.book),
    Settings: (_self, live) => settings(live, live.book),
    Tables: (_self, live) => tables(live, {}),
    Worksheets: (_self, live) => worksheets(live, live.book),
  },
  methods: {
    _RemoveAllReferences: nothing,
    _RemoveReference: nothing,
    _GetRangeForEventByReferenceId: (_self, args, live) =>
      range(live, required(areaOfFormula(live, args.text(0, "referenceId")), "range", args.raw(0))),
    _GetRangeOrNullObjectForEventByReferenceId(_self, args, live) {
      const found = areaOfFormula(live, args.text(0, "referenceId"));
      return found ? range(live, found) : null;
    },
    GetActiveCell(_self, _args, live) {
      const { sheet, top, left } = selected(live);
      return range(live, area(sheet, top, left, top, left));
    },
    GetSelectedRange: (_self, _args, live) => range(live, selected(live)),
  },
});
