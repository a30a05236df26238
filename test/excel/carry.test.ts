import { carryOver, contentOfGrid, contentOfSpec, findEdits, remember } from "../../src/excel/swap/carry";
import type { SheetSpec } from "../../src/sheets/spec";

/** Two reps with a yellow target each. */
const sheet = (targets: Record<string, number>): SheetSpec => ({
  id: "scorecard",
  name: "Scorecard",
  blocks: [
    { at: "A1", cells: [["Scorecard", null, null]] },
    {
      at: "A3",
      cells: [
        ["Rep", "Target", "Score"],
        ...Object.entries(targets).map(([rep, target], i) => [rep, target, { formula: `=B${4 + i}*2` }]),
      ],
    },
  ],
  formats: [{ range: `B4:B${3 + Object.keys(targets).length}`, style: ["number", "input"] }],
});
const written = sheet({ Ann: 100, Bob: 200 });
const ours = { spec: "scorecard", id: "{1}", tab: "Scorecard", ...remember(written) };
/** As Excel answers: formulas as formulas, and their results, here always 0. */
const asRead = (rows: (string | number | boolean)[][]) => {
  const results = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? 0 : cell)),
  );
  return contentOfGrid(rows, results, 0, 0);
};
const untouched = [
  ["Scorecard", "", ""],
  ["", "", ""],
  ["Rep", "Target", "Score"],
  ["Ann", 100, "=B4*2"],
  ["Bob", 200, "=B5*2"],
];
const change = (row: number, column: number, value: string | number) =>
  untouched.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? value : cell)));

test("a sheet nobody touched shows no edits, however Excel writes its formulas", () => {
  expect(findEdits(ours, asRead(untouched))).toEqual({ typed: [], edited: false });
  expect(findEdits(ours, asRead(change(3, 2, "=$B$4*2")))).toEqual({ typed: [], edited: false });
});

test("a typed input is found with its row and column", () => {
  expect(findEdits(ours, asRead(change(3, 1, 150)))).toEqual({
    typed: [{ row: "Ann", column: "Target", value: 150, formula: false }],
    edited: false,
  });
});

test("a formula overwritten, a label changed or a note added is an edit", () => {
  for (const grid of [change(3, 2, 9), change(0, 0, "My card"), change(1, 0, "a note")])
    expect(findEdits(ours, asRead(grid)).edited).toBe(true);
});

test("sorting is no edit, and typed inputs move with their rows", () => {
  const sorted = [...untouched.slice(0, 3), ["Bob", 250, "=B4*2"], ["Ann", 100, "=B5*2"]];
  expect(findEdits(ours, asRead(sorted))).toEqual({
    typed: [{ row: "Bob", column: "Target", value: 250, formula: false }],
    edited: false,
  });
});

test("typed values find their place on the next sheet by label", () => {
  const next = sheet({ Zoe: 90, Bob: 210, Ann: 110 });
  const { spec, placed, homeless } = carryOver(next, [
    { row: "Ann", column: "Target", value: 150, formula: false },
  ]);
  expect(placed).toEqual([{ cell: "B6", value: 150 }]);
  expect(homeless).toEqual([]);
  expect(contentOfSpec(spec).at(5, 1).value).toBe(150);
  expect(contentOfSpec(spec).at(4, 1).value).toBe(210);
});

test("a value whose row is gone is handed back, not lost", () => {
  const typed = [{ row: "Gone", column: "Target", value: 1, formula: false }];
  expect(carryOver(written, typed)).toMatchObject({ placed: [], homeless: typed });
});

test("a typed formula is carried as a formula, a typed text that looks like one as text", () => {
  const formula = findEdits(ours, asRead(change(3, 1, "=100*1.5"))).typed;
  expect(contentOfSpec(carryOver(written, formula).spec).at(3, 1)).toEqual({
    value: "=100*1.5",
    formula: true,
  });
  const grid = change(3, 1, "=plan");
  const text = findEdits(ours, contentOfGrid(grid, grid, 0, 0)).typed;
  expect(contentOfSpec(carryOver(written, text).spec).at(3, 1)).toEqual({ value: "=plan", formula: false });
});

test("an input that was empty and stays outside every block is carried too", () => {
  const form: SheetSpec = {
    id: "f",
    name: "F",
    blocks: [{ at: "A1", cells: [["Manager"]] }],
    protect: { inputs: ["B1"] },
  };
  const typed = findEdits(
    { spec: "f", id: "", tab: "F", ...remember(form) },
    asRead([["Manager", "Li Lei"]]),
  );
  expect(typed).toEqual({
    typed: [{ row: "Manager", column: "", value: "Li Lei", formula: false }],
    edited: false,
  });
  expect(contentOfSpec(carryOver(form, typed.typed).spec).at(0, 1).value).toBe("Li Lei");
});
