import { Option, type Command } from "commander";
import { BESIDE_PARTS } from "../jobs/beside/types";
import { EVALUATION_PAGES } from "../jobs/evaluation/evaluationPages";
import type { Lang, Phrase } from "../words";
import { demo } from "./commands/demo";
import { evaluate } from "./commands/evaluate";
import { inspect } from "./commands/inspect";
import { plan } from "./commands/plan";
import { runPart, type Part } from "./commands/run";
import { COMMON_HELP, jsonOption, langOption, repeated } from "./help/common";
import { RUN_HELP as H } from "./help/runWords";
import { READ } from "./usage";

/** What needs nothing yet: the sample, and a look into a workbook. */
export function addBeginnings(program: Command, lang: Lang): void {
  program
    .command("demo")
    .description(H.demo[lang])
    .option("-o, --out <dir>", H.demoOut[lang], "demo")
    .addOption(langOption(lang, H.demoLang))
    .addOption(jsonOption(lang))
    .action((options: Parameters<typeof demo>[0]) => demo(options));

  program
    .command("inspect")
    .description(H.inspect[lang])
    .argument("<workbook>", H.inspected[lang])
    .option("--map <field=header>", H.map[lang], repeated)
    .option("--from <table>", H.from[lang])
    .option("-o, --out <file>", H.inspectOut[lang])
    .addOption(langOption(lang))
    .addOption(jsonOption(lang))
    .action((file: string, options: Parameters<typeof inspect>[1]) => inspect(file, options));
}

/** The parts of the main job, in the order of a year. */
const PARTS = ["plan", "track", "evaluate"] as const satisfies readonly Part[];

type PartOptions = Parameters<typeof runPart>[2];
const ACTIONS: Readonly<Record<Part, (file: string, options: PartOptions) => Promise<void>>> = {
  plan,
  track: (file, options) => runPart("track", file, options),
  evaluate,
};

/** A ledger planned, followed and scored. */
export function addParts(program: Command, lang: Lang): void {
  for (const part of PARTS) {
    const about: Phrase = H[part];
    const command = program
      .command(part)
      .description(about[lang])
      .argument(
        part === "track" ? "<workbook>" : "[workbook]",
        H[part === "evaluate" ? "people" : "ledger"][lang],
      )
      .requiredOption("-o, --out <file>", COMMON_HELP.finished[lang])
      .option("--request <file>", H.request[lang])
      .option("--scheme <file>", H.scheme[lang])
      .option("--growth <fraction>", H.growth[lang], READ.share)
      .option("--year <year>", H.year[lang], READ.year)
      .addOption(new Option("--empty-months <policy>", H.emptyMonths[lang]).choices(["zero", "average"]));
    if (part === "evaluate") addEvaluating(command, lang);
    if (part === "plan") command.option("--keep-typed", H.keepTyped[lang]);
    command.addOption(langOption(lang)).addOption(jsonOption(lang)).action(ACTIONS[part]);
  }
}

/** What only an evaluation takes. */
function addEvaluating(command: Command, lang: Lang): void {
  command
    .option("--period <title>", H.period[lang])
    .option("--from <day>", H.firstDay[lang])
    .option("--to <day>", H.lastDay[lang])
    .option("--spare <rows>", H.spare[lang], READ.count)
    .addOption(new Option("--cards <kind>", H.cards[lang]).choices(["pick", "each"]))
    .option("--beside <table>", H.beside[lang], repeated)
    .option("--beside-columns <list>", H.besideColumns[lang], READ.words(BESIDE_PARTS))
    .option("--work-plans <path>", H.workPlans[lang])
    .option("--work-input <id>", H.workInput[lang], repeated)
    .option("--earlier <workbook>", H.earlier[lang], repeated)
    .option("--pages <list>", H.pages[lang], READ.words(EVALUATION_PAGES))
    .option("--pay <file>", H.pay[lang]);
}
