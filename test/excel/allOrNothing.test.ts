/** A failure or a cancel at any moment of a run leaves the workbook exactly as it was. */
import { AttainError } from "../../src/errors";
import { applyWorkbook } from "../../src/excel/apply";
import { restoreLast } from "../../src/excel/restore";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { dump, smallSpec, tabs } from "./book";

/** A person's workbook: three sheets, one hidden, a formula and a name that will point at our sheets, a selection. */
async function personsBook(): Promise<Host> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const { worksheets } = workbook;
    worksheets.getItem("Sheet1").getRange("A1:B2").values = [
      ["Rep", "Sales"],
      ["Ann", 5],
    ];
    worksheets.add("Notes").getRange("C3").values = [["mine"]];
    const hidden = worksheets.add("Secret");
    hidden.visibility = "Hidden";
    workbook.names.add("Mine", "=Sheet1!$B$2");
    worksheets.getItem("Sheet1").getRange("B2").select();
  });
  return host;
}

/** After a first run the person refers to our sheets, moves one, and looks at another. */
async function usedBook(): Promise<Host> {
  const host = await personsBook();
  await applyWorkbook(smallSpec());
  await host.run(async ({ workbook }) => {
    const { worksheets } = workbook;
    worksheets.getItem("Notes").getRange("A1:A2").formulas = [["=Targets!B4*2"], ['=Overview!B2&"Targets!"']];
    workbook.names.add("MyTotal", "=Overview!$B$2");
    worksheets.getItem("Targets").position = 0;
    worksheets.getItem("Targets").getRange("B5").values = [[250]];
    worksheets.getItem("Notes").getRange("C3").select();
  });
  return host;
}

/** Two runs and another job's protected sheet lie behind, and the person has edited one of the sheets. */
async function livedInBook(): Promise<Host> {
  const host = await usedBook();
  const follow = {
    id: "follow",
    name: "Follow",
    blocks: [{ at: "A1", cells: [[{ formula: "='Targets'!B4" }]] }],
  };
  await applyWorkbook({ sheets: [{ ...follow, protect: { inputs: [] } }], names: [], activate: "follow" });
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Overview").getRange("A9").values = [["my note"]];
  });
  await applyWorkbook(smallSpec());
  await host.run(async ({ workbook }) => {
    const targets = workbook.worksheets.getItem("Targets");
    targets.protection.unprotect();
    targets.getRange("A9").values = [["another note"]];
    targets.protection.protect({
      allowAutoFilter: true,
      allowSort: true,
      allowFormatColumns: true,
      allowFormatRows: true,
    });
  });
  return host;
}

const runs: [string, () => Promise<Host>, (host: Host) => Promise<unknown>][] = [
  ["a first run", personsBook, () => applyWorkbook(smallSpec())],
  ["a run that replaces", usedBook, () => applyWorkbook(smallSpec({ targets: { Ann: 110, Zoe: 50 } }))],
  ["a run among edited sheets and another job's", livedInBook, () => applyWorkbook(smallSpec())],
  ["taking a run back", usedBook, () => restoreLast()],
];

/** Their last round trip removes what nobody can get back to; whether it succeeds is nobody's concern. */
const dropsAtTheEnd = (what: string): boolean =>
  what === "taking a run back" || what.includes("another job's");

async function failing(job: () => Promise<unknown>): Promise<AttainError> {
  const outcome = await job().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(AttainError);
  return outcome as AttainError;
}

/** Round trips and their actions of a run without faults, up to the one that swaps. */
async function rehearse(
  make: () => Promise<Host>,
  job: (host: Host) => Promise<unknown>,
): Promise<{ number: number; actions: number }[]> {
  const host = await make();
  host.traffic.reset();
  await job(host);
  return host.traffic.log.map(({ number, actions }) => ({ number, actions }));
}

/** All of a short batch, the two ends and some of the middle of a long one, and the end that is reported as a failure. */
function places(actions: number): number[] {
  const step = Math.max(1, Math.floor(actions / 40));
  return [...Array(actions).keys()]
    .filter((k) => k < 6 || k % step === 0 || k > actions - 4)
    .concat(actions + 1);
}

describe.each(runs)("%s", (what, make, job) => {
  test("a fault in every round trip, after each of its actions", async () => {
    const trips = (await rehearse(make, job)).slice(0, dropsAtTheEnd(what) ? -1 : undefined);
    const host = await make();
    const before = dump(host);
    let tried = 0;
    for (const { number, actions } of trips) {
      for (const afterActions of places(actions)) {
        host.traffic.reset();
        host.faults.clear();
        host.faults.fail({ roundTrip: number, afterActions });
        const error = await failing(() => job(host));
        expect({ number, afterActions, code: error.code, after: dump(host) }).toEqual({
          number,
          afterActions,
          code: "write-failed",
          after: before,
        });
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(20);
    host.traffic.reset();
    host.faults.clear();
    await job(host);
    expect(dump(host)).not.toEqual(before);
  });

  test("cancelled before every round trip", async () => {
    const swap = (await rehearse(make, job)).length - (dropsAtTheEnd(what) ? 1 : 0);
    const host = await make();
    const before = dump(host);
    for (let cancelAt = 0; cancelAt < swap; cancelAt += 1) {
      host.traffic.reset();
      const controller = new AbortController();
      const original = host.executeAsync.bind(host);
      host.executeAsync = async (...args) => {
        const reply = await original(...args);
        if (host.traffic.roundTrips >= cancelAt) controller.abort();
        return reply;
      };
      if (cancelAt === 0) controller.abort();
      const options = { signal: controller.signal };
      const error = await failing(() =>
        what === "taking a run back" ? restoreLast(options) : applyWorkbook(smallSpec(), options),
      );
      host.executeAsync = original;
      expect({ cancelAt, code: error.code, after: dump(host) }).toEqual({
        cancelAt,
        code: "cancelled",
        after: before,
      });
    }
  });

  test("when Excel cannot even be reached to put things back, the next run does it first", async () => {
    const trips = await rehearse(make, job);
    const risky =
      what === "taking a run back"
        ? trips.slice(-2, -1)
        : dropsAtTheEnd(what)
          ? trips.slice(-3, -1)
          : trips.slice(-2);
    const host = await make();
    const before = dump(host);
    for (const { number, actions } of risky) {
      for (const afterActions of [Math.floor(actions / 2), actions - 2]) {
        host.traffic.reset();
        host.faults.fail({ roundTrip: number, afterActions });
        host.faults.loseConnection(number + 1);
        expect((await failing(() => job(host))).code).toBe("put-back-failed");
        expect(dump(host)).not.toEqual(before);
        host.faults.clear();
        host.traffic.reset();
        // The next run mends first; this one then fails before it has changed anything.
        host.faults.fail({ member: "suspendApiCalculationUntilNextSync" });
        host.faults.fail({ member: "suspendScreenUpdatingUntilNextSync" });
        await failing(() => job(host));
        host.faults.clear();
        expect({ number, afterActions, after: dump(host) }).toEqual({ number, afterActions, after: before });
      }
    }
  });
});

test("after a run that was interrupted for good, running again gives what a single run gives", async () => {
  const host = await personsBook();
  host.traffic.reset();
  host.faults.fail({ roundTrip: 2, afterActions: 60 });
  host.faults.loseConnection(3);
  expect((await failing(() => applyWorkbook(smallSpec()))).code).toBe("put-back-failed");
  host.faults.clear();
  expect(host.workbook.sheets.length).toBeGreaterThan(3);
  await applyWorkbook(smallSpec());
  expect(tabs(host)).toEqual(["Sheet1", "Notes", "Overview", "Targets"]);
  expect(host.workbook.sheets).toHaveLength(5);
});
