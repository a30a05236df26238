import { AttainError } from "../../errors";
import type { PlanRequest } from "../../planning/planRequest";
import type { Member, Team } from "../../planning/team";
import { say, type Lang } from "../../words";
import { ledgerTeam, lastYearWon } from "./planHistory";
import type { Understanding } from "../read/understand";
import { PLAN_WORDS as W } from "./planWords";
import { WORDS } from "../words";

/** What a request may leave out: all of it, when there is a ledger. */
export type PlanWish = Partial<PlanRequest>;

/**
 * A wish made whole. With a ledger everything has a default: the year after its last won deal, +20 %, last year's
 * shape and shares. Without one the request brings its team, horizon and total.
 *
 * What the request's team says about a person (weight, start, proposal) is added to what the ledger knows of them.
 *
 * @throws AttainError `request-invalid` naming what is missing, `no-data` when nothing was ever won
 */
export function completeRequest(wish: PlanWish, found: Understanding | undefined, lang: Lang): PlanRequest {
  const named = { measure: WORDS.revenue[lang], unit: WORDS.yuan[lang] };
  if (!found) {
    const missing = (["horizon", "total", "team"] as const).filter((part) => wish[part] === undefined);
    if (missing.length > 0)
      throw new AttainError("request-invalid", {
        detail: say(W.missing, lang, { parts: missing.join(", ") }),
      });
    return { ...named, ...wish } as PlanRequest;
  }
  const last = lastYearWon(found);
  if (wish.horizon === undefined && last === undefined) throw new AttainError("no-data");
  const year = (last ?? 0) + 1;
  const horizon = wish.horizon ?? { from: `${year}-01-01`, to: `${year}-12-31` };
  const request = {
    ...named,
    total: { growth: 0.2 },
    ...wish,
    horizon,
    team: joinTeams(ledgerTeam(found, horizon, lang), wish.team),
  };
  if ("growth" in request.total && !request.team.members.some(hasHistory)) {
    throw new AttainError("request-invalid", {
      detail: say(W.nothingToGrowOn, lang, { from: horizon.from, to: horizon.to }),
    });
  }
  return request;
}

function hasHistory({ history = 0 }: Member): boolean {
  return typeof history === "number" ? history > 0 : history.some((value) => value > 0);
}

/** The ledger's people, with what the request adds about them; those only the request knows come last. */
function joinTeams(ledger: Team, wished: Team | undefined): Team {
  if (!wished) return ledger;
  const told = new Map(wished.members.map((member) => [member.path.join(" / "), member]));
  const joined = ledger.members.map((member): Member => {
    const id = member.path.join(" / ");
    const more = told.get(id);
    told.delete(id);
    return more ? { ...member, ...more } : member;
  });
  return { ...wished, levels: wished.levels, members: [...joined, ...told.values()] };
}
