import { planNames, renameNames } from "../../src/excel/names";

test("only the name is renamed: not the text, the function, the sheet or a longer word", () => {
  const to = new Map([["cap", "Cap_2"]]);
  expect(renameNames(`=Cap*B2&"Cap"+CAP(1)+Cap!A1+'Cap'!A1+Capital+Table[Cap]+cap`, to)).toBe(
    `=Cap_2*B2&"Cap"+CAP(1)+Cap!A1+'Cap'!A1+Capital+Table[Cap]+Cap_2`,
  );
});

const record = (name: string, formula: string) => ({ name, formula, comment: "" });

test("names that do not exist are made", () => {
  const plan = planNames(
    [{ name: "Cap", refersTo: "='Scheme'!$C$5" }],
    [],
    [],
    new Map([["Scheme", "Scheme"]]),
    new Map(),
  );
  expect(plan).toMatchObject({ add: [{ name: "Cap" }], repoint: [], remove: [], ours: ["Cap"] });
});

test("ours are pointed at the new sheet, under the tab name it gets", () => {
  const current = [record("Cap", "='方案'!$C$4")];
  const plan = planNames(
    [{ name: "Cap", refersTo: "='Scheme'!$C$5" }],
    current,
    ["Cap"],
    new Map([["Scheme", "Scheme (2)"]]),
    new Map([["方案", "Scheme (2)"]]),
  );
  expect(plan).toMatchObject({ add: [], repoint: [record("Cap", "='Scheme (2)'!$C$5")], before: current });
});

test("a person's name of the same word stays theirs; ours takes another", () => {
  const current = [record("cap", "=Budget!$A$1")];
  const plan = planNames([{ name: "Cap", refersTo: "='Scheme'!$C$5" }], current, [], new Map(), new Map());
  expect(plan.add).toEqual([{ name: "Cap_2", refersTo: "='Scheme'!$C$5" }]);
  expect(plan.renamed).toEqual(new Map([["cap", "Cap_2"]]));
  expect(plan.repoint).toEqual([]);
});

test("a person's name that points at a replaced sheet follows to its successor", () => {
  const plan = planNames(
    [],
    [record("MyTotal", "=目标!$N$40")],
    [],
    new Map(),
    new Map([["目标", "Targets"]]),
  );
  expect(plan.repoint).toEqual([record("MyTotal", "='Targets'!$N$40")]);
});

test("it is written again even when the tab name stays: Excel turns it towards the sheet set aside", () => {
  const current = [record("MyTotal", "=Targets!$N$40")];
  expect(planNames([], current, [], new Map(), new Map([["Targets", "Targets"]])).repoint).toEqual(current);
});

test("ours that only knew a replaced sheet go; those of other sheets stay", () => {
  const current = [record("Old", "=Targets!$A$1"), record("Other", "=Scheme!$A$1")];
  const plan = planNames([], current, ["Old", "Other"], new Map(), new Map([["Targets", "Targets"]]));
  expect(plan).toMatchObject({ remove: ["Old"], ours: ["Other"], before: [current[0]] });
});
