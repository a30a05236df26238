import { explainScore } from "../../../src/scoring/explain/explainScore";
import { explainLines, type ExplainStep } from "../../../src/scoring/explain/step";
import { NAMES } from "../../../src/scoring/names";
import { salesScheme } from "../../../src/scoring/sales";
import { scoreTeam } from "../../../src/scoring/scoreTeam";
import { salesTeam } from "../../support/salesTeam";

const people = salesTeam();

function lines(lang: "zh-CN" | "en-US", name: string) {
  const scheme = salesScheme(lang);
  return explainLines(explainScore({ scheme, people, person: people.names.indexOf(name) }).step);
}

test("the whole chain in English: every number of it put in", () => {
  expect(lines("en-US", "Darcel Schlecht")).toMatchInlineSnapshot(`
    [
      "Darcel Schlecht's total is 108: 72 + 16 + 20, rounded to 2 decimals",
      "  The grade is Excellent (≥ 100 points)",
      "  Rank 1 of 30 with a total, 1 of 10 in Central; 2 share it",
      "  Revenue attainment: 72 of 60 points",
      "    Rule: In proportion to attainment. 60 points × attainment, counted up to 120%",
      "      Attainment counts up to = 120%",
      "    Revenue = 1,153,214",
      "    Target = 333,518",
      "    Attainment = 1,153,214 ÷ 333,518 = 345.77%",
      "    Points = 60 × MIN(345.77%, 120%) = 72",
      "  Win rate: 16 of 20 points",
      "    Rule: Points by band. ≥ 66%: 20; ≥ 63%: 16; ≥ 60%: 12; ≥ 56%: 8; below: 4",
      "    Deals won = 349",
      "    Deals lost = 204",
      "    Win rate = 349 ÷ (349 + 204) = 63.11%",
      "    Points = 16 (band 2)",
      "  Deals won: 20 of 20 points",
      "    Rule: Steps down from a threshold. 20 points from 160; every started 10 below costs 2, down to 0",
      "      Threshold (full points from here) = 160",
      "      Size of a step = 10",
      "      Points lost a step = 2",
      "    Deals won = 349",
      "    Points = MAX(0, 20 − 2 × MAX(0, ⌈(160 − 349) ÷ 10⌉)) = 20",
    ]
  `);
});

test("the whole chain in Chinese", () => {
  expect(lines("zh-CN", "Moses Frase")).toMatchInlineSnapshot(`
    [
      "Moses Frase的总分是 69.27：37.2721 + 20 + 12，四舍五入到 2 位小数",
      "  等级是合格（≥ 60 分），离良好还差 5.73 分",
      "  全体第 23 名（共 30 人有总分），Central内第 8 名（共 10 人）",
      "  成交额完成率得 37.2721 分（满分 60）",
      "    规则：按完成率计分。60 分 × 完成率，完成率最高按 120% 计",
      "      完成率封顶 = 120%",
      "    成交额 = 207,182",
      "    目标 = 333,518",
      "    完成率 = 207,182 ÷ 333,518 = 62.12%",
      "    得分 = 60 × MIN(62.12%, 120%) = 37.2721",
      "  赢单率得 20 分（满分 20）",
      "    规则：分档计分。≥66% 得 20 分，≥63% 得 16 分，≥60% 得 12 分，≥56% 得 8 分，以下 4 分",
      "    赢单数 = 129",
      "    丢单数 = 66",
      "    赢单率 = 129 ÷ (129 + 66) = 66.15%",
      "    得分 = 20（第 1 档）",
      "  赢单数得 12 分（满分 20）",
      "    规则：低于标准逐级扣分。达到 160 得 20 分；每低 10（不足按一级计）扣 2 分，扣完为止",
      "      标准（达到得满分） = 160",
      "      每低多少为一级 = 10",
      "      每级扣分 = 2",
      "    赢单数 = 129",
      "    得分 = MAX(0, 20 − 2 × MAX(0, ⌈(160 − 129) ÷ 10⌉)) = 12",
    ]
  `);
});

test("somebody without data: the policy that applied, and for want of what", () => {
  expect(lines("en-US", "Mei-Mei Johns")).toMatchInlineSnapshot(`
    [
      "Mei-Mei Johns has no total: Not scored. Revenue attainment: no data. Win rate: no data. Deals won: no data.",
      "  Revenue attainment is not scored yet",
      "    Rule: In proportion to attainment. 60 points × attainment, counted up to 120%",
      "      Attainment counts up to = 120%",
      "    Revenue = (none)",
      "    Target = (none)",
      "    When data is missing (Revenue, Target: no data): not scored, as the scheme says",
      "  Win rate is not scored yet",
      "    Rule: Points by band. ≥ 66%: 20; ≥ 63%: 16; ≥ 60%: 12; ≥ 56%: 8; below: 4",
      "    Deals won = (none)",
      "    Deals lost = (none)",
      "    When data is missing (Deals won, Deals lost: no data): not scored, as the scheme says",
      "  Deals won is not scored yet",
      "    Rule: Steps down from a threshold. 20 points from 160; every started 10 below costs 2, down to 0",
      "      Threshold (full points from here) = 160",
      "      Size of a step = 10",
      "      Points lost a step = 2",
      "    Deals won = (none)",
      "    When data is missing (Deals won: no data): not scored, as the scheme says",
    ]
  `);
});

test("sentences in a language other than the scheme's", () => {
  const { step } = explainScore({
    scheme: salesScheme("zh-CN"),
    people,
    person: 0,
    lang: "en-US",
    indicator: "deals",
  });
  expect(step.text).toMatch(/^赢单数: [\d.]+ of 20 points$/);
});

test("every step that stands on the sheet names its cell", () => {
  const { step } = explainScore({
    scheme: salesScheme("en-US"),
    people,
    person: 0,
    places: { value: (name) => `'Scorecard'!${name}`, parameter: (name) => `'Scheme'!${name}` },
  });
  const cells = (one: ExplainStep): string[] => [
    ...(one.cell === undefined ? [] : [one.cell]),
    ...one.steps.flatMap(cells),
  ];
  expect(cells(step)).toEqual(
    expect.arrayContaining([
      `'Scorecard'!${NAMES.total}`,
      `'Scorecard'!${NAMES.points("revenue")}`,
      "'Scorecard'!revenue",
      `'Scheme'!${NAMES.param("revenue", "cap")}`,
    ]),
  );
});

test("the workings come to the points: what is written is what was calculated", () => {
  const scheme = salesScheme("en-US");
  const cards = scoreTeam(scheme, people);
  let seen = 0;
  cards.forEach((card, person) => {
    const { step } = explainScore({ scheme, people, person, indicator: "revenue" });
    const points = step.steps.find(({ kind }) => kind === "points");
    if (points?.workings === undefined) return;
    const match = /^60 × MIN\(([\d.]+)%, ([\d.]+)%\)$/.exec(points.workings);
    const [, a, cap] = (match ?? []).map(Number);
    expect([card.name, (60 * Math.min(a ?? NaN, cap ?? NaN)) / 100]).toEqual([
      card.name,
      expect.closeTo(card.indicators[0]?.points ?? NaN, 1),
    ]);
    seen += 1;
  });
  expect(seen).toBe(30);
});
