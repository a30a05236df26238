/** `attain pay` over the finished sample workbook. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { run } from "../../src/cli/session";
import { evaluate } from "../../src/scoring/evaluate";
import { oneMonth } from "../support/evaluations";
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

describe("managers and positions come from the workbook's own lists", () => {
  const chain: PayPlan = {
    id: "fines",
    name: "Fines",
    lang: "en-US",
    currency: "dollars",
    inputs: [{ id: "score", name: "Score", format: "decimal", from: "total" }],
    components: [
      {
        id: "byScore",
        name: "By score",
        rule: { kind: "perItem", each: 10 },
        inputs: { count: "score" },
        counts: "paid",
        noData: "zero",
      },
    ],
    round: { digits: 2, mode: "half" },
  };
  const fines: PayPlan = {
    ...chain,
    components: [
      ...chain.components,
      {
        id: "fine",
        name: "Fine",
        rule: { kind: "perItem", each: 1 },
        inputs: { count: "MAX(0, 100 - score)" },
        counts: "deducted",
        noData: "zero",
      },
      {
        id: "carried",
        name: "Carried",
        rule: { kind: "chain", direct: 0.5, upper: 0 },
        inputs: { of: "fine" },
        counts: "deducted",
      },
    ],
  };

  test("the sample ledger's team list says who manages whom", async () => {
    const [plan, out] = [join(folder, "fines.json"), join(folder, "fines.xlsx")];
    writeFileSync(plan, JSON.stringify(fines));
    const { code, text } = await attain("pay", file, "--plan", plan, "-o", out, "--lang", "en-US", "--json");
    expect(code).toBe(0);
    expect((JSON.parse(text) as { taken: string[] }).taken).toEqual(["Sales teams"]);
    const { sheets } = await openXlsx(new Uint8Array(readFileSync(out)), "fines.xlsx");
    const summary = sheets.find(({ name }) => name === "Pay summary");
    const line = [...(summary?.cells.values() ?? [])].find(
      (cells) => cells.get(1)?.value === "Anna Snelling",
    );
    expect(line?.get(2)).toMatchObject({
      value: "Dustin Brinkmann",
      formula: expect.stringContaining("Sales teams") as string,
    });
  });

  test("an evaluation with pay in one workbook, then what another pay would cost", async () => {
    const [plan, out] = [join(folder, "march.json"), join(folder, "march.xlsx")];
    writeFileSync(plan, JSON.stringify(chain));
    const request = join(folder, "request.json");
    writeFileSync(request, JSON.stringify(oneMonth()));
    expect(
      (await attain("evaluate", "--request", request, "--pay", plan, "-o", out, "--lang", "en-US")).code,
    ).toBe(0);
    const { code, text } = await attain(
      "whatif",
      out,
      "--set",
      "pay.byScore.each=20",
      "--lang",
      "en-US",
      "--json",
    );
    expect(code).toBe(0);
    const { pay } = JSON.parse(text) as {
      pay: { before: number; after: number; people: { before: number; after: number }[] };
    };
    const results = evaluate(oneMonth()).results;
    expect(pay.people.map(({ before }) => before)).toEqual(
      results.map(({ total }) => expect.closeTo((total ?? 0) * 10, 6) as number),
    );
    expect(pay.after).toBeCloseTo(pay.before * 2, 6);
    const printed = await attain("whatif", out, "--set", "pay.byScore.each=20", "--lang", "zh-CN");
    expect(printed.text).toContain("本期发放合计");
    expect(printed.text).not.toContain("薪酬汇总上现在的金额");
  });
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

describe("a score that the review has changed is the one that is paid", () => {
  const plan: PayPlan = {
    id: "points",
    name: "Points",
    lang: "en-US",
    currency: "dollars",
    inputs: [{ id: "score", name: "Score", format: "decimal", from: "total" }],
    components: [
      {
        id: "points",
        name: "Points",
        rule: { kind: "perItem", each: 10 },
        inputs: { count: "score" },
        counts: "paid",
        noData: "zero",
      },
    ],
    round: { digits: 2, mode: "half" },
  };
  const at = (name: string): string => join(folder, name);
  const pays = (from: string, to: string) =>
    attain("pay", at(from), "--plan", at("points.json"), "-o", at(to), "--lang", "en-US", "--json");
  /** Bob's month goes from 78.4 to 101. */
  async function adjust(from: string, to: string): Promise<void> {
    const review = (file: string, out: string, ...args: string[]) =>
      attain("review", at(file), "-o", at(out), "--on", "2026-04-03", "--by", "Max", ...args);
    expect(await review(from, `submitted-${to}`, "--submit", "all")).toMatchObject({ code: 0 });
    expect(
      await review(`submitted-${to}`, to, "--adjust", "Bob=101", "--reason", "a deal was booked late"),
    ).toMatchObject({ code: 0 });
  }
  async function bobOn(file: string): Promise<readonly unknown[]> {
    const { sheets } = await openXlsx(new Uint8Array(readFileSync(at(file))), file);
    const summary = sheets.find(({ name }) => name === "Pay summary");
    const line = [...(summary?.cells.values() ?? [])].find((cells) => cells.get(1)?.value === "Bob");
    return [...(line?.values() ?? [])].map(({ value }) => value);
  }

  beforeAll(async () => {
    writeFileSync(at("points.json"), JSON.stringify(plan));
    writeFileSync(at("march.json"), JSON.stringify(oneMonth()));
    const args = ["evaluate", "--request", at("march.json"), "-o", at("march.xlsx"), "--lang", "en-US"];
    expect(await attain(...args)).toMatchObject({ code: 0 });
  });

  test("review first, then pay", async () => {
    await adjust("march.xlsx", "reviewed.xlsx");
    const before = await pays("march.xlsx", "paid.xlsx");
    const after = await pays("reviewed.xlsx", "reviewed-paid.xlsx");
    const paid = ({ text }: { readonly text: string }): number => (JSON.parse(text) as { paid: number }).paid;
    expect(paid(after) - paid(before)).toBeCloseTo(226, 6);
    expect(await bobOn("reviewed-paid.xlsx")).toEqual(expect.arrayContaining(["Bob", 101, 1010]));
  });

  test("pay first, then review: the page follows, and follows back", async () => {
    await pays("march.xlsx", "paid-first.xlsx");
    expect(await bobOn("paid-first.xlsx")).toEqual(expect.arrayContaining([78.4, 784]));
    await adjust("paid-first.xlsx", "then-reviewed.xlsx");
    expect(await bobOn("then-reviewed.xlsx")).toEqual(expect.arrayContaining([101, 1010]));
    const back = ["--adjust", "Bob=78.4", "--reason", "booked twice", "--on", "2026-04-04", "--by", "Max"];
    expect(await attain("review", at("then-reviewed.xlsx"), "-o", at("back.xlsx"), ...back)).toMatchObject({
      code: 0,
    });
    expect(await bobOn("back.xlsx")).toEqual(expect.arrayContaining([78.4, 784]));
  });
});
