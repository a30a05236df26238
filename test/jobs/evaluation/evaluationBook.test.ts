/** The workbook of an evaluation: every figure is what the engine says, here and in LibreOffice. */
import { cellRef } from "../../../src/formula/references";
import { saveXlsx } from "../../../src/host/file/save";
import { EVALUATION_GALLERY } from "../../../src/scoring/gallery/gallery";
import type { Indicator, Scheme } from "../../../src/scoring/scheme";
import { LANGS } from "../../../src/words";
import {
  calculated,
  resultLines,
  sheetById,
  writtenBook,
  type WrittenBook,
} from "../../support/evaluationBook";
import { REP, fourMonths, oneMonth } from "../../support/evaluations";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { describeWith } from "../../support/tools";

const near = (value: number | null) => (value === null ? "" : expect.closeTo(value, 9));

/** Totals, grades and ranks of the results page are the engine's. */
function expectResults(book: WrittenBook, total: string): void {
  const { results, request } = book.evaluation;
  const lines = resultLines(book);
  results.forEach((result, i) => {
    const line = lines[i] ?? {};
    expect([
      line["Name"],
      line[total],
      line["Grade"],
      line["Mark"],
      line["Rank"],
      line["Rank in unit"],
    ]).toEqual([
      result.name,
      near(result.total),
      result.grade ?? "",
      result.light,
      result.rank ?? "",
      result.unitRank ?? "",
    ]);
    if (request.periods.length > 1)
      expect(request.periods.map(({ label }) => line[label] ?? "")).toEqual(
        result.periods.map((period) => near(period.total)),
      );
  });
}

/** No formula shows an error, and LibreOffice sees what the live workbook shows. */
async function expectSameInLibreOffice(book: WrittenBook): Promise<void> {
  const values = await recalculate(await saveXlsx(book.host.workbook));
  const different: string[] = [];
  for (const [key, value] of calculated(book)) {
    const [sheet = "", place = ""] = key.split("!");
    const [row = 0, column = 0] = place.split(",").map(Number);
    const other = values.get(sheet)?.get(cellRef(row, column)) ?? "";
    const same =
      typeof value === "number" && typeof other === "number"
        ? Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value))
        : (value ?? "") === other;
    if (!same || String(value).startsWith("#")) different.push(`${key}: ${String(value)} ≠ ${String(other)}`);
  }
  expect(different).toEqual([]);
}

test("March: totals worked by hand", async () => {
  const book = await writtenBook(oneMonth());
  const byName = new Map(book.evaluation.results.map((result) => [result.name, result]));
  // Results 80 × 1.1 + 20 = 108; attitude 90 × 70 % + 80 × 30 % = 87; 108 × 70 % + 87 × 30 % = 101.7; 100 over → +1.
  expect(byName.get("Ann")).toMatchObject({ total: 102.7, grade: "Excellent", rank: 1 });
  // 80 × 0.9 + (20 − 2 × 5) = 82; attitude by the direct superior alone 70; 82 × 0.7 + 70 × 0.3 = 78.4.
  expect(byName.get("Bob")).toMatchObject({ total: 78.4, grade: "Good", rank: 3, unitRank: 2 });
  // An accident: the total is 0.
  expect(byName.get("Cyd")).toMatchObject({ total: 0, grade: "To improve" });
  // Nobody with a weight has rated Dee: attitude is left out, results carry it.
  expect(byName.get("Dee")).toMatchObject({ total: 100, rank: 2 });
  expect(byName.get("Eve")).toMatchObject({ total: null, rank: null });
  expectResults(book, "Total");
});

test("who is missing among the raters is said on the sheet", async () => {
  const book = await writtenBook(oneMonth());
  const sheet = sheetById(book.spec, "raters");
  const header = sheet.blocks[0]?.cells[4] ?? [];
  // What becomes of it stands in the head, who it is in the line.
  const column = header.indexOf("Missing, others carry it");
  expect([6, 7, 9].map((row) => book.read(sheet.name, cellRef(row - 1, column)))).toEqual([
    "",
    "Upper ",
    "Direct Upper ",
  ]);
});

test("four months: newcomer, leaver, transfer, a miss twice running", async () => {
  const book = await writtenBook(fourMonths());
  const byName = new Map(book.evaluation.results.map((result) => [result.name, result]));
  // 80 + 20; 72 + 15; 64 + 10 (the second miss running counts double); 88 + 20 + 0.1.
  expect(byName.get("Ann")?.periods.map(({ total }) => total)).toEqual([100, 87, 74, 108.1]);
  expect(byName.get("Ann")).toMatchObject({ groups: [87, 108.1], total: 92.28, grade: "Excellent" });
  // Joined in January: February is still not scored.
  expect(byName.get("New")?.periods.map(({ total }) => total)).toEqual([null, null, 76, 84]);
  expect(byName.get("Off")?.periods.map(({ total }) => total)).toEqual([100, 100, 92, null]);
  // April: ten days at 48 + 20 = 68, then twenty as head at 90: (68 × 10 + 90 × 20) ÷ 30.
  expect(byName.get("Moe")?.periods.map(({ total }) => total)).toEqual([100, 100, 100, 82.67]);
  expect(byName.get("Moe")).toMatchObject({ unit: "East" });
  expectResults(book, "Year");
});

test("a weighted year made of its months, or of its quarters", async () => {
  const weighted = await writtenBook({ ...fourMonths(), rollup: { by: "weighted" } });
  // (100 × 1 + 87 × 2 + 74 × 3 + 108.1 × 4) ÷ 10
  expect(weighted.evaluation.results[0]?.total).toBe(92.84);
  expectResults(weighted, "Year");
  const groups = await writtenBook({ ...fourMonths(), rollup: { by: "mean", of: "groups" } });
  expect(groups.evaluation.results[0]?.total).toBe(97.55);
  expectResults(groups, "Year");
});

test("the card shows whoever is picked", async () => {
  const book = await writtenBook(oneMonth());
  const card = sheetById(book.spec, "card");
  const [block] = card.blocks;
  const totalRow = (block?.cells.findIndex(([label]) => label === "Total") ?? -1) + 1;
  expect(book.read(card.name, `E${totalRow}`)).toBeCloseTo(102.7, 9);
  await book.host.run(async ({ workbook }) => {
    workbook.worksheets.getItem(card.name).protection.unprotect();
    workbook.worksheets.getItem(card.name).getRange("B3").values = [["Bob"]];
  });
  book.host.calculate();
  expect([book.read(card.name, `E${totalRow}`), book.read(card.name, "E3")]).toEqual([78.4, "East"]);
});

test("the card says when rows as shown add up to something else than the total", async () => {
  const third = (id: string, weight: number): Indicator => ({
    id,
    name: id,
    weight,
    rule: { kind: "proportional" },
    inputs: { actual: "done", target: "asked" },
  });
  const scheme: Scheme = {
    id: "thirds",
    name: "Thirds",
    lang: "en-US",
    weights: "exact",
    grades: REP.grades,
    decimals: 2,
    inputs: [
      { id: "done", name: "Done", format: "decimal" },
      { id: "asked", name: "Asked", format: "decimal" },
    ],
    sections: [
      { id: "only", name: "Only", weight: 100, indicators: [third("a", 30), third("b", 30), third("c", 40)] },
    ],
  };
  const cardOf = async (done: number) => {
    const person = { name: "Ann", unit: "East", inputs: { done, asked: 10_000 } };
    const { title, lang, periods } = oneMonth();
    const book = await writtenBook({ title, lang, periods, schemes: [scheme], people: [person] });
    const card = sheetById(book.spec, "card");
    const total = card.blocks[0]?.cells.findIndex(([label]) => label === "Total") ?? -1;
    return [book.read(card.name, `E${total + 1}`), book.read(card.name, `A${total + 2}`)];
  };
  // 10.005 + 10.005 + 13.34 is 33.35; the rows show 10.01 + 10.01 + 13.34 = 33.36.
  expect(await cardOf(3335)).toEqual([
    33.35,
    "● Rows are shown with two digits: the total is -0.01 apart from what they add up to, by rounding",
  ]);
  expect(await cardOf(5000)).toEqual([50, ""]);
});

test("typing on the data page re-scores; a reason there takes somebody out", async () => {
  const book = await writtenBook(oneMonth(), { spareRows: 2 });
  const data = sheetById(book.spec, "data");
  const header = data.blocks[0]?.cells[4] ?? [];
  const letter = (label: string) => cellRef(0, header.indexOf(label)).replace(/\d+/, "");
  await book.host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem(data.name);
    sheet.getRange(`${letter("Sales")}7`).values = [[1000]];
    sheet.getRange(`${letter("Not scored because")}6`).values = [["On leave"]];
    // Somebody new on a spare line.
    sheet.getRange(`${letter("Unit")}11:${letter("Name")}11`).values = [["West", "Fay"]];
    for (const [label, value] of Object.entries({
      Sales: 1200,
      Target: 1000,
      "Late reports": 0,
      Accidents: 0,
    }))
      sheet.getRange(`${letter(label)}11`).values = [[value]];
  });
  book.host.calculate();
  const results = sheetById(book.spec, "results");
  const columns = results.blocks[0]?.cells[3] ?? [];
  const at = (label: string, row: number) =>
    book.read(results.name, cellRef(row - 1, columns.indexOf(label)));
  // Bob: 80 + 10 = 90 → 90 × 0.7 + 70 × 0.3 = 84.
  expect([at("Total", 6), at("Total", 5), at("Remark", 5)]).toEqual([84, "", "On leave"]);
  // Fay: 80 × 1.2 + 20 = 116, attitude left out, 200 over → +2.
  expect([at("Name", 10), at("Total", 10), at("Rank", 10)]).toEqual(["Fay", 118, 1]);
  expect([at("Name", 11), at("Total", 11)]).toEqual(["", ""]);
});

test.each([
  ["one month", oneMonth],
  ["four months", fourMonths],
])("the scorecards of %s are the engine's in every cell", async (_, request) => {
  const book = await writtenBook(request());
  book.evaluation.sets.forEach((set, s) => {
    const several = book.evaluation.sets.length > 1;
    const sheet = sheetById(book.spec, several ? `scorecard-${s + 1}` : "scorecard");
    const header = sheet.blocks[0]?.cells[4] ?? [];
    const column = (label: string) => header.indexOf(label);
    set.cards.forEach((card, i) => {
      const row = 6 + i;
      const at = (label: string) => book.read(sheet.name, cellRef(row - 1, column(label)));
      expect([at("Name"), at("Total"), at("Rank"), at("Remark")]).toEqual([
        card.name,
        near(card.total),
        card.rank ?? "",
        card.remark,
      ]);
    });
  });
});

describeWith("libreoffice", "in other programs", () => {
  test.each([
    ["one month", oneMonth],
    ["four months", fourMonths],
  ])("%s: a valid file that LibreOffice calculates alike", async (_, request) => {
    const book = await writtenBook(request(), { spareRows: 2, cards: "each" });
    expect(await validate(await saveXlsx(book.host.workbook))).toEqual([]);
    await expectSameInLibreOffice(book);
  });
});

// Their files and what LibreOffice makes of them are the template gallery's tests.
test.each(EVALUATION_GALLERY.map((entry, i) => [entry.number, entry, LANGS[i % 2] ?? "en-US"] as const))(
  "%s of the gallery: results as the engine's",
  async (_, entry, lang) => {
    const book = await writtenBook(entry.request(lang));
    const results = sheetById(book.spec, "results");
    const total = results.blocks[0]?.cells[3]?.findIndex((header) =>
      ["Total", "Year", "总分", "年度得分"].includes(String(header)),
    );
    book.evaluation.results.forEach((result, i) => {
      const shown = book.read(results.name, cellRef(4 + i, total ?? 0));
      expect([result.name, shown]).toEqual([result.name, near(result.total)]);
    });
  },
);
