/** A company's form whose headings are its own words, filled from tables that use them too. */
import { createNodeHost } from "../../../src/host/node";
import { filesInNode } from "../../../src/host/workbookFilesInNode";
import { prepareCompany } from "../../../src/jobs/template/companyFill";
import { openTemplateSource, saveAsTemplate } from "../../../src/jobs/template/companyTemplate";
import { writeTemplate } from "../../../src/jobs/template/template";
import type { CompanyTemplate } from "../../../src/templates/company/definition";
import type { Lang } from "../../../src/words";
import { fillFrom, pagesOf } from "../../support/fillBook";
import { openForgetful, ownTables, replaceCells } from "../../support/ownTables";

/** The company's form with one heading in words that nobody else uses for it. */
async function companyForm(id: string, lang: Lang, was: string, now: string): Promise<CompanyTemplate> {
  const host = createNodeHost();
  await writeTemplate(id, { lang });
  expect(await replaceCells(host, was, now)).toBeGreaterThan(0);
  return (await saveAsTemplate(await openTemplateSource({}), {}, filesInNode())).template;
}

async function fillWith(template: CompanyTemplate, lang: Lang) {
  const { write, problems } = await prepareCompany(template, { lang });
  return { ...(await write({ lang })), problems };
}

const CASES: readonly (readonly [id: string, lang: Lang, was: string, now: string])[] = [
  ["D10", "zh-CN", "任务", "要办的事"],
  ["D10", "en-US", "Task", "To be settled"],
  ["D12", "zh-CN", "客户经理", "大客户代表"],
  ["D12", "en-US", "Last year", "A year before"],
  ["D16", "zh-CN", "全年预算", "核定盘子"],
  ["D16", "en-US", "Owner", "Who signs"],
  ["D20", "zh-CN", "讲师", "授课老师"],
  ["D20", "en-US", "Hours", "How long"],
  ["C1", "zh-CN", "预算", "投放额度"],
  ["C1", "en-US", "Margin each", "We keep"],
  ["C2", "zh-CN", "应收余额", "挂账"],
  ["C2", "en-US", "Needs", "What they look for"],
];

test.each(CASES)(
  "%s in %s with “%s” called “%s”: the same pages in the company's words",
  async (id, lang, was, now) => {
    const template = await companyForm(id, lang, was, now);
    const { bytes } = await ownTables(id, lang);
    const direct = await fillFrom(await openForgetful(bytes), id, lang);
    const usual = JSON.stringify(pagesOf(direct.host, direct.report.sheets));
    expect(usual).toContain(`"${was}"`);

    for (const theirs of [now, was]) {
      const host = await openForgetful(bytes);
      if (theirs === now) await replaceCells(host, was, now);
      const { sheets, problems } = await fillWith(template, lang);
      host.calculate();
      expect(problems).toEqual([]);
      expect(pagesOf(host, sheets)).toEqual(JSON.parse(usual.replaceAll(`"${was}"`, `"${now}"`)));
    }
  },
);
