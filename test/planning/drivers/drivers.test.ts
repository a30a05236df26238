import fc from "fast-check";
import { contributions } from "../../../src/planning/drivers/contributions";
import { funnelNeeds, funnelYield, normOver, type Funnel } from "../../../src/planning/drivers/funnel";
import { requiredAlone, requiredTogether } from "../../../src/planning/drivers/required";
import { retailTree } from "../../../src/planning/drivers/retail";
import { checkTree, nodesOf, valuesOf } from "../../../src/planning/drivers/tree";
import "../../support/seed";

const shop = retailTree("en-US");
const planned = { passersBy: 1000, entry: 0.1, conversion: 0.2, ticket: 500 };
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("a shop's sales", () => {
  test("1 000 passers-by × 10 % = 100 visitors; × 20 % = 20 buyers; × ¥500 = ¥10 000", () => {
    const values = valuesOf(shop, planned);
    expect(nodesOf(shop).map(({ id }) => [id, values.get(id)])).toEqual([
      ["passersBy", 1000],
      ["entry", 0.1],
      ["visitors", 100],
      ["conversion", 0.2],
      ["buyers", 20],
      ["ticket", 500],
      ["sales", 10_000],
    ]);
  });

  test("a driver without a value is named", () => {
    expect(() => valuesOf(shop, { passersBy: 1000, entry: 0.1, ticket: 500 })).toThrow(/Conversion/);
    expect(() => checkTree({ id: "a", name: "A", of: [] })).toThrow(/no parts/);
  });
});

describe("each driver's part in the gap", () => {
  test("only conversion fell from 20 % to 10 %: it is the whole gap", () => {
    expect(contributions([1000, 0.1, 0.2, 500], [1000, 0.1, 0.1, 500])).toEqual([
      0,
      0,
      expect.closeTo(-5000, 9),
      0,
    ]);
  });

  test("drivers that offset each other have parts though there is no gap", () => {
    const [up = 0, down = 0] = contributions([100, 10], [200, 5]);
    expect(up).toBeCloseTo(1000 * Math.log(2), 9);
    expect(down).toBeCloseTo(-1000 * Math.log(2), 9);
  });

  test("a driver at zero has the whole gap; two share it", () => {
    expect(contributions([1000, 0.1, 0.2, 500], [900, 0, 0.2, 500])).toEqual([0, -10_000, 0, 0]);
    expect(contributions([1000, 0.1, 0.2, 500], [900, 0, 0, 500])).toEqual([0, -5000, -5000, 0]);
    expect(contributions([0, 0.1], [10, 0.1])).toEqual([1, 0]);
    expect(contributions([0, 5], [3, 0])).toEqual([0, 0]);
  });

  const amount = fc.oneof(
    fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    fc.constant(0),
    fc.constantFrom(1, 2, 0.1, 500),
  );

  test("parts add up to the gap", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 6 }), (pairs) => {
        const target = pairs.map(([t]) => t);
        const actual = pairs.map(([, a]) => a);
        const product = (values: number[]) => values.reduce((a, b) => a * b, 1);
        const gap = product(actual) - product(target);
        const parts = contributions(target, actual);
        const scale = Math.max(...parts.map(Math.abs), product(actual), product(target), 1e-300);
        expect(Math.abs(sum(parts) - gap) / scale).toBeLessThan(1e-9);
      }),
    );
  });

  test("the order of the drivers does not matter, and a fall undoes a rise", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 5 }), (pairs) => {
        const there = contributions(
          pairs.map(([t]) => t),
          pairs.map(([, a]) => a),
        );
        const turned = [...pairs].reverse();
        const other = contributions(
          turned.map(([t]) => t),
          turned.map(([, a]) => a),
        );
        const back = contributions(
          pairs.map(([, a]) => a),
          pairs.map(([t]) => t),
        );
        const scale = Math.max(...there.map(Math.abs), 1e-300);
        there.forEach((part, i) => {
          expect(Math.abs(part - (other.at(-1 - i) ?? NaN)) / scale).toBeLessThan(1e-7);
          expect(Math.abs(part + (back[i] ?? NaN)) / scale).toBeLessThan(1e-7);
        });
      }),
    );
  });
});

describe("what closes the gap", () => {
  const now = { passersBy: 900, entry: 0.1, conversion: 0.18, ticket: 480 };

  test("each driver alone brings the sales to the target", () => {
    for (const { id, value } of requiredAlone(shop, now, 10_000))
      expect(valuesOf(shop, { ...now, [id]: value ?? NaN }).get("sales")).toBeCloseTo(10_000, 6);
  });

  test("a share of more than everybody is out of reach, and so is everything beside a zero", () => {
    const [, entry] = requiredAlone(shop, { ...now, conversion: 0.001 }, 10_000);
    expect(entry).toMatchObject({ id: "entry", reachable: false });
    expect(requiredAlone(shop, { ...now, conversion: 0 }, 10_000)[0]).toEqual({
      id: "passersBy",
      value: null,
      reachable: false,
    });
  });

  test("21 % more sales from conversion and ticket are 10 % of each", () => {
    const next = requiredTogether(shop, planned, 12_100, ["conversion", "ticket"]);
    expect(next?.["conversion"]).toBeCloseTo(0.22, 12);
    expect(next?.["ticket"]).toBeCloseTo(550, 9);
    expect(next?.["passersBy"]).toBe(1000);
  });

  test("a rate stops at 100 % and leaves the rest to the others", () => {
    const next = requiredTogether(shop, { ...planned, conversion: 0.9 }, 180_000, ["conversion", "ticket"]);
    expect(next?.["conversion"]).toBe(1);
    expect(next?.["ticket"]).toBeCloseTo(1800, 9);
    expect(requiredTogether(shop, planned, 60_000, ["conversion"])).toBeNull();
  });
});

describe("a funnel backwards", () => {
  const funnel: Funnel = {
    stages: [
      { name: "Calls", norm: { per: "day", min: 30, max: 40 } },
      { name: "Visits", rate: 0.1, norm: { per: "week", min: 20 } },
      { name: "Quotes", rate: 0.4 },
      { name: "Deals", rate: 0.25 },
    ],
    target: { revenue: 1_200_000, perDeal: 50_000 },
    people: 3,
    workingDays: 22,
  };

  test("24 deals are 96 quotes, 240 visits, 2 400 calls: 36.4 calls a day each, inside 30–40", () => {
    const needs = funnelNeeds(funnel);
    expect(needs.map(({ needed }) => needed)).toEqual([2400, 240, 96, 24]);
    expect(needs[0]?.perPersonDay).toBeCloseTo(36.36, 2);
    expect(needs[1]?.perPersonWeek).toBeCloseTo(18.18, 2);
    expect(needs.map(({ load }) => load)).toEqual(["within", "below", "none", "none"]);
  });

  test("30 calls a day bring 19.8 deals, 40 bring 26.4", () => {
    const yielded = funnelYield(funnel);
    expect(yielded?.low).toBeCloseTo(19.8, 9);
    expect(yielded?.high).toBeCloseTo(26.4, 9);
  });

  test("pieces are whole at every stage", () => {
    expect(funnelNeeds({ ...funnel, target: { deals: 5 }, people: 1 }).map(({ needed }) => needed)).toEqual([
      500, 50, 20, 5,
    ]);
    const uneven = {
      ...funnel,
      stages: [{ name: "Calls" }, { name: "Deals", rate: 0.3 }],
      target: { deals: 2.5 },
    };
    expect(funnelNeeds(uneven).map(({ needed }) => needed)).toEqual([10, 3]);
  });

  test("a rate of zero is refused by name", () => {
    expect(() => funnelNeeds({ ...funnel, stages: [{ name: "Calls" }, { name: "Deals", rate: 0 }] })).toThrow(
      /Deals/,
    );
  });

  test("20 visits a week are 88 in 22 working days", () => {
    expect(normOver({ per: "week", min: 20 }, 22)).toEqual({ min: 88, max: 88 });
    expect(normOver({ per: "day", min: 30, max: 40 }, 22)).toEqual({ min: 660, max: 880 });
  });
});
