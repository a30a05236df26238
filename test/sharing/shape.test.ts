import { printOf } from "../../src/sharing/shape";

const formula = (text: string) => printOf({ formula: text });

test("the same formula as different programs write it", () => {
  expect(formula("=IF(ISBLANK('My actuals'!D5),\"\",SUM(A1:A9)*1E-12)")).toBe(
    formula("=if( isblank('My actuals'!D5), \"\", sum(A1:A9) * 0.000000000001 )"),
  );
  expect(formula("='考核方案'!$B$7")).toBe(formula("=考核方案!$B$7"));
});

test("another formula, another literal, another number", () => {
  expect(formula("=A1+B1")).not.toBe(formula("=A1+B2"));
  expect(formula('="yes"')).not.toBe(formula('="YES"'));
  expect(formula("=A1*1.2")).not.toBe(formula("=A1*1.3"));
  expect(formula("=A1")).not.toBe(printOf("A1"));
});

test("numbers are compared as far as programs keep them", () => {
  expect(printOf(0.1 + 0.2)).toBe(printOf(0.3));
  expect(printOf(37431)).not.toBe(printOf("37431"));
});
