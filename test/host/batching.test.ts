import { codeOf, newHost, sheet1 } from "./support";

describe("Office.js's own behaviour", () => {
  test("a property that was not loaded cannot be read", async () => {
    const code = await codeOf(newHost(), async (context) => {
      const range = sheet1(context).getRange("A1");
      await context.sync();
      return range.values;
    });
    expect(code).toBe("PropertyNotLoaded");
  });

  test("load without names brings every scalar property, and no navigation property", async () => {
    await newHost().run(async (context) => {
      const range = sheet1(context).getRange("B2:C3");
      range.load();
      await context.sync();
      expect(range.address).toBe("Sheet1!B2:C3");
      expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([1, 1, 2, 2]);
      expect(() => range.worksheet.name).toThrow(/name/);
    });
  });

  test("nested names reach linked objects", async () => {
    await newHost().run(async (context) => {
      const range = sheet1(context).getRange("A1");
      range.format.font.bold = true;
      range.load("format/font/bold,worksheet/name");
      await context.sync();
      expect([range.format.font.bold, range.worksheet.name]).toEqual([true, "Sheet1"]);
    });
  });

  test("…OrNullObject gives a null object instead of an error, and everything reached through it is null too", async () => {
    await newHost().run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const cell = missing.getRange("A1");
      missing.delete();
      await context.sync();
      expect(missing.isNullObject).toBe(true);
      expect(cell.isNullObject).toBe(true);
    });
  });

  test("a collection loads its items, and items can be used afterwards", async () => {
    const host = newHost();
    await host.run(async (context) => {
      context.workbook.worksheets.add("Plan");
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/visibility");
      await context.sync();
      expect(worksheets.items.map(({ name }) => name)).toEqual(["Sheet1", "Plan"]);
      worksheets.items[1]?.getRange("A1").set({ values: [[7]] });
      await context.sync();
    });
    expect(host.workbook.sheets[1]?.cells.get(0)?.get(0)?.value).toBe(7);
  });

  test("one sync is one round trip however many actions it has; an empty sync is none", async () => {
    const host = newHost();
    await host.run(async (context) => {
      for (let row = 1; row <= 50; row++) sheet1(context).getRange(`A${row}`).values = [[row]];
      await context.sync();
      await context.sync();
    });
    expect(host.traffic.roundTrips).toBe(1);
    expect(host.traffic.actions).toBeGreaterThan(50);
    expect(host.traffic.log[0]?.requestBytes).toBeGreaterThan(1000);
    host.traffic.reset();
    expect(host.traffic.roundTrips).toBe(0);
  });

  test("a range stays usable after a sync because it is tracked, and is let go when the run ends", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const range = sheet1(context).getRange("A1:B1");
      range.values = [[1, 2]];
      await context.sync();
      range.values = [[3, 4]];
      await context.sync();
    });
    expect([...(host.workbook.sheets[0]?.cells.get(0)?.values() ?? [])].map(({ value }) => value)).toEqual([
      3, 4,
    ]);
    expect(host.traffic.cleanups).toBe(1);
  });

  test("large blocks, which the client cuts into chunks, arrive whole", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const range = sheet1(context).getRange("A1:J1000");
      range.values = Array.from({ length: 1000 }, (_, row) =>
        Array.from({ length: 10 }, (__, column) => row * 10 + column),
      );
      range.load("values");
      await context.sync();
      expect(range.values[999]?.[9]).toBe(9999);
    });
  });

  test("several hosts live side by side", async () => {
    const [one, other] = [newHost(), newHost()];
    await one.run(async (context) => void (sheet1(context).name = "One"));
    await other.run(async (context) => void (sheet1(context).name = "Other"));
    expect([one.workbook.sheets[0]?.name, other.workbook.sheets[0]?.name]).toEqual(["One", "Other"]);
    one.connect();
    await Excel.run(async (context) => void context.workbook.worksheets.add("More"));
    expect(one.workbook.sheets.map(({ name }) => name)).toEqual(["One", "More"]);
  });
});

describe("members the host does not have", () => {
  test("fail with their full name", async () => {
    const host = newHost();
    await expect(
      host.run(async (context) => {
        sheet1(context).showHeadings = false;
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Worksheet.headings") });
    await expect(
      host.run(async (context) => {
        sheet1(context).shapes.addTextBox("x");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ApiNotFound", message: expect.stringContaining("Worksheet.shapes") });
    await expect(
      host.run(async (context) => {
        sheet1(context).getRange("A1").getSpecialCells("Blanks");
        await context.sync();
      }),
    ).rejects.toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("Range.getSpecialCells"),
    });
  });
});
