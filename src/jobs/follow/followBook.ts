import { AttainError } from "../../errors";
import { buildPlan, planNodes, type Plan } from "../../planning/plan";
import type { FollowRequest } from "../../planning/follow/followRequest";
import { monthSheet } from "../../sheets/follow/monthSheet";
import { responsibilitySheet } from "../../sheets/follow/responsibilitySheet";
import type { NameSpec, SheetSpec, WorkbookSpec } from "../../sheets/spec";
import { targetsSheet } from "../../sheets/plan/targets";
import { trackerSheet } from "../../sheets/follow/tracker";
import type { Lang } from "../../words";

/**
 * A workbook that follows a plan: the tracker, the report of the period chosen, the targets, and who answers for
 * targets that departments share.
 *
 * @throws AttainError `request-invalid`; NoSolutionError
 */
export function followBook(request: FollowRequest, { lang }: { readonly lang: Lang }): WorkbookSpec {
  const followed = request.plan ? pagesOf(buildPlan(request.plan), request, lang) : undefined;
  const sheets: SheetSpec[] = [
    ...(followed?.sheets ?? []),
    ...(request.shared ? [responsibilitySheet(request.shared, lang)] : []),
  ];
  const [first] = sheets;
  if (!first) throw new AttainError("request-invalid", { detail: "plan | shared" });
  return { sheets, names: followed?.names ?? [], activate: first.id };
}

function pagesOf(
  plan: Plan,
  { actuals = {}, asOf }: FollowRequest,
  lang: Lang,
): { readonly sheets: readonly SheetSpec[]; readonly names: readonly NameSpec[] } {
  const count = plan.periods.length;
  const leaves = new Set(
    planNodes(plan.root).flatMap(({ id, children }) => (children.length === 0 ? [id] : [])),
  );
  for (const [id, amounts] of Object.entries(actuals)) {
    if (!leaves.has(id)) throw new AttainError("request-invalid", { detail: `“${id}” carries no targets` });
    if (amounts.length > count)
      throw new AttainError("request-invalid", {
        detail: `“${id}” has ${amounts.length} actuals for ${count} periods`,
      });
  }
  const known = Math.max(1, ...Object.values(actuals).map(({ length }) => length));
  if (asOf !== undefined && asOf > count)
    throw new AttainError("request-invalid", { detail: `asOf ${asOf}: the plan has ${count} periods` });
  const targets = targetsSheet(plan, { lang, source: "" });
  const tracker = trackerSheet(plan, {
    lang,
    targets: targets.layout,
    known: { asOf: asOf ?? known, actuals: new Map(Object.entries(actuals)) },
  });
  return {
    sheets: [tracker.sheet, monthSheet(plan, { lang, targets: targets.layout }), targets.sheet],
    names: [...tracker.names, ...targets.names],
  };
}
