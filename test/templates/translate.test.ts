/** Company templates in the other language: the gallery's words are said in it, a company's own stay. */
import { companyBook } from "../../src/templates/company/companyBook";
import { readCompanyTemplate } from "../../src/templates/company/companyTemplate";
import { inOtherLanguage } from "../../src/templates/company/translate";
import { GALLERY } from "../../src/templates/gallery";
import { templateBook } from "../../src/templates/template";
import { sourceOf } from "../support/templateSource";

/** 业务员 is a rep and a sales rep there, 回款率 a rate and what is collected: one word says as much. */
const TWO_WORDS = new Set(["D3", "D7"]);

test.each(GALLERY.map((template) => [template.number, template] as const))(
  "%s from Chinese is what it is in English",
  (_number, template) => {
    const chinese = readCompanyTemplate(sourceOf(templateBook(template, "zh-CN")));
    const english = readCompanyTemplate(sourceOf(templateBook(template, "en-US")));
    const found = inOtherLanguage(chinese);
    expect(JSON.stringify(found?.template)).not.toMatch(/[\u4E00-\u9FFF]/);
    if (!TWO_WORDS.has(template.number)) expect(found?.template.body).toEqual(english.body);
    expect(found?.template.about).toEqual(english.about);
    const tabs = (one: typeof english) => companyBook(one).sheets.map(({ name }) => name);
    expect(found && tabs(found.template)).toEqual(tabs(english));
  },
);

test("what the company has written stays as it is, and is counted", () => {
  const [template] = GALLERY.filter(({ id }) => id === "service");
  if (!template) throw new Error("there is a service evaluation");
  const english = readCompanyTemplate(sourceOf(templateBook(template, "en-US")), {
    name: "Acme care",
    purpose: "Ours.",
  });
  const found = inOtherLanguage(english);
  expect(found?.template.about).toMatchObject({ name: "Acme care", purpose: "Ours." });
  expect(found?.kept).toEqual(expect.arrayContaining(["Acme care", "Ours."]));
  expect(found?.kept.length).toBeLessThan(5);
});
