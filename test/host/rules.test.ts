import { PAYLOAD_LIMIT } from "../../src/host/host";
import { codeOf, eventsArrive, newHost, sheet1 } from "./support";

describe("sheets", () => {
  test.each(["", "  ", "a/b", "a\\b", "a?b", "a*b", "a[b", "a]b", "a:b", "'a", "a'", "x".repeat(32)])(
    "the name %p is refused",
    async (name) => {
      expect(await codeOf(newHost(), (context) => (sheet1(context).name = name))).toBe("InvalidArgument");
    },
  );

  test("a name of 31 characters is fine, one that is taken is not, whatever its case", async () => {
    const host = newHost();
    expect(await codeOf(host, (context) => context.workbook.worksheets.add("目".repeat(31)))).toBe("");
    expect(await codeOf(host, (context) => context.workbook.worksheets.add("SHEET1"))).toBe(
      "ItemAlreadyExists",
    );
    expect(
      await codeOf(host, (context) => (context.workbook.worksheets.getItem("目".repeat(31)).name = "sheet1")),
    ).toBe("ItemAlreadyExists");
  });

  test("renaming one rewrites formulas, names, charts, validations and conditional formats, but no text", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const data = context.workbook.worksheets.add("Staging");
      data.getRange("A1:A3").values = [[1], [2], [3]];
      const sheet = sheet1(context);
      sheet.getRange("A1").formulas = [['=SUM(Staging!A1:A3)&"Staging!A1"']];
      context.workbook.names.add("total", data.getRange("A3"));
      sheet.getRange("B1").dataValidation.rule = {
        list: { inCellDropDown: true, source: "=Staging!$A$1:$A$3" },
      };
      sheet.getRange("C1:C9").conditionalFormats.add("Custom").custom.rule.formula = "=C1>Staging!$A$1";
      sheet.charts.add("ColumnClustered", data.getRange("A1:A3"));
      await context.sync();
      data.name = "目标 2018";
      const cell = sheet.getRange("A1");
      cell.load("formulas,values");
      await context.sync();
      expect(cell.formulas).toEqual([[`=SUM('目标 2018'!A1:A3)&"Staging!A1"`]]);
      expect(cell.values).toEqual([["6Staging!A1"]]);
    });
    const { names, sheets } = host.workbook;
    expect(names[0]?.formula).toBe("='目标 2018'!$A$3");
    expect(sheets[0]?.validations[0]?.rule).toEqual({
      list: { inCellDropDown: true, source: "='目标 2018'!$A$1:$A$3" },
    });
    expect(sheets[0]?.conditionals[0]).toMatchObject({ formula: "=C1>'目标 2018'!$A$1" });
    expect(sheets[0]?.charts[0]?.series[0]?.values).toBe("'目标 2018'!$A$1:$A$3");
  });

  test("the last visible sheet can be neither deleted nor hidden", async () => {
    const host = newHost();
    await host.run(async (context) => void (context.workbook.worksheets.add("Hidden").visibility = "Hidden"));
    expect(await codeOf(host, (context) => sheet1(context).delete())).toBe("InvalidOperation");
    expect(await codeOf(host, (context) => (sheet1(context).visibility = "Hidden"))).toBe("InvalidOperation");
  });

  test("a missing one is ItemNotFound", async () => {
    expect(
      await codeOf(newHost(), (context) => context.workbook.worksheets.getItem("Nowhere").getRange("A1")),
    ).toBe("ItemNotFound");
  });

  test("adding, activating and deleting raise events", async () => {
    const host = newHost();
    const seen: string[] = [];
    await host.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async () => void seen.push("added"));
      worksheets.onDeleted.add(async () => void seen.push("deleted"));
      worksheets.onActivated.add(async () => void seen.push("activated"));
      await context.sync();
      const plan = worksheets.add("Plan");
      plan.activate();
      await context.sync();
      plan.delete();
      await context.sync();
    });
    await eventsArrive();
    expect(seen).toEqual(["added", "activated", "activated", "deleted"]);
  });
});

describe("protection", () => {
  test("locked cells are refused, unlocked ones taken, formats and new tables refused", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange("B2:B4").format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true });
      await context.sync();
    });
    expect(await codeOf(host, (context) => (sheet1(context).getRange("A1").values = [[1]]))).toBe(
      "AccessDenied",
    );
    expect(
      await codeOf(host, (context) => (sheet1(context).getRange("B2:B4").values = [[1], [2], [3]])),
    ).toBe("");
    expect(
      await codeOf(host, (context) => (sheet1(context).getRange("B2").format.fill.color = "#FF0000")),
    ).toBe("AccessDenied");
    expect(await codeOf(host, (context) => (sheet1(context).getRange("A:A").format.columnWidth = 80))).toBe(
      "",
    );
    expect(await codeOf(host, (context) => (sheet1(context).getRange("1:1").format.rowHeight = 30))).toBe(
      "AccessDenied",
    );
    expect(await codeOf(host, (context) => sheet1(context).tables.add("B2:B4", true))).toBe("AccessDenied");
  });

  test("protecting a protected sheet fails; unprotecting gives it back", async () => {
    const host = newHost();
    expect(await codeOf(host, (context) => sheet1(context).protection.protect())).toBe("");
    expect(await codeOf(host, (context) => sheet1(context).protection.protect())).toBe("InvalidOperation");
    expect(await codeOf(host, (context) => sheet1(context).protection.unprotect())).toBe("");
    expect(await codeOf(host, (context) => (sheet1(context).getRange("A1").values = [[1]]))).toBe("");
  });

  test("a workbook whose structure is protected takes no sheets, gives none away and keeps their names", async () => {
    const host = newHost();
    await host.run(async (context) => context.workbook.protection.protect());
    expect(await codeOf(host, (context) => context.workbook.worksheets.add("Plan"))).toBe("AccessDenied");
    expect(await codeOf(host, (context) => (sheet1(context).name = "Plan"))).toBe("AccessDenied");
    expect(await codeOf(host, (context) => sheet1(context).delete())).toBe("AccessDenied");
  });
});

describe("limits", () => {
  test("5 MB a request: nothing of a larger one happens", async () => {
    const host = newHost();
    const text = "x".repeat(30_000);
    const code = await codeOf(
      host,
      (context) => (sheet1(context).getRange("A1:A200").values = Array.from({ length: 200 }, () => [text])),
    );
    expect(code).toBe("RequestPayloadSizeLimitExceeded");
    expect(host.workbook.sheets[0]?.cells.size).toBe(0);
    expect(PAYLOAD_LIMIT).toBe(5 * 1024 * 1024);
  });

  test("5 MB a response", async () => {
    const host = newHost();
    await host.run(
      async (context) =>
        void (sheet1(context).getRange("A1:A2").values = [["y".repeat(30_000)], ["=REPT(A1,1)"]]),
    );
    const code = await codeOf(host, (context) => {
      for (let i = 0; i < 100; i++) sheet1(context).getRange("A1:A2").load("values");
    });
    expect(code).toBe("ResponsePayloadSizeLimitExceeded");
  });

  test("one table a cell", async () => {
    const host = newHost();
    await host.run(async (context) => {
      sheet1(context).getRange("A1:B3").values = [
        ["name", "value"],
        ["a", 1],
        ["b", 2],
      ];
      const table = sheet1(context).tables.add("A1:B3", true);
      table.name = "Ledger";
      const body = table.getDataBodyRange();
      body.load("values,address");
      await context.sync();
      expect([body.values, body.address]).toEqual([
        [
          ["a", 1],
          ["b", 2],
        ],
        "Sheet1!A2:B3",
      ]);
    });
    expect(await codeOf(host, (context) => sheet1(context).tables.add("B3:C5", true))).toBe(
      "InvalidArgument",
    );
  });
});

describe("failures on demand", () => {
  const write = (context: Excel.RequestContext): void => {
    for (let row = 1; row <= 5; row++) sheet1(context).getCell(row - 1, 0).values = [[row]];
  };

  test("before a round trip: nothing of it happens", async () => {
    const host = newHost();
    host.faults.fail({ roundTrip: 1, code: "GeneralException" });
    expect(await codeOf(host, write)).toBe("GeneralException");
    expect(host.workbook.sheets[0]?.cells.size).toBe(0);
    expect(await codeOf(host, write)).toBe("");
  });

  test("after some actions: what came before stays, as in Excel", async () => {
    const host = newHost();
    host.faults.fail({ roundTrip: 1, afterActions: 16 });
    expect(await codeOf(host, write)).toBe("GeneralException");
    const { size } = host.workbook.sheets[0]?.cells ?? { size: -1 };
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(5);
  });

  test("after all of them: everything has happened and the caller is told it failed", async () => {
    const host = newHost();
    host.faults.fail({ roundTrip: 1, afterActions: 10_000 });
    expect(await codeOf(host, write)).toBe("GeneralException");
    expect(host.workbook.sheets[0]?.cells.size).toBe(5);
  });

  test("at a member", async () => {
    const host = newHost();
    host.faults.fail({ member: "add", code: "ItemAlreadyExists" });
    expect(await codeOf(host, write)).toBe("");
    expect(await codeOf(host, (context) => context.workbook.worksheets.add("Plan"))).toBe(
      "ItemAlreadyExists",
    );
  });

  test("an action that fails by itself leaves the ones before it applied", async () => {
    const host = newHost();
    const code = await codeOf(host, (context) => {
      sheet1(context).getRange("A1").values = [[1]];
      context.workbook.worksheets.getItem("Nowhere").getRange("A1").values = [[2]];
      sheet1(context).getRange("A2").values = [[3]];
    });
    expect(code).toBe("ItemNotFound");
    expect([...(host.workbook.sheets[0]?.cells.keys() ?? [])]).toEqual([0]);
  });

  test("a lost connection, a cell being edited, a workbook open for reading", async () => {
    const host = newHost();
    host.faults.loseConnection(2);
    expect(await codeOf(host, write)).toBe("");
    expect(await codeOf(host, write)).toBe("ConnectionFailure");
    host.faults.clear();
    host.cellEditing = true;
    expect(await codeOf(host, (context) => sheet1(context).load("name"))).toBe(
      "InvalidOperationInCellEditMode",
    );
    host.cellEditing = false;
    host.readOnly = true;
    expect(await codeOf(host, (context) => sheet1(context).load("name"))).toBe("");
    expect(await codeOf(host, write)).toBe("AccessDenied");
  });
});
