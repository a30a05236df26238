import { Option, type Command } from "commander";
import { reviseFile } from "./commands/revise";
import { READ } from "./usage";
import { makeFromRequest, type Book } from "./commands/book";

const DESCRIPTIONS: Readonly<Record<Book, string>> = {
  drivers: "Who makes the gap: a tree of drivers by store, a funnel back to calls a day, activity norms",
  visits: "Plan visits by customer class, levelled over working days, with a list to tick off",
  follow: "Follow a plan through its periods, and targets that departments share",
};

const LANG = new Option("--lang <tag>", "zh-CN or en-US (default: the terminal's language)").choices([
  "zh-CN",
  "en-US",
]);

/** Commands that make a workbook from a request alone, and the one that changes a plan under way. */
export function addBooks(program: Command): void {
  for (const [book, description] of Object.entries(DESCRIPTIONS) as [Book, string][]) {
    program
      .command(book)
      .description(description)
      .argument("<request>", `the request as JSON (see: attain schema ${book})`)
      .requiredOption("-o, --out <file>", "the finished workbook")
      .addOption(LANG)
      .option("--json", "print the result as JSON on standard output")
      .action((file: string, options: Parameters<typeof makeFromRequest>[2]) =>
        makeFromRequest(book, file, options),
      );
  }
  program
    .command("revise")
    .description(
      "Change a plan under way: closed periods frozen, the rest spread again, with bridge and confirmation",
    )
    .argument("<workbook>", "a workbook with Attain's target sheet; it is not changed")
    .requiredOption("-o, --out <file>", "the changed workbook")
    .option("--closed <period>", "the last closed period: 2018-03")
    .addOption(new Option("--freeze <what>", "what closed periods hold").choices(["actual", "target"]))
    .addOption(new Option("--carry <how>", "who makes up for them").choices(["own", "shared"]))
    .option("--total <amount>", "the new total; needs a reason", READ.number)
    .option("--reason <text>", "why")
    .option("--by <name>", "who changes the targets")
    .option("--on <day>", "the day of the change: 2018-04-05")
    .option("--request <file>", "all of this and moves, limits, actuals as JSON (see: attain schema revise)")
    .addOption(LANG)
    .option("--json", "print the result as JSON on standard output")
    .action((file: string, options: Parameters<typeof reviseFile>[1]) => reviseFile(file, options));
}
