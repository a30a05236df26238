/** A company's own template made in the pane, and used there with other data. */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTemplateFile } from "../../src/host/file/templateFile";
import { readCompanyTemplate } from "../../src/templates/company/companyTemplate";
import { COMPANY_PANE_WORDS as C } from "../../src/taskpane/companyWords";
import { GALLERY_WORDS as W } from "../../src/taskpane/galleryWords";
import { GALLERY } from "../../src/templates/gallery";
import { LANGS, say } from "../../src/words";
import { startPreviewBrowser, type PreviewBrowser } from "../support/previewPage";
import { describeWith } from "../support/tools";

describeWith("chromium", "company templates", () => {
  let browser: PreviewBrowser;
  beforeAll(async () => {
    browser = await startPreviewBrowser();
  });
  afterAll(() => browser.close());

  test.each(LANGS)("in %s: saved from a plan, opened again, written with the ledger's data", async (lang) => {
    const { page, pane, button, axe, complaints, shot } = await browser.open({ lang });
    await button(W.open[lang]).click();
    const made = GALLERY.find(({ id }) => id === "regions")?.name[lang] ?? "";
    await button(`${W.withExamples[lang]} – ${made}`).click();
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
    await pane.getByText("Acme 2027", { exact: true }).waitFor();
    await button(C.mine[lang]).click();
    const [before = "", after = ""] = C.written[lang].split("{n}");
    await pane
      .getByText(new RegExp(`${before}\\d+${after.replace("{name}", "Acme 2027")}`))
      .waitFor({ timeout: 60_000 });
    await shot("company template used");
    expect(await axe()).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
