/** The preview page in a headless Chromium, for tests that do what a person does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Locator, type Page } from "playwright-core";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { saveXlsx } from "../../src/host/file/save";
import type { Lang } from "../../src/words";
import { escaped } from "./saying";
import { serveDist, type Served } from "./serveDist";
import { describeWith, requireTool } from "./tools";

const AXE = readFileSync(join(__dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface PageOptions {
  readonly lang: Lang;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  readonly theme?: "auto" | "light" | "dark" | "contrast";
  /** Of the whole page; the pane takes 400 px of it. */
  readonly width?: number;
}

export interface OpenedPage {
  readonly page: Page;
  /** The task pane. */
  readonly pane: Locator;
  /** Errors on the console and uncaught ones. */
  readonly complaints: string[];
  /** What was asked of any other place than the page's own. */
  readonly strangers: string[];
  readonly button: (name: string | RegExp) => Locator;
  /** Goes to a button, or whatever else takes the focus, with Tab alone, from the pane's start, and presses Enter. */
  readonly press: (target: string | RegExp | Locator) => Promise<void>;
  /** The same without pressing anything. */
  readonly tabTo: (target: string | RegExp | Locator) => Promise<void>;
  /** Waits until the grid shows a sheet whose name says this. */
  readonly onSheet: (name: string | RegExp) => Promise<void>;
  /** Types into the cell the pane led to, as the grid's address box names it, and presses Enter. */
  readonly typeInto: (address: string, text: string) => Promise<void>;
  /** Makes the pane as narrow as it gets: 320 px. */
  readonly narrow: () => Promise<void>;
  /** What stands out over the pane's edge, by its words. */
  readonly tooWide: () => Promise<string[]>;
  readonly openWorkbook: (workbook: HostWorkbook) => Promise<void>;
  /** What axe-core has to say about the pane as it is now. */
  readonly axe: () => Promise<string[]>;
  /** A picture for people to look at, in the folder ATTAIN_SHOTS names; nothing without it. */
  readonly shot: (name: string) => Promise<void>;
}

interface PreviewBrowser {
  readonly open: (options: PageOptions) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

async function startPreviewBrowser(): Promise<PreviewBrowser> {
  const served: Served = await serveDist();
  const browser: Browser = await chromium.launch({
    executablePath: requireTool("chromium"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  return {
    open: (options) => openPage(browser, served, options),
    async close() {
      await browser.close();
      served.close();
    },
  };
}

/**
 * A suite in the preview page, in one browser for all of its tests.
 *
 * @example describePreview("settings", (open) => { test("…", async () => { const { pane } = await open({ lang }); }) })
 */
export function describePreview(name: string, suite: (open: PreviewBrowser["open"]) => void): void {
  describeWith("chromium", name, () => {
    // Once more after a failure: what a busy machine brings about is told from what is wrong, and both are reported.
    jest.retryTimes(1, { logErrorsBeforeRetry: true });
    let browser: PreviewBrowser;
    beforeAll(async () => {
      browser = await startPreviewBrowser();
    });
    afterAll(() => browser.close());
    suite((options) => browser.open(options));
  });
}

async function openPage(
  browser: Browser,
  served: Served,
  { lang, colorScheme = "light", forcedColors = "none", theme = "auto", width = 1500 }: PageOptions,
): Promise<OpenedPage> {
  const page = await browser.newPage({
    locale: lang,
    colorScheme,
    forcedColors,
    viewport: { width, height: 900 },
  });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const strangers: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(served.url) && !/^(data|blob):/.test(url)) strangers.push(url);
  });
  await page.addInitScript(
    (preferences) => localStorage.setItem("attain.preferences", preferences),
    JSON.stringify({ theme }),
  );
  await page.goto(`${served.url}/preview.html`);
  const pane = page.locator(".preview-pane");
  await pane.locator("h1").waitFor({ timeout: 60_000 });
  await pane.locator("[data-reading]").waitFor({ state: "detached", timeout: 60_000 });
  const button: OpenedPage["button"] = (name) =>
    pane.getByRole("button", { name: typeof name === "string" ? new RegExp(escaped(name)) : name }).first();
  let shots = 0;
  const grid = page.locator(".preview-grid");
  const placed = (name: string | RegExp | Locator): Locator =>
    typeof name === "string" || name instanceof RegExp ? button(name) : name;
  async function tabTo(name: string | RegExp | Locator): Promise<void> {
    const target = placed(name);
    await target.waitFor({ timeout: 60_000 });
    // A run shows its first sheet, whose grid takes the focus and, as in Excel, keeps the Tab key: then once more.
    for (let round = 0; round < 3; round++) {
      await page.locator(".preview-divider").focus();
      for (let presses = 0; presses < MOST_TABS; presses++) {
        await page.keyboard.press("Tab");
        if (await target.evaluate((element) => element === document.activeElement)) return;
      }
    }
    throw new Error(`No Tab leads to ${String(name)}`);
  }
  return {
    page,
    pane,
    complaints,
    strangers,
    button,
    tabTo,
    async press(name) {
      await tabTo(name);
      // The grid may have been drawn anew since, and have taken the focus.
      await placed(name).press("Enter");
    },
    onSheet: (name) => grid.locator(".ic-sheet-tab--selected").filter({ hasText: name }).waitFor(),
    async typeInto(address, text) {
      await grid.locator(".ic-formula-bar-address").getByText(address, { exact: true }).waitFor();
      const box = await grid.locator(".ic-worksheet-cell-outline").boundingBox();
      if (!box) throw new Error(`The grid marks no cell at ${address}`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    async narrow() {
      // The grid takes the focus back whenever it is drawn in another size.
      for (let press = 0; press < 6; press++) await page.locator(".preview-divider").press("ArrowRight");
      await page.waitForTimeout(300);
      expect(await pane.evaluate((element) => element.clientWidth)).toBe(NARROWEST);
    },
    tooWide: () =>
      pane.evaluate((root) => {
        const edge = root.getBoundingClientRect().right + 1;
        const places =
          "main, main > div, section, header, nav, li, dl, fieldset, form, button, input, textarea, p";
        const over = [...root.querySelectorAll(places)]
          .filter((element) => element.getBoundingClientRect().right > edge)
          .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
        const cut = [...root.querySelectorAll("*")]
          .filter((element) => {
            const { overflowX, textOverflow } = getComputedStyle(element);
            const clips = overflowX === "hidden" && textOverflow !== "ellipsis";
            return clips && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
          })
          .map((element) => `${element.tagName} cuts off ${element.textContent?.slice(0, 40)}`);
        const scrolls = [root, ...root.querySelectorAll("main, main > div")]
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => `${element.tagName} scrolls sideways`);
        return [...over, ...cut, ...scrolls];
      }),
    async openWorkbook(workbook) {
      const buffer = Buffer.from(await saveXlsx(workbook));
      await page.locator('input[type="file"]').setInputFiles({ name: workbook.name, mimeType: XLSX, buffer });
      await pane.getByText(workbook.name).first().waitFor();
    },
    async axe() {
      // Colours fade in; what is measured has to have arrived.
      await page.waitForTimeout(400);
      await page.evaluate(AXE);
      return page.evaluate(async () => {
        const axe = (globalThis as unknown as { axe: { run(where: string): Promise<AxeResult> } }).axe;
        const { violations } = await axe.run(".preview-pane");
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" ")}`,
        );
      });
    },
    async shot(name) {
      const folder = process.env["ATTAIN_SHOTS"];
      if (folder === undefined) return;
      shots += 1;
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${lang} ${name} ${shots}.png`.replaceAll(" ", "-")) });
    },
  };
}

/** The narrowest task pane of Excel. */
const NARROWEST = 320;

/** More than any screen has places for the focus. */
const MOST_TABS = 80;

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
