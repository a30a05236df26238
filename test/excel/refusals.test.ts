/** Each thing that can be in the way has its name and leaves the workbook alone. */
import { AttainError } from "../../src/errors";
import { applyWorkbook } from "../../src/excel/apply";
import { readGrids } from "../../src/excel/read/read";
import { goTo } from "../../src/excel/navigate";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { dump, smallSpec } from "./book";

async function refused(host: Host, job: () => Promise<unknown>): Promise<AttainError> {
  const before = dump(host);
  const error = await job().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(dump(host)).toEqual(before);
  if (!(error instanceof AttainError)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}

test("a cell is being edited", async () => {
  const host = createNodeHost();
  host.cellEditing = true;
  expect((await refused(host, () => applyWorkbook(smallSpec()))).code).toBe("cell-editing");
  expect((await refused(host, readGrids)).code).toBe("cell-editing");
});

test("a cell is being edited when the run is half done, and until it is put back", async () => {
  const host = createNodeHost();
  host.faults.fail({ roundTrip: 2, afterActions: 30, code: "InvalidOperationInCellEditMode" });
  host.faults.fail({ roundTrip: 3, code: "InvalidOperationInCellEditMode" });
  expect((await refused(host, () => applyWorkbook(smallSpec()))).code).toBe("cell-editing");
});

test("the workbook is protected", async () => {
  const host = createNodeHost();
  host.workbook.protected = true;
  expect((await refused(host, () => applyWorkbook(smallSpec()))).code).toBe("workbook-protected");
});

test("a protected sheet of a person refers to ours", async () => {
  const host = createNodeHost();
  await applyWorkbook(smallSpec());
  await host.run(async ({ workbook }) => {
    const mine = workbook.worksheets.add("Mine");
    mine.getRange("A1").formulas = [["=Targets!B4"]];
    mine.protection.protect();
  });
  const error = await refused(host, () => applyWorkbook(smallSpec()));
  expect([error.code, error.where]).toEqual(["sheet-protected", { sheet: "Mine" }]);
});

test("the workbook is open for reading only", async () => {
  const host = createNodeHost();
  host.readOnly = true;
  expect((await refused(host, () => applyWorkbook(smallSpec()))).code).toBe("read-only");
});

test("two sheets of one name, and a name Excel refuses, before Excel is asked anything", async () => {
  const host = createNodeHost();
  const spec = smallSpec({ names: { targets: "overview", overview: "Overview" } });
  expect((await refused(host, () => applyWorkbook(spec))).code).toBe("request-invalid");
  expect(
    (await refused(host, () => applyWorkbook(smallSpec({ names: { targets: "A/B", overview: "O" } })))).code,
  ).toBe("request-invalid");
  expect(host.traffic.roundTrips).toBe(0);
});

test("a sheet is gone", async () => {
  const host = createNodeHost();
  const error = await refused(host, () => readGrids({ sheets: ["Ledger"] }));
  expect([error.code, error.where, error.params["name"]]).toEqual([
    "sheet-missing",
    { sheet: "Ledger" },
    "Ledger",
  ]);
  expect((await refused(host, () => goTo("Ledger", "A1"))).code).toBe("sheet-missing");
});
