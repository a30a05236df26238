import { AttainError } from "../errors";
import { allocateShares } from "../planning/allocate/shares";
import { buildPlan, type Plan } from "../planning/plan";
import type { PlanRequest } from "../planning/planRequest";
import { actualsByMonth } from "../records/ledger/actuals";
import { monthsOfYear } from "../records/periods";
import { salesScheme } from "../scoring/sales";
import type { Scheme } from "../scoring/scheme";
import { scoreTeam, type People, type Scorecard } from "../scoring/scoreTeam";
import type { Lang } from "../words";
import type { RunChoices } from "./types";
import type { Understanding } from "./read/understand";
import { WORDS } from "./words";

/** One rep of the base year. Amounts in whole currency units by month; `path` runs from the top unit to the rep. */
export interface RepYear {
  readonly path: readonly string[];
  readonly name: string;
  readonly unit: string;
  readonly manager: string;
  readonly amounts: readonly number[];
  readonly total: number;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
}

export interface Results {
  readonly baseYear: number;
  readonly year: number;
  readonly levels: readonly string[];
  readonly reps: readonly RepYear[];
  readonly baseTotal: number;
  readonly plan?: Plan;
  /** Whether a page that follows the plan is wanted. */
  readonly track: boolean;
  readonly scores?: Scores;
  /** When the plan is followed: what the ledger already holds of the plan's year, by unit id and month. */
  readonly reached?: { readonly asOf: number; readonly actuals: ReadonlyMap<string, readonly number[]> };
}

export interface Scores {
  readonly scheme: Scheme;
  /** In the order of the reps. */
  readonly people: People;
  readonly cards: readonly Scorecard[];
  /** How many share the scoring target. */
  readonly active: number;
}

/**
 * The numbers of a run: reps with their year, the plan, the scores. Pure; nothing is written.
 *
 * @throws AttainError `no-data` when no deal was won in the base year, `no-solution`, `scheme-invalid`
 */
export function compute(found: Understanding, choices: RunChoices, lang: Lang): Results {
  const parts = choices.parts ?? ["plan", "score"];
  const baseYear = choices.baseYear ?? usualYear(found);
  const { levels, reps } = repsOf(found, baseYear, lang);
  const baseTotal = reps.reduce((sum, { total }) => sum + total, 0);
  if (baseTotal === 0) throw new AttainError("no-data");
  const year = baseYear + 1;
  return {
    baseYear,
    year,
    levels,
    reps,
    baseTotal,
    track: parts.includes("track"),
    ...(parts.includes("track") ? { reached: reachedIn(found, year, reps, choices.through) } : {}),
    ...(parts.includes("plan") || parts.includes("track")
      ? { plan: planOf(reps, levels, year, choices, lang) }
      : {}),
    ...(parts.includes("score") ? { scores: scoresOf(reps, baseTotal, choices, lang) } : {}),
  };
}

function reachedIn(
  { deals, join }: Understanding,
  year: number,
  reps: readonly RepYear[],
  through: number | undefined,
): NonNullable<Results["reached"]> {
  const months = actualsByMonth(deals, monthsOfYear(year));
  const last = months.totals.reduce((latest, total, month) => (total === 0 ? latest : month + 1), 0);
  const memberName = (rep: string) => join.memberOf.get(rep)?.rep ?? rep;
  const byName = new Map(months.reps.map(({ rep, amounts }) => [memberName(rep), amounts]));
  return {
    asOf: last === 0 ? 0 : (through ?? last),
    actuals: new Map(reps.map(({ path, name }) => [path.join(" / "), byName.get(name) ?? []])),
  };
}

/**
 * The year to plan from and to score unless somebody says otherwise: the last one with won deals – or the one before,
 * while the last is still running and the ledger goes back that far.
 *
 * @throws AttainError `no-data` when nothing was won
 */
export function usualYear({ deals }: Understanding): number {
  const months = new Set(
    deals.outcome.flatMap((outcome, i) => (outcome === "won" ? (deals.closed[i]?.slice(0, 7) ?? []) : [])),
  );
  const last = [...months].reduce((a, b) => (a > b ? a : b), "");
  if (last === "") throw new AttainError("no-data");
  const year = Number(last.slice(0, 4));
  const goesBack = [...months].some((month) => month.startsWith(`${year - 1}-`));
  return last.endsWith("-12") || !goesBack ? year : year - 1;
}

/** Reps grouped as the team list groups them; those of no team come last. */
function repsOf(found: Understanding, year: number, lang: Lang): { levels: string[]; reps: RepYear[] } {
  const { deals, members, join } = found;
  const actuals = new Map(actualsByMonth(deals, monthsOfYear(year)).reps.map((rep) => [rep.rep, rep]));
  const nameOf = new Map([...join.memberOf].map(([rep, member]) => [member, rep]));
  const unassigned = WORDS.unassigned[lang];
  const hasUnits = members.some(({ unit }) => unit !== undefined);
  const hasManagers = members.some(({ manager }) => manager !== undefined);
  const people = [
    ...members.map((member) => ({
      name: member.rep,
      unit: member.unit ?? unassigned,
      manager: member.manager ?? unassigned,
      year: actuals.get(nameOf.get(member) ?? member.rep),
    })),
    ...join.withoutTeam.map((name) => ({
      name,
      unit: unassigned,
      manager: unassigned,
      year: actuals.get(name),
    })),
  ];
  const none = monthsOfYear(year).map(() => 0);
  const reps = people.map(({ name, unit, manager, year: reached }): RepYear => ({
    path: [...(hasUnits ? [unit] : []), ...(hasManagers ? [manager] : []), name],
    name,
    unit: hasUnits ? unit : "",
    manager: hasManagers ? manager : "",
    amounts: reached?.amounts ?? none,
    total: reached?.total ?? 0,
    won: reached?.won ?? 0,
    lost: reached?.lost ?? 0,
    open: reached?.open ?? 0,
  }));
  const levels = [
    ...(hasUnits ? [WORDS.region[lang]] : []),
    ...(hasManagers ? [WORDS.manager[lang]] : []),
    WORDS.rep[lang],
  ];
  return { levels, reps: grouped(reps) };
}

/** Units together, and managers together within them, each in order of first appearance. */
function grouped(reps: readonly RepYear[]): RepYear[] {
  const groups = new Map<string, Map<string, RepYear[]>>();
  for (const rep of reps) {
    let managers = groups.get(rep.unit);
    if (!managers) groups.set(rep.unit, (managers = new Map()));
    const team = managers.get(rep.manager);
    if (team) team.push(rep);
    else managers.set(rep.manager, [rep]);
  }
  return [...groups.values()].flatMap((managers) => [...managers.values()].flat());
}

function planOf(
  reps: readonly RepYear[],
  levels: readonly string[],
  year: number,
  choices: RunChoices,
  lang: Lang,
): Plan {
  const request: PlanRequest = {
    measure: WORDS.revenue[lang],
    unit: WORDS.yuan[lang],
    horizon: { from: `${year}-01-01`, to: `${year}-12-31` },
    total: { growth: choices.growth ?? 0.2 },
    time: { kind: "history", gaps: choices.emptyMonths ?? "zero" },
    organisation: { kind: "history" },
    ...choices.plan,
  };
  return buildPlan(request, {
    company: WORDS.company[lang],
    levels,
    rows: reps.map(({ path, amounts }) => ({ path, values: amounts })),
  });
}

/** Everybody with a decided deal is scored against an even share of what was reached in all. */
function scoresOf(reps: readonly RepYear[], baseTotal: number, choices: RunChoices, lang: Lang): Scores {
  const scheme = choices.scheme ?? salesScheme(lang);
  const isActive = reps.map(({ won, lost }) => won + lost > 0);
  const targets = allocateShares(
    Math.round(baseTotal),
    isActive.map((active) => (active ? 1 : 0)),
  );
  const input = (value: (rep: RepYear, index: number) => number) =>
    reps.map((rep, index) => (isActive[index] ? value(rep, index) : null));
  const people: People = {
    names: reps.map(({ name }) => name),
    units: reps.map(({ unit }) => unit),
    inputs: new Map([
      ["target", input((_, index) => targets[index] ?? 0)],
      ["revenue", input(({ total }) => total)],
      ["won", input(({ won }) => won)],
      ["lost", input(({ lost }) => lost)],
    ]),
  };
  return { scheme, people, cards: scoreTeam(scheme, people), active: isActive.filter(Boolean).length };
}
