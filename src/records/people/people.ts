import { nameKey } from "../clean/name";
import { findLookalikes } from "../lookalikes";
import type { Deals } from "../ledger/ledger";
import { problem, type Problem } from "../problems/problems";
import type { TeamMember } from "../ledger/teams";

export interface PeopleJoin {
  /** The team member of each ledger name; names without one are missing. */
  readonly memberOf: ReadonlyMap<string, TeamMember>;
  /** In the ledger but in no team. */
  readonly withoutTeam: readonly string[];
  /** In a team but without a record. */
  readonly withoutRecords: readonly TeamMember[];
  readonly problems: readonly Problem[];
}

const REP = { "zh-CN": "业务员", "en-US": "Sales rep" };

/**
 * Who of the ledger is who in the teams. Spelling differences in case, width and spaces do not matter; nearly equal
 * names are suggested, never joined.
 */
export function joinPeople(deals: Deals, members: readonly TeamMember[]): PeopleJoin {
  const byKey = new Map(members.map((member) => [nameKey(member.rep), member]));
  const firstAt = new Map<string, number>();
  deals.rep.forEach((rep, i) => {
    if (rep !== "" && !firstAt.has(rep)) firstAt.set(rep, i);
  });
  const memberOf = new Map<string, TeamMember>();
  const withoutTeam: string[] = [];
  for (const rep of firstAt.keys()) {
    const member = byKey.get(nameKey(rep));
    if (member) memberOf.set(rep, member);
    else withoutTeam.push(rep);
  }
  const active = new Set([...memberOf.values()]);
  const withoutRecords = members.filter((member) => !active.has(member));
  return { memberOf, withoutTeam, withoutRecords, problems: report() };

  function report(): Problem[] {
    // Only names left over on both sides are candidates for being one person in two spellings.
    const counts = new Map<string, number>([
      ...withoutRecords.map(({ rep }) => [rep, 2] as const),
      ...withoutTeam.map((rep) => [rep, 1] as const),
    ]);
    const like = new Map(findLookalikes(counts).map((pair) => [pair.text, pair.like]));
    return [
      ...withoutTeam.flatMap((rep) => {
        const i = firstAt.get(rep) ?? 0;
        const sheet = deals.sheet[i] ?? "";
        const cell = `${deals.repColumn[i] ?? ""}${deals.row[i] ?? ""}`;
        const suggestion = like.get(rep);
        const found = problem("rep-without-team", sheet, cell, rep, { field: REP });
        return suggestion === undefined
          ? [found]
          : [
              found,
              problem("name-lookalike", sheet, cell, rep, {
                field: REP,
                value: suggestion,
                times: deals.rep.filter((name) => name === rep).length,
              }),
            ];
      }),
      ...withoutRecords.map((member) =>
        problem("rep-without-records", member.sheet, member.cell, member.rep, { field: REP }),
      ),
    ];
  }
}
