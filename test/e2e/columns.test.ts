/** A column pointed at in the pane, in a real Chromium. */
import { createNodeHost } from "../../src/host/node";
import type { HostWorkbook } from "../../src/host/book/workbook";
import { LANGS, type Lang } from "../../src/words";
import { describePreview } from "../support/previewPage";

const WORDS: Readonly<
  Record<Lang, Readonly<Record<"point" | "change" | "selected" | "next" | "mine" | "refused", string>>>
> = {
  "zh-CN": {
    point: "指定列",
    change: "改选“金额”列",
    selected: "用表里选中的列",
    next: "下一步",
    mine: "您选定的",
    refused: "选中的不是“Sheet1”表里的一列",
  },
  "en-US": {
    point: "Point at the column",
    change: "Change the column of Amount",
    selected: "Use the selected column",
    next: "Next",
    mine: "your choice",
    refused: "The selection is not one column",
  },
};

/** A ledger whose two money columns are called what no amount is called. */
async function oddLedger(): Promise<HostWorkbook> {
  const host = createNodeHost();
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Sheet1").getRange("A1:E5").values = [
      ["Owner", "Stage", "Closed", "Unit price", "Cost"],
      ["Ann Lee", "Won", "2017-03-01", 100, 80],
      ["Bob Ray", "Won", "2017-04-02", 200, 160],
      ["Ann Lee", "Lost", "2017-05-03", 50, 40],
      ["Bob Ray", "Won", "2017-06-04", 300, 240],
    ];
  });
  host.workbook.name = "odd.xlsx";
  return host.workbook;
}

describePreview("columns in the pane", (open) => {
  test.each(LANGS)("a missing column is pointed at, then changed to the selected one, %s", async (lang) => {
    const words = WORDS[lang];
    const { page, pane, button, openWorkbook, axe, shot, complaints } = await open({ lang });
    await openWorkbook(await oddLedger());
    await shot("nearly");
    expect(await axe()).toEqual([]);
    await button(words.point).click();
    await button(words.change).click();
    await shot("editor");
    expect(await axe()).toEqual([]);
    await pane.getByRole("combobox").selectOption("E");
    await pane.getByText(words.mine).first().waitFor();
    await expect(button(words.next).isEnabled()).resolves.toBe(true);
    await shot("chosen");

    await button(words.change).click();
    await pane.getByRole("button", { name: "Sheet1!A1:E5" }).click();
    await button(words.selected).click();
    await pane.getByText(words.refused).waitFor();
    await shot("refused");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
