import { ABSOLUTE, cellRef, rangeRef } from "../formula/references";
import { periodLabel } from "../planning/calendar";
import { NAMES } from "../scoring/names";
import { aboutSheet } from "../sheets/about";
import { contentsOf } from "../sheets/contents";
import { actualsLayout, actualsSheet, type ActualsLayout, type ActualsTable } from "../sheets/actuals";
import { overviewSheet, type OverviewPlan, type OverviewScores } from "../sheets/overview";
import { problemsSheet } from "../sheets/problems";
import { schemeSheet } from "../sheets/evaluation/scheme";
import { peopleRange, scorecardSheet, type ScorecardSheet } from "../sheets/evaluation/scorecard";
import type { ScorecardLayout } from "../sheets/evaluation/scorecardLayout";
import type { NameSpec, SheetSpec, WorkbookSpec } from "../sheets/spec";
import { targetsSheet, type TargetsPage } from "../sheets/plan/targets";
import { monthSheet } from "../sheets/follow/monthSheet";
import { trackerSheet } from "../sheets/follow/tracker";
import { monthsOfYear } from "../records/periods";
import { say, type Lang } from "../words";
import { aboutSections } from "./aboutSections";
import type { Results, Scores } from "./compute";
import { regionRange } from "./read/surveyView";
import { liveLedger } from "./follow/trackerLedger";
import type { Understanding } from "./read/understand";
import { WORDS } from "./words";

export interface DescribeOptions {
  readonly lang: Lang;
  readonly version: string;
  /** The run's date as people read it. */
  readonly date: string;
}

/** The whole workbook of a run as plain data: every page and the names that hold them together. */
export function describe(found: Understanding, results: Results, options: DescribeOptions): WorkbookSpec {
  return describeWithScores(found, results, options).spec;
}

/** The same, with where the scores stand. */
export function describeWithScores(
  found: Understanding,
  results: Results,
  options: DescribeOptions,
): { readonly spec: WorkbookSpec; readonly scores?: ScorecardLayout } {
  const { lang } = options;
  const source = sourceOf(found);
  const table = actualsTable(results, source, lang);
  const actuals = actualsLayout(table, lang);
  const targets =
    results.plan && targetsSheet(results.plan, { lang, source, history: historyCells(results, actuals) });
  const lastYear = lastYearRanges(results, actuals);
  const ledger = results.track ? liveLedger(found, results) : undefined;
  const tracker =
    results.plan && targets && results.track
      ? trackerSheet(results.plan, {
          lang,
          targets: targets.layout,
          lastYear,
          ...(results.reached && results.reached.asOf > 0 ? { known: results.reached } : {}),
          ...(ledger ? { ledger } : {}),
        })
      : undefined;
  const period =
    tracker && results.plan && targets
      ? monthSheet(results.plan, { lang, targets: targets.layout, lastYear })
      : undefined;
  const scheme = results.scores && schemeSheet(results.scores.scheme);
  const scorecard =
    results.scores &&
    scheme &&
    scorecardOf(results.scores, scheme.references, results, actuals, source, lang);
  const pages = [
    overviewSheet(
      {
        baseYear: results.baseYear,
        source,
        ...(targets && results.plan ? { plan: overviewPlan(results, targets, actuals) } : {}),
        ...(scorecard && scheme && results.scores
          ? { scores: overviewScores(scorecard, results.scores, scheme.references) }
          : {}),
      },
      lang,
    ),
    targets?.sheet,
    tracker?.sheet,
    period,
    scorecard?.sheet,
    scheme?.sheet,
    actualsSheet(table, lang),
    problemsSheet(found.problems, lang),
  ].filter((sheet) => sheet !== undefined);
  const sheets: readonly SheetSpec[] = [
    ...pages,
    aboutSheet(
      {
        pages: contentsOf(pages, lang),
        version: options.version,
        date: options.date,
        sections: aboutSections(found, results, scheme?.sheet.name, lang),
      },
      lang,
    ),
  ];
  const names: NameSpec[] = [...(targets?.names ?? []), ...(tracker?.names ?? []), ...(scheme?.names ?? [])];
  return {
    spec: { sheets, names, activate: "overview" },
    ...(scorecard ? { scores: scorecard.layout } : {}),
  };
}

/** @example "Sales pipeline!A1:H8801" */
function sourceOf({ roles }: Understanding): string {
  const { ledger } = roles;
  if (!ledger) return "";
  return [ledger, ...ledger.siblings]
    .map(({ region }) => `${region.grid.sheet}!${regionRange(region)}`)
    .join(", ");
}

function actualsTable({ baseYear, reps }: Results, source: string, lang: Lang): ActualsTable {
  const months = monthsOfYear(baseYear).map(({ id, from, to }) =>
    periodLabel({ id, grain: "month", start: from, end: to }, lang),
  );
  return { year: baseYear, months, rows: reps, source };
}

function historyCells({ reps, plan }: Results, actuals: ActualsLayout): ReadonlyMap<string, string> {
  if (!plan) return new Map();
  return new Map(
    reps.map(({ path }, index) => [
      path.join(" / "),
      cellRef(actuals.firstRow + index, actuals.columns.total, { ...ABSOLUTE, sheet: actuals.sheet }),
    ]),
  );
}

/** Each rep's months of the base year, where the plan's periods are its months. */
function lastYearRanges({ reps, plan }: Results, actuals: ActualsLayout): ReadonlyMap<string, string> {
  if (plan?.periods.length !== actuals.lastMonth - actuals.firstMonth + 1) return new Map();
  return new Map(
    reps.map(({ path }, index) => {
      const row = actuals.firstRow + index;
      return [
        path.join(" / "),
        rangeRef(row, actuals.firstMonth, row, actuals.lastMonth, { ...ABSOLUTE, sheet: actuals.sheet }),
      ];
    }),
  );
}

function scorecardOf(
  { scheme, people }: Scores,
  references: ReadonlyMap<string, string>,
  { reps, baseYear }: Results,
  actuals: ActualsLayout,
  source: string,
  lang: Lang,
): ScorecardSheet {
  const cells = (input: string, column: number) =>
    reps.map((_, index) => {
      const value = people.inputs.get(input)?.[index] ?? null;
      return value === null
        ? null
        : cellRef(actuals.firstRow + index, column, { ...ABSOLUTE, sheet: actuals.sheet });
    });
  return scorecardSheet(scheme, people, {
    references,
    title: say(WORDS.scorecardTitle, lang, { year: String(baseYear) }),
    subtitle: say(WORDS.scorecardSubtitle, lang, { year: String(baseYear), source }),
    sources: new Map([
      ["revenue", cells("revenue", actuals.columns.total)],
      ["won", cells("won", actuals.columns.won)],
      ["lost", cells("lost", actuals.columns.lost)],
    ]),
  });
}

function overviewPlan(
  { plan, year, levels }: Results,
  { layout }: TargetsPage,
  actuals: ActualsLayout,
): OverviewPlan {
  const here = { ...ABSOLUTE, sheet: layout.sheet };
  const units = levels.length > 1 ? (plan?.root.children ?? []) : [];
  return {
    year,
    growth: plan?.growth ?? 0,
    targetTotal: layout.targetTotal,
    baseTotal: layout.historyTotal,
    check: layout.check,
    monthLabels: layout.periodLabels,
    monthTargets: layout.periodTargets,
    monthActuals: rangeRef(actuals.totalRow, actuals.firstMonth, actuals.totalRow, actuals.lastMonth, {
      ...ABSOLUTE,
      sheet: actuals.sheet,
    }),
    units: units.flatMap(({ id }) => {
      const row = layout.rowOf.get(id);
      if (row === undefined) return [];
      const { name, history, total } = layout.columns;
      return [
        {
          name: cellRef(row, name, here),
          base: cellRef(row, history, here),
          target: cellRef(row, total, here),
        },
      ];
    }),
  };
}

function overviewScores(
  { layout }: ScorecardSheet,
  { scheme, people, cards }: Scores,
  references: ReadonlyMap<string, string>,
): OverviewScores {
  const range = (name: string) => peopleRange(layout, name);
  return {
    names: range("name"),
    unitNames: range("unit"),
    totals: range(NAMES.total),
    grades: range(NAMES.grade),
    ranks: range("rank"),
    orders: range("order"),
    people: people.names.length,
    scored: cards.filter(({ total }) => total !== null).length,
    gradeNames: cellsOf(references.get(NAMES.gradeNames), scheme.grades.length),
  };
}

/** The single cells of a column reference: `'Scheme'!$A$4:$A$7` gives four. */
function cellsOf(reference: string | undefined, count: number): string[] {
  const match = /^(.*!)?\$([A-Z]+)\$(\d+)/.exec(reference ?? "");
  const [, sheet = "", column, row] = match ?? [];
  if (column === undefined || row === undefined) return [];
  return Array.from({ length: count }, (_, index) => `${sheet}$${column}$${Number(row) + index}`);
}
