import { Help, type Argument, type Command, type Option } from "commander";
import { textWidth } from "../../sheets/rows";
import { say, type Lang, type Phrase } from "../../words";
import { named } from "./placeholders";

const W = {
  "Usage:": { "zh-CN": "用法：", "en-US": "Usage:" },
  "Arguments:": { "zh-CN": "参数：", "en-US": "Arguments:" },
  "Options:": { "zh-CN": "选项：", "en-US": "Options:" },
  "Commands:": { "zh-CN": "命令：", "en-US": "Commands:" },
} as const satisfies Record<string, Phrase>;

const CHOICES: Phrase = { "zh-CN": "可选：{list}", "en-US": "one of: {list}" };
const USUAL: Phrase = { "zh-CN": "默认：{value}", "en-US": "default: {value}" };

/** The parser's own words in usage lines. */
const USAGE_WORDS: Readonly<Record<string, Phrase>> = {
  "[options]": { "zh-CN": "[选项]", "en-US": "[options]" },
  "[command]": { "zh-CN": "[命令]", "en-US": "[command]" },
};

/**
 * How help pages are laid out in a language: headings, places for values, choices and defaults in its words, columns and
 * lines by what full-width characters take.
 *
 * @example program.configureHelp(layoutIn("zh-CN"))
 */
export function layoutIn(lang: Lang): Partial<Help> {
  const inWords = (term: string): string =>
    term
      .split(" ")
      .map((word) => USAGE_WORDS[word]?.[lang] ?? named(word, lang))
      .join(" ");
  const usual = new Help();
  return {
    minWidthToWrap: 30,
    displayWidth: textWidth,
    boxWrap: (text, width) => linesOf(text, width).join("\n"),
    styleTitle: (title) => Object.entries(W).find(([key]) => key === title)?.[1][lang] ?? title,
    commandUsage: (command) => inWords(usual.commandUsage(command)),
    // Every command has options.
    subcommandTerm: (command) => inWords(usual.subcommandTerm(command).replace(" [options]", "")),
    optionTerm: ({ flags }) => inWords(flags),
    argumentTerm: (argument: Argument) => named(`<${argument.name()}>`, lang).slice(1, -1),
    optionDescription: (option) => described(option, lang),
    argumentDescription: (argument) => described(argument, lang),
    formatHelp(command: Command, helper: Help) {
      // A full-width colon brings its own space.
      return Help.prototype.formatHelp.call(this, command, helper).replace(/^(\S+：) /, "$1");
    },
  };
}

function described(
  one: Pick<Option & Argument, "description" | "argChoices" | "defaultValue">,
  lang: Lang,
): string {
  const { description, argChoices, defaultValue } = one;
  const choices = argChoices ?? [];
  const untold = choices.filter((choice) => !description.includes(choice));
  const between = lang === "zh-CN" ? "、" : ", ";
  const more = [
    ...(untold.length > 0 ? [say(CHOICES, lang, { list: choices.join(between) })] : []),
    ...(typeof defaultValue === "string" ? [say(USUAL, lang, { value: defaultValue })] : []),
  ];
  if (more.length === 0) return description;
  return lang === "zh-CN" ? `${description}（${more.join("；")}）` : `${description} (${more.join("; ")})`;
}

/** A Chinese character or a word, with the opening marks before it and the closing ones and spaces after it. */
const PIECE = /[（“]*(?:[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF“”]+)[，。；：、！？）”]*\s*/gu;

/**
 * A text in lines of at most `width` columns. A line may end at a space or between Chinese characters, but neither
 * begins with a closing mark nor ends with an opening one.
 */
export function linesOf(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines = [""];
    for (const piece of paragraph.match(PIECE) ?? []) {
      const last = lines.at(-1) ?? "";
      if (last !== "" && textWidth(last + piece.trimEnd()) > width) lines.push(piece);
      else lines[lines.length - 1] = last + piece;
    }
    return lines.map((line) => line.trimEnd());
  });
}
