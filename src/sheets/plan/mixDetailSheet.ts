import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import type { MixPlan } from "../../planning/mix";
import type { Plan } from "../../planning/plan";
import { planLeaves } from "../../planning/respread";
import { say, type Lang } from "../../words";
import { textWidth } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import type { StyleName } from "../style";
import type { TargetsLayout } from "./targetsLayout";
import { PlanPage, amountWidth, largest, nameWidth, periodHeaders, periodsText } from "./page";
import { amountFormat, exactly, residualFormat } from "./sums";
import { PLAN_PAGE_WORDS as W } from "./words";

/** Where the details of an axis stand, for pages that add them up. References are absolute and name the sheet. */
export interface MixDetail {
  readonly sheet: SheetSpec;
  /** Column of keys `part`, of keys `top unit`, of totals. */
  readonly parts: string;
  readonly tops: string;
  readonly totals: string;
  /** A column of amounts for each period. */
  readonly periods: readonly string[];
}

/** A leaf's own row adds up its parts: no input, whatever the rows around it are. */
const LEAF_ROW: readonly StyleName[] = ["body", "subtotal"];

const COLUMNS = { name: 0, top: 1, part: 2, firstPeriod: 3 } as const;

/**
 * An axis in full: every leaf's every part by period, to be typed over. A leaf's own row adds its parts up and says
 * how far they are off its target.
 */
export function mixDetailSheet(
  plan: Plan,
  mix: MixPlan,
  targets: TargetsLayout,
  place: { readonly id: string; readonly name: string; readonly lang: Lang },
): MixDetail {
  const { lang } = place;
  const periods = plan.periods.length;
  const total = COLUMNS.firstPeriod + periods;
  const off = total + 1;
  const page = new PlanPage(place.id, place.name, off + 1, lang);
  const title = say(W.mixDetailTitle, lang, { measure: plan.measure });
  page.title(
    `${title}${lang === "zh-CN" ? "：" : ": "}${mix.name}`,
    say(W.subtitle, lang, { ...periodsText(plan), unit: plan.unit }),
  );
  const header = page.header(
    [
      W.unit[lang],
      W.mixTop[lang],
      mix.name,
      ...periodHeaders(plan.periods, lang),
      W.total[lang],
      W.mixCheck[lang],
    ],
    COLUMNS.firstPeriod,
  );
  const first = page.next;
  const sumRow = (row: number): SpecCell => ({
    formula: `=${exactly(`SUM(${rangeRef(row, COLUMNS.firstPeriod, row, total - 1)})`, plan.step)}`,
  });
  const count = mix.parts.length;
  const topOf = new Map(plan.root.children.flatMap((top) => planLeaves(top).map(({ id }) => [id, top.name])));
  const headings: number[] = [];
  for (const leaf of planLeaves(plan.root)) {
    const own = page.next;
    headings.push(own);
    const target = cellRef(targets.rowOf.get(leaf.id) ?? 0, targets.columns.total, { sheet: targets.sheet });
    page.plain([
      leaf.name,
      null,
      null,
      ...plan.periods.map((_, p): SpecCell => {
        const column = COLUMNS.firstPeriod + p;
        return {
          formula: `=${exactly(`SUM(${rangeRef(own + 1, column, own + count, column)})`, plan.step)}`,
        };
      }),
      sumRow(own),
      { formula: `=${exactly(`${cellRef(own, total)}-${target}`, plan.step)}` },
    ]);
    mix.parts.forEach((part, k) => {
      const row = page.next;
      page.plain([
        leaf.name,
        topOf.get(leaf.id) ?? leaf.name,
        part.name,
        ...(mix.cells.get(leaf.id)?.[k] ?? []),
        sumRow(row),
      ]);
    });
    page.rowSpecs.push({ rows: `${own + 2}:${own + count + 1}`, outline: 1 });
  }
  const last = page.next - 1;
  // Said once for all rows, then again for the few that differ: a thousand people are four thousand rows.
  page.rows.format(rangeRef(first, 0, last, off), "row");
  page.rows.format(rangeRef(first, 0, last, COLUMNS.part), "muted");
  page.rows.format(rangeRef(first, COLUMNS.firstPeriod, last, total - 1), "input");
  page.amounts(rangeRef(first, COLUMNS.firstPeriod, last, total - 1), plan.unit);
  page.numbers(first, last, COLUMNS.firstPeriod, total, amountFormat(plan.step));
  page.numbers(first, last, off, off, residualFormat(plan.step), "good");
  for (const row of headings) page.rows.format(rangeRef(row, 0, row, off), LEAF_ROW);
  page.conditionals.push({
    kind: "formula",
    range: rangeRef(first, off, last, off),
    formula: `=AND(ISNUMBER(${cellRef(first, off)}),${cellRef(first, off)}<>0)`,
    style: "badFill",
  });
  page.wide(0, 0, nameWidth(plan));
  page.wide(1, 1, Math.max(12, largest(plan.root.children.map(({ name }) => textWidth(name) + 2))));
  page.wide(2, 2, Math.max(12, largest(mix.parts.map(({ name }) => textWidth(name) + 2))));
  page.wide(
    COLUMNS.firstPeriod,
    off,
    Math.max(9.5, amountWidth(largest(plan.root.children.map((node) => node.total)), plan.step)),
  );
  page.titleRows = `$${header + 1}:$${header + 1}`;
  const column = (at: number): string => rangeRef(first, at, last, at, { ...ABSOLUTE, sheet: place.name });
  return {
    sheet: page.sheet({ footer: title, freeze: { rows: header + 1, columns: 3 } }),
    parts: column(COLUMNS.part),
    tops: column(COLUMNS.top),
    totals: column(total),
    periods: plan.periods.map((_, p) => column(COLUMNS.firstPeriod + p)),
  };
}
