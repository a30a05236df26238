/** Small workbooks for tests that drive the pane. */
import { createNodeHost } from "../../src/host/node";
import type { HostWorkbook } from "../../src/host/workbook";

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
