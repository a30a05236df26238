/** Another table chosen on the data screen, in a real Chromium. */
import { LANGS, type Lang } from "../../src/words";
import { MARCH, monthlyFile } from "../support/books";
import { describePreview } from "../support/previewPage";

const WORDS: Readonly<
  Record<Lang, Readonly<Record<"score" | "list" | "sheet" | "pointed" | "all", string>>>
> = {
  "zh-CN": {
    score: "评分 –",
    list: "或选一张表",
    sheet: "工作表 销售",
    pointed: "按您指定的",
    all: "改回自动判断",
  },
  "en-US": {
    score: "Score –",
    list: "Or pick a table",
    sheet: "Sheet 销售",
    pointed: "as you pointed",
    all: "Find it by itself",
  },
};

describePreview("pointing at another table", (open) => {
  test.each(LANGS)("by sheet, and back, %s", async (lang) => {
    const words = WORDS[lang];
    const { page, pane, button, openWorkbook, axe, shot, complaints } = await open({ lang });
    await openWorkbook((await monthlyFile(MARCH)).workbook);
    await button(words.score).click();
    await pane.getByLabel(words.list).selectOption({ label: words.sheet });
    await pane.getByText(words.pointed).waitFor();
    await button(words.all).scrollIntoViewIfNeeded();
    await shot("pointed");
    expect(await axe()).toEqual([]);
    await button(words.all).click();
    await pane.getByText(words.pointed).waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await page.close();
  });
});
