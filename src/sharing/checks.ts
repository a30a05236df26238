import { CHECKS, type Check } from "../forms/workPlan";
import type { LogEvent } from "../scoring/review/events";
import { stageOf } from "../scoring/review/flow";
import type { CheckItem, Checks, ItemCell } from "./master/master";

/** The check that is to be made next; `done` when all three are. */
export type CheckStage = Check | "done";
/**
 * At which check an item stands. The checks are stages of a review like any other: the person submits, the unit and the
 * centre pass it on, and a check made before its turn moves nothing.
 *
 * @param cells by check, empty while nobody looked
 */
export function checkStage(cells: CheckItem["cells"]): CheckStage {
  const events = CHECKS.flatMap((check, i): LogEvent[] =>
    valueOf(cells, check) === null
      ? []
      : [{ kind: i === 0 ? "submit" : "pass", person: "-", by: check, on: "2000-01-01" }],
  );
  // A check belongs to whoever makes it: the centre cannot pass what the unit has not looked at.
  const who = new Map(CHECKS.map((check) => [check, [check]]));
  const { stage } = stageOf(events, { stages: CHECKS, who });
  return CHECKS.find((check) => check === stage) ?? "done";
}

export function valueOf(cells: CheckItem["cells"], key: string): ItemCell["value"] {
  return cells.get(key)?.value ?? null;
}

/** An item whose checks say different things. */
export interface CheckDifference {
  readonly about: string;
  readonly what: string;
  readonly period: string;
  readonly stage: CheckStage;
  readonly own: ItemCell["value"];
  readonly unit: ItemCell["value"];
  readonly centre: ItemCell["value"];
}

export interface CheckSummary {
  /** How many items stand at each check. */
  readonly stages: Readonly<Record<CheckStage, number>>;
  /** Whose items wait for which check, in the order of the list. */
  readonly waiting: readonly {
    readonly about: string;
    readonly unit: string;
    readonly stage: CheckStage;
    readonly items: number;
  }[];
  readonly differences: readonly CheckDifference[];
}

/** Where all the items stand and where the checks differ. */
export function summariseChecks({ items }: Checks): CheckSummary {
  const stages: Record<CheckStage, number> = { own: 0, unit: 0, centre: 0, done: 0 };
  const waiting = new Map<string, { about: string; unit: string; stage: CheckStage; items: number }>();
  const differences: CheckDifference[] = [];
  for (const { about, unit, what, period, cells } of items) {
    const stage = checkStage(cells);
    stages[stage] += 1;
    if (stage !== "done") {
      const key = [unit, about, stage].join("\u0001");
      const line = waiting.get(key) ?? { about, unit, stage, items: 0 };
      line.items += 1;
      waiting.set(key, line);
    }
    const [own, ofUnit, centre] = CHECKS.map((check) => valueOf(cells, check));
    const said = new Set([own, ofUnit, centre].filter((value) => value !== null && value !== undefined));
    if (said.size > 1)
      differences.push({
        about,
        what,
        period,
        stage,
        own: own ?? null,
        unit: ofUnit ?? null,
        centre: centre ?? null,
      });
  }
  return { stages, waiting: [...waiting.values()], differences };
}

/** Items with answers in their cells that are still to be written: what merging will make of them. */
export function withChanges(
  checks: Checks,
  changes: readonly { readonly tab: string; readonly cell: string; readonly after: ItemCell["value"] }[],
): Checks {
  const after = new Map(changes.map(({ tab, cell, after: value }) => [`${tab}!${cell}`, value]));
  return {
    ...checks,
    items: checks.items.map((item) => ({
      ...item,
      cells: new Map(
        [...item.cells].map(([key, cell]) => {
          const changed = after.get(`${cell.tab}!${cell.cell}`);
          return [key, changed === undefined ? cell : { ...cell, value: changed }];
        }),
      ),
    })),
  };
}
