import { planBookOf } from "../jobs/plan/planBook";
import type { PlanSet } from "../planning/planSet";
import { monthSheet } from "../sheets/follow/monthSheet";
import { trackerSheet } from "../sheets/follow/tracker";
import { requestHistory } from "../sheets/plan/requestHistory";
import { targetsSheet } from "../sheets/plan/targets";
import type { TargetsLayout } from "../sheets/plan/targetsLayout";
import type { WorkbookSpec } from "../sheets/spec";
import type { Lang } from "../words";
import { exampleActuals } from "./examples/reached";

/** A plan's book, the pages it is followed with, and where its targets stand. */
export interface Followed {
  readonly plan: WorkbookSpec;
  /** The tracker and the report of the month, compared with the last year that the request holds. */
  readonly follow: WorkbookSpec;
  readonly targets: TargetsLayout;
}

/**
 * A plan and what follows it, with made-up actuals of its first months.
 *
 * @param closed months that are over in the example; 0 leaves the tracker empty
 */
export function followed(set: PlanSet, lang: Lang, closed: number): Followed {
  const book = planBookOf(set, { lang });
  const { plan } = set;
  const request = book.sheets.find(({ id }) => id === "request");
  const targets = targetsSheet(plan, { lang, source: "" }).layout;
  const past = request ? requestHistory(request, plan.periods.length) : undefined;
  const options = { lang, targets, ...(past ? { lastYear: past.rows } : {}) };
  const tracker = trackerSheet(plan, {
    ...options,
    known: { asOf: Math.max(1, closed), actuals: exampleActuals(plan, closed) },
  });
  return {
    plan: book,
    follow: {
      sheets: [tracker.sheet, monthSheet(plan, options)],
      names: tracker.names,
      activate: tracker.sheet.id,
    },
    targets,
  };
}
