/** Typing over a plan's workbook, and planning again around what was typed. */
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../src/cli/main";
import { NoSolutionError } from "../../../src/planning/allocate/conflicts";
import { createNodeHost } from "../../../src/host/node";
import type { Host } from "../../../src/host/host";
import { openXlsx } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { prepareKept, writePlan, type PreparedPlan } from "../../../src/jobs/plan/planJob";
import { planBook } from "../../../src/jobs/plan/planBook";
import { applyWorkbook } from "../../../src/excel/apply";
import { planNodes } from "../../../src/planning/plan";
import type { PlanRequest } from "../../../src/planning/planRequest";
import { EIGHT_REGIONS, TWO_TIERS, WINTER } from "../../planning/requests";
import { EVERYTHING } from "../../planning/everything";
import { expectExact } from "../../planning/exact";

/** The workbook of a plan, opened again after somebody typed into its target sheet. */
async function typedOver(request: PlanRequest, typed: Record<string, number | string>): Promise<Host> {
  const host = createNodeHost();
  await applyWorkbook(planBook(request, { lang: "zh-CN" }), { lang: "zh-CN" });
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("目标分解");
    for (const [cell, value] of Object.entries(typed)) sheet.getRange(cell).values = [[value]];
  });
  host.calculate();
  return createNodeHost(await openXlsx(await saveXlsx(host.workbook), "book.xlsx"));
}

async function kept(request: PlanRequest, typed: Record<string, number | string>): Promise<PreparedPlan> {
  await typedOver(request, typed);
  return prepareKept({ lang: "zh-CN" });
}

const unit = ({ plan }: PreparedPlan, name: string) =>
  planNodes(plan.root).find((node) => node.name === name);

// Rows of the eight regions: 9 华东 … 16 海外; months in E:P, the total in Q.
describe("typed over a target sheet", () => {
  test("nothing typed: the same plan again", async () => {
    const again = await kept(EIGHT_REGIONS, {});
    expect(again.typed?.limits).toEqual([]);
    expect(again.request).toEqual(EIGHT_REGIONS);
    expect(unit(again, "华东")?.total).toBe(624);
  });

  test("a month of a region is kept; the others give way, the total stays", async () => {
    const again = await kept(EIGHT_REGIONS, { G9: 80 });
    expect(again.typed?.limits).toEqual([{ node: "华东", period: "2026-03", lock: 80 }]);
    expect(unit(again, "华东")?.target[2]).toBe(80);
    expect(again.plan.total).toBe(2500);
    expectExact(again.plan);
  });

  test("a sum typed over is kept, too: a region's year and the company's month", async () => {
    const again = await kept(EIGHT_REGIONS, { Q10: 600, H6: 300 });
    expect(again.typed?.limits).toEqual(
      expect.arrayContaining([
        { node: "华南", lock: 600 },
        { node: "*", period: "2026-04", lock: 300 },
      ]),
    );
    expect(unit(again, "华南")?.total).toBe(600);
    expect(again.plan.root.target[3]).toBe(300);
    expectExact(again.plan);
  });

  test("a typed total moves the whole plan", async () => {
    const again = await kept(EIGHT_REGIONS, { A4: 2600, E9: 40 });
    expect(again.plan.total).toBe(2600);
    expect(unit(again, "华东")?.target[0]).toBe(40);
    expectExact(again.plan);
  });

  test("typed growth", async () => {
    const again = await kept(WINTER, { B4: 0.2 });
    expect(again.request.total).toEqual({ growth: 0.2 });
    expect(again.plan.total).toBe(2904);
  });

  test("a contradiction is named as people would", async () => {
    await typedOver(EIGHT_REGIONS, { E9: 100, E10: 100, E6: 150 });
    const refused = await prepareKept({ lang: "zh-CN" }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(NoSolutionError);
    expect((refused as NoSolutionError).params["detail"]).toBe(
      "华东 1月锁定为 100（差 50）；华南 1月锁定为 100（差 50）；总公司 1月锁定为 150（差 50）",
    );
  });

  test("words and fractions where amounts belong are named with their cells", async () => {
    await typedOver(EIGHT_REGIONS, { E9: "很多", F9: 12.5 });
    await expect(prepareKept({ lang: "zh-CN" })).rejects.toThrow(
      "目标分解!E9 应为不小于 0 的数字，而不是“很多”; 目标分解!F9 12.5 不是 1 的整数倍",
    );
  });

  test("the written workbook says what was typed and holds the rest shared out anew; kept again it stays", async () => {
    const host = await typedOver(TWO_TIERS, { E9: 40 });
    const first = await prepareKept({ lang: "zh-CN" });
    await writePlan(first, { lang: "zh-CN" });
    host.calculate();
    const again = await prepareKept({ lang: "zh-CN" });
    expect(again.typed?.limits).toEqual([]);
    expect(again.request).toEqual(first.request);
    expect(planNodes(again.plan.root)).toEqual(planNodes(first.plan.root));
  });

  test("with padding, proposals, scenarios and all: a rep's month stays as typed", async () => {
    const again = await kept(EVERYTHING, { E10: 150 });
    expect(unit(again, "李雷")?.target[0]).toBe(150);
    expectExact(again.plan);
  });
});

test("attain plan --keep-typed, from file to file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "attain-plan-"));
  const [request, book, typed, out] = ["r.json", "b.xlsx", "t.xlsx", "o.xlsx"].map((name) =>
    join(folder, name),
  );
  await writeFile(request ?? "", JSON.stringify(EIGHT_REGIONS));
  const quiet = jest.spyOn(console, "log").mockImplementation(() => undefined);
  try {
    expect(await main(["plan", "--request", request ?? "", "-o", book ?? "", "--lang", "zh-CN"])).toBe(0);
    const opened = await openXlsx(new Uint8Array(await readFile(book ?? "")), "b.xlsx");
    expect(opened.sheets.map(({ name }) => name)).toEqual([
      "目标分解",
      "区域汇总",
      "目标卡",
      "分解要求",
      "说明",
    ]);
    const host = createNodeHost(opened);
    await host.run(async ({ workbook }) => {
      workbook.worksheets.getItem("目标分解").getRange("E9").values = [[50]];
    });
    host.calculate();
    await writeFile(typed ?? "", await saveXlsx(host.workbook));
    expect(await main(["plan", typed ?? "", "--keep-typed", "-o", out ?? "", "--lang", "zh-CN"])).toBe(0);
    expect(quiet).toHaveBeenCalledWith("保留 1 个手工填写的数，其余围绕它们重新分解。");
    const finished = await openXlsx(new Uint8Array(await readFile(out ?? "")), "o.xlsx");
    const cells = finished.sheets.find(({ name }) => name === "目标分解")?.cells;
    expect(cells?.get(8)?.get(4)?.value).toBe(50);
    expect(cells?.get(5)?.get(16)?.value).toBe(2500);
  } finally {
    quiet.mockRestore();
  }
});
