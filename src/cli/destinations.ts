import type { Command } from "commander";
import { say, type Phrase } from "../words";
import { checkApart, checkFolder, checkWritable } from "./files";
import { misused } from "./usage";

type Kind = "workbook" | "archive" | "folder";

/** Options that say where something is written, and what. Everything else of a command line may be read. */
const WRITES: Readonly<Record<string, Kind>> = { out: "workbook", master: "workbook", zip: "archive" };

/** Commands whose `--out` is a folder of files. */
const INTO_FOLDERS: ReadonlySet<string> = new Set(["demo", "distribute"]);

/** Commands that make a new workbook of what they read; all others change a copy of it, macros and all. */
const MAKES_NEW: ReadonlySet<string> = new Set(["template", "evaluate", "plan"]);

const W = {
  ending: {
    "zh-CN": "{option} 的“{file}”应以 {ending} 结尾，否则打不开",
    "en-US": "{option} “{file}” has to end in {ending}, or nothing will open it",
  },
  macros: {
    "zh-CN": "“{input}”带宏，{option} 的“{file}”也应以 .xlsm 结尾，否则 Excel 打不开",
    "en-US": "“{input}” holds macros, so {option} “{file}” has to end in .xlsm, or Excel will not open it",
  },
} as const satisfies Record<string, Phrase>;

/**
 * Looks at where a command is going to write before it begins to work: the place can be written to, the file's name
 * says what it is, and nothing that is read is written over.
 *
 * @throws AttainError `usage`, `file-unwritable`, `file-taken`
 */
export async function checkDestinations(command: Command): Promise<void> {
  const name = command.name();
  const options = Object.entries(command.opts<Record<string, unknown>>());
  const inputs = [
    ...command.processedArgs,
    ...options.filter(([key]) => !(key in WRITES)).map(([, value]) => value),
  ]
    .flat()
    .filter((value) => typeof value === "string");
  for (const [key, file] of options) {
    const usual = WRITES[key];
    if (usual === undefined || typeof file !== "string") continue;
    const kind = key === "out" && INTO_FOLDERS.has(name) ? "folder" : usual;
    if (kind === "folder") {
      await checkFolder(file);
      continue;
    }
    checkEnding(name, `--${key}`, file, kind, inputs);
    await checkWritable(file);
    for (const input of inputs) await checkApart(input, file);
  }
}

function checkEnding(
  command: string,
  option: string,
  file: string,
  kind: Kind,
  inputs: readonly string[],
): void {
  const ending = kind === "archive" ? ".zip" : ".xlsx";
  const [input = ""] = inputs;
  const macros = kind === "workbook" && /\.xlsm$/i.test(input);
  const fits = (wanted: string): boolean => file.toLowerCase().endsWith(wanted);
  if (macros && (fits(".xlsm") || (MAKES_NEW.has(command) && fits(".xlsx")))) return;
  if (macros) throw misused(command, both(W.macros, { input, option, file }));
  if (!fits(ending)) throw misused(command, both(W.ending, { option, file, ending }));
}

const both = (phrase: Phrase, params: Readonly<Record<string, string>>): Phrase => ({
  "zh-CN": say(phrase, "zh-CN", params),
  "en-US": say(phrase, "en-US", params),
});
