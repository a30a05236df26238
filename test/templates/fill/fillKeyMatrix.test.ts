/** D12 from tables with the customers down and the products across, as most companies keep them. */
import { expectSameAgain, expectSound, fillFrom, workbookWith, type Filled } from "../../support/fillBook";

type Line = readonly [account: string, product: string, lastYear?: number, plan?: number, actual?: number];

function linesOf(filled: Filled, tab: string, words: readonly string[]): Line[] {
  return filled.records(tab).map((record) => words.map((word) => record[word]) as unknown as Line);
}
const ZH = ["客户", "产品", "上年同期", "计划", "实绩"] as const;
const EN = ["Account", "Product", "Last year", "Plan", "Actual"] as const;

test("plan and actual under each product, merged headers, totals in a row and in columns, blanks and text", async () => {
  const host = await workbookWith([
    {
      tab: "大客户",
      merges: ["A1:J1", "A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:H3", "I3:J3"],
      rows: [
        ["2026 年上半年大客户计划与完成（万元）"],
        ["单位：万元"],
        ["客户名称", "客户经理", "标准机型", null, "高端机型", null, "配件与服务", null, "合计", null],
        [null, null, "计划", "实际", "计划", "实际", "计划", "实际", "计划", "实际"],
        ["远大集团", "张三", 360, 402, "200", "171.5", 50, 58, 610, 631.5],
        ["金桥建设", "李四", null, null, 100, 0, null, null, 100, 0],
        ["海川化工", "李四", 120, "未报", null, null, 20, 22, 140, 22],
        ["合计", null, 480, 402, 300, 171.5, 70, 80, 850, 653.5],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D12", "zh-CN");
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["大客户!D7", "实绩不是数字：“未报”"],
    ["大客户!A3:J7", "没有找到这些列，留空：上年同期"],
  ]);
  expect(filled.value("大客户 2", "A2") ?? filled.value("大客户", "A2")).toContain("单位：万元");
  const tab = filled.report.sheets.find((name) => name.startsWith("大客户")) ?? "";
  expect(linesOf(filled, tab, ZH)).toEqual([
    ["远大集团", "标准机型", undefined, 360, 402],
    ["远大集团", "高端机型", undefined, 200, 171.5],
    ["远大集团", "配件与服务", undefined, 50, 58],
    ["金桥建设", "高端机型", undefined, 100, 0],
    ["海川化工", "标准机型", undefined, 120, undefined],
    ["海川化工", "配件与服务", undefined, 20, 22],
  ]);
  await expectSound(filled);
  await expectSameAgain(filled, "D12", "zh-CN");
});

test("plan in one table and actual in another below it, with a corner that names both", async () => {
  const host = await workbookWith([
    {
      tab: "KA matrix",
      rows: [
        ["Plan 2026"],
        ["Customer / Product", "Standard", "Premium", "Total"],
        ["Yuanda Group", "320,000", 150000, 470000],
        ["Golden Bridge", 0, 90000, 90000],
        ["Total", 320000, 240000, 560000],
        [],
        ["Actual 2026"],
        ["Customer / Product", "Standard", "Premium", "Total"],
        ["Golden Bridge", null, 12000, 12000],
        ["Yuanda Group", 402000, null, 402000],
        ["Total", 402000, 12000, 414000],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D12", "en-US");
  expect(linesOf(filled, "Accounts", EN)).toEqual([
    ["Yuanda Group", "Standard", undefined, 320000, 402000],
    ["Yuanda Group", "Premium", undefined, 150000, undefined],
    ["Golden Bridge", "Standard", undefined, 0, undefined],
    ["Golden Bridge", "Premium", undefined, 90000, 12000],
  ]);
  await expectSound(filled);
});

test("one header row, sheets for last year and this year, rates and a sum without a name left out", async () => {
  const rows = (head: string): (string | number | null)[][] => [
    ["客户", `标准机型${head}`, `高端机型${head}`, null, "完成率"],
    ["远大集团", 320, 150, 470, "85%"],
    ["海川化工", "1,200", null, 1200, "90%"],
  ];
  const host = await workbookWith([
    { tab: "去年", rows: rows("上年实绩") },
    { tab: "今年", rows: rows("实绩") },
  ]);
  const filled = await fillFrom(host, "D12", "zh-CN");
  expect(linesOf(filled, "大客户", ZH)).toEqual([
    ["远大集团", "标准机型", 320, undefined, 320],
    ["远大集团", "高端机型", 150, undefined, 150],
    ["海川化工", "标准机型", 1200, undefined, 1200],
  ]);
  await expectSound(filled);
});

test("what is not understood is named with its cell and what to do", async () => {
  const host = await workbookWith([
    {
      tab: "Sheet7",
      rows: [
        ["Customer / Product", "Standard", "Premium", null, "Total"],
        ["Yuanda Group", 320, 150, 33, 503],
        ["Golden Bridge", 10, 90, 44, 144],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D12", "en-US");
  expect(filled.problems).toEqual(
    expect.arrayContaining([
      {
        where: "Sheet7!D1",
        what: "This column names no product",
        remedy:
          "Expected: A product's name in the header. The column was left out; name it and fill in again",
      },
      {
        where: "Sheet7!B1",
        what: "Nothing says whether these are plan or actual: “Standard”",
        remedy: "Expected: “Plan”, “Actual” or “Last year” above the table or in its header. Read as Actual",
      },
    ]),
  );
  expect(linesOf(filled, "Accounts", EN)).toHaveLength(4);
});

test("customers by month are no products, and a list of customers is no matrix", async () => {
  for (const rows of [
    [
      ["客户", "1月", "2月", "3月", "合计"],
      ["远大集团", 10, 20, 30, 60],
    ],
    [
      ["客户名称", "信用额度", "员工人数"],
      ["远大集团", 500, 1200],
    ],
  ])
    await expect(fillFrom(await workbookWith([{ tab: "表", rows }]), "D12", "zh-CN")).rejects.toMatchObject({
      code: "no-data",
    });
});
