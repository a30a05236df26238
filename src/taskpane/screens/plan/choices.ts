import type { Limit } from "../../../planning/allocate/limits";
import type { PlanRequest, TimeProfile, UnitProfile } from "../../../planning/planRequest";
import type { RunChoices } from "../../../jobs/types";
import type { PlanChange } from "../../flow/commands";

/** The choices of the plan as the screen shows them, made from the request and back. */
export const TIMES = ["history", "pace", "days", "even"] as const;
export type TimeChoice = (typeof TIMES)[number];
export const UNIT_CHOICES = ["history", "levels", "even"] as const;
export type UnitChoice = (typeof UNIT_CHOICES)[number];
export const CALENDARS = ["CN", "none"] as const;
export type Calendar = (typeof CALENDARS)[number];
export const LIMIT_KINDS = ["lock", "min", "max"] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];
export const STEPS = [1, 10, 100, 1000, 10_000] as const;

type Plan = Partial<PlanRequest>;

export function timeOf({ time }: Plan): TimeChoice {
  if (time?.kind === "even") return "even";
  if (time?.kind === "workingDays") return "days";
  return time?.kind === "history" && time.workingDays ? "pace" : "history";
}

export function calendarOf({ time }: Plan): Calendar {
  const calendar =
    time?.kind === "workingDays" ? time.calendar : time?.kind === "history" ? time.workingDays : undefined;
  return calendar?.country ?? "CN";
}

/** The usual profile is left to the job, which fills months without history as it is told. */
export function withTime(
  choice: TimeChoice,
  country: Calendar,
  gaps: RunChoices["emptyMonths"] = "zero",
): PlanChange {
  const made: Record<TimeChoice, TimeProfile | undefined> = {
    history: undefined,
    pace: { kind: "history", gaps, workingDays: { country } },
    days: { kind: "workingDays", calendar: { country } },
    even: { kind: "even" },
  };
  return { time: made[choice] };
}

export function unitsOf({ organisation }: Plan): UnitChoice {
  return organisation?.kind === "even" || organisation?.kind === "levels" ? organisation.kind : "history";
}

export function withUnits(choice: UnitChoice, levels: number): PlanChange {
  const made: Record<UnitChoice, UnitProfile | undefined> = {
    history: undefined,
    levels: {
      kind: "levels",
      levels: [
        ...Array.from({ length: Math.max(1, levels - 1) }, () => ({ kind: "history" as const })),
        { kind: "even" },
      ],
    },
    even: { kind: "even" },
  };
  return { organisation: made[choice] };
}

export function kindOf(limit: Limit): LimitKind {
  return limit.lock !== undefined ? "lock" : limit.min !== undefined ? "min" : "max";
}

export function amountOf(limit: Limit): number {
  return limit.lock ?? limit.min ?? limit.max ?? 0;
}

/** A limit on a unit's year; one of a kind for each unit, the newer one counts. */
export function withLimit(limits: readonly Limit[], node: string, kind: LimitKind, amount: number): Limit[] {
  const others = limits.filter((limit) => limit.node !== node || kindOf(limit) !== kind);
  return [...others, { node, [kind]: amount }];
}

/** How many of the folded choices are not the usual ones. */
export function changedCount({ plan = {} }: RunChoices): number {
  const { total: _total, limits = [], padding = [], ...others } = plan;
  return (
    Object.values(others).filter((value) => value !== undefined).length +
    limits.length +
    (padding.some((rate) => rate > 0) ? 1 : 0)
  );
}
