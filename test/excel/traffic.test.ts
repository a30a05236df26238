/** Round trips stay the same however many people there are, until the size of a request forces more. */
import { applyWorkbook } from "../../src/excel/apply";
import { REQUEST_BUDGET } from "../../src/excel/write/chunk";
import { PAYLOAD_LIMIT } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import type { WorkbookSpec } from "../../src/sheets/spec";
import { cellAt, smallSpec, valueAt } from "./book";

const people = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`Rep ${i + 1}`, 1000 + i]));

test("30 and 3 000 people take the same round trips, first and again", async () => {
  const trips = [];
  for (const count of [30, 3_000]) {
    createNodeHost();
    const first = await applyWorkbook(smallSpec({ targets: people(count) }));
    const again = await applyWorkbook(smallSpec({ targets: people(count) }));
    trips.push([first.roundTrips, again.roundTrips]);
  }
  expect(trips).toEqual([
    [3, 5],
    [3, 5],
  ]);
});

test("a sheet too large for one request is written in several, each under the limit", async () => {
  const host = createNodeHost();
  const text = "a fairly long remark about a customer ".repeat(25);
  const rows = 16_000;
  const spec: WorkbookSpec = {
    sheets: [
      {
        id: "big",
        name: "Big",
        blocks: [
          { at: "B2", cells: Array.from({ length: rows }, (_, i) => [i, text, { formula: `=B${i + 2}+1` }]) },
        ],
      },
    ],
    names: [],
    activate: "big",
  };
  const report = await applyWorkbook(spec);
  expect(report.roundTrips).toBe(host.traffic.roundTrips);
  expect(report.roundTrips).toBeGreaterThan(4);
  for (const { requestBytes } of host.traffic.log) expect(requestBytes).toBeLessThan(PAYLOAD_LIMIT);
  expect(Math.max(...host.traffic.log.map(({ requestBytes }) => requestBytes))).toBeLessThan(
    REQUEST_BUDGET * 1.1,
  );
  expect([cellAt(host, "Big", 1, 1), cellAt(host, "Big", rows, 1)]).toEqual([0, rows - 1]);
  expect(valueAt(host, "Big", rows, 3)).toBe(rows);
});

test("the estimate of a request's size is on the safe side, and not far off", async () => {
  const host = createNodeHost();
  const report = await applyWorkbook(smallSpec({ targets: people(3_000) }));
  const stage = host.traffic.log[1]?.requestBytes ?? 0;
  expect(report.requestBytes).toBeGreaterThan(stage);
  expect(report.requestBytes).toBeLessThan(stage * 2.5);
});
