import fc from "fast-check";
import {
  ABSOLUTE,
  cellRef,
  columnIndex,
  columnName,
  parseRange,
  quoteSheet,
  rangeRef,
} from "../../src/formula/references";

test("columns are lettered as in Excel", () => {
  expect([0, 25, 26, 27, 701, 702, 16_383].map(columnName)).toEqual([
    "A",
    "Z",
    "AA",
    "AB",
    "ZZ",
    "AAA",
    "XFD",
  ]);
  fc.assert(fc.property(fc.nat(16_383), (i) => columnIndex(columnName(i)) === i));
  expect(columnIndex("xfd")).toBe(16_383);
});

test("cells and ranges", () => {
  expect(cellRef(11, 5, { absColumn: true })).toBe("$F12");
  expect(cellRef(4, 2, { ...ABSOLUTE, sheet: "考核方案" })).toBe("'考核方案'!$C$5");
  expect(rangeRef(4, 2, 9, 3, ABSOLUTE)).toBe("$C$5:$D$10");
});

test("sheet names are always quoted, quotes inside doubled", () => {
  expect(quoteSheet("目标 表")).toBe("'目标 表'");
  expect(quoteSheet("Q1 '26")).toBe("'Q1 ''26'");
});

test("parsing gives back what was written, whatever the sheet is called", () => {
  const rectangle = fc.record({
    top: fc.nat(999),
    left: fc.nat(99),
    bottom: fc.nat(999),
    right: fc.nat(99),
    sheet: fc.string({ minLength: 1 }),
  });
  fc.assert(
    fc.property(
      rectangle,
      fc.boolean(),
      fc.boolean(),
      ({ top, left, bottom, right, sheet }, absRow, absColumn) => {
        expect(parseRange(rangeRef(top, left, bottom, right, { absRow, absColumn, sheet }))).toEqual({
          top: Math.min(top, bottom),
          left: Math.min(left, right),
          bottom: Math.max(top, bottom),
          right: Math.max(left, right),
          sheet,
        });
      },
    ),
  );
});

test("what is not a range is refused", () => {
  for (const text of ["", "A", "A0", "A:A", "XFE1", "A1048577", "A1:B2:C3"])
    expect(() => parseRange(text)).toThrow(RangeError);
});
