/** Templates with people's own data in place of the example. */
import { sampleWorkbook } from "../../src/cli/sampleFile";
import type { Host } from "../../src/host/host";
import { describeError } from "../../src/errors";
import { createNodeHost } from "../../src/host/node";
import { fillTemplate } from "../../src/jobs/template/template";
import { LANGS, type Lang } from "../../src/words";
import { look, type FinishedBook } from "../support/finishedBook";

async function filled(id: string, host: Host, lang: Lang): Promise<Omit<FinishedBook, "bytes">> {
  await fillTemplate(id, { lang });
  host.calculate();
  const book = look(host);
  expect(book.formulas.filter(({ value }) => value !== null && typeof value === "object")).toEqual([]);
  return book;
}

const numbers = (book: Omit<FinishedBook, "bytes">): unknown[] => book.formulas.map(({ value }) => value);

test.each(LANGS)("targets by region from the sales ledger in %s", async (lang) => {
  const host = createNodeHost(await sampleWorkbook());
  const book = await filled("regions", host, lang);
  // The example grows by 15 %, so the ledger's 10 005 534 do.
  expect(numbers(book)).toContain(11_506_364);
  const tabs = host.workbook.sheets.map(({ name }) => name);
  expect(tabs.slice(0, 3)).toEqual(["Sales pipeline", "Sales teams", "Products"]);
  const people = new Set(numbers(book).concat([...texts(host)]));
  expect(people.has("Darcel Schlecht")).toBe(true);
});

test("both tiers keep the example's relation: 5 000 of 3 000 is two thirds more", async () => {
  const book = await filled("annual-sales-plan", createNodeHost(await sampleWorkbook()), "en-US");
  const committed = numbers(book).filter((value): value is number => typeof value === "number");
  // 3 000 is 13 % above the example's 2 664.
  const total = Math.round(10_005_534 * 1.13);
  expect(committed).toContain(total);
  expect(committed).toContain(Math.round((total * 5) / 3));
});

test("an evaluation from a table of people, wherever its columns stand", async () => {
  const host = createNodeHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B3:I5").values = [
      ["姓名", "单位", "有效投诉", "应回访数", "已回访数", "客户满意度", "发出配件", "准确配件"],
      ["张三", "东站", 1, 40, 40, 0.99, 100, 100],
      ["李四", "西站", 0, 50, 49, 0.965, 80, 80],
    ];
    await context.sync();
  });
  const book = await filled("service", host, "zh-CN");
  const rows = host.workbook.sheets
    .filter(({ name }) => name === "成绩汇总")
    .flatMap(({ cells }) => [...cells.values()].map((line) => [...line.values()].map(({ value }) => value)));
  // 张三: one complaint, 5 off. 李四: 98 % called is two steps of 1 % below 100 %, 4 off; 96.5 % is two started steps, 4 off.
  expect(rows.find((row) => row.includes("张三"))).toContain(95);
  expect(rows.find((row) => row.includes("李四"))).toContain(92);
  expect(book.formulas.length).toBeGreaterThan(50);
});

test("a workbook without anything to use says so, and nothing is written", async () => {
  const host = createNodeHost();
  for (const id of ["regions", "service", "work-plan"])
    await expect(fillTemplate(id, { lang: "en-US" })).rejects.toMatchObject({ code: "no-data" });
  expect(host.workbook.sheets).toHaveLength(1);
});

test("a people table without the template's figures: the columns it looks for are named, not a ledger", async () => {
  const host = createNodeHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:C3").values = [
      ["姓名", "部门", "工龄"],
      ["张三", "东站", 3],
      ["李四", "西站", 5],
    ];
    await context.sync();
  });
  const remedy = async (id: string, lang: Lang): Promise<string> => {
    const refused: unknown = await fillTemplate(id, { lang }).then(
      () => undefined,
      (error: unknown) => error,
    );
    const { code, remedy: said } = describeError(refused, lang);
    expect(code).toBe("no-data");
    return said;
  };
  expect(await remedy("service", "zh-CN")).toBe(
    "请打开含有这些列的工作表：姓名，以及其中至少一列：应回访数、已回访数、客户满意度、发出配件、准确配件、有效投诉。",
  );
  expect(await remedy("service", "en-US")).toBe(
    "Open a sheet with these columns: Name, and at least one of Calls due, Calls made, Satisfaction, Parts sent, Parts right, Complaints.",
  );
  expect(await remedy("sales-evaluation", "zh-CN")).toBe(
    "请打开含有这些列的工作表：姓名，以及其中至少一列：销售额、销售目标、回款率、完成的计划工作、计划工作、工作态度、团队合作。",
  );
  expect(await remedy("sales-evaluation", "en-US")).toBe(
    "Open a sheet with these columns: Name, and at least one of Sales, Sales target, Collection rate, Planned work done, Work planned, Attitude, Teamwork.",
  );
  expect(host.workbook.sheets).toHaveLength(1);
});

function texts(host: Host): string[] {
  return host.workbook.sheets.flatMap(({ cells }) =>
    [...cells.values()].flatMap((line) =>
      [...line.values()].flatMap(({ value }) => (typeof value === "string" ? [value] : [])),
    ),
  );
}
