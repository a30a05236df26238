/** A company's own templates: saved from a workbook, without its people; read back; used with one's own data. */
import { zipSync, unzipSync, strToU8, strFromU8 } from "fflate";
import { AttainError, describeError } from "../../src/errors";
import { checkCarries, REFUSED } from "../../src/templates/company/refused";
import { applyWorkbook } from "../../src/excel/apply";
import { saveXlsx } from "../../src/host/file/save";
import { readTemplateFile } from "../../src/host/file/templateFile";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { filesInNode } from "../../src/host/workbookFilesInNode";
import { textsOf } from "../../src/host/workbookFiles";
import { fillCompanyTemplate } from "../../src/jobs/template/companyFill";
import {
  openTemplateSource,
  saveAsTemplate,
  type SavedTemplate,
  type SaveWish,
} from "../../src/jobs/template/companyTemplate";
import { surveyWorkbook } from "../../src/jobs/run";
import { sampleWorkbook } from "../../src/cli/sampleFile";
import { evaluate } from "../../src/scoring/evaluate";
import type { WorkbookSpec } from "../../src/sheets/spec";
import { brandOf } from "../../src/templates/company/colors";
import { companyBook } from "../../src/templates/company/companyBook";
import { readCompanyTemplate } from "../../src/templates/company/companyTemplate";
import { TEMPLATE_NAMESPACE, templateXml } from "../../src/templates/company/part";
import { requestFor } from "../../src/templates/company/people";
import { GALLERY, findTemplate } from "../../src/templates/gallery";
import { holdsExamples, templateBook, type Template } from "../../src/templates/template";
import { mapCells, typedCells } from "../../src/templates/typed";
import { LANGS, type Lang } from "../../src/words";
import { errorsIn, look } from "../support/finishedBook";
import { validate } from "../support/ooxml";
import { sourceOf } from "../support/templateSource";

const CASES = GALLERY.flatMap((template) => LANGS.map((lang) => [template.number, lang, template] as const));

async function open(spec: WorkbookSpec, lang: Lang): Promise<Host> {
  const host = createNodeHost();
  await applyWorkbook(spec, { lang });
  host.calculate();
  return host;
}

async function saved(wish: SaveWish = {}): Promise<SavedTemplate> {
  return saveAsTemplate(await openTemplateSource({}), wish, filesInNode());
}

/** The gallery's template by number or id. */
function gallery(key: string): Template {
  const template = findTemplate(key);
  if (!template) throw new Error(`There is no ${key}`);
  return template;
}

async function type(cells: Readonly<Record<string, string | number>>): Promise<void> {
  await Excel.run(async (context) => {
    for (const [place, value] of Object.entries(cells)) {
      const at = place.lastIndexOf("!");
      context.workbook.worksheets.getItem(place.slice(0, at)).getRange(place.slice(at + 1)).values = [
        [value],
      ];
    }
    await context.sync();
  });
}

/** Where a tab's cell says something, as `tab!A1` reads it. */
function placeOf(host: Host, tab: string, text: string): string {
  const found = look(host);
  for (let row = 1; row < 200; row += 1)
    for (const column of "ABCDEFGH")
      if (found.value(tab, `${column}${row}`) === text) return `${tab}!${column}${row}`;
  throw new Error(`${tab} does not say ${text}`);
}

test.each(CASES)("%s in %s reads back to the same rules", (_number, lang, template) => {
  const about = { name: "Acme", purpose: "For everybody at Acme.", by: "Acme HR" };
  const one = readCompanyTemplate(sourceOf(templateBook(template, lang)), about);
  expect(one).toMatchObject({ lang, base: template.id, about });
  const again = { ...sourceOf(companyBook(one)), part: templateXml(one, "1.0.0") };
  expect(readCompanyTemplate(again)).toEqual(one);
});

/** Each template in one of the languages, in turn: making files is slow. */
const PLANTED = GALLERY.map((template, i) => [template.number, LANGS[i % 2] ?? "zh-CN", template] as const);

test.each(PLANTED)(
  "%s in %s: a sound file without anybody's name or number",
  async (_number, lang, template) => {
    const names: string[] = [];
    const figures: number[] = [];
    const spec = templateBook(template, lang);
    // A request page keeps rules beside people: another test is about those.
    const sheets = spec.sheets.map((sheet) => {
      if (sheet.id === "request" || !holdsExamples(template, sheet)) return sheet;
      const typed = new Map(typedCells(sheet).map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
      return mapCells(sheet, (cell, row, column) => {
        const value = typed.get(`${row} ${column}`);
        if (value === undefined) return cell;
        if (typeof value === "string") return names[names.push(`Zyx${names.length}Qwv`) - 1] ?? null;
        return figures[figures.push(7_310_000 + figures.length) - 1] ?? null;
      });
    });
    expect(names.length + figures.length).toBeGreaterThan(5);
    await open({ ...spec, sheets }, lang);
    const { bytes, template: saidToBe } = await saved({ colors: { main: "#00695C" } });
    const all = [...textsOf(bytes)].join("\u0001");
    expect(names.filter((name) => all.includes(name))).toEqual([]);
    expect(figures.filter((figure) => all.includes(String(figure)))).toEqual([]);
    expect(await validate(bytes)).toEqual([]);
    const { source, refused } = await readTemplateFile(bytes, "acme.xlsx");
    expect([refused, readCompanyTemplate(source)]).toEqual([[], saidToBe]);
  },
);

test("a plan leaves its people, amounts and locks behind and keeps how it is split", async () => {
  await open(templateBook(gallery("D15"), "en-US"), "en-US");
  const { source } = await openTemplateSource({});
  const request = source.pages.find(({ spec }) => spec === "request");
  const team = (request?.values ?? []).flatMap((line) =>
    line.filter((cell) => cell === "Shanghai" || cell === "Chengdu"),
  );
  expect(team.length).toBeGreaterThan(1);
  const { template, bytes } = await saved({ about: { name: "Acme targets" } });
  // 3 200 on last year's 2 785 is 15 %; costs 5 and 10 % down.
  expect(template.body).toMatchObject({
    kind: "plan",
    levels: ["Region", "Office"],
    wish: {
      total: { growth: 0.15 },
      measures: [{ total: { growth: -0.05 } }, { total: { growth: -0.1 } }, { target: 0.18 }],
    },
  });
  const all = [...textsOf(bytes)].join("\u0001");
  for (const office of ["Shanghai", "Chengdu", "Singapore", "3200", "2785"])
    expect(all).not.toContain(office);
});

describe("an evaluation with the company's own words, weights and grades", () => {
  const change = async (host: Host): Promise<void> => {
    const scheme = "考核方案";
    const [callBack, satisfied, excellent] = ["回访率", "客户满意度", "优秀"].map((text) =>
      placeOf(host, scheme, text),
    );
    const beside = (place = "", column = "B"): string => place.replace(/![A-Z]+/, `!${column}`);
    await type({
      [callBack ?? ""]: "48 小时回访率",
      [beside(callBack)]: 40,
      [beside(satisfied)]: 20,
      [excellent ?? ""]: "标杆",
      [placeOf(host, scheme, "服务质量")]: "服务口碑",
    });
  };

  test("gives the engine's numbers with people's own data, in the company's words", async () => {
    const host = await open(templateBook(gallery("D17"), "zh-CN"), "zh-CN");
    await change(host);
    const { template } = await saved({ about: { name: "华东售后考核" } });

    const mine = createNodeHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B3:I5").values = [
        ["姓名", "单位", "有效投诉", "应回访数", "已回访数", "客户满意度", "发出配件", "准确配件"],
        ["张三", "东站", 1, 40, 40, 0.99, 100, 100],
        ["李四", "西站", 0, 50, 49, 0.965, 80, 80],
      ];
      await context.sync();
    });
    const surveyed = await surveyWorkbook({ lang: "zh-CN" });
    if (template.body.kind !== "evaluation") throw new Error("no evaluation");
    const engine = evaluate(requestFor(template.body, surveyed.source.grids)?.request ?? never());
    const { spec, problems } = await fillCompanyTemplate(template, surveyed, { lang: "zh-CN" });
    expect(problems).toEqual([]);
    await applyWorkbook(spec, { lang: "zh-CN" });
    mine.calculate();
    // 李四: 98 % is two started steps of 1 % below 100 %, 4 off; 96.5 % two started steps below 98 %, 4 off.
    expect(engine.results.map(({ name, total }) => [name, total])).toEqual([
      ["张三", 95],
      ["李四", 92],
    ]);
    const rows = mine.workbook.sheets
      .filter(({ name }) => name === "成绩汇总")
      .flatMap(({ cells }) =>
        [...cells.values()].map((line) => [...line.values()].map(({ value }) => value)),
      );
    for (const { name, total, grade } of engine.results)
      expect(rows.find((row) => row.includes(name))).toEqual(expect.arrayContaining([total, grade]));
    expect(engine.results[0]?.grade).toBe("标杆");
    const { value } = look(mine);
    expect([value("封面", "A1"), value("考核方案", "A7")]).toEqual(["华东售后考核", "48 小时回访率"]);
  });

  test("phases keep the others' weights when one is changed", async () => {
    const lang = "en-US";
    const host = await open(templateBook(gallery("D3"), lang), lang);
    const scheme = host.workbook.sheets.find(
      ({ name, cells }) => name.startsWith("Scheme") && String(cells.get(0)?.get(0)?.value).includes(" · "),
    );
    if (!scheme) throw new Error("no scheme stands in a phase");
    const read = async () => readCompanyTemplate((await openTemplateSource({})).source);
    const before = await read();
    const rows = [...scheme.cells].flatMap(([row, line]) =>
      String(line.get(5)?.value).startsWith("indicator:") ? [[row, Number(line.get(1)?.value)] as const] : [],
    );
    const [[first, weight], [second, other]] = [rows[0] ?? [0, 0], rows[1] ?? [0, 0]];
    await type({
      [`${scheme.name}!B${first + 1}`]: weight + 5,
      [`${scheme.name}!B${second + 1}`]: other - 5,
    });
    const after = await read();
    const phases = ({ body }: typeof after) =>
      body.kind === "evaluation"
        ? body.request.schemes.flatMap(({ sections }) =>
            sections.flatMap(({ indicators }) => indicators.map(({ phaseWeights = {} }) => phaseWeights)),
          )
        : [];
    const [was, is] = [phases(before).map((one) => JSON.stringify(one)), phases(after)];
    const changed = is.filter((one, i) => JSON.stringify(one) !== was[i]);
    // Weights that a phase does not name are the scheme's own.
    expect(changed.length).toBeLessThanOrEqual(2);
    expect(JSON.stringify(after.body)).not.toBe(JSON.stringify(before.body));
    expect(is.flatMap((one) => Object.keys(one))).toEqual(phases(before).flatMap((one) => Object.keys(one)));
  });
});

test("a form keeps renamed headings and limits, and forgets customers", async () => {
  const host = await open(templateBook(gallery("D12"), "zh-CN"), "zh-CN");
  await type({
    [placeOf(host, "大客户", "客户经理")]: "大客户代表",
    [placeOf(host, "大客户", "黄灯容差").replace("!A", "!B")]: 0.2,
    "大客户!A1": "远大集团专用表",
  });
  const { template, bytes } = await saved();
  const own = Object.values(template.own).flat();
  expect(own.map(({ value }) => value).sort()).toEqual([0.2, "大客户代表"]);
  const { source } = await readTemplateFile(bytes, "t.xlsx");
  const page = source.pages.find(({ tab }) => tab === "大客户");
  expect(page?.values.flat()).toEqual(expect.arrayContaining(["大客户代表", 0.2]));
  // A heading that names a customer is data, however it got there.
  expect(page?.values.flat().filter((cell) => String(cell).includes("远大"))).toEqual([]);
});

test("pay comes along: what people are paid for a score, without what anybody is paid", async () => {
  await open(templateBook(gallery("D2"), "en-US"), "en-US");
  const template = readCompanyTemplate((await openTemplateSource({})).source);
  expect(
    template.body.kind === "evaluation" && template.body.pay?.components.map(({ name }) => name),
  ).toEqual(["Fixed part 70 %", "Performance pool 30 %"]);
  const { sheets } = companyBook(template);
  expect(sheets.map(({ id }) => id)).toEqual(expect.arrayContaining(["payPlan", "paySummary"]));
});

test("made-up example data can be kept, and are the gallery's", async () => {
  await open(templateBook(gallery("D17"), "en-US"), "en-US");
  const { bytes } = await saved({ examples: true });
  const host = createNodeHost(await openBytes(bytes));
  host.calculate();
  expect(errorsIn({ ...look(host), bytes })).toEqual([]);
  expect([...textsOf(bytes)].some((text) => text.includes("Grace Lin") || text.includes("Alex Chen"))).toBe(
    true,
  );
});

describe("a plan with one's own ledger", () => {
  test.each(LANGS)("follows the company's growth in %s", async (lang) => {
    await open(templateBook(gallery("D15"), lang), lang);
    const { template } = await saved();
    const mine = createNodeHost(await sampleWorkbook());
    const { spec } = await fillCompanyTemplate(template, await surveyWorkbook({ lang }), { lang });
    await applyWorkbook(spec, { lang });
    mine.calculate();
    // 15 % on the ledger's 10 005 534.
    expect(look(mine).formulas.map(({ value }) => value)).toContain(11_506_364);
  });
});

describe("what stands in the way is named", () => {
  test("a workbook that was not made here", async () => {
    createNodeHost();
    await expect(saved()).rejects.toMatchObject({ code: "template-none" });
  });

  test("a scheme page with a mistake, with its cell", async () => {
    const host = await open(templateBook(gallery("D17"), "en-US"), "en-US");
    const place = placeOf(host, "Scheme", "Call-back rate").replace("!A", "!B");
    await type({ [place]: "forty" });
    await expect(saved()).rejects.toMatchObject({
      code: "scheme-invalid",
      params: { detail: expect.stringContaining(place) as string },
    });
  });

  test("a template by a newer version", async () => {
    await open(templateBook(gallery("D20"), "en-US"), "en-US");
    const { bytes } = await saved();
    const parts = unzipSync(bytes);
    const path =
      Object.keys(parts).find(
        (each) =>
          strFromU8(parts[each] ?? strToU8("")).includes(TEMPLATE_NAMESPACE) &&
          each.includes("item") &&
          !each.includes("Props"),
      ) ?? "";
    const newer = strFromU8(parts[path] ?? strToU8(""))
      .replace('"format":1', '"format":2')
      .replace(/"version":"[^"]*"/, '"version":"9.0.0"');
    const { source } = await readTemplateFile(zipSync({ ...parts, [path]: strToU8(newer) }), "t.xlsx");
    expect(() => readCompanyTemplate(source)).toThrow(
      expect.objectContaining({ code: "template-newer", params: { version: "9.0.0" } }) as Error,
    );
  });

  test("macros, links and what else must not travel", async () => {
    const host = await open(templateBook(gallery("D20"), "en-US"), "en-US");
    const parts = unzipSync(await saveXlsx(host.workbook));
    const carrying = zipSync({
      ...parts,
      "xl/vbaProject.bin": strToU8("x"),
      "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>"),
    });
    expect((await readTemplateFile(carrying, "t.xlsm")).refused).toEqual(["macros", "links"]);
  });

  test.each(LANGS)("each refusal is a sentence in %s that names the file and what to do", (lang) => {
    const refusals = REFUSED.map((what): unknown => {
      try {
        return checkCarries([what], "acme.xlsx", lang);
      } catch (error) {
        return error;
      }
    });
    const told = [
      ...refusals,
      new AttainError("template-newer", { version: "9.0.0" }),
      new AttainError("template-none"),
    ].map((error) => describeError(error, lang));
    expect(new Set(told.map(({ what }) => what)).size).toBe(REFUSED.length + 2);
    for (const { what, remedy } of told) {
      expect(what + remedy).not.toMatch(/\{\w+\}/);
      expect(/[\u4E00-\u9FFF]/.test(what) && /[\u4E00-\u9FFF]/.test(remedy)).toBe(lang === "zh-CN");
    }
    for (const { code, what } of told.slice(0, REFUSED.length))
      expect([code, what]).toEqual(["template-refused", expect.stringContaining("acme.xlsx") as string]);
  });

  test("a part that somebody else has written into: the pages have to do", async () => {
    await open(templateBook(gallery("D17"), "en-US"), "en-US");
    const { source } = await openTemplateSource({});
    const read = readCompanyTemplate({
      ...source,
      part: `<template xmlns="${TEMPLATE_NAMESPACE}">{"format":1}</template>`,
    });
    expect(read.base).toBe("service");
  });
});

test("colours: what somebody has drawn goes before the theme; a usual theme says nothing", () => {
  const headers = ["#1F5FA8", "#EEF2F7", "#B71C1C", "#B71C1C", "#00695C", "#FFFFFF"];
  expect(brandOf({ headers, theme: ["#00695C"] })).toEqual({ main: "#B71C1C" });
  expect(brandOf({ headers: ["#1F5FA8"], theme: ["#00695C", "#FF6F00"] })).toEqual({
    main: "#00695C",
    second: "#FF6F00",
  });
  expect(brandOf({ headers: [], theme: ["#4472C4"] })).toBeUndefined();
});

test("a header drawn in the company's colour is seen in the open workbook and in its file", async () => {
  const host = await open(templateBook(gallery("D20"), "en-US"), "en-US");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sessions").getRange("A1:A5").format.font.color = "#7A1FA2";
    await context.sync();
  });
  expect(brandOf((await openTemplateSource({})).colors)).toEqual({ main: "#7A1FA2" });
  expect(brandOf((await readTemplateFile(await saveXlsx(host.workbook), "t.xlsx")).colors)).toEqual({
    main: "#7A1FA2",
  });
  expect((await saved()).template.colors).toEqual({ main: "#7A1FA2" });
});

async function openBytes(bytes: Uint8Array) {
  const { openXlsx } = await import("../../src/host/file/open");
  return openXlsx(bytes, "t.xlsx");
}

function never(): never {
  throw new Error("nobody was found");
}
