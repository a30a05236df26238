/** A trial of scores and pay on sheets: held against the engine in the host's calculator and in LibreOffice. */
import { PAY_NAMES } from "../../../src/scoring/pay/compilePay";
import { withMatchedScores } from "../../../src/scoring/pay/matchScores";
import type { PayPlan } from "../../../src/scoring/pay/payPlan";
import { payTeam } from "../../../src/scoring/pay/payTeam";
import { parseChange } from "../../../src/scoring/whatif/changes";
import { whatIf } from "../../../src/scoring/whatif/whatIf";
import { whatIfSheets } from "../../../src/sheets/analysis/whatIfSheet";
import { payPlanSheet } from "../../../src/sheets/pay/planSheet";
import { readPaySummary } from "../../../src/sheets/pay/readPaySummary";
import { paySummarySheet } from "../../../src/sheets/pay/summarySheet";
import { quoteSheet } from "../../../src/formula/references";
import { LANGS, type Lang } from "../../../src/words";
import { CalculatedBook } from "../../support/ironcalc";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { scoredBook } from "../../support/scoredBook";
import { describeWith } from "../../support/tools";
import { workbookOf } from "../../support/workbookOf";

const CHANGES = [
  "revenue.weight=50",
  "deals.threshold=120",
  "pay.earned.tiers[2].rate=3%",
  "pay.daily.share=20%",
];

const planIn = (lang: Lang): PayPlan => ({
  id: "sales",
  name: "Sales",
  lang,
  currency: "元",
  inputs: [
    { id: "base", name: "Base", format: "money" },
    { id: "sales", name: "Revenue", format: "money", from: "revenue" },
    { id: "score", name: "Score", format: "decimal", from: "total" },
  ],
  components: [
    {
      id: "fixed",
      name: "Fixed",
      rule: { kind: "share", share: 0.85 },
      inputs: { base: "base" },
      counts: "paid",
    },
    {
      id: "daily",
      name: "Daily",
      rule: { kind: "share", share: 0.15 },
      inputs: { base: "base", factor: "score / 100" },
      counts: "paid",
      noData: "zero",
    },
    {
      id: "earned",
      name: "Commission",
      rule: {
        kind: "commission",
        mode: "marginal",
        tiers: [
          { from: 300_000, side: "≥", rate: 0.05 },
          { from: 0, side: "≥", rate: 0.02 },
        ],
      },
      inputs: { base: "sales" },
      counts: "memo",
      noData: "zero",
    },
    {
      id: "now",
      name: "Now",
      rule: { kind: "share", share: 0.7 },
      inputs: { base: "earned" },
      counts: "paid",
    },
    {
      id: "later",
      name: "Later",
      rule: { kind: "rest" },
      inputs: { whole: "earned", part: "now" },
      counts: "later",
    },
  ],
  round: { digits: 2, mode: "half" },
});

/** Scorecard, pay pages as `attain pay` makes them, and the trial on top. */
function trial(lang: Lang) {
  const { scored, sheets, names } = scoredBook(lang);
  const plan = planIn(lang);
  const planPage = payPlanSheet(plan);
  const { people, layout } = scored;
  const inputs = new Map([["base", people.names.map((_, i) => (i % 7 === 6 ? null : 5000 + i * 100))]]);
  const team = withMatchedScores(plan, scored.scheme, people, { ...people, inputs });
  const cells = (column: string) =>
    people.names.map(
      (_, i) => `${quoteSheet(layout.sheet)}!$${layout.columns.get(column)}$${layout.firstRow + i}`,
    );
  const summary = paySummarySheet(plan, team, {
    references: planPage.references,
    sources: new Map([
      ["sales", cells("revenue")],
      ["score", cells("total")],
    ]),
  });
  const paid = {
    people: team,
    layout: summary.layout,
    paid: payTeam(plan, team).slips.map((slip) => slip.paid),
  };
  const result = whatIf({
    scheme: scored.scheme,
    people,
    changes: CHANGES.map(parseChange),
    pay: { plan, people: team },
  });
  const pages = whatIfSheets(scored, result.scheme, result.made, {
    ...paid,
    plan,
    trial: result.pay?.plan ?? plan,
  }).sheets;
  return {
    plan,
    summary,
    result,
    names,
    pages,
    sheets: [...sheets, summary.sheet, planPage.sheet, ...pages],
  };
}

/** Unit, name, paid now, paid in the trial, the change; the whole below the units. */
function expectPay(
  { result, pages }: ReturnType<typeof trial>,
  read: (sheet: string, cell: string) => unknown,
): void {
  const page = pages.find(({ id }) => id === "whatif-pay")?.name ?? "";
  const { pay } = result;
  const near = (value: number | null) => (value === null ? "×" : expect.closeTo(value, 6));
  const lines = pay?.people ?? [];
  lines.forEach(({ name, before, after }, i) => {
    const row = 6 + i;
    const change = before === null || after === null ? "" : expect.closeTo(after - before, 6);
    expect(["B", "C", "D", "E"].map((column) => read(page, `${column}${row}`) ?? "")).toEqual([
      name,
      near(before),
      near(after),
      change,
    ]);
  });
  const units = new Set(lines.map(({ unit }) => unit)).size;
  const total = 6 + lines.length + units;
  expect(["C", "D", "F", "G"].map((column) => read(page, `${column}${total}`))).toEqual(
    [pay?.before, pay?.after, pay?.later.before, pay?.later.after].map((sum) => near(sum ?? NaN)),
  );
}

test.each(LANGS)("pay now and in the trial: the sheet says what the engine says, %s", (lang) => {
  const all = trial(lang);
  const book = new CalculatedBook(all.sheets);
  expectPay(all, (sheet, cell) => book.read(sheet, cell));
  expect(all.result.pay?.people.filter(({ before, after }) => before !== after).length).toBeGreaterThan(20);
});

test("the pay summary reads back to the people it was made from", () => {
  const { plan, summary, sheets } = trial("zh-CN");
  const book = new CalculatedBook(sheets);
  const { sheet, layout } = summary;
  const [block] = sheet.blocks;
  const grid = (block?.cells ?? []).map((row, r) =>
    row.map(
      (_, c) =>
        (book.read(sheet.name, `${String.fromCharCode(65 + c)}${r + 1}`) ?? null) as string | number | null,
    ),
  );
  const read = readPaySummary(plan, grid, sheet.name);
  if ("mistakes" in read) throw new Error(read.mistakes.map(({ what }) => what).join());
  expect(read.layout).toEqual(layout);
  expect(read.people.names).toHaveLength(35);
  expect(payTeam(plan, read.people).slips.map(({ paid }) => paid)).toEqual(read.paid);
  const other = {
    ...plan,
    inputs: plan.inputs.map((input) => ({ ...input, name: `${input.name} (other)` })),
  };
  expect(readPaySummary(other, grid, "T")).toMatchObject({ mistakes: [{ where: "T!A5" }] });
  expect(layout.columns.get(PAY_NAMES.paid)).toBeDefined();
});

describeWith("libreoffice", "the trial as a file", () => {
  test.each(LANGS)(
    "is valid and calculates the same: %s",
    async (lang) => {
      const all = trial(lang);
      const bytes = await workbookOf({ sheets: all.sheets, names: all.names, activate: "whatif-pay" });
      expect(await validate(bytes)).toEqual([]);
      const values = await recalculate(bytes);
      expectPay(all, (sheet, cell) => values.get(sheet)?.get(cell));
    },
    120_000,
  );
});
