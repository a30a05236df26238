/** Weights and rules changed in the pane before anything is written, in a real Chromium. */
import { LANGS, type Lang } from "../../src/words";
import { MARCH, monthlyFile } from "../support/books";
import { describePreview } from "../support/previewPage";

const WORDS: Readonly<
  Record<
    Lang,
    Readonly<Record<"score" | "next" | "edit" | "results" | "moves" | "reset" | "analysis" | "heat", string>>
  >
> = {
  "zh-CN": {
    score: "评分 –",
    next: "下一步",
    edit: "改权重和规则",
    results: "业绩",
    moves: "与改动前相比",
    reset: "恢复原方案",
    analysis: "^分析：",
    heat: "得分热图",
  },
  "en-US": {
    score: "Score –",
    next: "^Next",
    edit: "Change weights and rules",
    results: "Results",
    moves: "Against the scheme as it was",
    reset: "Back to the scheme",
    analysis: "^Analysis:",
    heat: "Heat map",
  },
};

describePreview("a scheme changed in the pane", (open) => {
  test.each(LANGS)("who would move is shown at once; pages besides are written, %s", async (lang) => {
    const words = WORDS[lang];
    const { page, pane, button, openWorkbook, axe, shot, complaints } = await open({ lang });
    await openWorkbook((await monthlyFile(MARCH)).workbook);
    await button(words.score).click();
    await button(new RegExp(words.next)).click();
    await pane.getByText("110.0").first().waitFor();
    await button(new RegExp(words.edit)).click();
    // 60/20/20 becomes 20/40/40: 20 × 1.2 + 40 + 40 × 90 % = 100.
    await pane.getByLabel(words.results, { exact: true }).fill("20");
    await pane.getByText("100.0").first().waitFor();
    await pane.getByText(words.moves).waitFor();
    await shot("scheme changed");
    expect(await axe()).toEqual([]);
    await button(new RegExp(words.reset)).click();
    await pane.getByText("110.0").first().waitFor();
    await pane.getByLabel(new RegExp(words.analysis)).check();
    await button(new RegExp(words.next)).click();
    await pane.getByText(words.heat).first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});
