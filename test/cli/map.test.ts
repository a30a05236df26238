import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { createNodeHost } from "../../src/host/node";
import { saveXlsx } from "../../src/host/file/save";
import { writeFile } from "node:fs/promises";
import type { Survey } from "../../src/jobs/types";
import { validate } from "../support/ooxml";
import { readFile } from "node:fs/promises";

const ROWS = [
  ["Owner", "Stage", "Closed", "Unit price", "Cost"],
  ["Ann Lee", "Won", "2017-03-01", 100, 80],
  ["Bob Ray", "Won", "2017-04-02", 200, 160],
  ["Bob Ray", "Won", "2017-06-04", 300, 240],
];

async function inspected(
  ...args: string[]
): Promise<{ code: number; survey: Survey | undefined; errors: string }> {
  const log = jest.spyOn(console, "log").mockImplementation(() => undefined);
  const error = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const code = await main(["inspect", ...args, "--json", "--lang", "en-US"]);
  const survey = log.mock.calls[0] ? (JSON.parse(String(log.mock.calls[0][0])) as Survey) : undefined;
  const errors = error.mock.calls.flat().join("\n");
  log.mockRestore();
  error.mockRestore();
  return { code, survey, errors };
}

test("--map settles columns, and the file written remembers them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "attain-map-"));
  const [file, out] = [join(folder, "ledger.xlsx"), join(folder, "mapped.xlsx")];
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRange("A1:E4").values = ROWS;
  });
  await writeFile(file, await saveXlsx(host.workbook));

  const before = await inspected(file);
  expect(before.survey?.ready).toBe(false);
  const mapped = await inspected(file, "--map", "amount=cost", "--map", "ledger.rep=A", "-o", out);
  expect([mapped.code, mapped.survey?.facts.wonValue]).toEqual([0, 480]);
  expect((await inspected(out)).survey?.facts.wonValue).toBe(480);
  expect(await validate(new Uint8Array(await readFile(out)))).toEqual([]);

  const wrong = await inspected(file, "--map", "amount=Discount");
  expect(wrong.code).toBe(2);
  expect(wrong.errors).toContain("Unit price, Cost");
});
