import { coversAllColumns, coversAllRows, type Area } from "../book/area";
import { LAST_COLUMN, LAST_ROW } from "../../formula/references";
import type { Live } from "../book/live";
import { defineClass, required, type Args } from "../client/objects";
import type { HostSheet } from "../book/workbook";
import { range } from "./range";
import { findArea } from "./resolve";

function freeze(self: HostSheet, live: Live, rows: number, columns: number): void {
  live.alive(self).frozen = { rows, columns };
  live.notePart(self, "frozen");
}

function frozenArea(self: HostSheet): Area | undefined {
  const { frozen } = self;
  if (frozen.rows === 0 && frozen.columns === 0) return undefined;
  return {
    sheet: self,
    top: 0,
    left: 0,
    bottom: frozen.rows === 0 ? LAST_ROW : frozen.rows - 1,
    right: frozen.columns === 0 ? LAST_COLUMN : frozen.columns - 1,
  };
}

const count = (args: Args): number => args.optionalInteger(0, "count", 1);

export const freezePanes = defineClass<HostSheet>("WorksheetFreezePanes", {
  methods: {
    FreezeAt(self, args, live) {
      const area = findArea(live, args.raw(0), range, self);
      freeze(
        self,
        live,
        coversAllRows(area) ? 0 : area.bottom + 1,
        coversAllColumns(area) ? 0 : area.right + 1,
      );
    },
    FreezeColumns: (self, args, live) => freeze(self, live, 0, count(args)),
    FreezeRows: (self, args, live) => freeze(self, live, count(args), 0),
    GetLocation: (self, _args, live) => range(live, required(frozenArea(self), "frozen pane of", self.name)),
    GetLocationOrNullObject(self, _args, live) {
      const area = frozenArea(self);
      return area ? range(live, area) : null;
    },
    Unfreeze: (self, _args, live) => freeze(self, live, 0, 0),
  },
});
