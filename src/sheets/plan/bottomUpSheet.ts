import { cellRef, rangeRef } from "../../formula/references";
import type { BottomUp } from "../../planning/bottomUp";
import { planNodes, type Plan } from "../../planning/plan";
import { say, type Lang } from "../../words";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import type { TargetsLayout } from "./targetsLayout";
import { LIST_COMMA } from "./targetsWords";
import { leafRuns } from "./matrix";
import { PlanPage, amountWidth, nameWidth, periodsText } from "./page";
import { SETTLE_KINDS } from "./requestFields";
import { amountFormat, exactly, sumOfRows } from "./sums";
import { PLAN_PAGE_WORDS as W } from "./words";

/** More names than this would run off the page. */
const NAMES_SHOWN = 8;

/**
 * Proposals against the plan from above, level by level: what was proposed, what came from above, the difference, and
 * what was settled. Leaves' proposals are inputs; sums and differences follow.
 */
export function bottomUpSheet(
  { proposed, settled, silent, method, above }: BottomUp,
  targets: TargetsLayout,
  lang: Lang,
): SheetSpec {
  const page = new PlanPage("bottom-up", W.bottomUpTab[lang], 8, lang);
  const title = say(W.bottomUpTitle, lang, { measure: settled.measure });
  page.title(title, say(W.subtitle, lang, { ...periodsText(settled), unit: settled.unit }));
  page.note(say(W.settledBy, lang, { method: SETTLE_KINDS[method][lang] }));
  if (silent.length > 0) {
    const names = silent.slice(0, NAMES_SHOWN).join(LIST_COMMA[lang]);
    page.note(
      say(W.silent, lang, { count: silent.length, names: silent.length > NAMES_SHOWN ? `${names}…` : names }),
    );
  }
  page.skip();
  const header = page.header([
    W.unit[lang],
    W.lastYear[lang],
    W.proposed[lang],
    W.fromAbove[lang],
    W.difference[lang],
    W.differenceRate[lang],
    W.settled[lang],
    W.settledGap[lang],
  ]);
  const first = page.next;
  const proposals = totalsOf(proposed);
  const given = totalsOf(above);
  const { step } = settled;
  const rowOf = page.units(planNodes(settled.root), ({ id }, row, children): SpecCell[] => {
    const at = (column: number): string => cellRef(row, column);
    const own = (column: number, value: number): SpecCell =>
      children.length === 0 ? value : { formula: `=${exactly(sumOfRows(children, column), step)}` };
    const target = (column: number): string =>
      cellRef(targets.rowOf.get(id) ?? 0, column, { sheet: targets.sheet });
    return [
      { formula: `=${target(targets.columns.history)}` },
      own(2, proposals.get(id) ?? 0),
      own(3, given.get(id) ?? 0),
      { formula: `=${exactly(`${at(2)}-${at(3)}`, step)}` },
      { formula: `=IF(${at(3)}=0,"",${at(4)}/${at(3)})` },
      { formula: `=${target(targets.columns.total)}` },
      { formula: `=${exactly(`${at(6)}-${at(2)}`, step)}` },
    ];
  });
  const last = page.next - 1;
  const amount = amountFormat(step);
  const signed = `+${amount};-${amount};0`;
  page.numbers(first, last, 1, 3, amount);
  page.numbers(first, last, 4, 4, signed);
  page.numbers(first, last, 5, 5, "+0.0%;-0.0%;0.0%");
  page.numbers(first, last, 6, 6, amount);
  page.numbers(first, last, 7, 7, signed);
  const leaves = planNodes(settled.root).filter(({ children }) => children.length === 0);
  for (const run of leafRuns(leaves.map(({ id }) => rowOf.get(id) ?? 0)))
    page.rows.format(rangeRef(run.first, 2, run.last, 2), "input");
  page.conditionals.push({
    kind: "formula",
    range: rangeRef(first, 4, last, 5),
    formula: `=AND(ISNUMBER($F${first + 1}),ABS($F${first + 1})>0.1)`,
    style: "warn",
  });
  page.skip();
  const tops = settled.root.children.map(({ id }) => rowOf.get(id) ?? 0);
  if (tops.length > 1 && (tops.at(-1) ?? 0) - (tops[0] ?? 0) === tops.length - 1) {
    const [top = 0, bottom = 0] = [tops[0], tops.at(-1)];
    page.chart(
      {
        id: "bottomUp",
        kind: "column",
        title: W.bottomUpChart[lang],
        categories: page.ref(top, 0, bottom, 0),
        series: [
          { name: W.proposed[lang], values: page.ref(top, 2, bottom, 2), color: COLORS.accentSoft },
          { name: W.fromAbove[lang], values: page.ref(top, 3, bottom, 3), color: COLORS.target },
          { name: W.settled[lang], values: page.ref(top, 6, bottom, 6), color: COLORS.accent },
        ],
        valueAxis: { title: settled.unit, numberFormat: "#,##0", min: 0 },
        legend: "top",
        gapWidth: 60,
      },
      7,
    );
  }
  page.wide(0, 0, nameWidth(settled));
  page.wide(1, 7, Math.max(15, amountWidth(Math.max(proposed.total, above.total), step)));
  page.titleRows = `$${header + 1}:$${header + 1}`;
  return page.sheet({ footer: title, freeze: { rows: header + 1, columns: 1 } });
}

function totalsOf({ root }: Plan): ReadonlyMap<string, number> {
  return new Map(planNodes(root).map(({ id, total }) => [id, total]));
}
