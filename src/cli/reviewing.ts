import { Option, type Command } from "commander";
import { EVENT_KINDS } from "../scoring/review/events";
import { interview, type InterviewOptions } from "./commands/interview";
import { review, type ReviewOptions } from "./commands/review";
import { REVIEW_HELP as H } from "./commands/reviewWords";
import { chooseLang } from "./output";
import { READ } from "./usage";

const collectAll = (value: string, all: readonly string[]): string[] => [...all, value];

/** The review of a finished evaluation; its help speaks the terminal's language. */
export function addReviewing(program: Command, asked?: string): void {
  const lang = chooseLang(asked);
  const command = program
    .command("review")
    .description(H.about[lang])
    .argument("<workbook>", H.workbook[lang])
    .option("-o, --out <file>", H.out[lang])
    .option("--list", H.list[lang])
    .option("--unit <name>", H.unit[lang])
    .option("--stage <stage>", H.stage[lang]);
  for (const kind of EVENT_KINDS) {
    const what = kind === "adjust" ? "<name=score...>" : "<who...>";
    command.option(`--${kind} ${what}`, H[kind][lang]);
  }
  command
    .option("--by <name>", H.by[lang])
    .option("--on <day>", H.on[lang])
    .option("--reason <text>", H.reason[lang])
    .option("--to <stage>", H.to[lang])
    .option("--score <points>", H.score[lang], READ.number)
    .option("--who <stage=names>", H.who[lang], collectAll, [])
    .option("--due <stage=day>", H.due[lang], collectAll, [])
    .option("--appeal-days <days>", H.appealDays[lang], READ.count)
    .addOption(
      new Option("--lang <tag>", "zh-CN or en-US (default: the terminal's language)").choices([
        "zh-CN",
        "en-US",
      ]),
    )
    .option("--json", "print the result as JSON on standard output")
    .addHelpText("after", H.more[lang])
    .action((file: string, options: ReviewOptions) => review(file, options));

  program
    .command("interview")
    .description(H.interview[lang])
    .argument("<workbook>", H.workbook[lang])
    .option("-o, --out <file>", H.interviewOut[lang])
    .option("--person <names...>", H.interviewPerson[lang])
    .option("--earlier <workbook>", H.interviewEarlier[lang], collectAll, [])
    .addOption(
      new Option("--lang <tag>", "zh-CN or en-US (default: the terminal's language)").choices([
        "zh-CN",
        "en-US",
      ]),
    )
    .option("--json", "print the result as JSON on standard output")
    .action((file: string, options: InterviewOptions) => interview(file, options));
}
