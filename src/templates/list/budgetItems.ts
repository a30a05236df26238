import type { BUDGET_WORDS } from "./budgetWords";

export const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);

/** One line of the example budget. */
export interface Item {
  readonly centre: keyof typeof BUDGET_WORDS;
  readonly item: keyof typeof BUDGET_WORDS;
  readonly year: number;
  /** Shape over the year. */
  readonly weights: readonly number[];
  /** Actual as a share of the month's budget, month by month. */
  readonly spent: readonly number[];
}

const EVEN = MONTHS.map(() => 1);
/** The example: what each centre may spend a year, and what it has spent so far. */
export const ITEMS: readonly Item[] = [
  {
    centre: "sales",
    item: "travel",
    year: 360_000,
    weights: [2, 1, 3, 3, 3, 3, 2, 2, 3, 3, 3, 2],
    spent: [0.95, 0.9, 1.02, 0.98, 1.05],
  },
  {
    centre: "sales",
    item: "entertain",
    year: 120_000,
    weights: [3, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2],
    spent: [1.1, 1.05, 1.2, 1.08, 1.12],
  },
  {
    centre: "market",
    item: "ads",
    year: 500_000,
    weights: [1, 1, 2, 3, 3, 2, 1, 1, 3, 3, 2, 1],
    spent: [1, 1, 0.92, 0.9, 0.97],
  },
  {
    centre: "market",
    item: "promotion",
    year: 280_000,
    weights: [2, 1, 1, 2, 3, 2, 1, 1, 2, 3, 2, 2],
    spent: [0.8, 0.9, 1, 0.95, 0.96],
  },
  { centre: "service", item: "repair", year: 96_000, weights: EVEN, spent: [0.9, 1, 0.95, 1.01, 1.02] },
  {
    centre: "service",
    item: "training",
    year: 48_500,
    weights: [0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0],
    spent: [0, 1, 0, 0.85, 0],
  },
];
