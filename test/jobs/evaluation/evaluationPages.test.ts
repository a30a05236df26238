/** Pages that go on from an evaluation's scores: live in the same workbook, for people typed in later too. */
import { bookOf } from "../../../src/jobs/evaluation/evaluationBook";
import { EVALUATION_PAGES, type EvaluationPage } from "../../../src/jobs/evaluation/evaluationPages";
import { outcomesOf } from "../../../src/scoring/consequences/outcomes";
import { usualPolicy } from "../../../src/scoring/consequences/policy";
import { ACTION_WORDS } from "../../../src/scoring/consequences/words";
import { evaluate } from "../../../src/scoring/evaluate";
import { EVALUATION_GALLERY } from "../../../src/scoring/gallery/gallery";
import type { EvaluationRequest } from "../../../src/scoring/evaluation";
import { SERVICE } from "../../../src/templates/list/service";
import { LANGS, type Lang } from "../../../src/words";
import { oneMonth } from "../../support/evaluations";
import { differencesIn, errorsIn, finishBook, look, type FinishedBook } from "../../support/finishedBook";
import { validate } from "../../support/ooxml";
import { describeWith } from "../../support/tools";

const MINUTES = 120_000;

function example(id: string, lang: Lang): EvaluationRequest {
  const entry = EVALUATION_GALLERY.find((one) => one.id === id);
  if (!entry) throw new Error(`no evaluation ${id}`);
  return entry.request(lang);
}

async function written(request: EvaluationRequest) {
  const evaluation = evaluate(request);
  const spec = bookOf(evaluation, { spareRows: 2, pages: EVALUATION_PAGES, date: "2026-04-10" });
  const tab = (id: string): string => spec.sheets.find((sheet) => sheet.id === id)?.name ?? "";
  return { evaluation, spec, tab, book: await finishBook(spec, request.lang) };
}

type Cells = Pick<FinishedBook, "value">;

function service(lang: Lang): EvaluationRequest {
  if (SERVICE.fill?.kind !== "evaluation") throw new Error("the service evaluation has no request");
  return SERVICE.fill.request(lang);
}

/** The row of a page on which somebody stands. */
function rowOf({ value }: Cells, tab: string, name: string, column = "B"): number {
  for (let row = 6; row <= 60; row += 1) if ((value(tab, `${column}${row}`) ?? "") === name) return row;
  throw new Error(`${name} is not on ${tab}`);
}

async function type(tab: string, at: string, values: readonly unknown[]): Promise<void> {
  await Excel.run(async (context) => {
    const first = context.workbook.worksheets.getItem(tab).getRange(at);
    first.getResizedRange(0, values.length - 1).values = [[...values]];
    await context.sync();
  });
}

test.each(LANGS)("the standing page says what the engine says, in %s", async (lang) => {
  const { evaluation, book, tab } = await written(example("sales-evaluation", lang));
  const { results, sets } = evaluation;
  const grades = sets[0]?.scheme.grades.map(({ name }) => name) ?? [];
  const outcomes = outcomesOf(
    {
      names: results.map(({ name }) => name),
      units: results.map(({ unit }) => unit),
      totals: results.map(({ total }) => total),
      grades: results.map(({ grade }) => grade),
    },
    usualPolicy(lang, grades),
  );
  const standing = tab("standing");
  for (const { name, unit, total, rank, grade, forced, action } of outcomes) {
    const row = rowOf(book, standing, name);
    expect(["A", "C", "D", "E", "L", "N"].map((column) => book.value(standing, `${column}${row}`))).toEqual([
      unit,
      total,
      grade,
      rank,
      forced,
      action === null ? "" : ACTION_WORDS[action][lang],
    ]);
  }
  // 20 % of five is one: only the first keeps the best grade, and 10 % rounds to nobody or one.
  expect(outcomes.filter(({ forced }) => forced === grades[0])).toHaveLength(1);
});

test("a changed figure ranks people anew, and who is typed into a free line is among them", async () => {
  const { book, tab } = await written(service("en-US"));
  const [standing, data] = [tab("standing"), tab("data")];
  const place = (cells: Cells, name: string) => {
    const row = rowOf(cells, standing, name);
    return ["E", "H", "N"].map((column) => cells.value(standing, `${column}${row}`));
  };
  const [best, last] = ["Alex Chen", "Mia Zhao"];
  expect([place(book, best), place(book, last)]).toEqual([
    [1, 6, "● rewarded"],
    [6, 6, "▼ last"],
  ]);

  // The last does as the best did; who is new does as the last did before.
  const figures = (name: string): unknown[] =>
    ["D", "E", "F", "G", "H", "I"].map((column) => book.value(data, `${column}${rowOf(book, data, name)}`));
  const free = rowOf(book, data, "", "B");
  await type(data, `D${rowOf(book, data, last)}`, figures(best));
  await type(data, `A${free}`, ["Third station", "Newly Typed", "", ...figures(last)]);
  book.host.calculate();
  const after = look(book.host);
  expect(errorsIn({ ...after, bytes: book.bytes })).toEqual([]);
  expect([place(after, best), place(after, last), place(after, "Newly Typed")]).toEqual([
    [1, 7, "● rewarded"],
    [1, 7, "● rewarded"],
    [7, 7, "▼ last"],
  ]);
  // The other pages know the newcomer as well.
  for (const id of ["heat", "review", "calibration"])
    expect(after.value(tab(id), `A${rowOf(after, tab(id), "Newly Typed")}`)).toBe("Third station");
});

test("whose rewards a veto cancels is not rewarded, whatever the rank", async () => {
  const { book, tab, evaluation } = await written(example("responsibility-letter", "en-US"));
  const third = evaluation.results.find(({ rank }) => rank === 3);
  expect([third?.name, third?.rewards]).toEqual(["Feng Xue", false]);
  const action = (name: string) => book.value(tab("standing"), `N${rowOf(book, tab("standing"), name)}`);
  expect([action("He Jun"), action("Wu Fang"), action("Feng Xue")]).toEqual(["● rewarded", "● rewarded", ""]);
});

test("the review asks for the usual stages from the last day due on, and free lines sign nothing", async () => {
  const { book, tab } = await written(oneMonth());
  const review = tab("review");
  expect([7, 8, 9, 10].map((row) => book.value(review, `A${row}`))).toEqual([
    "Scoring",
    "Summing up",
    "First review",
    "Second review",
  ]);
  // 3 April 2026, as Excel counts days, and two days for each stage after it.
  expect([7, 8, 9, 10].map((row) => book.value(review, `C${row}`))).toEqual([46115, 46117, 46119, 46121]);
  // Eve has no score, and two lines are free.
  expect(book.value(review, "A3")).toBe("▲ 4 people scored: 0 locked, 0 signed, 0 appealed, 4 before that");
  expect([24, 25].map((row) => book.value(review, `M${row}`))).toEqual(["", ""]);
});

test("a trial scheme on its page: another weight moves grades there, and nothing of today's", async () => {
  const { book, tab } = await written(service("en-US"));
  const [trial, comparison, today] = [tab("scheme-trial"), tab("whatif"), tab("scorecard")];
  const totals = (cells: Cells, sheet: string) =>
    [6, 7, 8, 9, 10, 11].map((row) => cells.value(sheet, `${sheet === comparison ? "D" : "E"}${row + 2}`));
  const before = totals(book, comparison);
  const still = Array.from({ length: 6 }, (_, i) => book.value(today, `A${6 + i}`));
  const weights = Array.from({ length: 40 }, (_, i) => i + 1).filter(
    (row) => typeof book.value(trial, `B${row}`) === "number",
  );
  const [, first = 0, second = 0] = weights;
  const [a, b] = [first, second].map((row) => Number(book.value(trial, `B${row}`)));
  await type(trial, `B${first}`, [(a ?? 0) - 20]);
  await type(trial, `B${second}`, [(b ?? 0) + 20]);
  book.host.calculate();
  const after = look(book.host);
  expect(errorsIn({ ...after, bytes: book.bytes })).toEqual([]);
  expect(totals(after, comparison)).not.toEqual(before);
  expect(Array.from({ length: 6 }, (_, i) => after.value(today, `A${6 + i}`))).toEqual(still);
});

test("a unit typed into a free line has a line in the calibration", async () => {
  const { book, tab } = await written(service("en-US"));
  const [calibration, data] = [tab("calibration"), tab("data")];
  const unitsOf = (cells: Cells) => [6, 7, 8, 9].map((row) => cells.value(calibration, `A${row}`));
  const known = unitsOf(book);
  expect(known).not.toContain("Third station");
  const free = rowOf(book, data, "", "B");
  const best = ["D", "E", "F", "G", "H", "I"].map((column) =>
    book.value(data, `${column}${rowOf(book, data, "Alex Chen")}`),
  );
  await type(data, `A${free}`, ["Third station", "Newly Typed", "", ...best]);
  book.host.calculate();
  const after = look(book.host);
  const row = 6 + unitsOf(after).indexOf("Third station");
  expect(row).toBeGreaterThan(5);
  expect(after.value(calibration, `B${row}`)).toBe(1);
});

test("a grade that a veto caps, schemes with different grades: said, not guessed", () => {
  const book = (request: EvaluationRequest, pages: readonly EvaluationPage[]) => () =>
    bookOf(evaluate(request), { pages });
  const capped = example("operating-responsibility", "en-US");
  expect(book(capped, ["standing"])).toThrow(/caps grades/);
  expect(book(capped, ["analysis"])).not.toThrow();
  const office = example("field-office", "en-US");
  const [first, ...others] = office.schemes;
  if (!first || !("sections" in first)) throw new Error("The first scheme is a whole one");
  const apart = { ...office, schemes: [{ ...first, grades: first.grades.slice(1) }, ...others] };
  expect(book(apart, ["calibration"])).toThrow(/different grades/);
});

describeWith("libreoffice", "as a file", () => {
  test.each(LANGS)(
    "is valid, without an error, and LibreOffice works it out the same: %s",
    async (lang) => {
      const { book, spec } = await written(example("sales-evaluation", lang));
      expect(spec.sheets.map(({ id }) => id)).toEqual(
        expect.arrayContaining(["heat", "analysis", "standing", "review", "calibration"]),
      );
      expect(await validate(book.bytes)).toEqual([]);
      expect(errorsIn(book)).toEqual([]);
      const { compared, differences } = await differencesIn(book);
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(500);
    },
    MINUTES,
  );
});
