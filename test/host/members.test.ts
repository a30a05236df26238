import { codeOf, newHost, sheet1, typed } from "./support";

describe("formats", () => {
  test("fonts, fills, alignment and sizes are kept and read back; cells that differ read null", async () => {
    await newHost().run(async (context) => {
      const range = sheet1(context).getRange("A1:C2");
      range.format.font.set({
        bold: true,
        size: 16,
        color: "#1F5FA8",
        name: "Arial",
        italic: true,
        underline: "Single",
      });
      range.format.fill.color = "yellow";
      range.format.horizontalAlignment = "CenterAcrossSelection";
      range.format.verticalAlignment = "Top";
      range.format.wrapText = true;
      range.format.indentLevel = 2;
      range.format.columnWidth = 80;
      range.format.rowHeight = 24;
      sheet1(context).getRange("A1").format.font.bold = false;
      range.load(
        "format/font,format/fill/color,format/horizontalAlignment,format/wrapText,format/columnWidth,format/rowHeight,width,height",
      );
      await context.sync();
      const { format } = range;
      expect([
        format.font.bold,
        format.font.size,
        format.font.color,
        format.font.name,
        format.font.underline,
      ]).toEqual([null, 16, "#1F5FA8", "Arial", "Single"]);
      expect([
        format.fill.color,
        format.horizontalAlignment,
        format.wrapText,
        format.columnWidth,
        format.rowHeight,
      ]).toEqual(["#FFFF00", "CenterAcrossSelection", true, 80, 24]);
      expect([range.width, range.height]).toEqual([240, 48]);
    });
  });

  test("borders lie on the edges asked for", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const { borders } = sheet1(context).getRange("A1:A3").format;
      for (const side of ["EdgeBottom", "InsideHorizontal"] as const) {
        const border = borders.getItem(side);
        border.style = "Continuous";
        border.weight = "Hairline";
        border.color = "#D5DAE1";
      }
      await context.sync();
    });
    const { styles, sheets } = host.workbook;
    const line = { line: "hair", color: "#D5DAE1" };
    expect([0, 1, 2].map((row) => styles[sheets[0]?.cells.get(row)?.get(0)?.style ?? 0])).toEqual([
      { bottom: line },
      { bottom: line },
      { bottom: line },
    ]);
  });

  test("a whole column's format also meets cells written later", async () => {
    await newHost().run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange("B:B").numberFormat = "0.00" as unknown as string[][];
      sheet.getRange("B3").values = [[1.5]];
      const cell = sheet.getRange("B3");
      cell.load("text,numberFormat");
      await context.sync();
      expect([cell.text, cell.numberFormat]).toEqual([[["1.50"]], [["0.00"]]]);
    });
  });

  test("what is no colour, alignment or size is InvalidArgument", async () => {
    const host = newHost();
    expect(
      await codeOf(host, (context) => (sheet1(context).getRange("A1").format.fill.color = "mauve-ish")),
    ).toBe("InvalidArgument");
    expect(
      await codeOf(
        host,
        (context) => (sheet1(context).getRange("A1").format.horizontalAlignment = "Middle" as "Center"),
      ),
    ).toBe("InvalidArgument");
    expect(await codeOf(host, (context) => (sheet1(context).getRange("A1").format.rowHeight = 500))).toBe(
      "InvalidArgument",
    );
  });
});

describe("ranges", () => {
  test("lead to others", async () => {
    await newHost().run(async (context) => {
      const range = sheet1(context).getRange("B2:D5");
      const found = [
        range.getCell(1, 1),
        range.getRow(3),
        range.getColumn(0),
        range.getOffsetRange(1, 2),
        range.getResizedRange(-1, 1),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getLastCell(),
        range.getIntersection("A1:C3"),
        range.getBoundingRect("F9"),
        range.getRowsBelow(2),
        range.getColumnsBefore(1),
      ];
      for (const each of found) each.load("address");
      const none = range.getIntersectionOrNullObject("Z1");
      await context.sync();
      expect(found.map(({ address }) => address.replace("Sheet1!", ""))).toEqual([
        "C3",
        "B5:D5",
        "B2:B5",
        "D3:F6",
        "B2:E4",
        "2:5",
        "B:D",
        "D5",
        "B2:C3",
        "B2:F9",
        "B6:D7",
        "A2:A5",
      ]);
      expect(none.isNullObject).toBe(true);
    });
    expect(
      await codeOf(newHost(), (context) =>
        sheet1(context).getRange("A1").getOffsetRange(-1, 0).load("address"),
      ),
    ).toBe("InvalidArgument");
    expect(await codeOf(newHost(), (context) => sheet1(context).getRange("no address"))).toBe(
      "InvalidArgument",
    );
  });

  test("the used range counts formats unless only values are asked for", async () => {
    await newHost().run(async (context) => {
      const sheet = sheet1(context);
      const nothing = sheet.getUsedRangeOrNullObject();
      sheet.getRange("B2:C3").values = [
        [1, 2],
        [3, ""],
      ];
      sheet.getRange("E9").format.fill.color = "#FF0000";
      const [all, values] = [sheet.getUsedRange(), sheet.getUsedRange(true)];
      all.load("address");
      values.load("address");
      await context.sync();
      expect(nothing.isNullObject).toBe(true);
      expect([all.address, values.address]).toEqual(["Sheet1!B2:E9", "Sheet1!B2:C3"]);
    });
  });

  test("inserting and deleting rows moves formulas, names, filters and rules along", async () => {
    const host = newHost();
    await typed(host, "A1:B3", [
      ["1", "=A3"],
      [2, "=SUM(A1:A3)"],
      [3, "=$A$2"],
    ]);
    await host.run(async (context) => {
      const sheet = sheet1(context);
      context.workbook.names.add("last", sheet.getRange("A3"));
      sheet.autoFilter.apply(sheet.getRange("A1:B3"));
      sheet.getRange("2:2").insert("Down");
      await context.sync();
      const range = sheet.getRange("A1:B4");
      range.load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([
        [1, "=A4"],
        ["", ""],
        [2, "=SUM(A1:A4)"],
        [3, "=$A$3"],
      ]);
      sheet.getRange("3:3").delete("Up");
      range.load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([
        [1, "=A3"],
        ["", ""],
        [3, "=#REF!"],
        ["", ""],
      ]);
    });
    expect([host.workbook.names[0]?.formula, host.workbook.sheets[0]?.autoFilter]).toEqual([
      "=Sheet1!$A$3",
      "A1:B3",
    ]);
  });

  test("copying shifts relative references, repeats, transposes and takes parts", async () => {
    const host = newHost();
    await typed(host, "A1:B2", [
      [1, "=A1*10"],
      [2, "=$A$1+A2"],
    ]);
    await host.run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange("D1:E4").copyFrom("A1:B2");
      sheet.getRange("G1").copyFrom("A1:B2", "Values", false, true);
      const [copy, turned] = [sheet.getRange("D1:E4"), sheet.getRange("G1:H2")];
      copy.load("formulas");
      turned.load("formulas");
      await context.sync();
      expect(copy.formulas).toEqual([
        [1, "=D1*10"],
        [2, "=$A$1+D2"],
        [1, "=D3*10"],
        [2, "=$A$1+D4"],
      ]);
      expect(turned.formulas).toEqual([
        [1, 2],
        [10, 3],
      ]);
    });
  });

  test("clearing takes contents, formats or both", async () => {
    await newHost().run(async (context) => {
      const range = sheet1(context).getRange("A1");
      range.values = [[1]];
      range.format.font.bold = true;
      range.clear("Contents");
      range.load("values,format/font/bold");
      await context.sync();
      expect([range.values, range.format.font.bold]).toEqual([[[""]], true]);
      range.clear();
      range.load("format/font/bold");
      await context.sync();
      expect(range.format.font.bold).toBe(false);
    });
  });

  test("selecting activates the sheet", async () => {
    await newHost().run(async (context) => {
      context.workbook.worksheets.add("Plan").getRange("B2:C3").select();
      const [selected, active] = [
        context.workbook.getSelectedRange(),
        context.workbook.worksheets.getActiveWorksheet(),
      ];
      selected.load("address");
      active.load("name");
      await context.sync();
      expect([selected.address, active.name]).toEqual(["Plan!B2:C3", "Plan"]);
    });
  });
});

describe("charts", () => {
  test("hold their series, axes, titles, labels and place", async () => {
    const host = newHost();
    await typed(host, "A1:C4", [
      ["", "Target", "Actual"],
      ["Jan", 10, 9],
      ["Feb", 11, 12],
      ["Mar", 12, 12],
    ]);
    await host.run(async (context) => {
      const sheet = sheet1(context);
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Columns");
      chart.name = "byMonth";
      chart.title.text = "Target against actual";
      chart.setPosition("E2", "K15");
      chart.legend.position = "Bottom";
      chart.axes.valueAxis.minimum = 0;
      chart.axes.valueAxis.title.text = "万元";
      chart.axes.categoryAxis.reversePlotOrder = true;
      const target = chart.series.getItemAt(0);
      target.chartType = "Line";
      target.format.line.color = "#E08A1E";
      const actual = chart.series.getItemAt(1);
      actual.format.fill.setSolidColor("#1F5FA8");
      actual.points.getItemAt(1).format.fill.setSolidColor("#2E7D4F");
      actual.hasDataLabels = true;
      actual.gapWidth = 60;
      await context.sync();
      const again = sheet.charts.getItem("byMonth");
      again.load("name,left,top,width,height");
      again.series.load("items/name,items/chartType");
      await context.sync();
      expect([again.left, again.top, again.width, again.height]).toEqual([192, 15, 336, 210]);
      expect(again.series.items.map(({ name, chartType }) => [name, chartType])).toEqual([
        ["Target", "Line"],
        ["Actual", "ColumnClustered"],
      ]);
    });
    const [chart] = host.workbook.sheets[0]?.charts ?? [];
    expect(chart).toMatchObject({
      title: { text: "Target against actual" },
      valueAxis: { min: 0, title: "万元" },
      categoryAxis: { reverse: true },
      series: [
        { values: "Sheet1!$B$2:$B$4", categories: "Sheet1!$A$2:$A$4", lineColor: "#E08A1E" },
        {
          values: "Sheet1!$C$2:$C$4",
          color: "#1F5FA8",
          pointColors: { 1: "#2E7D4F" },
          labels: {},
          gapWidth: 60,
        },
      ],
    });
  });

  test("of kinds that fail through Excel's API fail here too", async () => {
    expect(
      await codeOf(newHost(), (context) =>
        sheet1(context).charts.add("Waterfall", sheet1(context).getRange("A1:B2")),
      ),
    ).toBe("InvalidArgument");
  });
});

describe("rules over cells", () => {
  test("conditional formats of each kind", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const { conditionalFormats } = sheet1(context).getRange("A1:A9");
      const custom = conditionalFormats.add("Custom").custom;
      custom.rule.formula = "=A1<0";
      custom.format.font.color = "#B42318";
      custom.format.fill.color = "#FDECEA";
      const cell = conditionalFormats.add("CellValue").cellValue;
      cell.rule = { operator: "Between", formula1: "=1", formula2: "=5" };
      cell.format.font.bold = true;
      const bar = conditionalFormats.add("DataBar").dataBar;
      bar.positiveFormat.fillColor = "#9DBFE3";
      bar.lowerBoundRule = { type: "Number", formula: "0" };
      const scale = conditionalFormats.add("ColorScale").colorScale;
      scale.criteria = {
        minimum: { type: "LowestValue", color: "#FFFFFF" },
        maximum: { type: "HighestValue", color: "#2E7D4F" },
      };
      await context.sync();
      conditionalFormats.load("items/type,items/priority");
      const count = conditionalFormats.getCount();
      await context.sync();
      expect(conditionalFormats.items.map(({ type, priority }) => [type, priority])).toEqual([
        ["ColorScale", 0],
        ["DataBar", 1],
        ["CellValue", 2],
        ["Custom", 3],
      ]);
      expect(count.value).toBe(4);
    });
    expect(host.workbook.sheets[0]?.conditionals.map(({ kind }) => kind)).toEqual([
      "custom",
      "cellValue",
      "dataBar",
      "colorScale",
    ]);
  });

  test("the settings of a kind the rule is not of are an error, or null", async () => {
    const host = newHost();
    const job = async (context: Excel.RequestContext): Promise<boolean> => {
      const rule = sheet1(context).getRange("A1").conditionalFormats.add("DataBar");
      const none = rule.customOrNullObject;
      await context.sync();
      return none.isNullObject;
    };
    expect(await host.run(job)).toBe(true);
    expect(
      await codeOf(host, (context) =>
        sheet1(context).getRange("A1").conditionalFormats.getItemAt(0).custom.rule.load("formula"),
      ),
    ).toBe("InvalidOperation");
  });

  test("validation with prompt and alert; a rule over part of another splits it", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const sheet = sheet1(context);
      const all = sheet.getRange("A1:A9").dataValidation;
      all.rule = { wholeNumber: { formula1: 0, formula2: 100, operator: "Between" } };
      all.prompt = { title: "Points", message: "0 to 100", showPrompt: true };
      all.errorAlert = { title: "No", message: "0 to 100", showAlert: true, style: "Stop" };
      sheet.getRange("A4:A5").dataValidation.rule = {
        list: { inCellDropDown: true, source: "good,fair,poor" },
      };
      const [outer, inner] = [sheet.getRange("A9").dataValidation, sheet.getRange("A4").dataValidation];
      outer.load("type,rule,prompt");
      inner.load("type");
      await context.sync();
      expect([outer.type, inner.type, outer.prompt.message]).toEqual(["WholeNumber", "List", "0 to 100"]);
    });
    expect(host.workbook.sheets[0]?.validations.map(({ range }) => range)).toEqual([
      "A1:A3",
      "A6:A9",
      "A4:A5",
    ]);
    expect(
      await codeOf(
        host,
        (context) =>
          (sheet1(context).getRange("B1").dataValidation.rule = {
            list: { inCellDropDown: true, source: "x".repeat(256) },
          }),
      ),
    ).toBe("InvalidArgument");
  });
});

describe("the page and the workbook's own data", () => {
  test("page layout", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const { pageLayout } = sheet1(context);
      pageLayout.orientation = "Landscape";
      pageLayout.paperSize = "A4";
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintMargins("Centimeters", { left: 1, right: 1 });
      pageLayout.setPrintTitleRows("$1:$4");
      pageLayout.setPrintArea("A1:F40");
      pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P / &N";
      await context.sync();
    });
    expect(host.workbook.sheets[0]?.page).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1 },
      titleRows: "$1:$4",
      printArea: "$A$1:$F$40",
      footer: { center: "&P / &N" },
    });
    expect(host.workbook.sheets[0]?.page.margins?.left).toBeCloseTo(28.35, 2);
  });

  test("settings, custom XML, properties", async () => {
    await newHost().run(async (context) => {
      const { settings, customXmlParts, properties } = context.workbook;
      settings.add("state", { plan: [1, 2], when: "2018" });
      const none = settings.getItemOrNullObject("other");
      const part = customXmlParts.add('<plan xmlns="urn:attain:plan"><x/></plan>');
      part.load("id,namespaceUri");
      properties.title = "目标与考核";
      await context.sync();
      const setting = settings.getItem("state");
      setting.load("value");
      const xml = customXmlParts.getItem(part.id).getXml();
      const only = customXmlParts.getByNamespace("urn:attain:plan").getOnlyItem();
      only.load("id");
      properties.load("title");
      await context.sync();
      expect(setting.value).toEqual({ plan: [1, 2], when: "2018" });
      expect([
        none.isNullObject,
        part.namespaceUri,
        xml.value,
        only.id === part.id,
        properties.title,
      ]).toEqual([true, "urn:attain:plan", '<plan xmlns="urn:attain:plan"><x/></plan>', true, "目标与考核"]);
      setting.delete();
      const gone = settings.getItemOrNullObject("state");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test("freezing, grouping, hiding, copying a sheet", async () => {
    const host = newHost();
    await host.run(async (context) => {
      const sheet = sheet1(context);
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B4"));
      sheet.getRange("C:E").group("ByColumns");
      sheet.getRange("2:3").rowHidden = true;
      sheet.getRange("A1").values = [["kept"]];
      sheet.showGridlines = false;
      sheet.copy("End");
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load("address");
      await context.sync();
      expect(frozen.address).toBe("Sheet1!A1:B4");
    });
    const [, copy] = host.workbook.sheets;
    expect([copy?.name, copy?.cells.get(0)?.get(0)?.value, copy?.showGridlines]).toEqual([
      "Sheet1 (2)",
      "kept",
      false,
    ]);
    expect([copy?.frozen, copy?.columns.get(2), copy?.rows.get(1)]).toEqual([
      { rows: 4, columns: 2 },
      { outline: 1 },
      { hidden: true },
    ]);
  });

  test("names: rules and duplicates", async () => {
    const host = newHost();
    expect(await codeOf(host, (context) => context.workbook.names.add("A1", "=1"))).toBe("InvalidArgument");
    expect(await codeOf(host, (context) => context.workbook.names.add("two words", "=1"))).toBe(
      "InvalidArgument",
    );
    expect(await codeOf(host, (context) => context.workbook.names.add("税率", "=0.13"))).toBe("");
    expect(await codeOf(host, (context) => context.workbook.names.add("税率", "=0.06"))).toBe(
      "ItemAlreadyExists",
    );
    expect((await typed(host, "A1", [["=100*税率"]])).values).toEqual([[13]]);
  });
});
