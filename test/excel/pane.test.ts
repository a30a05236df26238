import { goTo, readSelection } from "../../src/excel/navigate";
import { watch } from "../../src/excel/watch";
import { openPaneWithWorkbook } from "../../src/excel/guarded";
import { createNodeHost } from "../../src/host/node";

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test("goTo shows the sheet and selects the cell", async () => {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    workbook.worksheets.add("Q1 '26");
  });
  await goTo("Q1 '26", "B7:C8");
  expect(await readSelection()).toEqual({ sheet: "Q1 '26", address: "B7:C8" });
});

test("a watcher hears of changes and selections until it is stopped", async () => {
  // What other workbooks have to say arrives in turns of its own.
  await settled();
  const host = createNodeHost();
  const heard: string[] = [];
  const stop = await watch({
    onChanged: ({ address }) => heard.push(`changed ${address}`),
    onSelectionChanged: ({ address }) => heard.push(`selected ${address}`),
  });
  const edit = () =>
    host.run(async ({ workbook }) => {
      workbook.worksheets.getItem("Sheet1").getRange("B2").values = [[1]];
    });
  await edit();
  await goTo("Sheet1", "C3");
  await settled();
  expect(heard).toEqual(["changed B2", "selected C3"]);
  await stop();
  await stop();
  await edit();
  await settled();
  expect(heard).toHaveLength(2);
});

test("where Office has no shared runtime, the pane does not open by itself and nothing fails", async () => {
  createNodeHost();
  expect(await openPaneWithWorkbook()).toBe(false);
});
