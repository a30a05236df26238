import { AttainError } from "../../errors";
import { yearsBefore } from "../../planning/calendar";
import { planPeriods } from "../../planning/plan";
import type { PlanRequest } from "../../planning/planRequest";
import type { Member, Team } from "../../planning/team";
import { actualsByMonth } from "../../records/ledger/actuals";
import type { Lang } from "../../words";
import type { Understanding } from "../read/understand";
import { WORDS } from "../words";

/**
 * The ledger's people with what they won in each of the plan's periods a year earlier, as a request's own team: from
 * here on the plan no longer needs the ledger.
 *
 * @throws AttainError `no-data` when the ledger names nobody
 */
export function ledgerTeam(found: Understanding, horizon: PlanRequest["horizon"], lang: Lang): Team {
  const periods = planPeriods({ horizon }).map((period) => {
    const { start, end } = yearsBefore(period, 1);
    return { id: period.id, from: start, to: end };
  });
  const { deals, members, join } = found;
  const actuals = new Map(actualsByMonth(deals, periods).reps.map((rep) => [rep.rep, rep.amounts]));
  const nameOf = new Map([...join.memberOf].map(([rep, member]) => [member, rep]));
  const unassigned = WORDS.unassigned[lang];
  const hasUnits = members.some(({ unit }) => unit !== undefined);
  const hasManagers = members.some(({ manager }) => manager !== undefined);
  const none = periods.map(() => 0);
  const leaf = (name: string, key: string, unit?: string, manager?: string): Member => ({
    path: [...(hasUnits ? [unit ?? unassigned] : []), ...(hasManagers ? [manager ?? unassigned] : []), name],
    history: actuals.get(key) ?? none,
  });
  const people = [
    ...members.map((member) =>
      leaf(member.rep, nameOf.get(member) ?? member.rep, member.unit, member.manager),
    ),
    ...join.withoutTeam.map((name) => leaf(name, name)),
  ];
  if (people.length === 0) throw new AttainError("no-data");
  return {
    company: WORDS.company[lang],
    levels: [
      ...(hasUnits ? [WORDS.region[lang]] : []),
      ...(hasManagers ? [WORDS.manager[lang]] : []),
      WORDS.rep[lang],
    ],
    members: people,
  };
}

/** The last year in which something was won: plans are for the year after it. */
export function lastYearWon({ deals }: Understanding): number | undefined {
  let last = "";
  deals.outcome.forEach((outcome, i) => {
    const year = deals.closed[i]?.slice(0, 4) ?? "";
    if (outcome === "won" && year > last) last = year;
  });
  return last === "" ? undefined : Number(last);
}
