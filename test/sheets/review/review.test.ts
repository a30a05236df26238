/** The review's pages as people fill them in. */
import { scoreTeam } from "../../../src/scoring/scoreTeam";
import { interviewSheet, type Agreement } from "../../../src/sheets/review/interviewSheet";
import { reviewSheet, serialDay } from "../../../src/sheets/review/reviewSheet";
import { CalculatedBook } from "../../support/ironcalc";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { reviewProcess } from "../../support/reviewProcess";
import { scoredBook } from "../../support/scoredBook";
import { describeWith } from "../../support/tools";
import { workbookOf } from "../../support/workbookOf";

const EARLIER: readonly Agreement[] = [
  { name: "Moses Frase", what: "Twenty visits a week", until: "2018-03", indicator: "deals", before: 0.4 },
  {
    name: "Moses Frase",
    what: "Quote the whole list price first",
    until: "2018-03",
    indicator: "revenue",
    before: 0.7,
  },
];

function pages(lang: "zh-CN" | "en-US") {
  const { scored, sheets, names } = scoredBook(lang);
  const review = reviewSheet(scored, reviewProcess(lang));
  const interview = interviewSheet(scored, "Moses Frase", EARLIER);
  return { scored, review, interview, names, sheets: [...sheets, review, interview] };
}

test("stages say whose turn it is, late is late, a return wants a reason", () => {
  const { review, sheets } = pages("en-US");
  const book = new CalculatedBook(sheets);
  const states = () => [7, 8, 9, 10].map((row) => book.read(review.name, `G${row}`));
  expect(states()).toEqual(["▼ overdue", ...Array<string>(3).fill("waits for the stage before")]);
  book.set(review.name, "D7", "passed");
  book.set(review.name, "E7", serialDay("2018-04-03"));
  book.set(review.name, "D8", "passed");
  book.set(review.name, "E8", serialDay("2018-04-05"));
  book.set(review.name, "D9", "returned");
  expect(states()).toEqual(["● done", "▲ done late", "▼ a reason is needed", "waits for the stage before"]);
  book.set(review.name, "F9", "two actuals missing");
  expect(states()[2]).toBe("▲ returned");
});

test("an appeal waits for its answer, and the page says what still keeps it from being locked", () => {
  const { review, sheets, scored } = pages("en-US");
  const book = new CalculatedBook(sheets);
  const first = 14;
  const count = scored.people.names.length;
  expect(book.read(review.name, "A3")).toBe(`▲ still missing: 4 stages, ${count} signatures, 0 appeals`);
  book.set(review.name, `F${first}`, "a deal was booked late");
  expect(book.read(review.name, `H${first}`)).toBe("▼ appeal to be answered");
  expect(book.read(review.name, "A3")).toContain("1 appeals");
  book.set(review.name, `G${first}`, "booked in March");
  expect(book.read(review.name, `H${first}`)).toBe("▲ appeal answered");
  for (let row = 7; row <= 10; row += 1) book.set(review.name, `D${row}`, "passed");
  for (let i = 0; i < count; i += 1) book.set(review.name, `E${first + i}`, serialDay("2018-04-09"));
  expect(book.read(review.name, "A3")).toBe("● all done, ready to lock");
});

test("the interview brings along the results of whoever is picked, and what became of the agreements", () => {
  const { interview, sheets, scored } = pages("en-US");
  const book = new CalculatedBook(sheets);
  const card = (name: string) => scoreTeam(scored.scheme, scored.people).find((one) => one.name === name);
  const read = (cell: string) => book.read(interview.name, cell);
  expect([read("B6"), read("E6"), read("B7")]).toEqual([69.27, "Satisfactory", card("Moses Frase")?.rank]);
  const outcomes = interview.blocks[0]?.cells.flatMap((row, i) =>
    row[0] === EARLIER[0]?.what || row[0] === EARLIER[1]?.what ? [read(`F${i + 1}`)] : [],
  );
  // 12 of 20 is 60 % after 40 %; 37.27 of 60 is 62 % after 70 %
  expect(outcomes).toEqual(["● better", "▼ no better"]);
  book.set(interview.name, "B4", "Darcel Schlecht");
  expect([read("B6"), read("E6")]).toEqual([108, "Excellent"]);
});

describeWith("libreoffice", "the review as a file", () => {
  test.each(["zh-CN", "en-US"] as const)(
    "is valid, protected, and free of errors: %s",
    async (lang) => {
      const { sheets, names, review } = pages(lang);
      const bytes = await workbookOf({ sheets, names, activate: "review" });
      expect(await validate(bytes)).toEqual([]);
      const values = await recalculate(bytes);
      const errors = [...values].flatMap(([sheet, cells]) =>
        [...cells].flatMap(([cell, value]) => (typeof value === "object" ? [`${sheet}!${cell}`] : [])),
      );
      expect(errors).toEqual([]);
      expect(review.protect?.inputs).toEqual(["D7:F10", `E14:G${13 + 35}`]);
    },
    120_000,
  );
});
