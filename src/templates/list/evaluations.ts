import { evaluationBook, type EvaluationBookOptions } from "../../jobs/evaluation/evaluationBook";
import type { EvaluationPage } from "../../jobs/evaluation/evaluationPages";
import { EVALUATION_GALLERY } from "../../scoring/gallery/gallery";
import type { Phrase } from "../../words";
import type { EvaluationRequest } from "../../scoring/evaluation";
import type { WorkbookSpec } from "../../sheets/spec";
import { COMMISSION_PAY, LETTER_PAY, MONTHLY_PAY, type ExamplePay } from "../examples/payPlans";
import type { Template } from "../template";
import { withPay } from "../withPay";

/** What each scheme of the field is for. */
const PURPOSES: Readonly<Record<string, Phrase>> = {
  "rep-monthly": {
    "zh-CN":
      "日常工作 70 % + 出勤 30 %，大区经理、业务员、现场服务各用各的指标；连续两次未做到加倍扣分；全年 = 各月平均。",
    "en-US":
      "Daily work 70 % and attendance 30 %, with indicators of their own for regional managers, reps and field service; a repeated miss doubles; the year is the mean of its months.",
  },
  "responsibility-letter": {
    "zh-CN": "员工满意、合格率、程序检查、客户满意的底线与重大事故：未达项扣减，安全加倍，事故取消全年奖励。",
    "en-US":
      "Lines not to fall below and no major accident: misses are taken off, safety counts double, an accident cancels the year's rewards.",
  },
  "field-office": {
    "zh-CN":
      "办公室、内勤、大客户、市场、促销、驻外、业务、促销员各有关键指标；70/30 与 40/60 评分权重；按阶段变权重；季度排名。",
    "en-US":
      "Eight positions with their key indicators; raters 70/30 and 40/60; weights by phase; ranked by quarter.",
  },
  "four-part": {
    "zh-CN": "团队业绩 TP、个人目标 IP、能力 CP、态度 AT 四部分，三个月一期，多方评价能力。",
    "en-US":
      "Team result, own goals, capability and attitude in three-month cycles, with capability rated from several sides.",
  },
  commission: {
    "zh-CN": "业务提成的完成率、回款与日常考核；新人头两个月不考核。",
    "en-US":
      "Completion, collection and daily work behind a commission; newcomers are left out for two months.",
  },
  "director-letter": {
    "zh-CN": "总监责任书：结果指标加 −k 规则：满意度、投诉、骨干留存、违规、培训、报告。",
    "en-US":
      "A director's letter: result lines, and points off for satisfaction, complaints, staff lost, breaches, training, late reports.",
  },
  "sales-evaluation": {
    "zh-CN": "完成率乘权重、五级评价、计划工作完成率、四个协作部门平均分。",
    "en-US":
      "Completion by weight, five-level lines, planned work done, and the mean of four peer departments.",
  },
  "manager-annual": {
    "zh-CN": "业绩、团队、创新；季度与全年；自评与多方评价。",
    "en-US": "Results, team, innovation; by quarter and year; self and 360.",
  },
  "operating-responsibility": {
    "zh-CN": "数量 + 质量 + 多方评价，四个等级，各有后果。",
    "en-US": "Quantity, quality and 360; four grades, each with its consequence.",
  },
};

const STEPS: readonly Phrase[] = [
  {
    "zh-CN": "在数据表的黄色单元格填写人员和数字；没有数据的留空，不要写 0。",
    "en-US":
      "Fill in people and figures in the yellow cells of the data pages; leave what is not known empty, never 0.",
  },
  {
    "zh-CN": "需要评分的指标由考核人填写评分表，缺评的处理方式写在方案里。",
    "en-US":
      "Where raters give points they fill in the ratings; the scheme says what happens when one is missing.",
  },
  {
    "zh-CN": "得分、等级、名次都是公式，点开可以看到每一分的来处。",
    "en-US": "Scores, grades and ranks are formulas: click one to see where every point comes from.",
  },
  {
    "zh-CN": "权重、门槛、扣分在“考核方案”修改，结果立即更新。",
    "en-US": "Change weights, thresholds and deductions on the scheme pages; results follow at once.",
  },
  {
    "zh-CN": "在个人考核表选择姓名，打印一页，面谈后双方签字。",
    "en-US": "Pick a name on the card, print the page, talk it over and both sign.",
  },
];

/** The evaluations of the gallery, D1 to D9. */
export const EVALUATIONS: readonly Template[] = EVALUATION_GALLERY.map(({ id, number, name, request }) => ({
  id,
  number,
  group: "score",
  name,
  purpose: PURPOSES[id] ?? name,
  steps: STEPS,
  book: (lang) => bookFor(id, request(lang)),
  fill: { kind: "evaluation", request, book: (asked) => filledBook(id, asked) },
  examples: ["data", "ratings", "paySummary"],
}));

/** Who is scored is paid by it where the scheme of the field says how. */
const PAY: Readonly<Record<string, ExamplePay>> = {
  "rep-monthly": MONTHLY_PAY,
  "responsibility-letter": LETTER_PAY,
  commission: COMMISSION_PAY,
};

/** Pages beyond the scores; letters of a few people rank nobody, and a capped grade is not to be forced. */
const PAGES: Readonly<Record<string, readonly EvaluationPage[]>> = {
  "rep-monthly": ["analysis", "standing"],
  "responsibility-letter": ["analysis"],
  "field-office": ["analysis", "standing"],
  "four-part": ["analysis", "standing"],
  commission: ["analysis", "standing"],
  "director-letter": ["analysis"],
  "sales-evaluation": ["analysis", "standing"],
  "manager-annual": ["analysis", "standing"],
  "operating-responsibility": ["analysis"],
};

/** What a scheme of the gallery's book has beyond the usual. */
export function evaluationOptions(id: string): EvaluationBookOptions {
  return { spareRows: 4, pages: PAGES[id] ?? [] };
}

/** What people are paid by a scheme of the gallery; undefined where it is about points alone. */
export const payOf = (id: string): ExamplePay | undefined => PAY[id];

function bookFor(id: string, request: EvaluationRequest): WorkbookSpec {
  const pay = PAY[id];
  return pay
    ? withPay(request, pay, { pages: PAGES[id] ?? [] })
    : evaluationBook(request, evaluationOptions(id));
}

/** With people's own data: what only they know about pay is left to them. */
function filledBook(id: string, request: EvaluationRequest): WorkbookSpec {
  const pay = PAY[id];
  return pay
    ? withPay(request, { ...pay, inputs: {} }, evaluationOptions(id))
    : evaluationBook(request, evaluationOptions(id));
}
