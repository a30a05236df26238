/** `attain explain` on the finished sample workbook, as people changed it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { run } from "../../src/cli/session";
import type { Explanation } from "../../src/scoring/explain/explainScore";

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attain-explain-"));
  file = join(folder, "finished.xlsx");
  writeFileSync(file, (await run(await sampleWorkbook(), {}, "en-US")).bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function attain(...args: string[]) {
  const printed: string[] = [];
  const spies = (["log", "error"] as const).map((way) =>
    jest.spyOn(console, way).mockImplementation((...line: unknown[]) => void printed.push(line.join(" "))),
  );
  const code = await main(args);
  spies.forEach((spy) => spy.mockRestore());
  return { code, text: printed.join("\n") };
}

test("total, section, indicator, rule, input, with the cells they stand in", async () => {
  const { code, text } = await attain("explain", file, "--person", "moses frase", "--lang", "en-US");
  expect(code).toBe(0);
  expect(text).toContain(
    "Moses Frase's total is 69.27: 37.2721 + 20 + 12, rounded to 2 decimals  ['Scorecard'!L10]",
  );
  expect(text).toContain("    Attainment = 207,182 ÷ 333,518 = 62.12%  ['Scorecard'!G10]");
});

test("one indicator, as data", async () => {
  const { text } = await attain(
    "explain",
    file,
    "--person",
    "Moses Frase",
    "--indicator",
    "winRate",
    "--json",
  );
  const { step } = JSON.parse(text) as Explanation;
  expect(step).toMatchObject({ kind: "indicator", id: "winRate", value: 20, cell: "'Scorecard'!J10" });
});

test("a name that is not there: usage, with the names there are", async () => {
  const { code, text } = await attain("explain", file, "--person", "Nobody", "--lang", "en-US");
  expect(code).toBe(2);
  expect(text).toContain("unknown-name");
  expect(text).toContain("Anna Snelling");
});
