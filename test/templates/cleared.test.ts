/** Plan templates and forms without their example: nothing of it is left, and nothing is worked out of nothing. */
import { createNodeHost } from "../../src/host/node";
import { clearExamples, writeTemplate } from "../../src/jobs/template/template";
import { cellRef, parseRange } from "../../src/formula/references";
import { exampleRegions } from "../../src/templates/examples/regions";
import { exampleTeam } from "../../src/templates/examples/team";
import { GALLERY, findTemplate } from "../../src/templates/gallery";
import type { Template } from "../../src/templates/template";
import { LANGS, type Lang } from "../../src/words";
import { errorsIn, look } from "../support/finishedBook";

const PLANS = /^(?:D1[0-689]|D20|C[12])$/;
const CASES = GALLERY.filter(({ number }) => PLANS.test(number)).flatMap((template) =>
  LANGS.map((lang) => [template.number, lang, template] as const),
);

/** The first and last page lead to the others; the share of the year that is over is the month's, not the plan's. */
const LINKS = /^(?:封面|Cover|说明|About)!|^(?:目标跟踪|Tracker)!J4$/;

async function cleared(template: Template, lang: Lang) {
  const host = createNodeHost();
  await writeTemplate(template.id, { lang });
  await clearExamples({});
  host.calculate();
  return host;
}

/** What is shown within the pages' print areas: figures that charts are drawn from stand beside or below them. */
function printed(template: Template, lang: Lang): (place: string) => boolean {
  const areas = new Map(
    template
      .book(lang)
      .sheets.flatMap(({ name, print }) => (print?.area ? [[name, parseRange(print.area)]] : [])),
  );
  return (place) => {
    const [tab = "", cell = ""] = place.split("!");
    const [area, at] = [areas.get(tab), parseRange(cell)];
    return area === undefined || (at.top <= area.bottom && at.left <= area.right);
  };
}

test.each(CASES)("%s in %s shows no result, no error and nobody's name", async (_number, lang, template) => {
  const host = await cleared(template, lang);
  const { formulas } = look(host);
  const isPrinted = printed(template, lang);
  expect(formulas.length).toBeGreaterThan(10);
  const shown = formulas.filter(
    ({ place, value }) => value !== null && value !== "" && !LINKS.test(place) && isPrinted(place),
  );
  expect(shown).toEqual([]);

  const strangers = new Set([
    ...exampleRegions(lang).members.flatMap(({ path }) => path),
    ...exampleTeam(lang, 6),
  ]);
  const named = host.workbook.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, { value }]) =>
        typeof value === "string" && strangers.has(value) ? [`${name}!${cellRef(row, column)} ${value}`] : [],
      ),
    ),
  );
  expect(named).toEqual([]);
});

test("a name and last year on the request run through every page; a target begins the results", async () => {
  const template = findTemplate("D13");
  if (!template) throw new Error("D13 is missing");
  const host = await cleared(template, "en-US");
  const request = host.workbook.sheets.find(({ name }) => name === "Request");
  const head = [...(request?.cells ?? [])].find(([, line]) => line.get(1)?.value === "Region")?.[0] ?? 0;
  const type = async (tab: string, at: readonly [number, number], value: string | number) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(tab).getCell(...at).values = [[value]];
      await context.sync();
    });
    host.calculate();
  };
  await type("Request", [head + 1, 1], "Harbour");
  await type("Request", [head + 1, 2], "Pier One");
  await type("Request", [head + 1, 3], 40);
  const before = look(host);
  // The company, what was planned, what is off; then the region and its first office.
  expect(["A9", "A10", "B9", "B10", "C10"].map((at) => before.value("Targets", at))).toEqual([
    "Harbour",
    "Pier One",
    40,
    40,
    1,
  ]);
  // Last year alone is no fall of 100 %.
  expect(["D9", "D10", "Q10"].map((at) => before.value("Targets", at))).toEqual(["", "", ""]);
  expect(before.value("Tracker", "A10")).toBe("Pier One");
  expect(before.value("Tracker", "C10")).toBe("");

  await type("Targets", [9, 4], 50);
  await type("Targets", [9, 5], 30);
  const after = look(host);
  expect(["Q6", "Q9", "Q10", "D10"].map((at) => after.value("Targets", at))).toEqual([80, 80, 80, 1]);
  expect(["Q11", "D11", "Q12"].map((at) => after.value("Targets", at))).toEqual(["", "", ""]);
  expect(["C8", "C10", "C11"].map((at) => after.value("Tracker", at))).toEqual([80, 80, ""]);
  const bytes = new Uint8Array();
  expect(errorsIn({ ...after, bytes })).toEqual([]);
});
