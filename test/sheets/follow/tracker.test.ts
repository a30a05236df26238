/** The tracker worked by hand: two reps, a plan of 100 and 50 a month, three months closed. */
import { applyWorkbook } from "../../../src/excel/apply";
import { cellRef } from "../../../src/formula/references";
import { saveXlsx } from "../../../src/host/file/save";
import type { Host } from "../../../src/host/host";
import { createNodeHost } from "../../../src/host/node";
import { buildPlan } from "../../../src/planning/plan";
import { targetsSheet } from "../../../src/sheets/plan/targets";
import { trackerSheet } from "../../../src/sheets/follow/tracker";
import type { SheetSpec, WorkbookSpec } from "../../../src/sheets/spec";
import { dateCell } from "../../../src/sheets/dates";
import { CARRY_OVERS, cone, FORECAST_METHODS, standing } from "../../../src/planning/follow/standing";
import { LANGS, type Lang } from "../../../src/words";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { describeWith } from "../../support/tools";

const months = (amount: number) => Array.from({ length: 12 }, () => amount);

interface With {
  readonly lastYear?: boolean;
  readonly lowerIsBetter?: boolean;
  readonly ledger?: boolean;
}

const LAST_YEAR = [30, 30, 40, 100, 100, 100, 100, 100, 100, 100, 100, 100];

/** What was sold: 70 in January (a deal of the 31st at six in the evening among it), 45 in February, one deal lost. */
const LEDGER: SheetSpec = {
  id: "ledger",
  name: "Ledger",
  blocks: [
    {
      at: "A1",
      cells: [
        ["Rep", "Date", "Amount", "Stage"],
        ["Ann", dateCell("2018-01-01"), 40, "Won"],
        ["Ann", dateCell("2018-01-31") + 0.75, 30, "Won"],
        ["Ann", dateCell("2018-02-10"), 40, "Won"],
        ["Ann", dateCell("2018-02-11"), 99, "Lost"],
        ["Bo", dateCell("2018-02-28"), 5, "Won"],
      ],
    },
    { at: "H1", cells: [LAST_YEAR] },
  ],
};

function spec(lang: Lang, extra: With): WorkbookSpec {
  const plan = buildPlan(
    {
      ...(extra.lowerIsBetter ? { lowerIsBetter: true } : {}),
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
  const past = "'Ledger'!$H$1:$S$1";
  const tracker = trackerSheet(plan, {
    lang,
    targets: targets.layout,
    ...(extra.lastYear
      ? {
          lastYear: new Map([
            ["East / Ann", past],
            ["East / Bo", past],
          ]),
        }
      : {}),
    ...(extra.ledger
      ? {
          ledger: {
            name: "'Ledger'!$A$2:$A$6",
            date: "'Ledger'!$B$2:$B$6",
            amount: "'Ledger'!$C$2:$C$6",
            where: { column: "'Ledger'!$D$2:$D$6", equals: "Won" },
          },
        }
      : {}),
  });
  return {
    sheets: [targets.sheet, tracker.sheet, ...(extra.lastYear || extra.ledger ? [LEDGER] : [])],
    names: [...targets.names, ...tracker.names],
    activate: "tracker",
  };
}

/** Rows of the tracker: company, East, Ann, Bo. Months start in column T. */
async function tracked(
  lang: Lang,
  fill: Record<string, (number | string)[][]> = {},
  extra: With = {},
): Promise<Host> {
  const host = createNodeHost();
  await applyWorkbook(spec(lang, extra), { lang });
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem(lang === "zh-CN" ? "目标跟踪" : "Tracker");
    for (const [range, values] of Object.entries(fill)) sheet.getRange(range).values = values;
  });
  host.calculate();
  return host;
}

const FILLED = {
  A4: [[3]],
  "T10:V11": [
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
  // year, due, actual, gap, attainment, light, rank, vs time, mean month, forecast, ÷ target, warning, needed, next
  expect(valuesOf(host, 10, "CDEFGHIJKLMNOP")).toEqual(
    [
      1200,
      300,
      320,
      20,
      320 / 300,
      "●",
      1,
      320 / 1200 - 0.25,
      320 / 3,
      1280,
      1280 / 1200,
      "",
      880 / 9,
      100,
    ].map(close),
  );
});

test("Bo is behind: 125 of 150 is red, ranks second and is warned of", async () => {
  const host = await tracked("en-US", FILLED);
  expect(valuesOf(host, 11, "CDEFGHIKLMNO")).toEqual(
    [600, 150, 125, -25, 125 / 150, "▼", 2, 125 / 3, 500, 500 / 600, "▼ behind", 475 / 9].map(close),
  );
});

test("the company stands between: 445 of 450 is yellow", async () => {
  const host = await tracked("en-US", FILLED);
  expect(valuesOf(host, 8, "CDEFGH")).toEqual([1800, 450, 445, -5, 445 / 450, "▲"].map(close));
});

test("the run rate forecasts another way when chosen", async () => {
  const host = await tracked("en-US", { ...FILLED, "T10:V10": [[0, 0, 320]], E4: [["run rate"]] });
  expect(valuesOf(host, 10, "L")).toEqual([close((320 / 3) * 12)]);
});

test("without data there is no light, no rank and no warning", async () => {
  const host = await tracked("en-US", { A4: [[3]] });
  for (const row of [8, 9, 10, 11]) expect(valuesOf(host, row, "EFGHIJKLMNO")).toEqual(Array(11).fill(""));
});

test("at the end of the year nothing more is needed a month", async () => {
  const host = await tracked("en-US", { ...FILLED, A4: [[12]] });
  expect(valuesOf(host, 10, "OP")).toEqual(["", ""]);
});

const WORDS = {
  method: {
    pace: "target's pace",
    runRate: "run rate",
    recent: "last three",
    lastYear: "last year's course",
  },
  carry: { none: "none", next: "next period", spread: "over the rest" },
  light: { green: "●", yellow: "▲", red: "▼", none: "" },
} as const;

test.each(FORECAST_METHODS)("the page says what the engine says, forecast by %s", async (method) => {
  for (const carry of CARRY_OVERS) {
    const settings = { A4: [[3]], E4: [[WORDS.method[method]]], G4: [[WORDS.carry[carry]]] };
    const host = await tracked("en-US", { ...FILLED, ...settings }, { lastYear: true });
    for (const [row, unit, actuals] of [
      [10, 100, [120, 90, 110]],
      [11, 50, [40, 40, 45]],
      [8, 150, [160, 130, 155]],
    ] as const) {
      const past = row === 8 ? LAST_YEAR.map((value) => 2 * value) : LAST_YEAR;
      const own = standing(
        months(unit),
        actuals,
        { asOf: 3, tolerance: 0.1, margin: 0.05, method, carry },
        past,
      );
      const expected = [
        own.due,
        own.actual,
        own.gap,
        own.attainment,
        WORDS.light[own.light],
        own.ahead,
        own.runRate,
        own.forecast,
        own.forecastAttainment,
        own.warned ? "▼ behind" : "",
        own.need,
        own.nextTask,
        own.yearOnYear,
      ];
      expect(valuesOf(host, row, "DEFGHJKLMNOPR")).toEqual(expected.map((value) => close(value ?? "")));
    }
  }
});

test("the cone is the engine's: from the actual to the forecast, widening", async () => {
  const host = await tracked("en-US", FILLED);
  const { middle, low, high } = cone(months(150), [160, 130, 155], 3, 445 * 4);
  // Four units from row 8, then a title and the lines: the forecast is the fifth.
  const columns = "TUVWXYZ";
  expect(valuesOf(host, 18, columns)).toEqual(middle.slice(0, 7).map(close));
  expect(valuesOf(host, 19, columns)).toEqual(low.slice(0, 7).map(close));
  expect(valuesOf(host, 20, columns)).toEqual(high.slice(0, 7).map(close));
});

test("of costs, less is better: lights, ranks and warnings turn round", async () => {
  const host = await tracked("en-US", FILLED, { lowerIsBetter: true });
  expect(valuesOf(host, 10, "HIN")).toEqual(["▲", 2, "▼ behind"]);
  expect(valuesOf(host, 11, "HIN")).toEqual(["●", 1, ""]);
});

test("actuals are summed from a ledger by the page itself, won deals of the month only", async () => {
  const host = await tracked("en-US", { A4: [[2]] }, { ledger: true });
  expect(valuesOf(host, 10, "TUVE")).toEqual([70, 40, "", 110]);
  expect(valuesOf(host, 11, "TUVE")).toEqual(["", 5, "", 5]);
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Ledger").getRange("C2").values = [[100]];
  });
  host.calculate();
  expect(valuesOf(host, 10, "T")).toEqual([130]);
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
