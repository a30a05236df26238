import { buildPlan } from "../planning/plan";
import type { PlanRequest } from "../planning/planRequest";
import { aboutSheet } from "../sheets/about";
import { requestSheet } from "../sheets/plan/requestSheet";
import { REQUEST_WORDS } from "../sheets/plan/requestWords";
import type { WorkbookSpec } from "../sheets/spec";
import { targetsSheet } from "../sheets/targets";
import { say, type Lang } from "../words";
import { planSections } from "./planAbout";
import { PLAN_WORDS as W } from "./planWords";
import { VERSION } from "./version";

export interface PlanBookOptions {
  readonly lang: Lang;
  /** Where last year's figures came from, as the first page says it; the request sheet when left out. */
  readonly source?: string;
  readonly version?: string;
  /** The day the plan is made, as people read it. */
  readonly date?: string;
}

/**
 * A plan's whole workbook as plain data: the targets with every page the request asks for, the request itself, and
 * what was done by which rule. Nothing is read or written; the request brings its own team.
 *
 * @throws AttainError `request-invalid` when the request does not hold together
 * @throws NoSolutionError when locks and bounds contradict one another
 */
export function planBook(request: PlanRequest, options: PlanBookOptions): WorkbookSpec {
  const { lang } = options;
  const plan = buildPlan(request);
  const source = options.source ?? say(W.sourceRequest, lang, { sheet: REQUEST_WORDS.tab[lang] });
  const targets = targetsSheet(plan, { lang, source });
  return {
    sheets: [
      targets.sheet,
      requestSheet(request, lang),
      aboutSheet(
        {
          version: options.version ?? VERSION,
          date: options.date ?? new Date().toLocaleDateString(lang),
          sections: planSections(request, plan, lang),
        },
        lang,
      ),
    ],
    names: [...targets.names],
    activate: "targets",
  };
}
