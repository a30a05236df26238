/** The analysis pages' formulas against the engine. */
import { distributionOf, gapsOf, lossesOf } from "../../../src/scoring/analysis/analysis";
import { scoreTeam, type People } from "../../../src/scoring/scoreTeam";
import { analysisSheet } from "../../../src/sheets/analysis/analysisSheet";
import { heatSheet } from "../../../src/sheets/analysis/heatSheet";
import { EDGES } from "../../../src/sheets/analysis/parts/totals";
import { CalculatedBook } from "../../support/ironcalc";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { salesTeam } from "../../support/salesTeam";
import { scoredBook } from "../../support/scoredBook";
import { describeWith } from "../../support/tools";
import { workbookOf } from "../../support/workbookOf";

function pages(lang: "zh-CN" | "en-US", people: People = salesTeam()) {
  const { scored, sheets, names } = scoredBook(lang, people);
  const heat = heatSheet([scored]);
  const [layout] = heat.layouts;
  if (!layout) throw new Error("One scheme has one map");
  const analysis = analysisSheet([{ scored, heat: layout }]);
  return { scored, analysis, names, heat, sheets: [...sheets, heat.sheet, analysis.sheet] };
}

function expectSame(
  { scored: { scheme, people }, analysis: { layout } }: ReturnType<typeof pages>,
  read: (cell: string) => unknown,
): void {
  const cards = scoreTeam(scheme, people);
  const close = (value: number) => expect.closeTo(value, 9);
  lossesOf(scheme, cards).forEach(({ name, full, mean, lost }, i) => {
    const row = layout.losses + 2 + i;
    expect(["A", "B", "C", "D"].map((column) => read(`${column}${row}`))).toEqual([
      name,
      full,
      close(mean),
      close(lost),
    ]);
  });
  distributionOf(
    cards.map(({ total }) => total),
    EDGES,
  ).forEach((count, i) => {
    expect(read(`B${layout.distribution + 2 + i}`)).toBe(count);
  });
  const unit = read(`B${(layout.gap ?? 0) + 1}`);
  const gap = gapsOf(scheme, cards).find((one) => one.unit === unit);
  // What rounding leaves over is shown to two digits: no “-0.00”.
  const rest = Math.round((gap?.rest ?? NaN) * 100) / 100;
  const parts = [...(gap?.parts.values() ?? []), rest, gap?.gap ?? NaN];
  parts.forEach((part, i) => expect(read(`D${(layout.gap ?? 0) + 3 + i}`)).toEqual(close(part)));
  const person = cards.find(({ name }) => name === read(`B${layout.radar + 1}`));
  person?.indicators.forEach(({ points }, i) => {
    const weight = scheme.sections[0]?.indicators[i]?.weight ?? NaN;
    expect(read(`B${layout.radar + 3 + i}`)).toEqual(close((points ?? NaN) / weight));
  });
  expect(person?.total).not.toBeNull();
}

test("tables and engine agree, and follow another unit and another person", () => {
  const all = pages("en-US");
  const book = new CalculatedBook(all.sheets);
  const { layout } = all.analysis;
  expectSame(all, (cell) => book.read(layout.sheet, cell));
  book.set(layout.sheet, `B${(layout.gap ?? 0) + 1}`, "West");
  book.set(layout.sheet, `B${layout.radar + 1}`, "Moses Frase");
  expectSame(all, (cell) => book.read(layout.sheet, cell));
});

test("with several periods the trend holds each of the person's totals", () => {
  const team = salesTeam();
  const twice = <T>(list: readonly T[]) => [...list, ...list];
  const people: People = {
    names: twice(team.names),
    units: twice(team.units),
    inputs: new Map(
      [...team.inputs].map(([id, cells]) => [
        id,
        [
          ...cells,
          ...cells.map((cell) =>
            typeof cell === "number" && id === "revenue" ? Math.round(cell * 0.9) : cell,
          ),
        ],
      ]),
    ),
    periods: [...team.names.map(() => "2017-Q1"), ...team.names.map(() => "2017-Q2")],
  };
  const all = pages("en-US", people);
  const book = new CalculatedBook(all.sheets);
  const { layout } = all.analysis;
  const cards = scoreTeam(all.scored.scheme, people);
  const own = cards.filter(({ name }) => name === people.names[0]).map(({ total }) => total);
  const trend = layout.trend ?? 0;
  expect([0, 1].map((i) => book.read(layout.sheet, `B${trend + 2 + i}`))).toEqual(own);
  expect(own[0]).not.toBe(own[1]);
});

describeWith("libreoffice", "the analysis as a file", () => {
  test.each(["zh-CN", "en-US"] as const)(
    "is valid and calculates the same: %s",
    async (lang) => {
      const all = pages(lang);
      const bytes = await workbookOf({ sheets: all.sheets, names: all.names, activate: "analysis" });
      expect(await validate(bytes)).toEqual([]);
      const values = await recalculate(bytes);
      expectSame(all, (cell) => values.get(all.analysis.layout.sheet)?.get(cell));
    },
    120_000,
  );
});
