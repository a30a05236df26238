import { AttainError } from "../errors";
import type { Plan } from "./plan";
import type { TierTotal, Tiers } from "./planRequest";
import { respread } from "./respread";
import { roundToStep } from "./steps";

export interface TierPlans {
  readonly stretch?: Plan;
  readonly floor?: Plan;
}

/**
 * The tiers above and below a committed plan. Each is the committed plan in proportion, so its shares and its locks
 * carry over, and as every committed amount is whole, rounding never takes a stretch amount below it or a floor
 * amount above it.
 *
 * @throws AttainError `request-invalid` for a stretch below the committed total or a floor above it
 * @example buildTiers(plan560, { stretch: { value: 700 } }).stretch?.total // 700
 */
export function buildTiers(committed: Plan, { stretch, floor }: Tiers): TierPlans {
  return {
    ...(stretch ? { stretch: tier(committed, stretch, "stretch") } : {}),
    ...(floor ? { floor: tier(committed, floor, "floor") } : {}),
  };
}

function tier(committed: Plan, asked: TierTotal, kind: "stretch" | "floor"): Plan {
  const owed = committed.owed ?? committed.total;
  const total = roundToStep("value" in asked ? asked.value : owed * asked.ratio, committed.step);
  // Of a measure of which less is better the stretch is the smaller number.
  const above = (kind === "stretch") !== (committed.lowerIsBetter === true);
  if (above ? total < owed : total > owed) {
    throw new AttainError("request-invalid", {
      detail: `the ${kind} total ${total} is ${above ? "below" : "above"} the committed ${owed}`,
    });
  }
  // What is given out beyond what is owed is so in every tier.
  const given = owed === 0 ? total : roundToStep((committed.total * total) / owed, committed.step);
  const { owed: _, padding: __, ...base } = committed;
  const plan = respread(base, given, ({ target }) => target);
  return { ...plan, growth: growthOf(committed, total), given: "value" };
}

function growthOf({ root: { historyTotal } }: Plan, total: number): number | null {
  return historyTotal > 0 ? total / historyTotal - 1 : null;
}
