/** In every workbook that is sent: what is yellow can be typed into and is read back; everything else is locked. */
import { syntheticLedger } from "../../bench/syntheticLedger";
import { applyWorkbook } from "../../src/excel/apply";
import { cellRef, parseRange } from "../../src/formula/references";
import { createNodeHost } from "../../src/host/node";
import { linkOf } from "../../src/formula/links";
import type { Host } from "../../src/host/host";
import { recordReview } from "../../src/jobs/review/reviewJob";
import type { DistributeChoices } from "../../src/jobs/sharing/distribute";
import { findTemplate } from "../../src/templates/gallery";
import { templateBook } from "../../src/templates/template";
import type { Handout } from "../../src/sharing/outgoing/handout";
import type { SheetSpec } from "../../src/sheets/spec";
import type { Lang } from "../../src/words";
import { writtenBook } from "../support/evaluationBook";
import { CAST, monthly, REVIEWERS } from "./reviewCase";
import { circle } from "./ratingCase";
import { finishedMaster, sendOut } from "./support";

/** Every cell of these ranges. */
function cellsOf(ranges: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const range of ranges) {
    const { top, left, bottom, right } = parseRange(range);
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) found.add(cellRef(row, column));
  }
  return found;
}

/** Cells whose fill is that of inputs and can be typed into once the sheet is protected. */
function yellow({ formats = [] }: SheetSpec): Set<string> {
  return cellsOf(formats.filter(({ style }) => [style].flat().includes("input")).map(({ range }) => range));
}

function expectPlain({ spec, fields }: Handout): void {
  for (const sheet of spec.sheets) {
    const asked = new Set(fields.filter((field) => field.sheet === sheet.id).map(({ cell }) => cell));
    expect([sheet.name, sheet.protect !== undefined]).toEqual([sheet.name, true]);
    expect([sheet.name, [...cellsOf(sheet.protect?.inputs ?? [])].sort()]).toEqual([
      sheet.name,
      [...asked].sort(),
    ]);
    expect([sheet.name, [...yellow(sheet)].sort()]).toEqual([sheet.name, [...asked].sort()]);
  }
}

/** What the first page says: the day, where to type, how to send it back; its links lead to pages that are there. */
function expectCover({ spec }: Handout, lang: Lang, due: string): void {
  const [cover, ...pages] = spec.sheets;
  const cells = (cover?.blocks ?? []).flatMap((block) => block.cells.flat());
  const texts = cells.filter((cell) => typeof cell === "string");
  expect(texts).toContain(due);
  expect(texts.some((text) => (lang === "zh-CN" ? /发回给发件人/ : /whoever sent it/).test(text))).toBe(true);
  const links = cells.flatMap((cell) =>
    typeof cell === "object" && cell !== null ? [linkOf(cell.formula)?.tab ?? []].flat() : [],
  );
  const tabs = new Set(pages.map(({ name }) => name));
  expect(links.filter((tab) => !tabs.has(tab))).toEqual([]);
  // Every page on which something is asked is named, and led to.
  for (const { name, protect } of pages) if ((protect?.inputs.length ?? 0) > 0) expect(links).toContain(name);
  if (links.length === 0) throw new Error("The cover leads nowhere");
}

const LANGS: readonly Lang[] = ["zh-CN", "en-US"];
const DUE = "2026-12-01";

async function expectAll(host: Host, lang: Lang, sendings: readonly DistributeChoices[]): Promise<void> {
  for (const choices of sendings) {
    const { prepared } = await sendOut(host, lang, { ...choices, due: DUE });
    expect(prepared.distribution.files.length).toBeGreaterThan(0);
    for (const { handout } of prepared.distribution.files) {
      expectPlain(handout);
      expectCover(handout, lang, DUE);
    }
  }
}

test.each(LANGS)("targets and scores, %s", async (lang) => {
  const host = await finishedMaster(syntheticLedger(12), lang);
  await expectAll(host, lang, [{ by: "rep" }, { by: "manager" }, { by: "region" }, { by: "leader" }]);
});

test.each(LANGS)("ratings, checks and results of an evaluation, %s", async (lang) => {
  const { host } = await writtenBook(circle(10, lang));
  await expectAll(host, lang, [
    { by: "rater" },
    { by: "rep" },
    { by: "region" },
    { by: "centre" },
    { by: "leader" },
  ]);
});

test.each(LANGS)("stages of a review, %s", async (lang) => {
  const { host } = await writtenBook(monthly(lang));
  const { first, second } = REVIEWERS[lang];
  const [one, two] = CAST[lang].signs;
  await recordReview(
    [
      { kind: "submit", people: ["all"], by: "HR" },
      { kind: "pass", people: ["all"], by: "HR" },
      { kind: "pass", people: [one, two], by: first },
      { kind: "pass", people: [one], by: second },
    ],
    { lang },
    { who: { first: [first], second: [second] }, appealDays: 30 },
  );
  host.calculate();
  await expectAll(host, lang, [{ by: "reviewer" }, { by: "rep" }, { by: "region" }]);
});

test.each(LANGS)("a work plan, %s", async (lang) => {
  const host = createNodeHost();
  const template = findTemplate("D10");
  if (!template) throw new Error("There is no work plan");
  await applyWorkbook(templateBook(template, lang), { lang });
  host.calculate();
  await expectAll(host, lang, [{ by: "rep" }, { by: "region" }, { by: "centre" }]);
});
