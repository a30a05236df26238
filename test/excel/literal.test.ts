import fc from "fast-check";
import { asLiteral, LONGEST_TEXT } from "../../src/excel/write/literal";

describe("text that Excel would read as something else gets an apostrophe", () => {
  test.each([
    ["a formula", "=1+1"],
    ["a formula after spaces", '  =HYPERLINK("http://x")'],
    ["a full-width formula sign", "＝1+1"],
    ["a plus sign", "+86 138 0000 0000"],
    ["a minus sign", "- see note"],
    ["an at sign", "@SUM(A1)"],
    ["a number", "007"],
    ["full-width digits", "１２３"],
    ["a grouped number", "1,234"],
    ["a decimal without zero", ".5"],
    ["an exponent", "1E5"],
    ["a percent", "92%"],
    ["money", "$5"],
    ["Chinese money", "¥1200"],
    ["an accounting negative", "(5)"],
    ["a fraction", "1/2"],
    ["a date", "2017-03-01"],
    ["an American date", "3/1/2017"],
    ["a Chinese date", "2017年3月1日"],
    ["a month and year", "Mar-17"],
    ["a month with a space", "March 2017"],
    ["a German month", "März 2017"],
    ["a time", "10:30"],
    ["a Chinese time", "上午10:30"],
    ["a Chinese-numeral date", "二〇一七年三月"],
    ["a logical value", "TRUE"],
    ["a logical value in lower case", "false"],
    ["an error", "#N/A"],
    ["a leading apostrophe, which Excel would swallow", "'quoted"],
    ["a spreadsheet separator", ",5"],
  ])("%s: %s", (_what, text) => {
    expect(asLiteral(text)).toBe(`'${text}`);
  });
});

test.each([
  "Moses Frase",
  "目标分解",
  "Cam Jones — East",
  "Rank",
  "实绩（万元）",
  "",
  "   ",
  "合计",
  "Full-time",
  "A/B",
])("plain text is written as it is: “%s”", (text) => {
  expect(asLiteral(text)).toBe(text);
});

test("text longer than a cell holds is cut where the cell ends, and says so", () => {
  const written = asLiteral("a".repeat(40_000));
  expect(written).toHaveLength(LONGEST_TEXT);
  expect(written.endsWith("…")).toBe(true);
});

test("whatever the text, what is left after the apostrophe is the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => asLiteral(text).replace(/^'/, "") === text),
  );
});

test("no text at all starts as a formula does", () => {
  fc.assert(
    fc.property(fc.constantFrom("=", "+", "-", "@", " =", "\t=", "＝"), fc.string(), (sign, rest) =>
      asLiteral(sign + rest).startsWith("'"),
    ),
  );
});
