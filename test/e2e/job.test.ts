/** The whole job as a person does it: the real pane beside the live workbook, in headless Chromium. */
import { readFileSync } from "node:fs";
import { createWorkbook } from "../../src/host/book/emptyWorkbook";
import { openXlsx } from "../../src/host/file/open";
import { LANGS, type Lang } from "../../src/words";
import { validate } from "../support/ooxml";
import { describePreview, type OpenedPage } from "../support/previewPage";

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

const YEAR = "12,006,641";

describePreview("the preview page", (open) => {
  async function toResult(
    { pane, button }: OpenedPage,
    lang: Lang,
    eachScreen: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await button(WORDS[lang].data).waitFor();
    await eachScreen();
    await button(WORDS[lang].data).click();
    await button(WORDS[lang].next).waitFor();
    await eachScreen();
    await button(WORDS[lang].next).click();
    await pane.getByText(YEAR).first().waitFor();
    await eachScreen();
    await button(WORDS[lang].next).click();
    await button(WORDS[lang].write).waitFor();
    await eachScreen();
    await button(WORDS[lang].write).click();
    await pane.getByText(WORDS[lang].done).waitFor({ timeout: 60_000 });
    await eachScreen();
  }

  test.each(LANGS)("does the job in %s and hands over a finished, valid workbook", async (lang) => {
    const opened = await open({ lang });
    const { page, complaints, strangers } = opened;
    await toResult(opened, lang);
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
    async (colorScheme) => {
      const opened = await open({ lang: "zh-CN", colorScheme });
      const findings: string[] = [];
      await toResult(opened, "zh-CN", async () => {
        findings.push(...(await opened.axe()));
      });
      expect(findings).toEqual([]);
      await opened.page.close();
    },
  );

  test("needs no mouse", async () => {
    const { page, pane, press } = await open({ lang: "en-US" });
    await press(WORDS["en-US"].data);
    await press(WORDS["en-US"].next);
    await pane.getByText(YEAR).first().waitFor();
    await press(WORDS["en-US"].next);
    await press(WORDS["en-US"].write);
    await pane.getByText(WORDS["en-US"].done).waitFor({ timeout: 60_000 });
    await page.close();
  });

  test("takes a run back when asked", async () => {
    const opened = await open({ lang: "en-US" });
    const { page, button } = opened;
    await toResult(opened, "en-US");
    await button("Take this back").click();
    await button("Yes, take it back").click();
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
    const { page, button, openWorkbook } = await open({ lang: "en-US" });
    await openWorkbook(createWorkbook("empty.xlsx"));
    await button("sample").waitFor();
    expect(await button(WORDS["en-US"].next).count()).toBe(0);
    await page.close();
  });

  test("keeps the place when the language changes", async () => {
    const { page, pane, button } = await open({ lang: "zh-CN" });
    await button(WORDS["zh-CN"].data).click();
    await button(WORDS["zh-CN"].next).click();
    await pane.getByText(YEAR).first().waitFor();
    await button("English").click();
    await button(WORDS["en-US"].next).waitFor();
    await pane.getByText(YEAR).first().waitFor();
    await page.close();
  });
});
