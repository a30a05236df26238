/** A template that cannot be written, filled or cleared to the end leaves the workbook as it was. */
import { AttainError } from "../../src/errors";
import { openXlsx } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { clearExamples, fillTemplate, writeTemplate } from "../../src/jobs/template/template";
import { dump } from "../excel/book";
import { workbookWith } from "../support/fillBook";

/** A person's list of promotions, with a note of their own beside it. */
async function promotions(): Promise<Uint8Array> {
  const host = await workbookWith([
    {
      tab: "Campaigns",
      rows: [
        ["Campaign", "Planned cost", "Target", "Actual cost", "Units sold"],
        ["Spring", 40_000, 6000, 38_500, 6320],
        ["Summer", 15_000, 1200, 16_200, 910],
      ],
    },
    { tab: "Notes", rows: [["mine", 7]] },
  ]);
  return saveXlsx(host.workbook);
}

async function written(id: string): Promise<Uint8Array> {
  const host = createNodeHost();
  await writeTemplate(id, { lang: "zh-CN" });
  host.calculate();
  return saveXlsx(host.workbook);
}

interface Work {
  readonly name: string;
  readonly start: () => Promise<Uint8Array>;
  readonly run: () => Promise<unknown>;
}

const WORK: readonly Work[] = [
  { name: "a plan is written", start: promotions, run: () => writeTemplate("D18", { lang: "zh-CN" }) },
  { name: "an evaluation is written", start: promotions, run: () => writeTemplate("D17", { lang: "en-US" }) },
  { name: "a form is written", start: promotions, run: () => writeTemplate("C1", { lang: "en-US" }) },
  { name: "a form is filled", start: promotions, run: () => fillTemplate("C1", { lang: "en-US" }) },
  { name: "a plan is cleared", start: () => written("D18"), run: () => clearExamples({}) },
  { name: "an evaluation is cleared", start: () => written("D17"), run: () => clearExamples({}) },
  { name: "a form is cleared", start: () => written("D12"), run: () => clearExamples({}) },
];

async function open(bytes: Uint8Array): Promise<Host> {
  return createNodeHost(await openXlsx(bytes, "own.xlsx"));
}

test.each(WORK)(
  "$name: a fault at any round trip leaves all of it or nothing",
  async ({ start, run }) => {
    const bytes = await start();
    const rehearsal = await open(bytes);
    await run();
    const done = dump(rehearsal);
    const trips = rehearsal.traffic.log.map(({ actions }) => actions);
    expect(done).not.toEqual(dump(await open(bytes)));

    let broken = 0;
    for (const [index, actions] of trips.entries())
      for (const afterActions of new Set([0, Math.floor(actions / 2), actions])) {
        const host = await open(bytes);
        const before = dump(host);
        host.faults.fail({ roundTrip: index + 1, afterActions, code: "GeneralException" });
        const outcome = await run().then(
          () => "done",
          (error: unknown) => error,
        );
        const at = `round trip ${index + 1} of ${trips.length} after ${afterActions} actions`;
        if (outcome === "done") expect([at, tabsOf(host)]).toEqual([at, tabsOf(rehearsal)]);
        else {
          expect(outcome).toBeInstanceOf(AttainError);
          expect([at, dump(host)]).toEqual([at, before]);
          broken += 1;
        }
        host.faults.clear();
      }
    expect(broken).toBeGreaterThan(2);
  },
  300_000,
);

const tabsOf = ({ workbook }: Host): string[] =>
  workbook.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);
