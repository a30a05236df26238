import { problem, type Problem } from "../../src/records/problems/problems";
import { problemsSheet } from "../../src/sheets/problems";
import type { SheetSpec, SpecCell } from "../../src/sheets/spec";

const ACCOUNT = { "zh-CN": "客户", "en-US": "Account" };
const AMOUNT = { "zh-CN": "金额", "en-US": "Amount" };
const emptyAccounts = (count: number): Problem[] =>
  Array.from({ length: count }, (_, i) =>
    problem("value-missing", "台账", `D${5 + i * 2}`, "", { field: ACCOUNT }),
  );
const unreadable = problem("number-unreadable", "台账", "H9", "=1+1", { field: AMOUNT });

const another = problem("number-unreadable", "台账", "H10", "tbd", { field: AMOUNT });

function table(spec: SheetSpec): readonly (readonly SpecCell[])[] {
  return spec.blocks.find(({ at }) => at === "A4")?.cells ?? [];
}

test("groups stand above the places, errors first, under one frozen and filtered header", () => {
  const spec = problemsSheet([...emptyAccounts(2), unreadable, another], "en-US");
  const expected = "A number such as 12,000";
  expect(table(spec)).toEqual([
    ["Level", "Problem", "Count", "Sheet", "Where", "Found", "Expected", "What was done"],
    ["● Error", "Amount is not a number", 2, "台账", "H9:H10", null, expected, "Treated as no Amount"],
    ["▲ Check", "Account is empty", 2, "台账", "D5, D7", "(empty)", "Account", "Counted, with no Account"],
    ["● Error", "Amount is not a number", 1, "台账", "H9", "=1+1", expected, "Treated as no Amount"],
    ["● Error", "Amount is not a number", 1, "台账", "H10", "tbd", expected, "Treated as no Amount"],
  ]);
  expect(spec.filter).toBe("A4:H8");
  expect(spec.freeze).toEqual({ rows: 4, columns: 0 });
  expect(spec.print?.titleRows).toBe("$4:$4");
});

test("the same in Chinese", () => {
  const spec = problemsSheet([unreadable], "zh-CN");
  expect(table(spec)[1]).toEqual([
    "● 错误",
    "金额不是数字",
    1,
    "台账",
    "H9",
    "=1+1",
    "数字，如 12,000 或 1.2万",
    "按没有金额处理",
  ]);
  expect(spec.name).toBe("数据问题");
});

test("what people typed stays text, never a formula", () => {
  const cells = table(problemsSheet([unreadable], "en-US")).flat();
  expect(cells).toContain("=1+1");
  expect(cells.filter((cell) => typeof cell === "object" && cell !== null)).toEqual([]);
});

const unreadables = (count: number): Problem[] =>
  Array.from({ length: count }, (_, i) =>
    problem("number-unreadable", "台账", `D${5 + i * 2}`, `about ${i}`, { field: AMOUNT }),
  );

test("beyond the limit places are told as ranges, and the counts still add up", () => {
  const spec = problemsSheet(unreadables(1425), "en-US", { limitPerGroup: 100 });
  const [, group, ...places] = table(spec);
  expect(group?.[2]).toBe(1425);
  expect(group?.[4]).toBe("D5, D7, D9 …");
  expect(places.slice(0, 100).every((line) => line[2] === 1)).toBe(true);
  expect(places.reduce((sum, line) => sum + Number(line[2]), 0)).toBe(1425);
  expect(places[100]?.[4]).toMatch(/^D205, D207, /);
  expect(places.every((line) => String(line[4]).length <= 160)).toBe(true);
});

test("neighbouring cells make one range however many they are, and what is alike is said once", () => {
  const problems = Array.from({ length: 3000 }, (_, i) =>
    problem("value-missing", "S", `D${i + 2}`, "", { field: ACCOUNT }),
  );
  const [, group, ...places] = table(problemsSheet(problems, "en-US"));
  expect(group?.slice(2, 6)).toEqual([3000, "S", "D2:D3001", "(empty)"]);
  expect(places).toEqual([]);
});

test("a thousand gaps of one kind are no pages of one sentence", () => {
  const places = table(problemsSheet(emptyAccounts(1425), "en-US")).slice(2);
  expect(places.length).toBeLessThan(10);
  expect(places.reduce((sum, line) => sum + Number(line[2]), 0)).toBe(1425);
  expect(places[0]?.slice(4, 6)).toEqual([expect.stringMatching(/^D5, D7, /), "(empty)"]);
});

test("a hundred thousand scattered places end in one line that says how many more", () => {
  const spec = problemsSheet(emptyAccounts(100_000), "en-US");
  const places = table(spec).slice(2);
  expect(places.length).toBeLessThan(10);
  expect(places.reduce((sum, line) => sum + Number(line[2]), 0)).toBe(100_000);
  expect(places[places.length - 1]?.[4]).toMatch(
    /^between D\d+ and D200003, not listed one by one; filter that column of the sheet$/,
  );
});

test("level colours cover exactly the lines of that level", () => {
  const { formats = [] } = problemsSheet([...emptyAccounts(2), unreadable, another], "en-US");
  const of = (style: string) => formats.filter((format) => format.style === style).map(({ range }) => range);
  expect(of("bad")).toEqual(["A5:A5", "A7:A8"]);
  expect(of("warn")).toEqual(["A6:A6"]);
});

test("no problems: one sentence, no table", () => {
  const spec = problemsSheet([], "zh-CN");
  expect(spec.blocks.map(({ cells }) => cells)).toEqual([[["数据问题"]], [["没有发现问题。"]]]);
  expect(spec.filter).toBeUndefined();
});
