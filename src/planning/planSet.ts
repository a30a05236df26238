import { AttainError } from "../errors";
import { bottomUp, type BottomUp } from "./bottomUp";
import { mixPlan, type MixPlan } from "./mix";
import { buildPlan, type Plan } from "./plan";
import type { AmountMeasure, PlanRequest, Scenario } from "./planRequest";
import { ratePlan, type RatePlan } from "./rates";
import { planLeaves } from "./respread";
import { buildTiers, type TierPlans } from "./tiers";

/** Everything a request asks for, worked out. */
export interface PlanSet {
  readonly request: PlanRequest;
  /** What counts: the committed targets of the scenario chosen, settled with the proposals. */
  readonly plan: Plan;
  readonly tiers: TierPlans;
  readonly mixes: readonly MixPlan[];
  readonly amounts: readonly { readonly measure: AmountMeasure; readonly plan: Plan }[];
  readonly rates: readonly RatePlan[];
  readonly bottomUp: BottomUp | null;
  /** The request as it stands first, under an empty name, then its scenarios; empty when there are none. */
  readonly scenarios: readonly ScenarioPlan[];
}

export interface ScenarioPlan {
  readonly name: string;
  readonly note: string;
  readonly chosen: boolean;
  readonly plan: Plan;
}

/**
 * A request's plan with its tiers, mixes, other measures, proposals and scenarios. The request brings its team.
 *
 * @throws AttainError `request-invalid`, `no-solution`; NoSolutionError when locks and bounds contradict one another
 */
export function buildPlanSet(request: PlanRequest): PlanSet {
  const chosen = chosenRequest(request);
  const above = buildPlan(chosen);
  const fromBelow = bottomUp(above, chosen.team?.members ?? [], chosen.settle, chosen.limits);
  const plan = fromBelow?.settled ?? above;
  const measures = chosen.measures ?? [];
  return {
    request,
    plan,
    tiers: buildTiers(plan, chosen.tiers ?? {}),
    mixes: (chosen.mix ?? []).map((mix) => mixPlan(plan, mix)),
    amounts: measures.flatMap((measure) =>
      measure.kind === "amount" ? [{ measure, plan: buildPlan(measureRequest(chosen, plan, measure)) }] : [],
    ),
    rates: measures.flatMap((measure) =>
      measure.kind === "rate" ? [ratePlan(plan, measure, chosen.team?.members)] : [],
    ),
    bottomUp: fromBelow,
    scenarios: scenarioPlans(request),
  };
}

/**
 * The request with the chosen scenario's changes in place.
 *
 * @throws AttainError `request-invalid` when no scenario has that name
 */
export function chosenRequest(request: PlanRequest): PlanRequest {
  if (request.chosen === undefined) return request;
  const found = request.scenarios?.find(({ name }) => name === request.chosen);
  if (!found) throw new AttainError("request-invalid", { detail: `no scenario “${request.chosen}”` });
  return { ...request, ...found.change };
}

function scenarioPlans(request: PlanRequest): ScenarioPlan[] {
  if (!request.scenarios || request.scenarios.length === 0) return [];
  const made = (name: string, note: string, one: PlanRequest): ScenarioPlan => {
    const plan = buildPlan(one);
    return {
      name,
      note,
      chosen: name === (request.chosen ?? ""),
      plan: bottomUp(plan, one.team?.members ?? [], one.settle, one.limits)?.settled ?? plan,
    };
  };
  return [
    made("", "", request),
    ...request.scenarios.map(({ name, note, change }: Scenario) =>
      made(name, note ?? "", { ...request, ...change }),
    ),
  ];
}

/** Another measure's own request: the members' figures for it, or the main plan's shares when there are none. */
function measureRequest(request: PlanRequest, plan: Plan, measure: AmountMeasure): PlanRequest {
  const { name, unit, step, total, time, organisation, limits, lowerIsBetter } = measure;
  const known = (request.team?.members ?? []).map((member) => ({
    ...member,
    own: member.measures?.[name] ?? {},
  }));
  const hasHistory = known.some(({ own }) => own.history !== undefined);
  const asMain: Pick<PlanRequest, "time" | "organisation"> = hasHistory
    ? { time: request.time ?? { kind: "history" }, organisation: request.organisation ?? { kind: "history" } }
    : {
        time: { kind: "weights", weights: plan.root.target },
        organisation: {
          kind: "weights",
          weights: Object.fromEntries(planLeaves(plan.root).map(({ id, total: own }) => [id, own])),
        },
      };
  return {
    measure: name,
    unit,
    ...(step === undefined ? {} : { step }),
    horizon: request.horizon,
    total,
    ...asMain,
    ...(time ? { time } : {}),
    ...(organisation ? { organisation } : {}),
    ...(limits ? { limits } : {}),
    ...(lowerIsBetter === undefined ? {} : { lowerIsBetter }),
    ...(request.ramp ? { ramp: request.ramp } : {}),
    ...(request.newcomers ? { newcomers: request.newcomers } : {}),
    team: {
      company: request.team?.company ?? "",
      levels: request.team?.levels ?? [],
      members: known.map(({ path, headcount, start, end, own: { history, weight } }) => ({
        path,
        ...(history === undefined ? {} : { history }),
        ...(weight === undefined ? {} : { weight }),
        ...(headcount === undefined ? {} : { headcount }),
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      })),
    },
  };
}
