import { driversOf, isProduct, valuesOf, type Driver, type DriverNode, type DriverValues } from "./tree";

/** What one driver must become so that the target is met while the others stay as they are. */
export interface Required {
  readonly id: string;
  /** Null when no value would do, because another driver is zero. */
  readonly value: number | null;
  /** False when there is no such value, or it is a share of more than the whole. */
  readonly reachable: boolean;
}

/**
 * For each driver: what it alone must become to bring the result to `target`.
 *
 * @example requiredAlone(retailTree("en-US"), { passersBy: 1000, entry: 0.1, conversion: 0.1, ticket: 500 }, 10_000)[2]
 *   // { id: "conversion", value: 0.2, reachable: true }
 */
export function requiredAlone(tree: DriverNode, actual: DriverValues, target: number): Required[] {
  const drivers = driversOf(tree);
  return drivers.map((driver) => {
    const others = drivers.reduce(
      (product, { id }) => (id === driver.id ? product : product * (actual[id] ?? 0)),
      1,
    );
    if (others === 0) return { id: driver.id, value: null, reachable: false };
    const value = target / others;
    return { id: driver.id, value, reachable: driver.kind !== "rate" || value <= 1 };
  });
}

/**
 * Drivers that multiply to `target`, from where they stand: the ones that may move all change by the same percentage,
 * and a rate stops at 1, leaving the rest to the others. What cannot move (passers-by, say) stays.
 *
 * @param movable ids of the drivers that may move; default all
 * @returns null when no change of the movable drivers reaches the target
 * @example requiredTogether(retailTree("en-US"), { passersBy: 1000, entry: 0.1, conversion: 0.2, ticket: 500 }, 12_100,
 *   ["conversion", "ticket"]) // conversion 0.22, ticket 550: 10 % each
 */
export function requiredTogether(
  tree: DriverNode,
  from: DriverValues,
  target: number,
  movable: readonly string[] = driversOf(tree).map(({ id }) => id),
): DriverValues | null {
  const drivers = driversOf(tree);
  const result: Record<string, number> = Object.fromEntries(drivers.map(({ id }) => [id, from[id] ?? 0]));
  let moving = drivers.filter(({ id }) => movable.includes(id));
  while (moving.length > 0) {
    const now = valuesOf(tree, result).get(tree.id) ?? 0;
    if (now === 0) return null;
    const factor = (target / now) ** (1 / moving.length);
    const full = moving.filter((driver) => isFull(driver, (result[driver.id] ?? 0) * factor));
    if (full.length === 0) {
      for (const { id } of moving) result[id] = (result[id] ?? 0) * factor;
      return result;
    }
    for (const { id } of full) result[id] = 1;
    moving = moving.filter((driver) => !full.includes(driver));
  }
  return null;
}

function isFull(driver: Driver, value: number): boolean {
  return !isProduct(driver) && driver.kind === "rate" && value > 1;
}
