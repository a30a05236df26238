import { AttainError } from "../../errors";

/** A target several departments answer for: one with the larger share, others with smaller ones. */
export interface SharedTarget {
  readonly name: string;
  /** 0.9 for a collection rate of 90 %, or an amount. */
  readonly target: number;
  readonly actual?: number;
  /** Default: a rate when the target is at most 1, else an amount. */
  readonly kind?: "rate" | "amount";
  readonly unit?: string;
  readonly lowerIsBetter?: boolean;
  /** Shares are fractions and add up to 1; the main one is larger than every other. */
  readonly owners: readonly Owner[];
}

export interface Owner {
  readonly department: string;
  readonly share: number;
  /** Exactly one per target. */
  readonly main?: boolean;
}

/** What a department answers for: its part of the gap, and how far what it shares in was reached. */
export interface DepartmentResult {
  readonly department: string;
  /** Mean of its targets' attainments, weighted with its shares; null while nothing is known. */
  readonly attainment: number | null;
  readonly targets: number;
}

/**
 * @throws AttainError `request-invalid` when shares do not add up to 1, or no owner has the largest one
 * @example checkOwners({ name: "Collection", target: 0.9, owners: [
 *   { department: "Sales", share: 0.7, main: true }, { department: "Finance", share: 0.3 }] })
 */
export function checkOwners({ name, owners }: SharedTarget): void {
  const fail = (detail: string): never => {
    throw new AttainError("request-invalid", { detail: `“${name}”: ${detail}` });
  };
  const total = owners.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-9) fail(`shares add up to ${Math.round(total * 1000) / 10} %`);
  const main = owners.filter((owner) => owner.main === true);
  const [chief] = main;
  if (main.length !== 1 || !chief) return fail("exactly one department is the main one");
  for (const { department, share } of owners)
    if (department !== chief.department && share >= chief.share)
      fail(`“${department}” has as large a share as “${chief.department}”, the main one`);
  if (new Set(owners.map(({ department }) => department)).size < owners.length)
    fail("a department occurs twice");
}

/** A department's part of a gap: its share of it. @example partOfGap({ …, target: 0.9, actual: 0.84 }, 0.7) // −0.042 */
export function partOfGap({ target, actual }: SharedTarget, share: number): number | null {
  return actual === undefined ? null : (actual - target) * share;
}

/** Reached share of a target; of one where less is better, 2 − actual ÷ target, so that 1 is on target there too. */
export function attainmentOf({ target, actual, lowerIsBetter }: SharedTarget): number | null {
  if (actual === undefined || target === 0) return null;
  return lowerIsBetter ? 2 - actual / target : actual / target;
}

/** Each department over all targets it shares in, in order of first appearance. */
export function departmentResults(targets: readonly SharedTarget[]): DepartmentResult[] {
  const departments = [
    ...new Set(targets.flatMap(({ owners }) => owners.map(({ department }) => department))),
  ];
  return departments.map((department) => {
    const own = targets.flatMap((target) =>
      target.owners
        .filter((owner) => owner.department === department)
        .map(({ share }) => ({ target, share })),
    );
    const known = own.flatMap(({ target, share }) => {
      const attainment = attainmentOf(target);
      return attainment === null ? [] : [{ attainment, share }];
    });
    const weight = known.reduce((sum, { share }) => sum + share, 0);
    return {
      department,
      targets: own.length,
      attainment: weight > 0 ? known.reduce((sum, k) => sum + k.attainment * k.share, 0) / weight : null,
    };
  });
}
