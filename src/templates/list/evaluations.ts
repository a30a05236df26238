import { evaluationBook, type EvaluationBookOptions } from "../../jobs/evaluation/evaluationBook";
import type { EvaluationPage } from "../../jobs/evaluation/evaluationPages";
import { EVALUATION_GALLERY } from "../../scoring/gallery/gallery";
import type { Phrase } from "../../words";
import type { EvaluationRequest } from "../../scoring/evaluation";
import type { WorkbookSpec } from "../../sheets/spec";
import { COMMISSION_PAY, LETTER_PAY, MONTHLY_PAY, type ExamplePay } from "../examples/payPlans";
import { inOrderOfUse } from "../pageOrder";
import type { Template } from "../template";
import { CUBIC_METRES, withVolumeTargets, type VolumeTargets } from "../volumeTargets";
import { withLetter } from "../withLetter";
import { withPay } from "../withPay";
import { STEPS, USUAL_STEPS } from "./evaluationSteps";

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
      "主任、内勤、大客户、市场、促销、外埠、业务、促销员八个岗位各有指标；评分 70/30 与 40/60；权重按阶段变；季度排名。",
    "en-US":
      "Eight positions with their key indicators; raters 70/30 and 40/60; weights by phase; ranked by quarter.",
  },
  "four-part": {
    "zh-CN": "团队业绩 TP、个人目标 IP、能力 CP、态度 AT 四部分，三个月一期，多方评价能力。",
    "en-US":
      "Team result, own goals, capability and attitude in three-month cycles, with capability rated from several sides.",
  },
  commission: {
    "zh-CN":
      "任务（立方米）按区域、业务员、月份分解并签字确认；完成率、回款和纪律定考核，补贴、奖金、提成随之算出；新人头两个月不考核。",
    "en-US":
      "Targets in m³ by area, rep and month, confirmed by signature; completion, collection and discipline are scored, and allowance, bonus and commission follow. Newcomers are left out for two months.",
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

/** Schemes whose targets are split among areas and people first, and confirmed. */
const TARGETS: Readonly<Record<string, VolumeTargets>> = { commission: CUBIC_METRES };

/** The page by which a template is known from the others, where that is not its ranking. */
const PICTURES: Readonly<Record<string, string>> = {
  "responsibility-letter": "letter",
  "director-letter": "letter",
  "four-part": "card",
  "sales-evaluation": "card",
  "manager-annual": "card",
  "operating-responsibility": "card",
};

/** The evaluations of the gallery, D1 to D9. */
export const EVALUATIONS: readonly Template[] = EVALUATION_GALLERY.map(({ id, number, name, request }) => ({
  id,
  number,
  group: "score",
  name,
  ...(PICTURES[id] !== undefined && { picture: PICTURES[id] }),
  purpose: PURPOSES[id] ?? name,
  steps: STEPS[id] ?? USUAL_STEPS,
  book: (lang) => bookFor(id, request(lang)),
  fill: { kind: "evaluation", request, book: (asked) => filledBook(id, asked) },
  examples: ["letter", "data", "ratings", "card", "paySummary", ...(id in TARGETS ? ["targets"] : [])],
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
  return { spareRows: SPARE[id] ?? 4, pages: PAGES[id] ?? [] };
}

/** Lines for people to come, in each scheme: few where there are many schemes. */
const SPARE: Readonly<Record<string, number>> = { "rep-monthly": 1, "field-office": 1, commission: 2 };

/** What people are paid by a scheme of the gallery; undefined where it is about points alone. */
export const payOf = (id: string): ExamplePay | undefined => PAY[id];

function bookFor(id: string, request: EvaluationRequest): WorkbookSpec {
  const [pay, targets] = [PAY[id], TARGETS[id]];
  return whole(id, request, pay, targets && { ...targets, lastYear: 0.92 }, "example");
}

/** With people's own data: what only they know about pay is left to them. */
function filledBook(id: string, request: EvaluationRequest): WorkbookSpec {
  const pay = PAY[id];
  return whole(id, request, pay && { ...pay, inputs: {} }, TARGETS[id]);
}

/** The gallery's pages for people's own data, with a pay plan that is somebody's own. */
export function bookWithPay(id: string, request: EvaluationRequest, pay: ExamplePay): WorkbookSpec {
  return whole(id, request, pay, TARGETS[id]);
}

function whole(
  id: string,
  request: EvaluationRequest,
  pay: ExamplePay | undefined,
  targets: VolumeTargets | undefined,
  people: NonNullable<EvaluationBookOptions["people"]> = "own",
): WorkbookSpec {
  const options = { ...evaluationOptions(id), people };
  const scored = pay ? withPay(request, pay, options) : evaluationBook(request, options);
  const lettered = LETTERS.has(id) ? withLetter(scored, request, pay?.plan(request.lang)) : scored;
  return inOrderOfUse(targets ? withVolumeTargets(lettered, request, targets) : lettered);
}

/** What is signed before it is scored. */
const LETTERS: ReadonlySet<string> = new Set(["responsibility-letter", "director-letter"]);
