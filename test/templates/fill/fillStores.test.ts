/** D11 from people's own store tables. */
import { sampleWorkbook } from "../../../src/cli/sampleFile";
import { createNodeHost } from "../../../src/host/node";
import { expectSameAgain, expectSound, fillFrom, workbookWith, type Filled } from "../../support/fillBook";

/** Rows of one of the page's tables, from its section's line on: store and the seven figures. */
function rowsUnder(filled: Filled, tab: string, section: RegExp, stores: number): unknown[][] {
  const start = Array.from({ length: 60 }, (_, i) => i + 1).find((row) => {
    const value = filled.value(tab, `A${row}`);
    return typeof value === "string" && section.test(value);
  });
  return Array.from({ length: stores }, (_, i) =>
    [..."ABCDEFGH"].map((column) => filled.value(tab, `${column}${(start ?? 0) + 2 + i}`)),
  );
}

test("target and actual side by side under merged headers, counts in place of rates", async () => {
  const host = await workbookWith([
    {
      tab: "1月",
      merges: ["A1:I1", "B2:E2", "F2:I2"],
      rows: [
        ["2026年1月门店经营情况"],
        ["门店", "目标", null, null, null, "实际", null, null, null],
        [null, "客流量", "进店率", "成交率", "客单价", "客流量", "进店人数", "成交笔数", "销售额"],
        ["人民路店", 31000, "10%", 0.2, 500, "29,450", 2768, 587, 280586],
        ["大学城店", 24800, 12, 25, 260, 25300, 3314, "缺", 221000],
        ["合计", 55800, null, null, null, 54750, 6082, null, 501586],
      ],
    },
  ]);
  const filled = await fillFrom(host, "D11", "zh-CN");
  expect(filled.problems.map(({ where, what }) => [where, what])).toEqual([
    ["1月!C5", "进店率的写法与本列其他不同：“12”"],
    ["1月!H5", "成交人数不是数字：“缺”"],
  ]);
  expect(rowsUnder(filled, "驱动因素", /^一、目标/, 2)).toEqual([
    ["人民路店", 31000, 0.1, 3100, 0.2, 620, 500, 310_000],
    ["大学城店", 24800, 0.12, 2976, 0.25, 744, 260, 193_440],
  ]);
  const [first, second] = rowsUnder(filled, "驱动因素", /^二、实绩/, 2);
  expect(first).toEqual([
    "人民路店",
    29450,
    2768 / 29450,
    expect.closeTo(2768, 6),
    587 / 2768,
    expect.closeTo(587, 6),
    280586 / 587,
    expect.closeTo(280586, 4),
  ]);
  expect(second).toEqual(["大学城店", 25300, 3314 / 25300, expect.closeTo(3314, 6), null, "", null, ""]);
  expect(filled.value("驱动因素", "A2")).toContain("期间：2026年1月");
  await expectSound(filled);
  await expectSameAgain(filled, "D11", "zh-CN");
});

test("English daily reports on one sheet and targets on another: days are summed, rates follow", async () => {
  const host = await workbookWith([
    {
      tab: "Daily",
      rows: [
        ["Date", "Shop", "Footfall", "Walk-ins", "Transactions", "Turnover"],
        ["2026-01-05", "People's Road", 1000, 100, 20, 10000],
        ["2026-01-06", "People's Road", 1200, "120", 30, 12000],
        ["2026-01-05", "Station", 2000, 80, 10, "1,800"],
      ],
    },
    {
      tab: "Plan",
      at: "B2",
      rows: [
        ["Targets for January 2026"],
        ["Shop", "Footfall", "Capture rate", "Conversion rate", "Average basket"],
        ["People's Road", 2300, "10%", "20%", 500],
        ["Station", 2100, "4%", "15%", 180],
        ["Airport", 900, "20%", "30%", 80],
      ],
    },
  ]);
  const filled = await fillFrom(host, "retail-drivers", "en-US");
  expect(filled.problems).toEqual([]);
  expect(rowsUnder(filled, "Drivers", /^1 +Targets/, 3)[0]).toEqual(["People's Road", 2300, 0.1, 230, 0.2, 46, 500, 23_000]); // prettier-ignore
  const actual = rowsUnder(filled, "Drivers", /^2 +Actuals/, 3);
  expect(actual[0]).toEqual(["People's Road", 2200, 0.1, 220, 50 / 220, expect.closeTo(50, 9), 440, expect.closeTo(22_000, 6)]); // prettier-ignore
  expect(actual[2]).toEqual(["Airport", null, null, "", null, "", null, ""]);
  await expectSound(filled);
  await expectSameAgain(filled, "D11", "en-US");
});

test("a ledger gives every unit's average ticket and says what it does not hold", async () => {
  const filled = await fillFrom(createNodeHost(await sampleWorkbook()), "D11", "en-US");
  expect(filled.problems.map(({ what }) => what)).toEqual([
    "a ledger holds deals only: average ticket = sales ÷ deals of 2017; the other drivers and all targets are empty",
  ]);
  const units = rowsUnder(filled, "Drivers", /^2 +Actuals/, 3);
  expect(units.map(([unit]) => unit).sort()).toEqual(["Central", "East", "West"]);
  for (const [, passersBy, entry, , , , ticket, sales] of units)
    expect([passersBy, entry, Number(ticket) > 1000, sales]).toEqual([null, null, true, ""]);
  await expectSound(filled);
});
