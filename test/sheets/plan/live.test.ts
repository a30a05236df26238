/** The pages of a plan hold what the engine says, and go on holding together while people type. */
import { applyWorkbook } from "../../../src/excel/apply";
import { createNodeHost } from "../../../src/host/node";
import type { Host } from "../../../src/host/host";
import { planBookOf } from "../../../src/jobs/plan/planBook";
import { planNodes, type Plan } from "../../../src/planning/plan";
import { buildPlanSet } from "../../../src/planning/planSet";
import { EVERYTHING } from "../../planning/everything";
import { sum } from "../../planning/exact";

const set = buildPlanSet(EVERYTHING);
let host: Host;

beforeEach(async () => {
  host = createNodeHost();
  await applyWorkbook(planBookOf(set, { lang: "en-US", version: "1", date: "d" }), { lang: "en-US" });
  host.calculate();
});

/** A sheet's values; rows and columns are 0-based. */
async function valuesOf(sheet: string): Promise<unknown[][]> {
  return host.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange().load("values");
    await context.sync();
    return used.values as unknown[][];
  });
}

async function type(sheet: string, cell: string, value: string | number): Promise<void> {
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
  });
  host.calculate();
}

/** The rows below a header that starts so, up to the first empty name. */
function table(values: unknown[][], first: string, second: unknown, nth = 0): unknown[][] {
  const heads = values.flatMap((row, r) => (row[0] === first && row[1] === second ? [r] : []));
  const from = (heads[nth] ?? -1) + 1;
  const length = values.slice(from).findIndex((row) => row[0] === "");
  return values.slice(from, length < 0 ? undefined : from + length);
}

const totals = (plan: Plan | undefined): number[] =>
  plan ? planNodes(plan.root).map(({ total }) => total) : [];

test("tiers: floor, committed and stretch are the engine's, unit by unit", async () => {
  const rows = table(await valuesOf("Tiers"), "Unit", "Last year");
  expect(rows.map((row) => row[2])).toEqual(totals(set.tiers.floor));
  expect(rows.map((row) => row[3])).toEqual(totals(set.plan));
  expect(rows.map((row) => row[4])).toEqual(totals(set.tiers.stretch));
});

test("mix: the company's parts by period are the engine's, and nothing is off the target", async () => {
  const rows = table(await valuesOf("Mix 险种"), "Period", "车险");
  const cells = set.mixes[0]?.cells.get("*") ?? [];
  set.plan.periods.forEach((_, p) => expect(rows[p]?.slice(1, 4)).toEqual(cells.map((row) => row[p])));
  expect(rows.map((row) => row[5])).toEqual(Array(12).fill(0));
});

test("padding: the company owes 6 856 and hands on 5 % more", async () => {
  const [company] = table(await valuesOf("Padding"), "Unit", "Owes");
  expect(company?.slice(1, 5)).toEqual([6856, 7199, expect.closeTo(0.05, 4), 7199]);
});

test("other measures: costs −5 % and −10 %, the collection rate's weighted mean at 90 %", async () => {
  const values = await valuesOf("Other measures");
  const costs = values.filter((row) => row[0] === "总公司" && typeof row[15] === "number");
  expect(costs.map((row) => row[15])).toEqual([expect.closeTo(-0.05, 3), expect.closeTo(-0.1, 3)]);
  const rates = table(values, "Unit", "Now");
  expect(rates.map((row) => row[2])).toEqual(
    planNodes(set.plan.root).map(({ id }) => expect.closeTo(set.rates[0]?.units.get(id)?.rate ?? NaN, 12)),
  );
  expect(rates[0]?.[2]).toBeGreaterThanOrEqual(0.9);
});

test("a rate typed down pulls the mean under its target, and the check says by how much", async () => {
  const values = await valuesOf("Other measures");
  const row = values.findLastIndex((line) => line[0] === "李雷");
  await type("Other measures", `C${row + 1}`, 0.5);
  const [company] = table(await valuesOf("Other measures"), "Unit", "Now");
  expect(company?.[2]).toBeLessThan(0.9);
  expect(company?.[6]).toBeLessThan(0);
});

test("proposals: sums and differences level by level; a changed proposal runs through", async () => {
  const before = table(await valuesOf("Bottom up"), "Unit", "Last year");
  expect(before.map((row) => row[2])).toEqual(totals(set.bottomUp?.proposed));
  expect(before.map((row) => row[3])).toEqual(totals(set.bottomUp?.above));
  expect(before.map((row) => row[6])).toEqual(totals(set.plan));
  const values = await valuesOf("Bottom up");
  await type("Bottom up", `C${values.findIndex((row) => row[0] === "王伟") + 1}`, 1500);
  const after = table(await valuesOf("Bottom up"), "Unit", "Last year");
  expect(Number(after[0]?.[2]) - Number(before[0]?.[2])).toBe(100);
});

test("the card follows the name picked", async () => {
  const wang = planNodes(set.plan.root).find(({ name }) => name === "王伟");
  const stretch = set.tiers.stretch && planNodes(set.tiers.stretch.root).find(({ name }) => name === "王伟");
  await type("Target card", "A5", "王伟");
  const values = await valuesOf("Target card");
  expect(values[4]?.[2]).toBe("华南");
  const rows = table(values, "Period", "Committed");
  expect(rows.slice(0, 12).map((row) => row[1])).toEqual(wang?.target);
  expect(rows.slice(0, 12).map((row) => row[4])).toEqual(stretch?.target);
  expect(rows[11]?.[2]).toBe(wang?.total);
});

test("scenarios: every column is its plan, and the one picked stands against the base", async () => {
  const names = ["Base", "保守", "进取"];
  await type("Scenarios", "A5", "进取");
  const rows = table(await valuesOf("Scenarios"), "Unit", "Base", 1);
  names.forEach((_, i) => expect(rows.map((row) => row[i + 1])).toEqual(totals(set.scenarios[i]?.plan)));
  expect(rows.map((row) => row[4])).toEqual(totals(set.scenarios[2]?.plan));
  expect(rows[0]?.[5]).toBe((set.scenarios[2]?.plan.total ?? 0) - set.plan.total);
});

test("a target typed over shows the residual and reaches every page", async () => {
  const before = await valuesOf("Targets");
  const row = before.findIndex((line) => line[0] === "李雷");
  await type("Targets", `E${row + 1}`, Number(before[row]?.[4]) + 7);
  expect((await valuesOf("Targets")).find((line) => line[0] === "Residual (sum − plan)")?.[4]).toBe(7);
  const east = table(await valuesOf("Summary"), "大区", "Last year").find((line) => line[0] === "华东");
  expect(east?.[2]).toBe((set.plan.root.children[0]?.total ?? 0) + 7);
  const mix = table(await valuesOf("Mix 险种"), "Period", "车险");
  expect(sum(mix.map((line) => Number(line[5])))).toBe(-7);
});
