import { AttainError } from "../../../src/errors";
import { openXlsx } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import type { HostWorkbook } from "../../../src/host/book/workbook";
import { validate } from "../../support/ooxml";
import { addSheet, chart, get, oneSheet, part, partsOf, put, sheetAt, withParts } from "./build";

const SHEET = "xl/worksheets/sheet1.xml";
const PIVOT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotCacheDefinition";

/** A file with the kinds of parts people have: chart, image, macros, pivot cache, custom XML, an unknown extension. */
async function richFile(): Promise<Uint8Array> {
  const { workbook, sheet } = oneSheet("Data");
  put(workbook, sheet, "A1", "name");
  put(workbook, sheet, "B1", 3, { formula: "=1+2", style: { numberFormat: "0.0" } });
  sheet.charts.push(chart("Line", { series: [{ values: "'Data'!$B$1:$B$1" }] }));
  sheet.validations.push({
    range: "C1",
    rule: { decimal: { formula1: 0, formula2: 1, operator: "Between" } },
  });
  workbook.customXml.push({
    id: "{6D1C5A3E-0000-4000-8000-1234567890AB}",
    xml: '<foreign xmlns="urn:other">kept</foreign>',
  });
  const bytes = await saveXlsx(workbook);
  const types = part(bytes, "[Content_Types].xml").replace(
    "</Types>",
    '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"/></Types>',
  );
  const relations = part(bytes, "xl/_rels/workbook.xml.rels").replace(
    "</Relationships>",
    `<Relationship Id="rId90" Type="${PIVOT}" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>`,
  );
  return withParts(bytes, {
    "[Content_Types].xml": types,
    "xl/_rels/workbook.xml.rels": relations,
    "xl/media/image1.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
    "xl/vbaProject.bin": new Uint8Array([1, 2, 3]),
    "xl/pivotCache/pivotCacheDefinition1.xml":
      '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cacheSource type="worksheet"><worksheetSource ref="A1:B1" sheet="Data"/></cacheSource></pivotCacheDefinition>',
    [SHEET]: part(bytes, SHEET).replace(
      "</worksheet>",
      '<extLst><ext uri="{UNKNOWN}" xmlns:u="urn:unknown"><u:thing kept="yes"/></ext></extLst></worksheet>',
    ),
  });
}

describe("an opened file", () => {
  test("nobody changed is saved byte for byte", async () => {
    const bytes = await richFile();
    expect(await saveXlsx(await openXlsx(bytes, "rich.xlsx"))).toBe(bytes);
  });

  test("keeps every part when a cell changes and a sheet is added", async () => {
    const bytes = await richFile();
    const workbook = await openXlsx(bytes, "rich.xlsx");
    put(workbook, sheetAt(workbook, 0), "A1", "renamed");
    put(workbook, addSheet(workbook, "目标"), "A1", 1);
    const [before, after] = [partsOf(bytes), partsOf(await saveXlsx(workbook))];
    expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
    const changed = [...before.keys()].filter((path) => before.get(path) !== after.get(path));
    expect(changed.sort()).toEqual(
      [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        SHEET,
      ].sort(),
    );
    expect(after.get(SHEET)).toContain('<u:thing kept="yes"/>');
  });

  test("takes the parts of a deleted sheet with it, and only those", async () => {
    const bytes = await richFile();
    const workbook = await openXlsx(bytes, "rich.xlsx");
    const added = addSheet(workbook, "Only");
    workbook.sheets.splice(0, 1);
    workbook.deletedSources.add("Data");
    workbook.activeSheet = added.id;
    workbook.selection = { sheet: added.id, range: "A1" };
    const saved = await saveXlsx(workbook);
    const gone = [...partsOf(bytes).keys()].filter((path) => !partsOf(saved).has(path));
    expect(gone.sort()).toEqual(
      [
        "xl/charts/chart1.xml",
        "xl/drawings/_rels/drawing1.xml.rels",
        "xl/drawings/drawing1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        SHEET,
      ].sort(),
    );
    expect((await openXlsx(saved, "saved.xlsx")).sheets.map(({ name }) => name)).toEqual(["Only"]);
  });

  test("renames its sheet wherever it is named", async () => {
    const { workbook, sheet } = oneSheet("Data");
    put(workbook, sheet, "A1", 2, { formula: "=Data!B1*2" });
    put(workbook, addSheet(workbook, "Other"), "A1", 2, { formula: "='Data'!A1" });
    sheet.page = { printArea: "A1:B2" };
    workbook.names.push({ name: "Rate", formula: "='Data'!$B$1", visible: true });
    const opened = await openXlsx(await saveXlsx(workbook), "test.xlsx");
    const [first, second] = [sheetAt(opened, 0), sheetAt(opened, 1)];
    first.name = "实绩 1";
    Object.assign(get(first, "A1") ?? {}, { formula: "='实绩 1'!B1*2" });
    Object.assign(get(second, "A1") ?? {}, { formula: "='实绩 1'!A1" });
    Object.assign(opened.names[0] ?? {}, { formula: "='实绩 1'!$B$1" });
    const saved = await saveXlsx(opened);
    expect(
      [...partsOf(saved).keys()]
        .map((path) => part(saved, path))
        .filter((xml) => xml.includes("Data'!") || xml.includes("Data!")),
    ).toEqual([]);
    const again = await openXlsx(saved, "test.xlsx");
    expect(get(again.sheets[1], "A1")?.formula).toBe("='实绩 1'!A1");
    expect(sheetAt(again, 0).page.printArea).toBe("A1:B2");
    expect(await validate(saved)).toEqual([]);
  });

  test("keeps scoped names with their sheet when tabs move", async () => {
    const { workbook, sheet } = oneSheet("A");
    addSheet(workbook, "B");
    workbook.names.push({ name: "Here", formula: "='A'!$A$1", visible: true, scope: sheet.id });
    sheet.page = { titleRows: "$1:$2" };
    const opened = await openXlsx(await saveXlsx(workbook), "test.xlsx");
    opened.sheets.reverse();
    const again = await openXlsx(await saveXlsx(opened), "test.xlsx");
    expect(again.sheets.map(({ name }) => name)).toEqual(["B", "A"]);
    expect(again.names[0]?.scope).toBe(sheetAt(again, 1).id);
    expect(sheetAt(again, 1).page.titleRows).toBe("$1:$2");
    expect(again.activeSheet).toBe(sheetAt(again, 1).id);
  });

  test("leaves conditional formats it does not know in their place", async () => {
    const { workbook, sheet } = oneSheet();
    sheet.conditionals.push({
      id: "1",
      range: "A1:A9",
      kind: "custom",
      formula: "=A1>0",
      style: { bold: true },
      priority: 0,
    });
    const bytes = await saveXlsx(workbook);
    const icons =
      '<conditionalFormatting sqref="B1:B9"><cfRule type="iconSet" priority="2"><iconSet><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>';
    const opened = await openXlsx(
      withParts(bytes, { [SHEET]: part(bytes, SHEET).replace("<pageMargins", `${icons}<pageMargins`) }),
      "test.xlsx",
    );
    const first = sheetAt(opened, 0);
    first.conditionals = [
      { id: "2", range: "C1:C9", kind: "custom", formula: "=C1>0", style: { italic: true }, priority: 5 },
    ];
    first.changed.parts.add("conditionals");
    const saved = await saveXlsx(opened);
    expect(part(saved, SHEET).match(/<cfRule type="\w+"[^>]*priority="\d"/g)).toEqual([
      '<cfRule type="iconSet" priority="1"',
      expect.stringMatching(/type="expression".*priority="2"/) as string,
    ]);
    expect(await validate(saved)).toEqual([]);
  });
});

describe("cells of an opened sheet", () => {
  async function opened(rows: string): Promise<HostWorkbook> {
    const bytes = await saveXlsx(oneSheet().workbook);
    const xml = part(bytes, SHEET).replace(
      /<sheetData\/>|<sheetData><\/sheetData>/,
      `<sheetData>${rows}</sheetData>`,
    );
    return openXlsx(withParts(bytes, { [SHEET]: xml }), "test.xlsx");
  }

  async function dataAfter(workbook: HostWorkbook): Promise<string> {
    return /<sheetData>(.*)<\/sheetData>/s.exec(part(await saveXlsx(workbook), SHEET))?.[1] ?? "";
  }

  test("are changed one by one; their neighbours keep their markup", async () => {
    const workbook = await opened(
      '<row r="2" spans="1:3" x:custom="1" xmlns:x="urn:x"><c r="A2" cm="1"><v>1.50</v></c><c r="C2"><v>3</v></c></row>',
    );
    put(workbook, sheetAt(workbook, 0), "B2", 2);
    put(workbook, sheetAt(workbook, 0), "D2", true);
    put(workbook, sheetAt(workbook, 0), "A1", 0);
    put(workbook, sheetAt(workbook, 0), "A5", -1);
    expect(await dataAfter(workbook)).toBe(
      '<row r="1"><c r="A1"><v>0</v></c></row><row r="2" x:custom="1" xmlns:x="urn:x"><c r="A2" cm="1"><v>1.50</v></c><c r="B2"><v>2</v></c><c r="C2"><v>3</v></c><c r="D2" t="b"><v>1</v></c></row><row r="5"><c r="A5"><v>-1</v></c></row>',
    );
  });

  test("fill rows that were empty, and can be cleared", async () => {
    const workbook = await opened(
      '<row r="1" ht="20" customHeight="1"/><row r="2"><c r="A2"><v>1</v></c></row>',
    );
    put(workbook, sheetAt(workbook, 0), "B1", 5);
    sheetAt(workbook, 0).cells.get(1)?.delete(0);
    sheetAt(workbook, 0).changed.cells.add("1,0");
    expect(await dataAfter(workbook)).toBe(
      '<row r="1" ht="20" customHeight="1"><c r="B1"><v>5</v></c></row><row r="2"></row>',
    );
  });

  test("keep fitted heights of rows nobody resized", async () => {
    const rows = '<row r="1" ht="21"><c r="A1"><v>1</v></c></row><row r="2" ht="40" customHeight="1"/>';
    const workbook = await opened(rows);
    sheetAt(workbook, 0).rows.set(1, { size: 25, outline: 1 }).set(6, { size: 9 });
    sheetAt(workbook, 0).changed.parts.add("lines");
    expect(await dataAfter(workbook)).toBe(
      '<row r="1" ht="21"><c r="A1"><v>1</v></c></row><row r="2" ht="25" customHeight="1" outlineLevel="1"/><row r="7" ht="9" customHeight="1"/>',
    );
  });

  test("with shared formulas get their own when the first of them is overwritten", async () => {
    const workbook = await opened(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>',
    );
    expect(get(workbook.sheets[0], "B3")?.formula).toBe("=A3*2");
    put(workbook, sheetAt(workbook, 0), "B1", 9);
    expect(await dataAfter(workbook)).toContain(
      '<c r="B1"><v>9</v></c></row><row r="2"><c r="B2"><f>A2*2</f><v>0</v></c></row><row r="3"><c r="B3"><f>A3*2</f><v>0</v></c></row>',
    );
  });

  test("have their results brought up to date, but never by a function the calculator does not know", async () => {
    const workbook = await opened(
      '<row r="1"><c r="A1" cm="1"><f>SUM(B1)</f><v>1</v></c><c r="B1"><f>CUBEVALUE("a")</f><v>7</v></c></row>',
    );
    Object.assign(get(workbook.sheets[0], "A1") ?? {}, { value: "新" });
    Object.assign(get(workbook.sheets[0], "B1") ?? {}, { value: { error: "#NAME?" } });
    expect(await dataAfter(workbook)).toBe(
      '<row r="1"><c r="A1" cm="1" t="str"><f>SUM(B1)</f><v>新</v></c><c r="B1"><f>CUBEVALUE("a")</f><v>7</v></c></row>',
    );
  });

  test("are read with rich text joined, phonetic guides left out, inline text and missing addresses", async () => {
    const workbook = await opened(
      '<row><c t="inlineStr"><is><r><t>目</t></r><r><t xml:space="preserve">标 </t></r><rPh sb="0" eb="1"><t>mu</t></rPh></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2017-01-02T00:00:00</v></c></row>',
    );
    expect(["A1", "B1", "C1", "D1"].map((address) => get(workbook.sheets[0], address)?.value)).toEqual([
      "目标 ",
      true,
      { error: "#N/A" },
      42_737,
    ]);
  });
});

describe("files that cannot be read", () => {
  test.each([
    ["no archive", new TextEncoder().encode("name,value\n1,2")],
    ["an old or encrypted file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ["nothing", new Uint8Array()],
  ])("%s", async (_, bytes) => {
    await expect(openXlsx(bytes, "账.xlsx")).rejects.toMatchObject({
      code: "file-unreadable",
      params: { name: "账.xlsx" },
    });
    await expect(openXlsx(bytes, "账.xlsx")).rejects.toBeInstanceOf(AttainError);
  });

  test("an archive that is no workbook", async () => {
    const bytes = withParts(await saveXlsx(oneSheet().workbook), {
      "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    });
    await expect(openXlsx(bytes, "x.xlsx")).rejects.toMatchObject({ code: "file-unreadable" });
  });
});
