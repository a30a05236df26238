/** Every template of the gallery, in both languages: what each must stand up to. */
import { clearExamples, openTemplate, writeTemplate } from "../../src/jobs/template/template";
import { createNodeHost } from "../../src/host/node";
import type { WorkbookSpec } from "../../src/sheets/spec";
import { GALLERY, findTemplate } from "../../src/templates/gallery";
import { exampleCells, templateBook, type ExampleCell, type Template } from "../../src/templates/template";
import { LANGS, type Lang } from "../../src/words";
import { differencesInAll, errorsIn, finishBook, look } from "../support/finishedBook";
import { validate } from "../support/ooxml";
import { describeWith } from "../support/tools";

const CASES = GALLERY.flatMap((template) => LANGS.map((lang) => [template.number, lang, template] as const));

async function typeInto(cells: readonly ExampleCell[], { sheets }: WorkbookSpec): Promise<void> {
  await Excel.run(async (context) => {
    for (const { sheet, row, column, value } of cells) {
      const tab = sheets.find(({ id }) => id === sheet)?.name ?? "";
      const range = context.workbook.worksheets.getItem(tab).getCell(row, column);
      range.values = [[typeof value === "string" && /^[=+\-@]/.test(value) ? `'${value}` : value]];
    }
    await context.sync();
  });
}

test("numbers and ids are each used once, and both find the template", () => {
  for (const key of ["id", "number"] as const) {
    const all = GALLERY.map((template) => template[key]);
    expect(new Set(all).size).toBe(all.length);
    for (const template of GALLERY) expect(findTemplate(template[key].toUpperCase())).toBe(template);
  }
  expect(findTemplate("D99")).toBeUndefined();
});

describe.each(CASES)("%s in %s", (_number, lang: Lang, template: Template) => {
  const spec = templateBook(template, lang);

  test("says what it is for and how to use it in five lines", () => {
    expect(template.steps).toHaveLength(5);
    expect(spec.sheets[0]?.id).toBe("cover");
    expect(spec.sheets.length).toBeGreaterThan(1);
    // A page a person is as wide as it is: programs may pass over breaks of a page that is fitted.
    for (const { name, print } of spec.sheets)
      expect([name, (print?.fitWidth ?? 0) > 0 || print?.breaksBefore !== undefined]).toEqual([name, true]);
    expect(spec.sheets.flatMap(({ charts = [] }) => charts).length).toBeGreaterThan(0);
  });

  test("is valid and without an error, cleared as well, and refilled shows what it showed", async () => {
    const full = await finishBook(spec, lang);
    expect(await validate(full.bytes)).toEqual([]);
    expect(errorsIn(full)).toEqual([]);

    const examples = exampleCells(template, lang);
    expect(examples.length).toBeGreaterThan(10);
    expect(await clearExamples({})).toEqual({ cells: examples.length, kept: 0 });
    full.host.calculate();
    const cleared = look(full.host);
    expect(errorsIn({ ...cleared, bytes: full.bytes })).toEqual([]);
    expect(cleared.formulas).not.toEqual(full.formulas);

    await typeInto(examples, spec);
    full.host.calculate();
    expect(look(full.host).formulas).toEqual(full.formulas);
  });
});

describe("clearing", () => {
  test("keeps what was typed over an example", async () => {
    const host = createNodeHost();
    await writeTemplate("D20", { lang: "en-US" });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sessions").getRange("B6").values = [["Forecasting"]];
      await context.sync();
    });
    expect((await clearExamples({})).kept).toBe(1);
    const { value } = look(host);
    expect([value("Sessions", "B6"), value("Sessions", "B7")]).toEqual(["Forecasting", null]);
    expect((await openTemplate({})).lang).toBe("en-US");
  });

  test("a workbook that was made from no template says so", async () => {
    createNodeHost();
    await expect(clearExamples({})).rejects.toMatchObject({ code: "template-unknown" });
    await expect(writeTemplate("nothing", { lang: "en-US" })).rejects.toMatchObject({
      code: "template-unknown",
    });
  });
});

describeWith("libreoffice", "LibreOffice", () => {
  test.each(LANGS)(
    "works every template in %s out the same",
    async (lang) => {
      const books = [];
      for (const template of GALLERY) books.push(await finishBook(templateBook(template, lang), lang));
      const all = await differencesInAll(books);
      const different = GALLERY.map(({ number }, i) => [number, all[i]?.differences]);
      expect(different).toEqual(GALLERY.map(({ number }) => [number, []]));
      for (const { compared } of all) expect(compared).toBeGreaterThan(20);
    },
    900_000,
  );
});
