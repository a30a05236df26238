import { Option, type Command } from "commander";
import { LEVELS } from "../sharing/levels";
import type { Lang } from "../words";
import { READ } from "./usage";
import { collect } from "./commands/collect";
import { distribute, RECIPIENTS } from "./commands/distribute";
import { jsonOption, langOption, repeated } from "./help/common";
import { SHARING_HELP as H } from "./help/sharingHelpWords";

/** Out and back: one workbook a recipient, and their answers into the master again. */
export function addSharing(program: Command, lang: Lang): void {
  program
    .command("distribute")
    .description(H.distribute[lang])
    .argument("<master>", H.master[lang])
    .requiredOption("-o, --out <dir>", H.folder[lang])
    .addOption(new Option("--to <recipients>", H.to[lang]).choices(Object.keys(RECIPIENTS)))
    .option("--division <leader=units>", H.division[lang], repeated)
    .option("--only <name>", H.only[lang], repeated)
    .option("--reason <text>", H.reason[lang])
    .option("--message <text>", H.message[lang])
    .addOption(new Option("--by <level>", H.by[lang]).choices(LEVELS).hideHelp())
    .option("--pattern <pattern>", H.pattern[lang], READ.pattern, "{unit}-{name}-{period}.xlsx")
    .option("--due <day>", H.due[lang])
    .option("--zip <file>", H.zip[lang])
    .option("--master <file>", H.record[lang])
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: Parameters<typeof distribute>[1]) => distribute(file, options));

  program
    .command("collect")
    .description(H.collect[lang])
    .argument("<master>", H.recorded[lang])
    .argument("<files...>", H.returned[lang])
    .option("-o, --out <file>", H.merged[lang])
    .option("--preview", H.preview[lang])
    .addOption(new Option("--prefer <side>", H.prefer[lang]).choices(["master", "answers"]).default("master"))
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, files: string[], options: Parameters<typeof collect>[2]) =>
      collect(file, files, options),
    );
}
