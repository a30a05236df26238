import type { Live } from "../book/live";
import { defineClass } from "../client/objects";
import type { HostSheet } from "../book/workbook";
import { range } from "./range";
import { findArea } from "./resolve";

interface BreakRef {
  readonly sheet: HostSheet;
  /** The row below the break, from 0. */
  readonly row: number;
}

function change(sheet: HostSheet, live: Live, rows: readonly number[]): void {
  sheet.page.rowBreaks = [...new Set(rows)].sort((a, b) => a - b);
  live.notePart(live.alive(sheet), "page");
}

const pageBreak = defineClass<BreakRef>("PageBreak", {
  properties: { RowIndex: { get: ({ row }) => row } },
  methods: {
    Delete({ sheet, row }, _args, live) {
      change(
        sheet,
        live,
        (sheet.page.rowBreaks ?? []).filter((each) => each !== row),
      );
    },
  },
});

/** Breaks set by hand above rows; those between columns are not kept. */
export const rowBreaks = defineClass<HostSheet>("PageBreakCollection", {
  items: (self, live) => (self.page.rowBreaks ?? []).map((row) => pageBreak(live, { sheet: self, row })),
  methods: {
    Add(self, args, live) {
      const row = findArea(live, args.raw(0), range, self).top;
      change(self, live, [...(self.page.rowBreaks ?? []), row]);
      return pageBreak(live, { sheet: self, row });
    },
    RemovePageBreaks: (self, _args, live) => change(self, live, []),
  },
});
