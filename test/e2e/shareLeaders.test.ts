/** Division leaders are named in the pane with the units in their charge; each gets those units and no other. */
import { openXlsx } from "../../src/host/file/open";
import { textsOf } from "../../src/host/workbookFiles";
import { SHARE_HOME_WORDS as H } from "../../src/taskpane/screens/home/shareWords";
import { LEVEL_NAMES, SHARE_WORDS as W } from "../../src/taskpane/screens/share/words";
import { LANGS, say } from "../../src/words";
import { fillIn } from "../sharing/fillIn";
import { writtenBook } from "../support/evaluationBook";
import { oneMonth } from "../support/evaluations";
import { describePreview } from "../support/previewPage";
import { bringBack, openShare, sendOut } from "../support/sharePane";

describePreview("division leaders", (open) => {
  test.each(LANGS)("in %s", async (lang) => {
    const opened = await open({ lang });
    const { page, pane, button, press, axe, shot, complaints } = opened;
    const { host } = await writtenBook(oneMonth());
    await openShare(opened, { ...host.workbook, name: "scores.xlsx" }, lang);
    await pane
      .getByRole("combobox", { name: W.to[lang] })
      .selectOption({ label: LEVEL_NAMES.division[lang] });
    const make = button(say(W.make, lang, { n: 0 }));
    expect(await make.isDisabled()).toBe(true);
    await pane.getByText(W.leaderNone[lang]).waitFor();

    const unit = (name: string) => new RegExp(`^${name}`);
    const leader = (n: number) => pane.getByRole("group", { name: say(W.leader, lang, { n }), exact: true });
    await leader(1).getByRole("textbox").fill("Liz");
    await pane.getByText(say(W.leaderIdle, lang, { name: "Liz" })).waitFor();
    await leader(1)
      .getByRole("checkbox", { name: unit("East") })
      .focus();
    await page.keyboard.press("Space");
    await pane.getByText(say(W.unclaimed, lang, { units: "West" })).waitFor();
    await press(W.leaderAdd[lang]);
    await leader(2).getByRole("textbox").fill("Liz");
    await leader(2)
      .getByRole("checkbox", { name: unit("West") })
      .check();
    await pane.getByText(say(W.leaderTwice, lang, { name: "Liz" })).waitFor();
    await leader(2).getByRole("textbox").fill("Tom");
    await pane.getByText(W.allClaimed[lang]).waitFor();
    expect(await axe()).toEqual([]);
    await shot("leaders");

    // Who goes and looks at something else finds the names again.
    await button(W.leave[lang]).click();
    await button(H.open[lang]).click();
    await pane.getByRole("combobox", { name: W.to[lang] }).selectOption("division");
    const files = Object.entries(await sendOut(opened, lang));
    expect(files.map(([name]) => name.slice(0, 3))).toEqual(["Liz", "Tom"]);
    const says = (bytes: Uint8Array | undefined, word: string): boolean =>
      [...textsOf(bytes ?? new Uint8Array())].some((text) => new RegExp(`\\b${word}\\b`).test(text));
    const [liz, tom] = files.map(([, bytes]) => bytes);
    expect([says(liz, "Ann"), says(liz, "Cyd")]).toEqual([true, false]);
    expect([says(tom, "Ann"), says(tom, "Cyd")]).toEqual([false, true]);

    // A leader's answer is noted; there is no cell it could change.
    const bytes = liz ?? new Uint8Array();
    const cover = (await openXlsx(bytes, "liz.xlsx")).sheets[0];
    const [reply] = [...(cover?.cells ?? [])].find(([, cells]) => cells.get(0)?.value === "Reply") ?? [0];
    const answer = await fillIn(bytes, { Cover: { [`B${reply + 1}`]: "Agreed" } });
    await bringBack(opened, lang, [{ name: "liz.xlsx", bytes: answer }]);
    await button(W.mergeList[lang]).click({ timeout: 60_000 });
    await pane.getByText(say(W.mergedList, lang)).waitFor({ timeout: 60_000 });
    await button(new RegExp(`^${say(W.shownAnswered, lang, { n: 1 })}$`)).click();
    const list = pane.getByRole("list", { name: say(W.shownAnswered, lang, { n: 1 }) });
    expect(await list.textContent()).toContain("Liz");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
