/** The gallery as a person uses it: found by a word, written, cleared, and taken further. */
import { GALLERY } from "../../src/templates/gallery";
import { GALLERY_WORDS as W } from "../../src/taskpane/screens/gallery/words";
import { PLAN_AGAIN_WORDS as A } from "../../src/taskpane/screens/home/planAgainWords";
import { WORDS } from "../../src/taskpane/words";
import { LANGS, say } from "../../src/words";
import { describePreview } from "../support/previewPage";
import { saying } from "../support/saying";

/** As narrow as Excel makes a pane. */
const NARROW =
  ".preview-pane { width: 320px !important; min-width: 320px !important; flex: none !important; }";

describePreview("the gallery", (open) => {
  test.each(LANGS)(
    "in %s: every template with its picture; a search finds by what it is for",
    async (lang) => {
      const { page, pane, button, axe, complaints, shot } = await open({ lang });
      await button(W.open[lang]).click();
      const cards = pane
        .getByRole("list", { name: W.title[lang] })
        .getByRole("listitem")
        .filter({ has: page.getByRole("img") });
      await cards.first().waitFor();
      expect(await cards.count()).toBe(GALLERY.length);
      expect(await axe()).toEqual([]);
      for (const picture of await cards.getByRole("img").all()) {
        await picture.scrollIntoViewIfNeeded();
        await page.waitForFunction(
          (image) => (image as HTMLImageElement).naturalWidth > 100,
          await picture.elementHandle(),
        );
      }
      await pane.getByRole("searchbox", { name: W.search[lang] }).fill("d20");
      expect(await cards.count()).toBe(1);
      await shot("gallery");
      await pane.getByRole("searchbox", { name: W.search[lang] }).fill("zzz");
      await pane.getByText(W.none[lang]).waitFor();
      await shot("nothing found");
      expect(await axe()).toEqual([]);
      await button(W.showAll[lang]).click();
      expect(await cards.count()).toBe(GALLERY.length);
      // By another name, and by the initials of its Chinese one.
      for (const [words, id] of [
        ["crm", "customer-card"],
        ["周报", "work-plan"],
        ["ndxsjh", "annual-sales-plan"],
      ] as const) {
        await pane.getByRole("searchbox", { name: W.search[lang] }).fill(words);
        const name = GALLERY.find((template) => template.id === id)?.name[lang] ?? "";
        expect(await cards.getByRole("heading").allTextContents()).toEqual([expect.stringContaining(name)]);
      }
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test.each(LANGS)(
    "in %s: a work plan written, its open tasks moved on, its example cleared",
    async (lang) => {
      const { page, pane, button, axe, complaints, shot } = await open({ lang, colorScheme: "dark" });
      await button(W.open[lang]).click();
      const name = GALLERY.find(({ id }) => id === "work-plan")?.name[lang] ?? "";
      await button(`${W.withExamples[lang]} – ${name}`).click({ timeout: 120_000 });
      const said = pane.getByText(say(W.written, lang, { n: "7", name }));
      await said.waitFor({ timeout: 60_000 });
      // The button stood far down the page: what came of it is in view.
      const top = (await said.boundingBox())?.y ?? -1;
      expect([top >= 0, top < (page.viewportSize()?.height ?? 0)]).toEqual([true, true]);
      // Taken back after one more question, and written once more.
      const tabs = page.getByText(/^(?:Quadrants|四象限)$/);
      expect(await tabs.count()).toBeGreaterThan(0);
      await button(W.takeBack[lang]).click();
      await pane.getByText(W.takeBackAsk[lang]).waitFor();
      expect(await axe()).toEqual([]);
      await button(WORDS.restoreConfirm[lang]).click();
      await pane.getByText(W.takenBack[lang]).waitFor({ timeout: 60_000 });
      expect(await button(W.takeBack[lang]).count()).toBe(0);
      expect(await button(W.clear[lang]).count()).toBe(0);
      expect(await tabs.count()).toBe(0);
      await button(`${W.withExamples[lang]} – ${name}`).click();
      await said.waitFor({ timeout: 60_000 });
      await button(W.roll[lang]).click();
      await pane.getByText(say(W.rolled, lang, { n: "4" })).waitFor({ timeout: 60_000 });
      await button(W.clear[lang]).click();
      const [before = ""] = W.cleared[lang].split("{n}").slice(1);
      await pane.getByText(before.split("{kept}")[0]?.trim() ?? "").waitFor({ timeout: 60_000 });
      await shot("cleared");
      expect(await axe()).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test.each(LANGS)("in %s: a plan from the gallery, planned again from its request page", async (lang) => {
    const { page, pane, button, axe, complaints, shot } = await open({ lang });
    await button(W.open[lang]).click();
    const name = GALLERY.find(({ id }) => id === "regions")?.name[lang] ?? "";
    await button(`${W.withExamples[lang]} – ${name}`).click({ timeout: 120_000 });
    await button(W.clear[lang]).waitFor({ timeout: 60_000 });
    await button(W.back[lang]).click();
    await button(A.again[lang]).click();
    await pane.getByText("3,200").first().waitFor({ timeout: 60_000 });
    expect(await axe()).toEqual([]);
    await shot("planned again");
    await pane.getByRole("button", { name: saying(A.write, lang) }).click();
    await pane.getByText(saying(A.written, lang)).waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each([
    ["zh-CN", "light", "none"],
    ["en-US", "dark", "none"],
    ["en-US", "light", "active"],
  ] as const)(
    "use my data in %s, %s, forced colours %s, 320 px: said first, then written",
    async (lang, colorScheme, forcedColors) => {
      const { page, pane, button, axe, complaints, shot } = await open({
        lang,
        colorScheme,
        forcedColors,
      });
      await page.addStyleTag({ content: NARROW });
      await button(W.open[lang]).click();
      const name = GALLERY.find(({ id }) => id === "regions")?.name[lang] ?? "";
      await pane.getByRole("searchbox", { name: W.search[lang] }).fill("d15");
      await shot("gallery narrow");
      await button(`${W.withMine[lang]} – ${name}`).click();
      await pane.getByText(/Sales pipeline!A1:H8801/).waitFor({ timeout: 60_000 });
      await shot("use my data narrow");
      expect(await axe()).toEqual([]);
      expect(await pane.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      // Back again: nothing was written.
      await button(W.back[lang]).click();
      await button(`${W.withMine[lang]} – ${name}`).click();
      await pane.getByRole("button", { name: saying(W.writeSheets, lang) }).click();
      await pane.getByText(saying(W.written, lang, { name })).waitFor({ timeout: 60_000 });
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test("a link on the cover goes to its page", async () => {
    const { page, pane, button, complaints } = await open({ lang: "en-US" });
    await button(W.open["en-US"]).click();
    await pane.getByRole("searchbox").fill("d7");
    await button(W.withExamples["en-US"]).click();
    const grid = page.locator(".preview-grid");
    await grid.getByText("Sales evaluation", { exact: true }).first().waitFor({ timeout: 60_000 });
    // A12 of the cover: its first page.
    await page.mouse.click(48, 520);
    await grid.getByText("Sales evaluation, first quarter: data", { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("by keyboard alone", async () => {
    const { page, pane, press, tabTo, complaints } = await open({ lang: "en-US" });
    await press(W.open["en-US"]);
    await tabTo(pane.getByRole("searchbox"));
    await page.keyboard.type("customer card");
    await press(W.empty["en-US"]);
    await pane.getByText("4 sheets written: Customer card").waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await page.close();
  });
});
