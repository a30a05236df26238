/** Every form of the gallery from a copy of itself, large tables, and tables of any content. */
import fc from "fast-check";
import { saveXlsx } from "../../../src/host/file/save";
import { openXlsx } from "../../../src/host/file/open";
import { createNodeHost } from "../../../src/host/node";
import { listTemplates, writeTemplate } from "../../../src/jobs/template/template";
import { LANGS, type Lang } from "../../../src/words";
import { differencesInAll } from "../../support/finishedBook";
import { expectSound, fillFrom, pagesOf, recordsOf, workbookWith, type Filled } from "../../support/fillBook";
import { describeWith } from "../../support/tools";

const FORMS = ["D10", "D11", "D12", "D16", "D20", "C1", "C2"];

/** The template's example as another program would leave it: pages that nobody remembers having made. */
async function copyOf(id: string, lang: Lang): Promise<{ bytes: Uint8Array; pages: readonly string[] }> {
  const host = createNodeHost();
  const { sheets } = await writeTemplate(id, { lang });
  host.calculate();
  return { bytes: await saveXlsx(host.workbook), pages: sheets };
}

async function fromCopy(id: string, lang: Lang, into: Lang): Promise<{ filled: Filled; before: unknown[] }> {
  const { bytes, pages } = await copyOf(id, lang);
  const workbook = await openXlsx(bytes, "copy.xlsx");
  workbook.settings.clear();
  const host = createNodeHost(workbook);
  const before = pagesOf(host, pages);
  return { filled: await fillFrom(host, id, into), before };
}

test("every template of the gallery takes people's own data, forms from tables of their own kind", () => {
  const all = listTemplates("en-US");
  expect(all.filter(({ fillable }) => !fillable)).toEqual([]);
  const fromTables = all.filter((template) => template.fromTables).map(({ number }) => number);
  for (const number of FORMS) expect(fromTables).toContain(number);
});

test.each(FORMS.flatMap((id) => LANGS.map((lang) => [id, lang] as const)))(
  "%s in %s from a copy that nobody remembers is the same workbook",
  async (id, lang) => {
    const { filled, before } = await fromCopy(id, lang, lang);
    expect(filled.problems).toEqual([]);
    expect(pagesOf(filled.host, filled.report.sheets)).toEqual(before);
    await expectSound(filled);
  },
);

test.each(FORMS)("%s from a Chinese copy into English pages: the same figures", async (id) => {
  const { filled, before } = await fromCopy(id, "zh-CN", "en-US");
  expect(filled.problems).toEqual([]);
  const numbers = (pages: unknown): number[] =>
    (JSON.stringify(pages).match(/,-?\d+(\.\d+)?(e-?\d+)?\]/g) ?? []).map((text) =>
      Number(text.slice(1, -1)),
    );
  const sum = (pages: unknown): number => numbers(pages).reduce((all, value) => all + Math.abs(value), 0);
  expect(sum(pagesOf(filled.host, filled.report.sheets))).toBeCloseTo(sum(before), 4);
});

test("an example nobody touched is nobody's data", async () => {
  for (const id of FORMS) {
    createNodeHost();
    await writeTemplate(id, { lang: "en-US" });
    await expect(fillFrom(createNodeHost(), id, "en-US")).rejects.toMatchObject({ code: "no-data" });
    const host = createNodeHost();
    await writeTemplate(id, { lang: "en-US" });
    await expect(fillFrom(host, id, "en-US")).rejects.toMatchObject({ code: "no-data" });
  }
});

test("two thousand promotions, every fifth of them with a fault", async () => {
  const count = 2000;
  const rows = Array.from({ length: count }, (_, i) => [
    `Promotion ${i + 1}`,
    45_000 + (i % 300),
    45_006 + (i % 300),
    100,
    10,
    i % 5 === 0 ? "tbd" : 1000 + i,
    900,
    800,
    1000,
  ]);
  const host = await workbookWith([
    {
      tab: "All",
      dates: [`B2:C${count + 1}`],
      rows: [["Campaign", "Start date", "End date", "Baseline daily volume", "Unit margin", "Planned cost", "Target", "Actual cost", "Units sold"], ...rows], // prettier-ignore
    },
  ]);
  const filled = await fillFrom(host, "C1", "en-US");
  expect(filled.problems).toHaveLength(count / 5);
  expect(filled.problems[1]).toMatchObject({ where: "All!F7", what: "Budget is not a number: “tbd”" });
  const records = recordsOf(filled.host, "Promotions");
  expect(records).toHaveLength(count);
  expect(records.filter(({ Budget }) => Budget === undefined)).toHaveLength(count / 5);
  // 7 days of 100 sell 700 anyway.
  expect(records.every(({ Extra }) => Extra === 300)).toBe(true);
});

const cell = {
  text: fc.stringMatching(/^[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}$/),
  amount: fc.nat({ max: 9_999_999 }),
};
const session = fc.record({
  topic: cell.text,
  trainer: cell.text,
  date: fc.integer({ min: 45_000, max: 46_500 }),
  budget: fc.option(cell.amount, { nil: null }),
  cost: fc.option(cell.amount, { nil: null }),
});

test("whatever sessions there are, in whatever order their columns stand, they come out as they went in", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(session, { minLength: 2, maxLength: 12, selector: ({ topic }) => topic }),
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      async (sessions, order) => {
        const headers = ["Course", "Instructor", "Training date", "Planned cost", "Actual cost"];
        const line = (values: readonly (string | number | null)[]) => order.map((at) => values[at] ?? null);
        const dates = String.fromCharCode("A".charCodeAt(0) + order.indexOf(2));
        const host = await workbookWith([
          {
            tab: "Plan",
            dates: [`${dates}2:${dates}${sessions.length + 1}`],
            rows: [line(headers), ...sessions.map(({ topic, trainer, date, budget, cost }) => line([topic, trainer, date, budget, cost]))], // prettier-ignore
          },
        ]);
        const filled = await fillFrom(host, "D20", "en-US");
        const out = filled.records("Sessions").map(({ Topic, Trainer, Date: date, Budget, Cost }) => ({
          topic: Topic,
          trainer: Trainer,
          date,
          budget: Budget ?? null,
          cost: Cost ?? null,
        }));
        expect(out).toEqual(sessions);
      },
    ),
    { numRuns: 15 },
  );
}, 300_000);

describeWith("libreoffice", "LibreOffice", () => {
  test("works every filled form out the same", async () => {
    const books: Filled[] = [];
    for (const id of FORMS) for (const lang of LANGS) books.push((await fromCopy(id, lang, lang)).filled);
    const all = await differencesInAll(books);
    expect(all.map(({ differences }) => differences)).toEqual(books.map(() => []));
    for (const { compared } of all) expect(compared).toBeGreaterThan(20);
  }, 900_000);
});
