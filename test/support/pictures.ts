/**
 * Draws the gallery: one picture of each template in each language into assets/templates, and docs/gallery.md around
 * them. `npm run pictures -- D10` draws that one alone. What is drawn is the page as LibreOffice prints it.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyWorkbook } from "../../src/excel/apply";
import { saveXlsx } from "../../src/host/file/save";
import { createNodeHost } from "../../src/host/node";
import type { SheetSpec } from "../../src/sheets/spec";
import { GALLERY } from "../../src/templates/gallery";
import { pageTitle } from "../../src/sheets/contents";
import { templateBook, type Template } from "../../src/templates/template";
import { LANGS, type Lang } from "../../src/words";
import { toPdf } from "./libreoffice";
import { requireTool } from "./tools";

const ROOT = join(import.meta.dirname, "../..");
const OUT = join(ROOT, "assets/templates");
/** Pixels across; the pane shows them at half of it. */
const WIDTH = 560;
const HEIGHT = 340;

async function draw(template: Template, lang: Lang): Promise<void> {
  const host = createNodeHost();
  const spec = templateBook(template, lang);
  await applyWorkbook(spec, { lang });
  host.calculate();
  const folder = mkdtempSync(join(tmpdir(), "attain-picture-"));
  const pdf = join(folder, "page.pdf");
  writeFileSync(pdf, await toPdf(await saveXlsx(host.workbook)));
  const size = ["-x", "20", "-y", "18", "-W", String(WIDTH), "-H", String(HEIGHT)];
  const scale = ["-scale-to-x", String(WIDTH + 40), "-scale-to-y", "-1"];
  const sheet = spec.sheets.find(({ id }) => id === template.picture) ?? pictured(spec.sheets);
  // What goes over two pages side by side has its results on the second.
  const page = String(pageOf(pdf, pageTitle(sheet)) + (sheet.print?.fitWidth ?? 1) - 1);
  execFileSync(requireTool("pdftoppm"), [
    "-png",
    "-singlefile",
    "-f",
    page,
    "-l",
    page,
    ...scale,
    ...size,
    pdf,
    join(OUT, `${template.id}.${lang}`),
  ]);
  rmSync(folder, { recursive: true });
}

/** The first page after the cover that has the title on it. */
function pageOf(pdf: string, title: string): number {
  const pages = execFileSync("pdftotext", [pdf, "-"]).toString("utf8").split("\f");
  const bare = (text: string): string => text.replace(/\s/g, "");
  const at = pages.findIndex((text, i) => i > 0 && bare(text).includes(bare(title)));
  return Math.max(1, at) + 1;
}

/** The page most worth showing: the first with a chart, else the first after the cover. */
function pictured(sheets: readonly SheetSpec[]): SheetSpec {
  const pages = sheets.filter(({ id }) => id !== "cover");
  const page = pages.find(({ charts = [] }) => charts.length > 0) ?? pages[0];
  if (!page) throw new RangeError("A template without pages");
  return page;
}

function galleryPage(): string {
  const entry = ({ id, number, name, purpose }: Template): string =>
    [
      `## ${number} \`${id}\` ${name["en-US"]} ${name["zh-CN"]}`,
      "",
      `${purpose["en-US"]}`,
      "",
      `${purpose["zh-CN"]}`,
      "",
      ...LANGS.map((lang) => `![${number} ${name[lang]}](../assets/templates/${id}.${lang}.png)`),
      "",
    ].join("\n");
  return [
    "# The gallery 模板库",
    "",
    "Every template as it opens, with its example data: `node src/cli/attain.mjs template <id> --lang zh-CN -o book.xlsx` makes one, `--empty` without the example. Drawn by `npm run pictures`.",
    "",
    ...GALLERY.map(entry),
  ].join("\n");
}

mkdirSync(OUT, { recursive: true });
const wanted = process.argv.slice(2).map((key) => key.toLowerCase());
for (const template of GALLERY)
  for (const lang of LANGS)
    if (wanted.length === 0 || wanted.includes(template.id) || wanted.includes(template.number.toLowerCase()))
      await draw(template, lang);
writeFileSync(join(ROOT, "docs/gallery.md"), galleryPage());
