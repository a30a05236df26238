/** Results beside people's own table, chosen in the preview and written with the sheets. */
import { LANGS, type Lang } from "../../src/words";
import { MARCH, monthlyFile } from "../support/books";
import { describePreview } from "../support/previewPage";

const WORDS: Readonly<
  Record<
    Lang,
    Readonly<Record<"score" | "next" | "beside" | "where" | "points" | "write" | "written", string>>
  >
> = {
  "zh-CN": {
    score: "评分 –",
    next: "下一步",
    beside: "写到“",
    where: "总分、",
    points: "各指标得分",
    write: "^写入 \\d+ 张表",
    written: "已写入",
  },
  "en-US": {
    score: "Score –",
    next: "^Next",
    beside: "Write beside “",
    where: "Total, ",
    points: "Points of each indicator",
    write: "^Write \\d+ sheet",
    written: "sheets written",
  },
};

describePreview("results beside the data", (open) => {
  test.each(LANGS)("chosen, looked at, written and taken back, %s", async (lang) => {
    const words = WORDS[lang];
    const { page, pane, button, openWorkbook, axe, shot, complaints } = await open({ lang });
    await openWorkbook((await monthlyFile(MARCH)).workbook);
    await button(words.score).click();
    await button(new RegExp(words.next)).click();
    await pane.getByText("110.0").first().waitFor();
    await button(new RegExp(words.next)).click();
    const choice = pane.getByRole("checkbox", { name: new RegExp(words.beside) }).first();
    await choice.waitFor();
    await choice.check();
    await pane.getByText(words.where).waitFor();
    await pane.getByRole("checkbox", { name: words.points }).check();
    await pane
      .getByText(/\w+ .*[;，]/)
      .first()
      .waitFor();
    await shot("beside preview");
    expect(await axe()).toEqual([]);
    await button(new RegExp(words.write)).click();
    await pane.getByText(words.written).first().waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await page.close();
  });
});
