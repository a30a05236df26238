import { linkTo } from "../../src/formula/links";
import { codeOf, eventsArrive, newHost, sheet1 } from "./support";

describe("the model the preview's grid shows", () => {
  test("has the workbook's sheets in order, with content, results and looks", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const plan = context.workbook.worksheets.add("目标");
      plan.position = 0;
      plan.tabColor = "#1F5FA8";
      plan.freezePanes.freezeRows(1);
      const range = plan.getRange("A1:B2");
      range.values = [
        ["'=text", 2],
        ["=B1*3", 1 / 3],
      ];
      range.format.fill.color = "#FFF8DC";
      range.format.font.bold = true;
      range.format.borders.getItem("EdgeBottom").style = "Continuous";
      plan.getRange("B2").numberFormat = [["0.0%"]];
      await context.sync();
    });
    const { model } = host;
    expect(model.getWorksheetsProperties().map(({ name }) => name)).toEqual(["目标", "Sheet1"]);
    expect([
      model.getFormattedCellValue(0, 1, 1),
      model.getFormattedCellValue(0, 2, 1),
      model.getFormattedCellValue(0, 2, 2),
    ]).toEqual(["=text", "6", "33.3%"]);
    const { style } = model.getCellStyle(0, 2, 1);
    expect([style.fill.color, style.font.b, style.border.bottom?.style]).toEqual(["#FFF8DC", true, "thin"]);
    expect(model.getFrozenRowsCount(0)).toBe(1);
  });

  test("follows what is written through the API when it is refreshed", async () => {
    const host = newHost();
    const { model } = host;
    await host.run(async (context) => {
      sheet1(context).getRange("A1:A2").values = [[4], ["=A1*2"]];
      sheet1(context).name = "Data";
      context.workbook.worksheets.add("Later").getRange("A1").formulas = [["=Data!A2+1"]];
      await context.sync();
    });
    host.refreshGrid();
    expect(model.getWorksheetsProperties().map(({ name }) => name)).toEqual(["Data", "Later"]);
    expect([model.getFormattedCellValue(0, 2, 1), model.getFormattedCellValue(1, 1, 1)]).toEqual(["8", "9"]);
    await host.run(async (context) => context.workbook.worksheets.getItem("Later").delete());
    await host.run(
      async (context) => void (context.workbook.worksheets.getItem("Data").getRange("A1").values = [[5]]),
    );
    host.refreshGrid();
    expect(model.getWorksheetsProperties().map(({ name }) => name)).toEqual(["Data"]);
    expect(model.getFormattedCellValue(0, 2, 1)).toBe("10");
  });

  test("brings a person's edits back and raises onChanged", async () => {
    const host = newHost();
    const { model } = host;
    const seen: string[] = [];
    await host.run(async (context) => {
      const sheet = sheet1(context);
      sheet.onChanged.add(async (event) => void seen.push(`${event.changeType} ${event.address}`));
      await context.sync();
    });
    model.setUserInput(0, 1, 1, "12%");
    model.setUserInput(0, 2, 1, "=A1*10");
    await eventsArrive();
    expect(seen).toEqual(["RangeEdited A1", "RangeEdited A2"]);
    await host.run(async (context) => {
      const range = sheet1(context).getRange("A1:A2");
      range.load("values,formulas,numberFormat");
      await context.sync();
      expect(range.values).toEqual([[0.12], [1.2]]);
      expect(range.formulas).toEqual([[0.12], ["=A1*10"]]);
      expect(range.numberFormat[0]).toEqual(["0%"]);
    });
  });

  test("brings back clearing, undo, new lines, looks and sheets", async () => {
    const host = newHost();
    const { model } = host;
    const [sheet] = host.workbook.sheets;
    model.setUserInput(0, 1, 1, "5");
    model.setUserInput(0, 2, 1, "=A1");
    model.rangeClearContents(0, 1, 1, 1, 1);
    expect(sheet?.cells.get(0)?.get(0)).toBeUndefined();
    model.undo();
    expect(sheet?.cells.get(0)?.get(0)?.value).toBe(5);
    model.insertRows(0, 1, 2);
    expect(sheet?.cells.get(3)?.get(0)?.formula).toBe("=A3");
    model.setSelectedCell(3, 1);
    model.updateRangeStyle({ sheet: 0, row: 3, column: 1, width: 1, height: 1 }, "fill.color", "#FFEE00");
    expect(host.workbook.styles[sheet?.cells.get(2)?.get(0)?.style ?? 0]).toMatchObject({ fill: "#FFEE00" });
    model.newSheet();
    model.renameSheet(0, "Mine");
    expect(host.workbook.sheets.map(({ name }) => name)).toEqual(["Mine", "Sheet2"]);
  });

  test("refuses a person's edit of a locked cell, and takes one of an unlocked cell", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange("A1:B1").values = [[1, 2]];
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
    });
    const { model } = host;
    model.setUserInput(0, 1, 1, "9");
    model.setUserInput(0, 1, 2, "9");
    const cells = host.workbook.sheets[0]?.cells.get(0);
    expect([cells?.get(0)?.value, cells?.get(1)?.value]).toEqual([1, 9]);
    expect(model.getCellContent(0, 1, 1)).toBe("1");
    expect(await codeOf(host, (context) => (sheet1(context).getRange("A1").values = [[7]]))).toBe(
      "AccessDenied",
    );
  });
});

describe("a click on a link", () => {
  test("goes to the page it names, as an event of the workbook; on other cells it does nothing", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const { worksheets } = context.workbook;
      for (const name of ["Targets", "Kept away"]) worksheets.add(name);
      worksheets.getItem("Kept away").visibility = "Hidden";
      sheet1(context).getRange("A1:A3").formulas = [[linkTo("targets")], [linkTo("Kept away")], ["=1+1"]];
      await context.sync();
    });
    const { model, workbook } = host;
    const shown = (): string | undefined => model.getWorksheetsProperties()[model.getSelectedSheet()]?.name;
    for (const row of [2, 3]) {
      model.setSelectedCell(row, 1);
      host.followGridSelection();
      host.followGridLink();
      expect(shown()).toBe("Sheet1");
    }
    const heard: string[] = [];
    await host.run(async (context) => {
      context.workbook.worksheets.onActivated.add(async ({ worksheetId }) => void heard.push(worksheetId));
      await context.sync();
    });
    model.setSelectedCell(1, 1);
    host.followGridSelection();
    host.followGridLink();
    await eventsArrive();
    const targets = workbook.sheets.find(({ name }) => name === "Targets");
    expect([shown(), workbook.activeSheet, heard]).toEqual(["Targets", targets?.id, [targets?.id]]);
  });
});
