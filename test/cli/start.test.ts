/** `npm start` beside something else on its port. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(__dirname, "../..");

/** What the development server is told for a page, and what it says when it listens on 3001. */
async function served(page: string): Promise<{ readonly port: unknown; readonly said: readonly string[] }> {
  const script = `
    const { default: config } = await import("./webpack.config.js");
    const { devServer } = await config({ WEBPACK_SERVE: true, page: ${JSON.stringify(page)} }, { mode: "development" });
    const said = [];
    console.log = (line) => said.push(line);
    devServer.onListening?.({ server: { address: () => ({ port: 3001 }) } });
    process.stdout.write(JSON.stringify({ port: devServer.port, said, from: process.env.WEBPACK_DEV_SERVER_BASE_PORT }));
  `;
  const { PORT: _port, WEBPACK_DEV_SERVER_BASE_PORT: _base, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: ROOT,
    env,
  });
  return JSON.parse(stdout) as { port: unknown; said: string[] };
}

test("the preview takes the next free port from 3000 on, and says where it is and why", async () => {
  expect(await served("preview")).toEqual({
    port: "auto",
    from: "3000",
    said: [
      "Port 3000 is in use by another program, so the page is on port 3001.",
      expect.stringContaining("http://localhost:3001/preview.html"),
    ],
  });
});
