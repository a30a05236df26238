import { ABSOLUTE, cellRef, rangeRef } from "../../formula/references";
import { periodLabel } from "../../planning/calendar";
import { planNodes, type PlanNode } from "../../planning/plan";
import type { Revision } from "../../planning/versions/revise";
import type { VersionNote } from "../../planning/versions/history";
import { say, type Lang } from "../../words";
import { RowSheet, textWidth } from "../rows";
import type { SheetSpec, SpecCell } from "../spec";
import { COLORS, type StyleName } from "../style";
import type { TargetsLayout } from "../plan/targetsLayout";
import { PAGE_WORDS } from "../words";
import { amountFormat, changeFormat } from "./amountFormat";
import { REVISION_WORDS as W } from "./revisionWords";
import { waterfall } from "./waterfall";

export interface BridgePage {
  readonly revision: Revision;
  readonly note: VersionNote;
  /** Where the new plan stands in the same workbook. */
  readonly targets: TargetsLayout;
}

const WIDTH = 9;
const CHART_ROWS = 15;
const INDENTS: readonly (StyleName | null)[] = [null, null, "indent1", "indent2", "indent3"];

/**
 * The bridge from the old targets to the new ones, by period and by unit. The old ones are fixed; the new ones are the
 * target sheet's cells, so that typing there goes on moving the bridge.
 */
export function bridgeSheet({ revision, note, targets }: BridgePage, lang: Lang): SheetSpec {
  const { old, plan, closed } = revision;
  const rows = new RowSheet(WIDTH);
  const name = W.bridgeTab[lang];
  const here = { ...ABSOLUTE, sheet: targets.sheet };
  const { columns: col } = targets;
  const rowOf = (node: PlanNode) => targets.rowOf.get(node.id) ?? targets.rows.company;
  const several = new Set(plan.periods.map(({ start }) => start.slice(0, 4))).size > 1;
  const labels = plan.periods.map((period) => periodLabel(period, lang, { year: several }));
  rows.add([W.bridgeTitle[lang]], "title");
  rows.add([subtitleOf(revision, note, labels, lang)], "subtitle");
  rows.skip();

  rows.add([W.byPeriod[lang]], "section");
  const periodHeader = rows.add(
    [W.period, W.old, W.now, W.change, W.changeRate, W.state].map((p) => p[lang]),
  );
  rows.format(`A${periodHeader}:F${periodHeader}`, "header");
  rows.format(`B${periodHeader}:E${periodHeader}`, "alignRight");
  const firstPeriod = periodHeader + 1;
  labels.forEach((label, i) => {
    const row = rows.next;
    rows.add(
      [
        label,
        old.root.target[i] ?? 0,
        { formula: `=${cellRef(rowOf(plan.root), col.firstPeriod + i, here)}` },
        ...changeCells(row),
        i < closed ? W.frozen[lang] : W.open[lang],
      ],
      ["body", "text"],
    );
  });
  const lastPeriod = rows.next - 1;
  const periodTotal = rows.add(
    [
      W.total[lang],
      ...["B", "C"].map((c): SpecCell => ({ formula: `=SUM(${c}${firstPeriod}:${c}${lastPeriod})` })),
      ...changeCells(rows.next),
    ],
    ["body", "text"],
  );
  rows.format(`A${firstPeriod}:F${lastPeriod}`, "row");
  rows.format(`A${periodTotal}:F${periodTotal}`, "total");
  figures(rows, "B", "C", "D", "E", firstPeriod, periodTotal, plan.step);
  rows.format(`F${periodHeader}:F${lastPeriod}`, ["alignLeft", "indent1"]);

  const chartTop = rows.next + 1;
  for (let i = 0; i < CHART_ROWS + 2; i++) rows.skip();

  const unitSection = rows.add([W.byUnit[lang]], "section");
  const unitChartTop = rows.next;
  for (let i = 0; i < CHART_ROWS + 1; i++) rows.skip();
  const unitHeader = rows.add(
    [W.unit, W.old, W.now, W.change, W.changeRate, W.closedOld, W.closedNow, W.openOld, W.openNow].map(
      (p) => p[lang],
    ),
  );
  rows.format(`A${unitHeader}:I${unitHeader}`, "header");
  rows.format(`B${unitHeader}:I${unitHeader}`, "alignRight");
  const before = new Map(planNodes(old.root).map((node) => [node.id, node]));
  const firstUnit = unitHeader + 1;
  const unitRow = new Map<string, number>();
  for (const node of planNodes(plan.root)) {
    const row = rows.next;
    const was = before.get(node.id)?.target ?? [];
    const part = (from: number, to: number): SpecCell =>
      to < from
        ? 0
        : {
            formula: `=SUM(${rangeRef(rowOf(node), col.firstPeriod + from, rowOf(node), col.firstPeriod + to, here)})`,
          };
    unitRow.set(node.id, row);
    rows.add(
      [
        node.name,
        sum(was),
        { formula: `=${cellRef(rowOf(node), col.total, here)}` },
        ...changeCells(row),
        sum(was.slice(0, closed)),
        part(0, closed - 1),
        sum(was.slice(closed)),
        part(closed, plan.periods.length - 1),
      ],
      ["body", "text"],
    );
    const indent = INDENTS[Math.min(node.level, INDENTS.length - 1)];
    if (node.level === 0) rows.format(`A${row}:I${row}`, "total");
    else if (node.children.length > 0) rows.format(`A${row}:I${row}`, "subtotal");
    if (indent) rows.format(`A${row}`, indent);
  }
  const lastUnit = rows.next - 1;
  rows.format(`A${firstUnit + 1}:I${lastUnit}`, "row");
  figures(rows, "B", "C", "D", "E", firstUnit, lastUnit, plan.step);
  rows.format(`F${firstUnit}:I${lastUnit}`, "number", amountFormat(plan.step));

  const headers = [W.step[lang], W.amount[lang], W.level[lang]] as const;
  const shared = {
    sheet: name,
    numberFormat: amountFormat(plan.step),
    headers,
    column: WIDTH + 1,
    cut: true,
  };
  const ends = (row: number, middle: readonly { label: string; row: number }[]) => [
    { label: W.old[lang], kind: "level" as const, amount: `B${row}` },
    ...middle.map((step) => ({ label: step.label, kind: "change" as const, amount: `D${step.row}` })),
    { label: W.now[lang], kind: "level" as const, amount: `C${row}` },
  ];
  const periods = waterfall({
    ...shared,
    id: "bridgePeriods",
    title: W.chartPeriods[lang],
    row: periodHeader - 1,
    steps: ends(
      periodTotal,
      labels.map((label, i) => ({ label, row: firstPeriod + i })),
    ),
    from: `A${chartTop}`,
    to: `I${chartTop + CHART_ROWS}`,
  });
  const units = waterfall({
    ...shared,
    id: "bridgeUnits",
    title: W.chartUnits[lang],
    row: periods.bottom + 2,
    steps: ends(
      firstUnit,
      plan.root.children.map((node) => ({ label: node.name, row: unitRow.get(node.id) ?? firstUnit })),
    ),
    from: `A${unitChartTop}`,
    to: `I${unitChartTop + CHART_ROWS - 1}`,
  });
  return {
    id: "bridge",
    name,
    tabColor: COLORS.target,
    blocks: [rows.block(), periods.block, units.block],
    columns: [
      {
        columns: "A",
        width: Math.min(
          34,
          Math.max(18, ...planNodes(plan.root).map((n) => textWidth(n.name) + 2 * n.level + 2)),
        ),
      },
      { columns: "B:I", width: 14 },
      { columns: "J", width: 4 },
      { columns: "K:S", width: 12 },
    ],
    formats: [...rows.formats, ...periods.formats, ...units.formats],
    conditionals: [
      {
        kind: "formula",
        range: `D${firstPeriod}:D${periodTotal}`,
        formula: `=D${firstPeriod}<0`,
        style: "warn",
      },
      { kind: "formula", range: `D${firstUnit}:D${lastUnit}`, formula: `=D${firstUnit}<0`, style: "warn" },
    ],
    charts: [periods.chart, units.chart],
    freeze: { rows: 2, columns: 1 },
    print: {
      orientation: "landscape",
      area: `A1:I${lastUnit}`,
      fitWidth: 1,
      breaksBefore: [unitSection],
      footer: { left: W.bridgeTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

function subtitleOf(
  { plan, closed }: Revision,
  note: VersionNote,
  labels: readonly string[],
  lang: Lang,
): string {
  return say(W.bridgeSubtitle, lang, {
    measure: plan.measure,
    unit: plan.unit,
    closed:
      closed > 0 ? say(W.closedThrough, lang, { period: labels[closed - 1] ?? "" }) : W.nothingClosed[lang],
    note: say(W.noteText, lang, { on: note.on, by: note.by, reason: note.reason }),
  });
}

function changeCells(row: number): SpecCell[] {
  return [{ formula: `=C${row}-B${row}` }, { formula: `=IF(B${row}=0,"",C${row}/B${row}-1)` }];
}

function figures(
  rows: RowSheet,
  old: string,
  now: string,
  change: string,
  rate: string,
  first: number,
  last: number,
  step: number,
): void {
  rows.format(`${old}${first}:${now}${last}`, "number", amountFormat(step));
  rows.format(`${change}${first}:${change}${last}`, "number", changeFormat(step));
  rows.format(`${rate}${first}:${rate}${last}`, "number", "+0.0%;-0.0%;0.0%");
}

function sum(values: readonly number[]): number {
  return Number(values.reduce((a, b) => a + b, 0).toFixed(9));
}
