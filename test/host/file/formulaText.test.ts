import fc from "fast-check";
import { cellRef } from "../../../src/formula/references";
import { formulaFromFile, formulaToFile, shiftFormula } from "../../../src/host/file/formulaText";

describe("functions newer than Excel 2007", () => {
  test.each([
    ["=IFNA(A1,0)", "_xlfn.IFNA(A1,0)"],
    ["=STDEV.S(A1:A9)+maxifs(A:A,B:B,1)", "_xlfn.STDEV.S(A1:A9)+_xlfn.MAXIFS(A:A,B:B,1)"],
    ["=SORT(FILTER(A1:A9,B1:B9>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))"],
    ["=SUM(A1)&\"IFNA(\" & 'IFNA(x)'!B2", "SUM(A1)&\"IFNA(\" & 'IFNA(x)'!B2"],
    ["=LET(x,A1*2,total,x+1,total/x)", "_xlfn.LET(_xlpm.x,A1*2,_xlpm.total,_xlpm.x+1,_xlpm.total/_xlpm.x)"],
    [
      "=LET(x,Rate,y,MAX(x,Rate,1),x*y)",
      "_xlfn.LET(_xlpm.x,Rate,_xlpm.y,MAX(_xlpm.x,Rate,1),_xlpm.x*_xlpm.y)",
    ],
    ['=MAP(A1:A3,LAMBDA(v,v&"v"))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v&"v"))'],
    ["=MYIFNA(1)+SUMIFS(A:A,B:B,1)", "MYIFNA(1)+SUMIFS(A:A,B:B,1)"],
  ])("%s is written %s", (shown, written) => {
    expect(formulaToFile(shown)).toBe(written);
    expect(formulaFromFile(written).toLowerCase()).toBe(shown.toLowerCase());
  });

  test("lose their prefix on opening", () => {
    expect(formulaFromFile('_xlfn._xlws.SORT(A1:A3)&"_xlfn.IFNA("')).toBe('=SORT(A1:A3)&"_xlfn.IFNA("');
  });
});

describe("a shared formula's copies", () => {
  test.each([
    ["=A1*$B$1", 2, 1, "=B3*$B$1"],
    ["=SUM($A1:A$9)", 1, 1, "=SUM($A2:B$9)"],
    ["='Q1 A1'!A1&\"A1\"", 1, 0, "='Q1 A1'!A2&\"A1\""],
    ["=SUM(A:A,1:1)", 1, 1, "=SUM(B:B,2:2)"],
    ["=LOG10(A1)+Taxes2024+TRUE", 1, 0, "=LOG10(A2)+Taxes2024+TRUE"],
    ["=ABC1:ABC2+XYZ12(1)", 0, 1, "=ABD1:ABD2+XYZ12(1)"],
  ])("%s, %i down and %i right, is %s", (formula, rows, columns, copied) => {
    expect(shiftFormula(formula, rows, columns)).toBe(copied);
  });

  test("come back when shifted back", () => {
    const place = fc.integer({ min: 100, max: 900 });
    const shift = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(
        place,
        place,
        fc.boolean(),
        fc.boolean(),
        shift,
        shift,
        (row, column, absRow, absColumn, down, right) => {
          const formula = `=ROUND(${cellRef(row, column, { absRow, absColumn })},2)`;
          expect(shiftFormula(shiftFormula(formula, down, right), -down, -right)).toBe(formula);
        },
      ),
    );
  });
});
