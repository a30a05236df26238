/** A review as HR does it in the pane: everybody submitted, one returned with a reason, one adjusted, signed, locked. */
import { applyWorkbook } from "../../src/excel/apply";
import { createWorkbook } from "../../src/host/book/emptyWorkbook";
import { createNodeHost } from "../../src/host/node";
import { bookOf } from "../../src/jobs/evaluation/evaluationBook";
import { evaluate } from "../../src/scoring/evaluate";
import { EVENT_WORDS, type EventKind } from "../../src/scoring/review/events";
import { stageName } from "../../src/scoring/review/flow";
import { REVIEW_HOME_WORDS as H } from "../../src/taskpane/screens/home/reviewWords";
import { REVIEW_WORDS as W } from "../../src/taskpane/screens/review/words";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { LANGS, say, type Lang } from "../../src/words";
import { oneMonth } from "../support/evaluations";
import { describePreview, type OpenedPage } from "../support/previewPage";

async function march(lang: Lang): Promise<HostWorkbook> {
  const host = createNodeHost(createWorkbook("march.xlsx", "Notes"));
  await applyWorkbook(bookOf(evaluate({ ...oneMonth(), lang }), { date: "2026-04-01" }), { lang });
  host.calculate();
  return host.workbook;
}

describePreview("the review", (open) => {
  test.each(LANGS)(
    "in %s: from scoring to a lock, several at once",
    async (lang) => {
      const opened = await open({ lang });
      const { page, pane, button, axe, complaints, shot, openWorkbook } = opened;
      await openWorkbook(await march(lang));
      await button(H.open[lang]).click();
      await pane.getByLabel(W.yourName[lang]).fill("Mia");
      await shot("review begins");
      expect(await axe()).toEqual([]);
      const step = (kind: EventKind, people: number) => recorded(opened, lang, kind, people);

      await all(opened, lang, "score", 4).check();
      await step("submit", 4);
      await pane.getByRole("checkbox", { name: "Ann", exact: true }).check();
      await pane.getByRole("checkbox", { name: "Bob", exact: true }).check();
      await step("pass", 2);
      // A return without its reason is not sent off.
      await pane.getByRole("checkbox", { name: "Ann", exact: true }).check();
      await pane.getByRole("button", { name: EVENT_WORDS.return[lang], exact: true }).click();
      await pane
        .getByRole("button", { name: say(W.confirm, lang, { event: EVENT_WORDS.return[lang], n: "1" }) })
        .click();
      await pane.getByRole("alert").getByText(W.needReason[lang]).waitFor();
      await pane.getByLabel(W.reason[lang]).fill("two actuals missing");
      await shot("review returns");
      expect(await axe()).toEqual([]);
      await pane
        .getByRole("button", { name: say(W.confirm, lang, { event: EVENT_WORDS.return[lang], n: "1" }) })
        .click();
      await pane
        .getByText(say(W.recorded, lang, { event: EVENT_WORDS.return[lang], n: "1" }))
        .waitFor({ timeout: 60_000 });
      await pane.getByText("“two actuals missing”").waitFor();

      await pane.getByRole("checkbox", { name: "Bob", exact: true }).check();
      await step("pass", 1);
      await pane.getByRole("checkbox", { name: "Bob", exact: true }).check();
      await step("pass", 1);
      await pane.getByRole("checkbox", { name: "Bob", exact: true }).check();
      await step("sign", 1);
      await pane.getByRole("checkbox", { name: "Bob", exact: true }).check();
      await step("lock", 1);
      await pane.getByRole("heading", { name: `${stageName("locked")[lang]} (1)` }).waitFor();
      // Narrow as the narrowest pane.
      await page.addStyleTag({
        content:
          ".preview-pane { width: 320px !important; min-width: 320px !important; flex: none !important; }",
      });
      const overflow = await pane.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await shot("review locked");
      expect(await axe()).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
    240_000,
  );

  test("a workbook without scores has no way in, and by keyboard alone somebody is passed on", async () => {
    const opened = await open({ lang: "en-US", colorScheme: "dark" });
    const { page, pane, button, openWorkbook, complaints } = opened;
    expect(await pane.getByRole("button", { name: H.open["en-US"] }).count()).toBe(0);
    await openWorkbook(await march("en-US"));
    await button(H.open["en-US"]).click();
    await pane.getByLabel(W.yourName["en-US"]).fill("Mia");
    await pane.getByRole("checkbox", { name: "Dee", exact: true }).focus();
    await page.keyboard.press("Space");
    await pane.getByRole("button", { name: "submit", exact: true }).focus();
    await page.keyboard.press("Enter");
    await pane.getByText("Recorded: submit, 1 person.").waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);
});

function all({ pane }: OpenedPage, lang: Lang, stage: string, n: number) {
  return pane.getByRole("checkbox", {
    name: say(W.selectGroup, lang, { stage: stageName(stage)[lang], n: String(n) }),
  });
}

async function recorded({ pane }: OpenedPage, lang: Lang, kind: EventKind, people: number): Promise<void> {
  await pane.getByRole("button", { name: EVENT_WORDS[kind][lang], exact: true }).click();
  await pane
    .getByText(say(W.recorded, lang, { event: EVENT_WORDS[kind][lang], n: String(people) }))
    .waitFor({ timeout: 60_000 });
}
