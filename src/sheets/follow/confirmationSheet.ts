import { ABSOLUTE, cellRef } from "../../formula/references";
import { periodLabel } from "../../planning/calendar";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";
import { say, type Lang } from "../../words";
import { RowSheet } from "../rows";
import type { RowSpec, SheetSpec, SpecCell } from "../spec";
import { COLORS } from "../style";
import type { TargetsLayout } from "../plan/targetsLayout";
import { PAGE_WORDS } from "../words";
import { linesOf, wrappedHeight } from "../wrap";
import { amountFormat } from "./amountFormat";
import { REVISION_WORDS as W } from "./revisionWords";

export interface ConfirmationPage {
  readonly plan: Plan;
  /** Where the plan stands in the same workbook. */
  readonly targets: TargetsLayout;
  /** Who signs: every leaf (default), or the units of a level, 1 for the top ones. */
  readonly by?: "leaf" | number;
  readonly version?: number;
}

/** Wide enough for a signature, narrow enough for an A4 page upright at its full size. */
const WIDTHS = [12, 13, 13, 9, 18] as const;
const TABLE_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0);
/** Letters are narrower than the digits widths are counted in; Chinese characters are not. */
const PLEDGE_WIDTH = { "zh-CN": TABLE_WIDTH, "en-US": 1.15 * TABLE_WIDTH };

/**
 * 任务分解确认表: one page for each person or unit with its targets and lines to sign on. Figures are the target sheet's
 * cells, so the page confirms what stands there.
 */
export function confirmationSheet(page: ConfirmationPage, lang: Lang): SheetSpec {
  const { plan, by = "leaf" } = page;
  const nodes = planNodes(plan.root);
  const signing = nodes.filter((node) => (by === "leaf" ? node.children.length === 0 : node.level === by));
  const rows = new RowSheet(WIDTHS.length);
  const heights: RowSpec[] = [];
  const breaks: number[] = [];
  const paths = pathsOf(plan.root);
  for (const node of signing) {
    if (rows.next > 1) breaks.push(rows.next);
    block(rows, heights, node, paths.get(node.id) ?? "", page, lang);
  }
  return {
    id: "confirmation",
    name: W.confirmTab[lang],
    tabColor: COLORS.target,
    blocks: [rows.block()],
    columns: WIDTHS.map((width, i) => ({ columns: "ABCDE".charAt(i), width })),
    rows: heights,
    formats: rows.formats,
    print: {
      orientation: "portrait",
      area: `A1:E${rows.next - 1}`,
      breaksBefore: breaks,
      footer: { left: W.confirmTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}

function block(
  rows: RowSheet,
  heights: RowSpec[],
  node: PlanNode,
  path: string,
  { plan, targets, version }: ConfirmationPage,
  lang: Lang,
): void {
  const { columns: col } = targets;
  const at = (of: PlanNode, column: number): SpecCell => ({
    formula: `=${cellRef(targets.rowOf.get(of.id) ?? 0, column, { ...ABSOLUTE, sheet: targets.sheet })}`,
  });
  const several = new Set(plan.periods.map(({ start }) => start.slice(0, 4))).size > 1;
  const format = amountFormat(plan.step);
  rows.add([W.confirmTitle[lang]], "title");
  rows.add(
    [
      say(W.confirmSubtitle, lang, {
        measure: plan.measure,
        from: plan.periods[0]?.start ?? "",
        to: plan.periods.at(-1)?.end ?? "",
        unit: plan.unit,
        version: version === undefined ? "" : say(W.version, lang, { number: version }),
      }),
    ],
    "subtitle",
  );
  rows.skip();
  const who = rows.add([W.who[lang], node.name], ["body", "text"]);
  rows.format(`B${who}`, "section");
  rows.add([W.belongs[lang], path], ["body", "text"]);
  rows.format(`A${who}:A${who + 1}`, "muted");
  rows.skip();
  const header = rows.add(
    [W.period, W.target, W.cumulative, W.share, W.remark].map((phrase) => phrase[lang]),
  );
  rows.format(`A${header}:E${header}`, "header");
  rows.format(`B${header}:D${header}`, "alignRight");
  const first = header + 1;
  const total = first + plan.periods.length;
  plan.periods.forEach((period, i) => {
    const row = rows.add(
      [
        periodLabel(period, lang, { year: several }),
        at(node, col.firstPeriod + i),
        { formula: `=SUM(B$${first}:B${first + i})` },
        { formula: `=IF(B$${total}=0,"",B${first + i}/B$${total})` },
      ],
      ["body", "text"],
    );
    rows.format(`A${row}:E${row}`, "row");
  });
  rows.add([W.total[lang], { formula: `=SUM(B${first}:B${total - 1})` }], ["body", "text"]);
  rows.format(`A${total}:E${total}`, "total");
  rows.format(`B${first}:C${total}`, "number", format);
  rows.format(`D${first}:D${total}`, "number", "0.0%");
  rows.format(`E${header}:E${total}`, ["alignLeft", "indent1"]);
  heights.push({ rows: `${header}:${total}`, height: 18 });
  rows.skip();
  if (node.children.length > 0) {
    const members = rows.add([W.members[lang], null, W.memberTarget[lang], null, W.memberSign[lang]]);
    rows.format(`A${members}:E${members}`, "header");
    rows.format(`C${members}`, "alignRight");
    rows.format(`E${members}`, ["alignLeft", "indent1"]);
    for (const child of node.children) {
      const row = rows.add([child.name, null, at(child, col.total)], ["body", "text"]);
      rows.format(`A${row}:E${row}`, "row");
      rows.format(`C${row}`, "number", format);
    }
    heights.push({ rows: `${members + 1}:${members + node.children.length}`, height: 22 });
    rows.skip();
  }
  for (const line of linesOf(W.pledge[lang], PLEDGE_WIDTH[lang])) rows.add([line], ["body", "text"]);
  rows.skip();
  for (const [left, right] of [
    [W.signRep[lang], W.signManager[lang]],
    [W.signDate[lang], W.signDate[lang]],
  ]) {
    const row = rows.add([left ?? "", null, null, right ?? ""], ["body", "muted"]);
    // A line under an empty cell is where a pen goes.
    for (const cell of [`B${row}`, `E${row}`]) rows.format(cell, "underline");
    heights.push({ rows: `${row}`, height: wrappedHeight([[left ?? "", 16]]) + 20 });
  }
  rows.skip();
}

/** Where each unit belongs: `East / Li Lei` for somebody of Li Lei's team. */
function pathsOf(root: PlanNode): Map<string, string> {
  const paths = new Map<string, string>();
  const visit = (node: PlanNode, above: readonly string[]): void => {
    paths.set(node.id, above.join(" / "));
    for (const child of node.children) visit(child, node.level === 0 ? [] : [...above, node.name]);
  };
  visit(root, []);
  for (const child of root.children) paths.set(child.id, root.name);
  return paths;
}
