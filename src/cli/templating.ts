import type { Command } from "commander";
import type { Lang } from "../words";
import { template } from "./commands/template";
import { jsonOption, langOption } from "./help/common";
import { TEMPLATE_HELP as H } from "./help/templateWords";

/** Ready workbooks: plans, schemes and forms. */
export function addTemplates(program: Command, lang: Lang): void {
  program
    .command("template")
    .description(H.about[lang])
    .argument("[id]", H.id[lang])
    .option("-o, --out <file>", H.out[lang])
    .option("--list", H.list[lang])
    .option("--empty", H.empty[lang])
    .option("--with <workbook>", H.with[lang])
    .option("--from <workbook>", H.from[lang])
    .option("--period <title>", H.period[lang])
    .option("--save <workbook>", H.save[lang])
    .option("--name <title>", H.name[lang])
    .option("--about <text>", H.purpose[lang])
    .option("--by <who>", H.by[lang])
    .option("--color <#RRGGBB>", H.color[lang])
    .option("--color2 <#RRGGBB>", H.color2[lang])
    .option("--examples", H.examples[lang])
    .option("--clear <workbook>", H.clear[lang])
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .addHelpText("after", H.more[lang])
    .action((id: string | undefined, options: Parameters<typeof template>[1]) => template(id, options));
}
