import fc from "fast-check";
import { openXlsx } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import type { Scalar } from "../../../src/host/book/workbook";
import { validate } from "../../support/ooxml";
import { get, oneSheet, part, put, sheetAt } from "./build";

const SHEET = "xl/worksheets/sheet1.xml";

async function reopened(value: Scalar): Promise<Scalar | undefined> {
  const { workbook, sheet } = oneSheet();
  put(workbook, sheet, "A1", value);
  const opened = await openXlsx(await saveXlsx(workbook), "test.xlsx");
  return get(opened.sheets[0], "A1")?.value;
}

describe("a formula's cached result carries its type", () => {
  test.each([
    ["a number", 12_006_641, "=SUM(A1:A9)", '<c r="B2"><f>SUM(A1:A9)</f><v>12006641</v></c>'],
    ["text", "优秀", '=IF(A1>0,"优秀","")', '<c r="B2" t="str"><f>IF(A1&gt;0,"优秀","")</f><v>优秀</v></c>'],
    ["a boolean", true, "=A1=A1", '<c r="B2" t="b"><f>A1=A1</f><v>1</v></c>'],
    ["an error", { error: "#DIV/0!" }, "=1/0", '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
    [
      "a newer function",
      3,
      "=MAXIFS(A1:A2,A1:A2,1)",
      '<c r="B2"><f>_xlfn.MAXIFS(A1:A2,A1:A2,1)</f><v>3</v></c>',
    ],
    ["nothing yet", null, "=A1", '<c r="B2"><f>A1</f></c>'],
  ])("%s", async (_, value, formula, markup) => {
    const { workbook, sheet } = oneSheet();
    put(workbook, sheet, "B2", value, { formula });
    const bytes = await saveXlsx(workbook);
    expect(part(bytes, SHEET)).toContain(markup);
    expect(get((await openXlsx(bytes, "test.xlsx")).sheets[0], "B2")).toEqual({ value, formula, style: 0 });
    expect(await validate(bytes)).toEqual([]);
  });

  test("and Excel is asked to calculate on opening", async () => {
    const { workbook } = oneSheet();
    expect(part(await saveXlsx(workbook), "xl/workbook.xml")).toMatch(/<calcPr[^>]* fullCalcOnLoad="1"/);
  });
});

describe("text stays what it is", () => {
  test.each([
    "=1+1",
    "+86 10",
    "-3",
    "@me",
    "'quoted",
    "007",
    "TRUE",
    "1/2/2017",
    "#N/A",
    "  spaces  ",
    "line\nbreak\ttab",
    "\r\n",
    "_x0041_",
    "a\u0001\u001fb",
    '<b>&amp;"',
    "目标 𠮷 👍",
  ])("%j", async (text) => {
    expect(await reopened(text)).toBe(text);
  });

  test("whatever the characters", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", minLength: 1 }), async (text) => {
        expect(await reopened(text)).toBe(text);
      }),
    );
  });

  test("also as a formula's result", async () => {
    const { workbook, sheet } = oneSheet();
    const texts = [" lead", "trail ", "a\u0002", "=x", "two\nlines"];
    texts.forEach((text, i) => put(workbook, sheet, `A${i + 1}`, text, { formula: '=T("")' }));
    const bytes = await saveXlsx(workbook);
    const opened = sheetAt(await openXlsx(bytes, "test.xlsx"), 0);
    expect(texts.map((_, i) => get(opened, `A${i + 1}`)?.value)).toEqual(texts);
    expect(await validate(bytes)).toEqual([]);
  });

  test("but no longer than a cell holds", async () => {
    expect(await reopened("万".repeat(40_000))).toBe("万".repeat(32_767));
  });
});

describe("constants", () => {
  test.each([0, -1.5, 0.1 + 0.2, 1e-300, 12_006_641, 1.7976931348623157e308, true, false])(
    "%s keeps every digit",
    async (value) => {
      expect(await reopened(value)).toBe(value);
    },
  );

  test("an error keeps its code", async () => {
    expect(await reopened({ error: "#N/A" })).toEqual({ error: "#N/A" });
  });
});
