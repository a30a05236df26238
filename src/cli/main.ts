import { Command, CommanderError, Option } from "commander";
import { exitCodeOf, EXIT } from "./exitCodes";
import { chooseLang, errorLine } from "./output";
import { demo } from "./commands/demo";
import { inspect } from "./commands/inspect";
import { runPart } from "./commands/run";
import { printSchema, SCHEMAS } from "./commands/schema";

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
  const program = buildProgram();
  try {
    await program.parseAsync(args, { from: "user" });
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const at = args.indexOf("--lang");
    console.error(errorLine(error, chooseLang(at < 0 ? undefined : args[at + 1])));
    return exitCodeOf(error);
  }
}

function buildProgram(): Command {
  const program = new Command("attain")
    .description("Attain 达成: plan targets and score people inside ordinary workbooks.")
    .exitOverride()
    .showHelpAfterError("(attain --help lists the commands)")
    .addHelpText(
      "after",
      `
Examples:
  attain demo -o demo                       make the finished sample workbook
  attain inspect ledger.xlsx                what was recognised, and its problems
  attain plan ledger.xlsx -o plan.xlsx --growth 0.2
  attain evaluate ledger.xlsx -o scores.xlsx --scheme scheme.json
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
    .addOption(LANG)
    .addOption(JSON_FLAG)
    .action((file: string, options: Common) => inspect(file, options));

  for (const part of ["plan", "evaluate"] as const) {
    program
      .command(part)
      .description(
        part === "plan"
          ? "Split next year's target over units, reps and months; writes the sheets into the workbook"
          : "Score every rep by a scheme; writes the sheets into the workbook",
      )
      .argument("<workbook>", "an .xlsx file with the ledger; it is not changed")
      .requiredOption("-o, --out <file>", "the finished workbook")
      .option("--request <file>", "the request as JSON (see: attain schema run)")
      .option("--scheme <file>", "a scoring scheme as JSON (see: attain schema scheme)")
      .option("--growth <fraction>", "0.2 is +20 %", Number)
      .option("--year <year>", "the year whose actuals are used", Number)
      .addOption(new Option("--empty-months <policy>", "months without history").choices(["zero", "average"]))
      .addOption(LANG)
      .addOption(JSON_FLAG)
      .action((file: string, options: Parameters<typeof runPart>[2]) => runPart(part, file, options));
  }

  program
    .command("schema")
    .description("Print the JSON Schema of what a command accepts")
    .argument("<what>", Object.keys(SCHEMAS).join(" | "))
    .action((what: string) => printSchema(what));

  for (const command of program.commands) command.exitOverride();
  return program;
}
