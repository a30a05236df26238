import { Option, type Command } from "commander";
import type { Lang, Phrase } from "../words";
import { makeFromRequest, type Book } from "./commands/book";
import { reviseFile } from "./commands/revise";
import { approve, roll } from "./commands/workPlan";
import { COMMON_HELP, jsonOption, langOption } from "./help/common";
import { PLAN_HELP as H } from "./help/planWords";
import { READ } from "./usage";

const BOOKS: Readonly<Record<Book, readonly [about: Phrase, request: Phrase]>> = {
  drivers: [H.drivers, H.driversRequest],
  visits: [H.visits, H.visitsRequest],
  follow: [H.follow, H.followRequest],
};

/** Commands that make a workbook from a request alone, and the one that changes a plan under way. */
export function addBooks(program: Command, lang: Lang): void {
  for (const [book, [about, request]] of Object.entries(BOOKS) as [Book, (typeof BOOKS)[Book]][]) {
    program
      .command(book)
      .description(about[lang])
      .argument("<request>", request[lang])
      .requiredOption("-o, --out <file>", COMMON_HELP.finished[lang])
      .addOption(langOption(lang))
      .addOption(jsonOption(lang))
      .action((file: string, options: Parameters<typeof makeFromRequest>[2]) =>
        makeFromRequest(book, file, options),
      );
  }
  program
    .command("revise")
    .description(H.revise[lang])
    .argument("<workbook>", H.targets[lang])
    .requiredOption("-o, --out <file>", H.changed[lang])
    .option("--closed <period>", H.closed[lang])
    .addOption(new Option("--freeze <what>", H.freeze[lang]).choices(["actual", "target"]))
    .addOption(new Option("--carry <how>", H.carry[lang]).choices(["own", "shared"]))
    .option("--total <amount>", H.total[lang], READ.number)
    .option("--reason <text>", H.reason[lang])
    .option("--by <name>", H.by[lang])
    .option("--on <day>", H.on[lang], READ.day)
    .option("--request <file>", H.reviseRequest[lang])
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: Parameters<typeof reviseFile>[1]) => reviseFile(file, options));
}

/** A year's work plan: unfinished work goes on, an approved plan is locked. */
export function addWorkPlan(program: Command, lang: Lang): void {
  program
    .command("roll")
    .description(H.roll[lang])
    .argument("<plan>", H.weekly[lang])
    .requiredOption("-o, --out <file>", H.rolled[lang])
    .option("--week <day>", H.week[lang], READ.day)
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: Parameters<typeof roll>[1]) => roll(file, options));

  program
    .command("approve")
    .description(H.approve[lang])
    .argument("<plan>", H.weekly[lang])
    .requiredOption("-o, --out <file>", H.approved[lang])
    .requiredOption("--by <name>", H.approver[lang])
    .option("--on <day>", H.approvedOn[lang], READ.day)
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: Parameters<typeof approve>[1]) => approve(file, options));
}
