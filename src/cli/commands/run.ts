import type { BesidePart } from "../../jobs/beside/types";
import type { RunChoices } from "../../jobs/types";
import { besideChoice } from "../beside";
import { readJson, validate } from "../requests";
import { checkApart, writeBytes } from "../files";
import { chooseLang } from "../output";
import { openFile, run as runJob } from "../session";
import { reportRun } from "../report";

interface RunOptions {
  readonly out: string;
  readonly request?: string;
  readonly scheme?: string;
  readonly growth?: number;
  readonly year?: number;
  readonly emptyMonths?: "zero" | "average";
  readonly beside?: readonly string[];
  readonly besideColumns?: readonly BesidePart[];
  readonly lang?: string;
  readonly json?: boolean;
}

/** What each command makes. */
const PARTS = { plan: ["plan"], track: ["plan", "track"], evaluate: ["score"] } as const satisfies Record<
  string,
  RunChoices["parts"]
>;
export type Part = keyof typeof PARTS;

/** `attain plan`, `attain track` and `attain evaluate`: one part of the main job on a workbook file, into another file. */
export async function runPart(part: Part, file: string, options: RunOptions): Promise<void> {
  const lang = chooseLang(options.lang);
  await checkApart(file, options.out);
  const request = options.request ? validate("run", await readJson(options.request)) : {};
  const scheme = options.scheme ? validate("scheme", await readJson(options.scheme)) : undefined;
  const beside = besideChoice(options);
  const choices: RunChoices = {
    ...(request as RunChoices),
    parts: PARTS[part],
    ...(scheme === undefined ? {} : { scheme }),
    ...(beside === undefined ? {} : { beside }),
    ...(options.growth === undefined ? {} : { growth: options.growth }),
    ...(options.year === undefined ? {} : { baseYear: options.year }),
    ...(options.emptyMonths === undefined ? {} : { emptyMonths: options.emptyMonths }),
  };
  const done = await runJob(await openFile(file), choices, lang);
  await writeBytes(options.out, done.bytes);
  reportRun([{ file: options.out, ...done }], lang, options.json === true);
}
