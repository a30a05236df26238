/** People and colleagues go on working while a run writes. */
import { AttainError } from "../../src/errors";
import { applyWorkbook } from "../../src/excel/apply";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { cellAt, smallSpec, tabs } from "./book";

/** Does something to the workbook right before the round trip with this number. */
function meanwhile(host: Host, roundTrip: number, edit: (host: Host) => void): void {
  const answer = host.executeAsync.bind(host);
  let done = false;
  host.traffic.reset();
  host.executeAsync = async (...args) => {
    if (!done && host.traffic.roundTrips === roundTrip - 1) {
      done = true;
      edit(host);
    }
    return answer(...args);
  };
}

const SWAP_OF_RERUN = 5;

async function ranOnce(): Promise<Host> {
  const host = createNodeHost();
  await applyWorkbook(smallSpec());
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["mine"]];
  });
  return host;
}

const remove = (name: string) => (host: Host) => {
  const at = host.workbook.sheets.findIndex((sheet) => sheet.name === name);
  host.workbook.sheets.splice(at, 1);
};

test("a sheet about to be replaced is deleted: nothing is written, and the next run goes through", async () => {
  const host = await ranOnce();
  meanwhile(host, SWAP_OF_RERUN, remove("Targets"));
  await expect(applyWorkbook(smallSpec())).rejects.toBeInstanceOf(AttainError);
  expect(tabs(host)).toEqual(["Sheet1", "Overview"]);
  expect(host.workbook.sheets).toHaveLength(2);
  expect((await applyWorkbook(smallSpec())).sheets).toEqual(["Overview", "Targets"]);
  expect(tabs(host)).toEqual(["Sheet1", "Overview", "Targets"]);
});

test("a sheet about to be replaced is renamed: the run goes on under the name it had planned", async () => {
  const host = await ranOnce();
  meanwhile(host, SWAP_OF_RERUN, ({ workbook }) => {
    const sheet = workbook.sheets.find(({ name }) => name === "Targets");
    if (sheet) sheet.name = "Plan A";
  });
  await applyWorkbook(smallSpec());
  expect(tabs(host)).toEqual(["Sheet1", "Overview", "Targets"]);
});

test("a sheet in the making is deleted: nothing is written", async () => {
  const host = await ranOnce();
  const before = tabs(host);
  meanwhile(host, SWAP_OF_RERUN, ({ workbook }) => {
    workbook.sheets.splice(
      workbook.sheets.findIndex(({ visibility }) => visibility === "VeryHidden"),
      1,
    );
  });
  await expect(applyWorkbook(smallSpec())).rejects.toBeInstanceOf(AttainError);
  expect(tabs(host)).toEqual(before);
  expect(host.workbook.sheets).toHaveLength(3);
});

test("a sheet is added while the run fails: it stays", async () => {
  const host = await ranOnce();
  let id = "";
  meanwhile(host, SWAP_OF_RERUN, ({ workbook }) => {
    const [first] = workbook.sheets;
    if (!first) return;
    const copy = structuredClone({ ...first, changed: first.changed });
    workbook.sheets.splice(1, 0, { ...copy, name: "New", id: (id = "{NEW}") });
  });
  host.faults.fail({ roundTrip: SWAP_OF_RERUN, afterActions: 20 });
  await expect(applyWorkbook(smallSpec())).rejects.toBeInstanceOf(AttainError);
  expect(tabs(host)).toEqual(["Sheet1", "New", "Overview", "Targets"]);
  expect(cellAt(host, "New", 0, 0)).toBe("mine");
  expect(id).toBe("{NEW}");
});
