/** Every state of the sharing screen at 320 px, in every theme: nothing over the edge, nothing for axe-core to say. */
import { syntheticLedger } from "../../bench/syntheticLedger";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { SHARE_HOME_WORDS as H } from "../../src/taskpane/screens/home/shareWords";
import { SHARE_WORDS as W } from "../../src/taskpane/screens/share/words";
import { WORDS } from "../../src/taskpane/words";
import { LANGS, say, type Lang } from "../../src/words";
import { fillIn } from "../sharing/fillIn";
import { finishedMaster } from "../sharing/support";
import { describePreview } from "../support/previewPage";
import { bringBack, merge, openShare, sendOut, side } from "../support/sharePane";

const PEOPLE = 14;
const TARGETS = { "zh-CN": "我的目标", "en-US": "My targets" };

describePreview("the sharing screen at its narrowest", (open) => {
  const masters = new Map<Lang, HostWorkbook>();
  beforeAll(async () => {
    for (const lang of LANGS)
      masters.set(lang, (await finishedMaster(syntheticLedger(PEOPLE), lang)).workbook);
  });

  test.each([
    ["light", "zh-CN"],
    ["light", "en-US"],
    ["dark", "en-US"],
    ["contrast", "zh-CN"],
  ] as const)("%s, %s", async (theme, lang) => {
    const opened = await open({ lang, theme });
    const { page, pane, button, complaints } = opened;
    const findings: string[] = [];
    const look = async (state: string): Promise<void> => {
      findings.push(...(await opened.axe()).map((finding) => `${state}: ${finding}`));
      findings.push(...(await opened.tooWide()).map((finding) => `${state} is too wide: ${finding}`));
      await opened.shot(`${theme} ${state}`);
    };
    await opened.narrow();
    await button(H.open[lang]).click();
    await pane.getByText(W.emptyTitle[lang]).waitFor({ timeout: 30_000 });
    await look("empty");
    await button(new RegExp(`^${W.leave[lang]}$`)).click();

    const master = masters.get(lang);
    if (!master) throw new Error("No master");
    await openShare(opened, { ...master, name: "master.xlsx" }, lang);
    await side(opened, lang, "back").click();
    await look("not sent");
    await side(opened, lang, "out").click();
    await button(W.list[lang]).click();
    await look("names");
    const pattern = pane.getByRole("textbox", { name: W.pattern[lang] });
    const usual = await pattern.inputValue();
    await pattern.fill("{unit}-{nmae}");
    await pane.getByText(say(W.patternWrong, lang, { place: "{nmae}" })).waitFor();
    expect(await button(say(W.make, lang, { n: PEOPLE })).isDisabled()).toBe(true);
    await look("wrong pattern");
    await pattern.fill(usual);
    await pane.getByRole("combobox").selectOption("division");
    await look("leaders");
    await pane.getByRole("combobox").selectOption("rep");
    const files = Object.entries(await sendOut(opened, lang));
    await look("made");
    await button(W.backOut[lang]).click();
    await look("asking");
    await button(WORDS.keep[lang]).click();

    await side(opened, lang, "back").click();
    await look("returned list");
    const [first, second, third] = files;
    if (!first || !second || !third) throw new Error("Too few files");
    const tab = TARGETS[lang];
    await bringBack(opened, lang, [
      { name: first[0], bytes: await fillIn(first[1], { [tab]: { D7: 4321, D8: 4322 } }) },
    ]);
    await merge(opened, lang, 2);
    await look("merged");
    // Somebody types over what was merged; then the same person answers anew, another's file is broken.
    await page.evaluate(
      async ([name]) => {
        await Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem(String(name)).getUsedRange().load("values");
          await context.sync();
          for (const value of [4321, 4322]) {
            const line = range.values.findIndex((cells) => cells.includes(value));
            range.getCell(line, range.values[line]?.indexOf(value) ?? -1).values = [[value + 1000]];
          }
          await context.sync();
        });
      },
      [lang === "zh-CN" ? "目标分解" : "Targets"],
    );
    await bringBack(opened, lang, [
      { name: "again.xlsx", bytes: await fillIn(first[1], { [tab]: { D7: 7000, D8: 7001 } }) },
      { name: second[0], bytes: second[1].slice(0, 2000) },
      { name: third[0], bytes: await fillIn(third[1], { [tab]: { D7: "?", D8: 12 } }) },
    ]);
    await pane.getByRole("list", { name: W.conflicts[lang] }).waitFor({ timeout: 60_000 });
    await look("preview");
    await button(say(W.againTo, lang, { name: "Rep B" })).click();
    await look("again");
    await button(W.againNot[lang]).click();
    await merge(opened, lang, 1);
    await button(W.backIn[lang]).click();
    await button(WORDS.restoreConfirm[lang]).click();
    await pane.getByText(W.backInDone[lang]).waitFor({ timeout: 60_000 });
    await look("one step back");
    expect(findings).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
