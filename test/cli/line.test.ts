/** Every command, met with the slips people make: a line in their language, a code, and nothing written or begun. */
import { mkdir, mkdtemp, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildProgram } from "../../src/cli/main";
import { READ } from "../../src/cli/usage";
import { LANGS, type Lang } from "../../src/words";
import { terminal } from "../support/terminal";

/** What each command that writes needs besides `-o`; `in` is a file that is there. */
const WRITING: Readonly<Record<string, readonly string[]>> = {
  inspect: ["in"],
  plan: ["in"],
  track: ["in"],
  evaluate: ["in"],
  whatif: ["in", "--set", "a.weight=1"],
  pay: ["in", "--plan", "in"],
  drivers: ["in"],
  visits: ["in"],
  follow: ["in"],
  revise: ["in"],
  review: ["in", "--pass", "unit:East"],
  interview: ["in"],
  collect: ["in", "in"],
  template: ["D1", "--with", "in"],
  roll: ["in"],
  approve: ["in", "--by", "Li"],
};
const INTO_FOLDERS: Readonly<Record<string, readonly string[]>> = { demo: [], distribute: ["in"] };

let folder = "";
const at = (...names: string[]): string => join(folder, ...names);
const line = (words: readonly string[]): string[] =>
  words.map((word) => (word === "in" ? at("in.xlsx") : word));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "attain-line-"));
  await mkdir(at("folder.xlsx"));
  await writeFile(at("in.xlsx"), "not looked at before the place to write to is");
  await writeFile(at("taken"), "a file");
  await writeFile(at("in.json"), '{\n  "growth": 0.2,,\n}');
});

test("every command that has a place to write to is among these", async () => {
  const { commands } = buildProgram("en-US");
  const writing = commands
    .filter(({ options }) => options.some(({ long }) => long === "--out"))
    .map((command) => command.name());
  expect(writing.sort()).toEqual([...Object.keys(WRITING), ...Object.keys(INTO_FOLDERS)].sort());
});

describe.each(LANGS)("in %s", (lang) => {
  const zh = lang === "zh-CN";
  const says = (chinese: string, english: string): string => (zh ? chinese : english);

  test.each(Object.entries(WRITING))("%s looks at its output before it begins", async (name, words) => {
    const run = (out: string) => terminal(name, ...line(words), "-o", out, "--lang", lang);
    const nowhere = await run(at("nowhere", "out.xlsx"));
    expect([nowhere.code, nowhere.out]).toEqual([6, ""]);
    expect(nowhere.err).toContain(says("文件夹不存在", "its folder does not exist"));
    const inFolder = await run(at("folder.xlsx"));
    expect([inFolder.code, inFolder.err]).toEqual([
      6,
      expect.stringContaining(says("是文件夹", "is a folder")),
    ]);
    const named = await run(at("out.csv"));
    expect([named.code, named.err]).toEqual([
      2,
      expect.stringContaining(says("应以 .xlsx 结尾", "has to end in .xlsx")),
    ]);
    const itself = await run(at("in.xlsx"));
    expect([itself.code, itself.err]).toEqual([2, expect.stringContaining("file-taken")]);
    expect((await readdir(folder)).sort()).toEqual(["folder.xlsx", "in.json", "in.xlsx", "taken"]);
  });

  test.each(Object.entries(INTO_FOLDERS))("%s takes no file for its folder", async (name, words) => {
    const { code, err } = await terminal(name, ...line(words), "-o", at("taken"), "--lang", lang);
    expect([code, err]).toEqual([
      6,
      expect.stringContaining(says("同名的文件已在那里", "a file stands where")),
    ]);
  });

  const slips: readonly [string, readonly string[], string, string][] = [
    [
      "an unknown command, with the one that was meant",
      ["evaluat", "in"],
      "没有命令“evaluat”，是不是“evaluate”？用法见 attain --help。",
      "There is no command “evaluat”. Did you mean “evaluate”? See attain --help.",
    ],
    [
      "an unknown option, with the one that was meant",
      ["plan", "in", "-o", "x.xlsx", "--groth", "1"],
      "没有选项“--groth”，是不是“--growth”？用法见 attain plan --help。",
      "There is no option “--groth”. Did you mean “--growth”? See attain plan --help.",
    ],
    [
      "no output",
      ["plan", "in"],
      "缺少“-o, --out <文件>”。用法见 attain plan --help。",
      "“-o, --out <file>” is missing. See attain plan --help.",
    ],
    [
      "an option without its value",
      ["plan", "in", "-o"],
      "“-o, --out <文件>”后面没有写值。",
      "“-o, --out <file>” has no value after it.",
    ],
    ["no input", ["inspect"], "缺少 <工作簿>。", "<workbook> is missing."],
    [
      "words too many",
      ["inspect", "my", "ledger.xlsx"],
      "应有 1 个，写了 2 个",
      "1 word without an option is expected, 2 are given",
    ],
    [
      "no number",
      ["plan", "in", "-o", "x.xlsx", "--growth", "much"],
      "--growth 应为比例：增长两成写作 0.2 或 20%，写的是“much”。",
      "--growth has to be a fraction: 0.2 or 20% for a fifth more, found “much”.",
    ],
    [
      "20 for 20 %",
      ["plan", "in", "-o", "x.xlsx", "--growth", "20"],
      "增长两成写作 0.2 或 20%，写的是“20”",
      "0.2 or 20% for a fifth more, found “20”",
    ],
    [
      "no such choice",
      ["revise", "in", "-o", "x.xlsx", "--freeze", "all"],
      "--freeze 不能是“all”，只能是：actual, target。",
      "--freeze cannot be “all”; it is one of actual, target.",
    ],
    [
      "a schema nobody knows",
      ["schema", "bogus"],
      "<内容> 不能是“bogus”，只能是：",
      "<what> cannot be “bogus”; it is one of ",
    ],
    [
      "a page nobody knows",
      ["evaluate", "in", "-o", "x.xlsx", "--pages", "standing，pages"],
      "--pages 里没有“pages”，可以写：analysis, standing, review, calibration, whatif。",
      "--pages knows no “pages”; it takes analysis, standing, review, calibration, whatif.",
    ],
    [
      "a column nobody knows",
      ["evaluate", "in", "-o", "x.xlsx", "--beside", "March", "--beside-columns", "pie"],
      "--beside-columns 里没有“pie”，可以写：total, grade, rank, points。",
      "--beside-columns knows no “pie”; it takes total, grade, rank, points.",
    ],
    [
      "a review by nobody",
      ["review", "in", "-o", "x.xlsx", "--submit", "all"],
      "请用 --by <姓名> 写明由谁经手",
      "--by <name> says who does it",
    ],
    [
      "a day that is none, for a review",
      ["review", "in", "-o", "x.xlsx", "--sign", "Bob", "--on", "2026-13-08"],
      "--on 应为日期，如 2026-04-08 或 2026-04-08 09:30，写的是“2026-13-08”。",
      "--on has to be a day such as 2026-04-08, or 2026-04-08 09:30, found “2026-13-08”.",
    ],
    [
      "an hour that is none",
      ["review", "in", "-o", "x.xlsx", "--sign", "Bob", "--on", "2026-04-08 25:00"],
      "写的是“2026-04-08 25:00”",
      "found “2026-04-08 25:00”",
    ],
    [
      "a day that is none, for an approval",
      ["approve", "in", "-o", "x.xlsx", "--by", "Li", "--on", "tomorrow"],
      "--on 应为日期，如 2026-04-08，写的是“tomorrow”。",
      "--on has to be a day such as 2026-04-08, found “tomorrow”.",
    ],
    [
      "a day that is none, for a change of plan",
      ["revise", "in", "-o", "x.xlsx", "--on", "2026-02-30"],
      "--on 应为日期，如 2026-04-08，写的是“2026-02-30”。",
      "--on has to be a day such as 2026-04-08, found “2026-02-30”.",
    ],
    [
      "a week that is none",
      ["roll", "in", "-o", "x.xlsx", "--week", "3"],
      "--week 应为日期，如 2026-04-08，写的是“3”。",
      "--week has to be a day such as 2026-04-08, found “3”.",
    ],
    [
      "a due day that is none",
      ["review", "in", "-o", "x.xlsx", "--due", "first=soon"],
      "--due 的日期应写成 first=2026-04-08，写的是“soon”",
      "the day of --due is written first=2026-04-08, found “soon”",
    ],
    [
      "a place in a pattern that stands for nothing",
      ["distribute", "in", "-o", "x", "--pattern", "{unit}-{nmae}.xlsx"],
      "--pattern 里没有“{nmae}”，可以写：{unit}, {manager}, {name}, {period}, {单位}, {经理}, {姓名}, {期间}。",
      "--pattern knows no “{nmae}”; it takes {unit}, {manager}, {name}, {period}, {单位}, {经理}, {姓名}, {期间}.",
    ],
    ["nothing to try", ["whatif", "in"], "请用 --set 写出要试什么", "--set says what to try"],
    [
      "neither output nor preview",
      ["collect", "in", "in"],
      "请用 -o <文件> 指定合并后的工作簿",
      "-o <file> says where the merged workbook goes",
    ],
    ["nothing to score", ["evaluate", "-o", "x.xlsx"], "请写出要考核的工作簿", "Name the workbook to score"],
    [
      "units without a leader",
      ["distribute", "in", "-o", "x", "--division", "East"],
      "--division East",
      "--division East",
    ],
  ];
  test.each(slips)("%s is said with its remedy", async (_, words, chinese, english) => {
    const [command = "", ...rest] = line(words);
    const { code, out, err } = await terminal(command, "--lang", lang, ...rest);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^attain: usage: .*$/);
    expect(err).toContain(says(chinese, english));
  });

  test.each(["file-missing", "file-folder", "file-encrypted", "file-unreadable"])(
    "an input that is %s",
    async (code) => {
      const inputs: Readonly<Record<string, string>> = {
        "file-missing": at("no.xlsx"),
        "file-folder": at("folder.xlsx"),
        "file-encrypted": await withBytes(ENCRYPTED),
        "file-unreadable": at("in.xlsx"),
      };
      const ended = await terminal("inspect", inputs[code] ?? "", "--lang", lang);
      expect([ended.code, ended.out]).toEqual([3, ""]);
      expect(ended.err).toMatch(new RegExp(`^attain: ${code}: `));
      expect(ended.err).toContain(
        {
          "file-missing": says("请检查路径", "Check the path"),
          "file-folder": says("请写出其中一个文件", "Name a file in it"),
          "file-encrypted": says("清空密码", "empty the password"),
          "file-unreadable": says("另存为 .xlsx", "save it as .xlsx"),
        }[code],
      );
    },
  );

  test("a request that is no JSON is pointed at", async () => {
    const { code, err } = await terminal(
      "plan",
      at("in.xlsx"),
      "-o",
      at("x.xlsx"),
      "--request",
      at("in.json"),
      "--lang",
      lang,
    );
    expect([code, err]).toEqual([4, expect.stringContaining(says("第 2 行第 17 个字", "line 2, column 17"))]);
  });
});

test("a request saved by Notepad, with a mark before its text, is read", async () => {
  await writeFile(at("visits.json"), `\uFEFF{"customers": 1}`);
  const { code, err } = await terminal("visits", at("visits.json"), "-o", at("x.xlsx"), "--lang", "en-US");
  expect([code, err]).toEqual([4, expect.stringContaining("customers")]);
});

test("a workbook with macros keeps its ending", async () => {
  await writeFile(at("macros.xlsm"), "");
  const { code, err } = await terminal("track", at("macros.xlsm"), "-o", at("x.xlsx"), "--lang", "en-US");
  expect([code, err]).toEqual([2, expect.stringContaining("has to end in .xlsm")]);
});

test("the version is asked for", async () => {
  expect(await terminal("--version")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
  });
});

test("a file that is replaced keeps its rights, and leaves nothing half-written beside it", async () => {
  const made = (lang: Lang) => terminal("template", "C1", "-o", at("made.xlsx"), "--lang", lang);
  await made("zh-CN");
  const [first, before] = [await readFile(at("made.xlsx")), await stat(at("made.xlsx"))];
  await made("en-US");
  expect((await readFile(at("made.xlsx"))).equals(first)).toBe(false);
  expect((await stat(at("made.xlsx"))).mode).toBe(before.mode);
  expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

/** The container of an encrypted workbook, as far as it is looked at. */
const ENCRYPTED = Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"),
  Buffer.alloc(504),
  Buffer.from("EncryptedPackage", "utf16le"),
]);

async function withBytes(bytes: Buffer): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "attain-input-")), "locked.xlsx");
  await writeFile(file, bytes);
  return file;
}

test("words of a list may stand in any order and be parted as people part them", () => {
  const pages = READ.words(["analysis", "standing", "review"]);
  expect(pages("Standing， analysis")).toEqual(["analysis", "standing"]);
  expect(() => pages("analysis,pay")).toThrow("No 'pay' in analysis, standing, review");
});
