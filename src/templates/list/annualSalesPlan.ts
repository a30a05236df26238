import { visitsBook } from "../../jobs/follow/visits";
import { buildPlanSet } from "../../planning/planSet";
import type { PlanRequest } from "../../planning/planRequest";
import type { VisitsRequest } from "../../planning/visits/visitsRequest";
import { tierResultSheet } from "../../sheets/follow/tierResultSheet";
import { tiersSheet } from "../../sheets/plan/tiersSheet";
import type { WorkbookSpec } from "../../sheets/spec";
import { say, type Lang, type Phrase } from "../../words";
import { clearablePlan, PLAN_EXAMPLES } from "../clearable/plan";
import { clearableVisits, VISIT_EXAMPLES } from "../clearable/visits";
import { exampleRegions } from "../examples/regions";
import { exampleTeam } from "../examples/team";
import { followed } from "../followed";
import { mergeBooks } from "../mergeBooks";
import type { Template } from "../template";
import { withoutTyped } from "../typed";

const T = {
  measure: { "zh-CN": "销售收入", "en-US": "Revenue" },
  unit: { "zh-CN": "万元", "en-US": "10k" },
  customer: { "zh-CN": "客户 {n}", "en-US": "Customer {n}" },
  vip: { "zh-CN": "VIP", "en-US": "VIP" },
  first: { "zh-CN": "1 类", "en-US": "Class 1" },
  second: { "zh-CN": "2 类", "en-US": "Class 2" },
  other: { "zh-CN": "其他", "en-US": "Other" },
} as const satisfies Record<string, Phrase>;

/** Committed 3 000, stretch 5 000, over three regions and a year. */
function planRequest(lang: Lang): PlanRequest {
  return {
    measure: T.measure[lang],
    unit: T.unit[lang],
    horizon: { from: "2026-01-01", to: "2026-12-31" },
    total: { value: 3000 },
    time: { kind: "history" },
    organisation: { kind: "history" },
    tiers: { stretch: { value: 5000 } },
    team: exampleRegions(lang, 3, 1.5),
  };
}

const CUSTOMERS: readonly (readonly [Phrase, keyof typeof T])[] = [
  [{ "zh-CN": "远大集团", "en-US": "Yuanda Group" }, "vip"],
  [{ "zh-CN": "华兴重工", "en-US": "Huaxing Heavy Industry" }, "vip"],
  [{ "zh-CN": "同方物流", "en-US": "Tongfang Logistics" }, "first"],
  [{ "zh-CN": "金桥建设", "en-US": "Golden Bridge Building" }, "first"],
  [{ "zh-CN": "海川化工", "en-US": "Haichuan Chemicals" }, "first"],
  [{ "zh-CN": "大地农机", "en-US": "Dadi Farm Machines" }, "second"],
  [{ "zh-CN": "新城医院", "en-US": "New City Hospital" }, "second"],
  [{ "zh-CN": "蓝海酒店", "en-US": "Blue Sea Hotel" }, "other"],
];

/** Visits made by the first days of March: one is missing, one was not planned. */
const VISITED: readonly (readonly string[] | undefined)[] = [
  ["2026-01-15", "2026-02-12"],
  ["2026-01-16"],
  ["2026-01-29"],
  ["2026-02-03"],
  ["2026-02-10"],
  ["2026-02-11"],
];

/** VIP monthly, class 1 every two months, class 2 and others as needed. */
function visitsRequest(lang: Lang): VisitsRequest {
  const team = exampleTeam(lang, 3);
  return {
    from: "2026-01-01",
    to: "2026-03-31",
    asOf: "2026-03-06",
    classes: [
      { name: T.vip[lang], every: { count: 1, unit: "month" } },
      { name: T.first[lang], every: { count: 2, unit: "month" } },
      { name: T.second[lang], every: { unit: "asNeeded" } },
      { name: T.other[lang], every: { unit: "asNeeded" } },
    ],
    customers: CUSTOMERS.map(([name, level], i) => ({
      name: name[lang],
      class: T[level][lang],
      rep: team[i % team.length] ?? "",
      ...(VISITED[i] ? { done: VISITED[i] } : {}),
    })),
  };
}

/** The same visits to customers nobody has named yet, by the people of a plan. */
function unnamed(request: VisitsRequest, { team }: PlanRequest, lang: Lang): VisitsRequest {
  const reps = team?.members.map(({ path }) => path.at(-1) ?? "") ?? [];
  return {
    ...request,
    customers: request.customers.map((customer, i) => ({
      name: say(T.customer, lang, { n: String(i + 1) }),
      class: customer.class,
      rep: reps[i % reps.length] ?? customer.rep,
    })),
  };
}

/** Months that are over in the example. */
const CLOSED = 3;

/** The plan in two tiers, and each month's result against both. */
function resultsBook(asked: PlanRequest, lang: Lang, closed: number): WorkbookSpec {
  const set = buildPlanSet(asked);
  const { plan, follow, targets } = followed(set, lang, closed);
  const { matrices: tiers } = tiersSheet(set.plan, set.tiers, targets, lang);
  const result = tierResultSheet(set.plan, { lang, targets, tiers });
  return mergeBooks(plan, { ...follow, sheets: [...follow.sheets, result] });
}

export const ANNUAL_SALES_PLAN: Template = {
  id: "annual-sales-plan",
  number: "D13",
  group: "plan",
  name: { "zh-CN": "年度销售计划", "en-US": "Annual sales plan" },
  purpose: {
    "zh-CN": "任务 3 000、目标 5 000 两级并列，逐月分解到办事处；客户分级，拜访计划落到工作日。",
    "en-US":
      "Committed 3 000 and stretch 5 000 side by side, month by month to each office; customer classes and visits on working days.",
  },
  steps: [
    {
      "zh-CN": "填写任务（必须完成）和目标（力争完成）两级总数。",
      "en-US": "Set both totals: the committed one and the stretch to strive for.",
    },
    {
      "zh-CN": "按上年实绩分到大区、办事处和月份；改写黄色单元格时看核对行。",
      "en-US": "Last year's figures split them; when you type over a yellow cell watch the check row.",
    },
    {
      "zh-CN": "每月在“目标跟踪”填写实绩，“两级完成”对照任务与目标，“当期简报”一页报当月。",
      "en-US":
        "Each month type the actuals on the tracker: “Tier results” holds them against both tiers, the period report sums up.",
    },
    {
      "zh-CN": "在“拜访计划”给客户分级：VIP 每月，1 类每两月，2 类按需。",
      "en-US": "Class the customers: VIP monthly, class 1 every two months, class 2 as needed.",
    },
    {
      "zh-CN": "拜访后在清单登记日期，漏访自动提示。",
      "en-US": "Enter the date of each visit; missed ones are pointed out.",
    },
  ],
  book: (lang) =>
    mergeBooks(
      clearablePlan(resultsBook(planRequest(lang), lang, CLOSED), planRequest(lang), lang),
      clearableVisits(visitsBook(visitsRequest(lang), { lang }), lang),
    ),
  fill: {
    kind: "plan",
    request: planRequest,
    // A ledger knows no customer classes: lines to be named stand in for the example's customers.
    book: (asked, lang) => {
      const visits = visitsBook(unnamed(visitsRequest(lang), asked, lang), { lang });
      return mergeBooks(resultsBook(asked, lang, 0), { ...visits, sheets: visits.sheets.map(withoutTyped) });
    },
  },
  examples: [...PLAN_EXAMPLES, ...VISIT_EXAMPLES],
  picture: "tierResult",
};
