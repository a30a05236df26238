/** A company's own template made in the pane, and used there with other data. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTemplateFile } from "../../src/host/file/templateFile";
import { readCompanyTemplate } from "../../src/templates/company/companyTemplate";
import { COMPANY_PANE_WORDS as C } from "../../src/taskpane/screens/gallery/company/words";
import { GALLERY_WORDS as W } from "../../src/taskpane/screens/gallery/words";
import { GALLERY } from "../../src/templates/gallery";
import { templateBook, type Template } from "../../src/templates/template";
import { applyWorkbook } from "../../src/excel/apply";
import { createNodeHost } from "../../src/host/node";
import { filesInNode } from "../../src/host/workbookFilesInNode";
import { openTemplateSource, saveAsTemplate } from "../../src/jobs/template/companyTemplate";
import { LANGS, say, type Lang } from "../../src/words";
import { describePreview } from "../support/previewPage";
import { saying } from "../support/saying";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async function savedTemplate(template: Template, lang: Lang) {
  createNodeHost();
  await applyWorkbook(templateBook(template, lang), { lang });
  return saveAsTemplate(await openTemplateSource({}), {}, filesInNode());
}

describePreview("company templates", (open) => {
  test.each(LANGS)("in %s: saved from a plan, opened again, written with the ledger's data", async (lang) => {
    const { page, pane, button, axe, complaints, shot } = await open({ lang });
    await button(W.open[lang]).click();
    const made = GALLERY.find(({ id }) => id === "regions")?.name[lang] ?? "";
    await button(`${W.withExamples[lang]} – ${made}`).click({ timeout: 120_000 });
    await button(W.clear[lang]).waitFor({ timeout: 60_000 });

    await pane.getByText(C.save[lang], { exact: true }).click();
    await pane.getByLabel(C.name[lang], { exact: true }).fill("Acme 2027");
    await pane.getByLabel(C.ownColor[lang]).check();
    await pane.getByLabel(C.color[lang], { exact: true }).fill("#00695c");
    await button(C.make[lang]).click();
    const link = pane.getByRole("link", { name: say(C.download, lang, { name: "Acme 2027" }) });
    await link.waitFor({ timeout: 60_000 });
    await shot("saved as template");
    expect(await axe()).toEqual([]);
    const folder = await mkdtemp(join(tmpdir(), "attain-company-"));
    const file = join(folder, "acme.xlsx");
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    await download.saveAs(file);
    const { source } = await readTemplateFile(new Uint8Array(await readFile(file)), "acme.xlsx");
    expect(readCompanyTemplate(source)).toMatchObject({
      about: { name: "Acme 2027" },
      colors: { main: "#00695C" },
      body: { kind: "plan", wish: { total: { growth: 0.15 } } },
    });

    await page.reload();
    await button(W.open[lang]).click();
    await pane.locator('input[type="file"][accept=".xlsx,.xlsm"]').setInputFiles(file);
    const recent = pane.getByRole("list", { name: C.recent[lang] });
    await recent.getByRole("heading", { name: "Acme 2027" }).waitFor();
    expect(await axe()).toEqual([]);
    await recent.scrollIntoViewIfNeeded();
    await shot("company template opened");

    // What it takes and writes is said before anything is written.
    await button(`${C.mine[lang]} – Acme 2027`).click();
    await pane.getByText(/Sales pipeline!A1:H8801/).waitFor({ timeout: 60_000 });
    expect(await axe()).toEqual([]);
    await shot("company template before writing");
    await button(saying(W.writeSheets, lang)).click();
    await pane
      .getByText(saying(C.written, lang, { name: "Acme 2027" }))
      .first()
      .waitFor({ timeout: 60_000 });
    await shot("company template used");
    expect(await axe()).toEqual([]);

    // It is found again by a search, renamed, and taken off the list; its file stays where it is.
    const search = pane.getByRole("searchbox", { name: W.search[lang] });
    await search.fill("acme");
    await recent.getByRole("button", { name: C.more[lang] }).click();
    await recent.getByLabel(C.newName[lang]).fill("Acme 2028");
    await recent.getByRole("button", { name: C.rename[lang], exact: true }).click();
    await recent.getByRole("heading", { name: "Acme 2028" }).waitFor();
    await search.fill("zzz");
    await recent.waitFor({ state: "detached" });
    await search.fill("");
    await recent.getByRole("button", { name: C.more[lang] }).click();
    await recent.getByRole("button", { name: `${C.remove[lang]} – Acme 2028` }).click();
    await pane.getByText(say(C.removed, lang, { name: "Acme 2028" })).waitFor();
    expect(await recent.count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(LANGS)(
    "in %s: a template in the other language says so and is said in this one",
    async (lang) => {
      const other = LANGS.find((one) => one !== lang) ?? lang;
      const base = GALLERY.find(({ id }) => id === "service");
      if (!base) throw new Error("There is a service evaluation");
      const { bytes } = await savedTemplate(base, other);
      const { page, pane, button, axe, complaints, shot } = await open({
        lang,
        colorScheme: "dark",
        theme: "dark",
      });
      await button(W.open[lang]).click();
      await pane
        .locator('input[type="file"][accept=".xlsx,.xlsm"]')
        .setInputFiles({ name: "service.xlsx", mimeType: XLSX, buffer: Buffer.from(bytes) });
      const recent = pane.getByRole("list", { name: C.recent[lang] });
      await pane.getByText(C.otherLanguage[lang]).waitFor();
      await shot("template in the other language");
      expect(await axe()).toEqual([]);
      await button(C.translate[lang]).click();
      await recent.getByRole("heading", { name: base.name[lang] }).waitFor();
      await button(`${C.blank[lang]} – ${base.name[lang]}`).click();
      await pane.getByText(saying(C.written, lang, { name: base.name[lang] })).waitFor({ timeout: 60_000 });
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
