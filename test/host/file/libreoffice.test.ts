import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveXlsx } from "../../../src/host/file/save";
import type { Scalar } from "../../../src/host/book/workbook";
import { recalculate, toPng } from "../../support/libreoffice";
import { describeWith } from "../../support/tools";
import { addSheet, chart, oneSheet, put } from "./build";

const FORMULAS: readonly (readonly [address: string, formula: string, value: Scalar])[] = [
  ["D1", "=SUM(A1:A3)", 6.6],
  ["D2", "=ROUND(A1*1.2,0)", 1],
  ["D3", '=IF(A1<A2,"优秀","合格")', "优秀"],
  ["D4", "=A1<A2", true],
  ["D5", "=1/0", { error: "#DIV/0!" }],
  ["D6", '=IFNA(MATCH("x",B1:B3,0),-1)', -1],
  ["D7", '=MAXIFS(A1:A3,A1:A3,"<3")', 2.2],
  ["D8", "='目标 表'!A1*2", 24_013_282],
  ["D9", "=Growth", 0.2],
  ["D10", "=IFS(A1>5,1,A1>1,2)", 2],
];

describeWith("libreoffice", "LibreOffice", () => {
  test("calculates what the file says", async () => {
    const { workbook, sheet } = oneSheet("Plan");
    [1.1, 2.2, 3.3].forEach((value, i) => put(workbook, sheet, `A${i + 1}`, value));
    put(workbook, sheet, "B1", "=A1");
    put(workbook, addSheet(workbook, "目标 表"), "A1", 12_006_641);
    workbook.names.push({ name: "Growth", formula: "=0.2", visible: true });
    // Results that are all wrong: reading the right ones proves that they were calculated.
    for (const [address, formula] of FORMULAS) put(workbook, sheet, address, "stale", { formula });
    const values = (await recalculate(await saveXlsx(workbook))).get("Plan");
    for (const [address, , value] of FORMULAS) {
      if (typeof value === "number") expect(values?.get(address)).toBeCloseTo(value, 10);
      else expect(values?.get(address)).toEqual(value);
    }
    expect(values?.get("B1")).toBe("=A1");
  });
});

describeWith(["libreoffice", "pdftoppm"], "LibreOffice's pages", () => {
  test("show a chart", async () => {
    const { workbook, sheet } = oneSheet("Plan");
    [3, 5, 4].forEach((value, i) => put(workbook, sheet, `A${i + 1}`, value));
    const empty = await pageSize(await saveXlsx(workbook));
    sheet.charts.push(
      chart("ColumnClustered", {
        title: { text: "四月最好" },
        top: 60,
        series: [{ name: "x", values: "'Plan'!$A$1:$A$3" }],
      }),
    );
    expect(await pageSize(await saveXlsx(workbook))).toBeGreaterThan(empty * 1.5);
  });

  /** A page with a picture on it is a bigger file than one without. */
  async function pageSize(bytes: Uint8Array): Promise<number> {
    const folder = mkdtempSync(join(tmpdir(), "attain-page-"));
    try {
      const [page = ""] = await toPng(bytes, folder);
      return statSync(page).size;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});
