/** What a request may leave out, with a ledger and without. */
import { completeRequest } from "../../../src/jobs/plan/planRequest";
import { understand } from "../../../src/jobs/read/understand";
import { buildPlan, planNodes } from "../../../src/planning/plan";
import { sampleGrid } from "../../support/sampleGrids";
import { EIGHT_REGIONS } from "../../planning/requests";

const found = understand([sampleGrid("sales_pipeline"), sampleGrid("sales_teams")]);

describe("with the sample ledger", () => {
  test("nothing need be said: the year after, 20 % more, by last year's shares and shape", () => {
    const request = completeRequest({}, found, "en-US");
    expect(request.horizon).toEqual({ from: "2018-01-01", to: "2018-12-31" });
    const plan = buildPlan(request);
    expect(plan.total).toBe(12_006_641);
    expect(plan.levels).toEqual(["Region", "Manager", "Rep"]);
    expect(plan.root.children.map(({ name, total }) => [name, total])).toEqual([
      ["Central", 4_015_552],
      ["East", 3_708_713],
      ["West", 4_282_376],
    ]);
  });

  test("another grain takes its history from the days of its own periods", () => {
    const quarters = completeRequest(
      { horizon: { from: "2018-01-01", to: "2018-12-31", grain: "quarter" } },
      found,
      "en-US",
    );
    const { root } = buildPlan(quarters);
    expect(root.history).toEqual([1_134_672, 3_086_111, 2_982_255, 2_802_496]);
    expect(root.historyTotal).toBe(10_005_534);
  });

  test("a season over the turn of the year", () => {
    const winter = completeRequest(
      { horizon: { from: "2018-10-01", to: "2019-02-28" }, total: { value: 4_000_000 } },
      found,
      "zh-CN",
    );
    const plan = buildPlan(winter);
    expect(plan.root.history).toEqual([731_980, 938_943, 1_131_573, 0, 0]);
    expect(plan.total).toBe(4_000_000);
  });

  test("what the request says about a person is added to what the ledger knows", () => {
    const path = ["East", "Rocco Neubert", "Nobody Yet"];
    const request = completeRequest(
      {
        team: {
          company: "Company",
          levels: ["Region", "Manager", "Rep"],
          members: [
            { path: ["Central", "Dustin Brinkmann", "Anna Snelling"], weight: 3 },
            { path, start: "2018-04-01" },
          ],
        },
        newcomers: "average",
      },
      found,
      "en-US",
    );
    const anna = request.team?.members.find((member) => member.path.at(-1) === "Anna Snelling");
    expect(anna).toMatchObject({ weight: 3 });
    expect(anna?.history).toHaveLength(12);
    const hired = planNodes(buildPlan(request).root).find(({ name }) => name === "Nobody Yet");
    expect(hired?.target.slice(0, 3)).toEqual([0, 0, 0]);
    expect(hired?.total).toBeGreaterThan(0);
  });

  test("growth on a stretch in which nothing was won is refused", () => {
    expect(() =>
      completeRequest({ horizon: { from: "2016-01-01", to: "2016-12-31" } }, found, "en-US"),
    ).toThrow("nothing to grow on");
  });
});

describe("without a ledger", () => {
  test("a request that brings its team, horizon and total is whole", () => {
    expect(completeRequest(EIGHT_REGIONS, undefined, "zh-CN")).toEqual(EIGHT_REGIONS);
  });

  test("what is missing is named", () => {
    expect(() => completeRequest({ total: { value: 1 } }, undefined, "zh-CN")).toThrow("horizon, team");
  });
});
