/** The workbooks a plan makes, as golden pages, in both languages; every formula recalculated by LibreOffice. */
import { planBook } from "../../../src/jobs/plan/planBook";
import type { PlanRequest } from "../../../src/planning/planRequest";
import { LANGS } from "../../../src/words";
import { EVERYTHING } from "../../planning/everything";
import { ledgerHistory } from "../../planning/ledger";
import { EIGHT_REGIONS, MIX_OF_PRODUCTS, TWO_TIERS, WINTER } from "../../planning/requests";
import { expectGolden, readable } from "../../support/golden";
import { describeWith } from "../../support/tools";
import { bookBytes, expectAgreement } from "./planBooks";

const { company, levels, rows } = ledgerHistory();
const LEDGER: PlanRequest = {
  measure: "Revenue",
  unit: "USD",
  horizon: { from: "2018-01-01", to: "2018-12-31" },
  total: { growth: 0.2 },
  team: { company, levels, members: rows.map(({ path, values }) => ({ path, history: values })) },
};

const CASES = [
  ["crm", LEDGER, 400],
  ["eight-regions", EIGHT_REGIONS, 150],
  ["october-february", WINTER, 100],
  ["product-mix", MIX_OF_PRODUCTS, 300],
  ["two-tiers", TWO_TIERS, 200],
  ["everything", EVERYTHING, 1000],
] as const;

const book = (request: PlanRequest, lang: (typeof LANGS)[number]) =>
  planBook(request, { lang, version: "1.2.3", date: "2026-01-31" });

describe.each(LANGS)("in %s", (lang) => {
  test.each(CASES)("the pages of %s", (name, request) => {
    expectGolden(`plan-${name}.${lang}.txt`, readable(book(request, lang)));
  });
});

describeWith("libreoffice", "LibreOffice", () => {
  test.each(
    CASES.flatMap(([name, request, least]) => LANGS.map((lang) => [name, lang, request, least] as const)),
  )(
    "%s in %s comes out the same",
    async (_, lang, request, least) => {
      const { formulas } = await expectAgreement(await bookBytes(book(request, lang), lang));
      expect(formulas).toBeGreaterThan(least);
    },
    120_000,
  );
});
