import { periodLabel } from "../planning/calendar";
import { say, type Lang } from "../words";
import { gapMonths } from "./aboutSections";
import type { Results } from "./compute";
import { followView } from "./follow/follow";
import type { PlanNode } from "../planning/plan";
import type { Scheme } from "../scoring/scheme";
import type { ChartView, FollowView, NodeView, PersonView, Preview, SchemeView } from "./types";
import { WORDS } from "./words";

/** What a run would write, for people to look at first. `sheets` says which tabs it would add or replace. */
export function previewView(
  results: Results,
  sheets: Preview["sheets"],
  lang: Lang,
  schemeSheet?: string,
): Preview {
  const { plan, scores, baseTotal, levels } = results;
  const people = peopleOf(results);
  const months = (plan?.periods ?? []).map((period, index) => ({
    label: periodLabel(period, lang),
    base: plan?.root.history[index] ?? 0,
    target: plan?.root.target[index] ?? 0,
  }));
  const top = levels.length > 1 ? (plan?.root.children ?? []) : [];
  const units = top.map(({ name, historyTotal, total }) => ({ name, base: historyTotal, target: total }));
  const grades = (scores?.scheme.grades ?? []).map(({ name }) => ({
    name,
    count: scores?.cards.filter(({ grade }) => grade === name).length ?? 0,
  }));
  const follow = followView(results, lang);
  return {
    title: titleOf(results, lang),
    units,
    months,
    baseTotal,
    targetTotal: plan?.total ?? 0,
    people,
    grades,
    charts: [...progressChart(follow, lang), ...chartsOf(results, { months, units, people, grades }, lang)],
    sheets,
    notes: notesOf(results, lang),
    nodes: plan ? nodesOf(plan.root, 0) : [],
    ...(scores ? { scheme: schemeView(scores.scheme, schemeSheet) } : {}),
    ...(follow ? { follow } : {}),
    left: leftOf(results, lang),
  };
}

function nodesOf({ id, name, historyTotal, total, children }: PlanNode, depth: number): NodeView[] {
  return [
    { id, name, depth, base: historyTotal, target: total },
    ...children.flatMap((child) => nodesOf(child, depth + 1)),
  ];
}

function schemeView(scheme: Scheme, sheet: string | undefined): SchemeView {
  return {
    name: scheme.name,
    whole: scheme,
    ...(sheet === undefined ? {} : { sheet }),
    indicators: scheme.sections.flatMap((section) =>
      section.indicators.map(({ name, weight }) => ({ name, section: section.name, weight })),
    ),
  };
}

/** Newcomers of the plan, people without a score. */
function leftOf({ plan, scores, reps }: Results, lang: Lang): Preview["left"] {
  const unitOf = new Map(reps.map(({ path, name, unit }) => [path.join(" / "), { name, unit }]));
  return scores
    ? scores.cards.flatMap(({ name, unit, total, remark }) =>
        total === null ? [{ name, unit, reason: remark }] : [],
      )
    : (plan?.newcomers ?? []).flatMap((id) => {
        const who = unitOf.get(id);
        return who ? [{ ...who, reason: WORDS.newcomer[lang] }] : [];
      });
}

/** Due and reached by unit, when a plan is followed and something is known. */
function progressChart(follow: FollowView | undefined, lang: Lang): ChartView[] {
  if (!follow || follow.through === 0) return [];
  const lines = follow.units.length > 0 ? follow.units : follow.people;
  return [
    {
      id: "progress",
      kind: "column",
      title: say(WORDS.chartProgress, lang, { month: follow.months[follow.through - 1] ?? "" }),
      categories: lines.map(({ name }) => name),
      series: [
        { name: WORDS.seriesDue[lang], values: lines.map(({ target }) => target) },
        { name: WORDS.seriesReached[lang], values: lines.map(({ actual }) => actual) },
      ],
      targetAt: 0,
      unit: "money",
    },
  ];
}

function titleOf({ plan, scores, year, baseYear }: Results, lang: Lang): string {
  const words = plan && scores ? WORDS.title : plan ? WORDS.titlePlan : WORDS.titleScore;
  return say(words, lang, { year: String(year), base: String(baseYear) });
}

/** Scored people by rank, then the others. */
function peopleOf({ scores }: Results): PersonView[] {
  const people = (scores?.cards ?? []).map(({ name, unit, rank, total, grade, remark }): PersonView => ({
    name,
    unit,
    ...(rank === null ? {} : { rank }),
    ...(total === null ? {} : { total }),
    ...(grade === null ? {} : { grade }),
    ...(total === null ? { reason: remark } : {}),
  }));
  return people.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
}

function chartsOf(
  { baseYear, year }: Results,
  { months, units, people, grades }: Pick<Preview, "months" | "units" | "people" | "grades">,
  lang: Lang,
): ChartView[] {
  const actual = say(WORDS.seriesActual, lang, { year: String(baseYear) });
  const target = say(WORDS.seriesTarget, lang, { year: String(year) });
  const money = (rows: readonly { base: number; target: number }[]) => [
    { name: actual, values: rows.map(({ base }) => base) },
    { name: target, values: rows.map((row) => row.target) },
  ];
  const scored = people.filter(({ rank }) => rank !== undefined);
  const charts: ChartView[] = [
    {
      id: "monthly",
      kind: "columnLine",
      title: WORDS.chartMonthly[lang],
      categories: months.map(({ label }) => label),
      series: money(months),
      targetAt: 1,
      unit: "money",
    },
    {
      id: "ranking",
      kind: "bar",
      title: WORDS.chartRanking[lang],
      categories: scored.map(({ name }) => name),
      series: [{ name: WORDS.total[lang], values: scored.map(({ total }) => total ?? 0) }],
      unit: "points",
    },
    {
      id: "grades",
      kind: "column",
      title: WORDS.chartGrades[lang],
      categories: grades.map(({ name }) => name),
      series: [{ name: WORDS.people[lang], values: grades.map(({ count }) => count) }],
      unit: "people",
    },
    {
      id: "regions",
      kind: "column",
      title: WORDS.chartRegions[lang],
      categories: units.map(({ name }) => name),
      series: money(units),
      targetAt: 1,
      unit: "money",
    },
  ];
  return charts.filter(({ categories }) => categories.length > 0);
}

function notesOf({ plan, scores, baseYear }: Results, lang: Lang): string[] {
  const gaps = plan ? gapMonths(plan, lang) : "";
  return [
    ...(gaps ? [say(WORDS.noteGaps, lang, { months: gaps })] : []),
    ...(plan && plan.newcomers.length > 0
      ? [say(WORDS.noteNewcomers, lang, { count: plan.newcomers.length })]
      : []),
    ...(scores ? [say(WORDS.noteBenchmark, lang, { year: String(baseYear), people: scores.active })] : []),
  ];
}
