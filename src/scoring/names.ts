import type { PolicyName } from "./scheme";

/**
 * Names inside a compiled scheme. Inputs go by their own id, everything else by a name no input can have, so that one
 * scope serves the whole scheme.
 */
export const NAMES = {
  param: (indicator: string, key: string) => `${indicator}.${key}`,
  weight: (indicator: string) => `${indicator}.weight`,
  label: (indicator: string) => `${indicator}.name`,
  outcome: (indicator: string, policy: PolicyName) => `${indicator}.${policy}`,
  measure: (indicator: string) => `measure:${indicator}`,
  points: (indicator: string) => `points:${indicator}`,
  section: (section: string) => `section:${section}`,
  sectionWeight: (section: string) => `section:${section}.weight`,
  /** What a rule that compares people ranks them by, where that is more than an input. */
  basis: (indicator: string) => `basis:${indicator}`,
  /** As a vector: everybody's values of a column. */
  everybody: (column: string) => `all:${column}`,
  pointDecimals: (indicator: string) => `${indicator}.decimals`,
  raterWeight: (plan: string, group: string) => `rater:${plan}.${group}.weight`,
  raterSmallest: (plan: string, group: string) => `rater:${plan}.${group}.smallest`,
  levelWords: (input: string) => `levels:${input}.word`,
  levelValues: (input: string) => `levels:${input}.value`,
  decimals: "scheme.decimals",
  total: "total",
  grade: "grade",
  light: "light",
  remark: "remark",
  /** Why somebody is not scored at all, such as a newcomer; empty for everybody else. */
  exempt: "exempt",
  /** ✘ where a veto has cancelled rewards. */
  rewards: "rewards",
  /** How many indicators have less than full points; bonus items and vetoes are no such indicators. */
  missed: "missed",
  gradeNames: "grades.name",
  gradeFrom: "grades.from",
  gradeSide: "grades.side",
  gradeLight: "grades.light",
  gradeConsequence: "grades.consequence",
} as const;
