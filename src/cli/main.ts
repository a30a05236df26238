import { Argument, Command, CommanderError, Option } from "commander";
import { LEVELS } from "../sharing/levels";
import { checkDestinations } from "./destinations";
import { exitCodeOf, EXIT } from "./exitCodes";
import { chooseLang, errorLine } from "./output";
import { collect } from "./commands/collect";
import { demo } from "./commands/demo";
import { distribute, RECIPIENTS } from "./commands/distribute";
import { explain } from "./commands/explain";
import { evaluate } from "./commands/evaluate";
import { inspect } from "./commands/inspect";
import { plan } from "./commands/plan";
import { runPart, type Part } from "./commands/run";
import { printSchema, SCHEMAS } from "./commands/schema";
import { addBooks } from "./planning";
import { addReviewing } from "./reviewing";
import { addTemplates } from "./templating";
import { READ, usageLine } from "./usage";
import { VERSION } from "../jobs/version";
import { pay } from "./commands/pay";
import { whatif } from "./commands/whatif";
import { approve, roll } from "./commands/workPlan";

interface Common {
  readonly lang?: string;
  readonly json?: boolean;
}

const LANG = new Option("--lang <tag>", "zh-CN or en-US (default: the terminal's language)").choices([
  "zh-CN",
  "en-US",
]);
const JSON_FLAG = new Option("--json", "print the result as JSON on standard output");

/**
 * The terminal: the same jobs as the pane, on workbook files, without Excel.
 *
 * @returns the exit code ({@link EXIT}); nothing is thrown.
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = buildProgram(langIn(args));
  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    const lang = chooseLang(langIn(args));
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

const PART_COMMANDS: Readonly<Record<Part, string>> = {
  plan: "Split next year's target over units, reps and months; writes the sheets into the workbook",
  track: "Plan, with a page that follows the plan through the year by formulas alone",
  evaluate: "Score people by a scheme: an evaluation request, a people table or a ledger becomes a workbook",
};

function buildProgram(lang?: string): Command {
  const program = new Command("attain")
    .description("Attain 达成: plan targets and score people inside ordinary workbooks.")
    .version(VERSION, "-V, --version")
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .hook("preAction", (_, command) => checkDestinations(command))
    .addHelpText(
      "after",
      `
Examples:
  attain demo -o demo                       make the finished sample workbook
  attain inspect ledger.xlsx                what was recognised, and its problems
  attain plan ledger.xlsx -o plan.xlsx --growth 0.2
  attain evaluate ledger.xlsx -o scores.xlsx --scheme scheme.json
  attain evaluate --request evaluation.json -o march.xlsx
  attain drivers request.json -o drivers.xlsx
  attain distribute plan.xlsx -o out --to reps --zip out.zip
  attain collect plan-distributed.xlsx returned/ --preview
  attain schema plan > plan.schema.json

Exit codes: 0 done, 1 unexpected, 2 usage, 3 input, 4 request, 5 no solution, 6 write`,
    );

  program
    .command("demo")
    .description("Run the whole job on the sample ledger: read, plan, score, write")
    .option("-o, --out <dir>", "folder for the finished workbooks", "demo")
    .addOption(new Option("--lang <tag>", "one language instead of both").choices(["zh-CN", "en-US"]))
    .addOption(JSON_FLAG)
    .action((options: Common & { out: string }) => demo(options));

  program
    .command("inspect")
    .description("Say what was recognised in a workbook, and what is wrong where")
    .argument("<workbook>", "an .xlsx file")
    .option(
      "--map <field=header>",
      "the column of a field, by its header or letter; `field=` says there is none; may be repeated",
      (map: string, maps: readonly string[] = []) => [...maps, map],
    )
    .option(
      "--from <table>",
      "read from another table: a sheet, Sheet!A3:F30, an Excel table or a defined name; all forgets it",
    )
    .option("-o, --out <file>", "the workbook with these columns remembered, for plan and evaluate to use")
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, options: Parameters<typeof inspect>[1]) => inspect(file, options));

  for (const [part, description] of Object.entries(PART_COMMANDS) as [Part, string][]) {
    const command = program
      .command(part)
      .description(description)
      .argument(
        part === "track" ? "<workbook>" : "[workbook]",
        "an .xlsx file with the ledger; it is not changed",
      )
      .requiredOption("-o, --out <file>", "the finished workbook")
      .option("--request <file>", "the request as JSON (see: attain schema run, attain schema plan)")
      .option("--scheme <file>", "a scoring scheme as JSON (see: attain schema scheme)")
      .option("--growth <fraction>", "0.2 or 20% is a fifth more", READ.share)
      .option("--year <year>", "the year whose actuals are used", READ.year)
      .addOption(new Option("--empty-months <policy>", "months without history").choices(["zero", "average"]))
      .addOption(LANG)
      .addOption(JSON_FLAG);
    if (part === "evaluate") addEvaluating(command);
    if (part === "plan")
      command.option(
        "--keep-typed",
        "plan this workbook's own request again around what was typed over its targets",
      );
    command.action((file: string, options: Parameters<typeof runPart>[2]) =>
      part === "plan"
        ? plan(file, options)
        : part === "evaluate"
          ? evaluate(file, options)
          : runPart(part, file, options),
    );
  }

  addScores(program);
  addBooks(program);
  addReviewing(program, lang);
  addSharing(program);
  addTemplates(program);
  addWorkPlan(program);

  program
    .command("schema")
    .description("Print the JSON Schema of what a command accepts")
    .addArgument(new Argument("<what>", "what is described").choices(Object.keys(SCHEMAS)))
    .addOption(LANG)
    .action((what: keyof typeof SCHEMAS) => printSchema(what));

  for (const command of program.commands) command.exitOverride();
  return program;
}

/** What only an evaluation without a ledger needs. */
function addEvaluating(command: Command): void {
  command
    .option("--period <name>", "what the period of a people table is called (default: the year)")
    .option("--from <day>", "its first day, 2026-03-01")
    .option("--to <day>", "its last day")
    .option("--spare <rows>", "empty lines for people to come", READ.count)
    .addOption(new Option("--cards <kind>", "one card page, or one for everybody").choices(["pick", "each"]))
    .option(
      "--beside <table>",
      "results also into columns of this sheet, from a column or the first free one: March or March!H; none takes them away",
      collectAll,
    )
    .option("--work-plans <path>", "a work plan or a folder of them: planned work done becomes an input")
    .option("--work-input <id>", "an input that takes its rate (may be repeated)", collectAll)
    .option("--beside-columns <list>", "which: total,grade,rank,points (default: the first three)")
    .option(
      "--earlier <workbook>",
      "a workbook of an earlier period, for last twice in a row and warnings that still count (repeat it, oldest first)",
      collectAll,
    )
    .option("--pages <list>", "more pages: analysis,standing,review,calibration,whatif")
    .option("--pay <file>", "a pay plan as JSON: pay pages live over the scores (see: attain schema pay)");
}

/** A year's work plan: unfinished work goes on, an approved plan is locked. */
function addWorkPlan(program: Command): void {
  program
    .command("roll")
    .description("Move what a week of a work plan left open to the next week")
    .argument("<plan>", "a workbook with weekly tasks (attain template work-plan); it is not changed")
    .requiredOption("-o, --out <file>", "the plan moved on")
    .option("--week <day>", "any day of the week that ends (default: the earliest with open tasks)")
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, options: Parameters<typeof roll>[1]) => roll(file, options));

  program
    .command("approve")
    .description("Lock a work plan: only statuses, reasons and checks can be typed from then on")
    .argument("<plan>", "a workbook with weekly tasks; it is not changed")
    .requiredOption("-o, --out <file>", "the approved plan")
    .requiredOption("--by <name>", "who approves")
    .option("--on <day>", "the day of approval (default: today)")
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, options: Parameters<typeof approve>[1]) => approve(file, options));
}

const collectAll = (value: string, all: readonly string[] = []): string[] => [...all, value];

/** What a finished workbook's scores come from, and what would change them. */
function addScores(program: Command): void {
  program
    .command("explain")
    .description("Say why a score is what it is: total, section, indicator, rule, input cell")
    .argument("<workbook>", "a finished workbook with a scheme and its scorecard; it is not changed")
    .requiredOption("--person <name>", "whose score")
    .option("--unit <name>", "which unit, when two people have one name")
    .option("--indicator <id>", "one indicator only, by id or name")
    .option("--sheet <tab>", "which scorecard, when there are several")
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, options: Parameters<typeof explain>[1]) => explain(file, options));

  program
    .command("whatif")
    .description("Say who would change grade and rank if parameters of the scheme were others")
    .argument("<workbook>", "a finished workbook with a scheme and its scorecard; it is not changed")
    .option("--set <path=value>", "revenue.cap=110%, deals.bands[1].from=90 … (repeat it)", collectAll, [])
    .option("--keep-weights", "do not let the other weights share what a changed one leaves")
    .option("--sheet <tab>", "which scorecard, when there are several")
    .option("-o, --out <file>", "also save the trial as pages whose cells can be changed further")
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, options: Parameters<typeof whatif>[1]) => whatif(file, options));

  program
    .command("pay")
    .description("Add pay pages to a finished scorecard; tiers with gaps or overlaps are refused first")
    .argument("<workbook>", "a finished workbook with a scheme and its scorecard; it is not changed")
    .requiredOption("--plan <file>", "the pay plan as JSON (see: attain schema pay)")
    .requiredOption("-o, --out <file>", "the workbook with its pay pages")
    .option("--sheet <tab>", "which scorecard, when there are several")
    .option("--anyway", "write even if tiers have gaps, overlaps or falling pay")
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, options: Parameters<typeof pay>[1]) => pay(file, options));
}

/** Out and back: one workbook a recipient, and their answers into the master again. */
function addSharing(program: Command): void {
  program
    .command("distribute")
    .description("Make one workbook for each person, manager, unit or rater, with nobody else's data in it")
    .argument("<master>", "a workbook with Attain's sheets; it is not changed")
    .requiredOption("-o, --out <dir>", "folder for the workbooks and the list of who has which")
    .addOption(
      new Option("--to <recipients>", "who gets a workbook (default: reps)").choices(Object.keys(RECIPIENTS)),
    )
    .option("--division <leader=units>", 'with --to divisions: "Li Ming=East,West" (repeat it)', collectAll)
    .option("--only <name>", "only to this recipient (repeat it)", collectAll)
    .option("--reason <text>", "why it goes back to them; stands on the cover and in the list")
    .option("--message <text>", "a word to everybody; stands on the covers")
    .addOption(new Option("--by <level>", "the same in the singular").choices(LEVELS).hideHelp())
    .option(
      "--pattern <pattern>",
      "file names of {unit}, {manager}, {name}, {period}",
      "{unit}-{name}-{period}.xlsx",
    )
    .option("--due <day>", "the day answers are due, as people should read it")
    .option("--zip <file>", "put the workbooks into one archive instead of the folder")
    .option("--master <file>", "the master that knows what was sent (default: <master>-distributed.xlsx)")
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, options: Parameters<typeof distribute>[1]) => distribute(file, options));

  program
    .command("collect")
    .description("Bring returned workbooks back into the master they were made from")
    .argument("<master>", "the master saved when distributing; it is not changed")
    .argument("<files...>", "returned workbooks, or folders of them")
    .option("-o, --out <file>", "the merged master")
    .option("--preview", "only say what would change, what conflicts and who is missing")
    .addOption(
      new Option("--prefer <side>", "what counts where the master was changed since")
        .choices(["master", "answers"])
        .default("master"),
    )
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, files: string[], options: Parameters<typeof collect>[2]) =>
      collect(file, files, options),
    );
}
