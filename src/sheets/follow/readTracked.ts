import type { PlanNode } from "../../planning/plan";
import { FIRST, FIRST_MONTH } from "./trackerLayout";

/**
 * The actuals on a tracker, by leaf id; null where a cell is empty. Nothing when its rows are not the plan's.
 *
 * @param values the sheet's cells from A1 on
 * @param nodes the plan's, in the order of the page
 */
export function readTracked(
  values: readonly (readonly unknown[])[],
  nodes: readonly PlanNode[],
  periods: number,
): ReadonlyMap<string, readonly (number | null)[]> | undefined {
  if (nodes.some(({ name }, i) => values[FIRST + i]?.[0] !== name)) return undefined;
  return new Map(
    nodes.flatMap(({ id, children }, i) =>
      children.length > 0
        ? []
        : [
            [
              id,
              Array.from({ length: periods }, (_, p) => {
                const cell = values[FIRST + i]?.[FIRST_MONTH + p];
                return typeof cell === "number" ? cell : null;
              }),
            ] as const,
          ],
    ),
  );
}
