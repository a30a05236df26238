import { AttainError } from "../errors";
import type { Period } from "./calendar";
import type { History } from "./history";

/** An organisation as a request carries it: who there is, and what is known about each. */
export interface Team {
  /** The root's name. */
  readonly company: string;
  /** What the levels below the company are called, from the top: Region, Office, Rep. */
  readonly levels: readonly string[];
  readonly members: readonly Member[];
}

/** A leaf of the organisation: a rep, a store, an account – whoever carries targets of their own. */
export interface Member {
  /** Names from the top unit down to the leaf: ["East", "Li Lei"]. */
  readonly path: readonly string[];
  /** Last year's amounts by period of the horizon, or last year's total. */
  readonly history?: readonly number[] | number;
  /** Potential, score, square metres: whatever the total is to be shared out by. */
  readonly weight?: number;
  /** People this leaf stands for. Default 1. */
  readonly headcount?: number;
  /** First and last day the leaf carries targets; ISO dates. */
  readonly start?: string;
  readonly end?: string;
  /** What the member proposes for the plan: by period, or in all. */
  readonly proposal?: readonly number[] | number;
  /** The same for other measures, by the measure's name. */
  readonly measures?: Readonly<Record<string, MemberMeasure>>;
}

export interface MemberMeasure {
  readonly history?: readonly number[] | number;
  readonly weight?: number;
  /** Of a rate: where the member stands now. */
  readonly rate?: number;
}

/**
 * A team's history as a plan wants it: one amount per period. A total without periods follows the shape of those who
 * have periods, or is spread evenly when nobody has.
 *
 * @throws AttainError `request-invalid` for a member with the wrong number of periods, or a member named twice
 */
export function teamHistory(team: Team, periods: readonly Period[], measure?: string): History {
  const given = team.members.map((member) =>
    measure === undefined ? member.history : member.measures?.[measure]?.history,
  );
  const shape = commonShape(given, periods.length);
  const seen = new Set<string>();
  const rows = team.members.map(({ path }, index) => {
    const id = path.join(" / ");
    if (seen.has(id))
      throw new AttainError("request-invalid", { detail: `“${id}” stands in the team twice` });
    seen.add(id);
    const history = given[index] ?? 0;
    return { path, values: typeof history === "number" ? shape.map((part) => part * history) : history };
  });
  return { company: team.company, levels: team.levels, rows };
}

/** The parts of a year that each period has among those whose periods are known; they add up to 1. */
function commonShape(
  given: readonly (readonly number[] | number | undefined)[],
  periods: number,
): readonly number[] {
  const sums = Array<number>(periods).fill(0);
  for (const values of given) {
    if (typeof values === "object")
      values.forEach((value, p) => (sums[p] = (sums[p] ?? 0) + Math.max(0, value)));
  }
  const whole = sums.reduce((a, b) => a + b, 0);
  return whole > 0 ? sums.map((value) => value / whole) : sums.map(() => 1 / periods);
}
