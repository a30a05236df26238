/** The pane follows what a person does in the sheet, in a real Chromium. */
import { createNodeHost } from "../../src/host/node";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { LANGS, type Lang } from "../../src/words";
import { describePreview } from "../support/previewPage";

const WORDS: Readonly<Record<Lang, Readonly<Record<"start" | "odd" | "none", string>>>> = {
  "zh-CN": { start: "查看数据", odd: "值得留意的地方", none: "没有发现问题" },
  "en-US": {
    start: "Look at the data",
    odd: "Worth a look",
    none: "Nothing odd was found",
  },
};

/** One amount is a word. */
async function oneFault(): Promise<HostWorkbook> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRange("A1:D5").values = [
      ["Rep", "Stage", "Close date", "Amount"],
      ["Ann Lee", "Won", "2024-01-15", 1000],
      ["Bob Ray", "Won", "2024-06-15", "lots"],
      ["Cid Fox", "Won", "2024-12-15", 3000],
      ["Ann Lee", "Won", "2024-12-16", 500],
    ];
    const teams = workbook.worksheets.add("Teams").getRange("A1:B4");
    teams.values = [
      ["Rep", "Region"],
      ["Ann Lee", "East"],
      ["Bob Ray", "East"],
      ["Cid Fox", "West"],
    ];
    workbook.worksheets.getItem("Teams").activate();
  });
  host.workbook.name = "one-fault.xlsx";
  return host.workbook;
}

describePreview("live problems", (open) => {
  test.each(LANGS)("a click goes to the cell, and fixing it empties the list, %s", async (lang) => {
    const words = WORDS[lang];
    const { page, pane, button, openWorkbook, onSheet, typeInto, shot, complaints } = await open({ lang });
    await openWorkbook(await oneFault());
    await button(words.start).click();
    await pane.getByText(words.odd).waitFor();
    await shot("fault");
    await pane.getByRole("button", { name: "Sheet1!D3", exact: true }).click();
    await onSheet("Sheet1");
    await typeInto("D3", "2000");
    await shot("typed");
    await pane.getByText(words.none).waitFor();
    await shot("fixed");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
