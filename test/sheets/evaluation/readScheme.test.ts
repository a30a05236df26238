import { normalizeScheme } from "../../../src/scoring/normalizeScheme";
import { salesScheme } from "../../../src/scoring/sales";
import type { Scheme } from "../../../src/scoring/scheme";
import { readScheme } from "../../../src/sheets/evaluation/readScheme";
import type { Grid, GridValue } from "../../../src/sheets/readBack";
import { schemeSheet } from "../../../src/sheets/evaluation/scheme";
import { validateScheme } from "../../../src/scoring/validateScheme";
import { RULE_CASES, schemeOf } from "../../scoring/ruleCases";
import { REP } from "../../support/evaluations";

/** The sheet's values as a range read would give them; what formulas show plays no part in reading back. */
function gridOf(scheme: Scheme): GridValue[][] {
  const [block] = schemeSheet(scheme).sheet.blocks;
  return (block?.cells ?? []).map((row) =>
    row.map((cell) => (typeof cell === "object" && cell !== null ? 0 : cell)),
  );
}

const rowOf = (grid: Grid, key: string): GridValue[] => {
  const row = grid.find((cells) => cells[5] === key);
  if (!row) throw new Error(`No row has the key ${key}`);
  return row as GridValue[];
};

describe.each(["zh-CN", "en-US"] as const)("in %s", (lang) => {
  const scheme = salesScheme(lang);

  test("the sheet reads back to the same scheme", () => {
    expect(readScheme(gridOf(scheme), "S")).toEqual({ scheme: normalizeScheme(scheme), mistakes: [] });
  });

  test("what people change on the sheet is in the scheme", () => {
    const grid = gridOf(scheme);
    rowOf(grid, "param:revenue.cap")[1] = "";
    rowOf(grid, "indicator:revenue")[1] = 50;
    rowOf(grid, "indicator:deals")[1] = 30;
    const bandRow = rowOf(grid, "table:winRate.bands");
    bandRow[1] = 0.7;
    // A band inserted on the sheet has no key.
    grid.splice(grid.indexOf(bandRow) + 1, 0, ["", 0.68, "≥", 18, "", ""]);
    const { scheme: read, mistakes } = readScheme(grid, "S");
    expect(mistakes).toEqual([]);
    const [revenue, winRate, deals] = read?.sections[0]?.indicators ?? [];
    expect([revenue?.rule["cap"], revenue?.weight, deals?.weight]).toEqual([null, 50, 30]);
    expect(winRate?.rule["bands"]).toMatchObject([
      { from: 0.7 },
      { from: 0.68, points: 18 },
      { from: 0.63 },
      { from: 0.6 },
      { from: 0.56 },
      { from: null },
    ]);
  });
});

test("mistakes name the cell", () => {
  const grid = gridOf(salesScheme("en-US"));
  const place = (key: string) => grid.indexOf(rowOf(grid, key)) + 1;
  rowOf(grid, "indicator:revenue")[1] = "sixty";
  rowOf(grid, "policy:deals.noData")[1] = "whatever";
  expect(readScheme(grid, "Scheme").mistakes).toEqual([
    { where: `Scheme!B${place("indicator:revenue")}`, what: "must be a number, not “sixty”" },
    { where: `Scheme!B${place("policy:deals.noData")}`, what: "“whatever” is not known; pick from the list" },
  ]);
  rowOf(grid, "indicator:revenue")[1] = 55;
  rowOf(grid, "policy:deals.noData")[1] = "left out";
  rowOf(grid, "input:winRate.value")[1] = "won / (won + lots)";
  expect(readScheme(grid, "Scheme").mistakes).toEqual([
    { where: `Scheme!B${place("section:results")}`, what: "weights add up to 95 instead of 100, off by -5" },
    {
      where: `Scheme!B${place("input:winRate.value")}`,
      what: "formula “won / (won + lots)”, character 14: there is no input named “lots”; names there are: target, revenue, won, lost",
    },
  ]);
});

test.each(["zh-CN", "en-US"] as const)(
  "every kind of mistake at once, in one list with cells: %s",
  (lang) => {
    const english = lang === "en-US";
    const scheme: Scheme = {
      ...salesScheme(lang),
      raters: [
        {
          id: "boss",
          name: "Superiors",
          missing: "wait",
          groups: [{ id: "direct", name: "Direct", weight: 100 }],
        },
      ],
      inputs: [
        ...salesScheme(lang).inputs,
        { id: "a", name: "A", format: "decimal", formula: "won + 1" },
        { id: "b", name: "B", format: "decimal", formula: "a + 1" },
        { id: "r", name: "R", format: "decimal", raters: "boss" },
      ],
    };
    const grid = gridOf(scheme);
    const cell = (key: string) => `S!B${grid.indexOf(rowOf(grid, key)) + 1}`;
    expect(readScheme(grid, "S").mistakes).toEqual([]);
    // Weights of 95, overlapping bands, an unknown input, a circle, raters who rate nobody, and a word for a number.
    rowOf(grid, "indicator:revenue")[1] = 55;
    const [, second] = grid.filter((cells) => cells[5] === "table:winRate.bands");
    if (!second) throw new Error("There are bands");
    second[1] = 0.9;
    rowOf(grid, "input:deals.value")[1] = "lots";
    rowOf(grid, "datum:a.formula")[1] = "b + 1";
    rowOf(grid, "datum:r.raters")[1] = "";
    rowOf(grid, "param:revenue.cap")[1] = "twice";
    const { mistakes } = readScheme(grid, "S");
    const said = (where: string): string =>
      mistakes
        .filter((one) => one.where === where)
        .map(({ what }) => what)
        .join(" | ");
    expect(said(cell("param:revenue.cap"))).toMatch(
      english ? /must be a number, not “twice”/ : /应为数字，而不是“twice”/,
    );
    expect(said(cell("section:results"))).toMatch(
      english ? /add up to 95 instead of 100/ : /合计 95，应为 100/,
    );
    expect(said(`S!B${grid.indexOf(second) + 1}`)).toMatch(english ? /must start below/ : /起点/);
    expect(said(cell("input:deals.value"))).toMatch(
      english ? /no input named “lots”; names there are/ : /lots/,
    );
    expect(said(cell("datum:a.formula"))).toMatch(
      english ? /itself|circle|each other/ : /循环|自身|自己|互相/,
    );
    expect(said(cell("raters:boss"))).toMatch(english ? /rates nothing; remove it/ : /没有/);
    expect(mistakes).toHaveLength(6);
  },
);

describe("schemes with everything read back to themselves", () => {
  const allKinds: Scheme = {
    ...REP,
    raters: [
      {
        id: "boss",
        name: "Superiors",
        missing: "wait",
        groups: [{ id: "direct", name: "Direct", weight: 100, smallest: 3 }],
      },
    ],
    inputs: [
      { id: "x", name: "X", format: "decimal", min: 0, max: 100.5 },
      { id: "y", name: "Y", format: "decimal", previousOf: "x" },
      { id: "z", name: "Z", format: "percent", formula: "x / MAX(y, 1)" },
      { id: "w", name: "W", format: "word", choices: ["Good", "Fairly good", "Bad"] },
      { id: "r", name: "R", format: "decimal", raters: "boss" },
    ],
    weights: "normalise",
    sections: RULE_CASES.map(({ rule, weight, roles }, i) => {
      const [section] = schemeOf(rule, weight, roles).sections;
      const [indicator] = section?.indicators ?? [];
      if (!indicator) throw new Error("The case has a line");
      return {
        id: `s${i}`,
        name: `Section ${i}`,
        weight: 4,
        full: weight,
        indicators: [{ ...indicator, id: `i${i}`, name: `Line ${i}`, ...(i === 0 && { decimals: 1 }) }],
      };
    }),
    positions: ["rep", "field rep"],
    version: "2026.2",
    inForce: { from: "2026-03-01", to: "2026-12-31" },
  };
  const phased: Scheme = {
    ...REP,
    phases: [
      { id: "launch", name: "Launch" },
      { id: "growth", name: "Growth" },
    ],
    sections: REP.sections.map((section) => ({
      ...section,
      indicators: section.indicators.map((indicator) =>
        indicator.id === "attain"
          ? { ...indicator, phaseWeights: { launch: 80, growth: 100 } }
          : indicator.id === "late"
            ? { ...indicator, phaseWeights: { growth: null } }
            : indicator,
      ),
    })),
  };
  const inChinese = (scheme: Scheme): Scheme => ({ ...scheme, lang: "zh-CN" });

  test.each([
    ["sections, raters, add-ons, vetoes", REP],
    ["every rule kind", allKinds],
    ["phases", phased],
    ["sections, raters, add-ons, vetoes in Chinese", inChinese(REP)],
    ["every rule kind in Chinese", inChinese(allKinds)],
    ["phases in Chinese", inChinese(phased)],
  ])("%s", (_, scheme) => {
    expect(validateScheme(scheme)).toEqual([]);
    expect(readScheme(gridOf(scheme), "S")).toEqual({ scheme: normalizeScheme(scheme), mistakes: [] });
  });
});

test("another sheet is refused", () => {
  expect(readScheme([["Sales", 1]], "Sheet1").scheme).toBeUndefined();
});
