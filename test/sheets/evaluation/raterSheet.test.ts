import { evaluate } from "../../../src/scoring/evaluate";
import { EVALUATION_GALLERY } from "../../../src/scoring/gallery/gallery";
import { raterSheets, readRaterSheet } from "../../../src/sheets/evaluation/raterSheet";
import type { SheetSpec } from "../../../src/sheets/spec";
import { FIVE, wordRequest, wordScheme } from "../../support/wordRatings";
import { oneMonth } from "../../support/evaluations";

type Value = string | number | boolean | null;
const gridOf = ({ blocks: [block] }: SheetSpec): Value[][] =>
  (block?.cells ?? []).map((row) => row.map((cell) => (typeof cell === "object" ? null : cell)));

const evaluation = evaluate(oneMonth());
const sheetOf = (rater: string): SheetSpec => {
  const found = raterSheets(evaluation).find((one) => one.rater === rater);
  if (!found) throw new Error(`${rater} has no sheet`);
  return found.sheet;
};

test("each rater has a sheet with their own people and nobody else's answers", () => {
  const sheets = raterSheets(evaluation);
  expect(sheets.map(({ rater, people }) => [rater, people])).toEqual([
    ["Mia", 2],
    ["Zoe", 2],
    ["Ann", 1],
    ["Bob", 1],
    ["Max", 3],
    ["Cyd", 1],
    ["Dee", 1],
    ["Eve", 1],
  ]);
  expect(
    gridOf(sheetOf("Mia"))
      .slice(5, 7)
      .map((row) => row.slice(1)),
  ).toEqual([
    ["East", "Ann", "Direct", 90],
    ["East", "Bob", "Direct", 70],
  ]);
  expect(JSON.stringify(sheetOf("Mia"))).not.toContain("Cyd");
});

test("what comes back is what was sent, filled in", () => {
  const grid = gridOf(sheetOf("Max"));
  const dee = grid.find((row) => row[2] === "Dee");
  if (!dee) throw new Error("Max rates Dee");
  dee[4] = 77;
  // Rows may come back in another order.
  grid.splice(5, 3, ...grid.slice(5, 8).reverse());
  const { ratings, mistakes } = readRaterSheet(grid, evaluation, "Max.xlsx");
  expect(mistakes).toEqual([]);
  expect(ratings).toEqual([
    { rater: "Max", group: "direct", person: "Dee", period: "2026-03", values: { attitude: 77 } },
    { rater: "Max", group: "direct", person: "Cyd", period: "2026-03", values: { attitude: 85 } },
  ]);
  const again = evaluate({ ...oneMonth(), ratings });
  expect(again.sets[0]?.rated.find(({ row }) => row === 3)?.score).toBe(77);
});

test("entries that do not fit are named with their cell", () => {
  const grid = gridOf(sheetOf("Mia"));
  const [, bob] = [grid[5], grid[6]];
  if (!bob) throw new Error("Mia rates two");
  bob[4] = 140;
  if (grid[5]) grid[5][4] = "fine";
  expect(readRaterSheet(grid, evaluation, "Mia.xlsx")).toEqual({
    ratings: [],
    mistakes: [
      { where: "Mia.xlsx!E6", what: "“fine” must be a number" },
      { where: "Mia.xlsx!E7", what: "140 is outside 0–100" },
    ],
  });
  expect(readRaterSheet([["Sales"]], evaluation, "x").mistakes).toEqual([
    { where: "x", what: "this is no rating sheet" },
  ]);
});

test("all rating sheets of the gallery read back to its ratings", () => {
  for (const { request } of EVALUATION_GALLERY) {
    const all = evaluate(request("zh-CN"));
    const read = raterSheets(all).flatMap(({ sheet }) => readRaterSheet(gridOf(sheet), all, "s").ratings);
    const totals = (one: typeof all) => one.results.map(({ total }) => total);
    expect(totals(evaluate({ ...request("zh-CN"), ratings: read }))).toEqual(totals(all));
  }
});

test("a sheet rated in words reads back as the scheme writes them; what is no word is named", () => {
  const asked = evaluate(
    wordRequest(
      wordScheme("en-US"),
      ["Ann", "Bob"],
      [
        ["Mia", "direct", "Ann", "good", 80],
        ["Mia", "direct", "Bob", "Poor", 60],
      ],
    ),
  );
  const [sheet] = raterSheets(asked).map((one) => one.sheet);
  if (!sheet) throw new Error("Mia rates two");
  const grid = gridOf(sheet);
  expect(grid[5]?.slice(-2)).toEqual(["Good", 80]);
  expect(String(grid[2]?.[1])).toContain("Outstanding 100 / Good 85");
  const offered = sheet.validations?.find(({ range }) => range === "E6")?.rule;
  expect(offered).toMatchObject({ kind: "list", values: FIVE["en-US"].map(({ word }) => word) });
  const [ann, bob] = [grid[5], grid[6]];
  if (!ann || !bob) throw new Error("Mia rates two");
  ann[4] = "ＮＥＥＤＳ work";
  bob[4] = 85;
  const { ratings, mistakes } = readRaterSheet(grid, asked, "Mia.xlsx");
  expect(ratings.map(({ values }) => values)).toEqual([{ attitude: "Needs work", skill: 80 }, { skill: 60 }]);
  expect(mistakes).toEqual([
    {
      where: "Mia.xlsx!E7",
      what: "“85” is no word of the rating; use one of Outstanding, Good, Competent, Needs work, Poor",
    },
  ]);
});
