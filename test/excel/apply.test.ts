import { applyWorkbook } from "../../src/excel/apply";
import { readState } from "../../src/excel/state/workbookState";
import { createNodeHost } from "../../src/host/node";
import { cellAt, sheetOf, smallSpec, tabs, valueAt } from "./book";

test("a small spec becomes sheets, in three round trips", async () => {
  const host = createNodeHost();
  const report = await applyWorkbook(smallSpec());
  expect(report).toMatchObject({
    sheets: ["Overview", "Targets"],
    formulas: 5,
    charts: 1,
    roundTrips: 3,
    replaced: [],
    kept: [],
  });
  expect(host.traffic.roundTrips).toBe(3);
  expect(tabs(host)).toEqual(["Sheet1", "Overview", "Targets"]);
  expect(host.workbook.activeSheet).toBe(sheetOf(host, "Overview").id);
  expect(host.workbook.sheets).toHaveLength(3);
});

test("formulas name the sheets by their tabs and compute", async () => {
  const host = createNodeHost();
  await applyWorkbook(smallSpec());
  expect(cellAt(host, "Overview", 1, 1)).toBe("=SUM('Targets'!B4:B6)");
  expect(valueAt(host, "Overview", 1, 1)).toBe(600);
  expect(valueAt(host, "Overview", 2, 1)).toBe(720);
  expect(host.workbook.names.map(({ name, formula }) => [name, formula])).toEqual([
    ["Score_Cap", "='Targets'!$B$2"],
    ["Capped", "='Targets'!$C$4:$C$6"],
  ]);
});

test("text that looks like a formula, a number or a date stays text", async () => {
  const host = createNodeHost();
  const texts = [
    "=1+1",
    "+86 138",
    "007",
    "2017-03-01",
    "TRUE",
    "1/2",
    "92%",
    "'quoted",
    "@x",
    "Moses Frase",
    "#N/A",
  ];
  await applyWorkbook({
    sheets: [{ id: "t", name: "T", blocks: [{ at: "B2", cells: texts.map((text) => [text]) }] }],
    names: [],
    activate: "t",
  });
  expect(
    texts.map((_, i) =>
      sheetOf(host, "T")
        .cells.get(1 + i)
        ?.get(1),
    ),
  ).toEqual(texts.map((text) => expect.objectContaining({ value: text })));
  expect(
    texts.map(
      (_, i) =>
        sheetOf(host, "T")
          .cells.get(1 + i)
          ?.get(1)?.formula,
    ),
  ).toEqual(texts.map(() => undefined));
});

test("every part of the spec is there", async () => {
  const host = createNodeHost();
  await applyWorkbook(smallSpec());
  const sheet = sheetOf(host, "Targets");
  const style = (row: number, column: number) =>
    host.workbook.styles[sheet.cells.get(row)?.get(column)?.style ?? 0];
  expect(style(0, 0)).toMatchObject({ bold: true, size: 16 });
  expect(style(2, 1)).toMatchObject({ bold: true, wrap: true, bottom: { line: "thin", color: "#1F5FA8" } });
  expect(style(4, 1)).toMatchObject({ numberFormat: "#,##0", fill: "#FFF8DC", unlocked: true });
  expect(sheet).toMatchObject({
    tabColor: "#1F5FA8",
    showGridlines: false,
    frozen: { rows: 3, columns: 1 },
    page: {
      orientation: "Landscape",
      titleRows: "$1:$3",
      zoom: { horizontalFitToPages: 1 },
      footer: { center: "&P / &N" },
    },
  });
  expect(sheet.protection).toBeDefined();
  expect(sheet.validations).toHaveLength(1);
  expect(sheet.conditionals.map(({ kind }) => kind).sort()).toEqual(["custom", "dataBar"]);
  expect(sheet.columns.get(0)?.size).toBeCloseTo(108.75);
  expect(sheet.rows.get(0)?.size).toBe(24);
  expect(sheetOf(host, "Overview").charts).toEqual([
    expect.objectContaining({
      name: "byRep",
      chartType: "ColumnClustered",
      title: expect.objectContaining({ text: "Bob carries most" }),
      series: [
        expect.objectContaining({
          name: "Target",
          values: expect.stringMatching(/^'?Targets'?!\$B\$4:\$B\$6$/),
          categories: expect.stringMatching(/^'?Targets'?!\$A\$4:\$A\$6$/),
        }),
        expect.objectContaining({ name: "Capped", chartType: "LineMarkers" }),
      ],
    }),
  ]);
});

test("the workbook remembers which sheets are ours", async () => {
  createNodeHost();
  expect(await readState()).toBeUndefined();
  await applyWorkbook(smallSpec());
  expect(await readState()).toMatchObject({
    sheets: [
      { spec: "overview", tab: "Overview" },
      { spec: "targets", tab: "Targets" },
    ],
    canRestore: true,
  });
});

test("a tab name that a person's sheet has already gets a number, and formulas follow", async () => {
  const host = createNodeHost();
  await host.run(async (context) => {
    context.workbook.worksheets.add("targets").getRange("B4").values = [[1]];
  });
  const report = await applyWorkbook(smallSpec());
  expect(report.sheets).toEqual(["Overview", "Targets (2)"]);
  expect(cellAt(host, "Overview", 1, 1)).toBe("=SUM('Targets (2)'!B4:B6)");
  expect(cellAt(host, "targets", 3, 1)).toBe(1);
});

test("a defined name that a person has already stays theirs, and formulas use another", async () => {
  const host = createNodeHost();
  await host.run(async (context) => {
    context.workbook.names.add("score_cap", "=42");
  });
  await applyWorkbook(smallSpec());
  expect(host.workbook.names.map(({ name }) => name)).toEqual(["score_cap", "Score_Cap_2", "Capped"]);
  expect(cellAt(host, "Targets", 3, 2)).toBe("=B4*Score_Cap_2");
  expect(valueAt(host, "Targets", 3, 2)).toBe(120);
});

test("a note for a cell is as long as Excel takes it, however long the name people chose", async () => {
  const host = createNodeHost();
  const name = "Share of customers visited at least twice";
  const spec = smallSpec();
  const note = { title: name, message: "x".repeat(300) };
  await applyWorkbook({
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      validations: [{ range: "B5", rule: { kind: "decimal" as const }, prompt: note, error: note }],
    })),
  });
  const [made] = sheetOf(host, "Targets").validations;
  expect(made?.prompt?.title).toBe("Share of customers visited at l…");
  expect([made?.prompt?.message.length, made?.errorAlert?.message.length]).toEqual([255, 225]);
});
