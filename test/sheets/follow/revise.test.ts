/** A plan changed under way, from its own workbook into the same workbook. */
import { applyWorkbook } from "../../../src/excel/apply";
import type { Host } from "../../../src/host/host";
import { createNodeHost } from "../../../src/host/node";
import { prepareRevision, writeRevision, type ReviseWish } from "../../../src/jobs/plan/revise";
import { buildPlan } from "../../../src/planning/plan";
import { targetsSheet } from "../../../src/sheets/plan/targets";
import { trackerSheet } from "../../../src/sheets/follow/tracker";
import { LANGS, type Lang } from "../../../src/words";
import { describeWith } from "../../support/tools";
import { elsewhere, read } from "./opened";

const months = (amount: number) => Array.from({ length: 12 }, () => amount);
const TABS = {
  "en-US": {
    targets: "Targets",
    tracker: "Tracker",
    bridge: "Change bridge",
    confirm: "Confirmation",
    versions: "Versions",
  },
  "zh-CN": {
    targets: "目标分解",
    tracker: "目标跟踪",
    bridge: "变更桥",
    confirm: "任务分解确认表",
    versions: "版本记录",
  },
} as const;

/** East: Ann 100 and Bo 50 a month; West: Cy 150. Ann had 120, 90, 60, Bo 40 a month, Cy 150. */
async function underWay(lang: Lang): Promise<Host> {
  const plan = buildPlan(
    {
      measure: "Revenue",
      unit: "元",
      horizon: { from: "2018-01-01", to: "2018-12-31" },
      total: { growth: 0 },
      time: { kind: "history", own: true },
    },
    {
      company: "Company",
      levels: ["Region", "Rep"],
      rows: [
        { path: ["East", "Ann"], values: months(100) },
        { path: ["East", "Bo"], values: months(50) },
        { path: ["West", "Cy"], values: months(150) },
      ],
    },
  );
  const host = createNodeHost();
  const targets = targetsSheet(plan, { lang, source: "Ledger" });
  const tracker = trackerSheet(plan, { lang, targets: targets.layout });
  await applyWorkbook(
    {
      sheets: [targets.sheet, tracker.sheet],
      names: [...targets.names, ...tracker.names],
      activate: "targets",
    },
    { lang },
  );
  await type(host, TABS[lang].tracker, "A4", [[3]]);
  await type(host, TABS[lang].tracker, "T10:V11", [
    [120, 90, 60],
    [40, 40, 40],
  ]);
  await type(host, TABS[lang].tracker, "T13:V13", [[150, 150, 150]]);
  return host;
}

async function type(host: Host, tab: string, range: string, values: (string | number)[][]): Promise<void> {
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem(tab).getRange(range).values = values;
  });
  host.calculate();
}

async function revised(host: Host, wish: ReviseWish, lang: Lang): Promise<void> {
  await writeRevision(await prepareRevision({ on: "2018-04-05", ...wish }, { lang }), { lang });
  host.calculate();
}

test("March closed: actuals stand in the targets, everybody's year is kept, every sum holds", async () => {
  const host = await underWay("en-US");
  await revised(host, { closed: "2018-03", by: "Wang", reason: "Quarter closed" }, "en-US");
  const rows = read(host, "Targets", "E10:Q13") as number[][];
  expect(rows[0]?.slice(0, 3)).toEqual([120, 90, 60]);
  expect(rows.map((row) => row[12])).toEqual([1200, 600, 1800, 1800]);
  // The residual under the header: nothing.
  expect(read(host, "Targets", "E8:Q8")[0]).toEqual(Array(13).fill(0));
});

test("the bridge says what moved, and follows what is typed afterwards", async () => {
  const host = await underWay("en-US");
  await revised(host, { closed: "2018-03" }, "en-US");
  expect(read(host, "Change bridge", "A6:D9")).toEqual([
    ["Jan", 300, 310, 10],
    ["Feb", 300, 280, -20],
    ["Mar", 300, 250, -50],
    ["Apr", 300, expect.any(Number), expect.any(Number)],
  ]);
  expect(read(host, "Change bridge", "B18:D18")).toEqual([[3600, 3600, 0]]);
  const ann = () => read(host, "Change bridge", "A20:I60").find(([name]) => name === "Ann");
  expect(ann()).toEqual(["Ann", 1200, 1200, 0, 0, 300, 270, 900, 930]);
  await type(host, "Targets", "P10", [[500]]);
  expect(ann()?.[3]).toBeGreaterThan(300);
});

test("what was typed into the targets before counts, and has a version of its own the second time", async () => {
  const host = await underWay("en-US");
  await revised(host, { closed: "2018-03", by: "Wang", reason: "First" }, "en-US");
  await type(host, "Targets", "P13", [[250]]);
  const typed = (read(host, "Targets", "Q6")[0]?.[0] as number) ?? 0;
  expect(typed).toBeGreaterThan(3600);
  await revised(
    host,
    { closed: "2018-03", total: { value: 4000 }, by: "Li", reason: "New product" },
    "en-US",
  );
  expect(read(host, "Targets", "Q6")).toEqual([[4000]]);
  expect(read(host, "Versions", "A5:G8")).toEqual([
    [1, null, null, null, 3600, null, "Original plan"],
    [2, "2018-04-05", "Wang", "Mar 2018", 3600, 0, "First"],
    [3, "2018-04-05", null, "Mar 2018", typed, typed - 3600, "Typed into the target sheet"],
    [4, "2018-04-05", "Li", "Mar 2018", 4000, 4000 - typed, "New product"],
  ]);
  expect(read(host, "Versions", "A12:E12")).toEqual([["Company", 3600, 3600, typed, 4000]]);
});

test("a confirmation is one page a person, with what the target sheet says and lines to sign on", async () => {
  const host = await underWay("en-US");
  await revised(host, { closed: "2018-03" }, "en-US");
  const sheet = host.workbook.sheets.find(({ name }) => name === "Confirmation");
  expect(sheet?.page.rowBreaks).toHaveLength(2);
  expect(read(host, "Confirmation", "A4:B5")).toEqual([
    ["Name / unit", "Ann"],
    ["Belongs to", "East"],
  ]);
  expect(read(host, "Confirmation", "A8:C10")).toEqual([
    ["Jan", 120, 120],
    ["Feb", 90, 210],
    ["Mar", 60, 270],
  ]);
  expect(read(host, "Confirmation", "A20:B20")).toEqual([["Total", 1200]]);
});

test("teams confirm with their people below", async () => {
  const host = await underWay("en-US");
  await revised(host, { closed: "2018-03", confirm: 1 }, "en-US");
  expect(read(host, "Confirmation", "A22:C24")).toEqual([
    ["Units and people below", null, "Target"],
    ["Ann", null, 1200],
    ["Bo", null, 600],
  ]);
});

test("a workbook without targets, a period not followed yet: said, and nothing changes", async () => {
  createNodeHost();
  await expect(prepareRevision({}, { lang: "en-US" })).rejects.toMatchObject({ code: "no-targets" });
  await underWay("en-US");
  await expect(prepareRevision({ closed: "2018-04" }, { lang: "en-US" })).rejects.toThrow(
    /“Ann” has no actual/,
  );
});

describeWith("libreoffice", "the changed workbook elsewhere", () => {
  test.each(LANGS)("is valid and calculates alike in %s", async (lang) => {
    const host = await underWay(lang);
    await revised(host, { closed: "2018-03", by: "王", reason: "一季度已结" }, lang);
    const { differences, compared } = await elsewhere(host);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(300);
    expect(read(host, TABS[lang].confirm, "B20")).toEqual([[1200]]);
  });
});
