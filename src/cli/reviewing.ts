import type { Command } from "commander";
import { EVENT_KINDS } from "../scoring/review/events";
import { interview, type InterviewOptions } from "./commands/interview";
import { review, type ReviewOptions } from "./commands/review";
import { REVIEW_HELP as H } from "./commands/reviewWords";
import { COMMON_HELP, jsonOption, langOption, repeated } from "./help/common";
import { READ } from "./usage";
import type { Lang } from "../words";

/** The review of a finished evaluation, and the talks about it. */
export function addReviewing(program: Command, lang: Lang): void {
  const command = program
    .command("review")
    .description(H.about[lang])
    .argument("<workbook>", COMMON_HELP.scored[lang])
    .option("-o, --out <file>", H.out[lang])
    .option("--list", H.list[lang])
    .option("--unit <unit>", H.unit[lang])
    .option("--stage <stage>", H.stage[lang]);
  for (const kind of EVENT_KINDS) {
    const what = kind === "adjust" ? "<name=score...>" : "<who...>";
    command.option(`--${kind} ${what}`, H[kind][lang]);
  }
  command
    .option("--by <name>", H.by[lang])
    .option("--on <day>", H.on[lang], READ.moment)
    .option("--reason <text>", H.reason[lang])
    .option("--to <stage>", H.to[lang])
    .option("--score <points>", H.score[lang], READ.number)
    .option("--who <stage=names>", H.who[lang], repeated, [])
    .option("--due <stage=day>", H.due[lang], repeated, [])
    .option("--appeal-days <days>", H.appealDays[lang], READ.count)
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .addHelpText("after", H.more[lang])
    .action((file: string, options: ReviewOptions) => review(file, options));

  program
    .command("interview")
    .description(H.interview[lang])
    .argument("<workbook>", COMMON_HELP.scored[lang])
    .option("-o, --out <file>", H.interviewOut[lang])
    .option("--person <names...>", H.interviewPerson[lang])
    .option("--earlier <workbook>", H.interviewEarlier[lang], repeated, [])
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: InterviewOptions) => interview(file, options));
}
