import fc from "fast-check";
import {
  attainmentOf,
  checkOwners,
  departmentResults,
  partOfGap,
} from "../../../src/planning/follow/responsibility";
import { cone, lightOf, standing, type StandingOptions } from "../../../src/planning/follow/standing";
import "../../support/seed";

const months = (amount: number) => Array.from({ length: 12 }, () => amount);
const options: StandingOptions = { asOf: 3, tolerance: 0.1, margin: 0.05, method: "pace", carry: "none" };

describe("where a unit stands", () => {
  test("320 of 300: 106.7 %, green, 1 280 at this pace, 97.8 a month to go", () => {
    expect(standing(months(100), [120, 90, 110], options)).toMatchObject({
      due: 300,
      actual: 320,
      gap: 20,
      light: "green",
      forecast: 1280,
      warned: false,
      need: 880 / 9,
    });
  });

  test("a light is green when reached, yellow inside the tolerance, red below, none without data", () => {
    expect([1, 0.9, 0.89, null].map((at) => lightOf(at, 0.1, false))).toEqual([
      "green",
      "yellow",
      "red",
      "none",
    ]);
    expect([1, 1.1, 1.11].map((at) => lightOf(at, 0.1, true))).toEqual(["green", "yellow", "red"]);
    expect(standing(months(100), [], options)).toMatchObject({
      light: "none",
      actual: null,
      forecast: null,
      warned: false,
    });
  });

  test("each forecast by its method", () => {
    const targets = [50, 50, 50, ...Array<number>(9).fill(150)];
    const actuals = [60, 40, 50];
    const lastYear = [30, 30, 40, ...Array<number>(9).fill(100)];
    const by = (method: StandingOptions["method"]) =>
      standing(targets, actuals, { ...options, method }, lastYear).forecast;
    expect(by("pace")).toBe(1500);
    expect(by("runRate")).toBe(600);
    expect(by("recent")).toBe(150 + 50 * 9);
    expect(by("lastYear")).toBe(1500);
    expect(standing(targets, actuals, { ...options, method: "lastYear" }).forecast).toBe(1500);
  });

  test("a forecast that misses by more than the margin is warned of; costs are warned of the other way round", () => {
    const at = (actual: number, lowerIsBetter: boolean) =>
      standing(months(100), [actual, actual, actual], { ...options, lowerIsBetter }).warned;
    expect([at(96, false), at(94, false), at(104, true), at(106, true)]).toEqual([false, true, false, true]);
  });

  test("a shortfall of 60 is carried into the next month, or shared over the nine left", () => {
    const task = (carry: StandingOptions["carry"]) =>
      standing(months(100), [80, 80, 80], { ...options, carry }).nextTask;
    expect(task("none")).toBe(100);
    expect(task("next")).toBe(160);
    expect(task("spread")).toBeCloseTo(100 + 60 / 9, 9);
    expect(standing(months(100), [120, 120, 120], { ...options, carry: "next" }).nextTask).toBe(100);
  });

  test("month on month and year on year", () => {
    const at = standing(months(100), [100, 80, 120], options, months(90));
    expect(at.monthOnMonth).toBeCloseTo(0.5, 12);
    expect(at.yearOnYear).toBeCloseTo(300 / 270 - 1, 12);
  });

  test("carried over and shared, the rest of the tasks make up exactly for the shortfall", () => {
    const amount = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 4, maxLength: 12 }),
        fc.array(amount, { minLength: 12, maxLength: 12 }),
        (targets, actuals) => {
          const asOf = targets.length - 2;
          const { nextTask, due, actual } = standing(targets, actuals, { ...options, asOf, carry: "spread" });
          const [next = 0, last = 0] = targets.slice(asOf);
          const shortfall = Math.max(0, due - (actual ?? 0));
          const lastTask = last + (shortfall * last) / (next + last);
          expect((nextTask ?? 0) + lastTask).toBeCloseTo(next + last + shortfall, 6);
        },
      ),
    );
  });
});

describe("the cone of a forecast", () => {
  test("begins at the actual, ends at the forecast, and widens", () => {
    const { middle, low, high } = cone(months(100), [120, 90, 110], 3, 1280);
    expect(middle.slice(0, 3)).toEqual([120, 210, 320]);
    expect(middle[11]).toBeCloseTo(1280, 9);
    expect(low[2]).toBe(320);
    const width = middle.map((_, p) => (high[p] ?? 0) - (low[p] ?? 0)).slice(2);
    width.slice(1).forEach((each, p) => expect(each).toBeGreaterThan(width[p] ?? 0));
  });

  test("is a line while there is too little to compare", () => {
    const { middle, low } = cone(months(100), [120, 90], 2, 1260);
    expect(low).toEqual(middle);
  });
});

describe("a collection rate of 90 % with a main and two supporting departments", () => {
  const collection = {
    name: "Collection",
    target: 0.9,
    actual: 0.84,
    owners: [
      { department: "Sales", share: 0.6, main: true },
      { department: "Finance", share: 0.25 },
      { department: "Service", share: 0.15 },
    ],
  };

  test("the gap of 6 points: 3.6, 1.5 and 0.9", () => {
    const parts = collection.owners.map(({ share }) => partOfGap(collection, share));
    expect(parts.map((part) => Math.round((part ?? 0) * 1e6) / 1e6)).toEqual([-0.036, -0.015, -0.009]);
    expect(attainmentOf(collection)).toBeCloseTo(0.9333, 4);
  });

  test("a department's result is weighted with its shares", () => {
    const cost = {
      name: "Cost",
      target: 100,
      actual: 110,
      lowerIsBetter: true,
      owners: [
        { department: "Finance", share: 0.75, main: true },
        { department: "Sales", share: 0.25 },
      ],
    };
    const [sales, finance] = departmentResults([collection, cost]);
    expect(sales?.attainment).toBeCloseTo((0.6 * (0.84 / 0.9) + 0.25 * 0.9) / 0.85, 12);
    expect(finance).toMatchObject({ department: "Finance", targets: 2 });
  });

  test("shares that do not add up, or a supporter as large as the main department, are refused", () => {
    const owners = (...shares: number[]) => ({
      ...collection,
      owners: shares.map((share, i) => ({ department: `D${i}`, share, main: i === 0 })),
    });
    expect(() => checkOwners(owners(0.6, 0.3))).toThrow(/add up to 90 %/);
    expect(() => checkOwners(owners(0.5, 0.5))).toThrow(/as large a share/);
    expect(() =>
      checkOwners({
        ...collection,
        owners: collection.owners.map(({ department, share }) => ({ department, share })),
      }),
    ).toThrow(/exactly one/);
  });
});
