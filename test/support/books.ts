/** Small workbooks for tests that drive the pane. */
import { createNodeHost } from "../../src/host/node";
import type { Host } from "../../src/host/host";
import type { HostWorkbook } from "../../src/host/book/workbook";

/** Two years: all of 2024, and 2025 up to March. Ann is ahead of her plan, Bob behind. */
export async function twoYears(): Promise<HostWorkbook> {
  const deals = ["Ann Lee", "Bob Ray", "Cid Fox"].flatMap((rep, who) => [
    ...Array.from({ length: 12 }, (_, month) => [rep, "Won", `2024-${pad(month + 1)}-15`, 1000 * (who + 1)]),
    ...Array.from({ length: 3 }, (_, month) => [
      rep,
      "Won",
      `2025-${pad(month + 1)}-15`,
      [1500, 1000, 3500][who] ?? 0,
    ]),
  ]);
  const rows = [["Rep", "Stage", "Close date", "Amount"], ...deals];
  const teams = [
    ["Rep", "Manager", "Region"],
    ["Ann Lee", "Kim Orr", "East"],
    ["Bob Ray", "Kim Orr", "East"],
    ["Cid Fox", "Lou Day", "West"],
  ];
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRangeByIndexes(0, 0, rows.length, 4).values = rows;
    workbook.worksheets.add("Teams").getRangeByIndexes(0, 0, teams.length, 3).values = teams;
  });
  host.workbook.name = "two-years.xlsx";
  return host.workbook;
}

const pad = (month: number): string => String(month).padStart(2, "0");

type Rows = readonly (readonly (string | number)[])[];

const SALES: Rows = [
  ["2026年3月销售完成情况", "", "", "", ""],
  ["工号", "姓名", "部门", "目标", "实际"],
  ["007", "王建国", "华东", 100, 120],
  ["008", "李晓梅", "华东", 100, 90],
  ["009", "张伟", "华南", 100, 50],
];
const ATTENDANCE: Rows = [
  ["工号", "姓名", "缺勤天数"],
  ["007", "王建国", 0],
  ["008", "李 晓梅", 1.5],
  ["010", "刘洋", 2],
];
const RATINGS: Rows = [
  ["姓名", "评分"],
  ["王建国", 90],
  ["李晓梅", 80],
  ["张伟", 70],
];

/** Three sheets of one month; each misses somebody. */
export const MARCH: Readonly<Record<string, Rows>> = { 销售: SALES, 考勤: ATTENDANCE, 评价: RATINGS };

/** A sheet for each table; digits in quotes stay text. */
export async function monthlyFile(sheets: Readonly<Record<string, Rows>>): Promise<Host> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    for (const [name, rows] of Object.entries(sheets)) {
      const width = Math.max(...rows.map((row) => row.length));
      workbook.worksheets.add(name).getRangeByIndexes(0, 0, rows.length, width).values = rows.map((row) =>
        Array.from({ length: width }, (_, at) => asTyped(row[at] ?? "")),
      );
    }
  });
  host.workbook.name = "三月考核.xlsx";
  return host;
}

const asTyped = (cell: string | number): string | number =>
  typeof cell === "string" && /^\d/.test(cell) ? `'${cell}` : cell;
