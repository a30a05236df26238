import { parseRange } from "../../../src/formula/references";
import { buildPlan, planNodes } from "../../../src/planning/plan";
import { targetsSheet } from "../../../src/sheets/plan/targets";
import type { SheetSpec, SpecCell } from "../../../src/sheets/spec";
import { ledgerHistory } from "../../planning/ledger";

const plan = buildPlan(
  {
    measure: "Revenue",
    unit: "USD",
    horizon: { from: "2018-01-01", to: "2018-12-31" },
    total: { growth: 0.2 },
  },
  ledgerHistory(),
);
const { sheet, names, layout } = targetsSheet(plan, { lang: "en-US", source: "Ledger!A1:H8801" });

/** The cells of a spec by 0-based row and column. */
function cellsOf(spec: SheetSpec): (row: number, column: number) => SpecCell | undefined {
  const cells = new Map<string, SpecCell>();
  for (const block of spec.blocks) {
    const { top, left } = parseRange(block.at);
    block.cells.forEach((line, r) => line.forEach((cell, c) => cells.set(`${top + r},${left + c}`, cell)));
  }
  return (row, column) => cells.get(`${row},${column}`);
}

describe("targetsSheet", () => {
  const cell = cellsOf(sheet);
  const { rows, columns } = layout;
  const rowOf = (name: string): number =>
    layout.rowOf.get(planNodes(plan.root).find((node) => node.name === name)?.id ?? "") ?? -1;

  test("leaves are numbers to type over, everything above them is a sum of its children", () => {
    const rep = rowOf("Anna Snelling");
    expect(cell(rep, columns.firstPeriod + 2)).toBe(37431);
    const manager = rowOf("Dustin Brinkmann");
    expect(cell(manager, columns.firstPeriod)).toEqual({ formula: "=SUM(E11:E15)" });
    expect(cell(rowOf("Central"), columns.firstPeriod)).toEqual({ formula: "=SUM(E10,E16)" });
    expect(cell(rows.company, columns.firstPeriod)).toEqual({ formula: "=SUM(E9,E23,E38)" });
  });

  test("the target total follows the growth, and the residual compares the months with it", () => {
    expect(cell(rows.tiles, columns.name)).toEqual({ formula: "=ROUND(B6*(1+attain_growth),0)" });
    expect(cell(rows.tiles, columns.growthTile)).toBe(0.2);
    expect(cell(rows.planned, columns.total)).toEqual({ formula: "=attain_target_total" });
    expect(cell(rows.residual, columns.firstPeriod)).toEqual({ formula: "=E6-E7" });
    expect(names.map(({ name, refersTo }) => [name, refersTo])).toEqual([
      ["attain_target_total", "='Targets'!$A$4"],
      ["attain_growth", "='Targets'!$B$4"],
    ]);
  });

  test("a total that was asked for as an amount is the input, and growth follows it", () => {
    const asked = buildPlan(
      {
        measure: "Revenue",
        unit: "USD",
        horizon: { from: "2018-01-01", to: "2018-12-31" },
        total: { value: 12_000_000 },
      },
      ledgerHistory(),
    );
    const page = targetsSheet(asked, { lang: "zh-CN", source: "台账" });
    const at = cellsOf(page.sheet);
    expect(at(rows.tiles, columns.name)).toBe(12_000_000);
    expect(at(rows.tiles, columns.growthTile)).toEqual({ formula: '=IF(B6=0,"",attain_target_total/B6-1)' });
  });

  test("last year's figures can be links to the sheet that holds them", () => {
    const id = "Central / Dustin Brinkmann / Anna Snelling";
    const linked = targetsSheet(plan, {
      lang: "en-US",
      source: "x",
      history: new Map([[id, "'Actuals'!P5"]]),
    });
    expect(cellsOf(linked.sheet)(rowOf("Anna Snelling"), columns.history)).toEqual({
      formula: "='Actuals'!P5",
    });
  });

  test("only leaves are inputs, and every leaf is", () => {
    const inputs = (sheet.formats ?? [])
      .filter((format) => format.style === "input")
      .map((format) => parseRange(format.range));
    for (const node of planNodes(plan.root)) {
      const row = layout.rowOf.get(node.id) ?? -1;
      const isInput = inputs.some((range) => range.top <= row && row <= range.bottom);
      expect(isInput).toBe(node.children.length === 0);
    }
  });

  test("managers fold under regions and reps under managers", () => {
    const outline = (row: number): number =>
      (sheet.rows ?? []).reduce((level, spec) => {
        const [first = 0, last = first] = spec.rows.split(":").map(Number);
        return first <= row + 1 && row + 1 <= last ? (spec.outline ?? level) : level;
      }, 0);
    expect([rowOf("Central"), rowOf("Dustin Brinkmann"), rowOf("Anna Snelling")].map(outline)).toEqual([
      0, 1, 2,
    ]);
  });

  test("says which months have no target and who has nothing to go by", () => {
    const notes = [cell(rows.notes + 1, 0), cell(rows.notes + 2, 0)];
    expect(notes[0]).toContain("nothing was closed in Jan, Feb");
    expect(notes[1]).toContain("5 units have nothing to go by last year");
  });

  test("in Chinese", () => {
    const page = targetsSheet(
      buildPlan(
        {
          measure: "销售额",
          unit: "元",
          horizon: { from: "2018-01-01", to: "2018-12-31" },
          total: { growth: 0.2 },
        },
        ledgerHistory(),
      ),
      {
        lang: "zh-CN",
        source: "台账!A1:H8801",
      },
    );
    const at = cellsOf(page.sheet);
    expect(page.sheet.name).toBe("目标分解");
    expect(at(0, 0)).toBe("2018 年销售额目标分解");
    expect(at(1, 0)).toContain("单位：元");
    expect(at(layout.rows.header, columns.firstPeriod)).toBe("1月");
    expect(at(layout.rows.header, columns.total)).toBe("全年");
  });
});
