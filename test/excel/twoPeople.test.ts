/** Two people have one shared workbook open: the second is told, nothing of the first is lost. */
import { applyWorkbook } from "../../src/excel/apply";
import { RUNNING_KEY, runningNow } from "../../src/excel/swap/running";
import { createNodeHost } from "../../src/host/node";
import type { WorkbookSpec } from "../../src/sheets/spec";

const SPEC: WorkbookSpec = {
  sheets: [{ id: "note", name: "Note", blocks: [{ at: "A1", cells: [["hello"]] }] }],
  names: [],
  activate: "note",
};

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

test("while somebody else writes, a run is refused and touches nothing of theirs", async () => {
  const host = createNodeHost();
  host.workbook.settings.set(RUNNING_KEY, JSON.stringify({ by: "their pane", at: minutesAgo(0.5) }));
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("_attain_new_theirs_0");
    await context.sync();
  });
  await expect(applyWorkbook(SPEC)).rejects.toMatchObject({ code: "running-elsewhere" });
  expect(host.workbook.sheets.map(({ name }) => name)).toContain("_attain_new_theirs_0");
  expect(host.workbook.settings.has(RUNNING_KEY)).toBe(true);
});

test("a write that broke off two minutes ago holds nobody up", async () => {
  const host = createNodeHost();
  host.workbook.settings.set(RUNNING_KEY, JSON.stringify({ by: "their pane", at: minutesAgo(3) }));
  await applyWorkbook(SPEC);
  expect(host.workbook.sheets.map(({ name }) => name)).toContain("Note");
  expect(host.workbook.settings.has(RUNNING_KEY)).toBe(false);
});

test("one's own broken write is mended at once", async () => {
  const host = createNodeHost();
  host.workbook.settings.set(RUNNING_KEY, runningNow());
  await applyWorkbook(SPEC);
  expect(host.workbook.settings.has(RUNNING_KEY)).toBe(false);
});

test("two runs one after the other, as two people do it, both end well", async () => {
  const host = createNodeHost();
  await applyWorkbook(SPEC);
  await applyWorkbook(SPEC);
  expect(host.workbook.sheets.filter(({ name }) => name === "Note")).toHaveLength(1);
  expect([...host.workbook.settings.keys()].filter((key) => key === RUNNING_KEY)).toEqual([]);
});
