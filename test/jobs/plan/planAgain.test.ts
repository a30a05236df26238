/** A plan made again from the request page of its own workbook. */
import { cellRef } from "../../../src/formula/references";
import type { Host } from "../../../src/host/host";
import { createNodeHost } from "../../../src/host/node";
import { hasRequest, prepareAgain, writePlan } from "../../../src/jobs/plan/planJob";
import { writeTemplate } from "../../../src/jobs/template/template";
import { LANGS } from "../../../src/words";
import { look } from "../../support/finishedBook";

/** Where a value stands on a page. */
function placeOf(host: Host, tab: string, wanted: unknown): string {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  for (const [row, line] of sheet?.cells ?? [])
    for (const [column, { value }] of line) if (value === wanted) return cellRef(row, column);
  throw new Error(`${String(wanted)} is not on ${tab}`);
}

async function type(tab: string, at: string, value: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(tab).getRange(at).values = [[value]];
    await context.sync();
  });
}

describe.each(LANGS)("in %s", (lang) => {
  const [request, targets] = lang === "zh-CN" ? ["分解要求", "目标分解"] : ["Request", "Targets"];

  test("another total on the request page makes another plan, to the last unit, and every page follows", async () => {
    const host = createNodeHost();
    await writeTemplate("regions", { lang });
    expect(await hasRequest()).toBe(true);
    await type(request, placeOf(host, request, 3200), 4321);
    const prepared = await prepareAgain({ lang });
    expect(prepared.plan.root.total).toBe(4321);
    await writePlan(prepared, { lang });
    host.calculate();
    const { value, formulas } = look(host);
    expect(value(targets, placeOf(host, targets, 4321))).toBe(4321);
    expect(formulas.filter((one) => one.value !== null && typeof one.value === "object")).toEqual([]);
  });

  test("working it out writes nothing", async () => {
    const host = createNodeHost();
    await writeTemplate("regions", { lang });
    const before = look(host).formulas.length;
    const { plan } = await prepareAgain({ lang });
    expect(plan.root.total).toBe(3200);
    expect(look(host).formulas).toHaveLength(before);
  });
});

test("a request that cannot be understood names its cell; a workbook without one says so", async () => {
  const host = createNodeHost();
  expect(await hasRequest()).toBe(false);
  await expect(prepareAgain({ lang: "en-US" })).rejects.toMatchObject({ code: "no-data" });
  await writeTemplate("regions", { lang: "en-US" });
  const at = placeOf(host, "Request", 3200);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Request").getRange(at).values = [["a lot"]];
    await context.sync();
  });
  const refused = await prepareAgain({ lang: "en-US" }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "request-invalid" });
  expect(String((refused as { params?: { detail?: string } }).params?.detail)).toContain(at);
});
