import { dayNumber, isoDate, partsOf } from "../planning/dates";

/** What became of a task. Extended and stopped ones say why. */
export const STATUSES = ["open", "done", "extended", "stopped"] as const;
export type Status = (typeof STATUSES)[number];

/** Who looks whether a task is really done: the person, the unit, the supervision centre. */
export const CHECKS = ["own", "unit", "centre"] as const;
export type Check = (typeof CHECKS)[number];

/** A goal of the year. */
export interface Goal {
  readonly id: string;
  readonly text: string;
  /** What counts as reached. */
  readonly measure: string;
  readonly owner: string;
  /** ISO date. */
  readonly due: string;
}

/** What a month does for a goal. */
export interface MonthItem {
  readonly id: string;
  /** Id of a goal; work that serves none is allowed. */
  readonly goal?: string;
  /** 1–12. */
  readonly month: number;
  readonly text: string;
  readonly stage: string;
  readonly owner: string;
  /** ISO date. */
  readonly due: string;
}

/** One week's piece of work of one person. */
export interface Task {
  readonly id: string;
  /** The Monday of its week, ISO date; empty where it is not known. */
  readonly week: string;
  readonly owner: string;
  readonly text: string;
  /** Id of a month's item. */
  readonly item?: string;
  /** ISO date; empty where it is not known. */
  readonly due: string;
  /** Absent where nobody said. */
  readonly important?: boolean;
  readonly urgent?: boolean;
  /** False for work that came in between; it does not count in the completion rate. */
  readonly planned: boolean;
  /** Absent where nobody said: still open. */
  readonly status?: Status;
  readonly reason?: string;
  /** What each check found; absent while nobody looked. */
  readonly checks?: Readonly<Partial<Record<Check, boolean>>>;
  /** Id of the task it goes on from. */
  readonly from?: string;
}

export interface WorkPlan {
  readonly title: string;
  readonly year: number;
  readonly people: readonly string[];
  readonly goals: readonly Goal[];
  readonly months: readonly MonthItem[];
  readonly tasks: readonly Task[];
  /** Whose word counts in the completion rate. */
  readonly counts: Check;
  /** Once approved, only statuses, reasons and checks may change. */
  readonly approved?: { readonly by: string; readonly on: string };
}

/** Stephen Covey's four quadrants, by importance, then urgency. */
export const QUADRANTS = ["doNow", "schedule", "delegate", "drop"] as const;
export type Quadrant = (typeof QUADRANTS)[number];

/** @example quadrantOf({ important: true, urgent: false }) // "schedule" */
export function quadrantOf({ important, urgent }: Pick<Task, "important" | "urgent">): Quadrant {
  if (important) return urgent ? "doNow" : "schedule";
  return urgent ? "delegate" : "drop";
}

/**
 * The Monday of a day's week.
 *
 * @throws AttainError `request-invalid` when `iso` is no date
 * @example mondayOf("2026-01-01") // "2025-12-29"
 */
export function mondayOf(iso: string): string {
  const day = dayNumber(iso);
  return isoDate(day - partsOf(day).weekday + 1);
}

/** @example nextWeek("2026-01-05") // "2026-01-12" */
function nextWeek(monday: string): string {
  return isoDate(dayNumber(monday) + 7);
}

export interface Completion {
  /** Tasks that were planned. */
  readonly planned: number;
  /** Those of them that the check that counts found done. */
  readonly done: number;
  /** Fraction; null when nothing was planned, which is no zero. */
  readonly rate: number | null;
}

/**
 * Planned work done ÷ work planned, of one person (or all) in one month (or the year). A task belongs to the month it
 * is due in; unplanned work is left out of both; a stopped task counts as planned and not done.
 */
export function completionOf(plan: WorkPlan, of: { owner?: string; month?: number } = {}): Completion {
  const planned = plan.tasks.filter(
    (task) =>
      task.planned &&
      (of.owner === undefined || task.owner === of.owner) &&
      (of.month === undefined || Number(task.due.slice(5, 7)) === of.month),
  );
  const done = planned.filter(({ checks }) => checks?.[plan.counts] === true).length;
  return { planned: planned.length, done, rate: planned.length === 0 ? null : done / planned.length };
}

export interface Rollover {
  readonly plan: WorkPlan;
  /** The tasks that went on, as they stand in the new week. */
  readonly moved: readonly Task[];
}

/**
 * Moves what a week left open to the next one: the old task becomes “extended” with a reason, a new one takes it up,
 * due a week later. A task that was moved before is not moved again, so running it twice changes nothing.
 *
 * @param week the Monday of the week that ends
 * @param reason what stands where nobody gave a reason
 */
export function rollOver(plan: WorkPlan, week: string, reason: string): Rollover {
  const taken = new Set(plan.tasks.flatMap(({ from }) => from ?? []));
  const ids = new Set(plan.tasks.map(({ id }) => id));
  const left = (task: Task): boolean =>
    task.week === week && (task.status ?? "open") === "open" && !taken.has(task.id);
  const moved = plan.tasks.filter(left).map((task): Task => {
    const { id, reason: _reason, checks: _checks, ...rest } = task;
    return {
      ...rest,
      id: freshId(ids),
      week: nextWeek(week),
      due: task.due === "" ? "" : isoDate(dayNumber(task.due) + 7),
      from: id,
    };
  });
  const tasks = plan.tasks.map((task): Task =>
    left(task) ? { ...task, status: "extended", reason: task.reason ?? reason } : task,
  );
  return { plan: { ...plan, tasks: [...tasks, ...moved] }, moved };
}

/** T1, T2 …: the first number after the highest in use. */
function freshId(used: Set<string>): string {
  const highest = [...used].reduce((most, id) => Math.max(most, Number(/(\d+)$/.exec(id)?.[1] ?? 0)), 0);
  const id = `T${highest + 1}`;
  used.add(id);
  return id;
}

export interface TaskFault {
  readonly task: string;
  readonly what: "noReason" | "dueBeforeWeek" | "unknownItem" | "unknownOwner" | "doneButChecked";
}

/** What a careful reader would send back: tasks put off without a reason, or called done where a check says no. */
export function taskFaults(plan: WorkPlan): TaskFault[] {
  const items = new Set(plan.months.map(({ id }) => id));
  return plan.tasks.flatMap((task) => {
    const faults: TaskFault["what"][] = [];
    if ((task.status === "extended" || task.status === "stopped") && (task.reason ?? "") === "")
      faults.push("noReason");
    if (task.due !== "" && task.due < task.week) faults.push("dueBeforeWeek");
    if (task.item !== undefined && !items.has(task.item)) faults.push("unknownItem");
    if (!plan.people.includes(task.owner)) faults.push("unknownOwner");
    if (task.status === "done" && (task.checks?.unit === false || task.checks?.centre === false))
      faults.push("doneButChecked");
    return faults.map((what) => ({ task: task.id, what }));
  });
}
