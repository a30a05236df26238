/**
 * What the jobs give to whoever shows them: the pane and the terminal. Plain data, already in the person's language
 * where it is text; numbers are raw (fractions for percents, whole currency units for money).
 */
import type { PlanRequest } from "../planning/planRequest";
import type { Scheme } from "../scoring/scheme";
import type { EvaluationPage } from "./evaluation/evaluationPages";
import type { Lang } from "../words";
import type { BesideChoice, BesideOffer, BesideView } from "./beside/types";

export type Stage = "read" | "recognise" | "plan" | "score" | "describe" | "write" | "finish";

export interface JobOptions {
  readonly lang: Lang;
  /** Called often; `fraction` runs 0–1 over the whole job. */
  readonly onProgress?: (progress: { readonly stage: Stage; readonly fraction: number }) => void;
  /** Cancelling leaves the workbook as it was and rejects with AttainError("cancelled"). */
  readonly signal?: AbortSignal;
}

/** A column as it was understood. */
export interface ColumnView {
  /** Field id, e.g. `amount`. */
  readonly field: string;
  /** The field in the person's language, e.g. 金额. */
  readonly label: string;
  /** The header as it stands in the sheet; empty when the column is missing. */
  readonly header: string;
  /** Column letter; absent when not found. */
  readonly column?: string;
  /** 0–1. */
  readonly confidence: number;
  readonly reason: string;
  readonly needed: boolean;
  /** Settled by a person, now or in an earlier month. */
  readonly settled?: boolean;
}

/** A field of a table settled by hand: another column, the selected one, none, or what is recognised after all. */
export interface Correction {
  readonly role: TableView["role"];
  readonly sheet: string;
  readonly field: string;
  readonly column: { readonly column: string } | "selection" | "none" | "recognise";
}

/** A table found in the workbook and what it was taken for. */
export interface TableView {
  readonly role: "ledger" | "team" | "people" | "other";
  readonly sheet: string;
  /** A1 range of the data with its header. */
  readonly range: string;
  readonly rows: number;
  readonly columns: readonly ColumnView[];
  /** Every column of the table, for pointing at another one. */
  readonly choices: readonly { readonly column: string; readonly header: string }[];
  /** First rows as understood, formatted for reading; one cell a column of `columns`. */
  readonly sample: readonly (readonly string[])[];
}

export interface ProblemGroupView {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  /** What is odd, with the count: `1 425 opportunities have no account`. */
  readonly title: string;
  /** What will be done about it; empty where every place says it for itself. */
  readonly action: string;
  /** What should stand there, when it is the same for all places. */
  readonly expected?: string;
  readonly count: number;
  /** First places, to be clicked. */
  readonly places: readonly ProblemPlace[];
}

export interface ProblemPlace {
  readonly sheet: string;
  readonly cell: string;
  readonly found: string;
  /** What is done about this one, where it is not the same for all. */
  readonly action?: string;
}

/** What was found in the workbook. */
export interface Survey {
  readonly workbook: string;
  /** What it is about: a ledger of deals, or figures about people, which can be scored but not planned from. */
  readonly kind: "ledger" | "people";
  /** True when the main job can run. */
  readonly ready: boolean;
  readonly tables: readonly TableView[];
  /** The table a person pointed at, as they would say it: `三月!A3:F`. */
  readonly pointed?: string;
  readonly problems: readonly ProblemGroupView[];
  readonly facts: {
    readonly people: number;
    readonly deals: number;
    readonly won: number;
    /** Whole currency units. */
    readonly wonValue: number;
    /** First and last month with won deals, `2017-03`. */
    readonly firstMonth?: string;
    readonly lastMonth?: string;
    /** Of a file about people: who is on every sheet, what is known of them, and when. */
    readonly file?: {
      readonly complete: number;
      readonly fields: readonly string[];
      readonly periods: readonly { readonly id: string; readonly name: string }[];
      readonly period: string;
    };
    /** The year a run uses unless another is chosen. */
    readonly baseYear?: number;
  };
  /** State of an earlier run in this workbook, if any. */
  readonly lastRun?: LastRun;
  /** The scheme on the workbook's own scheme sheet, and what is wrong with it. */
  readonly scheme?: {
    readonly sheet: string;
    readonly name: string;
    readonly mistakes: readonly { readonly where: string; readonly what: string }[];
  };
}

/** What an earlier run made, and what has changed in the data since. */
export interface LastRun {
  /** ISO time. */
  readonly at: string;
  /** Tabs that still stand. */
  readonly sheets: readonly string[];
  readonly pages: readonly { readonly spec: string; readonly tab: string; readonly id: string }[];
  readonly canRestore: boolean;
  /** Absent when the run is not known in detail: it was taken back to, or an older version made it. */
  readonly made?: RunMade;
  /** What is out of date and why, a sentence each; empty when nothing is. */
  readonly changes: readonly string[];
}

/** The choices and outcome of a run, as the workbook remembers them. */
export interface RunMade {
  readonly parts: readonly RunPart[];
  readonly choices: Pick<RunChoices, "baseYear" | "growth" | "emptyMonths" | "plan" | "period">;
  readonly baseYear: number;
  /** `base` is what the total is growth on. */
  readonly plan?: { readonly year: number; readonly total: number; readonly base?: number };
  readonly scores?: { readonly scheme: string; readonly people: number };
}

export const RUN_PARTS = ["plan", "score", "track"] as const;
export type RunPart = (typeof RUN_PARTS)[number];

/** The choices of the main job; every one has a sensible default. */
export interface RunChoices {
  /** What to make; default plan and score. `track` adds a page that follows the plan and needs it. */
  readonly parts?: readonly RunPart[];
  /** The calendar year whose actuals are used. Default: the last one with won deals that is over, see `usualYear`. */
  readonly baseYear?: number;
  /** 0.2 is +20 %. Default 0.2. */
  readonly growth?: number;
  /** Months without history get no target (`zero`, as last year's shape says) or the mean share (`average`). */
  readonly emptyMonths?: "zero" | "average";
  /** Replaces parts of the plan's request: another profile, locks, a typed total. */
  readonly plan?: Partial<PlanRequest>;
  /** Replaces the default scheme. */
  readonly scheme?: Scheme;
  /** Pages that go on from the scores of a file about people. */
  readonly pages?: readonly EvaluationPage[];
  /** Which scheme counts without one of its own: the one on this workbook's scheme sheet (default), or the built-in one. */
  readonly schemeFrom?: "sheet" | "builtIn";
  /** Scoring a file about people: the period, `2017-03`, or `all`. Default: the last one that has results. */
  readonly period?: string;
  /** Results also into columns beside people's own tables. Default: where an earlier run put some; null takes those away. */
  readonly beside?: BesideChoice | null;
  /** Following: the last month whose actuals count, 1–12. Default: the last one with won deals in the plan's year. */
  readonly through?: number;
}

export interface SeriesView {
  readonly name: string;
  readonly values: readonly number[];
}

/** A chart of the result page, drawn by the pane; the workbook holds its native twin. */
export interface ChartView {
  readonly id: "monthly" | "ranking" | "grades" | "regions" | "progress";
  readonly kind: "columnLine" | "bar" | "column";
  /** Which series is a target: it has one colour in all charts. */
  readonly targetAt?: number;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly SeriesView[];
  /** What values are: money in whole units, points, people. */
  readonly unit: "money" | "points" | "people";
}

export interface PersonView {
  readonly name: string;
  readonly unit: string;
  readonly rank?: number;
  readonly total?: number;
  readonly grade?: string;
  /** Why there is no score. */
  readonly reason?: string;
}

/** What a run would write, before anything is written. */
export interface Preview {
  readonly title: string;
  /** Sums by top unit: name, last year, target. */
  readonly units: readonly { readonly name: string; readonly base: number; readonly target: number }[];
  readonly months: readonly { readonly label: string; readonly base: number; readonly target: number }[];
  readonly baseTotal: number;
  readonly targetTotal: number;
  readonly people: readonly PersonView[];
  readonly grades: readonly { readonly name: string; readonly count: number }[];
  readonly charts: readonly ChartView[];
  /** Tabs that will be added and tabs of an earlier run that will be replaced. */
  readonly sheets: readonly { readonly name: string; readonly replaces: boolean }[];
  readonly notes: readonly string[];
  /** Every unit a lock or bound can be put on, top down. */
  readonly nodes: readonly NodeView[];
  readonly scheme?: SchemeView;
  readonly follow?: FollowView;
  /** What would be written beside people's own tables. */
  readonly beside?: readonly BesideView[];
  /** Tables that results could stand beside. */
  readonly besideTables?: readonly BesideOffer[];
  /** People nothing could be worked out for, and why. */
  readonly left: readonly { readonly name: string; readonly unit: string; readonly reason: string }[];
}

export interface NodeView {
  readonly id: string;
  readonly name: string;
  /** 0 is the company. */
  readonly depth: number;
  readonly base: number;
  readonly target: number;
}

export interface SchemeView {
  readonly name: string;
  /** The tab it was read from; absent for the built-in one. */
  readonly sheet?: string;
  readonly indicators: readonly {
    readonly name: string;
    readonly section: string;
    readonly weight: number;
  }[];
  /** The scheme itself, for changing it before anything is written. */
  readonly whole?: Scheme;
}

/** How the plan stands after `through` months. */
export interface FollowView {
  readonly year: number;
  readonly through: number;
  /** Months that have actuals, 1–12; empty when none has. */
  readonly known: readonly number[];
  readonly months: readonly string[];
  readonly total: FollowLine;
  readonly units: readonly FollowLine[];
  readonly people: readonly FollowLine[];
}

export interface FollowLine {
  readonly name: string;
  readonly unit: string;
  /** To date, whole currency units. */
  readonly target: number;
  readonly actual: number;
  readonly yearTarget: number;
  /** Fraction; absent without a target to date. */
  readonly attainment?: number;
  readonly light: "reached" | "near" | "behind" | "none";
  /** For the whole year, at the pace so far. */
  readonly forecast?: number;
  /** What each remaining month now needs. */
  readonly need?: number;
}

export interface WriteReport {
  readonly sheets: readonly string[];
  readonly cells: number;
  readonly formulas: number;
  readonly charts: number;
  readonly roundTrips: number;
  /** What people had typed on replaced pages, and where it stands now; or the tab an edited page is kept under. */
  readonly kept?: readonly {
    readonly sheet: string;
    readonly cell?: string;
    readonly value?: string | number | boolean | null;
    readonly keptAs?: string;
  }[];
  /** What this run made differently from the one before, a sentence each; absent for the first run. */
  readonly changes?: readonly string[];
}
