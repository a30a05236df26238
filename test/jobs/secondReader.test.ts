/** Another library than ours opens the finished workbook and reads the same values, results of formulas included. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { run } from "../../src/cli/session";
import { openXlsx } from "../../src/host/file/open";

test("excelize reads what we wrote", async () => {
  const { bytes } = await run(await sampleWorkbook(), {}, "zh-CN");
  const file = join(mkdtempSync(join(tmpdir(), "attain-excelize-")), "finished.xlsx");
  writeFileSync(file, bytes);
  const reader = join(__dirname, "../support/readWithExcelize.mjs");
  const read = JSON.parse(
    execFileSync(process.execPath, [reader, file], { encoding: "utf8", maxBuffer: 1e8 }),
  ) as Record<string, string[][]>;

  let numbers = 0;
  const { sheets } = await openXlsx(bytes, "finished.xlsx");
  for (const { name, cells } of sheets) {
    for (const [row, line] of cells) {
      for (const [column, { value }] of line) {
        const theirs = read[name]?.[row]?.[column] ?? "";
        if (typeof value === "number") {
          expect([name, row, column, Number(theirs)]).toEqual([name, row, column, expect.closeTo(value, 9)]);
          numbers += 1;
        } else if (typeof value === "string")
          expect([name, row, column, theirs]).toEqual([name, row, column, value]);
      }
    }
  }
  expect(numbers).toBeGreaterThan(8500);
});
