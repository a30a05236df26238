import { AttainError } from "../../errors";

/** One step of a funnel, from the first contact down to the deal. */
export interface FunnelStage {
  readonly name: string;
  /** Share of the stage before that gets here, a fraction above 0 up to 1. Not looked at for the first stage. */
  readonly rate?: number;
  /** What one person usually does of it. */
  readonly norm?: Norm;
}

/** What one person usually does: `{ per: "day", min: 30, max: 40 }`, or exactly 20 a week with `min` alone. */
export interface Norm {
  readonly per: "day" | "week";
  readonly min: number;
  readonly max?: number;
}

export interface Funnel {
  /** At least two, the deal last. */
  readonly stages: readonly FunnelStage[];
  /** What is to be reached: deals, or money together with what a deal is worth on average. */
  readonly target: { readonly deals: number } | { readonly revenue: number; readonly perDeal: number };
  readonly people: number;
  readonly workingDays: number;
  /** Working days in a week. Default 5. */
  readonly daysPerWeek?: number;
}

/** What a stage needs in the period, in whole pieces, and what that means for one person. */
export interface StageNeed {
  readonly name: string;
  /** Of the whole team in the period, rounded up: half a visit wins nothing. */
  readonly needed: number;
  readonly perPerson: number;
  readonly perPersonDay: number;
  readonly perPersonWeek: number;
  /** The need against the norm's upper end, in the norm's own period; `none` without a norm. */
  readonly load: "within" | "below" | "above" | "none";
}

/**
 * Backwards from the target to calls per working day.
 *
 * @throws AttainError `request-invalid` for a rate outside (0, 1], nobody to do it, or no day to do it on
 * @example funnelNeeds({ stages: [{ name: "Calls" }, { name: "Visits", rate: 0.1 }, { name: "Quotes", rate: 0.4 },
 *   { name: "Deals", rate: 0.25 }], target: { deals: 12 }, people: 3, workingDays: 20 })
 *   // 1 200 calls, 120 visits, 48 quotes, 12 deals: 20 calls a day each
 */
export function funnelNeeds(funnel: Funnel): StageNeed[] {
  checkFunnel(funnel);
  const { stages, people, workingDays, daysPerWeek = 5 } = funnel;
  let needed = whole(
    "deals" in funnel.target ? funnel.target.deals : funnel.target.revenue / funnel.target.perDeal,
  );
  return stages
    .map((stage, i) => ({ stage, next: stages[i + 1] }))
    .reverse()
    .map(({ stage, next }): StageNeed => {
      if (next) needed = whole(needed / (next.rate ?? 1));
      const perPerson = needed / people;
      const perPersonDay = perPerson / workingDays;
      const perPersonWeek = perPersonDay * daysPerWeek;
      return {
        name: stage.name,
        needed,
        perPerson,
        perPersonDay,
        perPersonWeek,
        load: loadOf(stage.norm, stage.norm?.per === "week" ? perPersonWeek : perPersonDay),
      };
    })
    .reverse();
}

/** Upwards to the next whole piece; float noise of a division is no piece. */
function whole(pieces: number): number {
  return Math.ceil(Number(pieces.toFixed(9)));
}

/** @example loadOf({ per: "day", min: 30, max: 40 }, 45) // "above" */
function loadOf(norm: Norm | undefined, amount: number): StageNeed["load"] {
  if (!norm) return "none";
  if (amount > (norm.max ?? norm.min) + 1e-9) return "above";
  return amount < norm.min - 1e-9 ? "below" : "within";
}

/**
 * What the funnel yields when everybody keeps the first stage's norm, at its upper and lower end: deals, not rounded.
 * Null when the first stage has no norm.
 */
export function funnelYield(funnel: Funnel): { readonly low: number; readonly high: number } | null {
  checkFunnel(funnel);
  const [first, ...rest] = funnel.stages;
  const norm = first?.norm;
  if (!norm) return null;
  const days = norm.per === "week" ? funnel.workingDays / (funnel.daysPerWeek ?? 5) : funnel.workingDays;
  const perPiece = rest.reduce((product, { rate }) => product * (rate ?? 1), 1) * funnel.people * days;
  return { low: norm.min * perPiece, high: (norm.max ?? norm.min) * perPiece };
}

function checkFunnel({ stages, people, workingDays, target }: Funnel): void {
  const fail = (detail: string): never => {
    throw new AttainError("request-invalid", { detail });
  };
  if (stages.length < 2) fail("a funnel needs two stages or more");
  for (const { name, rate } of stages.slice(1))
    if (rate === undefined || !(rate > 0 && rate <= 1))
      fail(`the rate of “${name}” must lie above 0, up to 1`);
  if (!(people > 0)) fail("a funnel needs people");
  if (!(workingDays > 0)) fail("a funnel needs working days");
  if ("perDeal" in target && !(target.perDeal > 0)) fail("what a deal is worth must lie above 0");
}

/** Something a person does every day or week, whatever the funnel says: 2 new customers, 3 existing ones, 4 calls. */
export interface Activity {
  readonly name: string;
  readonly norm: Norm;
}

/**
 * How often an activity's norm asks for it in a period, for one person: its lower and upper end.
 *
 * @example normOver({ per: "week", min: 20 }, 22) // { min: 88, max: 88 }: 22 working days are 4.4 weeks
 */
export function normOver(
  { per, min, max = min }: Norm,
  workingDays: number,
  daysPerWeek = 5,
): { readonly min: number; readonly max: number } {
  const times = per === "day" ? workingDays : workingDays / daysPerWeek;
  return { min: min * times, max: max * times };
}
