import type { Period } from "../planning/calendar";
import type { Scheme } from "../scoring/scheme";
import type { Lang } from "../words";

/** A number of the master that a returned workbook may change, and where it stands. */
export interface MasterCell {
  readonly tab: string;
  /** `F12` */
  readonly cell: string;
  readonly value: number | null;
}

/** A person as the master's own sheets show them now: with everything that was typed there since the run. */
export interface MasterPerson {
  /** The same for the same unit, manager and name; tells nothing about them. */
  readonly id: string;
  readonly unit: string;
  readonly manager: string;
  readonly name: string;
  /** By month of the base year, whole currency units. */
  readonly actuals: readonly MasterCell[];
  readonly counts: Readonly<Record<Count, MasterCell>>;
  /** By period of the plan; empty without one. */
  readonly targets: readonly MasterCell[];
  /** The scheme's inputs as the scorecard shows them. */
  readonly inputs: ReadonlyMap<string, MasterCell>;
  readonly score?: {
    readonly total: number | null;
    readonly grade: string;
    readonly rank: number | null;
    readonly remark: string;
  };
}

export type Count = "won" | "lost" | "open";
export const COUNTS: readonly Count[] = ["won", "lost", "open"];

/** What distributing and collecting need of a master workbook. */
export interface Master {
  readonly lang: Lang;
  /** The year of the actuals. */
  readonly baseYear: number;
  readonly months: readonly string[];
  readonly people: readonly MasterPerson[];
  readonly plan?: { readonly measure: string; readonly unit: string; readonly periods: readonly Period[] };
  readonly scheme?: Scheme;
}

/** How many people have a total. */
export function scoredCount({ people }: Master): number {
  return people.filter(({ score }) => typeof score?.total === "number").length;
}
