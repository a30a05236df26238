/** Out and back as a person does it in the pane: real files made, filled in, brought back and merged. */
import { zipSync } from "fflate";
import { syntheticLedger } from "../../bench/syntheticLedger";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { SHARE_HOME_WORDS as H } from "../../src/taskpane/screens/home/shareWords";
import { SHARE_WORDS as W } from "../../src/taskpane/screens/share/words";
import { LANGS, say, type Lang } from "../../src/words";
import { fillIn } from "../sharing/fillIn";
import { REPLY_CELL } from "../sharing/planted";
import { circle } from "../sharing/ratingCase";
import { finishedMaster } from "../sharing/support";
import { writtenBook } from "../support/evaluationBook";
import { describePreview } from "../support/previewPage";
import { bringBack, mergedWords, mergeWords, sendOut } from "../support/sharePane";

const PEOPLE = 8;

describePreview("sharing in the pane", (open) => {
  const masters = new Map<Lang, HostWorkbook>();
  beforeAll(async () => {
    for (const lang of LANGS) {
      const { workbook } = await finishedMaster(syntheticLedger(PEOPLE), lang);
      masters.set(lang, { ...workbook, name: "master.xlsx" });
    }
  });

  test.each(LANGS)(
    "in %s: sent out, filled in, brought back with a fault and a conflict, merged",
    async (lang) => {
      const opened = await open({ lang, ...(lang === "zh-CN" ? { colorScheme: "dark" } : {}) });
      const { page, pane, button, axe, complaints, shot } = opened;
      const master = masters.get(lang);
      if (!master) throw new Error("No master");
      await opened.openWorkbook(master);
      await button(H.open[lang]).click();
      await pane
        .getByText(say(W.recipients, lang, { n: PEOPLE }))
        .first()
        .waitFor({ timeout: 30_000 });
      expect(await axe()).toEqual([]);
      await shot("send out");

      const names = await sendOut(opened, lang);
      expect(Object.keys(names)).toHaveLength(PEOPLE);
      expect(await axe()).toEqual([]);
      await shot("made");

      const tab =
        lang === "zh-CN" ? { cover: "封面", targets: "我的目标" } : { cover: "Cover", targets: "My targets" };
      const reply = lang === "zh-CN" ? "有建议" : "With proposals";
      const [first, second, third] = Object.entries(names);
      if (!first || !second || !third) throw new Error("Too few files");
      const filled = (bytes: Uint8Array, value: string | number): Promise<Uint8Array> =>
        fillIn(bytes, { [tab.cover]: { [REPLY_CELL]: reply }, [tab.targets]: { D7: value } });
      const archive = zipSync({
        [first[0]]: await filled(first[1], 4321),
        "sub/second.xlsx": await filled(second[1], 5432),
        "__MACOSX/sub/._second.xlsx": new Uint8Array([1]),
      });
      await bringBack(opened, lang, [
        { name: "answers.zip", bytes: archive },
        { name: "third.xlsx", bytes: await filled(third[1], lang === "zh-CN" ? "大约五千" : "about 5k") },
        { name: "notes.xlsx", bytes: new TextEncoder().encode("not a workbook") },
      ]);
      await pane.getByText(mergeWords(lang, 2)).waitFor({ timeout: 60_000 });
      await pane.getByText("notes.xlsx").first().waitFor();
      expect(await pane.getByRole("list", { name: W.faults[lang] }).getByRole("listitem").count()).toBe(2);
      expect(await pane.getByRole("list", { name: W.changes[lang] }).getByRole("listitem").count()).toBe(2);
      expect(await axe()).toEqual([]);
      await shot("preview");
      await button(mergeWords(lang, 2)).click();
      await pane.getByText(mergedWords(lang, 2)).waitFor({ timeout: 60_000 });
      await shot("merged");

      // The second changes his mind: the master has the first answer, which is his own, so nothing collides.
      await bringBack(opened, lang, [{ name: "again.xlsx", bytes: await filled(second[1], 6543) }]);
      await button(mergeWords(lang, 1)).waitFor({ timeout: 60_000 });
      // The same as before changes nothing.
      await bringBack(opened, lang, [{ name: "answers.zip", bytes: archive }]);
      await pane.getByText(W.nothingNew[lang]).waitFor({ timeout: 60_000 });
      expect(await axe()).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test("making can be cancelled; the workbook then knows of nothing sent out", async () => {
    const opened = await open({ lang: "en-US" });
    const { page, pane, button, complaints } = opened;
    const { workbook } = await finishedMaster(syntheticLedger(60), "en-US");
    await opened.openWorkbook({ ...workbook, name: "sixty.xlsx" });
    await button(H.open["en-US"]).click();
    await button(say(W.make, "en-US", { n: 60 })).click();
    await pane.getByText(/Making [1-9]\d* of 60/).waitFor({ timeout: 60_000 });
    await button(W.cancel["en-US"]).click();
    await pane.getByText(W.cancelled["en-US"]).waitFor({ timeout: 60_000 });
    await button(W.back["en-US"]).click();
    await pane.getByText(W.notSent["en-US"]).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("reading can be cancelled; nothing is merged and everybody is still waited for", async () => {
    const lang = "en-US";
    const opened = await open({ lang });
    const { page, pane, button, complaints } = opened;
    const { workbook } = await finishedMaster(syntheticLedger(30), lang);
    await opened.openWorkbook({ ...workbook, name: "thirty.xlsx" });
    await button(H.open[lang]).click();
    const files = Object.entries(await sendOut(opened, lang)).map(([name, bytes]) => ({ name, bytes }));
    await bringBack(opened, lang, [...files, ...files, ...files]);
    await pane.getByText(/Reading [1-9]\d* of 90/).waitFor({ timeout: 60_000 });
    await button(W.cancel[lang]).click();
    await pane.getByText(W.cancelled[lang]).waitFor({ timeout: 60_000 });
    await pane.getByText(say(W.sentAside, lang, { answered: 0, all: 30 })).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("in a narrow pane raters are asked, and a conflict is decided for the answer", async () => {
    const lang = "zh-CN";
    const opened = await open({ lang, width: 720 });
    const { page, pane, button, axe, complaints, shot } = opened;
    const { host } = await writtenBook(circle(12, lang));
    await opened.openWorkbook({ ...host.workbook, name: "ratings.xlsx" });
    await button(H.open[lang]).click();
    await pane.getByRole("combobox", { name: W.to[lang] }).selectOption("rater");
    const files = await sendOut(opened, lang);
    expect(Object.keys(files)).toHaveLength(14);
    const [name, bytes] = Object.entries(files).find(([file]) => file.startsWith("经理 00q")) ?? [];
    if (name === undefined || !bytes) throw new Error("No file");
    const answer = await fillIn(bytes, { 评分: { D6: 91, E6: 92, F6: 93 } });
    await bringBack(opened, lang, [{ name, bytes: answer }]);
    await button(mergeWords(lang, 3)).click();
    await pane.getByText(mergedWords(lang, 3)).waitFor({ timeout: 60_000 });
    // Somebody types over one of them in the workbook.
    await page.evaluate(async () => {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("评分记录").getUsedRange().load("values");
        await context.sync();
        const row = range.values.findIndex((line) => line.includes(91));
        const column = range.values[row]?.indexOf(91) ?? -1;
        range.getCell(row, column).values = [[60]];
        await context.sync();
      });
    });
    await bringBack(opened, lang, [
      { name: "later.xlsx", bytes: await fillIn(bytes, { 评分: { D6: 88, E6: 92, F6: 93 } }) },
    ]);
    await pane.getByRole("list", { name: W.conflicts[lang] }).waitFor({ timeout: 60_000 });
    await shot("conflict");
    expect(await axe()).toEqual([]);
    await pane.getByRole("radio", { name: /88/ }).check();
    await button(mergeWords(lang, 1)).click();
    await pane.getByText(mergedWords(lang, 1)).waitFor({ timeout: 60_000 });
    const wide = await pane.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
    expect(wide).toBe(false);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(LANGS)("in %s: a workbook with nothing to share says what it will hold", async (lang) => {
    const { page, pane, button, axe, complaints, shot } = await open({ lang });
    await button(H.open[lang]).click();
    await pane.getByText(W.emptyTitle[lang]).waitFor({ timeout: 30_000 });
    expect(await axe()).toEqual([]);
    await shot("nothing");
    await button(W.gallery[lang]).click();
    await pane.getByRole("searchbox").waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("by keyboard alone: from home to the archive", async () => {
    const opened = await open({ lang: "en-US" });
    const { page, pane, press, complaints } = opened;
    const master = masters.get("en-US");
    if (!master) throw new Error("No master");
    await opened.openWorkbook(master);
    await press(H.open["en-US"]);
    await press(say(W.make, "en-US", { n: PEOPLE }));
    await pane.getByRole("link").first().waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await page.close();
  });
});
