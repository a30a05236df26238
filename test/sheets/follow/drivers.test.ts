/** The driver workbook: the sheet's formulas say what the engine says, here and elsewhere. */
import { driversBook } from "../../../src/jobs/follow/drivers";
import { contributions } from "../../../src/planning/drivers/contributions";
import { funnelNeeds, funnelYield } from "../../../src/planning/drivers/funnel";
import { requiredAlone } from "../../../src/planning/drivers/required";
import type { DriversRequest } from "../../../src/planning/drivers/request";
import { retailTree } from "../../../src/planning/drivers/retail";
import { LANGS, type Lang } from "../../../src/words";
import { describeWith } from "../../support/tools";
import { elsewhere, opened, read } from "./opened";

const IDS = ["passersBy", "entry", "conversion", "ticket"] as const;
const drivers = (...values: readonly number[]) =>
  Object.fromEntries(IDS.map((id, i) => [id, values[i] ?? 0]));

const FUNNEL = {
  stages: [
    { name: "Calls", norm: { per: "day", min: 30, max: 40 } },
    { name: "Visits", rate: 0.1, norm: { per: "week", min: 20 } },
    { name: "Quotes", rate: 0.4 },
    { name: "Deals", rate: 0.25 },
  ],
  target: { revenue: 1_200_000, perDeal: 50_000 },
  people: 3,
  workingDays: 22,
} as const;

const REQUEST: DriversRequest = {
  stores: [
    { name: "Nanjing Road", target: drivers(1000, 0.1, 0.2, 500), actual: drivers(1000, 0.1, 0.15, 520) },
    { name: "Xujiahui", target: drivers(1500, 0.12, 0.18, 450), actual: drivers(1380, 0, 0.2, 430) },
    {
      name: "Wujiaochang",
      target: 12_100,
      base: drivers(1000, 0.1, 0.2, 500),
      actual: drivers(1100, 0.07, 0.02, 480),
    },
    { name: "Opening soon", target: drivers(600, 0.1, 0.2, 400) },
  ],
  movable: ["conversion", "ticket"],
  funnel: FUNNEL,
  activities: {
    workingDays: 22,
    norms: [
      { name: "New customers", norm: { per: "day", min: 2 } },
      { name: "Existing customers", norm: { per: "day", min: 3 } },
      { name: "Calls", norm: { per: "day", min: 4 } },
    ],
    people: [{ name: "Ann", done: [44, 33, 88] }, { name: "Bo" }],
  },
};

const close = (value: number | string): unknown =>
  typeof value === "number" ? expect.closeTo(value, 6) : value;
const opening = (lang: Lang) => opened(driversBook(REQUEST, { lang }), lang);

test("the targets stand as planned: ¥10 000, and 12 100 by 10 % more conversion and ticket", async () => {
  const host = await opening("en-US");
  expect(read(host, "Drivers", "A6:H6")).toEqual([
    ["Nanjing Road", 1000, 0.1, 100, 0.2, 20, 500, 10_000].map(close),
  ]);
  expect(read(host, "Drivers", "E8:H8")).toEqual([[0.22, 22, 550, 12_100].map(close)]);
});

test("each driver's part is the engine's, zeros included, and the parts add up", async () => {
  const host = await opening("en-US");
  const parts = [
    contributions([1000, 0.1, 0.2, 500], [1000, 0.1, 0.15, 520]),
    contributions([1500, 0.12, 0.18, 450], [1380, 0, 0.2, 430]),
    contributions([1000, 0.1, 0.22, 550], [1100, 0.07, 0.02, 480]),
  ];
  expect(read(host, "Drivers", "F22:I24")).toEqual(parts.map((row) => row.map(close)));
  expect(read(host, "Drivers", "F25:I25")).toEqual([["", "", "", ""]]);
  expect(read(host, "Drivers", "J22:J24")).toEqual([["Conversion"], ["Entry rate"], ["Conversion"]]);
  const [[target, actual, gap, , ...all] = []] = read(host, "Drivers", "B26:I26") as number[][];
  expect((target ?? 0) + (gap ?? 0)).toBeCloseTo(actual ?? NaN, 6);
  expect(all.reduce((a, b) => a + b, 0)).toBeCloseTo(gap ?? NaN, 6);
});

test("what one driver must become is the engine's answer, or said to be out of reach", async () => {
  const host = await opening("en-US");
  const expected = requiredAlone(retailTree("en-US"), drivers(1000, 0.1, 0.15, 520), 10_000);
  expect(read(host, "Drivers", "B30:E30")).toEqual([expected.map(({ value }) => close(value ?? "—"))]);
  expect(read(host, "Drivers", "B31:E31")).toEqual([["—", close(14_580 / (1380 * 0.2 * 430)), "—", "—"]]);
  expect(read(host, "Drivers", "C32")).toEqual([["▼ over 100%"]]);
});

test("all stores: amounts add up, rates are weighted", async () => {
  const host = await opening("en-US");
  const [[passersBy, entry, visitors] = []] = read(host, "Drivers", "B10:D10") as number[][];
  expect(passersBy).toBe(4100);
  expect(visitors).toBeCloseTo(100 + 180 + 100 + 60, 9);
  expect(entry).toBeCloseTo(440 / 4100, 9);
});

test("the waterfall follows the store chosen and ends where the store ended", async () => {
  const host = await opened(driversBook(REQUEST, { lang: "en-US" }), "en-US", {
    "Drivers!B36": [["Nanjing Road"]],
  });
  const rows = read(host, "Drivers", "L38:P43");
  expect(rows[0]?.slice(0, 3)).toEqual(["Target", 10_000, 10_000]);
  expect(rows[0]?.[3]).toBe("Target\n10,000");
  expect(rows[5]?.slice(0, 3)).toEqual(["Actual", close(7800), close(7800)]);
  expect(rows[4]?.[2]).toBeCloseTo(7800, 6);
});

test("the funnel's needs and its yield are the engine's", async () => {
  const host = await opening("en-US");
  const needs = funnelNeeds(FUNNEL);
  expect(read(host, "Funnel", "C14:F17")).toEqual(
    needs.map(({ needed, perPerson, perPersonDay, perPersonWeek }) =>
      [needed, perPerson, perPersonDay, perPersonWeek].map(close),
    ),
  );
  expect(read(host, "Funnel", "J14:J16")).toEqual([["● within"], ["● room left"], [""]]);
  const yielded = funnelYield(FUNNEL);
  expect(read(host, "Funnel", "B21:B22")).toEqual([
    [close(yielded?.low ?? NaN)],
    [close(yielded?.high ?? NaN)],
  ]);
});

test("a hotel rep's day of 2 + 3 + 4 is 44, 66 and 88 in 22 working days", async () => {
  const host = await opening("en-US");
  expect(read(host, "Activity norms", "E9:E11")).toEqual([[44], [66], [88]]);
  expect(read(host, "Activity norms", "E15:I16")).toEqual([
    [1, 0.5, 1, close(5 / 6), "▼"],
    ["", "", "", "", ""],
  ]);
});

test("requests that cannot be are refused with what is wrong", () => {
  const book = (request: DriversRequest) => () => driversBook(request, { lang: "en-US" });
  expect(book({})).toThrow(/stores \| funnel \| activities/);
  expect(book({ stores: [{ name: "A", target: { passersBy: 1 } }] })).toThrow(/Entry rate/);
  expect(book({ stores: [{ name: "A", target: 100 }] })).toThrow(/nothing to build it on/);
  expect(book({ stores: [{ name: "A", target: { ...drivers(1, 1, 1, 1), spare: 3 } }] })).toThrow(
    /no driver “spare”/,
  );
});

describeWith("libreoffice", "the driver workbook elsewhere", () => {
  test.each(LANGS)("is valid and calculates alike in %s", async (lang) => {
    const { differences, compared } = await elsewhere(await opening(lang));
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(150);
  });
});
