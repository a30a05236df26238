/** Help in both languages: every command, argument and option has its words in each, and columns stand. */
import type { Command } from "commander";
import { linesOf } from "../../src/cli/help/layout";
import { named, PLACEHOLDERS } from "../../src/cli/help/placeholders";
import { GROUPS } from "../../src/cli/help/programWords";
import { buildProgram } from "../../src/cli/main";
import { localeOf } from "../../src/cli/output";
import { textWidth } from "../../src/sheets/rows";
import { langOf, LANGS } from "../../src/words";
import { terminal } from "../support/terminal";

const HAN = /\p{Script=Han}/u;
const FULL_WIDTH = /[\u2E80-\uFFEF]/;
/** Words that belong to the language of the page, not to a command line or a file. */
const ENGLISH_SENTENCE = /\b[A-Za-z]+ [a-z]{2,} [a-z]{2,}\b/;

/** A text without the commands it refers to. */
const plain = (text: string): string => text.replace(/\battain [a-z]+( [a-z-]+)?/g, "");

const pages = (lang: "zh-CN" | "en-US"): [name: string, command: Command][] => {
  const program = buildProgram(lang);
  return [["", program], ...program.commands.map((one): [string, Command] => [one.name(), one])];
};
const NAMES = pages("en-US").map(([name]) => name);

/** What a command's page says, with what is added below it. */
const page = async (name: string, lang: string): Promise<string> =>
  (await terminal(...(name === "" ? [] : [name]), "--help", "--lang", lang)).out;

describe.each(LANGS)("in %s", (lang) => {
  const zh = lang === "zh-CN";

  test.each(pages(lang))("“attain %s”: what it is, takes and may be told is said", (_, command) => {
    const help = command.createHelp();
    const said = [
      command.description(),
      ...command.registeredArguments.map((one) => help.argumentDescription(one)),
      ...[...command.options, ...help.visibleOptions(command)].map((one) => help.optionDescription(one)),
    ];
    for (const text of said) {
      expect(text).toMatch(zh ? HAN : /[a-z]{2}/);
      expect(plain(text)).not.toMatch(zh ? ENGLISH_SENTENCE : FULL_WIDTH);
    }
  });

  test.each(NAMES)("“attain %s --help” is of one language", async (name) => {
    const lines = (await page(name, lang)).split("\n").filter((line) => !/^ {2}attain /.test(line));
    expect(lines[0]).toMatch(zh ? /^用法：attain .*\[选项\]/ : /^Usage: attain .*\[options\]/);
    for (const line of lines) expect(plain(line)).not.toMatch(zh ? ENGLISH_SENTENCE : FULL_WIDTH);
    for (const heading of ["Usage", "Arguments", "Options", "Commands"])
      expect(lines.some((line) => line.startsWith(heading))).toBe(
        !zh && (heading === "Usage" || lines.includes(`${heading}:`)),
      );
  });

  test.each(NAMES)("“attain %s --help” keeps its columns and 80 characters", async (name) => {
    const [list = ""] = (await page(name, lang)).split(zh ? "\n例：" : "\nExamples:");
    const lines = list.split("\n").filter((line) => !line.startsWith(zh ? "用法" : "Usage"));
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(81);
    const columns = lines.flatMap((line) => {
      const [, before] = /^( {2}\S.*? {2,})\S/.exec(line) ?? [];
      return before === undefined ? [] : [textWidth(before)];
    });
    expect(new Set(columns).size).toBe(1);
  });
});

test("both languages have the same commands, arguments and options", () => {
  const [chinese, english] = LANGS.map((lang) =>
    pages(lang).map(([name, { options, registeredArguments }]) => [
      name,
      registeredArguments.map((one) => one.name()),
      options.map(({ flags }) => flags),
    ]),
  );
  expect(chinese).toEqual(english);
});

test("every place for a value has a Chinese name", () => {
  const flags = pages("zh-CN").flatMap(([, { options, registeredArguments }]) => [
    ...options.map((one) => one.flags),
    ...registeredArguments.map((one) => `<${one.name()}>`),
  ]);
  const words = flags.flatMap((text) => /[<[]([a-z=]+)/.exec(text)?.[1]?.split("=") ?? []);
  expect(words.filter((word) => !(word in PLACEHOLDERS))).toEqual([]);
  expect(named("--adjust <name=score...>", "zh-CN")).toBe("--adjust <姓名=得分...>");
  expect(named("--adjust <name=score...>", "en-US")).toBe("--adjust <name=score...>");
});

test("every command stands in a group of the first page", () => {
  expect(GROUPS.flatMap(({ commands }) => commands).sort()).toEqual(
    NAMES.filter((name) => name !== "").sort(),
  );
});

test("lines break between Chinese characters, and no mark stands alone", () => {
  expect(linesOf("考核人员表，写成了“工作簿”（两张）。", 16)).toEqual([
    "考核人员表，写成",
    "了“工作簿”（两",
    "张）。",
  ]);
  expect(linesOf("one line\nand a long one", 10)).toEqual(["one line", "and a long", "one"]);
});

test("the environment says which language: an empty variable is none, and without any the system's locale counts", () => {
  expect(localeOf({ LC_ALL: "", LC_MESSAGES: undefined, LANG: "zh_CN.UTF-8" }, "en-US")).toBe("zh_CN.UTF-8");
  expect(localeOf({ LC_ALL: "C", LANG: "zh_CN.UTF-8" }, "zh-CN")).toBe("C");
  expect(langOf(localeOf({}, "zh-Hans-CN"))).toBe("zh-CN");
});
