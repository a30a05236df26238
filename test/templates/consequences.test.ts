/** What follows from a grade stands where people look for it, and follows the scheme page. */
import { readScheme } from "../../src/sheets/evaluation/readScheme";
import type { GridValue } from "../../src/sheets/readBack";
import { findTemplate } from "../../src/templates/gallery";
import { templateBook } from "../../src/templates/template";
import { finishBook, type FinishedBook } from "../support/finishedBook";

function textsOf({ host }: FinishedBook, tab: string): GridValue[][] {
  const sheet = host.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`there is no page ${tab}`);
  const rows: GridValue[][] = [];
  for (const [row, line] of sheet.cells)
    for (const [column, { value }] of line) {
      const cells = (rows[row] ??= []);
      cells[column] = typeof value === "object" && value !== null ? 0 : value;
    }
  return Array.from(rows, (cells = []) => Array.from(cells, (value = null) => value));
}

test.each([
  [
    "zh-CN",
    "成绩汇总",
    "个人考核表",
    "考核方案",
    "后果",
    "陈敏",
    "降薪：年薪下调 10 %，半年内改进",
    "奖励：年度奖金按 120 % 发放",
  ],
  [
    "en-US",
    "Results",
    "Card",
    "Scheme",
    "What follows",
    "Chen Min",
    "Pay cut: 10 % off, half a year to improve",
    "Reward: 120 % of the year's bonus",
  ],
] as const)(
  "D9 in %s: each grade's consequence beside the person, on the card, and back from the scheme page",
  async (lang, results, card, rules, header, capped, cut, reward) => {
    const template = findTemplate("D9");
    if (!template) throw new Error("there is no D9");
    const book = await finishBook(templateBook(template, lang), lang);
    const table = textsOf(book, results);
    const column = table.find((row) => row.includes(header))?.indexOf(header) ?? -1;
    // 98.37 points would be an A: the accident caps the grade at C, and C is what counts.
    expect(table.find((row) => row.includes(capped))?.[column]).toBe(cut);
    expect(textsOf(book, card).find((row) => row[0] === header)?.[4]).toBe(reward);
    const read = readScheme(textsOf(book, rules), rules);
    if (!("scheme" in read)) throw new Error("the scheme page reads back");
    expect(read.scheme.grades.map(({ consequence }) => consequence)).toEqual([
      reward,
      expect.any(String),
      cut,
      expect.any(String),
    ]);
  },
);
