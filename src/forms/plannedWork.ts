/** Planned work as evidence for scoring: how much of what was planned for a person's days was done. */
import type { Completion, WorkPlan } from "./workPlan";

/** What a scheme can ask of a work plan. */
export type WorkFigure = keyof Completion;

/** An input of a scheme, as far as a work plan cares. */
export interface AskedInput {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly formula?: string;
  readonly raters?: string;
}

/** An input of a scheme that a work plan answers. */
export interface WorkInput {
  /** Id of the input. */
  readonly input: string;
  readonly figure: WorkFigure;
}

/** What such inputs are called, in lower case: by id, or by name in either language. */
const NAMES: Readonly<Record<WorkFigure, readonly string[]>> = {
  planned: ["plannedwork", "plannedtasks", "计划工作", "计划工作数", "计划任务", "计划任务数", "work planned", "planned work", "planned tasks"],
  done: ["planneddone", "完成的计划工作", "完成计划工作", "完成计划工作数", "完成的计划任务", "planned work done", "planned tasks done"],
  rate: ["plannedrate", "计划工作完成率", "工作计划完成率", "计划任务完成率", "planned-work completion", "planned work completion rate", "planned work rate"],
}; // prettier-ignore

/**
 * The inputs of a scheme that ask for planned work, by what they are called. One called “planned work done” is a rate
 * when it is typed in percent.
 *
 * @param named ids of inputs that take the rate, whatever they are called
 * @example workInputs(salesEvaluation) // [{ input: "done", figure: "done" }, { input: "planned", figure: "planned" }]
 */
export function workInputs(
  { inputs }: { readonly inputs: readonly AskedInput[] },
  named: readonly string[] = [],
): WorkInput[] {
  return inputs.flatMap((input): WorkInput[] => {
    if (input.formula !== undefined || input.raters !== undefined) return [];
    if (named.includes(input.id)) return [{ input: input.id, figure: "rate" }];
    const figure = figureOf(input);
    return figure === undefined ? [] : [{ input: input.id, figure }];
  });
}

function figureOf({ id, name, format }: AskedInput): WorkFigure | undefined {
  const called = [id.toLowerCase(), name.trim().toLowerCase()];
  const figure = (Object.keys(NAMES) as WorkFigure[]).find((key) =>
    NAMES[key].some((word) => called.includes(word)),
  );
  return figure === "done" && format === "percent" ? "rate" : figure;
}

/**
 * A person's planned work due from one day to another, both included, over several plans. Null where none of them has
 * planned anything, which is no zero.
 *
 * @param from ISO date, as `to`
 */
export function workBetween(
  plans: readonly WorkPlan[],
  person: string,
  from: string,
  to: string,
): Completion | null {
  const due = plans.flatMap((plan) =>
    plan.tasks
      .filter(
        (task) => task.planned && task.owner.trim() === person.trim() && from <= task.due && task.due <= to,
      )
      .map((task) => task.checks?.[plan.counts] === true),
  );
  if (due.length === 0) return null;
  const done = due.filter(Boolean).length;
  return { planned: due.length, done, rate: done / due.length };
}
