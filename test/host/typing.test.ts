import { codeOf, newHost, sheet1, typed } from "./support";

describe("what writing values makes of them", () => {
  test.each<[unknown, unknown, string, string]>([
    [42, 42, "Double", "General"],
    ["42", 42, "Double", "General"],
    ["1,234.5", 1234.5, "Double", "#,##0.00"],
    ["12%", 0.12, "Double", "0%"],
    ["12.5%", 0.125, "Double", "0.00%"],
    ["3/15/2018", 43174, "Double", "m/d/yyyy"],
    ["TRUE", true, "Boolean", "General"],
    ["#N/A", "#N/A", "Error", "General"],
    ["'=1+1", "=1+1", "String", "General"],
    ["'007", "007", "String", "General"],
    ["GTX Basic", "GTX Basic", "String", "General"],
    ["-", "-", "String", "General"],
    ["", "", "Empty", "General"],
  ])("%p reads back as %p, %s", async (written, value, type, format) => {
    const read = await typed(newHost(), "A1", [[written]]);
    expect([read.values[0]?.[0], read.valueTypes[0]?.[0], read.numberFormat[0]?.[0]]).toEqual([
      value,
      type,
      format,
    ]);
  });

  test("text that reads as a formula becomes one unless an apostrophe says it is text", async () => {
    const read = await typed(newHost(), "A1:D1", [["=1+2", "+1+2", "-A1", "'-A1"]]);
    expect(read.formulas).toEqual([["=1+2", "=+1+2", "=-A1", "-A1"]]);
    expect(read.values).toEqual([[3, 3, -3, "-A1"]]);
  });

  test("null leaves a cell as it is, an empty text clears it", async () => {
    const host = newHost();
    await typed(host, "A1:B1", [[1, 2]]);
    expect((await typed(host, "A1:B1", [[null, ""]])).values).toEqual([[1, ""]]);
  });

  test("a cell formatted as text keeps what it is given", async () => {
    await newHost().run(async (context) => {
      const range = sheet1(context).getRange("A1:A2");
      range.numberFormat = [["@"], ["@"]];
      range.values = [["=1+1"], ["007"]];
      range.load("values,valueTypes");
      await context.sync();
      expect(range.values).toEqual([["=1+1"], ["007"]]);
      expect(range.valueTypes).toEqual([["String"], ["String"]]);
    });
  });

  test("one value fills the range; a table of another size is refused and nothing is written", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const range = sheet1(context).getRange("A1:B2");
      range.values = 5 as unknown as unknown[][];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        [5, 5],
        [5, 5],
      ]);
    });
    expect(await codeOf(host, (context) => (sheet1(context).getRange("A1:B2").values = [[1, 2]]))).toBe(
      "InvalidArgument",
    );
    expect(host.workbook.sheets[0]?.cells.get(0)?.get(0)?.value).toBe(5);
  });

  test("what is no formula is refused", async () => {
    for (const formula of ["=SUM(1,2", "=1+", '="abc', "=A1+*2", "=)"]) {
      expect(
        await codeOf(newHost(), (context) => (sheet1(context).getRange("A1").formulas = [[formula]])),
      ).toBe("InvalidArgument");
    }
  });

  test("text follows the number format", async () => {
    await newHost().run(async (context) => {
      const range = sheet1(context).getRange("A1:C1");
      range.values = [[12006641, 0.1234, 43174]];
      range.numberFormat = [["#,##0", "0.0%", 'yyyy"年"m"月"d"日"']];
      range.load("text");
      await context.sync();
      expect(range.text).toEqual([["12,006,641", "12.3%", "2018年3月15日"]]);
    });
  });
});
