import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";
import { planLeaves } from "../../planning/respread";
import { say, type Lang } from "../../words";
import { textWidth } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import type { TargetsLayout } from "./targetsLayout";
import { placeLevel } from "./leafLevel";
import { PlanPage, amountWidth, largest, periodHeaders, periodsText } from "./page";
import { amountFormat } from "./sums";
import type { TierMatrices } from "./tiersSheet";
import { PLAN_PAGE_WORDS as W } from "./words";

/** The list to pick from stands beside the card, outside what is printed. */
const LIST = { name: 8, row: 9, path: 10, stretch: 11, floor: 12 } as const;

/**
 * One person's targets on one page to print and sign. The yellow cell picks whose; everything else follows by
 * looking the person up on the target sheet.
 */
export function cardSheet(plan: Plan, targets: TargetsLayout, lang: Lang, tiers?: TierMatrices): SheetSpec {
  const leaves = planLeaves(plan.root);
  const labels = labelsOf(leaves);
  const periods = plan.periods.length;
  const hasHistory = plan.root.historyTotal > 0;
  const page = new PlanPage("card", W.cardTab[lang], LIST.floor + 1, lang);
  const title = say(W.cardTitle, lang, { measure: plan.measure });
  page.title(plan.title ?? title, say(W.subtitle, lang, { ...periodsText(plan), unit: plan.unit }));

  const level = placeLevel(plan);
  const pickLabel = level === undefined ? W.cardPick[lang] : say(W.cardPickUnit, lang, { level });
  page.rows.add([pickLabel, null, W.cardPath[lang]], "kpiLabel");
  const pick = page.next;
  const list = (column: number): string => rangeRef(0, column, leaves.length - 1, column, ABSOLUTE);
  const found = (column: number): string =>
    `INDEX(${list(column)},MATCH(${cellRef(pick, 0, ABSOLUTE)},${list(LIST.name)},0))`;
  page.plain([labels[0] ?? "", null, { formula: `=${found(LIST.path)}` }]);
  page.rows.format(cellRef(pick, 0), ["section", "input", "alignLeft"]);
  page.rows.format(cellRef(pick, 2), ["body", "text"]);
  page.validations.push({
    range: cellRef(pick, 0),
    rule: {
      kind: "listFrom",
      source: `=${rangeRef(0, LIST.name, leaves.length - 1, LIST.name, { ...ABSOLUTE, sheet: page.name })}`,
    },
    prompt: { title: pickLabel.slice(0, 32), message: W.cardTip[lang] },
  });
  page.skip();

  const whole = (column: number): string =>
    rangeRef(0, column, targets.rows.lastUnit, column, { ...ABSOLUTE, sheet: targets.sheet });
  const looked = (column: number): string => `INDEX(${whole(column)},${found(LIST.row)})`;
  const further = (["stretch", "floor"] as const).flatMap((kind) => {
    const matrix = tiers?.[kind];
    return tiers && matrix ? [{ kind, matrix, sheet: tiers.sheet }] : [];
  });
  const word = (further.length > 0 ? W.committed : W.target)[lang];
  page.rows.add([word, null, ...(hasHistory ? [W.lastYear[lang], null, W.growth[lang]] : [])], "kpiLabel");
  const figures = page.next;
  const [target, last] = [cellRef(figures, 0), cellRef(figures, 2)];
  page.rows.add(
    [
      { formula: `=${looked(targets.columns.total)}` },
      null,
      ...(hasHistory
        ? [
            { formula: `=${looked(targets.columns.history)}` },
            null,
            { formula: `=IF(${last}=0,"",${target}/${last}-1)` },
          ]
        : []),
    ],
    "kpi",
  );
  page.rowSpecs.push({ rows: `${figures + 1}`, height: 22 });
  const format = amountFormat(plan.step);
  page.rows.format(rangeRef(figures, 0, figures, 2), "kpi", format);
  page.rows.format(cellRef(figures, 4), "kpi", "+0.0%;-0.0%;0.0%");
  page.skip();

  const cumulative = say(W.cardCumulative, lang, { target: word });
  page.header([
    W.period[lang],
    word,
    cumulative,
    W.cardShare[lang],
    ...further.map(({ kind }) => W[kind][lang]),
  ]);
  const first = page.next;
  const lastPeriod = first + periods - 1;
  const lastColumn = 3 + further.length;
  periodHeaders(plan.periods, lang).forEach((label, p) => {
    const row = page.next;
    page.line([
      label,
      { formula: `=${looked(targets.columns.firstPeriod + p)}` },
      { formula: `=SUM(${cellRef(first, 1, { absRow: true })}:${cellRef(row, 1)})` },
      {
        formula: `=IF(${cellRef(figures, 0, ABSOLUTE)}=0,"",${cellRef(row, 1)}/${cellRef(figures, 0, ABSOLUTE)})`,
      },
      ...further.map(({ kind, matrix, sheet }): SpecCell => {
        const at = matrix.firstPeriod + p;
        return {
          formula: `=INDEX(${rangeRef(0, at, matrix.last, at, { ...ABSOLUTE, sheet })},${found(LIST[kind])})`,
        };
      }),
    ]);
  });
  const total = page.next;
  const added = (column: number): SpecCell => ({
    formula: `=SUM(${rangeRef(first, column, lastPeriod, column)})`,
  });
  page.plain([W.total[lang], added(1), null, added(3), ...further.map((_, i) => added(4 + i))]);
  page.rows.format(rangeRef(total, 0, total, lastColumn), "total");
  page.numbers(first, total, 1, 2, format);
  page.numbers(first, total, 3, 3, "0.0%");
  if (further.length > 0) page.numbers(first, total, 4, lastColumn, format);
  page.skip();
  page.chart(
    {
      id: "card",
      kind: "column",
      title: say(W.cardChart, lang, { target: word }),
      categories: page.ref(first, 0, lastPeriod, 0),
      series: [
        { name: word, values: page.ref(first, 1, lastPeriod, 1), color: COLORS.accent },
        {
          name: cumulative,
          values: page.ref(first, 2, lastPeriod, 2),
          kind: "line",
          color: COLORS.target,
          secondaryAxis: true,
        },
      ],
      valueAxis: { title: plan.unit, numberFormat: "#,##0", min: 0 },
      legend: "top",
      gapWidth: 60,
    },
    5,
    17,
  );
  const blank = "＿＿＿＿＿＿＿＿";
  const sign = lang === "zh-CN" ? "：" : ": ";
  page.plain([
    `${(level === undefined ? W.cardRep : W.cardHead)[lang]}${sign}${blank}`,
    null,
    `${W.cardManager[lang]}${sign}${blank}`,
    null,
    `${W.cardDate[lang]}${sign}${blank}`,
  ]);
  const end = page.next - 1;
  addList(page, plan, leaves, labels, targets, tiers);
  page.wide(0, 0, Math.min(40, Math.max(20, largest(labels.map((label) => textWidth(label) * 1.3 + 2)))));
  page.wide(1, 5, Math.max(13, amountWidth(plan.total, plan.step)));
  page.wide(6, 7, 3);
  page.wide(LIST.name, LIST.floor, 18);
  const sheet = page.sheet({ footer: title, orientation: "portrait", tabColor: COLORS.accent });
  return {
    ...sheet,
    ...(sheet.print ? { print: { ...sheet.print, area: rangeRef(0, 0, end, 5), fitHeight: 1 } } : {}),
  };
}

/** Names, the rows of the target sheet they stand in, and where they belong. */
function addList(
  page: PlanPage,
  plan: Plan,
  leaves: readonly PlanNode[],
  labels: readonly string[],
  targets: TargetsLayout,
  tiers: TierMatrices | undefined,
): void {
  const nodes = new Map(planNodes(plan.root).map((node) => [node.id, node]));
  leaves.forEach(({ id }, i) => {
    while (page.next <= i) page.skip();
    const path = id.split(" / ").slice(0, -1);
    page.rows.set(i + 1, LIST.name, labels[i] ?? "");
    page.rows.set(i + 1, LIST.row, (targets.rowOf.get(id) ?? 0) + 1);
    for (const kind of ["stretch", "floor"] as const) {
      const row = tiers?.[kind]?.rowOf.get(id);
      if (row !== undefined) page.rows.set(i + 1, LIST[kind], row + 1);
    }
    page.rows.set(i + 1, LIST.path, path.join(" / ") || (nodes.get(plan.root.id)?.name ?? ""));
  });
  page.rows.format(
    rangeRef(0, LIST.name, leaves.length - 1, LIST.path),
    ["body", "muted", "alignLeft"],
    "General",
  );
}

/** Names to pick from; where two people share one, with the units they stand in. */
function labelsOf(leaves: readonly PlanNode[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of leaves) counts.set(name, (counts.get(name) ?? 0) + 1);
  return leaves.map(({ name, id }) => ((counts.get(name) ?? 0) > 1 ? id : name));
}
