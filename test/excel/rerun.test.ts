/** Running again updates in place; what people did meanwhile is kept. */
import { applyWorkbook } from "../../src/excel/apply";
import { restoreLast } from "../../src/excel/restore";
import { readState } from "../../src/excel/state/workbookState";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { cellAt, dump, sheetOf, smallSpec, tabs, valueAt } from "./book";

type Edit = (workbook: Excel.Workbook) => void;

async function ranOnce(edit: Edit = () => undefined): Promise<Host> {
  const host = createNodeHost();
  await applyWorkbook(smallSpec());
  await host.run(async ({ workbook }) => edit(workbook));
  return host;
}

const next = smallSpec({ targets: { Zoe: 50, Ann: 110, Bob: 210 } });

test("sheets are replaced where they stand, names point at the new ones", async () => {
  const host = await ranOnce(({ worksheets }) => {
    worksheets.getItem("Targets").position = 0;
    worksheets.add("Mine");
  });
  const report = await applyWorkbook(next);
  expect(report).toMatchObject({
    sheets: ["Overview", "Targets"],
    replaced: ["Overview", "Targets"],
    kept: [],
  });
  expect(tabs(host)).toEqual(["Targets", "Sheet1", "Overview", "Mine"]);
  expect(cellAt(host, "Targets", 3, 0)).toBe("Zoe");
  expect(valueAt(host, "Overview", 1, 1)).toBe(370);
  expect(valueAt(host, "Overview", 2, 1)).toBe(444);
  expect(host.workbook.names.map(({ name, formula }) => [name, formula])).toEqual([
    ["Score_Cap", "='Targets'!$B$2"],
    ["Capped", "='Targets'!$C$4:$C$6"],
  ]);
});

test("a tab that a person renamed keeps its name; one in another language gets the new one", async () => {
  const host = await ranOnce(({ worksheets }) => {
    worksheets.getItem("Targets").name = "FY18 plan";
  });
  const report = await applyWorkbook(smallSpec({ names: { targets: "目标分解", overview: "总览" } }));
  expect(report.sheets).toEqual(["总览", "FY18 plan"]);
  expect(cellAt(host, "总览", 1, 1)).toBe("=SUM('FY18 plan'!B4:B6)");
});

test("a person's formulas and names keep pointing at the sheet's successor", async () => {
  const host = await ranOnce(({ worksheets, names }) => {
    worksheets.getItem("Sheet1").getRange("A1:A2").formulas = [
      ["=Targets!B4*2"],
      ['=SUM(Overview!B2)&" Targets!"'],
    ];
    names.add("MyTotal", "=Overview!$B$2");
  });
  await applyWorkbook(next);
  expect(valueAt(host, "Sheet1", 0, 0)).toBe(100);
  expect(valueAt(host, "Sheet1", 1, 0)).toBe("370 Targets!");
  expect(host.workbook.names.find(({ name }) => name === "MyTotal")?.formula.replaceAll("'", "")).toBe(
    "=Overview!$B$2",
  );
});

test("a person's text that looks like such a formula stays text", async () => {
  const host = await ranOnce(({ worksheets }) => {
    worksheets.getItem("Sheet1").getRange("A1").values = [["'=Targets!B4"]];
  });
  await applyWorkbook(next);
  expect(sheetOf(host, "Sheet1").cells.get(0)?.get(0)).toMatchObject({ value: "=Targets!B4" });
  expect(sheetOf(host, "Sheet1").cells.get(0)?.get(0)?.formula).toBeUndefined();
});

test("typed inputs are carried over by the row and column they stand in", async () => {
  const host = await ranOnce(({ worksheets }) => {
    worksheets.getItem("Targets").getRange("B5").values = [[250]];
  });
  const report = await applyWorkbook(next);
  expect(report.kept).toEqual([{ sheet: "Targets", cell: "B6", value: 250 }]);
  expect(cellAt(host, "Targets", 5, 1)).toBe(250);
  expect(cellAt(host, "Targets", 4, 1)).toBe(110);
  // And again, although the run in between wrote it itself.
  expect((await applyWorkbook(smallSpec())).kept).toEqual([{ sheet: "Targets", cell: "B5", value: 250 }]);
});

test("a typed input whose person is gone, or an edit elsewhere, keeps the whole old sheet in sight", async () => {
  const host = await ranOnce(({ worksheets }) => {
    worksheets.getItem("Targets").getRange("B6").values = [[333]];
    worksheets.getItem("Overview").getRange("A9").values = [["my note"]];
  });
  const report = await applyWorkbook(next, { lang: "zh-CN" });
  expect(report.kept).toEqual([
    { sheet: "Overview", keptAs: "改过的Overview" },
    { sheet: "Targets", keptAs: "改过的Targets" },
  ]);
  expect(tabs(host)).toEqual(["Sheet1", "Overview", "改过的Overview", "Targets", "改过的Targets"]);
  expect(cellAt(host, "改过的Targets", 5, 1)).toBe(333);
  // It is the person's now: open, and later runs leave it alone.
  expect(sheetOf(host, "改过的Targets").protection).toBeUndefined();
  for (let run = 0; run < 2; run += 1) await applyWorkbook(next, { lang: "zh-CN" });
  expect(valueAt(host, "改过的Overview", 1, 1)).toBe(633);
});

test("formulas on such a sheet become the values they show when what they refer to goes for good", async () => {
  const host = await ranOnce(({ worksheets }) => {
    worksheets.getItem("Overview").getRange("A9").values = [["my note"]];
  });
  await applyWorkbook(next);
  expect(valueAt(host, "Overview (edited)", 1, 1)).toBe(600);
  expect(String(cellAt(host, "Overview (edited)", 1, 1))).toMatch(/^=SUM\('_attain_old_/);
  await applyWorkbook(next);
  expect(cellAt(host, "Overview (edited)", 1, 1)).toBe(600);
});

test("a protected sheet of ours that stays follows a replaced one, and is protected again", async () => {
  const host = await ranOnce();
  const follow = (value: string) => ({
    sheets: [
      {
        id: "follow",
        name: "Follow",
        blocks: [{ at: "A1", cells: [[{ formula: value }]] }],
        protect: { inputs: [] },
      },
    ],
    names: [],
    activate: "follow",
  });
  await applyWorkbook(follow("='Targets'!B4"));
  await applyWorkbook(next);
  expect(valueAt(host, "Follow", 0, 0)).toBe(50);
  expect(sheetOf(host, "Follow").protection).toBeDefined();
  await restoreLast();
  expect(valueAt(host, "Follow", 0, 0)).toBe(100);
  expect(sheetOf(host, "Follow").protection).toBeDefined();
});

test("sheets of another job stay", async () => {
  const host = await ranOnce();
  await applyWorkbook({
    sheets: [{ id: "follow", name: "Follow", blocks: [{ at: "A1", cells: [["Follow"]] }] }],
    names: [],
    activate: "follow",
  });
  expect(tabs(host)).toEqual(["Sheet1", "Overview", "Targets", "Follow"]);
  expect((await readState())?.sheets.map(({ spec }) => spec)).toEqual(["overview", "targets", "follow"]);
});

describe("one step back", () => {
  test("after a first run the workbook is as before it", async () => {
    const host = createNodeHost();
    const before = dump(host);
    await applyWorkbook(smallSpec());
    expect(await restoreLast()).toEqual({ restored: [], removed: ["Overview", "Targets"] });
    expect(dump(host)).toEqual(before);
    expect(await restoreLast()).toBeUndefined();
  });

  test("after a second run the sheets of the first are back, typed values and all", async () => {
    const host = await ranOnce(({ worksheets, names }) => {
      worksheets.getItem("Targets").getRange("B5").values = [[250]];
      worksheets.getItem("Sheet1").getRange("A1").formulas = [["=Targets!B5"]];
      names.add("MyTotal", "=Targets!$B$5");
    });
    const shown = () => [
      tabs(host),
      cellAt(host, "Targets", 4, 0),
      valueAt(host, "Sheet1", 0, 0),
      valueAt(host, "Overview", 1, 1),
      host.workbook.names.map(({ name, formula }) => `${name} ${formula}`).sort(),
    ];
    const before = shown();
    await applyWorkbook(next);
    expect(shown()).not.toEqual(before);
    expect(await restoreLast()).toEqual({
      restored: ["Overview", "Targets"],
      removed: ["Overview", "Targets"],
    });
    expect(shown()).toEqual(before);
    expect(host.workbook.sheets.map(({ visibility }) => visibility)).toEqual([
      "Visible",
      "Visible",
      "Visible",
    ]);
    expect(await readState()).toMatchObject({ canRestore: false });
  });

  test("one step is kept, not two: sheets set aside do not pile up", async () => {
    const host = await ranOnce();
    for (let run = 0; run < 3; run += 1) await applyWorkbook(next);
    expect(host.workbook.sheets.filter(({ visibility }) => visibility === "VeryHidden")).toHaveLength(2);
  });
});

test("a failure while removing what nobody can get back to is no failure of the run; the next one removes it", async () => {
  const host = await ranOnce();
  await applyWorkbook(next);
  const aside = () => host.workbook.sheets.filter(({ visibility }) => visibility !== "Visible").length;
  host.traffic.reset();
  host.faults.fail({ member: "delete", roundTrip: 6 });
  expect((await applyWorkbook(next)).roundTrips).toBe(6);
  expect(aside()).toBe(4);
  await applyWorkbook(next);
  expect(aside()).toBe(2);
});

test("sheets are known by their tabs when a program did not keep their ids", async () => {
  const host = await ranOnce();
  for (const sheet of host.workbook.sheets) {
    const id = `{NEW-${sheet.name}}`;
    if (host.workbook.activeSheet === sheet.id) host.workbook.activeSheet = id;
    if (host.workbook.selection.sheet === sheet.id) host.workbook.selection.sheet = id;
    Object.assign(sheet, { id });
  }
  await applyWorkbook(next);
  expect(tabs(host)).toEqual(["Sheet1", "Overview", "Targets"]);
  await restoreLast();
  expect(cellAt(host, "Targets", 3, 0)).toBe("Ann");
  expect(sheetOf(host, "Targets").visibility).toBe("Visible");
});
