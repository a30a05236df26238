/**
 * How soon the pane shows something to press, beside another pane: initial JavaScript and the time until the first button
 * is painted, taken by the page itself in a headless Chromium, both pages in turns, Office.js replaced by a stub. The yardstick is Microsoft's own
 * template (Office-Addin-TaskPane-React), built for production. Run after `npm run build` with
 * `npx tsx bench/firstScreen.ts <folder of the template's build>`.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const TURNS = 11;
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".png": "image/png",
};
const STUB = `window.Office = { onReady: (done) => { const ready = Promise.resolve({ host: "Excel" }); if (done) ready.then(done); return ready; },
  actions: { associate() {} }, context: { displayLanguage: "en-US", officeTheme: { bodyBackgroundColor: "#FFFFFF" }, requirements: { isSetSupported: () => false } } };`;

const files = new Map<string, Buffer>();
const [template] = process.argv.slice(2);
const panes = {
  Attain: { folder: join(import.meta.dirname, "../dist"), button: "header button" },
  ...(template === undefined ? {} : { Template: { folder: template, button: "#container button" } }),
};
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const times = new Map<string, number[]>();
for (let turn = 0; turn < TURNS; turn++) {
  for (const [name, pane] of Object.entries(panes))
    times.set(name, [...(times.get(name) ?? []), await firstScreen(pane)]);
}
await browser.close();
console.table(
  Object.fromEntries(
    Object.entries(panes).map(([name, { folder }]) => [
      name,
      {
        "initial JavaScript kB gzipped": initialSize(folder),
        "first button ms (median)": median(times.get(name) ?? []),
        "first button ms (fastest)": Math.min(...(times.get(name) ?? [])),
      },
    ]),
  ),
);

async function firstScreen({ folder, button }: { folder: string; button: string }): Promise<number> {
  const server = createServer((request, response) => {
    const file = join(folder, (request.url ?? "/").split("?")[0] ?? "");
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-encoding": "gzip",
    });
    response.end(zipped(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const context = await browser.newContext({ viewport: { width: 350, height: 800 } });
  const page = await context.newPage();
  await page.route("https://appsforoffice.microsoft.com/**", (route) =>
    route.fulfill({ contentType: "text/javascript", body: STUB }),
  );
  await page.addInitScript(noteFirst, button);
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/taskpane.html`);
  const painted = await page.waitForFunction(() => (window as Noted).firstPainted);
  const taken = (await painted.jsonValue()) ?? Infinity;
  await context.close();
  server.close();
  return Math.round(taken);
}

type Noted = Window & { firstPainted?: number };

/** In the page: milliseconds from its first request until a frame with the button in it has been painted. */
function noteFirst(button: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(button)) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        (window as Noted).firstPainted = performance.now();
      }),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** As a host on the web sends it. */
function zipped(file: string): Buffer {
  const bytes = files.get(file) ?? gzipSync(readFileSync(file));
  files.set(file, bytes);
  return bytes;
}

/** Of the scripts the page itself names. */
function initialSize(folder: string): number {
  const html = readFileSync(join(folder, "taskpane.html"), "utf8");
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js") && html.includes(file));
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
  return Math.round(bytes / 100) / 10;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
