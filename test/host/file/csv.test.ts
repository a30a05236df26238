/** Separated values open as Excel opens them: encoding and separator found, numbers as numbers, codes as text. */
import { openFile } from "../../../src/host/file/open";

async function grid(bytes: Uint8Array, name = "销售.csv"): Promise<unknown[][]> {
  const { sheets } = await openFile(bytes, name);
  return [...(sheets[0]?.cells.values() ?? [])].map((row) => [...row.values()].map(({ value }) => value));
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const TABLE = [
  ["工号", "姓名", "实际"],
  ["007", "张三", 92.5],
  ["012", "李四", -3],
];

test.each([
  ["commas", "工号,姓名,实际\n007,张三,92.5\n012,李四,-3\n"],
  ["semicolons and a byte-order mark", "\uFEFF工号;姓名;实际\r\n007;张三;92.5\r\n012;李四;-3"],
  ["tabs and blank lines", "工号\t姓名\t实际\n\n007\t张三\t92.5\n012\t李四\t-3\n\n"],
])("%s", async (_, text) => {
  expect(await grid(utf8(text))).toEqual(TABLE);
});

test("GB 18030, as Chinese Excel writes it", async () => {
  // 姓名,实际 / 张三,5
  const bytes = [
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xca, 0xb5, 0xbc, 0xca, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x35,
  ];
  expect(await grid(Uint8Array.from(bytes))).toEqual([
    ["姓名", "实际"],
    ["张三", 5],
  ]);
});

test("UTF-16, as Excel's “Unicode text” is", async () => {
  const bytes = new Uint8Array(Buffer.from("\uFEFF姓名\t实际\n张三\t5", "utf16le"));
  expect(await grid(bytes, "a.txt")).toEqual([
    ["姓名", "实际"],
    ["张三", 5],
  ]);
});

test("a column with one word in it stays text, blanks stay blank, quoted separators belong to the value", async () => {
  expect(await grid(utf8('id,note,n\n1,"a, b",4\nx,,\n'))).toEqual([
    ["id", "note", "n"],
    ["1", "a, b", 4],
    ["x"],
  ]);
});

test("the tab is named as the file, within what a tab may be called; the workbook is an .xlsx", async () => {
  const book = await openFile(utf8("a,b\n1,2"), "[2026] a very long name of a file somebody sent.csv");
  expect(book.sheets[0]?.name).toBe("2026  a very long name of a fil");
  expect(book.name).toBe("[2026] a very long name of a file somebody sent.xlsx");
});
