/** HR's monthly file: actuals, targets, attendance and ratings on sheets of their own, without any ledger. */
import { correctColumn, previewRun, surveyWorkbook, writeRun } from "../../../src/jobs/run";
import { saveXlsx } from "../../../src/host/file/save";
import { MARCH, monthlyFile } from "../../support/books";
import { validate } from "../../support/ooxml";

const ZH = { lang: "zh-CN" } as const;
const march = () => monthlyFile(MARCH);

test("people are joined over the sheets, by number and by name, leading zeros kept", async () => {
  await march();
  const { survey, people } = await surveyWorkbook(ZH);
  expect(survey).toMatchObject({
    kind: "people",
    ready: true,
    facts: { people: 4, file: { complete: 2, period: "2026-03" } },
  });
  expect(people?.people.map(({ id, name, unit }) => [id, name, unit])).toEqual([
    ["007", "王建国", "华东"],
    ["008", "李晓梅", "华东"],
    ["009", "张伟", "华南"],
    ["010", "刘洋", undefined],
  ]);
});

test("who is in one and not the other is reported at a cell", async () => {
  await march();
  const { survey } = await surveyWorkbook(ZH);
  const missing = survey.problems.filter(({ code }) => code === "person-not-everywhere");
  expect(
    missing.flatMap(({ title, places }) =>
      places.map(({ sheet, cell, found }) => `${title} ${sheet}!${cell} ${found}`),
    ),
  ).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/考勤.* 销售!B5 张伟/),
      expect.stringMatching(/销售.* 考勤!B4 刘洋/),
      expect.stringMatching(/评价.* 考勤!B4 刘洋/),
    ]),
  );
});

test("results 60, attendance 20, rating 20: whoever lacks one is not scored, never zero", async () => {
  await march();
  const { preview } = await previewRun(await surveyWorkbook(ZH), {}, ZH);
  const of = (name: string) => preview.people.find((person) => person.name === name);
  // 60 × 1.2 + 20 × 100 % + 20 × 90 %
  expect(of("王建国")).toMatchObject({ total: 110, rank: 1 });
  // 60 × 0.9 + 20 × (100 − 4 × 2) % + 20 × 80 %
  expect(of("李晓梅")).toMatchObject({ total: 88.4, rank: 2 });
  expect(preview.left.map(({ name }) => name).sort()).toEqual(["刘洋", "张伟"]);
});

test("the file is evaluated into pages that live by formulas, and its own sheets stay as they were", async () => {
  const host = await march();
  const before = JSON.stringify(
    host.workbook.sheets.slice(0, 4).map(({ cells }) => [...cells].map(([r, line]) => [r, [...line]])),
  );
  const prepared = await previewRun(await surveyWorkbook(ZH), {}, ZH);
  await writeRun(prepared, ZH);
  host.calculate();
  const own = host.workbook.sheets.filter(({ name }) => ["Sheet1", "销售", "考勤", "评价"].includes(name));
  expect(JSON.stringify(own.map(({ cells }) => [...cells].map(([r, line]) => [r, [...line]])))).toBe(before);
  const scorecard = host.workbook.sheets.find(
    ({ name }) => name === "绩效考核" || name.startsWith("绩效考核"),
  );
  const values = [...(scorecard?.cells ?? [])].flatMap(([, line]) => [...line].map(([, { value }]) => value));
  expect(values).toEqual(expect.arrayContaining([110, 88.4]));
  expect(await validate(new Uint8Array(await saveXlsx(host.workbook)))).toEqual([]);
  const again = await surveyWorkbook(ZH);
  expect(again.survey.lastRun).toMatchObject({
    changes: [],
    made: { parts: ["score"], scores: { people: 2 } },
  });
});

test("months across: the last one with results counts, another can be chosen, or all together", async () => {
  await monthlyFile({
    目标: [
      ["姓名", "1月", "2月", "3月"],
      ["王建国", 100, 100, 100],
      ["李晓梅", 100, 100, 100],
    ],
    实绩: [
      ["姓名", "1月", "2月", "3月"],
      ["王建国", 100, 50, ""],
      ["李晓梅", 80, 100, ""],
    ],
  });
  const surveyed = await surveyWorkbook(ZH);
  expect(surveyed.survey.facts.file).toMatchObject({
    period: "02",
    periods: [{ id: "01" }, { id: "02" }, { id: "03" }, { id: "all" }],
  });
  const totals = async (period?: string) =>
    Object.fromEntries(
      (await previewRun(surveyed, period === undefined ? {} : { period }, ZH)).preview.people.map(
        ({ name, total }) => [name, total],
      ),
    );
  expect(await totals()).toEqual({ 王建国: 50, 李晓梅: 100 });
  expect(await totals("01")).toEqual({ 王建国: 100, 李晓梅: 80 });
  expect(await totals("all")).toEqual({ 王建国: 50, 李晓梅: 60 });
});

test("a column of figures can be settled by hand", async () => {
  await monthlyFile({
    销售: [
      ["姓名", "部门", "任务", "完成", "其他"],
      ["王建国", "华东", 100, 120, 60],
      ["李晓梅", "华东", 100, 90, 70],
      ["张伟", "华南", 100, 50, 80],
    ],
  });
  const surveyed = await surveyWorkbook(ZH);
  const corrected = await correctColumn(
    surveyed,
    { role: "people", sheet: "销售", field: "actual", column: { column: "E" } },
    ZH,
  );
  const column = corrected.survey.tables[0]?.columns.find(({ field }) => field === "actual");
  expect(column).toMatchObject({ column: "E", settled: true });
  const { preview } = await previewRun(corrected, {}, ZH);
  expect(preview.people.map(({ name, total }) => [name, total])).toEqual([
    ["张伟", 80],
    ["李晓梅", 70],
    ["王建国", 60],
  ]);
});

test("a name two people have is nobody's until it has a number", async () => {
  await monthlyFile({
    销售: [
      ["工号", "姓名", "目标", "实际"],
      ["1", "张伟", 100, 120],
      ["2", "张伟", 100, 90],
      ["3", "刘洋", 100, 70],
    ],
    评价: [
      ["姓名", "评分"],
      ["张伟", 90],
      ["刘洋", 80],
    ],
  });
  const { survey } = await surveyWorkbook(ZH);
  const clash = survey.problems.find(({ code }) => code === "name-not-unique");
  expect(clash?.places.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(["评价!A2"]);
});
