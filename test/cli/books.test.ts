/** Workbooks made from a request alone, and from a plan's workbook, as a script makes them. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "../../src/host/file/open";

const start = join(__dirname, "../../src/cli/attain.mjs");

function attain(
  ...args: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [start, ...args], { maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-books-"));
});

async function request(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return file;
}

test("drivers: a request becomes a workbook of its own", async () => {
  const file = await request("drivers.json", {
    stores: [{ name: "East", target: { passersBy: 1000, entry: 0.1, conversion: 0.2, ticket: 500 } }],
  });
  const out = join(folder, "drivers.xlsx");
  const { code, out: said } = await attain("drivers", file, "-o", out, "--lang", "zh-CN");
  expect(said).toContain("1 张表");
  expect(code).toBe(0);
  const book = await openXlsx(new Uint8Array(await readFile(out)), "drivers.xlsx");
  expect(book.sheets.map(({ name }) => name)).toEqual(["驱动因素"]);
  // 1 000 × 10 % × 20 % × ¥500
  expect(book.sheets[0]?.cells.get(5)?.get(7)?.value).toBe(10_000);
});

test("visits: as JSON for scripts", async () => {
  const file = await request("visits.json", {
    from: "2018-03-01",
    to: "2018-03-31",
    customers: [{ name: "A", class: "VIP", rep: "Ann" }],
  });
  const out = join(folder, "visits.xlsx");
  const { code, out: said } = await attain("visits", file, "-o", out, "--lang", "en-US", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({ file: out, sheets: ["Visit plan", "Visit list"], charts: 1 });
});

test("a request that does not fit is one line with the place, and nothing is written", async () => {
  const file = await request("bad.json", {
    from: "2018-03-01",
    to: "2018-03-31",
    customers: [{ name: "A" }],
  });
  const { code, err } = await attain("visits", file, "-o", join(folder, "bad.xlsx"), "--lang", "en-US");
  expect(code).toBe(4);
  expect(err).toMatch(/^attain: request-invalid: [^]*\n {2}customers\[0\].*: “class” is missing\n[^]*\n$/);
  await expect(readFile(join(folder, "bad.xlsx"))).rejects.toThrow();
});

test.each(["drivers", "visits", "follow", "revise"])("schema %s is printed", async (name) => {
  const { code, out } = await attain("schema", name);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ type: "object" });
});

test("revise: a plan's workbook, its first quarter closed with the targets as they were", async () => {
  const request = join(folder, "plan.json");
  await writeFile(
    request,
    JSON.stringify({
      measure: "Revenue",
      unit: "元",
      horizon: { from: "2018-01-01", to: "2018-12-31" },
      total: { value: 3600 },
      team: { company: "Company", levels: ["Rep"], members: [{ path: ["Ann"] }, { path: ["Bo"] }] },
      organisation: { kind: "even" },
      time: { kind: "even" },
    }),
  );
  const planned = join(folder, "plan.xlsx");
  expect((await attain("plan", "--request", request, "-o", planned, "--lang", "en-US")).code).toBe(0);
  const out = join(folder, "revised.xlsx");
  const args = [
    planned,
    "-o",
    out,
    "--closed",
    "2018-03",
    "--freeze",
    "target",
    "--total",
    "3300",
    "--lang",
    "en-US",
  ];
  const without = await attain("revise", ...args);
  expect(without.code).toBe(4);
  expect(without.err).toMatch(/^attain: request-invalid: .*say why.*\n$/);
  const unknown = await attain("revise", ...args.map((word) => (word === "2018-03" ? "2018-13" : word)));
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("There is nothing called “2018-13”. There are: 2018-01, 2018-02, ");
  const { code, out: said } = await attain("revise", ...args, "--reason", "A store closed");
  expect(said).toContain("3 periods closed, total 3,600 → 3,300");
  expect(code).toBe(0);
  const book = await openXlsx(new Uint8Array(await readFile(out)), "revised.xlsx");
  expect(book.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Targets", "Change bridge", "Confirmation", "Versions"]),
  );
});

test("follow: a shared target on a page of its own", async () => {
  const owners = [
    { department: "Sales", share: 0.7, main: true },
    { department: "Finance", share: 0.3 },
  ];
  const file = await request("follow.json", { shared: [{ name: "Collection", target: 0.9, owners }] });
  const out = join(folder, "follow.xlsx");
  const { code, out: said } = await attain("follow", file, "-o", out, "--lang", "en-US", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(said)).toMatchObject({ sheets: ["Responsibility"] });
});
