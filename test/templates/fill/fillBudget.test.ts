/** D16 from people's own tables. */
import { expectSameAgain, expectSound, fillFrom, workbookWith } from "../../support/fillBook";

const MONTHS = Array.from({ length: 12 }, (_, i) => `${i + 1}月`);

test("a Chinese budget in ten thousands, actuals on another sheet, changes below", async () => {
  const host = await workbookWith([
    {
      tab: "预算",
      merges: ["A1:Q1"],
      rows: [
        ["2025 年度费用预算表"],
        ["单位：万元"],
        ["序号", "部门", "费用科目", "负责人", ...MONTHS, "合计"],
        [1, "销售部", "差旅费", "张三", ...MONTHS.map(() => 3), 36],
        [2, "销售部", "招待费", "张三", ...MONTHS.map(() => "1"), 12],
        [1, "市场部", "广告费", "李四", ...MONTHS.map((_, i) => (i === 4 ? "待定" : 4)), 48],
        ["合计", null, null, null, ...MONTHS.map(() => 8), 96],
      ],
    },
    {
      tab: "执行情况",
      rows: [
        ["实际费用（元）"],
        ["费用科目", "1月", "2月", "3月"],
        ["差旅费", 28000, "31,500", 30000],
        ["广 告 费", 40000, 52000, null],
        ["培训费", 5000, null, null],
      ],
    },
    {
      tab: "调整",
      rows: [
        ["费用科目", "调整金额（万元）", "调整原因", "批准人", "批准日期"],
        ["广告费", 4, "新增秋季展会", "王总", "2025年4月20日"],
        ["招待费", -0.6, "压缩标准", null, null],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D16", "zh-CN");
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["预算!I6", "5月不是数字：“待定”"],
    ["预算!A6", "预算编号有重复，已重新编号"],
    ["执行情况!A5", "“培训费”没有预算，已在预算分解补一行"],
  ]);
  expect(filled.value("预算分解", "A1")).toBe("2025 年费用预算分解");
  expect(
    filled
      .records("预算分解")
      .map((line) => [line["编号"], line["费用项目"], line["全年预算"], line["1月"], line["核对"]]),
  ).toEqual([
    // prettier-ignore
    ["B1", "差旅费", 360_000, 30_000, 0],
    ["B2", "招待费", 120_000, 10_000, 0],
    ["B3", "广告费", 480_000, 40_000, -40_000],
    ["B4", "培训费", undefined, undefined, 0],
  ]);
  expect(
    filled.records("实际发生").map((line) => [line["编号"], line["1月"], line["2月"], line["3月"]]),
  ).toEqual([
    // prettier-ignore
    ["B1", 28_000, 31_500, 30_000],
    ["B3", 40_000, 52_000, undefined],
    ["B4", 5_000, undefined, undefined],
  ]);
  expect(filled.value("差异分析", "B4")).toBe(3);
  const at = (column: string) => [8, 9, 10].map((row) => filled.value("差异分析", `${column}${row}`));
  // Up to March: travel 90 000 planned, 89 500 spent; advertising 120 000 and 92 000, its budget 40 000 more.
  expect([at("I"), at("J"), at("M")]).toEqual([
    [90_000, 30_000, 120_000],
    [89_500, 0, 92_000],
    [360_000, 120_000, 520_000],
  ]);
  // 张三 answers for travel and entertaining, 李四 for advertising.
  expect(
    filled
      .records("按责任人")
      .map((line) => [line["责任中心"], line["责任人"], line["累计预算"], line["累计实际"]]),
  ).toEqual([
    // prettier-ignore
    ["销售部", "张三", 120_000, 89_500],
    ["市场部", "李四", 120_000, 92_000],
  ]);
  await expectSound(filled);
  await expectSameAgain(filled, "D16", "zh-CN");
});

test("one English table with budget and actual side by side under each month", async () => {
  const months = ["Jan", "Feb", "Mar"];
  const host = await workbookWith([
    {
      tab: "Opex 2026",
      merges: ["D2:E2", "F2:G2", "H2:I2"],
      rows: [
        ["Operating expenses 2026 (in thousands)"],
        ["Department", "Cost type", "Manager", ...months.flatMap((month) => [month, null])],
        [null, null, null, ...months.flatMap(() => ["Budget", "Actual"])],
        ["Sales", "Travel", "Ann Lee", 30, 28, 30, "31.5", 30, 30],
        ["Marketing", "Advertising", "Bob Ray", 40, 40, 40, 52, 40, null],
        ["Total", null, null, 70, 68, 70, 83.5, 70, 30],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D16", "en-US");
  expect(
    filled
      .records("Budget")
      .map((line) => [line["No."], line["Item"], line["Owner"], line["Year"], line["Feb"]]),
  ).toEqual([
    // prettier-ignore
    ["B1", "Travel", "Ann Lee", 90_000, 30_000],
    ["B2", "Advertising", "Bob Ray", 120_000, 40_000],
  ]);
  expect(
    filled.records("Actuals").map((line) => [line["No."], line["Jan"], line["Feb"], line["Mar"]]),
  ).toEqual([
    ["B1", 28_000, 31_500, 30_000],
    ["B2", 40_000, 52_000, undefined],
  ]);
  expect(filled.problems).toEqual([]);
  await expectSound(filled);
  await expectSameAgain(filled, "D16", "en-US");
});

test("payments one by one are summed by month; those of another year are named", async () => {
  const host = await workbookWith([
    {
      tab: "Budget 2026",
      rows: [
        ["Code", "Cost centre", "Item", "Owner", "Annual budget"],
        ["T-01", "Sales", "Travel", "Ann Lee", 120000],
        ["T-02", "Sales", "Hotels", "Ann Lee", 60000],
        ["A-01", "Marketing", "Advertising", "Bob Ray", "240,000"],
      ],
    },
    {
      tab: "Payments",
      rows: [
        ["Payment date", "Expense item", "Department", "Amount paid"],
        ["2026-01-14", "Travel", "Sales", 1200.5],
        ["2026-01-28", "Travel", "Sales", "800"],
        ["2026-02-03", "Advertising", "Marketing", 5000],
        ["2025-12-30", "Hotels", "Sales", 300],
        ["soon", "Hotels", "Sales", 10],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D16", "en-US");
  expect(filled.records("Actuals").map((line) => [line["No."], line["Jan"], line["Feb"]])).toEqual([
    ["T-01", 2000.5, undefined],
    ["A-01", undefined, 5000],
  ]);
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["Budget 2026!A1:E4", "no columns for: the months (M1 … M12); left empty"],
    ["Actuals", "no table was found for “Actuals”"],
    ["Payments!A6", "Date is not a date: “soon”"],
    ["Payments!A5", "1 payments are not of 2026 and were not counted"],
    ["Payments!A6", "1 payments have no date and were counted for no month"],
  ]);
  await expectSound(filled);
});
