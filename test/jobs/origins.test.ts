/** An input explained on to where it came from: the pages' cells, the ledger's rows, a cell of people's own tables. */
import { explainCell } from "../../src/jobs/evaluation/explainCell";
import { passesOn, referencesIn } from "../../src/jobs/origins/references";
import { previewRun, surveyWorkbook, writeRun } from "../../src/jobs/run";
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { createNodeHost } from "../../src/host/node";
import { explainLines, type ExplainStep } from "../../src/scoring/explain/step";
import type { Lang } from "../../src/words";
import { MARCH, monthlyFile } from "../support/books";

describe("what a formula reads", () => {
  const places = (formula: string) =>
    referencesIn(formula, "Here").map(({ sheet, top, left, bottom, right }) => [
      sheet,
      top,
      left,
      bottom,
      right,
    ]);

  test.each([
    [`=IF(ISBLANK('实绩'!$P$9),"",'实绩'!$P$9)`, [["实绩", 8, 15, 8, 15]]],
    ["=SUM(D9:O9)", [["Here", 8, 3, 8, 14]]],
    [
      `='It''s (2)'!A1+Data!B$2`,
      [
        ["It's (2)", 0, 0, 0, 0],
        ["Data", 1, 1, 1, 1],
      ],
    ],
    [`="A1"&LOG10(C3)`, [["Here", 2, 2, 2, 2]]],
    ["=attain_cap*2", []],
  ])("%s", (formula, expected) => {
    expect(places(formula)).toEqual(expected);
  });

  test("handing on is no calculation", () => {
    expect(passesOn("=Data!B2")).toBe(true);
    expect(passesOn(`=IF(ISBLANK('实绩'!$P$9),"",'实绩'!$P$9)`)).toBe(true);
    expect(passesOn("=Data!B2*2")).toBe(false);
    expect(passesOn(`=IF(ISBLANK(A1),"",B1)`)).toBe(false);
  });
});

async function explained(lang: Lang, find: (lines: readonly ExplainStep[]) => boolean) {
  const surveyed = await surveyWorkbook({ lang });
  for (let row = 6; row < 50; row += 1) {
    const tab = lang === "zh-CN" ? "绩效考核" : "Scorecard";
    const view = await explainCell(tab, `B${row}`, { lang, surveyed });
    if (view && find([view.step])) return explainLines(view.step);
  }
  throw new Error("nobody found");
}

test("a ledger: through the actuals page to the rows of the deals", async () => {
  const host = createNodeHost(await sampleWorkbook());
  const options = { lang: "en-US" } as const;
  await writeRun(await previewRun(await surveyWorkbook(options), {}, options), options);
  host.calculate();
  const lines = await explained("en-US", ([step]) => step?.text.startsWith("Moses Frase") ?? false);
  expect(lines).toEqual(
    expect.arrayContaining([
      "    Revenue = 207,182  ['Scorecard'!D10]",
      "      Worked out on Actuals P9 (Year): SUM(D9:O9) = 207,182  ['Actuals'!P9]",
      "        Stands on Actuals F9 (Mar): 16,112  ['Actuals'!F9]",
      expect.stringMatching(
        /^ {6}Ledger Sales pipeline: 129 deals Moses Frase won in 2017, 207,182 in all \(rows 2, 5, 23, .* and 121 more\) {2}\['Sales pipeline'!B2\]$/,
      ),
      expect.stringMatching(/66 deals Moses Frase lost in 2017/),
    ]),
  );
  // Corrected on the actuals page: what the ledger says is no longer what is used, and that is said.
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Actuals").getRange("Q9").values = [[140]];
  });
  host.calculate();
  const changed = await explained("en-US", ([step]) => step?.text.startsWith("Moses Frase") ?? false);
  expect(changed).toContainEqual(expect.stringMatching(/now says \d+, not the 140 used/));
});

test("a file about people: the data page, then the cell of their own sheet", async () => {
  const host = await monthlyFile(MARCH);
  const options = { lang: "zh-CN" } as const;
  await writeRun(await previewRun(await surveyWorkbook(options), {}, options), options);
  host.calculate();
  const lines = await explained("zh-CN", ([step]) => step?.text.startsWith("王建国") ?? false);
  const origins = lines.filter((line) => /读自|写在|来自/.test(line)).map((line) => line.trim());
  expect(origins).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^写在“考核数据”[A-Z]+\d+（.*）：/),
      expect.stringMatching(/^读自“销售”[A-Z]\d：[\d,.]+ {2}\['销售'![A-Z]\d\]$/),
      expect.stringMatching(/^读自“评价”/),
    ]),
  );
});
