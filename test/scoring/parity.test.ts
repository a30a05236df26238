/** Engine = the live workbook's calculation = LibreOffice's, for every rule kind, over thousands of odd inputs. */
import fc from "fast-check";
import { applyWorkbook } from "../../src/excel/apply";
import { parseRange } from "../../src/formula/references";
import { saveXlsx } from "../../src/host/file/save";
import { createNodeHost } from "../../src/host/node";
import { NAMES } from "../../src/scoring/names";
import { RULE_KINDS } from "../../src/scoring/registry";
import { scoreTeam, type Scorecard } from "../../src/scoring/scoreTeam";
import { validateScheme } from "../../src/scoring/validateScheme";
import { schemeSheet } from "../../src/sheets/evaluation/scheme";
import { cellOf, scorecardSheet } from "../../src/sheets/evaluation/scorecard";
import { recalculate } from "../support/libreoffice";
import { describeWith } from "../support/tools";
import { RULE_CASES, peopleOf, rowsFor, schemeOf } from "./ruleCases";

const ROWS = 240;
const COLUMNS = [NAMES.points("it"), NAMES.total, NAMES.grade, "rank", "unitRank", NAMES.remark] as const;

const pages = RULE_CASES.map((one, i) => {
  const scheme = schemeOf(one.rule, one.weight, one.roles);
  const rows = fc.sample(rowsFor(one), { numRuns: ROWS, seed: 2018 + i });
  const people = peopleOf(rows);
  const rules = schemeSheet(scheme, `S${i}`, { id: `scheme-${i}`, prefix: `s${i}_` });
  const cards = scorecardSheet(scheme, people, {
    references: rules.references,
    sheetName: `C${i}`,
    id: `scorecard-${i}`,
  });
  return {
    one,
    scheme,
    rows,
    rules,
    layout: cards.layout,
    sheet: cards.sheet,
    cards: scoreTeam(scheme, people),
  };
});

/** What the engine says stands in the cells. */
function expected({ indicators: [only], total, grade, rank, unitRank, remark }: Scorecard): unknown[] {
  const points = only?.points ?? (only?.status === "notScored" ? "×" : "—");
  return [points, total ?? "", grade ?? "", rank ?? "", unitRank ?? "", remark];
}

/** Equal to nine digits, or letter by letter; remarks that quote points have their numbers compared as read. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  return (a ?? "") === (b ?? "");
}

function differences(read: (sheet: string, a1: string) => unknown): string[] {
  return pages.flatMap(({ one, rows, layout, cards }) =>
    cards.flatMap((card, i) => {
      const shown = COLUMNS.map((name) => read(layout.sheet, cellOf(layout, name, layout.firstRow + i)));
      const wanted = expected(card);
      return COLUMNS.flatMap((name, c) =>
        same(wanted[c], shown[c])
          ? []
          : [`${one.name} ${JSON.stringify(rows[i])} ${name}: ${String(wanted[c])} ≠ ${String(shown[c])}`],
      );
    }),
  );
}

test("every kind is among the rules tried, but those outside the 100", () => {
  const tried = new Set(RULE_CASES.map(({ rule }) => rule.kind));
  expect(RULE_KINDS.filter(({ kind, standing }) => !tried.has(kind) && standing === undefined)).toEqual([]);
});

test.each(pages.map(({ one, scheme }) => [one.name, scheme] as const))(
  "%s is a sound scheme",
  (_, scheme) => {
    expect(validateScheme(scheme)).toEqual([]);
  },
);

describeWith("libreoffice", "one workbook with every case", () => {
  test(`${RULE_CASES.length * ROWS} cases: engine = IronCalc = LibreOffice`, async () => {
    const host = createNodeHost();
    await applyWorkbook({
      sheets: pages.flatMap(({ rules, sheet }) => [rules.sheet, sheet]),
      names: pages.flatMap(({ rules }) => rules.names),
      activate: "scheme-0",
    });
    host.calculate();
    const live = new Map(host.workbook.sheets.map(({ name, cells }) => [name, cells]));
    const inHost = differences((sheet, a1) => {
      const { top, left } = parseRange(a1);
      return live.get(sheet)?.get(top)?.get(left)?.value;
    });
    expect(inHost).toEqual([]);
    const values = await recalculate(await saveXlsx(host.workbook));
    expect(differences((sheet, a1) => values.get(sheet)?.get(a1))).toEqual([]);
    const scored = pages.flatMap(({ cards }) => cards).filter(({ total }) => total !== null).length;
    expect(scored).toBeGreaterThan(RULE_CASES.length * ROWS * 0.3);
  });
});
