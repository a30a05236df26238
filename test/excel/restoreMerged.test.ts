/** Cells a person has merged are merged again after a restore, whether on a page that was made anew or on their own. */
import { applyWorkbook } from "../../src/excel/apply";
import { restoreLast } from "../../src/excel/restore";
import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";
import type { WorkbookSpec } from "../../src/sheets/spec";

const page = (title: string): WorkbookSpec => ({
  sheets: [
    {
      id: "note",
      name: "Note",
      blocks: [
        {
          at: "A1",
          cells: [
            [title, null, null],
            ["a", 1, { formula: "=B2*2" }],
            ["b", null, { formula: "=Own!B2" }],
          ],
        },
      ],
      protect: { inputs: ["B2:B3"] },
    },
  ],
  names: [],
  activate: "note",
});

async function merge(sheet: string, address: string, on: boolean): Promise<void> {
  await Excel.run(async (context) => {
    const tab = context.workbook.worksheets.getItem(sheet);
    tab.protection.load("protected");
    await context.sync();
    if (tab.protection.protected) tab.protection.unprotect();
    const range = tab.getRange(address);
    if (on) range.merge(false);
    else range.unmerge();
    await context.sync();
  });
}

const mergesOf = (host: Host): [string, readonly string[]][] =>
  host.workbook.sheets.map(({ name, merges }) => [name, merges]);
const valuesOf = (host: Host): string =>
  JSON.stringify(
    host.workbook.sheets.map(({ name, cells }) => [
      name,
      [...cells].map(([row, line]) => [
        row,
        [...line].map(([column, cell]) => [column, cell.formula ?? cell.value]),
      ]),
    ]),
  );

async function started(): Promise<Host> {
  const host = createNodeHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Own");
    sheet.getRange("A1:C3").values = [
      ["My list", "", ""],
      ["x", 5, "East"],
      ["y", 6, ""],
    ];
    await context.sync();
  });
  await applyWorkbook(page("First"));
  host.calculate();
  return host;
}

test("merged on a page that a run then makes anew: the page comes back as it was", async () => {
  const host = await started();
  await merge("Own", "A1:C1", true);
  await merge("Own", "C2:C3", true);
  await merge("Note", "A1:C1", true);
  host.calculate();
  const [merges, values] = [mergesOf(host), valuesOf(host)];
  expect(merges).toContainEqual(["Note", ["A1:C1"]]);
  await applyWorkbook(page("Second"));
  // Made anew the page is as it is described; what is the person's own is not touched.
  expect(mergesOf(host)).toContainEqual(["Note", []]);
  expect(mergesOf(host)).toContainEqual(["Own", ["A1:C1", "C2:C3"]]);
  await restoreLast();
  host.calculate();
  expect(mergesOf(host)).toEqual(merges);
  expect(valuesOf(host)).toEqual(values);
});

test("merged or unmerged after the run: one's own sheet stays as one left it", async () => {
  const host = await started();
  await merge("Own", "A1:C1", true);
  await applyWorkbook(page("Second"));
  await merge("Own", "A1:C1", false);
  await merge("Own", "A2:A3", true);
  await merge("Note", "A1:C1", true);
  await restoreLast();
  expect(mergesOf(host)).toContainEqual(["Own", ["A2:A3"]]);
  expect(mergesOf(host)).toContainEqual(["Note", []]);
});

test("a run that fails half-way leaves every merged cell merged", async () => {
  const host = await started();
  await merge("Own", "A1:C1", true);
  await merge("Note", "A1:C1", true);
  host.calculate();
  const before = mergesOf(host);
  let failures = 0;
  for (let trip = 1; trip < 30; trip++) {
    host.faults.fail({
      roundTrip: host.traffic.roundTrips + trip,
      afterActions: 2,
      code: "GeneralException",
    });
    const failed = await applyWorkbook(page("Second")).then(
      () => false,
      () => true,
    );
    host.faults.clear();
    if (!failed) break;
    failures++;
    expect([trip, mergesOf(host)]).toEqual([trip, before]);
  }
  expect(failures).toBeGreaterThan(2);
});
