import type { Lang } from "../../words";
import type { EvaluationRequest, InputRow, RatingRow } from "../evaluation";
import type { Indicator, Scheme, SchemeInput } from "../scheme";
import { datum, line, months, row, teller, usualGrades, type Tell } from "./parts";

const YEAR = 2026;

/**
 * D1: reps, field service reps and regional managers month by month: daily work 70 %, attendance 30 %. A repeated miss
 * counts double; the year is the mean of its months.
 */
export function repMonthly(lang: Lang): EvaluationRequest {
  const t = teller(lang);
  const common = (
    id: string,
    name: string,
    position: string,
    inputs: SchemeInput[],
    daily: Indicator[],
  ): Scheme => ({
    id,
    name,
    lang,
    positions: [position],
    inputs: [...inputs, ...ATTENDANCE_INPUTS(t)],
    sections: [
      { id: "daily", name: t("日常工作", "Daily work"), weight: 70, indicators: daily },
      {
        id: "presence",
        name: t("出勤", "Attendance"),
        weight: 30,
        indicators: [
          line(
            "attendance",
            t("出勤", "Attendance"),
            100,
            { kind: "attendance", loss: 4 },
            {
              days: "absent",
              halves: "halfDays",
            },
          ),
        ],
      },
    ],
    weights: "exact",
    grades: usualGrades(t),
    decimals: 2,
  });
  const service = serviceLines(t);
  return {
    title: t("销售人员月度考核", "Monthly evaluation of sales staff"),
    lang,
    periods: months(YEAR, t),
    schemes: [
      common(
        "manager",
        t("大区经理", "Regional manager"),
        t("大区经理", "Regional manager"),
        managerInputs(t),
        managerLines(t),
      ),
      common("rep", t("业务员", "Sales rep"), t("业务员", "Sales rep"), repInputs(t), repLines(t)),
      {
        ...common(
          "service",
          t("服务代表", "Field service rep"),
          t("服务代表", "Field service rep"),
          service.inputs,
          service.lines,
        ),
        raters: service.groups.map(({ id, name }) => ({
          id: `${id}Plan`,
          name,
          missing: "wait" as const,
          groups: [{ id, name, weight: 100 }],
        })),
      },
    ],
    people: [
      { name: t("陈立", "Chen Li"), unit: t("华东", "East"), position: t("大区经理", "Regional manager") },
      {
        name: t("王敏", "Wang Min"),
        unit: t("华东", "East"),
        position: t("业务员", "Sales rep"),
        manager: t("陈立", "Chen Li"),
      },
      {
        name: t("李强", "Li Qiang"),
        unit: t("华东", "East"),
        position: t("业务员", "Sales rep"),
        manager: t("陈立", "Chen Li"),
      },
      {
        name: t("赵静", "Zhao Jing"),
        unit: t("华北", "North"),
        position: t("业务员", "Sales rep"),
        manager: t("周航", "Zhou Hang"),
      },
      { name: t("周航", "Zhou Hang"), unit: t("华北", "North"), position: t("大区经理", "Regional manager") },
      {
        name: t("孙伟", "Sun Wei"),
        unit: t("华北", "North"),
        position: t("服务代表", "Field service rep"),
        manager: t("周航", "Zhou Hang"),
      },
    ],
    inputs: exampleRows(t),
    ratings: exampleRatings(t),
    rollup: { by: "mean" },
    due: [{ what: t("当月数据", "The month's data"), by: `${YEAR}-02-05` }],
  };
}

const ATTENDANCE_INPUTS = (t: Tell): SchemeInput[] => [
  datum("absent", t("缺勤天数", "Days absent"), "decimal", { min: 0, max: 31 }),
  datum("halfDays", t("缺勤半天次数", "Half-day absences"), "integer", { min: 0 }),
];

/** Monthly report 60 = 3 × 20, weekly reports checked 10, training 10, on time 10, leads reps 10. */
function managerInputs(t: Tell): SchemeInput[] {
  const score = (id: string, name: string, max: number): SchemeInput =>
    datum(id, name, "decimal", { min: 0, max });
  return [
    score("figures", t("月报：数据", "Monthly report: figures"), 20),
    score("analysis", t("月报：分析", "Monthly report: analysis"), 20),
    score("measures", t("月报：措施", "Monthly report: measures"), 20),
    datum("unchecked", t("未检查的周报份数", "Weekly reports not checked"), "integer"),
    datum("uncheckedBefore", t("上月未检查份数", "Not checked last month"), "integer", {
      previousOf: "unchecked",
    }),
    score("training", t("培训评分", "Training"), 10),
    datum("late", t("迟交次数", "Late hand-ins"), "integer"),
    datum("lateBefore", t("上月迟交次数", "Late last month"), "integer", { previousOf: "late" }),
    score("leading", t("带队评分", "Leading reps"), 10),
  ];
}

function managerLines(t: Tell): Indicator[] {
  const rated = (id: string, name: string, weight: number): Indicator =>
    line(id, name, weight, { kind: "rated", best: weight }, { value: id });
  return [
    rated("figures", t("月报数据准确", "Monthly report: figures right"), 20),
    rated("analysis", t("月报分析到位", "Monthly report: analysis"), 20),
    rated("measures", t("月报措施可行", "Monthly report: measures"), 20),
    line(
      "checks",
      t("检查周报", "Checks weekly reports"),
      10,
      { kind: "repeatMultiplier", loss: 2, factor: 2 },
      {
        count: "unchecked",
        previous: "uncheckedBefore",
      },
    ),
    rated("training", t("组织培训", "Training"), 10),
    line(
      "onTime",
      t("按时上交", "On time"),
      10,
      { kind: "repeatMultiplier", loss: 5, factor: 2 },
      {
        count: "late",
        previous: "lateBefore",
      },
    ),
    rated("leading", t("带领业务员", "Leads reps"), 10),
  ];
}

/** Dealers 30 with −5 a fault; reports 70 = weekly report 4 × 10 and six lines of 5. */
function repInputs(t: Tell): SchemeInput[] {
  const count = (id: string, name: string, more: Partial<SchemeInput> = {}): SchemeInput =>
    datum(id, name, "integer", { min: 0, ...more });
  return [
    count("faults", t("经销商管理差错", "Faults with dealers")),
    count("faultsBefore", t("上月差错", "Faults last month"), { previousOf: "faults" }),
    count("weekly", t("缺周报份数", "Weekly reports missing")),
    count("market", t("缺市场信息", "Market reports missing")),
    count("quality", t("缺质量反馈", "Quality reports missing")),
    count("ads", t("缺广告计划", "Ad plans missing")),
    count("promotion", t("缺促销计划", "Promotion plans missing")),
    count("outcome", t("促销总结不合格", "Promotion results at fault")),
    count("vehicles", t("车辆违规", "Vehicle breaches")),
  ];
}

function repLines(t: Tell): Indicator[] {
  const missing = (id: string, name: string, weight: number, loss: number): Indicator =>
    line(id, name, weight, { kind: "deduct", loss }, { count: id });
  return [
    line(
      "dealers",
      t("经销商管理", "Dealers"),
      30,
      { kind: "repeatMultiplier", loss: 5, factor: 2 },
      {
        count: "faults",
        previous: "faultsBefore",
      },
    ),
    missing("weekly", t("周报（四份）", "Weekly reports (four)"), 40, 10),
    missing("market", t("市场信息", "Market report"), 5, 5),
    missing("quality", t("质量反馈", "Quality report"), 5, 5),
    missing("ads", t("广告计划", "Ad plan"), 5, 5),
    missing("promotion", t("促销计划", "Promotion plan"), 5, 5),
    missing("outcome", t("促销总结", "Promotion result"), 5, 2),
    line("vehicles", t("车辆管理", "Vehicles"), 5, { kind: "allOrNothing" }, { breaches: "vehicles" }),
  ];
}

/** Ten lines of 10, each scored by the group that sees it. */
function serviceLines(t: Tell): {
  readonly inputs: SchemeInput[];
  readonly lines: Indicator[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
} {
  const groups = [
    { id: "hotline", name: t("客服热线", "Hotline") },
    { id: "parts", name: t("配件部", "Parts") },
    { id: "quality", name: t("质量部", "Quality") },
    { id: "direct", name: t("大区经理", "Regional manager") },
  ];
  const lines: readonly (readonly [id: string, name: string, group: string])[] = [
    ["response", t("响应及时", "Responds in time"), "hotline"],
    ["callbacks", t("回访满意", "Call-backs content"), "hotline"],
    ["complaints", t("投诉处理", "Complaints settled"), "hotline"],
    ["stock", t("配件账物相符", "Parts stock right"), "parts"],
    ["returns", t("旧件返回", "Old parts returned"), "parts"],
    ["claims", t("索赔单据", "Claim papers"), "parts"],
    ["reports", t("质量信息", "Quality reports"), "quality"],
    ["repairs", t("维修质量", "Repairs"), "quality"],
    ["training", t("培训服务站", "Trains stations"), "direct"],
    ["support", t("配合销售", "Supports sales"), "direct"],
  ];
  return {
    groups,
    inputs: lines.map(([id, name, group]) =>
      datum(id, name, "decimal", { min: 0, max: 10, raters: `${group}Plan` }),
    ),
    lines: lines.map(([id, name]) => line(id, name, 10, { kind: "rated", best: 10 }, { value: id })),
  };
}

function exampleRows(t: Tell): InputRow[] {
  const manager = [
    "figures",
    "analysis",
    "measures",
    "unchecked",
    "training",
    "late",
    "leading",
    "absent",
    "halfDays",
  ];
  const rep = [
    "faults",
    "weekly",
    "market",
    "quality",
    "ads",
    "promotion",
    "outcome",
    "vehicles",
    "absent",
    "halfDays",
  ];
  const data: readonly (readonly [string, readonly string[], readonly (readonly number[])[]])[] = [
    [
      t("陈立", "Chen Li"),
      manager,
      [
        [18, 16, 17, 1, 9, 0, 9, 0, 0],
        [19, 17, 17, 1, 8, 0, 9, 0, 1],
        [18, 18, 16, 0, 9, 1, 9, 1, 0],
      ],
    ],
    [
      t("周航", "Zhou Hang"),
      manager,
      [
        [15, 14, 15, 2, 7, 1, 8, 0, 0],
        [16, 15, 14, 1, 8, 1, 8, 0, 0],
        [17, 15, 16, 0, 8, 0, 8, 0, 0],
      ],
    ],
    [
      t("王敏", "Wang Min"),
      rep,
      [
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        [0, 0, 0, 0, 0, 0, 1, 0, 0, 0],
      ],
    ],
    [
      t("李强", "Li Qiang"),
      rep,
      [
        [1, 1, 0, 0, 1, 0, 1, 0, 1, 0],
        [2, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 0, 0, 0, 1, 0, 1],
      ],
    ],
    [
      t("赵静", "Zhao Jing"),
      rep,
      [
        [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        [0, 1, 1, 0, 0, 0, 0, 0, 2, 0],
        [2, 0, 0, 0, 0, 0, 1, 0, 3, 0],
      ],
    ],
    [
      t("孙伟", "Sun Wei"),
      ["absent", "halfDays"],
      [
        [0, 0],
        [0, 1],
        [1, 0],
      ],
    ],
  ];
  return data.flatMap(([person, ids, rows]) =>
    rows.map((values, i) => ({ person, period: `${YEAR}-0${i + 1}`, values: row(ids, values) })),
  );
}

function exampleRatings(t: Tell): RatingRow[] {
  const given: readonly (readonly [
    group: string,
    rater: string,
    ids: readonly string[],
    rows: readonly (readonly number[])[],
  ])[] = [
    [
      "hotline",
      t("客服热线", "Hotline"),
      ["response", "callbacks", "complaints"],
      [
        [9, 8, 9],
        [8, 8, 9],
        [9, 9, 9],
      ],
    ],
    [
      "parts",
      t("配件部", "Parts"),
      ["stock", "returns", "claims"],
      [
        [8, 9, 7],
        [9, 9, 8],
        [9, 8, 8],
      ],
    ],
    [
      "quality",
      t("质量部", "Quality"),
      ["reports", "repairs"],
      [
        [8, 9],
        [8, 8],
        [9, 9],
      ],
    ],
    [
      "direct",
      t("周航", "Zhou Hang"),
      ["training", "support"],
      [
        [9, 8],
        [8, 9],
        [9, 9],
      ],
    ],
  ];
  return given.flatMap(([group, rater, ids, rows]) =>
    rows.map((values, i) => ({
      rater,
      group,
      person: t("孙伟", "Sun Wei"),
      period: `${YEAR}-0${i + 1}`,
      values: Object.fromEntries(ids.map((id, k) => [id, values[k] ?? null])),
    })),
  );
}
