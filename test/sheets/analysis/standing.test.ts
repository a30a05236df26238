/** The page of grades and consequences against the engine. */
import { keyOf, outcomesOf, type Memory } from "../../../src/scoring/consequences/outcomes";
import { usualPolicy, type ConsequencePolicy } from "../../../src/scoring/consequences/policy";
import { ACTION_WORDS } from "../../../src/scoring/consequences/words";
import { scoreTeam } from "../../../src/scoring/scoreTeam";
import { standingSheet } from "../../../src/sheets/analysis/standingSheet";
import { CalculatedBook } from "../../support/ironcalc";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { scoredBook } from "../../support/scoredBook";
import { describeWith } from "../../support/tools";
import { workbookOf } from "../../support/workbookOf";

type Lang = "zh-CN" | "en-US";

function page(lang: Lang, more: Partial<ConsequencePolicy> = {}) {
  const { scored, sheets, names } = scoredBook(lang);
  const { grades } = scored.scheme;
  const policy = {
    ...usualPolicy(
      lang,
      grades.map(({ name }) => name),
    ),
    ...more,
  };
  const cards = scoreTeam(scored.scheme, scored.people);
  const memory = new Map<string, Memory>(
    cards.map(({ name, unit, total }, i) => [
      keyOf(name, unit),
      {
        lastInARow: i % 3 === 0 ? 1 : 0,
        warnings: i % 4 === 0 ? [2] : [],
        total: total === null ? null : total + (i % 2 === 0 ? 1 : -1),
      },
    ]),
  );
  const results = {
    names: scored.people.names,
    units: scored.people.units,
    totals: cards.map(({ total }) => total),
    grades: cards.map(({ grade }) => grade),
  };
  const outcomes = outcomesOf(results, policy, memory);
  const standing = standingSheet(scored, policy, memory);
  return { outcomes, standing, names, lang, sheets: [...sheets, standing.sheet] };
}

function expectSame(
  { outcomes, standing, lang }: ReturnType<typeof page>,
  read: (cell: string) => unknown,
): void {
  const { columns, firstRow } = standing.layout;
  outcomes.forEach(({ name, rank, forced, action }, i) => {
    const cell = (column: string) => read(`${columns[column] ?? ""}${firstRow + i}`) ?? "";
    expect([name, cell("rank"), cell("forced"), cell("action")]).toEqual([
      name,
      rank ?? "",
      forced ?? "",
      action === null ? "" : ACTION_WORDS[action][lang],
    ]);
  });
}

const POLICIES: readonly Partial<ConsequencePolicy>[] = [
  {},
  { scope: "unit" },
  { ties: "strict", quota: "up" },
  { scope: "unit", ties: "strict", quota: "down", out: 2, warn: 0 },
  { smallest: 40 },
];

test.each(POLICIES)("%j: sheet and engine agree", (more) => {
  const all = page("en-US", more);
  const book = new CalculatedBook(all.sheets);
  expectSame(all, (cell) => book.read(all.standing.sheet.name, cell));
  expect(new Set(all.outcomes.map(({ action }) => action)).size).toBeGreaterThan(
    more.smallest === 40 ? 1 : 3,
  );
});

describeWith("libreoffice", "grades and consequences as a file", () => {
  test.each(["zh-CN", "en-US"] as const)(
    "is valid and calculates the same: %s",
    async (lang) => {
      const all = page(lang);
      const bytes = await workbookOf({ sheets: all.sheets, names: all.names, activate: "standing" });
      expect(await validate(bytes)).toEqual([]);
      const values = (await recalculate(bytes)).get(all.standing.sheet.name);
      expectSame(all, (cell) => values?.get(cell));
    },
    120_000,
  );
});
