/** D12 from people's own tables, and from a ledger. */
import { sampleWorkbook } from "../../../src/cli/sampleFile";
import { createNodeHost } from "../../../src/host/node";
import { expectSameAgain, expectSound, fillFrom, workbookWith } from "../../support/fillBook";

test("a Chinese table in ten thousands, one account a merged group", async () => {
  const host = await workbookWith([
    {
      tab: "大客户台账",
      merges: ["A1:G1", "A4:A5"],
      rows: [
        ["2026 年上半年大客户销售情况表"],
        ["单位：万元"],
        ["客户名称", "产品名称", "客户经理", "去年同期", "今年计划", "实际完成", "完成率"],
        ["远大集团", "标准机型", "张三", 320, 360, 402, 402 / 360],
        [null, "高端机型", "张三", 150, "200", "171.5", 171.5 / 200],
        ["金桥建设", "高端机型", "李四", 90, 100, 0, 0],
        ["海川化工", "标准机型", "李四", null, 120, "未报", null],
        ["合计", null, null, 560, 780, 573.5, null],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D12", "zh-CN");
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["大客户台账!F7", "实绩不是数字：“未报”"],
  ]);
  expect(filled.value("大客户", "A2")).toContain("单位：万元");
  const lines = filled.records("大客户");
  expect(
    lines.map(({ 客户, 产品, 上年同期, 计划, 实绩, 差额 }) => [客户, 产品, 上年同期, 计划, 实绩, 差额]),
  ).toEqual([
    ["远大集团", "标准机型", 320, 360, 402, 42],
    ["远大集团", "高端机型", 150, 200, 171.5, -28.5],
    ["金桥建设", "高端机型", 90, 100, 0, -100],
    ["海川化工", "标准机型", undefined, 120, undefined, undefined],
  ]);
  expect(filled.records("分产品").map(({ 产品, 计划, 实绩 }) => [产品, 计划, 实绩])).toEqual([
    ["标准机型", 480, 402],
    ["高端机型", 300, 171.5],
  ]);
  expect(filled.records("客户流失").map(({ 客户, 流失 }) => [客户, 流失])).toEqual([
    ["远大集团", "●"],
    ["金桥建设", "▼ 流失"],
    ["海川化工", "新客户"],
  ]);
  await expectSound(filled);
  await expectSameAgain(filled, "D12", "zh-CN");
});

test("an English table without a unit keeps its figures as they are", async () => {
  const host = await workbookWith([
    {
      tab: "KAM",
      rows: [
        ["Key accounts H1"],
        [],
        ["Customer", "Category", "KAM", "Prior year", "Target", "Actual sales ($k)"],
        ["Yuanda Group", "Standard", "Ann Lee", "320,000", 360000, 402],
        ["Golden Bridge", "Premium", "Bob Ray", 90000, 100000, 12],
        ["Total", "", "", 410000, 460000, 414],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D12", "en-US");
  expect(filled.problems).toEqual([]);
  expect(
    filled
      .records("Accounts")
      .map(({ Account, Plan, Actual, Attainment }) => [Account, Plan, Actual, Attainment]),
  ).toEqual([
    // prettier-ignore
    ["Yuanda Group", 360000, 402000, 402 / 360],
    ["Golden Bridge", 100000, 12000, 0.12],
  ]);
  await expectSound(filled);
  await expectSameAgain(filled, "D12", "en-US");
});

test("a ledger gives accounts, products and actuals; what it does not hold is said", async () => {
  const filled = await fillFrom(createNodeHost(await sampleWorkbook()), "D12", "en-US");
  expect(filled.problems.map(({ what }) => what)).toEqual([
    "a ledger holds no plan, so the column Plan is empty",
    "the ledger has no deal of the same months of 2016; Last year is empty",
    expect.stringMatching(
      /^of 85 accounts, the \d+ that make up 8\d % of the money were taken as key accounts$/,
    ),
  ]);
  const lines = filled.records("Accounts");
  const sum = lines.reduce((total, { Actual }) => total + Number(Actual), 0);
  expect(sum).toBeGreaterThan(0.8 * 10_005_534);
  expect(filled.value("Accounts", "A2")).toContain("2017 to 12/31");
  expect(lines[0]).not.toHaveProperty("Gap");
  await expectSound(filled);
});
