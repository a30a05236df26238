import type { Limit } from "./allocate/limits";
import { COMPANY_ID } from "./organisation";
import { planPeriods } from "./plan";
import type { PlanRequest } from "./planRequest";

/**
 * A request in which what people typed stands: typed cells as locks, in place of what the request said about the same
 * cells; a typed total as the total. Amounts the request holds as typed by hand are changed where they stand. With a
 * scenario chosen it is the scenario that is changed.
 */
export function keepTyped(
  request: PlanRequest,
  typed: { readonly limits: readonly Limit[]; readonly total?: PlanRequest["total"] },
): PlanRequest {
  const { chosen, scenarios } = request;
  if (chosen !== undefined) {
    return {
      ...request,
      scenarios: (scenarios ?? []).map((scenario) => {
        if (scenario.name !== chosen) return scenario;
        const kept = locked({ ...request, ...scenario.change }, typed);
        const { total, limits, time, organisation } = kept;
        return {
          ...scenario,
          change: {
            ...scenario.change,
            total,
            ...(limits ? { limits } : {}),
            ...(time ? { time } : {}),
            ...(organisation ? { organisation } : {}),
          },
        };
      }),
    };
  }
  return locked(request, typed);
}

function locked(
  request: PlanRequest,
  { limits, total }: { readonly limits: readonly Limit[]; readonly total?: PlanRequest["total"] },
): PlanRequest {
  const { time, organisation } = request;
  const periods = planPeriods(request).map(({ id }) => id);
  const place = ({ node, period }: Limit): string => `${node}\n${period ?? ""}`;
  const amounts = time?.kind === "amounts" ? [...time.amounts] : null;
  const units = organisation?.kind === "amounts" ? { ...organisation.amounts } : null;
  const rest: Limit[] = [];
  for (const limit of limits) {
    if (amounts && limit.node === COMPANY_ID && limit.period !== undefined && limit.lock !== undefined)
      amounts[periods.indexOf(limit.period)] = limit.lock;
    else if (
      units &&
      limit.period === undefined &&
      limit.lock !== undefined &&
      Object.hasOwn(units, limit.node)
    )
      units[limit.node] = limit.lock;
    else rest.push(limit);
  }
  const replaced = new Set(rest.map(place));
  const kept = [...(request.limits ?? []).filter((limit) => !replaced.has(place(limit))), ...rest];
  return {
    ...request,
    ...(total ? { total } : {}),
    ...(kept.length > 0 ? { limits: kept } : {}),
    ...(amounts ? { time: { kind: "amounts", amounts } } : {}),
    ...(units ? { organisation: { kind: "amounts", amounts: units } } : {}),
  };
}
