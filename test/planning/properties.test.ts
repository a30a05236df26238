/** What must hold of every plan, whatever was asked for. */
import fc from "fast-check";
import { readRequestSheet } from "../../src/sheets/plan/readRequestSheet";
import { requestSheet } from "../../src/sheets/plan/requestSheet";
import { buildPlan, planNodes, type Plan } from "../../src/planning/plan";
import type { PlanRequest } from "../../src/planning/planRequest";
import { buildPlanSet } from "../../src/planning/planSet";
import { planLeaves } from "../../src/planning/respread";
import type { Member } from "../../src/planning/team";
import { expectExact, expectMixExact, sum } from "./exact";
import { valuesOf } from "../support/specValues";

const PERIODS = 6;
const amount = fc.integer({ min: 0, max: 5000 });
const day = fc.constantFrom("2026-01-01", "2026-02-15", "2026-04-01", "2026-07-01");

/** Members of up to three levels, each with or without history, weight, heads, a start. */
const members: fc.Arbitrary<Member[]> = fc
  .uniqueArray(
    fc.record(
      {
        path: fc.tuple(
          fc.constantFrom("A", "B", "C"),
          fc.constantFrom("x", "y"),
          fc.constantFrom("1", "2", "3", "4"),
        ),
        history: fc.oneof(amount, fc.array(amount, { minLength: PERIODS, maxLength: PERIODS })),
        weight: fc.integer({ min: 0, max: 20 }),
        headcount: fc.integer({ min: 0, max: 5 }),
        start: day,
        proposal: amount,
      },
      { requiredKeys: ["path"] },
    ),
    { minLength: 1, maxLength: 12, selector: ({ path }) => path.join("/") },
  )
  .map((list) => list as Member[]);

const requests: fc.Arbitrary<PlanRequest> = fc
  .record({
    members,
    total: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1_000_000 })),
    step: fc.constantFrom(1, 10, 0.1),
    time: fc.constantFrom<NonNullable<PlanRequest["time"]>>(
      { kind: "even" },
      { kind: "history", gaps: "average" },
      { kind: "history", own: true },
      { kind: "workingDays" },
      { kind: "weights", weights: [1, 0, 2, 3, 5, 8] },
    ),
    organisation: fc.constantFrom<NonNullable<PlanRequest["organisation"]>>(
      { kind: "even" },
      { kind: "history" },
      { kind: "weights" },
      { kind: "headcount" },
      { kind: "levels", levels: [{ kind: "even" }, { kind: "history" }, { kind: "headcount" }] },
    ),
    ramp: fc.constantFrom([], [0.25, 0.5]),
    newcomers: fc.constantFrom("zero" as const, "average" as const),
    padding: fc.constantFrom([], [0.05], [0, 0.1], [0.05, 0.03, 0.1]),
    shares: fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 4 })
      .filter((all) => sum(all) > 0),
  })
  .map(({ members: list, total, step, shares, ...rest }) => ({
    measure: "m",
    unit: "u",
    step,
    horizon: { from: "2026-01-01", to: "2026-06-30" },
    total: { value: Number((total * step).toFixed(1)) },
    tiers: { stretch: { ratio: 1.25 }, floor: { ratio: 0.9 } },
    mix: [{ name: "axis", parts: shares.map((share, k) => ({ name: `p${k}`, share })) }],
    settle: { kind: "between", part: 0.5 },
    team: { company: "C", levels: ["L1", "L2", "L3"], members: list },
    ...rest,
  }));

const byId = (plan: Plan): Record<string, readonly number[]> =>
  Object.fromEntries(planNodes(plan.root).map(({ id, target }) => [id, target]));

test("sums hold on all levels and axes, in every tier and every part", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { plan, tiers, mixes, bottomUp } = buildPlanSet(request);
      for (const one of [plan, tiers.stretch, tiers.floor, bottomUp?.settled]) if (one) expectExact(one);
      for (const mix of mixes) expectMixExact(plan, mix);
      expect(plan.owed ?? plan.total).toBe("value" in request.total ? request.total.value : NaN);
    }),
    { numRuns: 80 },
  );
});

test("with padding, a unit's children owe together what it hands on, to the step", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = buildPlan({ ...request, padding: [0.05, 0.03, 0.1] });
      for (const node of planNodes(plan.root)) {
        if (node.children.length === 0) {
          expect(node.owed).toBe(node.total);
          continue;
        }
        const rate = plan.padding?.[node.level] ?? 0;
        const below = sum(node.children.map(({ owed }) => owed ?? NaN));
        expect(Math.abs(below - (node.owed ?? NaN) * (1 + rate))).toBeLessThanOrEqual(plan.step / 2 + 1e-6);
      }
    }),
    { numRuns: 60 },
  );
});

test("stretch is never below committed, floor never above", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { plan, tiers } = buildPlanSet(request);
      const [stretch, floor] = [tiers.stretch, tiers.floor].map((tier) => (tier ? byId(tier) : {}));
      for (const [id, target] of Object.entries(byId(plan)))
        target.forEach((value, p) => {
          expect(stretch?.[id]?.[p]).toBeGreaterThanOrEqual(value);
          expect(floor?.[id]?.[p]).toBeLessThanOrEqual(value);
        });
    }),
    { numRuns: 80 },
  );
});

test("no part of a cell is a whole step off its share", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const { plan, mixes } = buildPlanSet(request);
      for (const { parts, cells } of mixes)
        for (const { id, target } of planNodes(plan.root))
          parts.forEach(({ share }, k) =>
            target.forEach((value, p) =>
              expect(Math.abs((cells.get(id)?.[k]?.[p] ?? NaN) - value * share)).toBeLessThan(plan.step),
            ),
          );
    }),
    { numRuns: 100 },
  );
});

test("a lock that can be kept is kept, and everything still adds up", () => {
  fc.assert(
    fc.property(requests, fc.nat(), fc.nat(), fc.integer({ min: -3, max: 3 }), (request, at, when, by) => {
      const bare: PlanRequest = {
        ...request,
        padding: [],
        time: { kind: "even" },
        organisation: { kind: "even" },
      };
      const plan = buildPlan(bare);
      const leaves = planLeaves(plan.root);
      const leaf = leaves[at % leaves.length];
      const period = plan.periods[when % PERIODS]?.id ?? "";
      const before = leaf?.target[when % PERIODS] ?? 0;
      const lock = Math.min(plan.total, Math.max(0, Number((before + by * plan.step).toFixed(1))));
      const kept = buildPlan({ ...bare, limits: [{ node: leaf?.id ?? "", period, lock }] });
      expectExact(kept);
      expect(byId(kept)[leaf?.id ?? ""]?.[when % PERIODS]).toBe(lock);
      expect(kept.total).toBe(plan.total);
    }),
    { numRuns: 100 },
  );
});

test("permuting rows permutes the result and changes nothing else", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const turned: PlanRequest = {
        ...request,
        ...(request.team ? { team: { ...request.team, members: [...request.team.members].reverse() } } : {}),
      };
      const [one, other] = [buildPlanSet(request), buildPlanSet(turned)];
      expect(byId(other.plan)).toEqual(byId(one.plan));
      expect(Object.fromEntries(other.mixes[0]?.cells ?? [])).toEqual(
        Object.fromEntries(one.mixes[0]?.cells ?? []),
      );
    }),
    { numRuns: 100 },
  );
});

test("split into its top units, each planned by itself, and added up again it is the same plan", () => {
  fc.assert(
    fc.property(requests, (request) => {
      const plan = buildPlan({ ...request, padding: [] });
      const parts = plan.root.children.map((top) =>
        buildPlan({
          ...request,
          padding: [],
          total: { value: top.total },
          time: { kind: "amounts", amounts: top.target },
          team: {
            company: top.name,
            levels: ["L2", "L3"],
            members: planLeaves(top).map(({ id, total }) => ({
              path: id.split(" / ").slice(1),
              weight: total,
            })),
          },
          organisation: { kind: "weights" },
          ramp: [],
        }),
      );
      for (const part of parts) expectExact(part);
      parts.forEach((part, i) => expect(part.root.target).toEqual(plan.root.children[i]?.target));
      plan.periods.forEach((_, p) =>
        expect(Number(sum(parts.map(({ root }) => root.target[p] ?? 0)).toFixed(1))).toBe(
          plan.root.target[p],
        ),
      );
    }),
    { numRuns: 60 },
  );
});

test("a scenario read back from its sheet is the same scenario, to the last cell", () => {
  fc.assert(
    fc.property(requests, fc.integer({ min: -50, max: 100 }), (request, percent) => {
      const asked: PlanRequest = {
        ...request,
        scenarios: [
          {
            name: "s",
            change: {
              total: { value: request.step === 0.1 ? 12.3 : 120 },
              padding: [percent > 0 ? percent / 1000 : 0],
            },
          },
        ],
        chosen: "s",
      };
      const read = readRequestSheet(valuesOf(requestSheet(asked, "zh-CN")), "s").request;
      expect(read).toEqual(asked);
      if (read) expect(byId(buildPlanSet(read).plan)).toEqual(byId(buildPlanSet(asked).plan));
    }),
    { numRuns: 60 },
  );
});
