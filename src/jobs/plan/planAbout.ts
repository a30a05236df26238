import type { Plan } from "../../planning/plan";
import type { PlanRequest } from "../../planning/planRequest";
import type { AboutSection } from "../../sheets/about";
import { TIME_KINDS, UNIT_KINDS } from "../../sheets/plan/requestFields";
import { REQUEST_WORDS } from "../../sheets/plan/requestWords";
import { say, type Lang, type Phrase } from "../../words";
import { PLAN_WORDS as W } from "./planWords";

/** What the last page of a plan says: every policy that left a mark on the figures. */
export function planSections(request: PlanRequest, plan: Plan, lang: Lang): AboutSection[] {
  const percent = (value: number): string => `${Math.round(value * 1000) / 10}%`;
  const percents = (values: readonly number[]): string =>
    values.map(percent).join(lang === "zh-CN" ? "、" : ", ");
  const line = (label: Phrase, text: string) => ({ label: label[lang], text });
  const owed = plan.owed ?? plan.total;
  const limits = request.limits?.length ?? 0;
  return [
    {
      title: W.aboutPlan[lang],
      lines: [
        line(
          W.aboutTotal,
          plan.given === "growth"
            ? say(W.aboutTotalGrowth, lang, {
                base: plan.root.historyTotal,
                growth: percent(plan.growth ?? 0),
                total: owed,
                unit: plan.unit,
              })
            : say(W.aboutTotalValue, lang, { total: owed, unit: plan.unit }),
        ),
        line(W.aboutTime, TIME_KINDS[request.time?.kind ?? "history"][lang]),
        line(W.aboutUnits, UNIT_KINDS[request.organisation?.kind ?? "history"][lang]),
        ...(request.ramp
          ? [line(W.aboutRamp, say(W.aboutRampText, lang, { ramp: percents(request.ramp) }))]
          : []),
        ...(plan.padding
          ? [
              line(
                W.aboutPadding,
                say(W.aboutPaddingText, lang, { padding: percents(plan.padding), owed, given: plan.total }),
              ),
            ]
          : []),
        ...(limits > 0
          ? [
              line(
                W.aboutLimits,
                say(W.aboutLimitsText, lang, { count: limits, sheet: REQUEST_WORDS.tab[lang] }),
              ),
            ]
          : []),
        line(W.aboutExact, say(W.aboutExactText, lang, { step: plan.step })),
      ],
    },
  ];
}
