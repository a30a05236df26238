/** Many single cells at once, as answers of hundreds of people are: in few requests, none too large. */
import { cellRef, parseRange } from "../../src/formula/references";
import { writeAllOrNothing, type CellWrite } from "../../src/excel/write/writeCells";
import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";

/** As long as a tab can be, in signs of three bytes. */
const TAB = "考核评分记录与三级核对结果汇总表格二〇二六年上半年度各单位一";

async function withSheet(): Promise<Host> {
  const host = createNodeHost();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add(TAB);
    await context.sync();
  });
  return host;
}

const write = (row: number, column: number, value: CellWrite["value"]): CellWrite => ({
  tab: TAB,
  cell: cellRef(row, column),
  value,
});

const valueAt = (host: Host, { cell }: CellWrite): unknown => {
  const { top, left } = parseRange(cell);
  return (
    host.workbook.sheets
      .find(({ name }) => name === TAB)
      ?.cells.get(top)
      ?.get(left)?.value ?? null
  );
};

const done = (): Promise<void> => Promise.resolve();

test("ten thousand cells of which no two touch: no request is larger than Excel takes", async () => {
  const host = await withSheet();
  const writes = Array.from({ length: 10_000 }, (_, i) =>
    write((i % 2500) * 2, Math.floor(i / 2500) * 2, `=${i}`),
  );
  await writeAllOrNothing(writes, [], done);
  for (const one of writes) expect([one.cell, valueAt(host, one)]).toEqual([one.cell, one.value]);
  expect(Math.max(...host.traffic.log.map(({ requestBytes }) => requestBytes))).toBeLessThan(5 * 1024 * 1024);
});

test("cells beside and below one another go as one range", async () => {
  const host = await withSheet();
  const before = host.traffic.roundTrips;
  const writes = Array.from({ length: 9000 }, (_, i) => write(Math.floor(i / 3), 3 + (i % 3), i)).reverse();
  await writeAllOrNothing(writes, [], done);
  for (const one of writes) expect([one.cell, valueAt(host, one)]).toEqual([one.cell, one.value]);
  expect(host.traffic.roundTrips - before).toBe(1);
  expect(host.traffic.log.at(-1)?.requestBytes).toBeLessThan(200_000);
});

test("nothing but the cells named is written, an empty one is emptied, of two writes the last counts", async () => {
  const host = await withSheet();
  await writeAllOrNothing([write(0, 0, "a"), write(0, 2, "c"), write(1, 0, 1), write(1, 1, 2)], [], done);
  await writeAllOrNothing([write(0, 0, null), write(1, 1, 3), write(1, 1, 4)], [], done);
  const row = (top: number): unknown[] => [0, 1, 2].map((left) => valueAt(host, write(top, left, null)));
  expect([row(0), row(1)]).toEqual([
    [null, null, "c"],
    [1, 4, null],
  ]);
});

test("when what follows fails, every cell gets back what it held", async () => {
  const host = await withSheet();
  const old = [write(0, 0, "a"), write(4, 0, 7), write(4, 1, null)];
  await writeAllOrNothing(old, [], done);
  const failing = writeAllOrNothing([write(0, 0, "b"), write(4, 0, 8), write(4, 1, 9)], old, () =>
    Promise.reject(new Error("no")),
  );
  await expect(failing).rejects.toThrow("no");
  for (const one of old) expect([one.cell, valueAt(host, one)]).toEqual([one.cell, one.value]);
});
