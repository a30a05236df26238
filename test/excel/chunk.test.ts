import fc from "fast-check";
import { batches, jsonBytes, splitRows, utf8Bytes } from "../../src/excel/write/chunk";

test("bytes are those of UTF-8", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => utf8Bytes(text) === Buffer.byteLength(text)),
  );
  expect(jsonBytes(["达成"])).toBe(10);
});

test("steps keep their order and fill requests up to the budget", () => {
  const sizes = (runs: { bytes: number }[][]) => runs.map((run) => run.map(({ bytes }) => bytes));
  expect(
    sizes(
      batches(
        [3, 3, 1].map((bytes) => ({ bytes })),
        5,
      ),
    ),
  ).toEqual([[3], [3, 1]]);
  expect(
    sizes(
      batches(
        [9].map((bytes) => ({ bytes })),
        5,
      ),
    ),
  ).toEqual([[9]]);
  expect(batches([], 5)).toEqual([]);
});

test("no run of rows is above the budget and none is lost", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer(), { minLength: 1, maxLength: 5 }), { minLength: 1 }),
      (rows) => {
        const runs = splitRows(rows, 80);
        expect(runs.flatMap((run) => run.rows)).toEqual(rows);
        for (const run of runs) {
          expect(jsonBytes(run.rows)).toBeLessThanOrEqual(81);
          expect(rows[run.start]).toBe(run.rows[0]);
        }
      },
    ),
  );
});

test("a row that is too large alone is an error, not an endless loop", () => {
  expect(() => splitRows([["x".repeat(100)]], 50)).toThrow(RangeError);
});
