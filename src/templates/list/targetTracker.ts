import { buildPlanSet } from "../../planning/planSet";
import type { PlanRequest } from "../../planning/planRequest";
import type { WorkbookSpec } from "../../sheets/spec";
import type { Lang, Phrase } from "../../words";
import { clearablePlan, PLAN_EXAMPLES } from "../clearable/plan";
import { exampleRegions } from "../examples/regions";
import { followed } from "../followed";
import { mergeBooks } from "../mergeBooks";
import type { Template } from "../template";

const T = {
  measure: { "zh-CN": "销售收入", "en-US": "Revenue" },
  unit: { "zh-CN": "万元", "en-US": "10k" },
} as const satisfies Record<string, Phrase>;

/** Months that are over in the example. */
const CLOSED = 5;

function request(lang: Lang): PlanRequest {
  return {
    measure: T.measure[lang],
    unit: T.unit[lang],
    horizon: { from: "2026-01-01", to: "2026-12-31" },
    total: { growth: 0.12 },
    time: { kind: "history" },
    organisation: { kind: "history" },
    team: exampleRegions(lang, 4),
  };
}

/** @param closed months that are over, with made-up actuals */
function book(asked: PlanRequest, lang: Lang, closed: number): WorkbookSpec {
  const { plan, follow } = followed(buildPlanSet(asked), lang, closed);
  return mergeBooks(follow, plan);
}

export const TARGET_TRACKER: Template = {
  id: "target-tracker",
  number: "D18",
  group: "plan",
  name: { "zh-CN": "目标跟踪表", "en-US": "Target tracker" },
  purpose: {
    "zh-CN": "逐月对照目标，红黄绿灯、累计、预测、每月还需多少，都由公式自动填写。",
    "en-US":
      "Month by month against the target: lights, cumulative, forecast and what each month left needs, filled in by formulas.",
  },
  steps: [
    { "zh-CN": "在“目标分解”确认各单位各月目标。", "en-US": "Check each unit's months on Targets." },
    {
      "zh-CN": "每月把实绩填入跟踪表的黄色单元格。",
      "en-US": "Each month type the actuals into the tracker's yellow cells.",
    },
    {
      "zh-CN": "选择截至月份，累计、完成率、排名自动更新。",
      "en-US": "Choose the month; cumulative, attainment and ranks follow.",
    },
    {
      "zh-CN": "灯：● 达成，▲ 容差以内，▼ 落后，无数据不亮。",
      "en-US": "Lights: ● reached, ▲ within tolerance, ▼ behind, none where there is no data.",
    },
    {
      "zh-CN": "看预测和余下各月每月所需，及早提醒落后的单位；“当期简报”一页报当月。",
      "en-US": "See the forecast and what each month left needs; the period report sums up the month.",
    },
  ],
  book: (lang) => clearablePlan(book(request(lang), lang, CLOSED), request(lang), lang),
  fill: { kind: "plan", request, book: (asked, lang) => book(asked, lang, 0) },
  examples: PLAN_EXAMPLES,
};
