/** Work plans feed an evaluation: the rate of planned work done becomes an indicator's input. */
import { readGrids } from "../../excel/read/read";
import { readState } from "../../excel/state/workbookState";
import { workBetween, workInputs, type WorkFigure } from "../../forms/plannedWork";
import type { WorkPlan } from "../../forms/workPlan";
import { personId, type EvaluationRequest, type InputRow } from "../../scoring/evaluation";
import { resolveVariants } from "../../scoring/structure";
import type { Mistake } from "../../scoring/scheme";
import { readWorkPlan } from "../../sheets/forms/readWorkPlan";
import { liveTasks, withPlannedWork, type FedColumn, type LiveTasks, type PlannedWorkRow } from "../../sheets/forms/plannedWorkSheet"; // prettier-ignore
import { WORK_PLAN_SHEETS } from "../../sheets/forms/workPlanDraft";
import type { WorkbookSpec } from "../../sheets/spec";
import { say, type Phrase } from "../../words";
import { fromA1 } from "../evaluation/scored";

/** A work plan and what to call it where a figure is explained: a file's name, or a tab. */
export interface NamedPlan {
  readonly source: string;
  readonly plan: WorkPlan;
}

export interface WorkFeed {
  readonly plans: readonly NamedPlan[];
  /** Where the tasks are, when they stand in the workbook that is being written. */
  readonly live?: LiveTasks;
  /** Ids of inputs that take the rate whatever they are called. */
  readonly inputs?: readonly string[];
}

export interface FedEvaluation {
  readonly request: EvaluationRequest;
  /** The workbook of that request with the page of planned work. */
  readonly book: (book: WorkbookSpec) => WorkbookSpec;
  readonly rows: readonly PlannedWorkRow[];
  /** What did not fit: nobody's plan, figures that were typed, schemes that ask for no such thing. */
  readonly problems: readonly Mistake[];
}

const W = {
  noInput: {
    "zh-CN": "方案没有接收计划工作的数据项（如“计划工作完成率”），可用 --work-input 指定",
    "en-US":
      "no input of the scheme asks for planned work (such as “planned work rate”); name one with --work-input",
  },
  noPlan: {
    "zh-CN": "“{name}”在工作计划里没有到期的计划任务",
    "en-US": "no planned task of “{name}” was due",
  },
  nobody: {
    "zh-CN": "工作计划里的“{name}”不在考核名单",
    "en-US": "“{name}” of the work plan is not evaluated",
  },
  typed: {
    "zh-CN": "“{name}”填写的是 {typed}，按工作计划采用 {planned}",
    "en-US": "“{name}” had {typed} typed in; the work plan's {planned} counts",
  },
} as const satisfies Record<string, Phrase>;

/**
 * The request with what its work plans say, person by person and period by period.
 *
 * @example feedWorkPlans(request, { plans: [{ source: "plan.xlsx", plan }] }).rows[0] // { person: "…", planned: 4, done: 3, … }
 */
export function feedWorkPlans(request: EvaluationRequest, feed: WorkFeed): FedEvaluation {
  const { lang, periods, people } = request;
  const { schemes } = resolveVariants(request.schemes);
  const asked = schemes.flatMap((scheme) =>
    workInputs(scheme, feed.inputs).map(({ input, figure }) => ({
      input,
      figure,
      header: scheme.inputs.find(({ id }) => id === input)?.name ?? input,
    })),
  );
  if (asked.length === 0)
    return {
      request,
      book: (book) => book,
      rows: [],
      problems: [{ where: "schemes", what: W.noInput[lang] }],
    };
  const plans = feed.plans.map(({ plan }) => plan);
  const problems: Mistake[] = [];
  const rows: PlannedWorkRow[] = [];
  const inputs: InputRow[] = [];
  const figures = new Map(asked.map(({ input, figure }) => [input, figure]));
  for (const person of people.filter(({ name }) => name !== "")) {
    const before = rows.length;
    for (const period of periods) {
      const work = workBetween(plans, person.name, period.from, period.to);
      if (work === null) continue;
      const source = feed.plans
        .filter(({ plan }) => workBetween([plan], person.name, period.from, period.to) !== null)
        .map((one) => one.source);
      rows.push({
        person: person.name,
        period: period.label,
        from: period.from,
        to: period.to,
        planned: work.planned,
        done: work.done,
        source: source.join(lang === "zh-CN" ? "、" : ", "),
      });
      const values = Object.fromEntries([...figures].map(([input, figure]) => [input, work[figure]]));
      inputs.push({ person: personId(person), period: period.id, values });
      for (const [input, figure] of figures) {
        const typed = person.inputs?.[input] ?? null;
        if (typed !== null && typed !== work[figure])
          problems.push({
            where: person.name,
            what: say(W.typed, lang, {
              name: person.name,
              typed: String(typed),
              planned: shown(work[figure], figure),
            }),
          });
      }
    }
    if (rows.length === before)
      problems.push({ where: person.name, what: say(W.noPlan, lang, { name: person.name }) });
  }
  const known = new Set(people.map(({ name }) => name.trim()));
  for (const { source, plan } of feed.plans)
    for (const name of plan.people.filter((one) => !known.has(one.trim())))
      problems.push({ where: source, what: say(W.nobody, lang, { name }) });
  const columns: FedColumn[] = asked.map(({ header, figure }) => ({ header, figure }));
  return {
    rows,
    problems,
    request: { ...request, inputs: [...(request.inputs ?? []), ...inputs] },
    book: (book) => withPlannedWork(book, rows, columns, lang, feed.live),
  };
}

function shown(value: number | null, figure: WorkFigure): string {
  if (value === null) return "–";
  return figure === "rate" ? `${Math.round(value * 1000) / 10} %` : String(value);
}

/** Rows a page of tasks may grow by before its figures would have to be written again. */
const ROOM = 200;

/** The work plan of the open workbook, with where its tasks stand; undefined when it has none. */
export async function workPlanHere(): Promise<WorkFeed | undefined> {
  const state = await readState();
  const ours = (state?.sheets ?? []).filter(({ spec }) =>
    Object.values(WORK_PLAN_SHEETS).some((id) => id === spec),
  );
  if (!ours.some(({ spec }) => spec === WORK_PLAN_SHEETS.tasks)) return undefined;
  const grids = await readGrids({ sheets: ours.map(({ tab }) => tab) });
  const read = readWorkPlan(grids.map((grid) => ({ tab: grid.sheet, values: fromA1(grid) })));
  if (!read) return undefined;
  const { tab, columns, rows } = read.tasks;
  const first = rows[0]?.row ?? 1;
  const live = liveTasks(tab, columns, first, (rows.at(-1)?.row ?? first) + ROOM);
  return { plans: [{ source: tab, plan: read.plan }], ...(live ? { live } : {}) };
}
