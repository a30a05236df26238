import { Option, type Command } from "commander";
import { makeFromRequest, type Book } from "./commands/book";

const DESCRIPTIONS: Readonly<Record<Book, string>> = {
  drivers: "Who makes the gap: a tree of drivers by store, a funnel back to calls a day, activity norms",
  visits: "Plan visits by customer class, levelled over working days, with a list to tick off",
};

/** Commands that make a workbook from a request alone. */
export function addBooks(program: Command): void {
  for (const [book, description] of Object.entries(DESCRIPTIONS) as [Book, string][]) {
    program
      .command(book)
      .description(description)
      .argument("<request>", `the request as JSON (see: attain schema ${book})`)
      .requiredOption("-o, --out <file>", "the finished workbook")
      .addOption(
        new Option("--lang <tag>", "zh-CN or en-US (default: the terminal's language)").choices([
          "zh-CN",
          "en-US",
        ]),
      )
      .option("--json", "print the result as JSON on standard output")
      .action((file: string, options: Parameters<typeof makeFromRequest>[2]) =>
        makeFromRequest(book, file, options),
      );
  }
}
