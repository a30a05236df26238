/** A score given by raters, explained on to what each of them said and what it counted. */
import { parseRange } from "../../src/formula/references";
import { explainCell } from "../../src/jobs/evaluation/explainCell";
import { matchedIn, wordCell } from "../../src/jobs/origins/matched";
import { unguarded } from "../../src/jobs/origins/references";
import { explainLines } from "../../src/scoring/explain/step";
import { LANGS } from "../../src/words";
import { writtenBook } from "../support/evaluationBook";
import { FIVE, wordRequest, wordScheme } from "../support/wordRatings";

const SAID = {
  "zh-CN": ["“评分记录”D5：“良好”，计 85", "“评分记录”D6：“待改进”，计 50"],
  "en-US": ["On Ratings D5: “Good”, which counts 85", "On Ratings D6: “Needs work”, which counts 50"],
} as const;

test.each(LANGS)("each word and what it counted, of this person only, in %s", async (lang) => {
  const [, good = "", , work = "", poor = ""] = FIVE[lang].map(({ word }) => word);
  const book = await writtenBook(
    wordRequest(
      wordScheme(lang),
      ["Ann", "Bob"],
      [
        ["Mia", "direct", "Ann", good, 80],
        ["Cyd", "peer", "Ann", work, 70],
        ["Mia", "direct", "Bob", poor, 60],
      ],
    ),
  );
  book.host.connect();
  const view = await explainCell(lang === "zh-CN" ? "绩效考核" : "Scorecard", "B6", { lang });
  const lines = explainLines(view?.step ?? { kind: "total", id: "", text: "", value: null, steps: [] });
  for (const said of SAID[lang]) expect(lines.filter((line) => line.includes(said))).toHaveLength(1);
  expect(lines.filter((line) => line.includes(poor))).toEqual([]);
  // Numbers are listed the same way: the two that were given, nobody else's.
  const ratings = lines.filter((line) => /\[('评分记录'|'Ratings')!E\d+\]/.test(line));
  expect(ratings.map((line) => line.trim().replace(/^.*[：:] ?(\d+) .*$/, "$1"))).toEqual(["80", "70"]);
});

test("a word that is none of the scale's is said to count nothing", async () => {
  const book = await writtenBook(
    wordRequest(
      wordScheme("en-US"),
      ["Ann"],
      [
        ["Mia", "direct", "Ann", "Good", 80],
        ["Zoe", "direct", "Ann", "Good", 80],
      ],
    ),
  );
  await book.host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Ratings").protection.unprotect();
    workbook.worksheets.getItem("Ratings").getRange("D5").values = [["Fine"]];
  });
  book.host.calculate();
  const view = await explainCell("Scorecard", "B6", { lang: "en-US" });
  const lines = view ? explainLines(view.step) : [];
  expect(lines.join("\n")).toContain("On Ratings D5: “Fine” is no word of the rating and does not count");
});

describe("what is summed by conditions", () => {
  const rows: Readonly<Record<string, string | number>> = {
    ...{ A5: "Ann", B5: "Peers (all)", C5: 80, A6: "Bob", B6: "Peers (all)", C6: 70 },
    ...{ A7: "ann", B7: "Peers (all)", C7: 60, A9: "Ann" },
  };
  const valueAt = ({ row, column }: { readonly row: number; readonly column: number }) =>
    rows[`${"ABC".charAt(column)}${row + 1}`] ?? null;
  const found = (formula: string) =>
    matchedIn(formula, "Here", valueAt)?.cells.map(({ row, column }) => `${"ABC".charAt(column)}${row + 1}`);

  test.each([
    [`=SUMIFS($C$5:$C$8,$A$5:$A$8,$A9,$B$5:$B$8,"Peers (all)")/COUNTIFS($A$5:$A$8,$A9)`, ["C5", "C7"]],
    [`=IF(COUNTIFS(A5:A8,A9)<1,"",SUMIFS('It''s (2)'!C5:C8,'It''s (2)'!A5:A8,A9))`, ["C5", "C7"]],
    [`=SUMIFS(C5:C8,A5:A8,"Bob")`, ["C6"]],
    ["=SUM(C5:C8)", undefined],
    [`="SUMIFS(C5:C8,A5:A8,A9)"`, undefined],
  ])("%s", (formula, cells) => expect(found(formula)).toEqual(cells));

  test("what else the formula reads is left", () => {
    const matched = matchedIn("=SUMIFS(C5:C8,A5:A8,A9)*Rules!B2", "Here", valueAt);
    expect(matched?.rest).toBe("=0*Rules!B2");
  });
});

test("the look-up of a word names the word's cell", () => {
  const formula = `=IF(TRIM(D5)="","",IFERROR(INDEX('S'!$C$1:$C$5,MATCH(TRIM(D5),'S'!$B$1:$B$5,0)),"✘"))`;
  const { top, left } = parseRange("D5");
  expect(wordCell(formula, "Here")).toEqual({ sheet: "Here", row: top, column: left });
  expect(wordCell(`=IF(TRIM(D5)="","",LEN(D5))`, "Here")).toBeUndefined();
});

test("a condition on a name in the row is no part of the calculation", () => {
  expect(unguarded(`=IF($A6="","",IF(B6>1,"x)",2))`)).toBe(`=IF(B6>1,"x)",2)`);
  expect(unguarded(`=IF(A1="","",B1)&IF(C1="","",D1)`)).toBe(`=IF(A1="","",B1)&IF(C1="","",D1)`);
  expect(unguarded("=A1*2")).toBe("=A1*2");
});
