import type { Command } from "commander";
import type { Lang } from "../words";
import { explain } from "./commands/explain";
import { pay } from "./commands/pay";
import { whatif } from "./commands/whatif";
import { COMMON_HELP, jsonOption, langOption, repeated } from "./help/common";
import { SCORE_HELP as H } from "./help/scoreWords";

/** What a finished workbook's scores come from, what would change them, and what they pay. */
export function addScores(program: Command, lang: Lang): void {
  program
    .command("explain")
    .description(H.explain[lang])
    .argument("<workbook>", COMMON_HELP.scored[lang])
    .requiredOption("--person <name>", H.person[lang])
    .option("--unit <unit>", H.unit[lang])
    .option("--indicator <id>", H.indicator[lang])
    .option("--sheet <tab>", COMMON_HELP.sheet[lang])
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: Parameters<typeof explain>[1]) => explain(file, options));

  program
    .command("whatif")
    .description(H.whatif[lang])
    .argument("<workbook>", COMMON_HELP.scored[lang])
    .option("--set <path=value>", H.set[lang], repeated, [])
    .option("--keep-weights", H.keepWeights[lang])
    .option("--sheet <tab>", COMMON_HELP.sheet[lang])
    .option("-o, --out <file>", H.trial[lang])
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: Parameters<typeof whatif>[1]) => whatif(file, options));

  program
    .command("pay")
    .description(H.pay[lang])
    .argument("<workbook>", COMMON_HELP.scored[lang])
    .requiredOption("--plan <file>", H.payPlan[lang])
    .requiredOption("-o, --out <file>", H.payOut[lang])
    .option("--sheet <tab>", COMMON_HELP.sheet[lang])
    .option("--anyway", H.anyway[lang])
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: Parameters<typeof pay>[1]) => pay(file, options));
}
