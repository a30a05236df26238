/** Ratings in words, sent out to those who give them and brought back. */
import { openXlsx } from "../../src/host/file/open";
import { textsOf } from "../../src/host/workbookFiles";
import { prepareCollection, writeCollection } from "../../src/jobs/sharing/collect";
import type { Lang } from "../../src/words";
import { sheetById, writtenBook } from "../support/evaluationBook";
import { validate } from "../support/ooxml";
import { FIVE, wordRequest, wordScheme } from "../support/wordRatings";
import { fillIn, sheetOf } from "./fillIn";
import { sendOut, valueAt } from "./support";

const TAB = { "zh-CN": "评分", "en-US": "My ratings" } as const;

/** Mia rates three people she is the manager of; nothing is in yet. */
async function sent(lang: Lang) {
  const people = ["Ann", "Bob", "Cyd"];
  const request = {
    ...wordRequest(wordScheme(lang), people, []),
    raters: [{ rater: "Mia", group: "direct", people }],
  };
  const book = await writtenBook(request);
  const out = await sendOut(book.host, lang, { by: "rater", pattern: "{name}" });
  const file = out.made.find(({ recipient }) => recipient === "Mia");
  if (!file) throw new Error("Mia rates three people");
  const collect = async (typed: Readonly<Record<string, string | number>>) => {
    const bytes = await fillIn(file.bytes, { [TAB[lang]]: typed });
    book.host.connect();
    const modified = "2026-07-02T08:00:00.000Z";
    const one = { name: "Mia.xlsx", modified, bytes: () => Promise.resolve(bytes) };
    return prepareCollection([one], out.files, {}, { lang });
  };
  return { book, bytes: file.bytes, collect };
}

test.each([
  ["zh-CN", "工作态度：优秀 100 / 良好 85 / 称职 70 / 待改进 50 / 不称职 20"],
  ["en-US", "Attitude: Outstanding 100 / Good 85 / Competent 70 / Needs work 50 / Poor 20"],
] as const)("the page says the words and what they count, and offers them, in %s", async (lang, said) => {
  const { bytes } = await sent(lang);
  expect(await validate(bytes)).toEqual([]);
  const sheet = sheetOf(await openXlsx(bytes, "Mia.xlsx"), TAB[lang]);
  const texts = [...sheet.cells.values()].flatMap((row) => [...row.values()].map(({ value }) => value));
  // A scale wider than the table goes on in the next line.
  expect(texts.filter((text) => typeof text === "string").join(" / ")).toContain(said);
  const lists = [...textsOf(bytes)].join("\n");
  expect(lists).toContain(FIVE[lang].map(({ word }) => word).join(","));
});

test("words come back as they are meant, and the scores follow", async () => {
  const { book, collect } = await sent("en-US");
  const cells = firstCells(await sentRows("en-US"));
  const prepared = await collect({
    [`D${cells}`]: "needs  work",
    [`D${cells + 1}`]: "ＧＯＯＤ ",
    [`D${cells + 2}`]: "Outstanding",
    [`E${cells}`]: 60,
    [`E${cells + 1}`]: 80,
    [`E${cells + 2}`]: 90,
  });
  expect(prepared.view.files).toMatchObject([{ status: "taken", faults: [] }]);
  expect(prepared.view.changes.map(({ what, after }) => [what, after])).toEqual([
    ["Ann Attitude", "Needs work"],
    ["Ann Skill", 60],
    ["Bob Attitude", "Good"],
    ["Bob Skill", 80],
    ["Cyd Attitude", "Outstanding"],
    ["Cyd Skill", 90],
  ]);
  expect(await writeCollection(prepared, { lang: "en-US" })).toBe(true);
  book.host.calculate();
  const card = sheetById(book.spec, "scorecard");
  const total = card.blocks[0]?.cells[4]?.indexOf("Total") ?? -1;
  const letter = String.fromCharCode(65 + total);
  // (50 + 60) ÷ 2, (85 + 80) ÷ 2, (100 + 90) ÷ 2
  expect([6, 7, 8].map((row) => valueAt(book.host, card.name, `${letter}${row}`))).toEqual([55, 82.5, 95]);
});

test("an unknown word and a number among words are one named fault each; the rest is taken", async () => {
  const { collect } = await sent("zh-CN");
  const at = firstCells(await sentRows("zh-CN"));
  const prepared = await collect({
    [`D${at}`]: "很好",
    [`D${at + 1}`]: 85,
    [`D${at + 2}`]: "称 职",
    [`E${at}`]: "良好",
    [`E${at + 1}`]: 80,
    [`E${at + 2}`]: 90,
  });
  const { faults = [] } = prepared.view.files[0] ?? {};
  expect(faults.map(({ code, where }) => [code, where])).toEqual([
    ["not-a-choice", `评分!D${at}`],
    ["not-a-number", `评分!E${at}`],
    ["not-a-choice", `评分!D${at + 1}`],
  ]);
  expect(faults[0]?.remedy).toContain("优秀 / 良好 / 称职 / 待改进 / 不称职");
  expect(prepared.view.changes.map(({ what, after }) => [what, after])).toEqual([
    ["Bob 专业能力", 80],
    ["Cyd 工作态度", "称职"],
    ["Cyd 专业能力", 90],
  ]);
});

/** Rows of Mia's page as it was sent: words by row number. */
async function sentRows(lang: Lang): Promise<ReadonlyMap<number, readonly unknown[]>> {
  const { bytes } = await sent(lang);
  const sheet = sheetOf(await openXlsx(bytes, "Mia.xlsx"), TAB[lang]);
  return new Map(
    [...sheet.cells].map(([row, cells]) => [row + 1, [...cells.values()].map(({ value }) => value)]),
  );
}

function firstCells(rows: ReadonlyMap<number, readonly unknown[]>): number {
  const found = [...rows].find(([, values]) => values.includes("Ann"));
  if (!found) throw new Error("Mia rates Ann");
  return found[0];
}
