import { cellRef, rangeRef } from "../../formula/references";
import type { MixPlan } from "../../planning/mix";
import type { Plan } from "../../planning/plan";
import { say, type Lang } from "../../words";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS, SERIES_COLORS } from "../style";
import type { TargetsLayout } from "./targetsLayout";
import { mixDetailSheet, type MixDetail } from "./mixDetailSheet";
import { PlanPage, amountWidth, nameWidth, periodHeaders, periodsText } from "./page";
import { amountFormat, exactly, residualFormat } from "./sums";
import { PLAN_PAGE_WORDS as W } from "./words";

/**
 * The plan along its further axes: each part's share against last year's, by period, by top unit. Figures are sums
 * over the sheets of details, where every leaf's every part can be typed over.
 */
export function mixSheets(
  plan: Plan,
  mixes: readonly MixPlan[],
  targets: TargetsLayout,
  lang: Lang,
): SheetSpec[] {
  if (mixes.length === 0) return [];
  const details = mixDetails(plan, mixes, targets, lang);
  const pages = mixes.flatMap((mix, i) => {
    const detail = details[i];
    return detail
      ? [mixSheet(plan, mix, detail, targets, { lang, index: i, alone: mixes.length === 1 })]
      : [];
  });
  return [...pages, ...details.map(({ sheet }) => sheet)];
}

/** Each axis in full: the pages {@link mixSheets} add up, for others that do so too. */
export function mixDetails(
  plan: Plan,
  mixes: readonly MixPlan[],
  targets: TargetsLayout,
  lang: Lang,
): MixDetail[] {
  return mixes.map((mix, i) =>
    mixDetailSheet(plan, mix, targets, {
      id: i === 0 ? "mix-detail" : `mix-detail-${i + 1}`,
      name: mixes.length === 1 ? W.mixDetailTab[lang] : tabName(`${W.mixDetailTab[lang]} ${mix.name}`),
      lang,
    }),
  );
}

/** An axis on a page of its own. */
function mixSheet(
  plan: Plan,
  mix: MixPlan,
  detail: MixDetail,
  targets: TargetsLayout,
  { lang, index, alone }: { readonly lang: Lang; readonly index: number; readonly alone: boolean },
): SheetSpec {
  const page = new PlanPage(
    index === 0 ? "mix" : `mix-${index + 1}`,
    alone ? W.mixTab[lang] : tabName(`${W.mixTab[lang]} ${mix.name}`),
    Math.max(8, mix.parts.length + 3),
    lang,
  );
  const title = say(W.mixTitle, lang, { measure: plan.measure, axes: mix.name });
  page.title(title, say(W.subtitle, lang, { ...periodsText(plan), unit: plan.unit }));
  addAxis(page, plan, mix, detail, targets);
  page.wide(0, 0, Math.max(16, nameWidth(plan)));
  page.wide(
    1,
    page.width - 1,
    Math.max(12, amountWidth(Math.max(plan.total, plan.root.historyTotal), plan.step)),
  );
  return page.sheet({
    footer: title,
    orientation: "portrait",
    freeze: { rows: 2, columns: 1 },
    onePage: plan.periods.length + plan.root.children.length <= 30,
  });
}

function addAxis(page: PlanPage, plan: Plan, mix: MixPlan, detail: MixDetail, targets: TargetsLayout): void {
  const { lang } = page;
  const format = amountFormat(plan.step);
  const hasLast = mix.parts.every(({ lastShare }) => lastShare !== undefined);
  const company = targets.rowOf.get(plan.root.id) ?? 0;
  const fromCompany = (column: number): string => cellRef(company, column, { sheet: targets.sheet });
  page.section(say(W.mixSection, lang, { axis: mix.name }));
  page.header([
    mix.name,
    W.mixShare[lang],
    W.target[lang],
    W.mixReached[lang],
    ...(hasLast ? [W.mixLastShare[lang], W.mixLast[lang], W.growth[lang]] : []),
  ]);
  const first = page.next;
  const last = first + mix.parts.length - 1;
  mix.parts.forEach(({ name, share, lastShare }) => {
    const row = page.next;
    const at = (column: number): string => cellRef(row, column);
    page.line([
      name,
      share,
      { formula: `=${exactly(`SUMIF(${detail.parts},${at(0)},${detail.totals})`, plan.step)}` },
      {
        formula: `=IF(${fromCompany(targets.columns.total)}=0,"",${at(2)}/${fromCompany(targets.columns.total)})`,
      },
      ...(hasLast
        ? [
            lastShare ?? 0,
            { formula: `=${at(4)}*${fromCompany(targets.columns.history)}` },
            { formula: `=IF(${at(5)}=0,"",${at(2)}/${at(5)}-1)` },
          ]
        : []),
    ]);
  });
  const sumOf = (column: number): SpecCell => ({
    formula: `=SUM(${rangeRef(first, column, last, column)})`,
  });
  const total = page.next;
  page.plain([
    W.total[lang],
    sumOf(1),
    sumOf(2),
    sumOf(3),
    ...(hasLast
      ? [
          sumOf(4),
          sumOf(5),
          { formula: `=IF(${cellRef(total, 5)}=0,"",${cellRef(total, 2)}/${cellRef(total, 5)}-1)` },
        ]
      : []),
  ]);
  const columns = hasLast ? 6 : 3;
  page.rows.format(rangeRef(total, 0, total, columns), "total");
  page.numbers(first, total, 1, 1, "0.0%");
  page.numbers(first, total, 2, 2, format);
  page.numbers(first, total, 3, 3, "0.0%");
  if (hasLast) {
    page.numbers(first, total, 4, 4, "0.0%");
    page.numbers(first, total, 5, 5, "#,##0");
    page.numbers(first, total, 6, 6, "+0.0%;-0.0%;0.0%");
  }
  page.note(say(W.mixNote, lang, { sheet: detail.sheet.name }));
  page.chart(
    {
      id: "shares",
      kind: "bar",
      title: say(hasLast ? W.mixChart : W.mixChartPlain, lang, { axis: mix.name }),
      categories: page.ref(first, 0, last, 0),
      series: [
        ...(hasLast
          ? [
              {
                name: W.lastYear[lang],
                values: page.ref(first, 4, last, 4),
                color: COLORS.accentSoft,
                labels: { numberFormat: "0%" },
              },
            ]
          : []),
        {
          name: W.thisYear[lang],
          values: page.ref(first, 3, last, 3),
          color: COLORS.accent,
          labels: { numberFormat: "0%" },
        },
      ],
      valueAxis: { numberFormat: "0%", min: 0, hidden: true },
      categoryAxis: { reverse: true },
      legend: hasLast ? "top" : "none",
      gapWidth: 50,
    },
    Math.min(page.width - 1, 7),
    Math.max(9, 4 + mix.parts.length * (hasLast ? 3 : 2)),
  );
  addMonths(page, plan, mix, detail, targets);
  addTops(page, plan, mix, detail, targets);
}

function addMonths(
  page: PlanPage,
  plan: Plan,
  mix: MixPlan,
  detail: MixDetail,
  targets: TargetsLayout,
): void {
  const { lang } = page;
  page.section(say(W.mixMonths, lang, { axis: mix.name }));
  const names = mix.parts.map(({ name }) => name);
  const header = page.header([W.period[lang], ...names, W.total[lang], W.mixCheck[lang]]);
  const first = page.next;
  const company = targets.rowOf.get(plan.root.id) ?? 0;
  periodHeaders(plan.periods, lang).forEach((label, p) => {
    const target = cellRef(company, targets.columns.firstPeriod + p, { sheet: targets.sheet });
    addSums(
      page,
      plan,
      label,
      header,
      target,
      (part) => `SUMIF(${detail.parts},${part},${detail.periods[p] ?? ""})`,
      names.length,
    );
  });
  const last = page.next - 1;
  finishSums(page, plan, first, last, names.length);
  page.chart(
    {
      id: "periods",
      kind: "columnStacked",
      title: say(W.mixChartMonths, lang, { axis: mix.name }),
      categories: page.ref(first, 0, last, 0),
      series: names.slice(0, SERIES_COLORS.length).map((name, k) => ({
        name,
        values: page.ref(first, k + 1, last, k + 1),
        color: SERIES_COLORS[k] ?? SERIES_COLORS[0],
      })),
      valueAxis: { title: plan.unit, numberFormat: "#,##0", min: 0 },
      legend: "top",
      gapWidth: 50,
    },
    Math.min(page.width - 1, 7),
    15,
  );
}

function addTops(page: PlanPage, plan: Plan, mix: MixPlan, detail: MixDetail, targets: TargetsLayout): void {
  const { lang } = page;
  page.section(say(W.mixUnits, lang, { axis: mix.name }));
  const names = mix.parts.map(({ name }) => name);
  const header = page.header([W.unit[lang], ...names, W.total[lang], W.mixCheck[lang]]);
  const first = page.next;
  for (const top of plan.root.children) {
    const row = page.next;
    const target = cellRef(targets.rowOf.get(top.id) ?? 0, targets.columns.total, { sheet: targets.sheet });
    addSums(
      page,
      plan,
      top.name,
      header,
      target,
      (part) =>
        `SUMIFS(${detail.totals},${detail.parts},${part},${detail.tops},${cellRef(row, 0, { absColumn: true })})`,
      names.length,
    );
  }
  finishSums(page, plan, first, page.next - 1, names.length);
}

function addSums(
  page: PlanPage,
  plan: Plan,
  label: string,
  header: number,
  target: string,
  part: (name: string) => string,
  count: number,
): void {
  const row = page.next;
  page.line([
    label,
    ...Array.from({ length: count }, (_, k): SpecCell => ({
      formula: `=${exactly(part(cellRef(header, k + 1, { absRow: true })), plan.step)}`,
    })),
    { formula: `=${exactly(`SUM(${rangeRef(row, 1, row, count)})`, plan.step)}` },
    { formula: `=${exactly(`${cellRef(row, count + 1)}-${target}`, plan.step)}` },
  ]);
}

function finishSums(page: PlanPage, plan: Plan, first: number, last: number, count: number): void {
  page.numbers(first, last, 1, count + 1, amountFormat(plan.step));
  page.numbers(first, last, count + 2, count + 2, residualFormat(plan.step), "good");
  page.conditionals.push({
    kind: "formula",
    range: rangeRef(first, count + 2, last, count + 2),
    formula: `=N(${cellRef(first, count + 2)})<>0`,
    style: "badFill",
  });
}

/** A tab's name holds at most 31 characters, and none of Excel's own signs. */
function tabName(text: string): string {
  return text.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}
