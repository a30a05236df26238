import { AttainError } from "../../src/errors";
import { checkSpec } from "../../src/excel/swap/validate";
import type { SheetSpec, WorkbookSpec } from "../../src/sheets/spec";

const sheet = (over: Partial<SheetSpec>): SheetSpec => ({
  id: "a",
  name: "A",
  blocks: [{ at: "A1", cells: [[1]] }],
  ...over,
});
const book = (...sheets: SheetSpec[]): WorkbookSpec => ({ sheets, names: [], activate: sheets[0]?.id ?? "" });

test("a plain spec is fine", () => {
  expect(() => checkSpec(book(sheet({})))).not.toThrow();
});

test.each<[string, WorkbookSpec]>([
  ["holds one of", book(sheet({ name: "A/B" }))],
  ["two sheets have the tab name", book(sheet({}), sheet({ id: "b", name: "a" }))],
  ["two sheets have the id", book(sheet({}), sheet({ name: "B" }))],
  ["cells, not 2", book(sheet({ blocks: [{ at: "A1", cells: [[1, 2], [3]] }] }))],
  ["holds NaN", book(sheet({ blocks: [{ at: "A1", cells: [[Number.NaN]] }] }))],
  ["is no formula", book(sheet({ blocks: [{ at: "A1", cells: [[{ formula: "A1" }]] }] }))],
  ["is no reference", book(sheet({ formats: [{ range: "nowhere", style: "body" }] }))],
  [
    "value with a comma",
    book(sheet({ validations: [{ range: "A1", rule: { kind: "list", values: ["a,b"] } }] })),
  ],
  ["no sheet “z” to show", { ...book(sheet({})), activate: "z" }],
])("refused before Excel is asked: %s", (detail, spec) => {
  const refuse = () => checkSpec(spec);
  expect(refuse).toThrow(AttainError);
  expect(refuse).toThrow(detail);
});
