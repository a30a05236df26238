#!/usr/bin/env node
/** Starts the terminal from a source checkout: TypeScript runs as it stands, so there is no build to go stale. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// Whoever reads only the beginning, as `attain --help | head` does, has had enough: that is no failure.
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const installed = fileURLToPath(new URL("../../node_modules/tsx", import.meta.url));
if (!existsSync(installed)) await import("../../.ci/setup.mjs");
const { tsImport } = await import("tsx/esm/api");
const { main } = await tsImport("./main.ts", import.meta.url);
process.exitCode = await main(process.argv.slice(2));
