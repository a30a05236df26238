/** Plan, score and follow as three separate jobs, each to its written pages, in a real Chromium. */
import { LANGS, type Lang } from "../../src/words";
import { twoYears } from "../support/books";
import { describePreview, type OpenedPage } from "../support/previewPage";

const WORDS: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = {
  "zh-CN": {
    plan: "规划 –",
    score: "评分 –",
    follow: "跟踪 –",
    next: "下一步",
    write: "^写入 \\d+ 张表",
    done: "^完成$",
    written: "已写入",
    more: "更多选择",
    time: "怎样分到各月",
    lockAmount: "全年金额",
    lockAdd: "^加上$",
    through: "截至",
    stale: "数据在上次运行后变过",
  },
  "en-US": {
    plan: "Plan –",
    score: "Score –",
    follow: "Follow –",
    next: "^Next",
    write: "^Write \\d+ sheet",
    done: "^Done$",
    written: "sheets written",
    more: "More choices",
    time: "Spread over the months",
    lockAmount: "For the year",
    lockAdd: "^Add$",
    through: "Up to and including",
    stale: "The data has changed since the last run",
  },
};
type Key =
  | "plan"
  | "score"
  | "follow"
  | "next"
  | "write"
  | "done"
  | "written"
  | "more"
  | "time"
  | "lockAmount"
  | "lockAdd"
  | "through"
  | "stale";

describePreview("three jobs", (open) => {
  async function write({ button, pane, axe, shot }: OpenedPage, lang: Lang, name: string): Promise<void> {
    const words = WORDS[lang];
    await button(new RegExp(words.next)).click();
    await shot(`${name} preview`);
    expect(await axe()).toEqual([]);
    await button(new RegExp(words.write)).click();
    await pane.getByText(words.written).first().waitFor({ timeout: 60_000 });
    await shot(`${name} result`);
    expect(await axe()).toEqual([]);
    await button(new RegExp(words.done)).click();
  }

  test.each(LANGS)("one after the other, %s", async (lang) => {
    const words = WORDS[lang];
    const opened = await open({ lang });
    const { page, pane, button, openWorkbook, axe, shot, complaints } = opened;
    await openWorkbook(await twoYears());
    await button(words.plan).waitFor();
    await shot("home");
    expect(await axe()).toEqual([]);

    await button(words.plan).click();
    await button(new RegExp(words.next)).click();
    await button(words.more).click();
    await pane.getByText("86,400").first().waitFor();
    await pane.getByLabel(words.time).selectOption("even");
    await pane.getByLabel(words.lockAmount).fill("1万");
    await button(new RegExp(words.lockAdd)).click();
    // West has the rest of the total.
    await pane.getByText("76,400").first().waitFor();
    await shot("plan");
    expect(await axe()).toEqual([]);
    await write(opened, lang, "plan");

    await button(words.score).click();
    await button(new RegExp(words.next)).click();
    await pane.getByText("Cid Fox").first().waitFor();
    await shot("score");
    expect(await axe()).toEqual([]);
    await write(opened, lang, "score");

    await button(words.follow).click();
    await button(new RegExp(words.next)).click();
    await pane.getByLabel(words.through).waitFor();
    await shot("follow");
    expect(await axe()).toEqual([]);
    await write(opened, lang, "follow");
    await shot("home after");
    expect(await axe()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(LANGS)("one after the other without a mouse, %s", async (lang) => {
    const words = WORDS[lang];
    const { page, pane, press, openWorkbook, complaints } = await open({ lang });
    await openWorkbook(await twoYears());
    for (const job of [words.plan, words.score, words.follow]) {
      await press(job);
      await press(new RegExp(words.next));
      await press(new RegExp(words.next));
      await press(new RegExp(words.write));
      await pane.getByText(words.written).first().waitFor({ timeout: 60_000 });
      await press(new RegExp(words.done));
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});
