/** HR's monthly file scored in the pane, in a real Chromium. */
import { LANGS, type Lang } from "../../src/words";
import { MARCH, monthlyFile } from "../support/books";
import { describePreview } from "../support/previewPage";

const WORDS: Readonly<
  Record<Lang, Readonly<Record<"score" | "next" | "write" | "written" | "missing", string>>>
> = {
  "zh-CN": {
    score: "评分 –",
    next: "下一步",
    write: "^写入 \\d+ 张表",
    written: "已写入",
    missing: "没有分数的人",
  },
  "en-US": {
    score: "Score –",
    next: "^Next",
    write: "^Write \\d+ sheet",
    written: "sheets written",
    missing: "People without a score",
  },
};

describePreview("a file about people", (open) => {
  test.each(LANGS)("from three sheets to a ranking, %s", async (lang) => {
    const words = WORDS[lang];
    const { page, pane, button, openWorkbook, axe, shot, complaints } = await open({ lang });
    await openWorkbook((await monthlyFile(MARCH)).workbook);
    await button(words.score).waitFor();
    await shot("people home");
    expect(await axe()).toEqual([]);
    await button(words.score).click();
    await shot("people data");
    expect(await axe()).toEqual([]);
    await button(new RegExp(words.next)).click();
    await pane.getByText("110.0").first().waitFor();
    await pane.getByText(words.missing).waitFor();
    await shot("people score");
    expect(await axe()).toEqual([]);
    await button(new RegExp(words.next)).click();
    await button(new RegExp(words.write)).click();
    await pane.getByText(words.written).first().waitFor({ timeout: 60_000 });
    await shot("people result");
    expect(await axe()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
