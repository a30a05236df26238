/** C1 from people's own tables. */
import { readSpan } from "../../../src/records/forms/span";
import { expectSameAgain, expectSound, fillFrom, workbookWith } from "../../support/fillBook";

test("two days in one cell", () => {
  expect(readSpan("2026.1.26-2.15")).toEqual({ from: "2026-01-26", to: "2026-02-15" });
  expect(readSpan("2026年5月1日至5日")).toEqual({ from: "2026-05-01", to: "2026-05-05" });
  expect(readSpan("2026-03-05 to 2026-03-08")).toEqual({ from: "2026-03-05", to: "2026-03-08" });
  expect(readSpan("2026/10/1 ~ 2026/10/7")).toEqual({ from: "2026-10-01", to: "2026-10-07" });
  expect(readSpan("国庆期间")).toBeUndefined();
  expect(readSpan("2026-05-08 to 2026-05-01")).toBeUndefined();
});

test("a Chinese list with the dates in one column and the cost in ten thousands", async () => {
  const host = await workbookWith([
    {
      tab: "促销",
      merges: ["A1:J1"],
      rows: [
        ["华东大区促销活动台账（2025 年）"],
        ["序号", "活动名称", "活动时间", "负责人", "平日日销量", "单件毛利（元）", "预算（万元）", "目标销量", "实际费用（万元）", "实际销量", "活动总结"], // prettier-ignore
        [
          1,
          "春节团购",
          "2025.1.20-2.10",
          "张三",
          120,
          35,
          4,
          "6,000",
          3.85,
          6320,
          "提前两周备货，企业客户占七成",
        ],
        [2, "三八节满减", "2025年3月5日至8日", "李四", 120, 35, "1.5", 1200, "待核", 910, null],
        [3, "国庆换新", "国庆期间", "王五", 120, 35, 3, 2400, null, null, null],
        ["合计", null, null, null, null, null, 8.5, 9600, 3.85, 7230, null],
      ],
    },
  ]);
  const filled = await fillFrom(host, "C1", "zh-CN");
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["促销!I4", "实际费用不是数字：“待核”"],
    ["促销!C5", "“国庆期间”不是起止日期"],
  ]);
  expect(filled.value("促销计划与评估", "A1")).toBe("2025 年促销与评估");
  const [first, second, third] = filled.records("促销计划与评估");
  // 22 days of 120 sell 2 640 anyway: 3 680 extra at 35 each bring 128 800 for 38 500.
  expect(first).toEqual({ 编号: "1", 促销活动: "春节团购", 负责人: "张三", 开始: 45677, 结束: 45698, 天数: 22, 平日日销量: 120, 单件毛利: 35, 预算: 40000, 目标销量: 6000, 应有增量: 6000 - 2640, 应有回报: (3360 * 35 - 40_000) / 40_000, 实际费用: 38500, 实际销量: 6320, 增量: 3680, 目标完成率: 6320 / 6000, 每件增量费用: 38500 / 3680, 投入回报: (128_800 - 38_500) / 38_500, 评估: "● 值得再做", 经验与改进: "提前两周备货，企业客户占七成" }); // prettier-ignore
  expect(second).toMatchObject({ 预算: 15000, 实际销量: 910, 增量: 430 });
  expect(second).not.toHaveProperty("实际费用");
  expect(third).not.toHaveProperty("开始");
  await expectSound(filled);
  await expectSameAgain(filled, "C1", "zh-CN");
});

test("an English list beside another table, its dates written in three ways", async () => {
  const host = await workbookWith([
    {
      tab: "Campaigns",
      at: "B3",
      dates: ["D5:E5"],
      rows: [
        ["Trade marketing – all amounts in whole dollars"],
        ["Campaign", "Responsible", "Start date", "End date", "Baseline daily volume", "Unit margin", "Planned cost", "Volume target", "Actual cost", "Units sold", "", "Currency", "Rate"], // prettier-ignore
        ["New year bundles", "Ann Lee", 46048, 46068, 120, 35, 40000, 6000, 38500, "6320", null, "EUR", 7.8],
        ["Women's Day", "Bob Ray", "5 Mar 2026", "March 8, 2026", "120", 35, "15,000", 1200, 16200, 910, null, "USD", 7.1], // prettier-ignore
        [null, null, null, null, null, null, null, null, null, null, null, null, null],
        ["Trade-in week", "Ann Lee", "2026-10-01", "2026-10-07", 120, 35, 30000, 2400, null, null],
      ],
    },
  ]);
  const filled = await fillFrom(host, "promotion", "en-US");
  expect(filled.problems).toEqual([]);
  const records = filled.records("Promotions");
  expect(records.map(({ Promotion, From, To, Extra }) => [Promotion, From, To, Extra])).toEqual([
    ["New year bundles", 46048, 46068, 6320 - 21 * 120],
    ["Women's Day", 46086, 46089, 910 - 4 * 120],
    ["Trade-in week", 46296, 46302, undefined],
  ]);
  await expectSound(filled);
  await expectSameAgain(filled, "C1", "en-US");
});

test("without a table of promotions it says which columns it looks for", async () => {
  const host = await workbookWith([
    {
      tab: "Notes",
      rows: [
        ["Milk", "Eggs"],
        ["1", "2"],
      ],
    },
  ]);
  await expect(fillFrom(host, "C1", "en-US")).rejects.toMatchObject({
    code: "no-data",
    params: { columns: expect.stringContaining("Promotion, From, To, Usual a day") as string },
  });
});
