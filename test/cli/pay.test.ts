/** `attain pay` over the finished sample workbook. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { run } from "../../src/cli/session";
import { openXlsx } from "../../src/host/file/open";
import type { PayPlan } from "../../src/scoring/pay/payPlan";
import type { ParamRow } from "../../src/scoring/scheme";

let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "attain-pay-"));
  file = join(folder, "finished.xlsx");
  writeFileSync(file, (await run(await sampleWorkbook(), {}, "en-US")).bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

function planFile(tiers: readonly ParamRow[]): string {
  const plan: PayPlan = {
    id: "commission",
    name: "Commission",
    lang: "en-US",
    currency: "dollars",
    inputs: [
      { id: "sales", name: "Sales", format: "money", from: "revenue" },
      { id: "score", name: "Score", format: "decimal", from: "total" },
    ],
    components: [
      {
        id: "commission",
        name: "Commission",
        rule: { kind: "commission", mode: "marginal", tiers },
        inputs: { base: "sales" },
        counts: "paid",
      },
      {
        id: "bonus",
        name: "Score bonus",
        rule: { kind: "share", share: 1 },
        inputs: { base: "score * 10" },
        counts: "paid",
      },
    ],
    round: { digits: 2, mode: "half" },
  };
  const name = join(folder, `plan-${tiers.length}-${String(tiers[1]?.["to"])}.json`);
  writeFileSync(name, JSON.stringify(plan));
  return name;
}

async function attain(...args: string[]) {
  const printed: string[] = [];
  const spies = (["log", "error"] as const).map((way) =>
    jest.spyOn(console, way).mockImplementation((...line: unknown[]) => void printed.push(line.join(" "))),
  );
  const code = await main(args);
  spies.forEach((spy) => spy.mockRestore());
  return { code, text: printed.join("\n") };
}

test("pay follows the scorecard by formulas, and the sum printed is the sum on the sheet", async () => {
  const out = join(folder, "pay.xlsx");
  const plan = planFile([
    { from: 300_000, rate: 0.05 },
    { from: 0, rate: 0.02 },
  ]);
  const { code, text } = await attain("pay", file, "--plan", plan, "-o", out, "--lang", "en-US", "--json");
  expect(code).toBe(0);
  const { paid, waiting } = JSON.parse(text) as { paid: number; waiting: number };
  expect(waiting).toBe(5);
  const { sheets } = await openXlsx(new Uint8Array(readFileSync(out)), "pay.xlsx");
  const summary = sheets.find(({ name }) => name === "Pay summary");
  const totals = [...(summary?.cells.values() ?? [])].find((line) => line.get(0)?.value === "Total");
  const sums = [...(totals?.values() ?? [])]
    .map(({ value }) => value)
    .filter((value) => typeof value === "number");
  expect(sums).toContainEqual(expect.closeTo(paid, 6));
});

test("a gap between tiers is refused before anyone is paid", async () => {
  const plan = planFile([
    { from: 300_000, rate: 0.05 },
    { from: 0, to: 200_000, rate: 0.02 },
  ]);
  const { code, text } = await attain(
    "pay",
    file,
    "--plan",
    plan,
    "-o",
    join(folder, "no.xlsx"),
    "--lang",
    "en-US",
  );
  expect(code).toBe(4);
  expect(text).toContain("commission.tiers[1]: Commission: no tier covers 200,000 to 300,000");
});
