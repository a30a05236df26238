/** The three checks over files that go out and come back: own, unit, supervision centre. */
import { applyWorkbook } from "../../src/excel/apply";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import {
  prepareCollection,
  writeCollection,
  type CollectionView,
  type IncomingFile,
} from "../../src/jobs/sharing/collect";
import type { DistributeChoices } from "../../src/jobs/sharing/distribute";
import { workPlanBook } from "../../src/jobs/template/workPlan";
import type { WorkPlan } from "../../src/forms/workPlan";
import { checkStage } from "../../src/sharing/checks";
import type { ItemCell } from "../../src/sharing/master/master";
import type { Level } from "../../src/sharing/levels";
import type { Lang } from "../../src/words";
import { oneMonth } from "../support/evaluations";
import { writtenBook } from "../support/evaluationBook";
import { saveXlsx } from "../../src/host/file/save";
import { recalculate } from "../support/libreoffice";
import { validate } from "../support/ooxml";
import { describeWith } from "../support/tools";
import { fillIn } from "./fillIn";
import { sendOut, valueAt, type Distributed } from "./support";

const cell = (value: string | number | null): ItemCell => ({ tab: "x", cell: "A1", value });

test.each([
  [[null, null, null], "own"],
  [[8, null, null], "unit"],
  [[8, 7, null], "centre"],
  [[8, 7, 7], "done"],
  [[0, 0, 0], "done"],
  // A check before its turn moves nothing.
  [[null, 7, null], "own"],
  [[8, null, 7], "unit"],
] as const)("own, unit and centre %j wait for %s", ([own, unit, centre], stage) => {
  expect(
    checkStage(
      new Map([
        ["own", cell(own)],
        ["unit", cell(unit)],
        ["centre", cell(centre)],
      ]),
    ),
  ).toBe(stage);
});

let clock = 0;
const returned = (name: string, bytes: Uint8Array): IncomingFile => ({
  name,
  modified: new Date(Date.UTC(2026, 3, 1) + ++clock * 60_000).toISOString(),
  bytes: () => Promise.resolve(bytes),
});

function fileOf({ made }: Distributed, name: string): Uint8Array {
  const file = made.find(({ recipient }) => recipient === name);
  if (!file) throw new Error(`${name} has no file among ${made.map(({ recipient }) => recipient).join()}`);
  return file.bytes;
}

async function bringBack(
  host: Host,
  sent: Distributed,
  lang: Lang,
  files: IncomingFile[],
): Promise<CollectionView> {
  host.connect();
  const prepared = await prepareCollection(files, sent.files, {}, { lang });
  await writeCollection(prepared, { lang });
  host.calculate();
  return prepared.view;
}

/** The filled cells of a sheet, row by row, from left to right. */
const textsOn = (host: Host, tab: string): unknown[][] =>
  [...(host.workbook.sheets.find(({ name }) => name === tab)?.cells ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => [...row].sort(([a], [b]) => a - b).map(([, { value }]) => value));

describe("an evaluation", () => {
  let host: Host;
  const send = (by: Level, more: DistributeChoices = {}): Promise<Distributed> =>
    sendOut(host, "en-US", { by, pattern: "{name}{unit}", ...more });

  beforeAll(async () => {
    host = (await writtenBook(oneMonth())).host;
  });

  test("goes through own, unit and centre; each sees what was said before and nothing later", async () => {
    const own = await send("rep");
    expect(own.made.map(({ recipient }) => recipient)).toEqual(["Ann", "Bob", "Cyd", "Dee", "Eve"]);
    // Full points 80, 20 and 100.
    const first = await bringBack(host, own, "en-US", [
      returned("ann.xlsx", await fillIn(fileOf(own, "Ann"), { Checks: { E5: 78, E6: 20, E7: 90 } })),
      returned("bob.xlsx", await fillIn(fileOf(own, "Bob"), { Checks: { E5: 80, E6: 20 } })),
    ]);
    expect(first.checks?.stages).toEqual({ own: 10, unit: 5, centre: 0, done: 0 });
    expect(first.missing.map(({ name }) => name)).toEqual(["Cyd", "Dee", "Eve"]);
    expect(first.checks?.waiting).toContainEqual({ about: "Cyd", unit: "West", stage: "own", items: 3 });

    const units = await send("region");
    expect(units.made.map(({ recipient, people }) => [recipient, people])).toEqual([
      ["East", 2],
      ["West", 3],
    ]);
    const second = await bringBack(host, units, "en-US", [
      returned(
        "east.xlsx",
        await fillIn(fileOf(units, "East"), { Checks: { G5: 70, G6: 20, G7: 90, G8: 80 } }),
      ),
    ]);
    expect(second.checks?.stages).toEqual({ own: 10, unit: 1, centre: 4, done: 0 });
    expect(second.checks?.differences).toEqual([
      expect.objectContaining({
        about: "Ann",
        what: "Sales attained",
        own: 78,
        unit: 70,
        centre: null,
        stage: "centre",
      }),
    ]);

    const centre = await send("centre");
    expect(centre.made).toHaveLength(1);
    const third = await bringBack(host, centre, "en-US", [
      returned(
        "centre.xlsx",
        await fillIn(fileOf(centre, "Supervision centre"), { Checks: { I5: 75, I6: 20 } }),
      ),
    ]);
    expect(third.checks?.stages).toEqual({ own: 10, unit: 1, centre: 2, done: 2 });
  });

  test("the master shows differences, whose turn it is, and the comparison across and along, by formulas", () => {
    const ann = textsOn(host, "Three checks").find((row) => row[1] === "Ann");
    expect(ann?.slice(5)).toEqual([78, 70, 75, -8, 5, "● done"]);
    const compared = textsOn(host, "Checks compared");
    expect(compared.find((row) => row[1] === "Ann")).toEqual([
      "East",
      "Ann",
      3,
      188,
      180,
      95,
      -8,
      5,
      0,
      0,
      1,
    ]);
    expect(compared.find((row) => row[0] === "Sales attained")?.slice(2)).toEqual([
      5, 158, 150, 75, -8, 5, 3, 0, 1,
    ]);
  });

  test("a change of a check is in the log, and the same files again are nothing", async () => {
    expect(textsOn(host, "Merge log").some((row) => row.includes("Ann Sales attained Centre check"))).toBe(
      true,
    );
  });

  test("one person's workbook goes back with a reason, to that person only", async () => {
    const before = valueAt(host, "Returns", "A5");
    expect(before).toBeDefined();
    const again = await send("rep", { only: ["bob"], reason: "Where is the attitude?" });
    expect(again.made.map(({ recipient }) => recipient)).toEqual(["Bob"]);
    const bytes = fileOf(again, "Bob");
    const texts = [...again.files.texts(bytes)].join("\n");
    expect(texts).toContain("Where is the attitude?");
    expect(texts).not.toContain("Ann");
    const view = await bringBack(host, again, "en-US", []);
    expect(view.missing.map(({ name }) => name)).toContain("Bob");
    const answered = await bringBack(host, again, "en-US", [
      returned("bob 2.xlsx", await fillIn(bytes, { Checks: { E7: 66 } })),
    ]);
    expect(answered.changes).toMatchObject([{ person: "Bob", before: null, after: 66 }]);
    expect(answered.missing.map(({ name }) => name)).not.toContain("Bob");
  });

  test("the workbook sent first is not taken any more; nobody else is known by that name", async () => {
    await expect(send("rep", { only: ["Zed"] })).rejects.toMatchObject({ code: "unknown-name" });
  });

  test("files and master are valid", async () => {
    const units = await send("region");
    expect(await validate(fileOf(units, "West"))).toEqual([]);
    host.connect();
    expect(await validate(await saveXlsx(host.workbook))).toEqual([]);
  });

  describeWith("libreoffice", "another program", () => {
    test("works out the same comparison", async () => {
      const values = await recalculate(await saveXlsx(host.workbook));
      for (const tab of ["Three checks", "Checks compared"]) {
        const sheet = host.workbook.sheets.find(({ name }) => name === tab);
        for (const [row, line] of sheet?.cells ?? [])
          for (const [column, { value, formula }] of line)
            if (formula !== undefined && typeof value === "number") {
              const at = `${String.fromCharCode(65 + column)}${row + 1}`;
              expect([tab, at, Number(values.get(tab)?.get(at))]).toEqual([tab, at, value]);
            }
      }
    });
  });
});

const plan: WorkPlan = {
  title: "客服部",
  year: 2026,
  people: ["李雷", "韩梅梅"],
  goals: [],
  months: [],
  counts: "own",
  tasks: (["李雷", "李雷", "韩梅梅"] as const).map((owner, i) => ({
    id: `T${i + 1}`,
    week: "2026-03-02",
    owner,
    text: `任务${i + 1}`,
    due: i === 1 ? "2026-04-03" : "2026-03-06",
    important: true,
    urgent: false,
    planned: true,
    status: "open" as const,
  })),
};

test("a work plan goes the same way: done or not, with status and reason", async () => {
  const host = createNodeHost();
  await applyWorkbook(workPlanBook(plan, "zh-CN"), { lang: "zh-CN" });
  host.calculate();
  const own = await sendOut(host, "zh-CN", { by: "rep" });
  expect(own.made.map(({ recipient }) => recipient)).toEqual(["李雷", "韩梅梅"]);
  const first = await bringBack(host, own, "zh-CN", [
    returned(
      "李雷.xlsx",
      await fillIn(fileOf(own, "李雷"), {
        核对: { D5: "已完成", F5: "是", D6: "延期", E6: "等物料", F6: "否" },
      }),
    ),
  ]);
  expect(first.files[0]?.faults).toEqual([]);
  expect(first.checks?.stages).toEqual({ own: 1, unit: 2, centre: 0, done: 0 });
  const units = await sendOut(host, "zh-CN", { by: "region" });
  expect(units.made.map(({ recipient }) => recipient)).toEqual(["客服部"]);
  const second = await bringBack(host, units, "zh-CN", [
    returned("部.xlsx", await fillIn(fileOf(units, "客服部"), { 核对: { G5: "否", G6: "否" } })),
  ]);
  expect(second.checks?.differences).toMatchObject([{ about: "李雷", what: "任务1", own: "是", unit: "否" }]);
  expect(textsOn(host, "核对对比").find((row) => row[1] === "李雷")).toEqual([
    "客服部",
    "李雷",
    2,
    1,
    0,
    0,
    -1,
    0,
    0,
    0,
    2,
  ]);
  expect(
    textsOn(host, "核对对比")
      .find((row) => row[0] === "2026-04")
      ?.slice(2),
  ).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1]);
});
