import fc from "fast-check";
import { dayNumber } from "../../../src/planning/dates";
import { level, type Movable } from "../../../src/planning/visits/level";
import { planVisits } from "../../../src/planning/visits/visitPlan";
import { frequencyLabel, usualClasses, type VisitsRequest } from "../../../src/planning/visits/visitsRequest";
import { workingDays } from "../../../src/planning/workdays";
import "../../support/seed";

const classes = usualClasses("en-US");
const quarter = { from: "2018-01-01", to: "2018-03-31" };
const customer = (name: string, of: string, more: object = {}) => ({ name, class: of, rep: "Ann", ...more });
const daysOf = (request: VisitsRequest, name: string) =>
  planVisits(request, classes).visits.flatMap((visit) =>
    request.customers[visit.customer]?.name === name ? [visit.day] : [],
  );

describe("how often", () => {
  test("VIP monthly, class 1 every two months, class 2 as needed, design weekly, other projects every two weeks", () => {
    expect(classes.map(({ name, every }) => [name, frequencyLabel(every, "en-US")])).toEqual([
      ["VIP", "monthly"],
      ["Class 1", "every two months"],
      ["Class 2", "as needed"],
      ["Project in design", "weekly"],
      ["Other project", "every two weeks"],
    ]);
    const request: VisitsRequest = {
      from: "2018-01-01",
      to: "2018-06-30",
      customers: classes.map(({ name }) => customer(name, name)),
    };
    const plan = planVisits(request, classes);
    const counts = request.customers.map(
      (_, i) => plan.visits.filter((visit) => visit.customer === i).length,
    );
    // 26 weeks, and even the spring festival leaves a working day in each.
    expect(counts).toEqual([6, 3, 0, 26, 13]);
  });

  test("one visit in every month, on working days of the Chinese calendar", () => {
    const days = daysOf({ ...quarter, customers: [customer("A", "VIP")] }, "A");
    expect(days.map((day) => day.slice(0, 7))).toEqual(["2018-01", "2018-02", "2018-03"]);
    for (const day of days) expect(workingDays(day, day)).toBe(1);
  });

  test("the last visit says when the next is due; an overdue customer comes first", () => {
    const [first] = daysOf({ ...quarter, customers: [customer("A", "VIP", { last: "2017-12-20" })] }, "A");
    expect(Math.abs(dayNumber(first ?? "") - dayNumber("2018-01-20"))).toBeLessThanOrEqual(2);
    const [overdue] = daysOf({ ...quarter, customers: [customer("A", "VIP", { last: "2017-08-01" })] }, "A");
    expect(overdue).toBe("2018-01-02");
  });

  test("of four customers seen every two months, two have their turn in a single month", () => {
    const customers = ["A", "B", "C", "D"].map((name) => customer(name, "Class 1"));
    const plan = planVisits({ from: "2018-01-01", to: "2018-01-31", customers }, classes);
    expect(plan.visits.map((visit) => visit.customer)).toEqual([0, 1]);
  });

  test("a week without a working day is skipped and said", () => {
    const plan = planVisits(
      {
        from: "2018-01-01",
        to: "2018-01-14",
        customers: [customer("A", "Project in design")],
        calendar: {
          country: "none",
          holidays: ["2018-01-01", "2018-01-02", "2018-01-03", "2018-01-04", "2018-01-05"],
        },
      },
      classes,
    );
    expect(plan.visits).toHaveLength(1);
    expect(plan.skipped).toEqual([{ customer: 0, from: "2018-01-01", to: "2018-01-07" }]);
  });
});

describe("levelled", () => {
  test("forty VIP customers fill the days of a month evenly", () => {
    const customers = Array.from({ length: 40 }, (_, i) => customer(`C${i}`, "VIP"));
    const plan = planVisits({ from: "2018-03-01", to: "2018-03-31", customers }, classes);
    expect(plan.days).toHaveLength(22);
    const load = plan.loads.get("Ann") ?? [];
    expect(load.reduce((a, b) => a + b, 0)).toBe(40);
    expect(Math.max(...load) - Math.min(...load)).toBe(1);
  });

  const visit = (days: number) =>
    fc.tuple(fc.nat(days - 1), fc.nat(days - 1), fc.nat(days - 1)).map(([a, b, c]): Movable => {
      const [from = 0, ideal = 0, to = 0] = [a, b, c].sort((x, y) => x - y);
      return { from, ideal, to };
    });

  test("no other choice of days has a less full fullest day, or a smaller sum of squares", () => {
    fc.assert(
      fc.property(fc.array(visit(4), { maxLength: 6 }), (visits) => {
        const days = level(visits, 4);
        visits.forEach(({ from, to }, i) => {
          expect(days[i]).toBeGreaterThanOrEqual(from);
          expect(days[i]).toBeLessThanOrEqual(to);
        });
        expect(costOf(days)).toEqual(best(visits));
      }),
    );
  });

  function costOf(days: readonly number[]): [number, number] {
    const load = [0, 0, 0, 0];
    for (const day of days) load[day] = (load[day] ?? 0) + 1;
    return [Math.max(...load), load.reduce((sum, n) => sum + n * n, 0)];
  }

  function best(visits: readonly Movable[], chosen: readonly number[] = []): [number, number] {
    const next = visits[chosen.length];
    if (!next) return costOf(chosen);
    const costs: [number, number][] = [];
    for (let day = next.from; day <= next.to; day++) costs.push(best(visits, [...chosen, day]));
    return [Math.min(...costs.map(([max]) => max)), Math.min(...costs.map(([, squares]) => squares))];
  }

  test("visits of one customer keep at least a third of their interval apart", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("VIP", "Other project", "Project in design"), {
          minLength: 1,
          maxLength: 25,
        }),
        (kinds) => {
          const customers = kinds.map((kind, i) => customer(`C${i}`, kind));
          const { visits } = planVisits({ ...quarter, calendar: { country: "none" }, customers }, classes);
          const least: Record<string, number> = { VIP: 8, "Other project": 4, "Project in design": 2 };
          customers.forEach((each, i) => {
            const days = visits.filter((v) => v.customer === i).map((v) => dayNumber(v.day));
            days
              .slice(1)
              .forEach((day, n) =>
                expect(day - (days[n] ?? 0)).toBeGreaterThanOrEqual(least[each.class] ?? 0),
              );
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("kept against actual visits", () => {
  test("a visit in its stretch keeps the plan; a second one is extra, and so is one of a class seen as needed", () => {
    const request: VisitsRequest = {
      ...quarter,
      customers: [
        customer("A", "VIP", { done: ["2018-01-30", "2018-01-09", "2018-03-05"] }),
        customer("B", "Class 2", { done: ["2018-02-06"] }),
      ],
    };
    const plan = planVisits(request, classes);
    expect(plan.visits.map(({ done }) => done)).toEqual(["2018-01-09", undefined, "2018-03-05"]);
    expect(plan.extra).toEqual([
      { customer: 0, done: "2018-01-30" },
      { customer: 1, done: "2018-02-06" },
    ]);
  });
});

test("what does not fit is named", () => {
  const plan = (request: VisitsRequest) => () => planVisits(request, classes);
  expect(plan({ ...quarter, customers: [customer("A", "Gold")] })).toThrow(/no class “Gold”/);
  expect(plan({ ...quarter, customers: [customer("A", "VIP"), customer("A", "VIP")] })).toThrow(
    /occurs twice/,
  );
  expect(plan({ from: "2018-02-01", to: "2018-01-01", customers: [] })).toThrow(/before it starts/);
  expect(plan({ ...quarter, customers: [customer("A", "VIP", { done: ["2018-04-01"] })] })).toThrow(
    /outside/,
  );
});
