import { Option, type Command } from "commander";
import { template } from "./commands/template";

const LANG = new Option("--lang <tag>", "zh-CN or en-US (default: the terminal's language)").choices([
  "zh-CN",
  "en-US",
]);
const JSON_FLAG = new Option("--json", "print the result as JSON on standard output");

const EXAMPLES = `
Examples:
  attain template --list                    every template; --list weekly: those about it
  attain template D10 -o plan.xlsx --lang zh-CN
  attain template training-plan --with courses.xlsx -o training.xlsx
  attain template --clear plan.xlsx -o empty.xlsx
  attain template --save mine.xlsx -o ours.xlsx --name "Acme evaluation" --by HR --color "#00695C"
  attain template ours.xlsx --with march.xlsx --period 2026-03 -o march-scores.xlsx
`;

/** Ready workbooks: plans, schemes and forms. */
export function addTemplates(program: Command): void {
  program
    .command("template")
    .description(
      "Make a ready workbook of the gallery or of a company's own template; or save one; or list them",
    )
    .argument("[id]", "work-plan, D10 … (see --list), or a company template (.xlsx)")
    .option("-o, --out <file>", "the workbook to make, .xlsx; one that is there is replaced")
    .option("--list", "list every template, or with words in place of an id those that they fit")
    .option("--empty", "without the example data")
    .option("--with <workbook>", "with this workbook's data in place of the example; it is not changed")
    .option("--from <workbook>", "the same as --with")
    .option(
      "--period <name>",
      "which period the data are of, where there are several (default: what the data say)",
    )
    .option("--save <workbook>", "make a company template of this workbook; it is not changed")
    .option("--name <name>", "what the company template is called")
    .option("--about <text>", "what it is for, in a sentence")
    .option("--by <who>", "who made it, as its cover names them")
    .option("--color <#RRGGBB>", "the company's colour (default: the one its pages are drawn in)")
    .option("--color2 <#RRGGBB>", "a second colour, for targets in charts")
    .option("--examples", "keep the gallery's made-up example data")
    .option(
      "--clear <workbook>",
      "empty the example data of a workbook made from a template; it is not changed",
    )
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .addHelpText("after", EXAMPLES)
    .action((id: string | undefined, options: Parameters<typeof template>[1]) => template(id, options));
}
