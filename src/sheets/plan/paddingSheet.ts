import { cellRef, rangeRef } from "../../formula/references";
import { planNodes, type Plan } from "../../planning/plan";
import { say, type Lang } from "../../words";
import type { SheetSpec, SpecCell } from "../spec";
import type { TargetsLayout } from "./targetsLayout";
import { PlanPage, amountWidth, nameWidth, periodsText } from "./page";
import { amountFormat, exactly, sumOfRows } from "./sums";
import { PLAN_PAGE_WORDS as W } from "./words";

/** What each unit owes upwards, what it hands on, and by how much that is more: padding, level by level. */
export function paddingSheet(plan: Plan, targets: TargetsLayout, lang: Lang): SheetSpec {
  const page = new PlanPage("padding", W.paddingTab[lang], 6, lang);
  const title = say(W.paddingTitle, lang, { measure: plan.measure });
  page.title(title, say(W.subtitle, lang, { ...periodsText(plan), unit: plan.unit }));
  page.note(W.paddingNote[lang]);
  page.header([
    W.unit[lang],
    W.owes[lang],
    W.handsOn[lang],
    W.paddingRate[lang],
    W.atLeaves[lang],
    W.cover[lang],
  ]);
  const first = page.next;
  page.units(planNodes(plan.root), (node, row, children): SpecCell[] => {
    const leaf = children.length === 0;
    const atLeaves = cellRef(targets.rowOf.get(node.id) ?? 0, targets.columns.total, {
      sheet: targets.sheet,
    });
    return [
      node.owed ?? node.total,
      leaf ? null : { formula: `=${exactly(sumOfRows(children, 1), plan.step)}` },
      leaf ? null : { formula: `=IF(${cellRef(row, 1)}=0,"",${cellRef(row, 2)}/${cellRef(row, 1)}-1)` },
      { formula: `=${atLeaves}` },
      { formula: `=IF(${cellRef(row, 1)}=0,"",${cellRef(row, 4)}/${cellRef(row, 1)})` },
    ];
  });
  const last = page.next - 1;
  page.numbers(first, last, 1, 4, amountFormat(plan.step));
  page.numbers(first, last, 3, 3, "0.0%");
  page.numbers(first, last, 5, 5, "0.0%");
  page.conditionals.push({
    kind: "formula",
    range: rangeRef(first, 5, last, 5),
    formula: `=AND(ISNUMBER(${cellRef(first, 5)}),${cellRef(first, 5)}<0.9999)`,
    style: "badFill",
  });
  page.wide(0, 0, nameWidth(plan));
  page.wide(1, 5, Math.max(15, amountWidth(plan.total, plan.step)));
  return page.sheet({ footer: title, orientation: "portrait", freeze: { rows: 5, columns: 1 } });
}
