/** The pane's own page, as Excel loads it: strict content security policy, Office.js from Microsoft's address. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { serveDist } from "../support/serveDist";
import { describeWith, requireTool } from "../support/tools";

const CLIENT = readFileSync(
  join(__dirname, "../../node_modules/@microsoft/office-js/dist/excel-web-16.00.js"),
  "utf8",
);
/** Excel's client without an Excel behind it: every call fails, as on a lost connection. */
const OFFICE = `${CLIENT};Office = { ...Office, onReady: () => Promise.resolve({ host: "Excel" }), context: {
  displayLanguage: "zh-CN", officeTheme: { bodyBackgroundColor: "#FFFFFF" }, requirements: { isSetSupported: () => false } } };`;

describeWith("chromium", "the task pane's page", () => {
  test("breaks no rule of its policy, asks nobody but Microsoft, and says what to do when Excel does not answer", async () => {
    const served = await serveDist();
    const browser = await chromium.launch({
      executablePath: requireTool("chromium"),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      const complaints: string[] = [];
      const asked = new Set<string>();
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => asked.add(new URL(request.url()).host));
      await page.route("https://appsforoffice.microsoft.com/**", (route) =>
        route.fulfill({ contentType: "text/javascript", body: OFFICE }),
      );
      await page.goto(`${served.url}/taskpane.html`);
      await page.getByRole("button", { name: "重试" }).waitFor();
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
      expect(policy).toContain("default-src 'none'");
      // WebAssembly may be compiled; scripts and styles that stand in text may not be run.
      expect(policy?.replace("'wasm-unsafe-eval'", "")).not.toContain("unsafe");
      expect(complaints.filter((text) => /Content Security Policy/.test(text))).toEqual([]);
      expect([...asked].sort()).toEqual(["appsforoffice.microsoft.com", new URL(served.url).host].sort());
      // Nothing stands out over the narrowest pane.
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
    } finally {
      await browser.close();
      served.close();
    }
  });
});
