/**
 * Every check there is, in order of speed: types, lint, format, build, then the tests. Stops at the first failing
 * step and ends with a line like `812 passed, 0 failed`.
 *
 * With ATTAIN_FULL=1 nothing may be skipped: a missing Chromium or LibreOffice is a failure.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const full = process.env["ATTAIN_FULL"] === "1";
const report = join(mkdtempSync(join(tmpdir(), "attain-")), "jest.json");

const steps = [
  ["types", ["tsc", "--noEmit", "-p", "."]],
  ["lint", ["eslint", ".", "--max-warnings", "0"]],
  ["format", ["prettier", "--check", "--log-level", "warn", "."]],
  ["build", ["webpack", "--mode", "production"]],
  ["tests", ["jest", "--json", `--outputFile=${report}`, ...(full ? ["--ci"] : [])]],
];

for (const [name, command] of steps) {
  console.log(`\n── ${name}: ${command[0]}`);
  const { status } = spawnSync("npx", ["--no-install", ...command], {
    stdio: ["ignore", name === "tests" ? "ignore" : "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0 && name !== "tests") {
    console.log(`\n${name} failed`);
    console.log("0 passed, 1 failed");
    process.exit(1);
  }
}

const result = JSON.parse(readFileSync(report, "utf8"));
const skipped = result.numPendingTests + result.numTodoTests;
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + (full ? skipped : 0);
if (skipped > 0) console.log(`${skipped} skipped${full ? ", which the full run does not allow" : ""}`);
console.log(`\n${result.numPassedTests} passed, ${failed} failed`);
process.exit(failed > 0 || result.numPassedTests === 0 ? 1 : 0);
