import { Argument, Command, CommanderError } from "commander";
import { VERSION } from "../jobs/version";
import type { Lang } from "../words";
import { printSchema, SCHEMAS } from "./commands/schema";
import { checkDestinations } from "./destinations";
import { exitCodeOf, EXIT } from "./exitCodes";
import { langOption } from "./help/common";
import { layoutIn } from "./help/layout";
import { GROUPS, PROGRAM_HELP as H } from "./help/programWords";
import { addSharing } from "./outAndBack";
import { chooseLang, errorLine } from "./output";
import { addBooks, addWorkPlan } from "./planning";
import { addReviewing } from "./reviewing";
import { addBeginnings, addParts } from "./running";
import { addScores } from "./scoring";
import { addTemplates } from "./templating";
import { usageLine } from "./usage";

/**
 * The terminal: the same jobs as the pane, on workbook files, without Excel.
 *
 * @returns the exit code ({@link EXIT}); nothing is thrown.
 */
export async function main(args: readonly string[]): Promise<number> {
  const lang = chooseLang(langIn(args));
  const program = buildProgram(lang);
  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      if (error.code !== "commander.help") console.error(usageLine(error, commandIn(args, program), lang));
      return EXIT.usage;
    }
    console.error(errorLine(error, lang));
    return exitCodeOf(error);
  }
}

/** What follows `--lang`, before the line is understood: help and complaints are said in it too. */
function langIn(args: readonly string[]): string | undefined {
  const at = args.indexOf("--lang");
  return at < 0 ? args.find((arg) => arg.startsWith("--lang="))?.slice("--lang=".length) : args[at + 1];
}

/** The command that was called, when there is one of that name. */
const commandIn = ([first]: readonly string[], program: Command): string | undefined =>
  program.commands.find((command) => command.name() === first)?.name();

/** Every command with its options; what their help says is in `lang`. */
export function buildProgram(lang: Lang): Command {
  const program = new Command("attain")
    .description(H.about[lang])
    .version(VERSION, "-V, --version", H.version[lang])
    .helpOption("-h, --help", H.help[lang])
    .configureHelp(layoutIn(lang))
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .hook("preAction", (_, command) => checkDestinations(command))
    .addHelpText("after", H.more[lang]);

  addBeginnings(program, lang);
  addParts(program, lang);
  addScores(program, lang);
  addBooks(program, lang);
  addReviewing(program, lang);
  addSharing(program, lang);
  addTemplates(program, lang);
  addWorkPlan(program, lang);
  program
    .command("schema")
    .description(H.schema[lang])
    .addArgument(new Argument("<what>", H.schemaWhat[lang]).choices(Object.keys(SCHEMAS)))
    .addOption(langOption(lang))
    .action((what: keyof typeof SCHEMAS) => printSchema(what));
  grouped(program, lang);
  return program;
}

/** The page of all commands shows them by what they are about. */
function grouped(program: Command, lang: Lang): void {
  for (const { title, commands } of GROUPS)
    for (const command of program.commands)
      if (commands.includes(command.name())) command.helpGroup(title[lang]);
  program.commandsGroup(GROUPS.at(-1)?.title[lang] ?? "").helpCommand("help [command]", H.helpCommand[lang]);
}
