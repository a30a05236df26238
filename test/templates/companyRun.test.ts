/** The main job over a ledger as a company template: the same again on its own ledger, and on another's. */
import { applyWorkbook } from "../../src/excel/apply";
import { buildSample } from "../../src/host/sample";
import { saveXlsx } from "../../src/host/file/save";
import { readTemplateFile } from "../../src/host/file/templateFile";
import type { Host } from "../../src/host/host";
import { createNodeHost } from "../../src/host/node";
import { textsOf } from "../../src/host/workbookFiles";
import { filesInNode } from "../../src/host/workbookFilesInNode";
import { fillCompanyTemplate, writeCompanyTemplate } from "../../src/jobs/template/companyFill";
import { openTemplateSource, saveAsTemplate, templateHere } from "../../src/jobs/template/companyTemplate";
import { previewRun, surveyWorkbook, writeRun } from "../../src/jobs/run";
import type { RunChoices } from "../../src/jobs/types";
import { salesScheme } from "../../src/scoring/sales";
import { companyBook } from "../../src/templates/company/companyBook";
import { readCompanyTemplate } from "../../src/templates/company/companyTemplate";
import type { CompanyTemplate } from "../../src/templates/company/definition";
import { templateXml } from "../../src/templates/company/part";
import { LANGS, type Lang } from "../../src/words";
import { errorsIn, look } from "../support/finishedBook";
import { validate } from "../support/ooxml";
import { ledgerFiles } from "../support/ledgers";

const SELLERS = ["Zhou Zyxqwv", "Wu Zyxqwv", "Zheng Zyxqwv", "Wang Zyxqwv"];

/** What a sales manager chose for the year: more growth, months filled up, another scheme, targets for stretch. */
function choices(lang: Lang): RunChoices {
  const scheme = salesScheme(lang);
  return {
    parts: ["plan", "score", "track"],
    growth: 0.25,
    emptyMonths: "average",
    plan: { step: 10, tiers: { stretch: { ratio: 1.1 } } },
    scheme: { ...scheme, name: `${scheme.name} Acme` },
  };
}

async function ranOn(host: Host, asked: RunChoices, lang: Lang): Promise<void> {
  await writeRun(await previewRun(await surveyWorkbook({ lang }), asked, { lang }), { lang });
  host.calculate();
}

async function templateOf(
  asked: RunChoices,
  lang: Lang,
): Promise<{ host: Host; template: CompanyTemplate; bytes: Uint8Array }> {
  const host = createNodeHost(ledgerA());
  await ranOn(host, asked, lang);
  const { template, bytes } = await saveAsTemplate(
    await openTemplateSource({}),
    { about: { name: "Acme" } },
    filesInNode(),
  );
  return { host, template, bytes };
}

const ledgerA = () => buildSample(ledgerFiles({ sellers: SELLERS, year: 2024, scale: 1 }));
const ledgerB = () =>
  buildSample(ledgerFiles({ sellers: ["Anna", "Berta", "Carla", "Dora", "Erna"], year: 2025, scale: 3 }));

describe.each(LANGS)("in %s", (lang) => {
  test.each([
    ["its own ledger", ledgerA],
    ["another ledger", ledgerB],
  ])("used on %s it makes what the run itself would", async (_which, ledger) => {
    const { template } = await templateOf(choices(lang), lang);

    createNodeHost(ledger());
    const surveyed = await surveyWorkbook({ lang });
    const direct = await previewRun(surveyed, choices(lang), { lang });
    const { spec } = await fillCompanyTemplate(template, surveyed, { lang });
    expect(spec).toEqual(direct.spec);

    const host = createNodeHost(ledger());
    await writeCompanyTemplate(template, "mine", { lang });
    host.calculate();
    const expected = createNodeHost(ledger());
    await ranOn(expected, choices(lang), lang);
    expect(look(host).formulas).toEqual(look(expected).formulas);
  });

  test("its file names nobody, is sound, and reads back to the same", async () => {
    const { template, bytes } = await templateOf(choices(lang), lang);
    const all = [...textsOf(bytes)].join("\u0001");
    for (const name of [...SELLERS, "Zyxqwv", "Boss Qwv", "Region Qwv"]) expect(all).not.toContain(name);
    expect(await validate(bytes)).toEqual([]);
    const { source, refused } = await readTemplateFile(bytes, "acme.xlsx");
    expect([refused, readCompanyTemplate(source)]).toEqual([[], template]);

    const blank = createNodeHost();
    await applyWorkbook(companyBook(template), { lang });
    blank.calculate();
    expect(errorsIn({ ...look(blank), bytes })).toEqual([]);
    const tabs = blank.workbook.sheets.map(({ name }) => name);
    expect(new Set(tabs).size).toBe(tabs.length);
  });

  test("a growth changed on the template's request page is the growth that counts", async () => {
    const { template } = await templateOf(choices(lang), lang);
    const spec = companyBook({
      ...template,
      body:
        template.body.kind === "run" && template.body.plan
          ? {
              ...template.body,
              plan: { ...template.body.plan, wish: { ...template.body.plan.wish, total: { growth: 0.3 } } },
            }
          : template.body,
    });
    const host = createNodeHost();
    await applyWorkbook(spec, { lang });
    const { source } = await readTemplateFile(await saveXlsx(host.workbook), "t.xlsx");
    const part = (
      await saveAsTemplate(
        { source: { ...source, part: templateXml(template, "1.0.0") }, colors: { headers: [] } },
        {},
        filesInNode(),
      )
    ).template;
    createNodeHost(ledgerB());
    const { run } = await fillCompanyTemplate(part, await surveyWorkbook({ lang }), { lang });
    const { baseTotal = 0, targetTotal = 0 } = run?.preview ?? {};
    expect(targetTotal).toBe(Math.round((baseTotal * 1.3) / 10) * 10);
  });
});

test("a total typed in travels as growth, locks and a year chosen stay behind", async () => {
  const lang = "en-US";
  const total = 2_345_678;
  const limit = { node: "Region Qwv 0", lock: 1_234_567 };
  const { template, bytes } = await templateOf(
    { baseYear: 2024, plan: { total: { value: total }, limits: [limit] } },
    lang,
  );
  expect([...textsOf(bytes)].some((text) => text.includes("2345678") || text.includes("1234567"))).toBe(
    false,
  );
  createNodeHost(ledgerB());
  const { run } = await fillCompanyTemplate(template, await surveyWorkbook({ lang }), { lang });
  const a = createNodeHost(ledgerA());
  const { baseTotal } = (await previewRun(await surveyWorkbook({ lang }), {}, { lang })).preview;
  expect(a.workbook.sheets.length).toBeGreaterThan(1);
  const growth = Math.round((total / baseTotal - 1) * 100) / 100;
  expect(run?.preview.targetTotal).toBe(Math.round((run?.preview.baseTotal ?? 0) * (1 + growth)));
});

test("a fiscal year begins in the same month of the other ledger's year", async () => {
  const lang = "en-US";
  const plan = { horizon: { from: "2025-04-01", to: "2026-03-31" } } as const;
  const { template } = await templateOf({ parts: ["plan"], plan }, lang);
  createNodeHost(ledgerB());
  const { run } = await fillCompanyTemplate(template, await surveyWorkbook({ lang }), { lang });
  expect(run?.made.choices.plan?.horizon).toEqual({ from: "2026-04-01", to: "2027-03-31" });
});

test("a workbook made with it knows which template it follows, and saved again is that template", async () => {
  const lang = "zh-CN";
  const { template } = await templateOf(choices(lang), lang);
  createNodeHost(ledgerB());
  await writeCompanyTemplate(template, "mine", { lang });
  expect((await templateHere({}))?.about.name).toBe("Acme");
  const again = await saveAsTemplate(await openTemplateSource({}), {}, filesInNode());
  expect(again.template.about.name).toBe("Acme");
  expect(again.template.body).toMatchObject({
    kind: "run",
    parts: ["plan", "score", "track"],
    plan: { wish: { total: { growth: 0.25 } } },
  });
});
