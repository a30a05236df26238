import { withoutLinks } from "../../src/host/calc/hyperlinks";
import { createNodeHost } from "../../src/host/node";
import { runSession } from "../../src/excel/session";

test.each([
  [`=HYPERLINK("#'Q1'!A1","first quarter")`, `=("first quarter")`],
  [`="→ "&HyperLink("#"&"B,(" & A1,B1&", too")&"."`, `="→ "&(B1&", too")&"."`],
  [`=HYPERLINK(A1)`, `=(A1)`],
  [`=IF(A1,HYPERLINK("a",IF(B1,"x","y")),HYPERLINK("b"))`, `=IF(A1,(IF(B1,"x","y")),("b"))`],
  [`=HYPERLINK("a",HYPERLINK("b","c"))`, `=(("c"))`],
  [`="HYPERLINK(1,2)"&MYHYPERLINK(1,2)`, `="HYPERLINK(1,2)"&MYHYPERLINK(1,2)`],
])("%s shows what %s is", (formula, shown) => {
  expect(withoutLinks(formula)).toBe(shown);
});

test("a cell with a link shows its words and keeps its formula", async () => {
  const host = createNodeHost();
  const link = `=HYPERLINK("#'Sheet1'!C3",A1&"!")`;
  await runSession({ doing: "writing" }, async ({ workbook, sync }) => {
    const range = workbook.worksheets.getActiveWorksheet().getRange("A1:B1");
    range.formulas = [["there", link]];
    range.load("values,formulas");
    await sync();
    expect([range.values, range.formulas]).toEqual([[["there", "there!"]], [["there", link]]]);
  });
  expect(host.workbook.sheets).toHaveLength(1);
});
