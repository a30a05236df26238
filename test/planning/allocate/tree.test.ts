import fc from "fast-check";
import { NoSolutionError, describeConflict } from "../../../src/planning/allocate/conflicts";
import type { AllocationNode } from "../../../src/planning/allocate/grid";
import type { Limit } from "../../../src/planning/allocate/limits";
import { allocateTree, amounts, totalOf, type Allocation } from "../../../src/planning/allocate/tree";
import {
  nodesOf,
  requests,
  SMALL_LEAVES,
  SMALL_PERIODS,
  SMALL_TREE,
  smallLimits,
  solvable,
  turned,
} from "./trees";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function addsUp(plan: Allocation, root: AllocationNode): boolean {
  return nodesOf(root).every((node) => {
    const row = amounts(plan, node.id);
    if (sum(row) !== totalOf(plan, node.id)) return false;
    return (
      !node.children ||
      row.every(
        (amount, p) => sum((node.children ?? []).map((child) => amounts(plan, child.id)[p] ?? 0)) === amount,
      )
    );
  });
}

function conflictsOf(run: () => unknown): NoSolutionError {
  try {
    run();
  } catch (error) {
    if (error instanceof NoSolutionError) return error;
    throw error;
  }
  throw new Error("a solution was found");
}

describe("allocateTree without limits", () => {
  test("a company, two teams, two quarters", () => {
    const root = {
      id: "all",
      children: [
        { id: "a", weights: [1, 1] },
        { id: "b", weights: [2, 2] },
      ],
    };
    const plan = allocateTree({ root, periods: ["q1", "q2"], total: 10 });
    expect(amounts(plan, "all")).toEqual([5, 5]);
    expect(amounts(plan, "a")).toEqual([1, 2]);
    expect(amounts(plan, "b")).toEqual([4, 3]);
  });

  test("top-down rounding alone would fail here: both teams' members must come out at exactly one", () => {
    // The team's four periods are half a unit each, two of them get one. Each member has two of the periods.
    const root = {
      id: "t",
      children: [
        { id: "m", weights: [1, 1, 0, 0] },
        { id: "n", weights: [0, 0, 1, 1] },
      ],
    };
    const plan = allocateTree({ root, periods: ["1", "2", "3", "4"], total: 2 });
    expect([totalOf(plan, "m"), totalOf(plan, "n")]).toEqual([1, 1]);
  });

  test("adds up on every level and both axes", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const plan = allocateTree(request);
        return totalOf(plan, "r") === request.total && addsUp(plan, request.root);
      }),
    );
  });

  test("every amount on every level is its ideal rounded down or up", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { cells, totals, grid } = allocateTree(request);
        const near = (amount: number, ideal: number | undefined): boolean =>
          Math.abs(amount - (ideal ?? NaN)) < 1;
        return (
          cells.every((amount, cell) => near(amount, grid.ideal[cell])) &&
          totals.every((amount, node) => near(amount, grid.idealTotal[node]))
        );
      }),
      { numRuns: 500 },
    );
  });

  test("permuting rows permutes the result, and the same request gives the same answer", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const one = allocateTree(request);
        const other = allocateTree({ ...request, root: turned(request.root) });
        return nodesOf(request.root).every(({ id }) => amounts(one, id).join() === amounts(other, id).join());
      }),
    );
  });

  test("in tens and in tenths", () => {
    const root = {
      id: "all",
      children: [
        { id: "a", weights: [1, 2] },
        { id: "b", weights: [3, 1] },
      ],
    };
    const tens = allocateTree({ root, periods: ["1", "2"], total: 1000, step: 10 });
    expect(sum([...amounts(tens, "a"), ...amounts(tens, "b")])).toBe(1000);
    expect(amounts(tens, "a").every((amount) => amount % 10 === 0)).toBe(true);
    expect(amounts(allocateTree({ root, periods: ["1", "2"], total: 1, step: 0.1 }), "all")).toEqual([
      0.6, 0.4,
    ]);
  });

  test("children's wishes for nothing are respected, and a company without any wishes is split evenly", () => {
    const root = {
      id: "all",
      children: [
        { id: "a", weights: [0] },
        { id: "b", weights: [1] },
      ],
    };
    expect(totalOf(allocateTree({ root, periods: ["y"], total: 7 }), "a")).toBe(0);
    const blank = {
      id: "all",
      children: [
        { id: "a", weights: [0] },
        { id: "b", weights: [0] },
      ],
    };
    expect(totalOf(allocateTree({ root: blank, periods: ["y"], total: 8 }), "a")).toBe(4);
  });
});

describe("allocateTree with locks and bounds", () => {
  const root = {
    id: "all",
    children: [
      {
        id: "east",
        children: [
          { id: "li", weights: [10, 10, 10, 10] },
          { id: "wang", weights: [20, 20, 20, 20] },
        ],
      },
      { id: "west", children: [{ id: "zhao", weights: [10, 10, 10, 10] }] },
    ],
  };
  const periods = ["q1", "q2", "q3", "q4"];
  const run = (limits: readonly Limit[], total = 160): Allocation =>
    allocateTree({ root, periods, total, limits });

  test("a locked cell: the quarter and the unit take it from their other cells", () => {
    const plan = run([{ node: "li", period: "q1", lock: 22 }]);
    expect(amounts(plan, "li")[0]).toBe(22);
    expect(amounts(plan, "all")).toEqual([40, 40, 40, 40]);
    expect(totalOf(plan, "li")).toBe(40);
    expect(addsUp(plan, root)).toBe(true);
  });

  test("a locked unit: the others share the rest in their proportion", () => {
    const plan = run([{ node: "zhao", lock: 70 }]);
    expect([totalOf(plan, "li"), totalOf(plan, "wang"), totalOf(plan, "zhao")]).toEqual([30, 60, 70]);
  });

  test("somebody who starts in July has nothing before", () => {
    const plan = run(["q1", "q2"].map((period) => ({ node: "wang", period, lock: 0 })));
    expect(amounts(plan, "wang").slice(0, 2)).toEqual([0, 0]);
    expect(addsUp(plan, root)).toBe(true);
    expect(totalOf(plan, "all")).toBe(160);
  });

  test("a maximum sends the rest to those with room, a minimum takes it from them", () => {
    expect(totalOf(run([{ node: "wang", max: 50 }]), "wang")).toBe(50);
    expect(totalOf(run([{ node: "zhao", min: 61 }]), "zhao")).toBe(61);
  });

  test("the only open cells are those without a share: they take what is left", () => {
    const spare = { id: "all", children: [{ id: "a", weights: [5, 0] }] };
    const plan = allocateTree({
      root: spare,
      periods: ["1", "2"],
      total: 10,
      limits: [{ node: "a", period: "1", max: 6 }],
    });
    expect(amounts(plan, "a")).toEqual([6, 4]);
  });

  test("a contradiction is named: minimums that together exceed the total", () => {
    const error = conflictsOf(() =>
      run([
        { node: "li", min: 60 },
        { node: "zhao", min: 130 },
        { node: "wang", period: "q1", min: 5 },
      ]),
    );
    expect(error.code).toBe("no-solution");
    expect(error.message).toContain("zhao ≥ 130 + li ≥ 60 > all = 160 (30)");
    expect(error.conflicts.map((c) => describeConflict(c, "en-US", { zhao: "Zhao" }))).toEqual([
      "Zhao is at least 130 (30 too much)",
      "li is at least 60 (30 too much)",
      "the total of all is 160 (off by 30)",
    ]);
  });

  test("a lock that contradicts the lock of its own team", () => {
    const error = conflictsOf(() =>
      run([
        { node: "east", period: "q1", lock: 10 },
        { node: "li", period: "q1", lock: 12 },
      ]),
    );
    expect(
      error.conflicts.map(({ node, period, kind, value, by }) => [node, period, kind, value, by]),
    ).toEqual([
      ["li", "q1", "lock", 12, 2],
      ["east", "q1", "lock", 10, 2],
    ]);
  });

  test("two locks on the same cell, and a minimum above a maximum", () => {
    expect(
      conflictsOf(() =>
        run([
          { node: "li", lock: 1 },
          { node: "li", lock: 2 },
        ]),
      ).conflicts,
    ).toHaveLength(2);
    expect(conflictsOf(() => run([{ node: "li", min: 9, max: 3 }])).message).toContain("li ≥ 9 > li ≤ 3");
  });

  test("unknown units, unknown periods and amounts off the step are refused", () => {
    expect(() => run([{ node: "nobody", lock: 1 }])).toThrow("no unit “nobody”");
    expect(() => run([{ node: "li", period: "q9", lock: 1 }])).toThrow("no period “q9”");
    expect(() => run([{ node: "li", lock: 1.5 }])).toThrow("not a multiple");
  });

  test("finds a solution exactly when there is one, and the solution keeps every limit", () => {
    fc.assert(
      fc.property(smallLimits, fc.integer({ min: 0, max: 8 }), (limits, total) => {
        let plan: Allocation;
        try {
          plan = allocateTree({ root: SMALL_TREE, periods: SMALL_PERIODS, total, limits });
        } catch {
          return !solvable(limits, total, total);
        }
        const found = plan;
        const kept = limits.every(({ node, period, lock, min, max }) => {
          const value = period
            ? (amounts(found, node)[SMALL_PERIODS.indexOf(period)] ?? NaN)
            : totalOf(found, node);
          return (lock ?? value) === value && (min ?? value) <= value && (max ?? value) >= value;
        });
        return (
          kept &&
          addsUp(found, SMALL_TREE) &&
          totalOf(found, "all") === total &&
          found.cells.every((amount) => amount >= 0)
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("the conflicts it names contradict one another, and no longer do when any one of them goes", () => {
    fc.assert(
      fc.property(smallLimits, fc.integer({ min: 0, max: 6 }), (limits, total) => {
        let error: NoSolutionError;
        try {
          allocateTree({ root: SMALL_TREE, periods: SMALL_PERIODS, total, limits });
          return true;
        } catch (thrown) {
          if (!(thrown instanceof NoSolutionError)) throw thrown;
          error = thrown;
        }
        const solvableWith = (kept: NoSolutionError["conflicts"]): boolean =>
          solvable(
            kept
              .filter(({ kind }) => kind !== "total")
              .map(({ node, period, kind, value }) => ({
                node,
                ...(period === null ? {} : { period }),
                [kind]: value,
              })),
            kept.some(({ kind }) => kind === "total") ? total : null,
            6,
          );
        if (error.conflicts.some(({ by }) => by <= 0)) return false;
        return (
          !solvableWith(error.conflicts) &&
          error.conflicts.every((one) => solvableWith(error.conflicts.filter((other) => other !== one)))
        );
      }),
      { numRuns: 300 },
    );
  });

  test("limits the ideals already keep change nothing of the one-unit promise", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const free = allocateTree(request);
        const limits = nodesOf(request.root).map(({ id }) => ({
          node: id,
          min: Math.floor(free.grid.idealTotal[free.grid.indexOf.get(id) ?? 0] ?? 0),
        }));
        const { cells, grid } = allocateTree({ ...request, limits });
        return cells.every((amount, cell) => Math.abs(amount - (grid.ideal[cell] ?? NaN)) < 1);
      }),
    );
  });

  test("the small tree is what the brute force thinks it is", () => {
    expect(
      nodesOf(SMALL_TREE)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(SMALL_LEAVES).sort());
  });
});
