/** A score selected in the sheet is explained in the pane, in a real Chromium. */
import { LANGS, type Lang } from "../../src/words";
import { twoYears } from "../support/books";
import { describePreview } from "../support/previewPage";

const WORDS: Readonly<
  Record<Lang, Readonly<Record<"score" | "next" | "write" | "done" | "sheet" | "why" | "back", string>>>
> = {
  "zh-CN": {
    score: "评分 –",
    next: "下一步",
    write: "^写入 \\d+ 张表",
    done: "^完成$",
    sheet: "^绩效考核$",
    why: "为什么是",
    back: "^返回$",
  },
  "en-US": {
    score: "Score –",
    next: "^Next",
    write: "^Write \\d+ sheet",
    done: "^Done$",
    sheet: "^Scorecard$",
    why: "Why",
    back: "^Back$",
  },
};

describePreview("explanations", (open) => {
  test.each(LANGS)("select a score and the pane explains it, %s", async (lang) => {
    const words = WORDS[lang];
    const { page, pane, button, openWorkbook, onSheet, axe, shot, complaints } = await open({ lang });
    await openWorkbook(await twoYears());
    await button(words.score).click();
    await button(new RegExp(words.next)).click();
    await button(new RegExp(words.next)).click();
    await button(new RegExp(words.write)).click();
    await button(new RegExp(words.done)).click({ timeout: 60_000 });
    await pane
      .getByRole("button", { name: new RegExp(words.sheet) })
      .first()
      .click();
    await onSheet(new RegExp(words.sheet));
    // The first person's row, on the name.
    await page.mouse.click(120, 330);
    await shot("clicked");
    await pane.getByRole("heading", { name: new RegExp(words.why) }).waitFor();
    await shot("explained");
    expect(await axe()).toEqual([]);
    // Another person's row is explained at once.
    const first = await pane.locator("h1 + p").innerText();
    await page.keyboard.press("ArrowDown");
    await pane.locator("h1 + p").filter({ hasNotText: first }).waitFor();
    await button(new RegExp(words.back)).click();
    await button(words.score).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});
