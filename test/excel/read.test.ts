import { applyWorkbook } from "../../src/excel/apply";
import { readGrids } from "../../src/excel/read/read";
import { AttainError } from "../../src/errors";
import { PAYLOAD_LIMIT } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { smallSpec } from "./book";

test("every visible sheet that is not ours comes as a grid, with its place", async () => {
  const host = createNodeHost();
  await host.run(async ({ workbook: { worksheets } }) => {
    worksheets.getItem("Sheet1").name = "Ledger";
    worksheets.getItem("Ledger").getRange("B3:C4").values = [
      ["Rep", "Won"],
      ["Ann", true],
    ];
    worksheets.add("Empty");
    const hidden = worksheets.add("Hidden");
    hidden.getRange("A1").values = [[1]];
    hidden.visibility = "Hidden";
  });
  await applyWorkbook(smallSpec());
  host.traffic.reset();
  expect(await readGrids()).toEqual([
    {
      sheet: "Ledger",
      top: 2,
      left: 1,
      values: [
        ["Rep", "Won"],
        ["Ann", true],
      ],
    },
  ]);
  expect(host.traffic.roundTrips).toBe(3);
});

test("a sheet asked for by name is read even when it is ours", async () => {
  createNodeHost();
  await applyWorkbook(smallSpec());
  const [grid] = await readGrids({ sheets: ["targets"] });
  expect(grid).toMatchObject({ sheet: "Targets", top: 0, left: 0 });
  expect(grid?.values[3]).toEqual(["Ann", 100, 120]);
});

test("number formats come for the columns with numbers: they tell dates and percents", async () => {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:C3").values = [
      ["Rep", "Closed", "Rate"],
      ["Ann", 42795, 0.92],
      ["", "", 92],
    ];
    sheet.getRange("B2:B3").numberFormat = [["yyyy-mm-dd"], ["yyyy-mm-dd"]];
    sheet.getRange("C2").numberFormat = [["0%"]];
  });
  const [grid] = await readGrids();
  expect(grid?.values[2]).toEqual([null, null, 92]);
  expect(grid?.numberFormats).toEqual([
    ["General", "General", "General"],
    ["General", "yyyy-mm-dd", "0%"],
    ["General", "yyyy-mm-dd", "General"],
  ]);
});

test("hidden rows are told", async () => {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A2:A5").values = [["a"], ["b"], ["c"], ["d"]];
    sheet.getRange("3:4").rowHidden = true;
  });
  const [grid] = await readGrids();
  expect(grid?.hiddenRows).toEqual(new Set([1, 2]));
});

test("large sheets come in pages under the limit, with progress", async () => {
  const host = createNodeHost();
  const remark = "a remark of a certain length ".repeat(4);
  const sheet = host.workbook.sheets[0];
  for (let row = 0; row < 60_000; row += 1) {
    sheet?.cells.set(
      row,
      new Map([
        [0, { value: `Rep ${row}`, style: 0 }],
        [1, { value: remark, style: 0 }],
        [2, { value: row, style: 0 }],
      ]),
    );
  }
  const seen: number[] = [];
  const [grid] = await readGrids({ onProgress: (fraction) => seen.push(fraction) });
  expect(grid?.values).toHaveLength(60_000);
  expect(grid?.values.at(-1)).toEqual(["Rep 59999", remark, 59_999]);
  expect(grid?.numberFormats).toHaveLength(60_000);
  expect(host.traffic.log.filter(({ error }) => error).length).toBeLessThan(3);
  expect(Math.max(...host.traffic.log.map(({ responseBytes }) => responseBytes))).toBeLessThan(PAYLOAD_LIMIT);
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test("cancelling stops the reading", async () => {
  createNodeHost();
  const controller = new AbortController();
  controller.abort();
  await expect(readGrids({ signal: controller.signal })).rejects.toEqual(new AttainError("cancelled"));
});
