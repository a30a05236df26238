import { openXlsx } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { CHART_KINDS } from "../../../src/host/file/chartKinds";
import type { ChartState, HostSheet, HostWorkbook } from "../../../src/host/book/workbook";
import { validate } from "../../support/ooxml";
import { chart, oneSheet, part, partsOf, put, sheetAt } from "./build";

const MONTHS = ["1月", "2月", "3月", "4月"];
const categories = "'Plan'!$A$1:$A$4";
const actual = "'Plan'!$B$1:$B$4";
const target = "'Plan'!$C$1:$C$4";

function withData(): { workbook: HostWorkbook; sheet: HostSheet } {
  const made = oneSheet("Plan");
  MONTHS.forEach((month, i) => {
    put(made.workbook, made.sheet, `A${i + 1}`, month);
    put(made.workbook, made.sheet, `B${i + 1}`, 100 * (i + 1), {
      formula: "=1",
      style: { numberFormat: "#,##0" },
    });
    put(made.workbook, made.sheet, `C${i + 1}`, 220);
  });
  return made;
}

async function reopen(...charts: ChartState[]): Promise<ChartState[]> {
  const { workbook, sheet } = withData();
  sheet.charts.push(...charts);
  const bytes = await saveXlsx(workbook);
  expect(await validate(bytes)).toEqual([]);
  return sheetAt(await openXlsx(bytes, "test.xlsx"), 0).charts;
}

test("every chart type is valid and comes back as what it was", async () => {
  const types = Object.keys(CHART_KINDS);
  const labels = { numberFormat: "#,##0", position: "OutsideEnd" };
  const charts = types.map((type) =>
    chart(type, { series: [{ name: "实绩", values: actual, categories, labels }] }),
  );
  expect((await reopen(...charts)).map(({ chartType }) => chartType)).toEqual(types);
});

test("a column chart with a target line keeps its look", async () => {
  const made = chart("ColumnClustered", {
    name: "months",
    title: { text: "三月超过目标", visible: true, size: 14, bold: false, color: "#1F2933" },
    legend: { visible: true, position: "Top" },
    altText: "actual and target by month",
    left: 60.5,
    top: 31.25,
    width: 410.75,
    height: 222,
    series: [
      {
        name: "实绩",
        values: actual,
        categories,
        color: "#1F5FA8",
        gapWidth: 50,
        overlap: 0,
        pointColors: { 3: "#2E7D4F" },
        labels: { numberFormat: "0.0", position: "OutsideEnd", color: "#1F2933", size: 8 },
      },
      {
        name: "目标",
        values: target,
        categories,
        chartType: "Line",
        color: "#E08A1E",
        lineWeight: 1.5,
        lineStyle: "Dash",
        markerStyle: "None",
      },
    ],
    categoryAxis: { visible: true, title: "月", reverse: true, fontSize: 8 },
    valueAxis: {
      visible: true,
      title: "元",
      numberFormat: "#,##0",
      min: 0,
      max: 500,
      majorUnit: 100,
      majorGridlines: false,
      fontSize: 8,
    },
  });
  const [read] = await reopen(made);
  expect(read).toEqual({ ...made, id: expect.any(String) as string });
});

test("a second axis stays a second axis", async () => {
  const [read] = await reopen(
    chart("ColumnStacked", {
      series: [
        { name: "a", values: actual, categories },
        { name: "b", values: target, categories },
        { name: "rate", values: target, categories, chartType: "LineMarkers", axisGroup: "Secondary" },
      ],
    }),
  );
  expect(read?.series.map(({ axisGroup, chartType }) => [axisGroup, chartType])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    ["Secondary", "LineMarkers"],
  ]);
});

test("the values shown stand in the chart, for readers that do not calculate", async () => {
  const { workbook, sheet } = withData();
  sheet.charts.push(chart("Line", { series: [{ name: "=Plan!$A$1", values: actual, categories }] }));
  const xml = part(await saveXlsx(workbook), "xl/charts/chart1.xml");
  expect(xml).toContain(
    '<c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="4"/><c:pt idx="0"><c:v>100</c:v></c:pt>',
  );
  expect(xml).toContain('<c:strCache><c:ptCount val="4"/><c:pt idx="0"><c:v>1月</c:v></c:pt>');
});

describe("charts of an opened file", () => {
  async function opened(): Promise<{ workbook: HostWorkbook; sheet: HostSheet; bytes: Uint8Array }> {
    const { workbook, sheet } = withData();
    sheet.charts.push(
      chart("Pie", { name: "one", series: [{ values: actual, categories }] }),
      chart("Line", { name: "two", top: 300, series: [{ values: target, categories }] }),
    );
    const bytes = await saveXlsx(workbook);
    const again = await openXlsx(bytes, "test.xlsx");
    const first = sheetAt(again, 0);
    first.changed.parts.add("charts");
    return { workbook: again, sheet: first, bytes };
  }

  test("are left alone when another is added", async () => {
    const { workbook, sheet, bytes } = await opened();
    sheet.charts.push(chart("Area", { name: "three", series: [{ values: actual, categories }] }));
    const saved = await saveXlsx(workbook);
    for (const path of ["xl/charts/chart1.xml", "xl/charts/chart2.xml"])
      expect(part(saved, path)).toBe(part(bytes, path));
    expect(sheetAt(await openXlsx(saved, "test.xlsx"), 0).charts.map(({ name }) => name)).toEqual([
      "one",
      "two",
      "three",
    ]);
    expect(await validate(saved)).toEqual([]);
  });

  test("move without being drawn anew", async () => {
    const { workbook, sheet, bytes } = await opened();
    const [one] = sheet.charts;
    if (one) Object.assign(one, { left: 123, name: "moved" });
    const saved = await saveXlsx(workbook);
    expect(part(saved, "xl/charts/chart1.xml")).toBe(part(bytes, "xl/charts/chart1.xml"));
    expect(sheetAt(await openXlsx(saved, "test.xlsx"), 0).charts[0]).toMatchObject({
      left: 123,
      name: "moved",
    });
  });

  test("go with their part when deleted", async () => {
    const { workbook, sheet } = await opened();
    sheet.charts = sheet.charts.filter(({ name }) => name === "two");
    const saved = await saveXlsx(workbook);
    expect([...partsOf(saved).keys()].filter((path) => path.includes("charts/"))).toEqual([
      "xl/charts/chart2.xml",
    ]);
    expect(await validate(saved)).toEqual([]);
  });

  test("follow a renamed sheet", async () => {
    const { workbook, sheet } = await opened();
    sheet.changed.parts.delete("charts");
    sheet.name = "目标 表";
    const saved = await saveXlsx(workbook);
    expect(part(saved, "xl/charts/chart2.xml")).toContain("<c:f>'目标 表'!$C$1:$C$4</c:f>");
  });
});
