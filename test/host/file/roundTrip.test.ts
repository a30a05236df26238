import { internStyle } from "../../../src/host/book/emptyWorkbook";
import { openXlsx } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import type {
  CellStyle,
  ConditionalState,
  HostSheet,
  HostWorkbook,
  ValidationState,
} from "../../../src/host/book/workbook";
import { validate } from "../../support/ooxml";
import { addSheet, get, oneSheet, part, partsOf, put, sheetAt } from "./build";

async function roundTrip(workbook: HostWorkbook): Promise<HostWorkbook> {
  const bytes = await saveXlsx(workbook);
  expect(await validate(bytes)).toEqual([]);
  return openXlsx(bytes, "test.xlsx");
}

async function sheetAfter(change: (sheet: HostSheet, workbook: HostWorkbook) => void): Promise<HostSheet> {
  const { workbook, sheet } = oneSheet();
  change(sheet, workbook);
  return sheetAt(await roundTrip(workbook), 0);
}

describe("styles", () => {
  const styles: Readonly<Record<string, CellStyle>> = {
    font: { bold: true, italic: true, underline: true, strike: true, size: 16, color: "#1F5FA8" },
    "named font": { font: "Consolas" },
    fill: { fill: "#FFF8DC" },
    alignment: { horizontal: "center", vertical: "top", wrap: true },
    indent: { horizontal: "right", indent: 2 },
    borders: {
      top: { line: "thin", color: "#1F2933" },
      bottom: { line: "hair", color: "#D5DAE1" },
      left: { line: "double", color: "#000000" },
      right: { line: "medium", color: "#FF0000" },
    },
    "number format": { numberFormat: '#,##0.0"万元";[Red]-#,##0.0' },
    percent: { numberFormat: "0.00%" },
    protection: { unlocked: true, hiddenFormula: true },
  };

  test("come back member by member", async () => {
    const { workbook, sheet } = oneSheet();
    Object.values(styles).forEach((style, i) => put(workbook, sheet, `A${i + 1}`, 1, { style }));
    const opened = await roundTrip(workbook);
    const read = Object.values(styles).map(
      (_, i) => opened.styles[get(opened.sheets[0], `A${i + 1}`)?.style ?? 0],
    );
    expect(read).toEqual(Object.values(styles));
  });

  test("follow the theme's body font unless a font was set", async () => {
    const { workbook, sheet } = oneSheet();
    put(workbook, sheet, "A1", "正文", { style: { bold: true } });
    put(workbook, sheet, "A2", "code", { style: { font: "Consolas" } });
    const fonts = part(await saveXlsx(workbook), "xl/styles.xml").match(/<font>.*?<\/font>/g) ?? [];
    expect(fonts.map((font) => font.includes('<scheme val="minor"/>'))).toEqual([true, true, false]);
    expect(part(await saveXlsx(workbook), "xl/theme/theme1.xml")).toContain(
      '<a:font script="Hans" typeface="等线"/>',
    );
  });

  test("that are equal are one style in the file", async () => {
    const { workbook, sheet } = oneSheet();
    for (let row = 1; row <= 50; row += 1)
      put(workbook, sheet, `A${row}`, row, { style: { numberFormat: "#,##0", bold: row % 2 === 0 } });
    expect(part(await saveXlsx(workbook), "xl/styles.xml")).toContain('<cellXfs count="3">');
  });
});

describe("a sheet", () => {
  test("keeps widths, heights, hidden lines and groups", async () => {
    const sheet = await sheetAfter(({ rows, columns }) => {
      columns
        .set(0, { size: 120 })
        .set(1, { size: 63.75, outline: 1 })
        .set(2, { size: 63.75, outline: 1 })
        .set(5, { hidden: true });
      rows.set(0, { size: 30 }).set(3, { outline: 1 }).set(4, { outline: 2, hidden: true });
    });
    expect([...sheet.columns]).toEqual([
      [0, { size: 120 }],
      [1, { size: 63.75, outline: 1 }],
      [2, { size: 63.75, outline: 1 }],
      [5, { size: 48, hidden: true }],
    ]);
    expect([...sheet.rows]).toEqual([
      [0, { size: 30 }],
      [3, { outline: 1 }],
      [4, { outline: 2, hidden: true }],
    ]);
  });

  test.each([
    { rows: 4, columns: 2 },
    { rows: 1, columns: 0 },
    { rows: 0, columns: 3 },
  ])("keeps frozen panes %o", async (frozen) => {
    expect((await sheetAfter((sheet) => void (sheet.frozen = frozen))).frozen).toEqual(frozen);
  });

  test("keeps gridlines off, tab colour, merges and filter", async () => {
    const sheet = await sheetAfter((each) => {
      each.showGridlines = false;
      each.tabColor = "#1F5FA8";
      each.merges = ["A1:C1", "A3:A5"];
      each.autoFilter = "A7:D20";
    });
    expect(sheet).toMatchObject({
      showGridlines: false,
      tabColor: "#1F5FA8",
      merges: ["A1:C1", "A3:A5"],
      autoFilter: "A7:D20",
    });
  });

  test("keeps its page set-up", async () => {
    const page: HostSheet["page"] = {
      orientation: "Landscape",
      paperSize: "A4",
      margins: { left: 36, right: 36, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
      zoom: { horizontalFitToPages: 1 },
      printArea: "A1:P40",
      titleRows: "$1:$4",
      titleColumns: "$A:$B",
      centerHorizontally: true,
      header: { right: "机密 && 内部" },
      footer: { left: "Attain", center: "&P / &N" },
    };
    expect((await sheetAfter((sheet) => void (sheet.page = page))).page).toEqual(page);
  });

  test("keeps its protection", async () => {
    const protection = {
      options: { allowFormatColumns: true, allowAutoFilter: true, selectionMode: "Unlocked" },
    };
    expect((await sheetAfter((sheet) => void (sheet.protection = protection))).protection).toEqual(
      protection,
    );
  });

  test("keeps its validations", async () => {
    const prompt = { title: "权重", message: "0–100", showPrompt: true };
    const errorAlert = { title: "超出范围", message: "请填 0 到 100", showAlert: true, style: "Warning" };
    const validations: ValidationState[] = [
      { range: "A1:A9", rule: { list: { inCellDropDown: true, source: "是,否" } }, ignoreBlanks: true },
      {
        range: "B1:B9",
        rule: { list: { inCellDropDown: false, source: "='Plan'!$H$1:$H$5" } },
        ignoreBlanks: false,
      },
      {
        range: "C1:C9",
        rule: { decimal: { formula1: 0, formula2: 100.5, operator: "Between" } },
        prompt,
        errorAlert,
        ignoreBlanks: true,
      },
      {
        range: "D1:D9",
        rule: { wholeNumber: { formula1: "=$H$1", operator: "GreaterThanOrEqualTo" } },
        ignoreBlanks: true,
      },
      { range: "E1:E9", rule: { custom: { formula: "=LEN(E1)<5" } }, ignoreBlanks: true },
    ];
    expect((await sheetAfter((sheet) => void (sheet.validations = validations))).validations).toEqual(
      validations,
    );
  });

  test("keeps its conditional formats in order", async () => {
    const style: CellStyle = { bold: true, color: "#B42318", fill: "#FDECEA" };
    const conditionals: ConditionalState[] = [
      { id: "1", range: "F5:F40", kind: "custom", formula: "=$F5<0", style, stopIfTrue: true, priority: 0 },
      {
        id: "2",
        range: "G5:G40,I5:I40",
        kind: "cellValue",
        operator: "Between",
        formula1: "=0",
        formula2: "=$A$1",
        style: { color: "#2E7D4F" },
        priority: 1,
      },
      {
        id: "3",
        range: "H5:H40",
        kind: "dataBar",
        color: "#9DBFE3",
        min: { type: "Number", formula: "0" },
        max: { type: "Number", formula: "1.2" },
        priority: 2,
      },
      { id: "4", range: "J5:J40", kind: "dataBar", color: "#9DBFE3", priority: 3 },
      {
        id: "5",
        range: "K5:K40",
        kind: "colorScale",
        points: [
          { type: "LowestValue", color: "#FDECEA" },
          { type: "Percentile", formula: "50", color: "#FFFFFF" },
          { type: "HighestValue", color: "#2E7D4F" },
        ],
        priority: 4,
      },
    ];
    const read = await sheetAfter((sheet) => sheet.conditionals.push(...conditionals));
    expect(read.conditionals.map((each) => ({ ...each, id: "" }))).toEqual(
      conditionals.map((each) => ({ ...each, id: "" })),
    );
  });

  test("keeps its tables, named as their header cells", async () => {
    const sheet = await sheetAfter((each, workbook) => {
      ["姓名", "目标", "目标", "Line\nbreak"].forEach((name, i) =>
        put(workbook, each, `${"ABCD"[i]}1`, name),
      );
      each.tables.push({
        id: "new",
        name: "Targets",
        range: "A1:D5",
        showHeaders: true,
        showTotals: false,
        style: "TableStyleLight1",
      });
    });
    expect(sheet.tables).toEqual([
      {
        id: "1",
        name: "Targets",
        range: "A1:D5",
        showHeaders: true,
        showTotals: false,
        style: "TableStyleLight1",
      },
    ]);
  });
});

describe("a workbook", () => {
  function threeSheets(): HostWorkbook {
    const { workbook } = oneSheet("总览");
    addSheet(workbook, "Scheme '26").visibility = "Hidden";
    addSheet(workbook, "状态").visibility = "VeryHidden";
    return workbook;
  }

  test("keeps its tabs and what is shown", async () => {
    const workbook = threeSheets();
    const last = addSheet(workbook, "说明");
    workbook.activeSheet = last.id;
    workbook.selection = { sheet: last.id, range: "C4:D9" };
    const opened = await roundTrip(workbook);
    expect(opened.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["总览", "Visible"],
      ["Scheme '26", "Hidden"],
      ["状态", "VeryHidden"],
      ["说明", "Visible"],
    ]);
    expect(opened.activeSheet).toBe(sheetAt(opened, 3).id);
    expect(opened.selection).toEqual({ sheet: opened.activeSheet, range: "C4:D9" });
    const selected = [...partsOf(await saveXlsx(workbook))].filter(
      ([path, xml]) => path.includes("/sheet") && xml.includes('tabSelected="1"'),
    );
    expect(selected).toHaveLength(1);
  });

  test("keeps its names", async () => {
    const workbook = threeSheets();
    const scheme = sheetAt(workbook, 1);
    workbook.names.push(
      { name: "Growth", formula: "='Scheme ''26'!$C$5", comment: "20 % more", visible: true },
      { name: "Hidden_rate", formula: "=0.06", visible: false },
      { name: "Cap", formula: "='Scheme ''26'!$C$9", visible: true, scope: scheme.id },
    );
    const opened = await roundTrip(workbook);
    const scoped = {
      name: "Cap",
      formula: "='Scheme ''26'!$C$9",
      visible: true,
      scope: sheetAt(opened, 1).id,
    };
    expect(opened.names).toEqual([scoped, ...workbook.names.slice(0, 2)]);
  });

  test("keeps its settings, custom XML and properties", async () => {
    const workbook = threeSheets();
    workbook.settings.set("attain.plan", { growth: 0.2, by: ["大区", "经理"] }).set("attain.version", 3);
    workbook.customXml.push({
      id: "{6D1C5A3E-0000-4000-8000-1234567890AB}",
      xml: '<plan xmlns="urn:attain:plan"><rep name="A &amp; B"/></plan>',
    });
    Object.assign(workbook.properties, {
      title: "2018 目标",
      author: "HR",
      subject: "s",
      comments: "c & d",
      keywords: "k",
      category: "g",
    });
    workbook.protected = true;
    const opened = await roundTrip(workbook);
    expect(opened.settings).toEqual(workbook.settings);
    expect(opened.customXml).toEqual(workbook.customXml);
    expect(opened.properties).toEqual(workbook.properties);
    expect(opened.protected).toBe(true);
  });

  test("is the same file twice", async () => {
    const workbook = threeSheets();
    expect(await saveXlsx(workbook)).toEqual(await saveXlsx(workbook));
  });

  test("starts styles at the default", async () => {
    const { workbook } = oneSheet();
    expect(internStyle(workbook, {})).toBe(0);
    expect((await roundTrip(workbook)).styles[0]).toEqual({});
  });
});
