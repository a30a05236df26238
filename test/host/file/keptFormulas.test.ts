/** Formulas of an opened file that nobody wrote keep their markup, whatever they come to now. */
import { openXlsx } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { createNodeHost } from "../../../src/host/node";
import { oneSheet, part, put, withParts } from "./build";

const SHEET = "xl/worksheets/sheet1.xml";

async function opened(rows: string): Promise<ReturnType<typeof createNodeHost>> {
  const { workbook, sheet } = oneSheet();
  put(workbook, sheet, "A1", 1);
  const plain = await saveXlsx(workbook);
  const text = part(plain, SHEET).replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`);
  const bytes = withParts(plain, { [SHEET]: text });
  return createNodeHost(await openXlsx(bytes, "theirs.xlsx"));
}

const textAfter = async (host: ReturnType<typeof createNodeHost>): Promise<string> => {
  host.calculate();
  return part(await saveXlsx(host.workbook), SHEET);
};

test("an array formula stays one, its result and its row's attributes too", async () => {
  const row = `<row r="1" spans="1:3"><c r="A1"><v>2</v></c><c r="B1" cm="1"><f t="array" ref="B1:B2">YEAR(A1:A2*366)</f><v>1902</v></c></row>`;
  const host = await opened(row);
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getFirst().getRange("A5").values = [[3]];
  });
  expect(await textAfter(host)).toContain('<c r="B1" cm="1"><f t="array" ref="B1:B2">YEAR(A1:A2*366)</f>');
  expect(await textAfter(host)).toContain('<row r="1" spans="1:3">');
});

test("shared formulas stay shared when their results change", async () => {
  const host = await opened(
    `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row>` +
      `<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>10</v></c></row>`,
  );
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getFirst().getRange("A2").values = [[7]];
  });
  const text = await textAfter(host);
  expect(text).toContain('<f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v>');
  expect(text).toContain('<f t="shared" si="0"/><v>14</v>');
});

test("NOW() is a day's number, as Excel leaves it", async () => {
  const host = await opened(`<row r="1"><c r="A1"><f ca="1">NOW()</f><v>46233.61</v></c></row>`);
  await host.run(async ({ workbook }) => {
    workbook.worksheets.getFirst().getRange("C1").values = [[3]];
  });
  const [, now] = /<f ca="1">NOW\(\)<\/f><v>([\d.]+)<\/v>/.exec(await textAfter(host)) ?? [];
  expect(Math.abs(Number(now) - (Date.now() / 86_400_000 + 25_569))).toBeLessThan(2);
});

test("what is due by today is so on another day too, though nothing in the file has changed", async () => {
  const overdue = `IF(TODAY()&gt;A1,"overdue","open")`;
  const host = await opened(
    `<row r="1"><c r="A1"><v>40000</v></c><c r="B1" t="str"><f>${overdue}</f><v>open</v></c></row>`,
  );
  expect(await textAfter(host)).toContain("<v>overdue</v>");
});

test("cells beyond the last row or column of any sheet are not read, and stay in the file", async () => {
  const host = await opened(
    `<row r="1"><c r="A1"><v>1</v></c><c r="ZZZZ1"><v>2</v></c></row><row r="2000000"><c r="A2000000"><v>3</v></c></row>`,
  );
  const used = await host.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getUsedRange().load("address");
    await context.sync();
    return range.address;
  });
  expect(used).toMatch(/!A1$/);
  expect(await textAfter(host)).toContain('<c r="A2000000"><v>3</v></c>');
});
