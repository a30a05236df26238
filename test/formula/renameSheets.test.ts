import { renameSheets } from "../../src/formula/references";

const names = new Map([
  ["Plan", "目标 表"],
  ["目标", "Targets"],
  ["Bob's", "Ann's"],
]);

test.each([
  [`=Plan!A1+plan!$B$2`, `='目标 表'!A1+'目标 表'!$B$2`],
  [`='Plan'!A1:B2`, `='目标 表'!A1:B2`],
  [`=SUM(目标!A1,'目标'!A2)`, `=SUM('Targets'!A1,'Targets'!A2)`],
  [`='Bob''s'!A1`, `='Ann''s'!A1`],
  [`="Plan!A1 ""Plan!"""&Plan!A1`, `="Plan!A1 ""Plan!"""&'目标 表'!A1`],
  [`=MyPlan!A1+'Old Plan'!A1`, `=MyPlan!A1+'Old Plan'!A1`],
  [`=[1]Plan!A1+'[Book.xlsx]Plan'!A1`, `=[1]Plan!A1+'[Book.xlsx]Plan'!A1`],
  [`=SUM(Plan:Other!A1)`, `=SUM('目标 表:Other'!A1)`],
  [`=IF(A1=#REF!,Plan,Plan!A1)`, `=IF(A1=#REF!,Plan,'目标 表'!A1)`],
  [`=Table1[Plan!]&Plan!A1`, `=Table1[Plan!]&'目标 表'!A1`],
])("%s", (formula, expected) => {
  expect(renameSheets(formula, names)).toBe(expected);
});

test("swapping two names does not run in circles", () => {
  const swap = new Map([
    ["A", "B"],
    ["B", "A"],
  ]);
  expect(renameSheets("=A!A1-B!A1", swap)).toBe("='B'!A1-'A'!A1");
});
