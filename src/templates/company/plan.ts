/** Plans as company templates: how a total is split, without whoever shared it and what it came to. */
import { AttainError } from "../../errors";
import type {
  LevelProfile,
  MeasureRequest,
  MixRequest,
  PlanRequest,
  Scenario,
  ScenarioChange,
  Tiers,
  TierTotal,
  TimeProfile,
  UnitProfile,
} from "../../planning/planRequest";
import type { Member, Team } from "../../planning/team";
import { readRequestSheet } from "../../sheets/plan/readRequestSheet";
import type { Lang } from "../../words";
import type { PlanBody } from "./definition";
import { pageOf, type TemplateSource } from "./source";

/**
 * The plan a workbook asks for on its request page.
 *
 * @returns undefined when the workbook has no request page
 * @throws AttainError `request-invalid` with every mistake of the page, each with its cell
 */
export function readPlanBody(
  source: TemplateSource,
): { readonly body: PlanBody; readonly lang: Lang } | undefined {
  const page = pageOf(source, "request");
  if (!page) return undefined;
  const { request, lang, mistakes } = readRequestSheet(page.values, page.tab);
  if (request && lang && mistakes.length === 0) return { body: planBodyOf(request), lang };
  throw new AttainError("request-invalid", {
    detail: mistakes.map(({ where, what }) => `${where}: ${what}`).join("; "),
  });
}

/** What a request's own team does not say: last year's total, and the total the plan came to. */
export interface KnownTotals {
  readonly history?: number;
  readonly whole?: number;
}

/**
 * A request without people and amounts. Totals become growth on last year, tiers multiples of the total; whatever names
 * a unit or a person (locks, limits, shares of their own) stays behind.
 *
 * @example planBodyOf({ …, total: { value: 1200 }, team: { …, history 1000 in all } }).wish.total // { growth: 0.2 }
 */
export function planBodyOf(request: PlanRequest, known: KnownTotals = {}): PlanBody {
  const {
    team,
    limits: _limits,
    settle: _settle,
    scenarios,
    chosen,
    tiers,
    time,
    organisation,
    mix,
    measures,
    ...rest
  } = request;
  const history = known.history ?? (team ? historyOf(team) : 0);
  const whole =
    known.whole ?? ("value" in request.total ? request.total.value : history * (1 + request.total.growth));
  const others = scenarios?.flatMap((one) => scenarioWithout(one, history, whole) ?? []) ?? [];
  return {
    kind: "plan",
    company: team?.company ?? "",
    levels: team?.levels ?? [],
    wish: {
      ...rest,
      total: growthOf(request.total, history),
      ...(time === undefined ? {} : { time: timeWithout(time) }),
      ...(organisation === undefined ? {} : { organisation: unitsWithout(organisation) }),
      ...(tiers === undefined ? {} : { tiers: tiersWithout(tiers, whole) }),
      ...(mix === undefined ? {} : { mix: mix.map(mixWithout) }),
      ...(measures === undefined
        ? {}
        : { measures: measures.map((measure) => measureWithout(measure, team)) }),
      ...(others.length === 0 ? {} : { scenarios: others }),
      ...(others.some(({ name }) => name === chosen) && chosen !== undefined ? { chosen } : {}),
    },
  };
}

/** The body as a request that can be worked out, with a made-up organisation in place of a real one. */
export function placeholderRequest(body: PlanBody): PlanRequest {
  return { ...body.wish, team: placeholderTeam(body) };
}

/** What each made-up unit had last year: a round number that is nobody's. */
const PLACEHOLDER = 1200;

function placeholderTeam({ company, levels, wish }: PlanBody): Team {
  const named = levels.length > 0 ? levels : ["1"];
  const weighed = (profile: UnitProfile | undefined): { readonly weight?: number } =>
    JSON.stringify(profile ?? {}).includes('"weights"') ? { weight: 1 } : {};
  const measures = Object.fromEntries(
    (wish.measures ?? []).map((measure) => [
      measure.name,
      measure.kind === "amount"
        ? { history: PLACEHOLDER, ...weighed(measure.organisation ?? wish.organisation) }
        : { rate: measure.target },
    ]),
  );
  // Two units at the top, two leaves in each: enough to see how it adds up.
  const places = named.length > 1 ? [[1, 1], [1, 2], [2, 1], [2, 2]] : [[1], [2], [3]]; // prettier-ignore
  return {
    company,
    levels: named,
    members: places.map((place): Member => ({
      path: named.map((level, depth) => `${level} ${placeAt(place, depth, named.length)}`),
      history: PLACEHOLDER,
      weight: 1,
      ...(Object.keys(measures).length > 0 ? { measures } : {}),
    })),
  };
}

/** 1, 2 … at the top; below it 1-1, 1-2 … so that no two have one name. */
function placeAt(place: readonly number[], depth: number, levels: number): string {
  if (depth === 0) return String(place[0] ?? 1);
  return depth === levels - 1 ? place.join("-") : `${place[0] ?? 1}-${place[0] ?? 1}`;
}

function growthOf(total: PlanRequest["total"], history: number): PlanRequest["total"] {
  if ("growth" in total) return total;
  // A growth as people would say it: to the percent.
  return { growth: history > 0 ? Math.round((total.value / history - 1) * 100) / 100 : 0 };
}

const sum = (amounts: readonly number[] | number): number =>
  typeof amounts === "number" ? amounts : amounts.reduce((total, amount) => total + amount, 0);

function historyOf({ members }: Team, measure?: string): number {
  const of = (member: Member) =>
    measure === undefined ? member.history : member.measures?.[measure]?.history;
  return sum(members.map((member) => sum(of(member) ?? 0)));
}

/** Amounts typed by month are the company's; their shape is last year's then. */
const timeWithout = (time: TimeProfile): TimeProfile =>
  time.kind === "amounts" ? { kind: "history" } : time;

function unitsWithout(profile: UnitProfile): UnitProfile {
  if (profile.kind === "amounts") return { kind: "history" };
  if (profile.kind === "levels") return { kind: "levels", levels: profile.levels.map(levelWithout) };
  return profile.kind === "weights" ? { kind: "weights" } : profile;
}

const levelWithout = (level: LevelProfile): LevelProfile =>
  level.kind === "weights" ? { kind: "weights" } : level;

function tiersWithout({ stretch, floor }: Tiers, whole: number): Tiers {
  const ratio = (tier: TierTotal): TierTotal =>
    "ratio" in tier ? tier : { ratio: whole > 0 ? Math.round((tier.value / whole) * 1e4) / 1e4 : 1 };
  return {
    ...(stretch === undefined ? {} : { stretch: ratio(stretch) }),
    ...(floor === undefined ? {} : { floor: ratio(floor) }),
  };
}

function mixWithout({ units: _units, ...mix }: MixRequest): MixRequest {
  return mix;
}

function measureWithout(measure: MeasureRequest, team: Team | undefined): MeasureRequest {
  if (measure.kind === "rate") {
    const { locks: _locks, ...rest } = measure;
    return rest;
  }
  const { limits: _limits, time, organisation, total, ...rest } = measure;
  return {
    ...rest,
    total: growthOf(total, team ? historyOf(team, measure.name) : 0),
    ...(time === undefined ? {} : { time: timeWithout(time) }),
    ...(organisation === undefined ? {} : { organisation: unitsWithout(organisation) }),
  };
}

/** A scenario without what names units; undefined when nothing else is in it. */
function scenarioWithout(scenario: Scenario, history: number, whole: number): Scenario | undefined {
  const { limits: _limits, settle: _settle, total, time, organisation, tiers, ...rest } = scenario.change;
  const change: ScenarioChange = {
    ...rest,
    ...(total === undefined ? {} : { total: growthOf(total, history) }),
    ...(time === undefined ? {} : { time: timeWithout(time) }),
    ...(organisation === undefined ? {} : { organisation: unitsWithout(organisation) }),
    ...(tiers === undefined ? {} : { tiers: tiersWithout(tiers, whole) }),
  };
  return Object.keys(change).length > 0 ? { ...scenario, change } : undefined;
}
