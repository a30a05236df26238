import { assignBest } from "../../src/records/columns/assign";
import { classifySheets } from "../../src/records/classify";
import { LEDGER_FIELDS } from "../../src/records/fields/ledgerFields";
import type { Cell, Grid } from "../../src/records/grid";
import { readHeader, unitInLine } from "../../src/records/fields/headers";
import { tell } from "../../src/records/problems/message";
import { mappingOf, recognise } from "../../src/records/columns/recognise";
import type { TableRegion } from "../../src/records/tables/region";
import { findTables } from "../../src/records/tables/tables";
import fc from "fast-check";

const ROWS: Cell[][] = [
  ["C1", "Ann Lee", "2017-03-01", 100, "Won"],
  ["C2", "Bo Chan", "2017-03-02", 200, "Lost"],
  ["C3", "Ann Lee", "2017-03-03", 300, "Won"],
  ["C4", "Cy Diaz", "2017-03-04", 400, "Engaging"],
];
const sheet = (header: Cell[], rows: Cell[][] = ROWS, name = "S"): Grid => ({
  sheet: name,
  top: 0,
  left: 0,
  values: [header, ...rows],
});

function table(grid: Grid): TableRegion {
  const [found] = findTables(grid);
  if (!found) throw new Error("no table");
  return found;
}

const headersOf = (region: TableRegion, remembered = {}) =>
  Object.fromEntries(
    Object.entries(recognise(region, LEDGER_FIELDS, remembered).fields).map(([id, { header }]) => [
      id,
      header,
    ]),
  );

test("by header words in either language, whatever their case, spaces and punctuation", () => {
  expect(headersOf(table(sheet(["ID", "SALES_AGENT", "close date", "Close-Value", "Deal Stage"])))).toEqual({
    id: "ID",
    rep: "SALES_AGENT",
    closed: "close date",
    amount: "Close-Value",
    outcome: "Deal Stage",
  });
  expect(headersOf(table(sheet(["合同编号", "业 务 员", "签约\n日期", "金额（万元）", "状态"])))).toEqual({
    id: "合同编号",
    rep: "业 务 员",
    closed: "签约 日期",
    amount: "金额（万元）",
    outcome: "状态",
  });
});

test("by content when headers do not tell, with less confidence and a reason that says so", () => {
  const { fields } = recognise(
    table(sheet(["Code", "Who did it", "When", "How much", "What came of it"])),
    LEDGER_FIELDS,
  );
  expect(fields.rep?.header).toBe("Who did it");
  expect(fields.rep?.confidence).toBeLessThan(0.6);
  expect(fields.rep && tell(fields.rep.reason, "en-US")).toBe(
    "its header does not tell, but 100% of its values are names of people",
  );
  expect(fields.rep && tell(fields.rep.reason, "zh-CN")).toBe("表头没有说明，但100%的内容是人名");
});

test("a header over values that cannot be meant is not believed alone", () => {
  const dates = ROWS.map(([id, rep, day, , stage]): Cell[] => [
    id ?? null,
    rep ?? null,
    "待定",
    day ?? null,
    stage ?? null,
  ]);
  const { fields } = recognise(
    table(sheet(["ID", "Rep", "Amount", "Close Date", "Stage"], dates)),
    LEDGER_FIELDS,
  );
  expect(fields.amount?.confidence ?? 0).toBeLessThan(0.6);
  expect(fields.closed?.confidence).toBeGreaterThan(0.9);
});

test("近义而不同的表头不混：客户经理是人，客户名称是客户，单价不是金额", () => {
  const rows: Cell[][] = [
    ["王建国", "天成建设集团", 12, 1200, "2017-03-01"],
    ["李晓梅", "东方酒店", 15, 1500, "2017-03-02"],
    ["王建国", "绿地物业", 18, 1800, "2017-03-03"],
  ];
  expect(headersOf(table(sheet(["客户经理", "客户名称", "单价", "合同额", "签单日期"], rows)))).toEqual({
    rep: "客户经理",
    account: "客户名称",
    amount: "合同额",
    closed: "签单日期",
  });
});

test("missing needed columns are named", () => {
  const { missing } = recognise(
    table(
      sheet(
        ["ID", "Remarks"],
        [
          ["C1", "x"],
          ["C2", "y"],
          ["C3", "z"],
        ],
      ),
    ),
    LEDGER_FIELDS,
  );
  expect(missing).toEqual(["rep", "closed", "amount"]);
});

describe("what a person corrected is remembered", () => {
  const region = table(sheet(["ID", "A", "Close Date", "Amount", "Bonus base"], ROWS));
  const corrected = {
    amount: { header: "Bonus base", column: "E" },
    rep: { header: "A", column: "B" },
    outcome: null,
  };

  test("and beats recognition", () => {
    expect(headersOf(region, corrected)).toMatchObject({ amount: "Bonus base", rep: "A" });
    expect(headersOf(region, corrected)).not.toHaveProperty("outcome");
  });

  test("even when the columns move", () => {
    const moved = table(
      sheet(
        ["Amount", "A", "Bonus base", "Close Date", "ID"],
        ROWS.map((row) => [...row].reverse()),
      ),
    );
    expect(headersOf(moved, corrected)).toMatchObject({ amount: "Bonus base", rep: "A" });
  });

  test("a mapping goes through JSON and back", () => {
    const first = recognise(region, LEDGER_FIELDS, corrected);
    const stored: unknown = JSON.parse(JSON.stringify(mappingOf(region, first)));
    expect(stored).toMatchObject({ amount: { header: "Bonus base", column: "E" } });
    expect(headersOf(region, mappingOf(region, first))).toEqual(
      Object.fromEntries(Object.entries(first.fields).map(([id, { header }]) => [id, header])),
    );
  });

  test("a remembered header that is gone is recognised anew", () => {
    expect(headersOf(table(sheet(["ID", "Rep", "Close Date", "Amount", "Stage"])), corrected)).toMatchObject({
      rep: "Rep",
      amount: "Amount",
    });
  });
});

test("sheets of one shape are read together, others are left", () => {
  const header = ["ID", "Rep", "Close Date", "Amount", "Stage"];
  const roles = classifySheets([
    sheet(header, ROWS, "East"),
    sheet(header, ROWS, "West"),
    sheet(
      ["Name", "Manager", "Region"],
      [
        ["Ann Lee", "Kim Oh", "East"],
        ["Bo Chan", "Kim Oh", "West"],
      ],
      "People",
    ),
  ]);
  expect(roles.ledger?.siblings.map(({ region }) => region.grid.sheet)).toEqual(["West"]);
  expect(roles.team?.region.grid.sheet).toBe("People");
  expect(roles.products).toBeUndefined();
});

test("units stand in headers and above tables", () => {
  expect(readHeader("销售额（万元）")).toEqual({ key: "销售额", scale: 10_000, percent: false });
  expect(readHeader("Amount (USD '000)")).toEqual({ key: "amount", scale: 1000, percent: false });
  expect(readHeader("Revenue, k")).toMatchObject({ key: "revenue", scale: 1000 });
  expect(readHeader("完成率%")).toMatchObject({ key: "完成率", percent: true });
  expect(unitInLine("单位：万元")).toBe(10_000);
  expect(unitInLine("Unit: thousand")).toBe(1000);
  expect(unitInLine("部门：销售部")).toBeUndefined();
});

test("the assignment has the largest total there is", () => {
  const size = fc.integer({ min: 1, max: 4 });
  const scores = fc.tuple(size, size).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  const best = (table: number[][], row = 0, taken: readonly number[] = []): number => {
    const cells = table[row];
    if (!cells) return 0;
    const choices = cells.flatMap((score, column) =>
      taken.includes(column) ? [] : [score + best(table, row + 1, [...taken, column])],
    );
    return Math.max(best(table, row + 1, taken), ...choices);
  };
  fc.assert(
    fc.property(scores, (table) => {
      const found = assignBest(table);
      const columns = found.filter((column) => column >= 0);
      expect(new Set(columns).size).toBe(columns.length);
      expect(
        found.reduce((sum, column, row) => sum + (column < 0 ? 0 : (table[row]?.[column] ?? 0)), 0),
      ).toBe(best(table));
    }),
  );
});
