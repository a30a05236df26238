import { InvalidArgumentError, type CommanderError } from "commander";
import { AttainError } from "../errors";
import { PLACE_NAMES, strayPlace } from "../sharing/outgoing/fileNames";
import { momentOf } from "../sheets/review/dates";
import { say, type Lang, type Phrase } from "../words";
import { named } from "./help/placeholders";
import { errorLine } from "./output";

/** A command line that cannot be meant, in a sentence without its full stop; `command` is whose help to read. */
export function misused(command: string, detail: Phrase | string): AttainError {
  return new AttainError("usage", { detail, help: `attain ${command} --help`.replace("  ", " ") });
}

/** What the values of options have to be, named in what is thrown so that it can be said in either language. */
const KINDS = {
  number: { "zh-CN": "应为数字", "en-US": "has to be a number" },
  count: { "zh-CN": "应为 0 或正整数", "en-US": "has to be a whole number from 0 up" },
  year: { "zh-CN": "应为年份，如 2026", "en-US": "has to be a year such as 2026" },
  day: { "zh-CN": "应为日期，如 2026-04-08", "en-US": "has to be a day such as 2026-04-08" },
  moment: {
    "zh-CN": "应为日期，如 2026-04-08 或 2026-04-08 09:30",
    "en-US": "has to be a day such as 2026-04-08, or 2026-04-08 09:30",
  },
  share: {
    "zh-CN": "应为比例：增长两成写作 0.2 或 20%",
    "en-US": "has to be a fraction: 0.2 or 20% for a fifth more",
  },
} as const satisfies Record<string, Phrase>;

function valueOf(text: string, kind: keyof typeof KINDS, fits: (value: number) => boolean): number {
  const plain = text.replace(/[%％]$/, "");
  const value = plain.trim() === "" ? NaN : Number(plain) / (plain === text ? 1 : 100);
  if (!Number.isFinite(value) || !fits(value)) throw new InvalidArgumentError(kind);
  return value;
}

function momentIn(text: string, kind: keyof typeof KINDS): string {
  const moment = momentOf(text);
  if (moment === undefined) throw new InvalidArgumentError(kind);
  return moment;
}

/** Readers of option values. @throws InvalidArgumentError */
export const READ = {
  number: (text: string) => valueOf(text, "number", () => !/[%％]$/.test(text)),
  count: (text: string) => valueOf(text, "count", (value) => Number.isInteger(value) && value >= 0),
  year: (text: string) =>
    valueOf(text, "year", (value) => Number.isInteger(value) && value > 1899 && value < 2200),
  /** `20` without a sign is far more likely meant as 20 % than as twenty-one times as much. */
  share: (text: string) =>
    valueOf(text, "share", (value) => value > -1 && (value <= 5 || /[%％]$/.test(text))),
  /** `2026/4/8` is 2026-04-08; what is no day of the calendar is refused. */
  day: (text: string) => momentIn(text, "day").slice(0, 10),
  /** A day, or a minute of it. */
  moment: (text: string) => momentIn(text, "moment"),
  /** A pattern of file names in which every place in braces stands for something. */
  pattern: (text: string) => {
    const stray = strayPlace(text);
    if (stray === undefined) return text;
    throw new InvalidArgumentError(`No '${stray}' in ${PLACE_NAMES}`);
  },
  /** A reader of lists of known words, `standing, analysis`; they come in the order they are known in. */
  words:
    <T extends string>(known: readonly T[]) =>
    (text: string): T[] => {
      const wanted = text.split(/[,，、\s]+/).map((word) => word.toLowerCase());
      const strange = wanted.find((word) => word !== "" && !known.some((one) => one === word));
      if (strange !== undefined) throw new InvalidArgumentError(`No '${strange}' in ${known.join(", ")}`);
      return known.filter((one) => wanted.includes(one));
    },
} as const;

/** How the parser's messages read, by its codes: where the names stand in them, and what is said instead. */
const SAID: Readonly<Record<string, readonly (readonly [RegExp, Phrase])[]>> = {
  "commander.unknownCommand": [
    [/command '(?<name>[^']*)'/, { "zh-CN": "没有命令“{name}”", "en-US": "There is no command “{name}”" }],
  ],
  "commander.unknownOption": [
    [/option '(?<name>[^']*)'/, { "zh-CN": "没有选项“{name}”", "en-US": "There is no option “{name}”" }],
  ],
  "commander.missingArgument": [
    [/argument '(?<name>[^']*)'/, { "zh-CN": "缺少 <{name}>", "en-US": "<{name}> is missing" }],
  ],
  "commander.optionMissingArgument": [
    [
      /option '(?<name>[^']*)'/,
      { "zh-CN": "“{name}”后面没有写值", "en-US": "“{name}” has no value after it" },
    ],
  ],
  "commander.missingMandatoryOptionValue": [
    [/option '(?<name>[^']*)'/, { "zh-CN": "缺少“{name}”", "en-US": "“{name}” is missing" }],
  ],
  "commander.excessArguments": [
    [
      /Expected (?<want>\d+) arguments? but got (?<got>\d+)/,
      {
        "zh-CN": "不带选项名的词应有 {want} 个，写了 {got} 个；带空格的名字要加引号",
        "en-US":
          "{want} word without an option is expected, {got} are given; names with spaces need quotation marks",
      },
    ],
  ],
  "commander.invalidArgument": [
    [
      /(?<name>--\S+).*? argument '(?<value>[^']*)' is invalid\. Allowed choices are (?<known>[^]*?)\.?$/,
      {
        "zh-CN": "{name} 不能是“{value}”，只能是：{known}",
        "en-US": "{name} cannot be “{value}”; it is one of {known}",
      },
    ],
    [
      /value '(?<value>[^']*)' is invalid for argument '(?<name>[^']*)'\. Allowed choices are (?<known>[^]*?)\.?$/,
      {
        "zh-CN": "<{name}> 不能是“{value}”，只能是：{known}",
        "en-US": "<{name}> cannot be “{value}”; it is one of {known}",
      },
    ],
    [
      /(?<name>--\S+).*? is invalid\. No '(?<value>.*)' in (?<known>.*)$/,
      {
        "zh-CN": "{name} 里没有“{value}”，可以写：{known}",
        "en-US": "{name} knows no “{value}”; it takes {known}",
      },
    ],
    [
      /(?<name>--\S+).*? argument '(?<value>[^']*)' is invalid\. (?<kind>\w+)$/,
      { "zh-CN": "{name} {kind}，写的是“{value}”", "en-US": "{name} {kind}, found “{value}”" },
    ],
  ],
};

const MEANT: Phrase = { "zh-CN": "，是不是“{names}”？", "en-US": ". Did you mean “{names}”?" };

/** What the command line's parser refused, as one line in the person's language; `command` is what was called. */
export function usageLine(error: CommanderError, command: string | undefined, lang: Lang): string {
  const message = error.message.replace(/^error: /, "");
  const [found] = (SAID[error.code] ?? []).flatMap(([pattern, phrase]) => {
    const groups = pattern.exec(message)?.groups;
    return groups ? [say(phrase, lang, inWords(groups))] : [];
  });
  const names = /\(Did you mean (?:one of )?([^?]+)\?\)/.exec(message)?.[1];
  const meant = names === undefined ? "" : say(MEANT, lang, { names });
  return errorLine(misused(command ?? "", named(found ?? message, lang) + meant), lang).replace(
    /([？?])[。.]/,
    "$1",
  );
}

function inWords(groups: Readonly<Record<string, string>>): Record<string, string | Phrase> {
  const { kind, ...rest } = groups;
  const known = Object.entries(KINDS).find(([name]) => name === kind)?.[1];
  return kind === undefined ? rest : { ...rest, kind: known ?? kind };
}
