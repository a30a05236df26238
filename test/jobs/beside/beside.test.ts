/** Results into columns beside people's own table, as the pane and the terminal do it. */
import { AttainError } from "../../../src/errors";
import type { Host } from "../../../src/host/host";
import { saveXlsx } from "../../../src/host/file/save";
import { createNodeHost } from "../../../src/host/node";
import type { BesideChoice } from "../../../src/jobs/beside/types";
import { previewRun, restore, surveyWorkbook, writeRun } from "../../../src/jobs/run";
import type { RunChoices, WriteReport } from "../../../src/jobs/types";
import type { Lang } from "../../../src/words";
import { cellAt, dump, sheetOf, valueAt } from "../../excel/book";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";

const ZH = { lang: "zh-CN" } as const;

/** Merged title, two header rows, a subtotal in the middle, a total and a note below. */
const ROWS = [
  ["一部", "王芳", 120, 132],
  ["一部", "李强", 100, 91],
  ["一部", "小计", 220, 223],
  ["二部", "陈静", 150, 150],
  ["二部", "赵敏", 80, 60],
  ["合计", null, 450, 433],
];

async function book(change: (sheet: Excel.Worksheet) => void = () => undefined): Promise<Host> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getFirst();
    sheet.name = "三月";
    sheet.getRange("A1").values = [["2026年3月销售完成情况"]];
    sheet.getRange("A1:D1").merge();
    sheet.getRange("A3:D3").values = [["部门", "姓名", "目标（万元）", "实际（万元）"]];
    sheet.getRange("A4:D9").values = ROWS.map((row) => row.map((cell) => cell ?? ""));
    sheet.getRange("A11").values = [["注：以上数据不含税。"]];
    change(sheet);
  });
  return host;
}

interface Ran {
  readonly report: WriteReport;
  readonly columns: readonly string[];
}

async function run(choices: RunChoices = {}, lang: Lang = "zh-CN"): Promise<Ran> {
  const prepared = await previewRun(await surveyWorkbook({ lang }), choices, { lang });
  const columns = (prepared.preview.beside ?? []).flatMap(({ sheet, columns: list }) =>
    list.map(({ column, header }) => `${sheet}!${column} ${header}`),
  );
  return { columns, report: await writeRun(prepared, { lang }) };
}

const beside = (more: Partial<BesideChoice> = {}, column?: string): RunChoices => ({
  beside: { tables: [{ sheet: "三月", ...(column === undefined ? {} : { column }) }], ...more },
});

const values = (host: Host, column: number, rows: readonly number[] = [2, 3, 4, 5, 6, 7, 8]): unknown[] =>
  rows.map((row) => valueAt(host, "三月", row, column));

test("total, grade and rank in the first free columns; subtotals, the total and the note untouched", async () => {
  const host = await book();
  const { columns } = await run(beside());
  expect(columns).toEqual(["三月!E 总分", "三月!F 等级", "三月!G 名次"]);
  const [header, wang, li, subtotal, chen, zhao, total] = values(host, 6);
  expect([header, subtotal, total]).toEqual(["名次", null, null]);
  expect([wang, chen, li, zhao]).toEqual([1, 2, 3, 4]);
  expect(cellAt(host, "三月", 3, 4)).toMatch(/^=IFERROR\(INDEX\('?绩效考核'?!\$\w+\$6:\$\w+\$9,MATCH\(\$B4,/);
  expect(cellAt(host, "三月", 10, 0)).toBe("注：以上数据不含税。");
});

test("the cells follow the scorecard: Excel's validator and LibreOffice agree", async () => {
  const host = await book();
  await run(beside({ parts: ["total", "grade", "rank", "points"] }));
  host.calculate();
  const bytes = await saveXlsx(host.workbook);
  expect(await validate(bytes)).toEqual([]);
  const sheet = (await recalculate(bytes)).get("三月");
  for (const cell of ["E4", "F4", "G4", "E7", "H8"]) {
    const [letters = "", row = ""] = [cell.slice(0, 1), cell.slice(1)];
    const ours = valueAt(host, "三月", Number(row) - 1, letters.charCodeAt(0) - 65);
    expect([cell, sheet?.get(cell)]).toEqual([cell, ours]);
    expect(ours).not.toBe("");
  }
});

test("a run again updates in place, even after columns have moved, and results are never read as data", async () => {
  const host = await book();
  await run(beside());
  const first = await surveyWorkbook(ZH);
  expect(first.survey.tables[0]?.columns.map(({ column }) => column)).not.toContain("E");
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("三月");
    sheet.getRange("C:C").insert("Right");
    sheet.getRange("C3").values = [["入职日期"]];
    sheet.getRange("D5").values = [[90]];
  });
  const { columns } = await run({});
  expect(columns).toEqual(["三月!F 总分", "三月!G 等级", "三月!H 名次"]);
  expect(values(host, 7, [3, 4, 6, 7])).toEqual([1, 2, 3, 4].map(() => expect.any(Number)));
  expect(sheetOf(host, "三月").cells.get(2)?.get(8)).toBeUndefined();
});

test("another language changes the headers, not those a person has written", async () => {
  const host = await book();
  await run(beside());
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("三月").getRange("F3").values = [["档次"]];
  });
  await run({}, "en-US");
  expect([4, 5, 6].map((column) => valueAt(host, "三月", 2, column))).toEqual(["Total", "档次", "Rank"]);
});

test("what a person typed over a result stays and is told", async () => {
  const host = await book();
  await run(beside());
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("三月").getRange("F5").values = [["特批良好"]];
  });
  const { report } = await run({});
  expect(valueAt(host, "三月", 4, 5)).toBe("特批良好");
  expect(report.kept).toContainEqual({ sheet: "三月", cell: "F5", value: "特批良好" });
});

test("the column pointed at; a cell in the way is named and nothing changes", async () => {
  const host = await book((sheet) => {
    sheet.getRange("F3:F8").values = ["备注", "", "", "", "", "病假"].map((text) => [text]);
  });
  const pointed = await run(beside({ parts: ["total"] }, "H"));
  expect(pointed.columns).toEqual(["三月!H 总分"]);
  await restore();
  const before = dump(host);
  const error = await run(beside({}, "E")).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AttainError);
  expect((error as AttainError).where).toEqual({ sheet: "三月", cell: "F3" });
  expect(dump(host)).toEqual(before);
});

test("empty columns that already have the header are filled", async () => {
  const host = await book((sheet) => {
    sheet.getRange("E3:G3").values = [["考核得分", "评级", "备注"]];
  });
  const { columns } = await run(beside());
  expect(columns.map((text) => text.slice(0, 4))).toEqual(["三月!E", "三月!F", "三月!H"]);
  expect([4, 5, 7].map((column) => valueAt(host, "三月", 2, column))).toEqual(["考核得分", "评级", "名次"]);
});

test("taken away when asked, and when their table is no more", async () => {
  const host = await book();
  await run(beside());
  const { columns } = await run({ beside: null });
  expect(columns).toEqual([]);
  expect(values(host, 4)).toEqual(values(host, 4).map(() => null));
  expect(host.workbook.names.filter(({ name }) => name.startsWith("attain_beside"))).toEqual([]);
});

test("namesakes are told apart by their unit, and names with spaces are looked up as they were understood", async () => {
  const host = await book((sheet) => {
    sheet.getRange("B7").values = [["王芳"]];
    sheet.getRange("B5").values = [[" 李强 "]];
    sheet.getRange("E3:E8").values = ["工号", "001", "002", "", "003", "004"].map((text) => [
      text === "" ? "" : `'${text}`,
    ]);
  });
  await run(beside());
  expect(values(host, 7, [3, 4, 6, 7])).toEqual([1, 3, 2, 4]);
});

test("nobody is named on that sheet, or it is not there", async () => {
  await book();
  for (const [sheet, code] of [
    ["没有", "sheet-missing"],
    ["三月", undefined],
  ] as const) {
    const job = previewRun(await surveyWorkbook(ZH), { beside: { tables: [{ sheet }] } }, ZH);
    const error = await job.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error instanceof AttainError ? error.code : undefined).toBe(code);
  }
});

test("one step back is the workbook of before", async () => {
  const host = await book((sheet) => {
    sheet.getRange("A3:D8").format.borders.getItem("InsideHorizontal").style = "Continuous";
    sheet.getRange("E5").format.fill.color = "#FFFF00";
  });
  const before = dump(host);
  await run(beside({ parts: ["total", "grade", "rank", "points"] }));
  await restore();
  expect(dump(host)).toEqual(before);
});
