import { buildPlanSet, type PlanSet } from "../../planning/planSet";
import type { PlanRequest } from "../../planning/planRequest";
import { aboutSheet } from "../../sheets/about";
import { contentsOf } from "../../sheets/contents";
import { bottomUpSheet } from "../../sheets/plan/bottomUpSheet";
import { cardSheet } from "../../sheets/plan/cardSheet";
import { measuresSheet } from "../../sheets/plan/measuresSheet";
import { mixSheets } from "../../sheets/plan/mixSheet";
import { paddingSheet } from "../../sheets/plan/paddingSheet";
import { requestSheet } from "../../sheets/plan/requestSheet";
import { REQUEST_WORDS } from "../../sheets/plan/requestWords";
import { scenariosSheet } from "../../sheets/plan/scenariosSheet";
import { summarySheet } from "../../sheets/plan/summarySheet";
import { tiersSheet } from "../../sheets/plan/tiersSheet";
import type { SheetSpec, WorkbookSpec } from "../../sheets/spec";
import { targetsSheet } from "../../sheets/plan/targets";
import type { TargetsLayout } from "../../sheets/plan/targetsLayout";
import { say, type Lang } from "../../words";
import { planSections } from "./planAbout";
import { PLAN_WORDS as W } from "./planWords";
import { VERSION } from "../version";

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
  return planBookOf(buildPlanSet(request), options);
}

/** The same for a plan that is worked out already. */
export function planBookOf(set: PlanSet, options: PlanBookOptions): WorkbookSpec {
  const { lang } = options;
  const { plan, request } = set;
  const source = options.source ?? say(W.sourceRequest, lang, { sheet: REQUEST_WORDS.tab[lang] });
  const targets = targetsSheet(plan, { lang, source });
  const scenarios = scenariosSheet(set.scenarios, lang);
  const pages: readonly SheetSpec[] = [
    targets.sheet,
    ...pagesOf(set, targets.layout, lang),
    ...(scenarios ? [scenarios.sheet] : []),
    requestSheet(request, lang),
  ];
  return {
    sheets: [
      ...pages,
      aboutSheet(
        {
          pages: contentsOf(pages, lang),
          version: options.version ?? VERSION,
          date: options.date ?? new Date().toLocaleDateString(lang),
          sections: planSections(request, plan, lang),
        },
        lang,
      ),
    ],
    names: [...targets.names, ...(scenarios?.names ?? [])],
    activate: "targets",
  };
}

/** The pages a plan calls for beside its targets: none that would stand empty. */
function pagesOf(set: PlanSet, targets: TargetsLayout, lang: Lang): SheetSpec[] {
  const { plan, tiers, mixes, amounts, rates, bottomUp } = set;
  const tiered = tiers.stretch || tiers.floor ? tiersSheet(plan, tiers, targets, lang) : undefined;
  return [
    ...(tiered ? [tiered.sheet] : []),
    ...(plan.root.children.length > 1 ? [summarySheet(plan, targets, lang)] : []),
    ...mixSheets(plan, mixes, targets, lang),
    ...(plan.padding ? [paddingSheet(plan, targets, lang)] : []),
    ...(amounts.length + rates.length > 0 ? [measuresSheet(set, lang)] : []),
    ...(bottomUp ? [bottomUpSheet(bottomUp, targets, lang)] : []),
    cardSheet(plan, targets, lang, tiered?.matrices),
  ];
}
