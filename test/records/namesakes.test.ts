/** A ledger without employee numbers: two people of one name, a transfer, slips, and a column that is about deals. */
import fc from "fast-check";
import { ledgerTeam } from "../../src/jobs/plan/planHistory";
import { understand, type Understanding } from "../../src/jobs/read/understand";
import type { Cell, Grid } from "../../src/records/grid";
import { actualsByMonth } from "../../src/records/ledger/actuals";
import { standingOf } from "../../src/records/ledger/namesakes";
import { tell } from "../../src/records/problems/message";
import { actionOf, titleOf, type Problem } from "../../src/records/problems/problems";

type Sale = readonly [day: string, rep: string | null, unit: string | null, amount: number];

const MONTHS = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, "0")}`);
const months = (rep: string, unit: string, amount: number, day = "15", of = MONTHS): Sale[] =>
  of.map((month) => [`${month}-${day}`, rep, unit, amount]);

function sheet(
  sales: readonly Sale[],
  name = "台账",
  header: Cell[] = ["成交日期", "业务员", "大区", "金额"],
): Grid {
  const sorted = [...sales].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { sheet: name, top: 0, left: 0, values: [header, ...sorted.map((sale) => [...sale])] };
}

function read(...grids: Grid[]): Understanding {
  const found = understand(grids);
  if (!found) throw new Error("no ledger");
  return found;
}

const won = ({ deals }: Understanding): Record<string, number> =>
  Object.fromEntries(
    actualsByMonth(deals, [{ id: "2025", from: "2025-01-01", to: "2026-01-01" }]).reps.map(
      ({ rep, amounts }) => [rep, amounts.reduce((sum, amount) => sum + amount, 0)],
    ),
  );
const belongs = ({ members }: Understanding) => members.map(({ rep, unit }) => `${rep}: ${unit ?? "–"}`);
const about = ({ problems }: Understanding, ...codes: Problem["code"][]) =>
  problems
    .filter(({ code }) => codes.includes(code))
    .map(({ code, cell, found }) => `${code} ${cell} ${found}`);
const total = (sales: readonly Sale[]): number => sales.reduce((sum, [, , , amount]) => sum + amount, 0);
const OTHERS = [...months("李娜", "华东", 300, "08"), ...months("赵敏", "华南", 400, "20")];

describe("one name in two units all through the year", () => {
  const sales = [...months("王伟", "华东", 100, "05"), ...months("王伟", "华南", 1000, "15"), ...OTHERS];
  const found = read(sheet(sales));

  test("is two people, each with their own sales, and the sum is the file's", () => {
    expect(belongs(found)).toEqual(["王伟（华东）: 华东", "李娜: 华东", "王伟（华南）: 华南", "赵敏: 华南"]);
    expect(won(found)).toEqual({ "王伟（华东）": 1200, "王伟（华南）": 12000, 李娜: 3600, 赵敏: 4800 });
    expect(total(sales)).toBe(1200 + 12000 + 3600 + 4800);
  });

  test("is planned as two people", () => {
    const team = ledgerTeam(found, { from: "2026-01-01", to: "2026-12-31" }, "zh-CN");
    expect(team.members.map(({ path }) => path.join("/"))).toEqual([
      "华东/王伟（华东）",
      "华东/李娜",
      "华南/王伟（华南）",
      "华南/赵敏",
    ]);
  });

  test("is said, with the cell of the second one, in both languages", () => {
    expect(about(found, "same-name-by-unit", "unit-of-deals", "unit-differs", "name-lookalike")).toEqual([
      "same-name-by-unit B4 王伟",
    ]);
    const one = found.problems.find(({ code }) => code === "same-name-by-unit");
    if (!one) throw new Error("not said");
    expect(one.params["first"]).toBe("B2");
    expect(tell(titleOf(one), "zh-CN")).toBe("同名，单位前后交错，按不同的人处理");
    expect(tell(actionOf(one), "zh-CN")).toContain("王伟（华南）");
    expect(tell(titleOf(one), "en-US")).toBe("One name, Unit alternating over time: different people");
    expect(tell(actionOf(one), "en-US")).toContain("王伟（华南）");
  });

  test("is decided over all sheets, however few records each holds", () => {
    const monthly = MONTHS.map((month) =>
      sheet(
        sales.filter(([day]) => day.startsWith(month)),
        month.slice(5) + "月",
      ),
    );
    expect(won(read(...monthly))).toEqual(won(found));
    const regional = ["华东", "华南"].map((unit) =>
      sheet(
        sales.filter(([, , own]) => own === unit),
        unit,
      ),
    );
    expect(won(read(...regional))).toEqual(won(found));
    expect(about(read(...regional), "same-name-by-unit")).toEqual(["same-name-by-unit B2 王伟"]);
  });

  test("records that do not say whose they are count for the bare name, and are pointed at", () => {
    const more = read(sheet([...sales, ["2025-12-31", "王伟", null, 77]]));
    expect(won(more)).toEqual({ ...won(found), 王伟: 77 });
    expect(belongs(more)).toContain("王伟: –");
    expect(about(more, "value-missing")).toEqual(["value-missing C50 "]);
  });

  test("with an employee number it is one person all the same", () => {
    const header = ["成交日期", "业务员", "大区", "金额", "工号"];
    const grid = sheet(sales, "台账", header);
    const ids: Record<string, string> = { 王伟: "001", 李娜: "002", 赵敏: "003" };
    const values = grid.values.map((row, i) => (i === 0 ? row : [...row, ids[String(row[1])] ?? null]));
    const numbered = read({ ...grid, values });
    expect(won(numbered)).toEqual({ 王伟: 13200, 李娜: 3600, 赵敏: 4800 });
    expect(about(numbered, "same-name-by-unit", "unit-of-deals")).toEqual(["unit-of-deals C4 华南"]);
  });
});

describe("a name that moves once", () => {
  const sales = [
    ...months("王伟", "华东", 100, "05", MONTHS.slice(0, 5)),
    ...months("王伟", "华南", 1000, "05", MONTHS.slice(5)),
    ...OTHERS,
  ];
  const found = read(sheet(sales));

  test("is one person, where most of their records stand, and the others are pointed at", () => {
    expect(won(found)).toEqual({ 王伟: 7500, 李娜: 3600, 赵敏: 4800 });
    expect(belongs(found)).toEqual(["王伟: 华南", "李娜: 华东", "赵敏: 华南"]);
    expect(about(found, "same-name-by-unit", "unit-moved", "unit-of-deals")).toEqual(
      ["C2", "C5", "C8", "C11", "C14"].map((cell) => `unit-moved ${cell} 华东`),
    );
  });
});

test("a slip in the unit makes nobody two people", () => {
  const slip: Sale = ["2025-06-30", "李娜", "华西", 1];
  const found = read(sheet([...OTHERS, slip]));
  expect(won(found)).toEqual({ 李娜: 3601, 赵敏: 4800 });
  expect(about(found, "unit-differs", "same-name-by-unit")).toEqual(["unit-differs C14 华西"]);
});

test("a column that changes with every deal tells nobody apart, and is not dropped in silence", () => {
  const sales = ["李娜", "赵敏", "王伟", "孙强"].flatMap((rep, k) =>
    MONTHS.map((month, i): Sale => [`${month}-1${k}`, rep, (i + k) % 2 ? "华东" : "华南", 10]),
  );
  const found = read(sheet(sales));
  expect(won(found)).toEqual({ 李娜: 120, 赵敏: 120, 王伟: 120, 孙强: 120 });
  expect(belongs(found)).toEqual([]);
  const [said, ...more] = found.problems.filter(({ code }) => code === "unit-of-deals");
  expect(more).toEqual([]);
  expect(said).toMatchObject({ sheet: "台账", severity: "warning", params: { times: 24 } });
});

describe("how records lie in time", () => {
  const inTurn = (units: string) =>
    standingOf([...units].map((unit, i) => ({ unit, day: `2025-01-${String(i + 1).padStart(2, "0")}` })));
  test.each([
    ["AAAA", "one"],
    ["AB", "moved"],
    ["ABA", "several"],
    ["ABAB", "several"],
    ["AAABBBCCC", "moved"],
    ["AAABBBAAA", "several"],
    ["AAAAABAAAAAA", "one"],
    ["AAAAAABABBBBBBBBBBBB", "moved"],
  ])("%s is %s", (units, standing) => {
    expect(inTurn(units)).toBe(standing);
  });

  test("records without a day decide nothing", () => {
    expect(standingOf([..."ABABABAB"].map((unit) => ({ unit })))).toBe("one");
  });

  test("whichever is decided, nothing is lost or counted twice", () => {
    const sale = fc.tuple(
      fc.constantFrom(...MONTHS.map((month) => `${month}-10`)),
      fc.constantFrom("王伟", "李娜", "赵敏", "孙强"),
      fc.constantFrom("华东", "华南", "华东", null),
      fc.integer({ min: 1, max: 9999 }),
    );
    fc.assert(
      fc.property(fc.array(sale, { minLength: 12, maxLength: 60 }), (drawn) => {
        const sales = [...drawn, ...OTHERS];
        const sum = Object.values(won(read(sheet(sales)))).reduce((a, b) => a + b, 0);
        expect(sum).toBe(total(sales));
      }),
      { numRuns: 60 },
    );
  });
});
