/** After the example is cleared nothing of it is left that could be taken for one's own. */
import { evaluate } from "../../src/scoring/evaluate";
import type { EvaluationRequest } from "../../src/scoring/evaluation";
import type { SpecCell } from "../../src/sheets/spec";
import { findTemplate } from "../../src/templates/gallery";
import { templateBook, type Template } from "../../src/templates/template";
import { LANGS, type Lang } from "../../src/words";
import { finishBook } from "../support/finishedBook";

const NUMBERS = ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D17", "C3"] as const;

function templateOf(number: string): Template {
  const template = findTemplate(number);
  if (!template) throw new Error(`there is no ${number}`);
  return template;
}

function requestOf({ fill }: Template, lang: Lang): EvaluationRequest {
  if (fill?.kind !== "evaluation") throw new Error("an evaluation");
  return fill.request(lang);
}

/** Everybody the example is about, and the units they are in. */
function exampleOf(template: Template, lang: Lang): Set<string> {
  const { request, sets } = evaluate(requestOf(template, lang));
  // Groups of raters and schemes are the template's own.
  const own = new Set(
    sets.flatMap(({ scheme: { name, raters = [] } }) => [
      name,
      ...raters.flatMap(({ groups }) => groups.map((group) => group.name)),
    ]),
  );
  return new Set(
    request.people
      .flatMap(({ name, unit, manager = "" }) => [name, unit, manager])
      .filter((one) => one !== "" && !own.has(one)),
  );
}

const said = (cell: SpecCell): string =>
  typeof cell === "object" && cell !== null ? cell.formula : String(cell ?? "");

describe.each(NUMBERS)("%s", (number) => {
  test.each(LANGS)("names nobody and no unit of the example, on no page: %s", (lang) => {
    const template = templateOf(number);
    const example = [...exampleOf(template, lang)];
    expect(example.length).toBeGreaterThan(2);
    const cells = templateBook(template, lang, { examples: false }).sheets.flatMap(
      ({ name, blocks, charts = [] }) => [
        ...blocks.flatMap(({ cells: lines }) => lines.flat().map((cell) => ({ name, text: said(cell) }))),
        ...charts.map(({ title }) => ({ name, text: title })),
      ],
    );
    // A name is a cell of its own, stands in a formula's text, or in a sentence about somebody.
    const left = cells.filter(({ text }) =>
      example.some(
        (one) =>
          text === one ||
          text.includes(`"${one}"`) ||
          text.startsWith(`${one} ·`) ||
          text.startsWith(`${one}：`),
      ),
    );
    expect(left).toEqual([]);
  });
});

/** Every formula's cell with a value, by the page it stands on. */
async function shownOf(
  number: string,
  lang: Lang,
): Promise<(tab: string) => { place: string; value: unknown }[]> {
  const { formulas } = await finishBook(templateBook(templateOf(number), lang, { examples: false }), lang);
  return (tab) =>
    formulas.filter(({ place, value }) => place.startsWith(`${tab}!`) && value !== "" && value !== null);
}

test("D5: targets, their confirmation, the data, the pay show nothing of nothing", async () => {
  const shown = await shownOf("D5", "zh-CN");
  for (const tab of ["目标分解", "任务分解确认表", "考核数据", "薪酬汇总", "成绩汇总"])
    expect(shown(tab)).toEqual([]);
  // Of the formulas of a card only full points are there, of the ranking only that nobody has a grade.
  expect(shown("个人考核表").filter(({ place }) => !place.startsWith("个人考核表!B"))).toEqual([]);
  expect(shown("排名").filter(({ value }) => value !== 0)).toEqual([]);
});

test("D1: nobody has raters, nobody waits for pay, no unit has a mean", async () => {
  const shown = await shownOf("D1", "en-US");
  for (const tab of ["Pay summary", "Results"]) expect(shown(tab)).toEqual([]);
  expect(shown("Raters").filter(({ value }) => typeof value === "number")).toEqual([]);
  expect(shown("Analysis").filter(({ place, value }) => /![A]\d/.test(place) && value === "East")).toEqual(
    [],
  );
});

test("D2: a card on which nobody is picked shows no marks, and nobody has a past", async () => {
  const shown = await shownOf("D2", "en-US");
  expect(shown("Card").filter(({ place }) => !place.startsWith("Card!B"))).toEqual([]);
  const book = templateBook(templateOf("D4"), "en-US", { examples: false });
  const standing = book.sheets.find(({ id }) => id === "standing");
  const people = standing?.blocks.flatMap(({ cells }) =>
    cells.filter((line) => line.length > 10 && line[8] === 0),
  );
  expect(people).toEqual([]);
});

test("units typed into a cleared template have lines of their own, in the order they come", async () => {
  const book = templateBook(templateOf("D17"), "en-US", { examples: false });
  const typed = [
    ["Harbour", "Ann"],
    ["Airport", "Ben"],
    ["Harbour", "Cho"],
    ["Castle", "Dov"],
  ];
  const filled = {
    ...book,
    sheets: book.sheets.map((sheet) =>
      sheet.id === "data"
        ? {
            ...sheet,
            blocks: sheet.blocks.map((block) => ({
              ...block,
              cells: block.cells.map((line, i) =>
                typed[i - 5] ? [...(typed[i - 5] ?? []), null, 40, 40, 0.99, 100, 100, 0] : line,
              ),
            })),
          }
        : sheet,
    ),
  };
  const { formulas } = await finishBook(filled, "en-US");
  const ranking = new Map(formulas.map(({ place, value }) => [place, value]));
  const lines = [13, 14, 15, 16].map((row) =>
    ["H", "I", "J"].map((column) => ranking.get(`Ranking!${column}${row}`)),
  );
  expect(lines).toEqual([
    ["Harbour", 2, 100],
    ["Airport", 1, 100],
    ["Castle", 1, 100],
    ["", "", ""],
  ]);
});

test("a scheme's inputs take a line each, with their bounds beside, and read back", () => {
  const book = templateBook(templateOf("D8"), "en-US");
  const page = book.sheets.find(({ id }) => id === "scheme");
  const lines = page?.blocks.flatMap(({ cells }) => cells) ?? [];
  const header = lines.findIndex(([item]) => item === "Inputs" || item === "Data");
  expect(lines.some((line) => line[3] === "At least" && line[4] === "At most")).toBe(true);
  expect(lines.find(([name, id]) => name === "Leading" && id === "leading")?.slice(3, 5)).toEqual([0, 100]);
  expect(header).toBeGreaterThan(0);
});

test("raters: who is missing stands in the line, what that means in the head, on two pages across at most", () => {
  for (const number of ["D4", "D8"]) {
    const raters = templateBook(templateOf(number), "en-US").sheets.find(({ id }) => id === "raters");
    expect(raters?.print?.fitWidth).toBeLessThanOrEqual(2);
    const heads = raters?.blocks.flatMap(({ cells }) => cells.flat()) ?? [];
    expect(heads).toContain("Missing, others carry it");
  }
});

test("a quarter's confirmation speaks of a share of the total, not of the year", () => {
  const page = templateBook(templateOf("D5"), "zh-CN").sheets.find(({ id }) => id === "confirmation");
  const texts = page?.blocks.flatMap(({ cells }) => cells.flat()) ?? [];
  expect(texts).toContain("占合计");
  expect(texts).not.toContain("占全年");
});
