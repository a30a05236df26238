/** The pay summary's own formulas against the engine: in the host's calculator, in LibreOffice, on random people. */
import fc from "fast-check";
import { payTeam, type PayPeople } from "../../../src/scoring/pay/payTeam";
import type { PayPlan } from "../../../src/scoring/pay/payPlan";
import type { ParamRow } from "../../../src/scoring/scheme";
import { PAY_NAMES } from "../../../src/scoring/pay/compilePay";
import { payPlanSheet } from "../../../src/sheets/pay/planSheet";
import { paySummarySheet } from "../../../src/sheets/pay/summarySheet";
import { CalculatedBook } from "../../support/ironcalc";
import { recalculate } from "../../support/libreoffice";
import { validate } from "../../support/ooxml";
import { fullPayPlan, payTeamOf } from "../../support/payPlans";
import { describeWith } from "../../support/tools";
import { workbookOf } from "../../support/workbookOf";

function pages(plan: PayPlan, people: PayPeople) {
  const planPage = payPlanSheet(plan);
  const summary = paySummarySheet(plan, people, { references: planPage.references });
  return { planPage, summary };
}

/** Every amount of every person is what the engine says. */
function expectSame(
  plan: PayPlan,
  people: PayPeople,
  { columns, firstRow }: ReturnType<typeof pages>["summary"]["layout"],
  read: (cell: string) => unknown,
): void {
  const cell = (name: string, row: number) => read(`${columns.get(name) ?? ""}${firstRow + row}`);
  const shown = (value: number | null) => (value === null ? "×" : expect.closeTo(value, 6));
  payTeam(plan, people).slips.forEach((slip, i) => {
    const sheet = [
      slip.name,
      ...plan.components.map(({ id }) => cell(id, i)),
      cell(PAY_NAMES.paid, i),
      cell(PAY_NAMES.later, i),
    ];
    const engine = [...slip.amounts.values(), slip.paid, slip.later].map(shown);
    expect(sheet).toEqual([slip.name, ...engine]);
    expect(String(cell(PAY_NAMES.remark, i) ?? "").trim()).toBe(slip.remark);
  });
}

describe.each(["zh-CN", "en-US"] as const)("the pay summary in %s", (lang) => {
  const plan = fullPayPlan(lang);
  const people = payTeamOf(lang);
  const { planPage, summary } = pages(plan, people);

  test("sheet and engine agree in every cell", () => {
    const book = new CalculatedBook([planPage.sheet, summary.sheet]);
    expectSame(plan, people, summary.layout, (cell) => book.read(summary.layout.sheet, cell));
  });

  test("changing a tier's rate on the plan pays everybody anew by formulas alone", () => {
    const book = new CalculatedBook([planPage.sheet, summary.sheet]);
    const rates = planPage.references.get(PAY_NAMES.param("commission", "tiers.rate")) ?? "";
    const top = rates.replace(/^.*!/, "").replaceAll("$", "").split(":")[0] ?? "";
    book.set(planPage.sheet.name, top, 0.08);
    const raised: PayPlan = {
      ...plan,
      components: plan.components.map((component) => {
        const { tiers } = component.rule;
        if (!Array.isArray(tiers)) return component;
        const [first, ...others] = tiers as readonly ParamRow[];
        return { ...component, rule: { ...component.rule, tiers: [{ ...first, rate: 0.08 }, ...others] } };
      }),
    };
    expectSame(raised, people, summary.layout, (cell) => book.read(summary.layout.sheet, cell));
    expect(payTeam(raised, people).paid).toBeGreaterThan(payTeam(plan, people).paid);
  });

  test("units add up to the whole", () => {
    const book = new CalculatedBook([planPage.sheet, summary.sheet]);
    const { lastRow, totalRow, columns, sheet } = summary.layout;
    const paid = columns.get(PAY_NAMES.paid) ?? "";
    const units = [lastRow + 1, lastRow + 2].map((row) => Number(book.read(sheet, `${paid}${row}`)));
    expect(book.read(sheet, `${paid}${totalRow}`)).toBeCloseTo((units[0] ?? 0) + (units[1] ?? 0), 6);
    expect(book.read(sheet, `${paid}${totalRow}`)).toBeCloseTo(payTeam(plan, people).paid, 6);
  });
});

const amount = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.double({ min: -1000, max: 400_000, noNaN: true }).map((x) => Math.round(x * 100) / 100),
  },
  { weight: 2, arbitrary: fc.constantFrom(0, 100_000, 200_000, 0.6, 1) },
  { weight: 1, arbitrary: fc.constantFrom(null, "n/a") },
);
const percent = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 200 }).map((x) => x / 100) },
  { weight: 1, arbitrary: fc.constantFrom(null, 0.5999999, 0.6, 1) },
);

test("engine and sheet agree on random people, blanks, words and bounds included", () => {
  const plan = fullPayPlan("en-US");
  const person = fc.record({
    base: amount,
    att: percent,
    score: amount,
    sales: amount,
    target: amount,
    days: amount,
    faults: amount,
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 20, maxLength: 20 }), (rows) => {
      const names = rows.map((_, i) => `P${i}`);
      const people: PayPeople = {
        names,
        units: names.map((_, i) => `U${i % 3}`),
        positions: names.map((_, i) => (i % 5 === 0 ? "Director" : "Rep")),
        managers: names.map((_, i) => (i === 0 ? "" : (names[Math.floor(i / 4)] ?? ""))),
        inputs: new Map(
          plan.inputs.map(({ id }) => [id, rows.map((row) => row[id as keyof (typeof rows)[0]])]),
        ),
      };
      const { planPage, summary } = pages(plan, people);
      const book = new CalculatedBook([planPage.sheet, summary.sheet]);
      expectSame(plan, people, summary.layout, (cell) => book.read(summary.layout.sheet, cell));
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

describeWith("libreoffice", "the pay workbook as a file", () => {
  test.each(["zh-CN", "en-US"] as const)(
    "is valid, and LibreOffice calculates the same: %s",
    async (lang) => {
      const plan = fullPayPlan(lang);
      const people = payTeamOf(lang);
      const { planPage, summary } = pages(plan, people);
      const bytes = await workbookOf({
        sheets: [summary.sheet, planPage.sheet],
        names: planPage.names,
        activate: "paySummary",
      });
      expect(await validate(bytes)).toEqual([]);
      const values = (await recalculate(bytes)).get(summary.layout.sheet);
      expectSame(plan, people, summary.layout, (cell) => values?.get(cell));
    },
    120_000,
  );
});
