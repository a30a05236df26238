/** The tracker worked by hand: two reps, a plan of 100 and 50 a month, three months closed. */
import { applyWorkbook } from "../../src/excel/apply";
import { cellRef } from "../../src/formula/references";
import { saveXlsx } from "../../src/host/file/save";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { buildPlan } from "../../src/planning/plan";
import { targetsSheet } from "../../src/sheets/targets";
import { trackerSheet } from "../../src/sheets/tracker";
import type { WorkbookSpec } from "../../src/sheets/spec";
import { LANGS, type Lang } from "../../src/words";
import { recalculate } from "../support/libreoffice";
import { validate } from "../support/ooxml";
import { describeWith } from "../support/tools";

const months = (amount: number) => Array.from({ length: 12 }, () => amount);

function spec(lang: Lang): WorkbookSpec {
  const plan = buildPlan(
    {
      measure: "Revenue",
      unit: "元",
      horizon: { from: "2018-01-01", to: "2018-12-31" },
      total: { growth: 0 },
    },
    {
      company: "Company",
      levels: ["Region", "Rep"],
      rows: [
        { path: ["East", "Ann"], values: months(100) },
        { path: ["East", "Bo"], values: months(50) },
      ],
    },
  );
  const targets = targetsSheet(plan, { lang, source: "Ledger" });
  const tracker = trackerSheet(plan, { lang, targets: targets.layout });
  return {
    sheets: [targets.sheet, tracker.sheet],
    names: [...targets.names, ...tracker.names],
    activate: "tracker",
  };
}

/** Rows of the tracker: company, East, Ann, Bo. Months start in column Q. */
async function tracked(lang: Lang, fill: Record<string, (number | string)[][]> = {}): Promise<Host> {
  const host = createNodeHost();
  await applyWorkbook(spec(lang), { lang });
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem(lang === "zh-CN" ? "目标跟踪" : "Tracker");
    for (const [range, values] of Object.entries(fill)) sheet.getRange(range).values = values;
  });
  host.calculate();
  return host;
}

const FILLED = {
  A4: [[3]],
  "Q10:S11": [
    [120, 90, 110],
    [40, 40, 45],
  ],
};

function valuesOf(host: Host, row: number, columns: string): unknown[] {
  const sheet = host.workbook.sheets.find(({ name }) => name === "Tracker" || name === "目标跟踪");
  return [...columns].map((letter) => sheet?.cells.get(row - 1)?.get(letter.charCodeAt(0) - 65)?.value);
}

test("Ann is ahead: 320 of 300, 106.7 %, forecast 1 280, still 97.8 a month", async () => {
  const host = await tracked("en-US", FILLED);
  // year, due, actual, gap, attainment, light, rank, mean month, forecast, ÷ target, warning, needed
  expect(valuesOf(host, 10, "CDEFGHIJKLMN")).toEqual(
    [1200, 300, 320, 20, 320 / 300, "●", 1, 320 / 3, 1280, 1280 / 1200, "", 880 / 9].map(close),
  );
});

test("Bo is behind: 125 of 150 is red, ranks second and is warned of", async () => {
  const host = await tracked("en-US", FILLED);
  expect(valuesOf(host, 11, "CDEFGHIJKLMN")).toEqual(
    [600, 150, 125, -25, 125 / 150, "▼", 2, 125 / 3, 500, 500 / 600, "▼ behind", 475 / 9].map(close),
  );
});

test("the company stands between: 445 of 450 is yellow", async () => {
  const host = await tracked("en-US", FILLED);
  expect(valuesOf(host, 8, "CDEFGH")).toEqual([1800, 450, 445, -5, 445 / 450, "▲"].map(close));
});

test("the run rate forecasts another way when chosen", async () => {
  const host = await tracked("en-US", { ...FILLED, "Q10:S10": [[0, 0, 320]], E4: [["run rate"]] });
  expect(valuesOf(host, 10, "K")).toEqual([close((320 / 3) * 12)]);
});

test("without data there is no light, no rank and no warning", async () => {
  const host = await tracked("en-US", { A4: [[3]] });
  for (const row of [8, 9, 10, 11]) expect(valuesOf(host, row, "EFGHIJKLMN")).toEqual(Array(10).fill(""));
});

test("at the end of the year nothing more is needed a month", async () => {
  const host = await tracked("en-US", { ...FILLED, A4: [[12]] });
  expect(valuesOf(host, 10, "N")).toEqual([""]);
});

function close(value: number | string): unknown {
  return typeof value === "number" ? expect.closeTo(value, 9) : value;
}

describeWith("libreoffice", "the tracker elsewhere", () => {
  test.each(LANGS)("is valid and calculates alike in %s", async (lang) => {
    const host = await tracked(lang, FILLED);
    const bytes = await saveXlsx(host.workbook);
    expect(await validate(bytes)).toEqual([]);
    const theirs = await recalculate(bytes);
    const sheet = host.workbook.sheets.find(({ name }) => name === "Tracker" || name === "目标跟踪");
    let compared = 0;
    for (const [row, line] of sheet?.cells ?? []) {
      for (const [column, { formula, value }] of line) {
        if (formula === undefined) continue;
        const at = cellRef(row, column);
        const other = theirs.get(sheet?.name ?? "")?.get(at) ?? "";
        expect([at, other]).toEqual([at, typeof value === "number" ? close(value) : (value ?? "")]);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });
});
