import fc from "fast-check";
import { createWorkbook } from "../../src/host/book/emptyWorkbook";
import { plainDigits } from "../../src/host/calc/calc";
import { createNodeHost } from "../../src/host/node";
import { codeOf, newHost, sheet1, typed } from "./support";

describe("formulas", () => {
  test("are computed with all their digits", async () => {
    const read = await typed(newHost(), "A1:A5", [
      ["=1/3"],
      ["=0.1+0.2"],
      ["=2^60/7"],
      ["=-1E-20/3"],
      ["=1234567890123456"],
    ]);
    expect(read.values).toEqual([[1 / 3], [0.1 + 0.2], [2 ** 60 / 7], [-1e-20 / 3], [1234567890123456]]);
  });

  test("give text, booleans and errors as Office.js does", async () => {
    const read = await typed(newHost(), "A1:D1", [['="5 AM"', "=1=1", "=1/0", "=Z1"]]);
    expect(read.values).toEqual([["5 AM", true, "#DIV/0!", 0]]);
    expect(read.valueTypes).toEqual([["String", "Boolean", "Error", "Double"]]);
  });

  test("are computed once however many cells changed, and not at all when nobody asks", async () => {
    const host = newHost();
    await host.run(async (context) => {
      for (let row = 1; row <= 20; row++)
        sheet1(context).getRange(`A${row}:B${row}`).values = [[row, `=A${row}*2`]];
      await context.sync();
      expect(host.recalculations).toBe(0);
      const range = sheet1(context).getRange("B1:B20");
      range.load("values,text");
      await context.sync();
      expect(range.values[19]).toEqual([40]);
    });
    expect(host.recalculations).toBe(1);
  });

  test("see changes of other sheets, also of sheets nobody spoke of before", async () => {
    await newHost().run(async (context) => {
      const data = context.workbook.worksheets.add("数据 1");
      data.getRange("A1:A3").values = [[1], [2], [3]];
      const total = sheet1(context).getRange("A1");
      total.formulas = [["=SUM('数据 1'!A1:A3)"]];
      total.load("values");
      await context.sync();
      expect(total.values).toEqual([[6]]);
      data.getRange("A3").values = [[30]];
      total.load("values");
      await context.sync();
      expect(total.values).toEqual([[33]]);
    });
  });

  test("can use names, of the workbook and of a sheet", async () => {
    await newHost().run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange("A1").values = [[0.2]];
      context.workbook.names.add("growth", sheet.getRange("A1"), "Growth on last year");
      sheet.names.add("base", "=100");
      const result = sheet.getRange("B1");
      result.formulas = [["=base*(1+growth)"]];
      result.load("values");
      const name = context.workbook.names.getItem("growth");
      name.load("formula,value,comment,type,scope");
      await context.sync();
      expect(result.values).toEqual([[120]]);
      expect([name.formula, name.value, name.comment, name.type, name.scope]).toEqual([
        "=Sheet1!$A$1",
        0.2,
        "Growth on last year",
        "Range",
        "Workbook",
      ]);
    });
  });

  test("in manual mode wait until they are told", async () => {
    await newHost().run(async (context) => {
      context.workbook.application.calculationMode = "Manual";
      const range = sheet1(context).getRange("A1");
      range.formulas = [["=1+1"]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[""]]);
      context.workbook.application.calculate("Full");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[2]]);
    });
  });

  test("constants keep their exact value through a formula", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
        async (value) => {
          const read = await typed(newHost(), "A1:B1", [[value, "=A1"]]);
          expect(read.values[0]?.[1]).toBe(value === 0 ? 0 : value);
        },
      ),
      { numRuns: 60, examples: [[1e-7], [123456789.12345679], [-5e-324]] },
    );
  });

  test("numbers are written without an exponent", () => {
    expect(plainDigits(1e-7)).toBe("0.0000001");
    expect(plainDigits(-1.5e21)).toBe("-1500000000000000000000");
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(plainDigits(value)) + 0).toBe(value + 0);
        expect(plainDigits(value)).not.toMatch(/e/i);
      }),
    );
  });
});

describe("results that came with an opened file", () => {
  const opened = () => {
    const workbook = createWorkbook("Opened.xlsx");
    const cells = workbook.sheets[0]?.cells ?? new Map();
    cells.set(
      0,
      new Map([
        [0, { value: 2, style: 0 }],
        [1, { value: 10, formula: "=WEBSERVICE_X(A1)", style: 0 }],
        [2, { value: 20, formula: "=B1*2", style: 0 }],
      ]),
    );
    return createNodeHost(workbook);
  };

  test("stand when the engine lacks the function, also for what is computed from them", async () => {
    const host = opened();
    await host.run(async (context) => {
      const range = sheet1(context).getRange("B1:C1");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[10, 20]]);
    });
  });

  test("are given up when their inputs change", async () => {
    const host = opened();
    host.calculate();
    await host.run(async (context) => {
      sheet1(context).getRange("A1").values = [[3]];
      const range = sheet1(context).getRange("B1:C1");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["#NAME?", "#NAME?"]]);
    });
  });
});

test("a reference to a deleted sheet is #REF!", async () => {
  const host = newHost();
  await host.run(async (context) => {
    context.workbook.worksheets.add("Gone").getRange("A1").values = [[1]];
    const range = sheet1(context).getRange("A1");
    range.formulas = [['=Gone!A1&"Gone!A1"']];
    context.workbook.worksheets.getItem("Gone").delete();
    range.load("values,formulas");
    await context.sync();
    expect(range.values).toEqual([["#REF!"]]);
    expect(range.formulas).toEqual([['=#REF!&"Gone!A1"']]);
  });
  expect(await codeOf(host, (context) => context.workbook.worksheets.getItem("Gone").load("name"))).toBe(
    "ItemNotFound",
  );
});
