export const LEVELS = [
  "rep",
  "manager",
  "region",
  "division",
  "leader",
  "rater",
  "centre",
  "reviewer",
] as const;
/** Who gets a workbook of their own. */
export type Level = (typeof LEVELS)[number];
