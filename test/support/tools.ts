import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs outside npm that some suites need, by the names they may have. */
const TOOLS = {
  libreoffice: ["soffice", "libreoffice"],
  pdftoppm: ["pdftoppm"],
  chromium: ["chromium", "chromium-browser", "google-chrome"],
} as const;

export type Tool = keyof typeof TOOLS;

/** Path of an installed program, or `undefined`. */
export function findTool(name: Tool): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return TOOLS[name].flatMap((file) => folders.map((folder) => join(folder, file))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a program. @throws Error, saying which, when it is not installed */
export function requireTool(name: Tool): string {
  const path = findTool(name);
  if (path === undefined) throw new Error(`${name} is not installed (looked for ${TOOLS[name].join(", ")})`);
  return path;
}

/**
 * A suite that needs a program. Where it is missing the suite is reported as skipped, in one line;
 * with `ATTAIN_FULL=1` (continuous integration) it fails instead.
 *
 * @example describeWith("libreoffice", "the finished workbook", () => { … })
 */
export function describeWith(tools: Tool | readonly Tool[], name: string, suite: () => void): void {
  const missing = [tools].flat().filter((tool) => findTool(tool) === undefined);
  if (missing.length === 0) return describe(name, suite);
  const reason = `${missing.join(" and ")} not installed`;
  if (process.env["ATTAIN_FULL"] === "1") {
    describe(name, () => {
      test(`needs ${reason}`, () => {
        throw new Error(reason);
      });
    });
  } else describe.skip(`${name} (skipped: ${reason})`, suite);
}
