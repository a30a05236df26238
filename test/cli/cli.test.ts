/** The terminal as a script meets it: real processes, exit codes, one-line errors. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "../../src/host/file/open";
import type { Preview, WriteReport } from "../../src/jobs/types";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const start = join(__dirname, "../../src/cli/attain.mjs");

function attain(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [start, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

let folder = "";
let workbook = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-cli-"));
  const { code } = await attain("demo", "-o", folder, "--lang", "en-US");
  expect(code).toBe(0);
  workbook = join(folder, "attain-en-US.xlsx");
});

test("demo tells in sentences what it made", async () => {
  const { code, out } = await attain("demo", "-o", folder, "--lang", "zh-CN");
  expect(code).toBe(0);
  expect(out).toContain("目标 12,006,641，比上年 10,005,534 增长 20 %");
  expect(out).toContain("30 人已考核，5 人没有数据未考核");
});

test("plan gives its result as JSON and writes the plan's sheets only", async () => {
  const target = join(folder, "plan.xlsx");
  const { code, out } = await attain(
    "plan",
    workbook,
    "-o",
    target,
    "--growth",
    "0.1",
    "--lang",
    "en-US",
    "--json",
  );
  expect(code).toBe(0);
  const result = JSON.parse(out) as Preview & { written: WriteReport };
  expect(result.targetTotal).toBe(11_006_087);
  expect(result.written.sheets).toEqual(["Overview", "Targets", "Actuals", "Data problems", "About"]);
  const saved = await openXlsx(new Uint8Array(await readFile(target)), "plan.xlsx");
  expect(saved.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Sales pipeline", "Targets"]));
});

test("evaluate scores by a scheme from a file", async () => {
  const scheme = join(folder, "scheme.json");
  await writeFile(scheme, JSON.stringify(ATTAINMENT_ONLY));
  const target = join(folder, "scores.xlsx");
  const { code, out } = await attain(
    "evaluate",
    workbook,
    "-o",
    target,
    "--scheme",
    scheme,
    "--lang",
    "en-US",
    "--json",
  );
  expect(code).toBe(0);
  const { people } = JSON.parse(out) as Preview;
  // 1 153 214 ÷ 333 518 is far over the cap of 150 %.
  expect(people[0]).toMatchObject({ name: "Darcel Schlecht", total: 150, grade: "Met", rank: 1 });
});

test("inspect lists what was recognised and what is odd, with its place", async () => {
  const { code, out } = await attain("inspect", workbook, "--lang", "en-US");
  expect(code).toBe(0);
  expect(out).toContain("Sales ledger: Sales pipeline!A1:H8801, 8,800 rows");
  expect(out).toMatch(/Account is empty \(1,425\)\n.*\n\s+Sales pipeline!D11/);
  expect(out).toContain("Sales pipeline!C3 “GTXPro”");
});

test.each([
  ["no command of that name", ["bogus"], 2, /^attain: usage: /],
  [
    "a file that is not there",
    ["inspect", "nowhere.xlsx", "--lang", "en-US"],
    3,
    /^attain: file-missing: There is no file “nowhere.xlsx”/,
  ],
  [
    "a file that is no workbook",
    ["inspect", start, "--lang", "zh-CN"],
    3,
    /^attain: file-unreadable: 无法读取文件/,
  ],
  ["a schema nobody knows", ["schema", "bogus"], 2, /^attain: usage: /],
])("%s ends with a line and a code", async (_, args, expected, line) => {
  const { code, err } = await attain(...args);
  expect(code).toBe(expected);
  expect(err).toMatch(line);
});

test("a request with mistakes names each of them and writes nothing", async () => {
  const request = join(folder, "request.json");
  await writeFile(request, JSON.stringify({ growth: "much", colour: "red" }));
  const target = join(folder, "never.xlsx");
  const { code, err } = await attain("plan", workbook, "-o", target, "--request", request, "--lang", "en-US");
  expect(code).toBe(4);
  expect(err).toContain('growth: should be a number, found "much"');
  expect(err).toContain("“colour” is not known");
  await expect(readFile(target)).rejects.toThrow("ENOENT");
});

test("the input is never written over", async () => {
  const before = await readFile(workbook);
  const { code, err } = await attain("plan", workbook, "-o", workbook, "--lang", "en-US");
  expect([code, err]).toEqual([2, expect.stringContaining("file-taken")]);
  expect(await readFile(workbook)).toEqual(before);
});

const ATTAINMENT_ONLY = {
  id: "attainment",
  name: "Attainment only",
  lang: "en-US",
  inputs: [
    { id: "target", name: "Target", format: "money" },
    { id: "revenue", name: "Revenue", format: "money" },
  ],
  sections: [
    {
      id: "results",
      name: "Results",
      weight: 100,
      indicators: [
        {
          id: "revenue",
          name: "Revenue attainment",
          weight: 100,
          rule: { kind: "proportional", cap: 1.5 },
          inputs: { actual: "revenue", target: "target" },
        },
      ],
    },
  ],
  weights: "exact",
  grades: [
    { name: "Met", from: 100, side: "≥", light: "●" },
    { name: "Missed", from: null, side: "≥", light: "▼" },
  ],
  decimals: 2,
};
