import { NAMES } from "../../../src/scoring/names";
import { salesScheme } from "../../../src/scoring/sales";
import { scoreTeam, type People } from "../../../src/scoring/scoreTeam";
import type { Scheme } from "../../../src/scoring/scheme";
import { schemeSheet } from "../../../src/sheets/evaluation/scheme";
import { cellOf, scorecardSheet } from "../../../src/sheets/evaluation/scorecard";
import { CalculatedBook } from "../../support/ironcalc";
import { salesTeam } from "../../support/salesTeam";

function workbook(scheme: Scheme, people: People) {
  const { sheet, references } = schemeSheet(scheme);
  const card = scorecardSheet(scheme, people, { references });
  const book = new CalculatedBook([sheet, card.sheet]);
  const read = (name: string, person: number) =>
    book.read(card.layout.sheet, cellOf(card.layout, name, card.layout.firstRow + person));
  return { book, read, schemeTab: sheet.name, references };
}

/** Every cell of every person's row is what the engine says. */
function expectParity(
  scheme: Scheme,
  people: People,
  read: (name: string, person: number) => string | number,
): void {
  scoreTeam(scheme, people).forEach((card, person) => {
    const shown = {
      name: people.names[person],
      points: card.indicators.map(({ id }) => read(NAMES.points(id), person)),
      total: read(NAMES.total, person),
      grade: read(NAMES.grade, person),
      light: read(NAMES.light, person),
      rank: read("rank", person),
      unitRank: read("unitRank", person),
      remark: read(NAMES.remark, person),
    };
    expect(shown).toEqual({
      name: card.name,
      points: card.indicators.map(({ points, status }) => points ?? (status === "notScored" ? "×" : "—")),
      total: card.total ?? "",
      grade: card.grade ?? "",
      light: card.light,
      rank: card.rank ?? "",
      unitRank: card.unitRank ?? "",
      remark: card.remark,
    });
  });
}

describe.each(["zh-CN", "en-US"] as const)("the sales team in %s", (lang) => {
  const people = salesTeam();
  const scheme = salesScheme(lang);

  test("sheet and engine agree in every cell", () => {
    expectParity(scheme, people, workbook(scheme, people).read);
  });

  test("changing a weight or a band on the scheme sheet re-ranks by formulas alone", () => {
    const { book, read, schemeTab, references } = workbook(scheme, people);
    const address = (name: string) => (references.get(name) ?? "").replace(/^.*!/, "").replaceAll("$", "");
    book.set(schemeTab, address(NAMES.weight("deals")), 50);
    book.set(schemeTab, address(NAMES.param("winRate", "bands.from")).split(":")[0] ?? "", 0.65);
    const changed = structuredClone(scheme) as Mutable<Scheme>;
    const [revenue, winRate, deals] = changed.sections[0]?.indicators ?? [];
    if (!revenue || !winRate || !deals) throw new Error("The scheme has three indicators");
    deals.weight = 50;
    const bands = winRate.rule["bands"] as { from: number }[];
    if (bands[0]) bands[0].from = 0.65;
    expectParity(changed, people, read);
    const before = scoreTeam(scheme, people).map((card) => card.rank);
    expect(scoreTeam(changed, people).map((card) => card.rank)).not.toEqual(before);
  });

  test("typing data for somebody not scored gives a score", () => {
    const { book, read } = workbook(scheme, people);
    const person = people.names.indexOf("Mei-Mei Johns");
    expect([read(NAMES.total, person), read("rank", person)]).toEqual(["", ""]);
    const { layout } = scorecardSheet(scheme, people, { references: schemeSheet(scheme).references });
    const row = layout.firstRow + person;
    for (const [input, value] of Object.entries({ target: 100, revenue: 110, won: 33, lost: 17 }))
      book.set(layout.sheet, cellOf(layout, input, row), value);
    // 60 × 1.1 = 66; 66 % → 20; (160 − 33) ÷ 10 → 13 started steps → 20 − 26 < 0
    expect(["revenue", "winRate", "deals"].map((id) => read(NAMES.points(id), person))).toEqual([66, 20, 0]);
    expect([read(NAMES.total, person), read(NAMES.remark, person)]).toEqual([86, ""]);
  });
});

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends object ? Mutable<T[K]> : T[K] };
