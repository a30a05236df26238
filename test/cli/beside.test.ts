/** attain evaluate --beside: results into the person's own table, in the workbook itself. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { besideChoice } from "../../src/cli/beside";
import { main } from "../../src/cli/main";
import { createWorkbook } from "../../src/host/book/emptyWorkbook";
import { openXlsx } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import { createNodeHost } from "../../src/host/node";
import { oneMonth } from "../support/evaluations";
import { valueAt } from "../excel/book";

let folder = "";
let said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-beside-"));
});
beforeEach(() => {
  said = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
});
afterEach(() => jest.restoreAllMocks());

async function typed(name: string, values: (string | number)[][]): Promise<string> {
  const host = createNodeHost(createWorkbook(name, "March"));
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("March");
    sheet.getRange("A1").getResizedRange(values.length - 1, (values[0]?.length ?? 1) - 1).values = values;
  });
  const file = join(folder, name);
  await writeFile(file, await saveXlsx(host.workbook));
  return file;
}

async function cells(file: string, row: number, columns: readonly number[]): Promise<unknown[]> {
  const host = createNodeHost(await openXlsx(new Uint8Array(await readFile(file)), "out.xlsx"));
  return columns.map((column) => valueAt(host, "March", row, column));
}

const PEOPLE = [
  ["Unit", "Name", "Target", "Actual"],
  ["East", "Ann", 100, 120],
  ["East", "Bob", 100, 80],
  ["West", "Cid", 100, 95],
];

test("in the first free columns, again next month, and away", async () => {
  const [file, out, again, away] = [
    await typed("people.xlsx", PEOPLE),
    ...["out.xlsx", "again.xlsx", "away.xlsx"].map((name) => join(folder, name)),
  ];
  expect(await main(["evaluate", file, "-o", out ?? "", "--beside", "March", "--lang", "en-US"])).toBe(0);
  expect(said).toContain("Results beside “March”: E Total, F Grade, G Rank (3 rows)");
  expect(await cells(out ?? "", 1, [4, 5, 6])).toEqual([expect.any(Number), expect.any(String), 1]);
  expect(await main(["evaluate", out ?? "", "-o", again ?? "", "--lang", "zh-CN"])).toBe(0);
  expect(await cells(again ?? "", 0, [4, 5, 6, 7])).toEqual(["总分", "等级", "名次", null]);
  expect(await main(["evaluate", out ?? "", "-o", away ?? "", "--beside", "none"])).toBe(0);
  expect(await cells(away ?? "", 0, [4, 5, 6])).toEqual([null, null, null]);
});

test("with a scheme whose inputs are the table's columns", async () => {
  const request = oneMonth();
  const [scheme] = request.schemes;
  const file = await typed("scheme.xlsx", [
    ["Name", "Unit", ...(scheme?.inputs ?? []).map(({ name }) => name)],
    ["Ann", "East", ...(scheme?.inputs ?? []).map(() => 1)],
    ["Bob", "East", ...(scheme?.inputs ?? []).map(() => 2)],
  ]);
  const json = join(folder, "scheme.json");
  await writeFile(json, JSON.stringify(scheme));
  const out = join(folder, "scheme-out.xlsx");
  const at = 2 + (scheme?.inputs ?? []).length;
  expect(
    await main([
      "evaluate",
      file,
      "-o",
      out,
      "--scheme",
      json,
      "--beside",
      "March",
      "--beside-columns",
      "total",
    ]),
  ).toBe(0);
  expect(await cells(out, 0, [at, at + 1])).toEqual([expect.stringMatching(/Total|总分/), null]);
});

test("a column that is taken, and flags nobody understands", async () => {
  const file = await typed("taken.xlsx", PEOPLE);
  const out = join(folder, "taken-out.xlsx");
  expect(await main(["evaluate", file, "-o", out, "--beside", "March!C", "--lang", "en-US"])).not.toBe(0);
  expect(said.at(-1)).toContain("Cell C1 is not empty (Target)");
  const columns = ["--beside-columns", "rank,pie", "--lang", "en-US"];
  expect(await main(["evaluate", file, "-o", out, "--beside", "March", ...columns])).toBe(2);
  expect(said.at(-1)).toContain("--beside-columns knows no “pie”; it takes total, grade, rank, points.");
});

test("what the flags say", () => {
  expect(besideChoice({})).toBeUndefined();
  expect(besideChoice({ beside: ["none"] })).toBeNull();
  expect(besideChoice({ beside: ["March!h", "'Q1 ''26'!$K$3"], besideColumns: ["total", "rank"] })).toEqual({
    tables: [
      { sheet: "March", column: "H" },
      { sheet: "Q1 '26", column: "K" },
    ],
    parts: ["total", "rank"],
  });
});
