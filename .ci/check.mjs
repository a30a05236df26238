/**
 * Every check there is, in order of speed: types, lint, format, build, then the tests, those in a browser by
 * themselves. Stops at the first step that fails before the tests and ends with a line like `812 passed, 0 failed`.
 *
 * With ATTAIN_FULL=1 nothing may be skipped: a missing Chromium or LibreOffice is a failure.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const full = process.env["ATTAIN_FULL"] === "1";
const reports = mkdtempSync(join(tmpdir(), "attain-"));

/** Pages in a browser come last and alone: beside other tests on a small machine they measure its patience. */
const suites = [
  ["tests", ["--testPathIgnorePatterns", "/e2e/"]],
  ["pages", ["--maxWorkers=1", "/e2e/"]],
];
const report = (suite) => join(reports, `${suite}.json`);

const steps = [
  ["types", ["tsc", "--noEmit", "-p", "."]],
  ["lint", ["eslint", ".", "--max-warnings", "0"]],
  ["format", ["prettier", "--check", "--log-level", "warn", "."]],
  ["build", ["webpack", "--mode", "production"]],
  ...suites.map(([name, options]) => [
    name,
    ["jest", "--json", `--outputFile=${report(name)}`, ...(full ? ["--ci"] : []), ...options],
  ]),
];

const isSuite = (step) => suites.some(([name]) => name === step);
for (const [name, command] of steps) {
  console.log(`\n── ${name}: ${command[0]}`);
  const { status } = spawnSync("npx", ["--no-install", ...command], {
    stdio: ["ignore", isSuite(name) ? "ignore" : "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0 && !isSuite(name)) {
    console.log(`\n${name} failed`);
    console.log("0 passed, 1 failed");
    process.exit(1);
  }
}

const results = suites.map(([name]) => JSON.parse(readFileSync(report(name), "utf8")));
const total = (count) => results.reduce((sum, result) => sum + count(result), 0);
const passed = total((result) => result.numPassedTests);
const skipped = total((result) => result.numPendingTests + result.numTodoTests);
const failed =
  total((result) => result.numFailedTests + result.numRuntimeErrorTestSuites) + (full ? skipped : 0);
for (const { name, assertionResults } of results.flatMap(({ testResults }) => testResults))
  for (const { fullName, status, invocations } of assertionResults)
    if (status === "passed" && invocations > 1)
      console.log(`passed at the second try: ${basename(name)}: ${fullName}`);
if (skipped > 0) console.log(`${skipped} skipped${full ? ", which the full run does not allow" : ""}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || results.some((result) => result.numPassedTests === 0) ? 1 : 0);
