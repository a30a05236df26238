// Draws the PNG icons from the SVGs with an installed Chromium: node assets/icons/draw.mjs
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const folder = new URL(".", import.meta.url);
/** At 16 pixels the large drawing blurs, so the smallest size has its own. */
const sources = { 16: "icon-small.svg", 32: "icon.svg", 64: "icon.svg", 80: "icon.svg", 128: "icon.svg" };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const [size, source] of Object.entries(sources)) {
  const svg = await readFile(new URL(source, folder), "utf8");
  const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: new URL(`icon-${size}.png`, folder).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
