/** A broken file among the returned ones, the workbook once more to one person, and that brought back; without a mouse. */
import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { syntheticLedger } from "../../bench/syntheticLedger";
import { LIST_WORDS } from "../../src/sharing/words";
import { SHARE_HOME_WORDS as H } from "../../src/taskpane/screens/home/shareWords";
import { SHARE_WORDS as W } from "../../src/taskpane/screens/share/words";
import { WORDS } from "../../src/taskpane/words";
import { LANGS, say, type Lang } from "../../src/words";
import { fillIn } from "../sharing/fillIn";
import { REPLY_CELL } from "../sharing/planted";
import { finishedMaster } from "../sharing/support";
import { describePreview, type OpenedPage } from "../support/previewPage";
import {
  bringBack,
  merge,
  mergedWords,
  mergeWords,
  row,
  save,
  type SomeFile,
  starts,
} from "../support/sharePane";

const TABS: Readonly<Record<Lang, Readonly<Record<"cover" | "targets" | "reply" | "returns", string>>>> = {
  "zh-CN": { cover: "封面", targets: "我的目标", reply: "有建议", returns: "回收情况" },
  "en-US": { cover: "Cover", targets: "My targets", reply: "With proposals", returns: "Returns" },
};
const REASON: Readonly<Record<Lang, string>> = { "zh-CN": "缺三月的数", "en-US": "March is missing" };

describePreview("sending one workbook again", (openPane) => {
  const filled = (bytes: Uint8Array, lang: Lang, value: string | number): Promise<Uint8Array> =>
    fillIn(bytes, {
      [TABS[lang].cover]: { [REPLY_CELL]: TABS[lang].reply },
      [TABS[lang].targets]: { D7: value },
    });

  /** Chooses files with the keyboard: the button is reached by Tab and opens the system's own dialog. */
  async function choose({ page, press }: OpenedPage, lang: Lang, files: readonly SomeFile[]): Promise<void> {
    const [dialog] = await Promise.all([page.waitForEvent("filechooser"), press(W.choose[lang])]);
    await dialog.setFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) })),
    );
  }

  test.each(LANGS)("in %s", async (lang) => {
    const opened = await openPane({ lang });
    const { page, pane, press, tabTo, axe, shot, complaints } = opened;
    const { workbook } = await finishedMaster(syntheticLedger(4), lang);
    await opened.openWorkbook({ ...workbook, name: "master.xlsx" });
    await press(H.open[lang]);
    await press(say(W.make, lang, { n: 4 }));
    const link = pane.getByRole("link", { name: starts(W.download, lang) });
    await link.waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([page.waitForEvent("download"), press(link)]);
    const handouts = Object.entries(unzipSync(new Uint8Array(await readFile(await download.path()))));
    const [first, second, third] = handouts;
    if (!first || !second || !third) throw new Error("Too few files");

    await press(new RegExp(`^${W.back[lang]}$`));
    await choose(opened, lang, [
      { name: first[0], bytes: await filled(first[1], lang, 4321) },
      { name: second[0], bytes: second[1].slice(0, second[1].length / 2) },
      { name: third[0], bytes: await filled(third[1], lang, lang === "zh-CN" ? "大约五千" : "about 5k") },
    ]);
    await pane.getByRole("list", { name: W.faults[lang] }).waitFor({ timeout: 60_000 });
    expect(await row(opened, W.faults[lang], second[0]).count()).toBe(1);
    expect(await axe()).toEqual([]);
    await shot("faults");

    // The broken file says nothing about who it is from; its name is the one that was sent to Rep B.
    const again = say(W.againTo, lang, { name: "Rep B" });
    await press(row(opened, W.faults[lang], second[0]).getByRole("button", { name: again }));
    const form = pane.getByRole("form", { name: again });
    expect(
      await form
        .getByRole("textbox")
        .first()
        .evaluate((e) => e === document.activeElement),
    ).toBe(true);
    expect(await form.getByRole("button", { name: W.againMake[lang] }).isDisabled()).toBe(true);
    await page.keyboard.press("Escape");
    const back = row(opened, W.faults[lang], second[0]).getByRole("button", { name: again });
    expect(await back.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.type(REASON[lang]);
    expect(await axe()).toEqual([]);
    await shot("again");
    await press(form.getByRole("button", { name: W.againMake[lang] }));
    const renewed = await save(opened, pane.getByRole("link", { name: starts(W.againSave, lang) }));
    expect(renewed.name).toBe(second[0]);
    expect(await axe()).toEqual([]);
    await shot("again made");

    // What had been read is read anew and merged.
    await press(mergeWords(lang, 1));
    await pane.getByText(mergedWords(lang, 1)).waitFor({ timeout: 60_000 });
    const open = new RegExp(W.shownOpen[lang].replace("{n}", "\\d"));
    expect(await row(opened, open, "Rep B").textContent()).toContain(
      say(LIST_WORDS.sentBack, lang, { reason: REASON[lang] }),
    );
    expect(await row(opened, open, "Rep A").count()).toBe(0);

    // The old file comes late and is not taken; the new one is.
    await bringBack(opened, lang, [
      { name: "old.xlsx", bytes: await filled(second[1], lang, 1) },
      { name: "new.xlsx", bytes: await filled(renewed.bytes, lang, 5555) },
    ]);
    await pane.getByRole("list", { name: W.faults[lang] }).waitFor({ timeout: 60_000 });
    expect(await row(opened, W.faults[lang], "old.xlsx").count()).toBe(1);
    expect(await row(opened, W.changes[lang], "5,555").count()).toBe(1);
    await merge(opened, lang, 1);
    await press(new RegExp(`^${say(W.shownAnswered, lang, { n: 3 })}$`));
    const answered = say(W.shownAnswered, lang, { n: 3 });
    expect(await row(opened, answered, "Rep B").textContent()).toContain("●");
    await shot("merged");

    // One step back: the answer counts as not received.
    await press(W.backIn[lang]);
    expect(await axe()).toEqual([]);
    await press(WORDS.restoreConfirm[lang]);
    await pane.getByText(W.backInDone[lang]).waitFor({ timeout: 60_000 });
    await shot("one step back");
    await press(new RegExp(`^${say(W.shownOpen, lang, { n: 2 })}$`));
    expect(await row(opened, say(W.shownOpen, lang, { n: 2 }), "Rep B").textContent()).toContain(
      REASON[lang],
    );

    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await press(W.copy[lang]);
    await pane.getByText(say(W.copied, lang, { n: 2 })).waitFor();
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
    expect(copied.map((line) => line.split("\t")[0])).toEqual([LIST_WORDS.recipient[lang], "Rep B", "Rep D"]);
    await press(W.inWorkbook[lang]);
    await tabTo(W.inWorkbook[lang]);
    await expect(
      page.evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
          await context.sync();
          return sheet.name;
        }),
      ),
    ).resolves.toBe(TABS[lang].returns);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("a sending is taken back, and the workbook knows of nothing sent", async () => {
    const lang = "en-US";
    const opened = await openPane({ lang });
    const { page, pane, button, press, complaints } = opened;
    const { workbook } = await finishedMaster(syntheticLedger(4), lang);
    await opened.openWorkbook({ ...workbook, name: "master.xlsx" });
    await press(H.open[lang]);
    await press(say(W.make, lang, { n: 4 }));
    await pane.getByRole("link").first().waitFor({ timeout: 60_000 });
    await press(W.backOut[lang]);
    await press(WORDS.restoreConfirm[lang]);
    await pane.getByText(W.backOutDone[lang]).waitFor({ timeout: 60_000 });
    await button(new RegExp(`^${W.back[lang]}$`)).click();
    await pane.getByText(W.notSent[lang]).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });
});
