import fc from "fast-check";
import { parseChineseNumber } from "../../../src/records/clean/chineseNumber";
import { isErrorValue, isPlaceholder, parseNumber } from "../../../src/records/clean/number";

test.each([
  ["1054", 1054],
  ["12,000", 12_000],
  ["1,234,567.89", 1_234_567.89],
  ["12,0000", 120_000],
  [" 1 234 ", 1234],
  ["１２３．５", 123.5],
  ["¥1,200.00", 1200],
  ["￥1200元", 1200],
  ["$ 3,000", 3000],
  ["RMB 500", 500],
  ["(1,234.50)", -1234.5],
  ["（300）", -300],
  ["-42", -42],
  ["−42", -42],
  ["42-", -42],
  ["-¥42", -42],
  ["+7", 7],
  ["3.5万", 35_000],
  ["1.13万", 11_300],
  ["120万元", 1_200_000],
  ["1.2亿", 120_000_000],
  ["1,2 亿", 120_000_000],
  ["12k", 12_000],
  ["1.5M", 1_500_000],
  ["92%", 0.92],
  ["92 %", 0.92],
  ["９２％", 0.92],
  ["12台", 12],
  ["3天", 3],
  ["一百二十万", 1_200_000],
  ["两万五", 25_000],
  ["三千零五", 3005],
  ["十二", 12],
  ["壹佰元整", 100],
  ["1e3", 1000],
])("%s is %d", (text, value) => {
  expect(parseNumber(text)?.value).toBe(value);
});

test.each(["待定", "Anna", "12a", "1,23,4", "1.2.3", "", "N/A", "2017-03-01", "3-4", "万", "--5-"])(
  "%s is no number",
  (text) => {
    expect(parseNumber(text)).toBeUndefined();
  },
);

test("a cell's own unit is told apart from the column's", () => {
  expect(parseNumber("3.5万")).toMatchObject({ ownUnit: true });
  expect(parseNumber("3.5")).toMatchObject({ ownUnit: false });
  expect(parseNumber("12台")).toMatchObject({ ownUnit: false });
});

test("a decimal comma says so, since it may be a slip", () => {
  expect(parseNumber("1,5")).toMatchObject({ value: 1.5, form: "decimal-comma" });
  expect(parseNumber("1.234,56")).toMatchObject({ value: 1234.56, form: "decimal-comma" });
  expect(parseNumber("1,500")).toMatchObject({ value: 1500, form: "plain" });
});

test("Chinese numerals up to 亿", () => {
  expect(parseChineseNumber("二〇一七")).toBe(2017);
  expect(parseChineseNumber("一亿零三百万")).toBe(103_000_000);
  expect(parseChineseNumber("一万亿")).toBe(1e12);
  expect(parseChineseNumber("张三")).toBeUndefined();
});

test("whatever a locale writes is read back", () => {
  const amount = fc.integer({ min: -1e9, max: 1e9 });
  fc.assert(fc.property(amount, (n) => expect(parseNumber(n.toLocaleString("en-US"))?.value).toBe(n)));
  fc.assert(fc.property(amount, (n) => expect(parseNumber(`${n / 100}`)?.value).toBe(n / 100)));
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string(), (text) => void parseNumber(text)));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0一二十百千万亿元%.,-()（）¥ ") }),
      (text) => void parseNumber(text),
    ),
  );
});

test("marks for nothing, and Excel's errors", () => {
  expect(["-", "——", "/", "无", "N/A", "n/a"].map(isPlaceholder)).toEqual(Array(6).fill(true));
  expect(["0", "无锡", "-5"].map(isPlaceholder)).toEqual([false, false, false]);
  expect(["#N/A", "#REF!", "#DIV/0!", "#1", "N/A"].map(isErrorValue)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
