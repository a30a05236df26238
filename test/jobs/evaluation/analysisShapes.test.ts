/** Analysis and standing of evaluations with several schemes and several periods, held against the engine. */
import { bookOf } from "../../../src/jobs/evaluation/evaluationBook";
import { distributionOf, lossesOf } from "../../../src/scoring/analysis/analysis";
import { outcomesOf } from "../../../src/scoring/consequences/outcomes";
import { usualPolicy } from "../../../src/scoring/consequences/policy";
import { ACTION_WORDS } from "../../../src/scoring/consequences/words";
import { evaluate } from "../../../src/scoring/evaluate";
import type { EvaluationSet } from "../../../src/scoring/evaluation";
import { EVALUATION_GALLERY } from "../../../src/scoring/gallery/gallery";
import { EDGES } from "../../../src/sheets/analysis/parts/totals";
import { LANGS, type Lang } from "../../../src/words";
import { differencesIn, errorsIn, finishBook, look, type FinishedBook } from "../../support/finishedBook";
import { validate } from "../../support/ooxml";
import { describeWith } from "../../support/tools";

const PAGES = ["analysis", "standing", "calibration"] as const;
const MINUTES = 240_000;
/** With several schemes, several periods, or both. */
const SHAPES = ["rep-monthly", "field-office", "four-part", "commission", "manager-annual"];

async function written(id: string, lang: Lang) {
  const entry = EVALUATION_GALLERY.find((one) => one.id === id);
  if (!entry) throw new Error(`no evaluation ${id}`);
  const evaluation = evaluate(entry.request(lang));
  const spec = bookOf(evaluation, { spareRows: 2, pages: PAGES, date: "2026-04-10" });
  const tab = (page: string): string => spec.sheets.find((sheet) => sheet.id === page)?.name ?? "";
  return { evaluation, spec, tab, book: await finishBook(spec, lang) };
}

/** The rows of column A that say `label`, from 1. */
function rowsSaying({ value }: Pick<FinishedBook, "value">, tab: string, label: string): number[] {
  // Among several schemes the heading also says whose part it is: “Where points are lost · Back office”.
  return Array.from({ length: 600 }, (_, i) => i + 1).filter((row) => {
    const [heading] = String(value(tab, `A${row}`)).split(" · ");
    return heading === label;
  });
}

const WORDS = {
  losses: { "zh-CN": "分数丢在哪里", "en-US": "Where points are lost" },
  distribution: { "zh-CN": "总分分布", "en-US": "Distribution of totals" },
  units: { "zh-CN": "各单位", "en-US": "Units" },
  trend: { "zh-CN": "走势", "en-US": "Trend" },
  period: { "zh-CN": "选择周期：", "en-US": "Period:" },
} as const;

/** Losses of one scheme, in one period or all of them, as the page shows them. */
function expectLosses(
  { value }: Pick<FinishedBook, "value">,
  tab: string,
  at: number,
  { scheme, cards, rows }: EvaluationSet,
  period?: string,
): void {
  const own = cards.filter((_, i) => period === undefined || rows[i]?.period.label === period);
  const shown = lossesOf(scheme, own).map((_, i) =>
    ["A", "B", "C"].map((column) => value(tab, `${column}${at + 2 + i}`)),
  );
  const nobody = own.every(({ total }) => total === null);
  expect(shown).toEqual(
    lossesOf(scheme, own).map(({ name, full, mean }) => [
      name,
      expect.closeTo(full, 9),
      nobody ? "" : expect.closeTo(mean, 9),
    ]),
  );
}

describe.each(SHAPES)("%s", (id) => {
  test.each(LANGS)("every part says what the engine says: %s", async (lang) => {
    const { evaluation, tab, book } = await written(id, lang);
    const { sets, results, request } = evaluation;
    const analysis = tab("analysis");
    expect(errorsIn(book)).toEqual([]);

    const losses = rowsSaying(book, analysis, WORDS.losses[lang]);
    expect(losses).toHaveLength(sets.length);
    sets.forEach((set, i) => expectLosses(book, analysis, losses[i] ?? 0, set));

    const [distribution = 0] = rowsSaying(book, analysis, WORDS.distribution[lang]);
    const counts = Array.from({ length: EDGES.length + 1 }, (_, i) =>
      book.value(analysis, `B${distribution + 2 + i}`),
    );
    expect(counts).toEqual(
      distributionOf(
        results.map(({ total }) => total),
        EDGES,
      ),
    );

    const [trend] = rowsSaying(book, analysis, WORDS.trend[lang]);
    if (request.periods.length > 1 && trend !== undefined) {
      const header =
        [trend + 1, trend + 2].find(
          (row) => book.value(analysis, `B${row}`) === (lang === "zh-CN" ? "本人" : "Person"),
        ) ?? 0;
      const totals = request.periods.map((_, i) => book.value(analysis, `B${header + 1 + i}`));
      expect(totals).toEqual(results[0]?.periods.map(({ total }) => total ?? ""));
    } else expect([request.periods.length, trend]).toEqual([1, undefined]);
  });

  test("final grades and consequences over the results", async () => {
    const { evaluation, tab, book } = await written(id, "en-US");
    const { results, sets } = evaluation;
    const people = results.filter(({ periods }) => periods.some(({ places }) => places.length > 0));
    const outcomes = outcomesOf(
      {
        names: people.map(({ name }) => name),
        units: people.map(({ unit }) => unit),
        totals: people.map(({ total }) => total),
        grades: people.map(({ grade }) => grade),
      },
      usualPolicy("en-US", sets[0]?.scheme.grades.map(({ name }) => name) ?? []),
    );
    const standing = tab("standing");
    const start = rowsSaying(book, standing, "Unit")[0] ?? 0;
    const shown = outcomes.map((_, i) =>
      ["B", "C", "D", "L", "N"].map((column) => book.value(standing, `${column}${start + 1 + i}`)),
    );
    expect(shown).toEqual(
      outcomes.map(({ name, total, grade, forced, action }) => [
        name,
        total ?? "",
        grade ?? "",
        forced ?? "",
        action === null ? "" : ACTION_WORDS[action]["en-US"],
      ]),
    );
  });
});

test("a picked period narrows losses to its scores", async () => {
  const { evaluation, tab, book } = await written("commission", "en-US");
  const analysis = tab("analysis");
  const [pick = 0] = rowsSaying(book, analysis, WORDS.period["en-US"]);
  const label = evaluation.request.periods[1]?.label ?? "";
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(analysis).getRange(`B${pick}`).values = [[label]];
    await context.sync();
  });
  book.host.calculate();
  const after = look(book.host);
  const [at = 0] = rowsSaying(after, analysis, WORDS.losses["en-US"]);
  const [set] = evaluation.sets;
  if (!set) throw new Error("There is a scheme");
  expectLosses(after, analysis, at, set, label);
});

describeWith("libreoffice", "as files", () => {
  test.each([
    ["field-office", "zh-CN"],
    ["commission", "en-US"],
  ] as const)(
    "%s in %s is valid and LibreOffice works it out the same",
    async (id, lang) => {
      const { book } = await written(id, lang);
      expect(await validate(book.bytes)).toEqual([]);
      const { compared, differences } = await differencesIn(book);
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(500);
    },
    MINUTES,
  );
});
