/**
 * Installs the packages of the lock file when they are missing or it has changed, so that one command is enough on a
 * fresh machine. Uses nothing but Node. Not `npm ci`: some platforms' optional packages cannot be had from every
 * registry, and `npm ci` refuses to go on without them.
 */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installed = `${root}/node_modules/.package-lock.json`;
const fresh =
  existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}/package-lock.json`).mtimeMs;
if (!fresh) {
  console.error("Installing packages (once) …");
  const { status } = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
