/** Ratings in words on the pages: what the workbook works out of them is what the engine does, in any program. */
import fc from "fast-check";
import { cellRef, columnName, parseRange } from "../../../src/formula/references";
import { saveXlsx } from "../../../src/host/file/save";
import { normalizeScheme } from "../../../src/scoring/normalizeScheme";
import type { MissingRater, Scheme } from "../../../src/scoring/scheme";
import { readScheme } from "../../../src/sheets/evaluation/readScheme";
import { schemeSheet } from "../../../src/sheets/evaluation/scheme";
import type { SheetSpec } from "../../../src/sheets/spec";
import { LANGS, type Lang } from "../../../src/words";
import { sheetById, writtenBook, type WrittenBook } from "../../support/evaluationBook";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { describeWith } from "../../support/tools";
import { FIVE, GROUPS, wordRequest, wordScheme } from "../../support/wordRatings";

type Answer = Parameters<typeof wordRequest>[2][number];

/** Many people, each rated by up to six raters with words as they may be written, or with nothing. */
function randomRequest(lang: Lang, missing: MissingRater, smallest: number) {
  const words = FIVE[lang].map(({ word }) => word);
  const people = Array.from({ length: 40 }, (_, i) => `P${i}x`);
  const written = fc.constantFrom<((word: string) => string)[]>(
    (word) => word,
    (word) => ` ${word.toUpperCase()} `,
    (word) => word.toLowerCase(),
  );
  const answer = fc.option(
    fc.tuple(fc.constantFrom(...words), written).map(([word, write]) => write(word)),
    { freq: 4 },
  );
  const points = fc.option(fc.integer({ min: 0, max: 100 }), { freq: 4 });
  const rating = fc.tuple(fc.constantFrom(...GROUPS), answer, points);
  const all = fc.array(fc.array(rating, { maxLength: 6 }), {
    minLength: people.length,
    maxLength: people.length,
  });
  const [drawn = []] = fc.sample(all, { numRuns: 1 });
  const answers = drawn.flatMap((own, i): Answer[] =>
    own.map(([group, word, number], r): Answer => {
      const person = people[i] ?? "";
      return [group === "self" ? person : `R${r} of ${i}`, group, person, word, number];
    }),
  );
  return wordRequest(wordScheme(lang, missing, smallest), people, answers);
}

/** Where the columns of the page that sums ratings up stand, by header; the same header may stand twice. */
function columnsOf(sheet: SheetSpec, header: string): string[] {
  const cells = sheet.blocks[0]?.cells[4] ?? [];
  return cells.flatMap((cell, i) => (cell === header ? [columnName(i)] : []));
}

function expectAsEngine(book: WrittenBook, read: (sheet: string, cell: string) => unknown): number {
  const raters = sheetById(book.spec, "raters");
  const combined = columnsOf(raters, book.evaluation.request.lang === "zh-CN" ? "合成得分" : "Combined");
  const [set] = book.evaluation.sets;
  let compared = 0;
  for (const { row, input, score } of set?.rated ?? []) {
    const letter = combined[input === "attitude" ? 0 : 1] ?? "";
    const shown = read(raters.name, `${letter}${6 + row}`);
    if (score === null) expect(shown ?? "").toBe("");
    else {
      expect([row, input, shown]).toEqual([row, input, expect.closeTo(score, 9)]);
      compared += 1;
    }
  }
  return compared;
}

describe.each([
  ["wait", 1, "en-US"],
  ["reweight", 2, "zh-CN"],
  ["zero", 3, "en-US"],
] as const)("random words, missing raters: %s, at least %i", (missing, smallest, lang) => {
  test("the page's means are the engine's", async () => {
    const book = await writtenBook(randomRequest(lang, missing, smallest));
    expect(expectAsEngine(book, book.read)).toBeGreaterThan(10);
  });
});

describeWith("libreoffice", "in other programs", () => {
  test("a valid file, and LibreOffice counts the same words the same", async () => {
    const book = await writtenBook(randomRequest("zh-CN", "reweight", 1));
    const bytes = await saveXlsx(book.host.workbook);
    expect(await validate(bytes)).toEqual([]);
    const values = await recalculate(bytes);
    const compared = expectAsEngine(book, (sheet, cell) => values.get(sheet)?.get(cell) ?? null);
    expect(compared).toBeGreaterThan(10);
    expect([...(values.get("评分记录") ?? [])].filter(([, value]) => String(value).includes("✘"))).toEqual(
      [],
    );
  });
});

const bothAsked: readonly Answer[] = [
  ["Mia", "direct", "Ann", "Good", 90],
  ["Bob", "peer", "Ann", "Poor", 70],
];

test("what a word counts is changed on the scheme's page, and the scores follow", async () => {
  const book = await writtenBook(wordRequest(wordScheme("en-US"), ["Ann"], bothAsked));
  const raters = sheetById(book.spec, "raters");
  const [combined = ""] = columnsOf(raters, "Combined");
  expect(book.read(raters.name, `${combined}6`)).toBeCloseTo(85 * 0.6 + 20 * 0.4, 9);
  const row = sheetById(book.spec, "scheme").blocks[0]?.cells.findIndex((line) => line[1] === "Good") ?? -1;
  await type(book, "Scheme", cellRef(row, 2), 80);
  expect(book.read(raters.name, `${combined}6`)).toBeCloseTo(80 * 0.6 + 20 * 0.4, 9);
});

test("a number among words and a word among numbers are named with their cells, not dropped", async () => {
  const book = await writtenBook(wordRequest(wordScheme("en-US"), ["Ann"], bothAsked));
  const { name, conditionals = [] } = sheetById(book.spec, "ratings");
  expect(["A3", "D3", "E3"].map((cell) => book.read(name, cell))).toEqual(["", "", ""]);
  await type(book, name, "D6", 85);
  await type(book, name, "E5", "Good");
  expect(["A3", "D3", "E3"].map((cell) => book.read(name, cell))).toEqual([
    "✘ Pick a word or type a number in:",
    "✘ D6",
    "✘ 1",
  ]);
  expect(book.read(name, "F6")).toBe("✘ pick from the list");
  // The cells themselves turn red.
  const red = conditionals.flatMap((rule) =>
    "style" in rule && rule.style === "badFill" ? [rule.range] : [],
  );
  expect(red.map((range) => range.replace(/\d+$/, ""))).toEqual(["A3:E", "D5:D", "E5:E"]);
});

test.each(LANGS)("cells where raters answer offer the words of the scheme's page, in %s", async (lang) => {
  const book = await writtenBook(wordRequest(wordScheme(lang), ["Ann"], []));
  const { validations = [] } = sheetById(book.spec, "ratings");
  const own = validations.find(({ range }) => range.startsWith("D5"));
  const words = FIVE[lang].map(({ word }) => word);
  const { rule, prompt, error } = own ?? {};
  const source = rule?.kind === "listFrom" ? parseRange(rule.source.slice(1)) : undefined;
  const scheme = sheetById(book.spec, "scheme");
  const shown = scheme.blocks[0]?.cells.slice(source?.top, (source?.bottom ?? 0) + 1).map((line) => line[1]);
  expect([source?.sheet, shown]).toEqual([scheme.name, words]);
  for (const word of words) {
    expect(prompt?.message).toContain(word);
    expect(error?.message).toContain(word);
  }
});

test("the page about the numbers says that words were counted, and how", async () => {
  const book = await writtenBook(wordRequest(wordScheme("en-US"), ["Ann"], []));
  const said = sheetById(book.spec, "about").blocks.flatMap(({ cells }) => cells.flat());
  expect(said).toContain(
    "rated in words; the mean is taken of what each counts: Outstanding 100 / Good 85 / Competent 70 / Needs work 50 / Poor 20",
  );
});

describe.each(LANGS)("the scheme's page in %s", (lang) => {
  const scheme = wordScheme(lang);
  const grid = () => gridOf(scheme);
  const rowOf = (rows: ReturnType<typeof grid>, word: string): number =>
    rows.findIndex((line) => line[1] === word);
  const [best, second, , , worst] = FIVE[lang].map(({ word }) => word) as [
    string,
    string,
    string,
    string,
    string,
  ];

  test("reads back to the same words and values", () => {
    expect(readScheme(grid(), "S")).toEqual({ scheme: normalizeScheme(scheme), mistakes: [] });
  });

  test("words renamed, added and taken away are in the scheme", () => {
    const rows = grid();
    const at = rowOf(rows, second);
    const line = rows[at];
    if (line) [line[1], line[2]] = ["AA", 90];
    rows.splice(at + 1, 0, [null, "BB", 80, null, null, null]);
    const gone = rows[rowOf(rows, worst)];
    if (gone) [gone[1], gone[2]] = [null, null];
    const { scheme: read, mistakes } = readScheme(rows, "S");
    expect(mistakes).toEqual([]);
    expect(read?.inputs[0]?.levels?.map(({ word, value }) => [word, value])).toEqual([
      [best, 100],
      ["AA", 90],
      ["BB", 80],
      ...FIVE[lang].slice(2, 4).map(({ word, value }) => [word, value]),
    ]);
  });

  test("a word twice, no value and a value outside the range name their cells", () => {
    const rows = grid();
    const first = rowOf(rows, best);
    const put = (row: number, column: number, value: string | number | null) => {
      const line = rows[row];
      if (line) line[column] = value;
    };
    put(first, 2, 130);
    put(first + 2, 1, second);
    put(first + 3, 2, null);
    rows.splice(first + 5, 0, [null, "CC", null, null, null, null]);
    const { mistakes } = readScheme(rows, "S");
    expect(mistakes.map(({ where }) => where)).toEqual([
      `S!C${first + 1}`,
      `S!B${first + 3}`,
      `S!C${first + 4}`,
      `S!C${first + 6}`,
    ]);
    for (const { what } of mistakes) expect(what).toMatch(/请|change|give/);
  });
});

test("schemes that ask for different words under one name have columns of their own", async () => {
  const one = wordScheme("en-US");
  const rank = (scheme: Scheme, id: string, words: readonly string[]): Scheme => ({
    ...scheme,
    id,
    name: id,
    positions: [id],
    inputs: scheme.inputs.map((input) =>
      input.levels ? { ...input, levels: words.map((word, i) => ({ word, value: 100 - i * 50 })) } : input,
    ),
  });
  const request = wordRequest(
    one,
    ["Ann", "Bob"],
    [
      ["Mia", "direct", "Ann", "High", null],
      ["Mia", "direct", "Bob", "Low", null],
    ],
  );
  const schemes = [rank(one, "rep", ["High", "Low"]), rank(one, "head", ["Low", "Middle", "High"])];
  const people = request.people.map((person, i) => ({ ...person, position: ["rep", "head"][i] ?? "" }));
  const book = await writtenBook({ ...request, schemes, people });
  const scores = book.evaluation.sets.map(({ rated }) => rated[0]?.score);
  // “Low” is the second of two for a rep, and the best of three for a head.
  expect(scores).toEqual([100, 100]);
  const headers = sheetById(book.spec, "ratings").blocks[0]?.cells[3];
  expect(headers).toEqual([
    ...["Rater", "Relation", "Person", "Attitude", "Skill", "Attitude"],
    ...["Attitude counts (rep)", "Attitude counts (head)"],
  ]);
  const page = sheetById(book.spec, "raters");
  const firstRows = page.blocks.map(({ at, cells }) => parseRange(at).top + cells.length);
  const [combined = ""] = columnsOf(page, "Combined");
  expect(firstRows.map((row) => book.read(page.name, `${combined}${row}`))).toEqual([100, 100]);
});

function gridOf(scheme: Scheme): (string | number | boolean | null)[][] {
  const [block] = schemeSheet(scheme, "S").sheet.blocks;
  return (block?.cells ?? []).map((row) =>
    row.map((cell) => (typeof cell === "object" && cell !== null ? "" : cell)),
  );
}

/** Types as a person does who pastes over the list of words. */
async function type(
  { host }: WrittenBook,
  sheet: string,
  cell: string,
  value: string | number,
): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
    await context.sync();
  });
  host.calculate();
}
