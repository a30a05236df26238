/**
 * Out and back in the pane itself, in a headless Chromium: what a file costs there beside the terminal in the same run,
 * how much memory the page takes at most, how long it is still at a time, and how soon a cancel is heard. Run after
 * `npm run build` with `npx tsx bench/sharingInPane.ts 500`.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { chromium, type CDPSession, type Locator, type Page } from "playwright-core";
import { saveXlsx } from "../src/host/file/save";
import { createNodeHost } from "../src/host/node";
import { filesInNode } from "../src/host/workbookFilesInNode";
import { previewRun, surveyWorkbook, writeRun } from "../src/jobs/run";
import { prepareCollection } from "../src/jobs/sharing/collect";
import { makeHandouts, prepareDistribution, recordDistribution } from "../src/jobs/sharing/distribute";
import { SHARE_HOME_WORDS } from "../src/taskpane/screens/home/shareWords";
import { SHARE_WORDS } from "../src/taskpane/screens/share/words";
import { fillIn } from "../test/sharing/fillIn";
import { syntheticLedger } from "./syntheticLedger";

const people = Number(process.argv[2] ?? 500);
const lang = "en-US";
const options = { lang } as const;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const LONG = 30 * 60_000;

/** What the page tells about itself while it works. */
interface Watched {
  /** By the first word of what the pane says it is doing. */
  readonly still: Readonly<Record<string, number>>;
  readonly megabytes: number;
  readonly steps: number;
}

/** Milliseconds of this process's own time, which other work on the machine does not lengthen. */
async function cost<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly result: T }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

/** The same of the page's main thread. */
async function pageCost(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const before = await busy();
  await work();
  return (await busy()) - before;
}

/** Begins to look at the page every 50 ms: how long it was still, its memory, and how often the progress moved. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told: { still: Record<string, number>; megabytes: number; steps: number } = {
      ...{ still: {}, megabytes: 0, steps: 0 },
    };
    let last = performance.now();
    let said = "";
    const timer = setInterval(() => {
      const now = performance.now();
      const [doing = ""] = said.split(" ");
      told.still[doing] = Math.max(told.still[doing] ?? 0, Math.round(now - last - 50));
      last = now;
      const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
      told.megabytes = Math.max(told.megabytes, memory.usedJSHeapSize / 1e6);
      const progress = document.querySelector(".preview-pane [role=status][title]")?.textContent ?? "";
      if (progress !== said) told.steps += 1;
      said = progress;
    }, 50);
    Object.assign(globalThis, { watched: { told, timer } });
  });

const seen = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: { told: Watched; timer: number } };
    clearInterval(watched.timer);
    return watched.told;
  });

// The terminal.
const host = createNodeHost(syntheticLedger(people));
await writeRun(await previewRun(await surveyWorkbook(options), {}, options), options);
host.calculate();
const master = await saveXlsx(host.workbook);
const files = filesInNode();
const prepared = await prepareDistribution({}, options);
const made = await cost(() => makeHandouts(prepared, files, options));
await recordDistribution(prepared);
const filled = (bytes: Uint8Array): Promise<Uint8Array> => fillIn(bytes, { "My targets": { D7: 5 } });
const answers = await Promise.all(
  made.result.map(async ({ file, bytes }) => {
    const answer = await filled(bytes);
    return { name: file, modified: new Date().toISOString(), bytes: () => Promise.resolve(answer) };
  }),
);
host.connect();
const read = await cost(() => prepareCollection(answers, files, {}, options));

// The pane.
const { url, close } = await served();
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"],
});
const page = await browser.newPage({ locale: lang, viewport: { width: 1500, height: 900 } });
page.setDefaultTimeout(LONG);
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable", { timeDomain: "threadTicks" });
await page.goto(`${url}/preview.html`);
const pane = page.locator(".preview-pane");
const button = (name: string | RegExp): Locator => pane.getByRole("button", { name }).first();
await pane.locator("[data-reading]").waitFor({ state: "detached" });
const input = (name: string, bytes: Uint8Array) => ({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
await page.locator('input[type="file"]').setInputFiles(input("master.xlsx", master));
await pane.getByText("master.xlsx").first().waitFor();
await button(SHARE_HOME_WORDS.open[lang]).click();
const make = button(new RegExp(SHARE_WORDS.make[lang].replace("{n}", "\\d+")));

/** Milliseconds from a press of Cancel until the pane says that it has stopped. */
async function cancelled(begin: () => Promise<void>, progress: RegExp): Promise<number> {
  await begin();
  await pane.getByText(progress).first().waitFor();
  const before = performance.now();
  await button(new RegExp(`^${SHARE_WORDS.cancel[lang]}$`)).click();
  await pane.getByText(SHARE_WORDS.cancelled[lang]).waitFor();
  return performance.now() - before;
}

const stopMaking = await cancelled(() => make.click(), /^Making [2-9]/);
const link = pane.getByRole("link", { name: /\.zip|Save/ }).first();
await watch(page);
const madeHere = await pageCost(session, async () => {
  await make.click();
  await link.waitFor();
});
const whileMaking = await seen(page);
const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
const archive = unzipSync(new Uint8Array(await readFile(await download.path())));
const returned = await Promise.all(
  Object.entries(archive).map(async ([name, bytes]) => input(name, await filled(bytes))),
);
await button(new RegExp(`^${SHARE_WORDS.back[lang]}$`)).click();
const choose = (): Promise<void> => pane.locator('input[type="file"]').setInputFiles(returned);
const stopReading = await cancelled(choose, /^Opening [2-9]|^Reading [2-9]/);
const merge = button(new RegExp(SHARE_WORDS.merge[lang].replace("{n}", String(people))));
await watch(page);
const readHere = await pageCost(session, async () => {
  await choose();
  await merge.waitFor();
});
const whileReading = await seen(page);
await watch(page);
const mergedHere = await pageCost(session, async () => {
  await merge.click();
  await pane.getByText(SHARE_WORDS.merged[lang].replace("{n}", String(people))).waitFor();
});
const whileMerging = await seen(page);
await browser.close();
close();

const row = (ms: number, terminal: number | undefined, watched: Watched, stop?: number) => ({
  "ms a file": round(ms / people),
  ...(terminal === undefined ? {} : { "÷ terminal": round(ms / terminal) }),
  "longest still ms": Object.entries(watched.still)
    .map(([doing, ms]) => `${doing || "otherwise"} ${ms}`)
    .join(", "),
  "heap MB at most": Math.round(watched.megabytes),
  "progress moved": watched.steps,
  ...(stop === undefined ? {} : { "cancelled after ms": Math.round(stop) }),
});
console.table({
  [`making ${people}`]: row(madeHere, made.ms, whileMaking, stopMaking),
  [`reading ${people}`]: row(readHere, read.ms, whileReading, stopReading),
  [`merging ${people}`]: row(mergedHere, undefined, whileMerging),
});

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

async function served(): Promise<{ readonly url: string; readonly close: () => void }> {
  process.env["ATTAIN_DIST"] ??= join(import.meta.dirname, "../dist");
  const { serveDist } = await import("../test/support/serveDist");
  return serveDist();
}
