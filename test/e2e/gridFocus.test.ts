/** The sheet beside the pane: it takes the focus from nobody, and loses nothing that is typed. */
import type { Page } from "playwright-core";
import { createNodeHost } from "../../src/host/node";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { describePreview } from "../support/previewPage";

async function oneNumber(): Promise<HostWorkbook> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B1").formulas = [[1, "=A1+1"]];
    sheet.getRange("A1").select();
  });
  host.workbook.name = "one-number.xlsx";
  return host.workbook;
}

/** Writes a cell of the sheet in sight as an add-in does, and lets the grid be drawn. */
async function write(page: Page, address: string, value: number): Promise<void> {
  await page.evaluate(
    ([to, number]) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(to).values = [[number]];
        await context.sync();
      }),
    [address, value] as const,
  );
  await page.waitForTimeout(300);
}

describePreview("the sheet beside the pane", (open) => {
  test("drawn anew it leaves the focus where the person works", async () => {
    const { page, pane, tabTo, complaints } = await open({ lang: "en-US" });
    const settings = pane.getByRole("button", { name: "Settings" });
    await tabTo(settings);
    await write(page, "F20", 7);
    expect(await settings.evaluate((element) => element === document.activeElement)).toBe(true);
    // A click takes it there, Tab from the divider brings it back.
    await page.locator(".preview-grid canvas").first().click();
    expect(await page.evaluate(() => document.activeElement?.closest(".preview-grid") !== null)).toBe(true);
    await page.locator(".preview-divider").focus();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("preview-divider");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("keys pressed at once after a click all arrive, and wait for no redraw", async () => {
    const { page, openWorkbook, onSheet, typeInto, complaints } = await open({ lang: "en-US" });
    await openWorkbook(await oneNumber());
    await onSheet("Sheet1");
    await typeInto("A1", "123456789");
    const bar = page.locator(".ic-formula-bar-root textarea");
    await page.keyboard.press("ArrowUp");
    await expect(bar.inputValue()).resolves.toBe("123456789");
    // Begun and not ended: the grid is drawn meanwhile, and nothing of it is lost.
    await page.keyboard.type("98");
    await write(page, "A2", 7);
    await page.keyboard.type("76");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await expect(bar.inputValue()).resolves.toBe("9876");
    await page.keyboard.press("ArrowDown");
    await expect(bar.inputValue()).resolves.toBe("7");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
