/** The whole job as a person does it: the real pane beside the live workbook, in headless Chromium. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { createWorkbook } from "../../src/host/emptyWorkbook";
import { openXlsx } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import { LANGS, type Lang } from "../../src/words";
import { validate } from "../support/ooxml";
import { serveDist, type Served } from "../support/serveDist";
import { describeWith, requireTool } from "../support/tools";

const WORDS: Readonly<
  Record<Lang, Readonly<Record<"data" | "next" | "write" | "done" | "download" | "tabs", string>>>
> = {
  "zh-CN": {
    data: "查看数据",
    next: "下一步",
    write: "写入 7 张表",
    done: "已写入 7 张表",
    download: "下载 .xlsx",
    tabs: "总览,目标分解,绩效考核,考核方案,实绩,数据问题,说明",
  },
  "en-US": {
    data: "data",
    next: "Next",
    write: "Write 7 sheets",
    done: "7 sheets written",
    download: "Download .xlsx",
    tabs: "Overview,Targets,Scorecard,Scheme,Actuals,Data problems,About",
  },
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const AXE = readFileSync(join(__dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");

describeWith("chromium", "the preview page", () => {
  let browser: Browser;
  let served: Served;

  beforeAll(async () => {
    served = await serveDist();
    browser = await chromium.launch({
      executablePath: requireTool("chromium"),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  afterAll(async () => {
    await browser.close();
    served.close();
  });

  interface Opened {
    readonly page: Page;
    readonly complaints: string[];
    readonly strangers: string[];
  }

  async function open(lang: Lang, colorScheme: "light" | "dark" = "light"): Promise<Opened> {
    const page = await browser.newPage({ locale: lang, colorScheme, viewport: { width: 1500, height: 900 } });
    const complaints: string[] = [];
    const strangers: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(served.url) && !/^(data|blob):/.test(url)) strangers.push(url);
    });
    await page.goto(`${served.url}/preview.html`);
    await button(page, WORDS[lang].data).waitFor({ timeout: 60_000 });
    return { page, complaints, strangers };
  }

  const button = (page: Page, name: string) =>
    page
      .locator(".preview-pane")
      .getByRole("button", { name: new RegExp(name) })
      .first();

  async function toResult(
    page: Page,
    lang: Lang,
    eachScreen: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await eachScreen();
    await button(page, WORDS[lang].data).click();
    await button(page, WORDS[lang].next).waitFor();
    await eachScreen();
    await button(page, WORDS[lang].next).click();
    await page.getByText("12,006,641").first().waitFor();
    await eachScreen();
    await button(page, WORDS[lang].next).click();
    await button(page, WORDS[lang].write).waitFor();
    await eachScreen();
    await button(page, WORDS[lang].write).click();
    await page.getByText(WORDS[lang].done).waitFor({ timeout: 60_000 });
    await eachScreen();
  }

  test.each(LANGS)("does the job in %s and hands over a finished, valid workbook", async (lang) => {
    const { page, complaints, strangers } = await open(lang);
    await toResult(page, lang);
    await page.locator(".preview-chart canvas").first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: WORDS[lang].download }).click(),
    ]);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    const { sheets } = await openXlsx(bytes, "downloaded.xlsx");
    expect(sheets.map(({ name }) => name).slice(3)).toEqual(WORDS[lang].tabs.split(","));
    expect(await validate(bytes)).toEqual([]);
    expect([complaints, strangers]).toEqual([[], []]);
    await page.close();
  });

  test.each(["light", "dark"] as const)(
    "leaves axe-core nothing to say on any screen of the pane, %s",
    async (scheme) => {
      const { page } = await open("zh-CN", scheme);
      const findings: string[] = [];
      await page.evaluate(AXE);
      await toResult(page, "zh-CN", async () => {
        // Colours fade in; what is measured has to have arrived.
        await page.waitForTimeout(400);
        findings.push(
          ...(await page.evaluate(async () => {
            const axe = (globalThis as unknown as { axe: { run(where: string): Promise<AxeResult> } }).axe;
            const { violations } = await axe.run(".preview-pane");
            return violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`,
            );
          })),
        );
      });
      expect(findings).toEqual([]);
      await page.close();
    },
  );

  test("needs no mouse", async () => {
    const { page } = await open("en-US");
    for (const name of [
      WORDS["en-US"].data,
      WORDS["en-US"].next,
      WORDS["en-US"].next,
      WORDS["en-US"].write,
    ]) {
      const target = button(page, name);
      await target.waitFor();
      await expect(tabTo(page, target)).resolves.toBe(true);
      await page.keyboard.press("Enter");
    }
    await page.getByText(WORDS["en-US"].done).waitFor({ timeout: 60_000 });
    await page.close();
  });

  /** Presses Tab from the pane's start until the target has the focus. */
  async function tabTo(page: Page, target: ReturnType<typeof button>): Promise<boolean> {
    await page.locator(".preview-divider").focus();
    for (let press = 0; press < 80; press++) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return true;
    }
    return false;
  }

  test("takes a run back when asked", async () => {
    const { page } = await open("en-US");
    await toResult(page, "en-US");
    await button(page, "Take this back").click();
    await button(page, "Yes, take it back").click();
    await page.getByText("Back to how it was").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: WORDS["en-US"].download }).click(),
    ]);
    const { sheets } = await openXlsx(new Uint8Array(readFileSync(await download.path())), "back.xlsx");
    expect(sheets.map(({ name }) => name)).toEqual(["Sales pipeline", "Sales teams", "Products"]);
    await page.close();
  });

  test("says what to do with a workbook it cannot use", async () => {
    const { page } = await open("en-US");
    const empty = new Uint8Array(await saveXlsx(createWorkbook("empty.xlsx")));
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: "empty.xlsx", mimeType: XLSX, buffer: Buffer.from(empty) });
    await page.locator(".preview-pane").getByText("empty.xlsx").first().waitFor();
    await button(page, "sample").waitFor();
    expect(await button(page, WORDS["en-US"].next).count()).toBe(0);
    await page.close();
  });

  test("keeps the place when the language changes", async () => {
    const { page } = await open("zh-CN");
    await button(page, WORDS["zh-CN"].data).click();
    await button(page, WORDS["zh-CN"].next).click();
    await page.getByText("12,006,641").first().waitFor();
    await page.locator(".preview-pane").getByRole("button", { name: "English" }).click();
    await button(page, WORDS["en-US"].next).waitFor();
    await page.getByText("12,006,641").first().waitFor();
    await page.close();
  });
});

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
