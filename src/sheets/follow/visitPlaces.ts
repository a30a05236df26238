import type { Period } from "../../planning/calendar";
import type { VisitCustomer } from "../../planning/visits/visitsRequest";
import type { VisitPlan } from "../../planning/visits/visitPlan";

export interface VisitPage {
  readonly plan: VisitPlan;
  readonly customers: readonly VisitCustomer[];
  /** Inclusive ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly maxPerDay?: number;
  readonly title?: string;
  readonly source?: string;
}

/** Rows from 1. */
export const ROWS = { settings: 4, section: 6, header: 7, first: 8 } as const;
export const FIXED = [
  "customer",
  "rep",
  "class",
  "every",
  "planned",
  "kept",
  "missed",
  "dueNow",
  "extra",
  "rate",
  "light",
] as const;
/** Columns, from 0: the counts that add up from customers to reps, the rate, its light. */
export const COUNTS = { first: 4, last: 8 } as const;
export const RATE = 9;
export const LIGHT = 10;
/** The calendar begins right of the fixed columns. */
export const FIRST_PERIOD = FIXED.length;
export const CHART_ROWS = 14;

/** Where everything on the page stands: rows from 1, columns from 0. */
export interface VisitPlaces {
  readonly periods: readonly Period[];
  readonly lastPeriod: number;
  readonly lastCustomer: number;
  readonly repHeader: number;
  readonly firstRep: number;
  /** Rows under the reps: all their visits, and how many were made. */
  readonly total: number;
  readonly done: number;
  readonly chartTop: number;
}
