import fc from "fast-check";
import { classifySheets } from "../../src/records/classify";
import { isBlank, type Cell, type Grid } from "../../src/records/grid";
import { readPeople } from "../../src/records/people/measures";
import type { TableRegion } from "../../src/records/tables/region";
import { findTables } from "../../src/records/tables/tables";

function grid(values: Cell[][], more: Partial<Grid> = {}): Grid {
  const width = Math.max(...values.map((row) => row.length));
  return {
    sheet: "S",
    top: 0,
    left: 0,
    values: values.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]),
    ...more,
  };
}

function only(found: readonly TableRegion[]): TableRegion {
  const [table] = found;
  if (!table || found.length > 1) throw new Error(`${found.length} tables`);
  return table;
}

test("a report as people lay it out: titles, two header rows, subtotals, a total, notes", () => {
  const table = only(
    findTables(
      grid(
        [
          ["2017年一季度销售报表"],
          ["部门：华东", null, null, "单位：万元"],
          [],
          ["姓名", "一季度", null, "备注"],
          [null, "1月", "2月", null],
          ["张三", 12, 13, null],
          ["李四", 20, 21, null],
          ["小计", 32, 34, null],
          ["王五", 5, 6, null],
          ["合  计", 37, 40, null],
          [],
          ["注：不含退货。"],
          ["制表：赵六", null, "审核：钱七"],
        ],
        { merges: ["A1:D1", "B4:C4", "A4:A5", "D4:D5"] },
      ),
    ),
  );
  expect(table.titles.map(({ text }) => text)).toEqual(["2017年一季度销售报表", "部门：华东  单位：万元"]);
  expect(table.header).toEqual({ from: 3, to: 4 });
  expect(table.columns.map(({ header }) => header)).toEqual(["姓名", "一季度 / 1月", "一季度 / 2月", "备注"]);
  expect(table.rows).toEqual([5, 6, 8]);
  expect(table.aside.map(({ row, kind }) => [row, kind])).toEqual([
    [7, "subtotal"],
    [9, "total"],
  ]);
  expect(table.notes.map(({ row }) => row)).toEqual([11, 12]);
});

test("upper headers reach over their columns without merges too", () => {
  const table = only(
    findTables(
      grid([
        ["Name", "Q1", null, "Q2", null],
        [null, "Target", "Actual", "Target", "Actual"],
        ["Ann Lee", 1, 2, 3, 4],
        ["Bo Chan", 5, 6, 7, 8],
      ]),
    ),
  );
  expect(table.columns.map(({ header }) => header)).toEqual([
    "Name",
    "Q1 / Target",
    "Q1 / Actual",
    "Q2 / Target",
    "Q2 / Actual",
  ]);
});

test("a total that does not say so is found by its sum, and a person who happens to have the sum is not", () => {
  const sums = only(
    findTables(
      grid([
        ["姓名", "目标", "实际"],
        ["张三", 100, 90],
        ["李四", 200, 210],
        [null, 300, 300],
        ["王五", 50, 40],
        ["赵六", 60, 45],
        [null, 410, 385],
      ]),
    ),
  );
  expect(sums.aside).toMatchObject([
    { row: 3, kind: "subtotal", by: "sum" },
    { row: 6, kind: "total", by: "sum" },
  ]);
  const chance = only(
    findTables(
      grid([
        ["姓名", "实际"],
        ["张三", 100],
        ["李四", 200],
        ["王五", 300],
      ]),
    ),
  );
  expect(chance.rows).toEqual([1, 2, 3]);
});

test("a firm called Total is a firm; a line called Total is a total", () => {
  const table = only(
    findTables(
      grid([
        ["Rep", "Account", "Amount"],
        ["Ann Lee", "Total Systems Ltd", 5],
        ["Bo Chan", "Acme", 6],
        ["Total", null, 11],
        ["Total East", null, 11],
      ]),
    ),
  );
  expect(table.rows).toEqual([1, 2]);
  expect(table.aside.map(({ label }) => label)).toEqual(["Total", "Total East"]);
});

test("two tables on a sheet, one below the other and one beside", () => {
  const below = findTables(
    grid([
      ["姓名", "金额"],
      ["张三", 1],
      ["李四", 2],
      [],
      ["产品", "单价", "系列"],
      ["空调", 3, "A"],
      ["冷柜", 4, "B"],
    ]),
  );
  expect(below.map(({ rows }) => rows)).toEqual([
    [1, 2],
    [5, 6],
  ]);
  const beside = findTables(
    grid([
      ["单位：万元"],
      [],
      ["姓名", "金额", null, "姓名", "金额"],
      ["张三", 1, null, "王五", 3],
      ["李四", 2, null, "赵六", 4],
    ]),
  );
  expect(beside.map(({ columns }) => columns.map(({ column }) => column))).toEqual([
    [0, 1],
    [3, 4],
  ]);
  expect(beside.map(({ titles }) => titles.map(({ text }) => text))).toEqual([
    ["单位：万元"],
    ["单位：万元"],
  ]);
});

test("blank rows and repeated headers do not end a table; a heading between the rows is no record", () => {
  const table = only(
    findTables(
      grid([
        ["姓名", "部门", "金额"],
        ["张三", "A", 1],
        [],
        ["李四", "A", 2],
        ["姓名", "部门", "金额"],
        ["第二组", null, null],
        ["王五", "B", 4],
      ]),
    ),
  );
  expect(table.rows).toEqual([1, 3, 6]);
  expect(table.aside.map(({ kind }) => kind)).toEqual(["header", "section"]);
});

test("a row of column numbers under the header, as official forms have it", () => {
  const table = only(
    findTables(
      grid([
        ["姓名", "目标", "实际", "完成率"],
        [1, 2, 3, "4=3/2"],
        ["张三", 100, 90, 0.9],
        ["李四", 100, 80, 0.8],
      ]),
    ),
  );
  expect(table.rows).toEqual([2, 3]);
  expect(table.aside).toMatchObject([{ row: 1, kind: "numbering" }]);
});

test("a header without data yet is a table without rows; a sheet of prose is no table", () => {
  expect(only(findTables(grid([["姓名", "目标", "实际"]]))).rows).toEqual([]);
  expect(findTables(grid([["请先阅读"], ["一、填写黄色单元格"], ["二、保存"]]))).toEqual([]);
  expect(
    findTables(
      grid([
        [null, ""],
        [" ", null],
      ]),
    ),
  ).toEqual([]);
});

describe("whatever is on the sheet", () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Cell>(null, null, "", " ") },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Cell>(
        "姓名",
        "金额",
        "合计",
        "小计",
        "1月",
        "张三",
        "Total",
        "注：x",
        "Rep",
        "Amount",
        "Close Date",
        "目标",
        "Ann Lee",
        "#N/A",
        "2017-03-01",
        "92%",
        "(1)",
      ),
    },
    {
      weight: 4,
      arbitrary: fc.oneof(
        fc.integer({ min: -50, max: 50_000 }),
        fc.double({ noNaN: true }),
        fc.boolean(),
        fc.string({ maxLength: 6 }),
      ),
    },
  );
  const anyGrid = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 14 }))
    .chain(([width, height]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    )
    .map((values): Grid => ({ sheet: "S", top: 2, left: 1, values, merges: ["B3:D3", "B4:B6", "nonsense"] }));

  test("a row is in one place at most, and nothing throws", () => {
    fc.assert(
      fc.property(anyGrid, (one) => {
        const tables = findTables(one);
        for (const { titles, header, rows, aside, notes } of tables) {
          const headerRows = header
            ? Array.from({ length: header.to - header.from + 1 }, (_, i) => header.from + i)
            : [];
          const places = [
            ...titles.map(({ row }) => row),
            ...headerRows,
            ...rows,
            ...aside.map(({ row }) => row),
            ...notes.map(({ row }) => row),
          ];
          expect(new Set(places).size).toBe(places.length);
        }
        for (const table of tables) readPeople(table);
        classifySheets([one]);
      }),
      { numRuns: 500 },
    );
  });

  test("on a sheet with a table no filled row is lost", () => {
    fc.assert(
      fc.property(anyGrid, (one) => {
        const tables = findTables(one);
        if (tables.length === 0) return;
        const told = new Set(
          tables.flatMap(({ titles, header, rows, aside, notes }) => [
            ...[...titles, ...notes, ...aside].map(({ row }) => row),
            ...rows,
            ...(header ? Array.from({ length: header.to - header.from + 1 }, (_, i) => header.from + i) : []),
          ]),
        );
        const lost = one.values.flatMap((row, i) =>
          row.some((value) => !isBlank(value)) && !told.has(i) ? [i] : [],
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
