/** The trial's pages: held against the engine in the host's calculator and in LibreOffice. */
import { parseChange } from "../../../src/scoring/whatif/changes";
import { whatIf } from "../../../src/scoring/whatif/whatIf";
import { calibrationSheet } from "../../../src/sheets/analysis/calibrationSheet";
import { readScored } from "../../../src/sheets/analysis/readScored";
import { whatIfSheets } from "../../../src/sheets/analysis/whatIfSheet";
import { CalculatedBook } from "../../support/ironcalc";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { scoredBook } from "../../support/scoredBook";
import { describeWith } from "../../support/tools";
import { workbookOf } from "../../support/workbookOf";

const CHANGES = ["revenue.weight=50", "deals.threshold=120"].map(parseChange);

function trial(lang: "zh-CN" | "en-US") {
  const { scored, sheets, names } = scoredBook(lang);
  const result = whatIf({ scheme: scored.scheme, people: scored.people, changes: CHANGES });
  const pages = whatIfSheets(scored, result.scheme, result.made).sheets;
  const calibration = calibrationSheet(scored);
  return { scored, result, names, pages, calibration, sheets: [...sheets, ...pages, calibration] };
}

/** The first person's row: below the header, which stands seven rows below the title and the changes. */
const firstRow = (result: ReturnType<typeof trial>["result"]) => 4 + result.made.length + 4;

function expectComparison({ result }: ReturnType<typeof trial>, read: (cell: string) => unknown): void {
  const shown = (value: number | string | null) =>
    value === null ? "" : typeof value === "number" ? expect.closeTo(value, 9) : value;
  result.people.forEach(({ name, before, after }, i) => {
    const row = firstRow(result) + i;
    const cells = ["B", "C", "D", "F", "G", "H", "I"].map((column) => read(`${column}${row}`) ?? "");
    const engine = [before.total, after.total, before.grade, after.grade, before.rank, after.rank];
    expect(cells).toEqual([name, ...engine.map(shown)]);
  });
}

test.each(["zh-CN", "en-US"] as const)("the comparison's formulas say what the engine says: %s", (lang) => {
  const all = trial(lang);
  const book = new CalculatedBook(all.sheets);
  expectComparison(all, (cell) => book.read(all.pages[0]?.name ?? "", cell));
});

test("points added to a unit move its people's grades, and nobody else's", () => {
  const { scored, sheets, calibration } = trial("en-US");
  const book = new CalculatedBook(sheets);
  const { people } = scored;
  const start = 6 + 3 + 22 + 1;
  const grades = () => people.names.map((_, i) => book.read(calibration.name, `F${start + i}`));
  const before = grades();
  expect(before).toEqual(people.names.map((_, i) => book.read(calibration.name, `D${start + i}`)));
  book.set(calibration.name, "H6", 12);
  const after = grades();
  const moved = after.flatMap((grade, i) => (grade === before[i] ? [] : [people.units[i]]));
  expect(new Set(moved)).toEqual(new Set(["Central"]));
  expect(Number(book.read(calibration.name, "I6"))).toBeCloseTo(
    Number(book.read(calibration.name, "C6")) + 12,
    9,
  );
});

test("a finished scorecard reads back to the people and the scheme it was made from", () => {
  const { scored, sheets } = scoredBook("zh-CN");
  const [card, scheme] = sheets.map(({ name, blocks }) => ({
    tab: name,
    rows: (blocks[0]?.cells ?? []).map((row) => row.map((cell) => (typeof cell === "object" ? null : cell))),
  }));
  if (!card || !scheme) throw new Error("Two sheets");
  const read = readScored(scheme, card);
  expect(read).toMatchObject({ scored: { people: scored.people, layout: scored.layout } });
});

describeWith("libreoffice", "the trial as a file", () => {
  test.each(["zh-CN", "en-US"] as const)(
    "is valid and calculates the same: %s",
    async (lang) => {
      const all = trial(lang);
      const bytes = await workbookOf({ sheets: all.sheets, names: all.names, activate: "whatif" });
      expect(await validate(bytes)).toEqual([]);
      const values = await recalculate(bytes);
      expectComparison(all, (cell) => values.get(all.pages[0]?.name ?? "")?.get(cell));
      const errors = [...values].flatMap(([sheet, cells]) =>
        [...cells].flatMap(([cell, value]) => (typeof value === "object" ? [`${sheet}!${cell}`] : [])),
      );
      expect(errors).toEqual([]);
    },
    120_000,
  );
});
