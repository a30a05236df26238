/** A plan followed, and targets that departments share: the pages say what the engine says, here and elsewhere. */
import { followBook } from "../../../src/jobs/follow/followBook";
import type { FollowRequest } from "../../../src/planning/follow/followRequest";
import { departmentResults } from "../../../src/planning/follow/responsibility";
import { standing } from "../../../src/planning/follow/standing";
import { LANGS, type Lang } from "../../../src/words";
import { describeWith } from "../../support/tools";
import { elsewhere, opened, read } from "./opened";

const REQUEST = {
  plan: {
    measure: "Revenue",
    unit: "万元",
    horizon: { from: "2026-01-01", to: "2026-12-31" },
    total: { value: 2400 },
    time: { kind: "even" },
    organisation: { kind: "weights" },
    team: {
      company: "Company",
      levels: ["Region", "Rep"],
      members: [
        { path: ["East", "Ann"], weight: 2 },
        { path: ["East", "Bo"], weight: 1 },
        { path: ["West", "Cy"], weight: 1 },
      ],
    },
  },
  actuals: { "East / Ann": [90, 110, 100], "East / Bo": [40, 50, 30], "West / Cy": [55, 45] },
  shared: [
    {
      name: "Collection",
      target: 0.9,
      actual: 0.84,
      owners: [
        { department: "Sales", share: 0.6, main: true },
        { department: "Finance", share: 0.25 },
        { department: "Service", share: 0.15 },
      ],
    },
    {
      name: "Cost",
      target: 100,
      actual: 104,
      lowerIsBetter: true,
      owners: [
        { department: "Finance", share: 0.7, main: true },
        { department: "Sales", share: 0.3 },
      ],
    },
    { name: "Satisfaction", target: 0.97, owners: [{ department: "Service", share: 1, main: true }] },
  ],
} as const satisfies FollowRequest;

const close = (value: number | string | null): unknown =>
  typeof value === "number" ? expect.closeTo(value, 9) : value;
const opening = (lang: Lang, fill = {}) => opened(followBook(REQUEST, { lang }), lang, fill);

test("the period: target, actual, gap, attainment, light, rank, the period before", async () => {
  const host = await opening("en-US");
  expect(read(host, "Period report", "A4")).toEqual([["Mar"]]);
  expect(read(host, "Period report", "C9:J10")).toEqual([
    [100, 100, 0, 1, "●", 1, 110, close(100 / 110 - 1)],
    [50, 30, -20, 0.6, "▼", 2, 50, close(-0.4)],
  ]);
  // Cy has not reported March: no data, no light, no rank.
  expect(read(host, "Period report", "C12:I12")).toEqual([[50, "", "", "", "", "", 45]]);
  expect(read(host, "Period report", "C7:G7")).toEqual([[200, 130, -70, 0.65, "▼"]]);
});

test("to date and the next period's task come from the tracker, carried over as chosen there", async () => {
  const host = await opening("en-US", { "Tracker!G4": [["over the rest"]] });
  const options = { asOf: 3, tolerance: 0.1, margin: 0.05, method: "pace", carry: "spread" } as const;
  const bo = standing(Array<number>(12).fill(50), [40, 50, 30], options);
  expect(read(host, "Period report", "M10:O10")).toEqual([[close(bo.attainment), "▼", close(bo.nextTask)]]);
  expect(bo.nextTask).toBeCloseTo(50 + 30 / 9, 9);
});

test("another month chosen on the tracker turns the report", async () => {
  const host = await opening("en-US", { "Tracker!A4": [[2]] });
  expect(read(host, "Period report", "A4:E4")).toEqual([["Feb", null, "2 / 3", null, 1]]);
  expect(read(host, "Period report", "C12:E12")).toEqual([[50, 45, -5]]);
});

test("each department's part of the gap: 3.6, 1.5 and 0.9 points of 6", async () => {
  const host = await opening("en-US");
  expect(read(host, "Responsibility", "I6:K8")).toEqual([
    [close(-0.06), close(-0.036), "● makes 100%"],
    [close(-0.06), close(-0.015), null],
    [close(-0.06), close(-0.009), null],
  ]);
});

test("departments over all their targets are the engine's", async () => {
  const host = await opening("en-US");
  const expected = departmentResults(REQUEST.shared).map(({ department, attainment, targets }) => [
    department,
    targets,
    close(attainment),
  ]);
  const rows = read(host, "Responsibility", "A15:D17");
  expect(rows.map(([department, count, , attainment]) => [department, count, attainment])).toEqual(expected);
});

test("shares changed so that they no longer hold are pointed out at once", async () => {
  const host = await opening("en-US", { "Responsibility!D6": [[0.2]], "Responsibility!D9": [[0.8]] });
  expect(read(host, "Responsibility", "K6")).toEqual([["▼ not 100%"]]);
  const turned = await opening("en-US", { "Responsibility!D6:D7": [[0.25], [0.6]] });
  expect(read(turned, "Responsibility", "K6")).toEqual([["▼ main not largest"]]);
});

test("requests that cannot be are refused with what is wrong", () => {
  const book = (request: FollowRequest) => () => followBook(request, { lang: "en-US" });
  expect(book({})).toThrow(/plan \| shared/);
  expect(book({ plan: REQUEST.plan, actuals: { East: [1] } })).toThrow(/“East” carries no targets/);
  expect(book({ plan: REQUEST.plan, asOf: 13 })).toThrow(/12 periods/);
});

describeWith("libreoffice", "the following workbook elsewhere", () => {
  test.each(LANGS)("is valid and calculates alike in %s", async (lang) => {
    const { differences, compared } = await elsewhere(await opening(lang));
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });
});
