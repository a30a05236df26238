import { columnOf, scalarAt, type Scalar } from "../formula/column";
import { evaluate as evaluateExpr } from "../formula/evaluate";
import type { Expr } from "../formula/expression";
import { COMPARE_DIGITS, excelRound } from "../formula/rounding";
import { AttainError } from "../errors";
import { ranks, ranksWithin } from "./ranks";
import { planRows, type PlannedSet } from "./evaluationRows";
import {
  personId,
  type Evaluation,
  type EvaluationRequest,
  type EvaluationSet,
  type PersonResult,
  type RatedInput,
  type RatingRow,
  type RowPlace,
} from "./evaluation";
import { countOf } from "./levels";
import { meanExpr } from "./meanExpr";
import { RATER_NAMES, groupMean, missingExpr, ratingExpr } from "./raters";
import type { RaterPlan, Scheme, SchemeInput } from "./scheme";
import { scoreTeam, type People, type Scorecard } from "./scoreTeam";
import { validateEvaluation } from "./validateEvaluation";

/**
 * Scores an evaluation: everybody's rows by scheme and period, ratings combined, periods summed up, people ranked.
 *
 * @throws AttainError `request-invalid` with every mistake, each with where it is and how to mend it
 * @example evaluate({ title: "…", lang: "zh-CN", periods: [march], schemes: [scheme], people }).results[0]?.total
 */
export function evaluate(request: EvaluationRequest): Evaluation {
  const mistakes = validateEvaluation(request);
  if (mistakes.length > 0)
    throw new AttainError("request-invalid", {
      detail: mistakes
        .map(({ where, what }) => `${where}: ${what}`)
        .join(request.lang === "zh-CN" ? "；" : "; "),
    });
  const planned = planRows(request);
  const sets = scoreSets(request, planned);
  const groups = [...new Set(request.periods.flatMap(({ group }) => group ?? []))];
  return { request, sets, groups, results: resultsOf(request, sets, groups) };
}

/** Sets are scored with inputs of the period before looked up among the rows of all sets. */
function scoreSets(request: EvaluationRequest, planned: readonly PlannedSet[]): EvaluationSet[] {
  return planned.map(({ scheme, base, rows }) => {
    const rated = rows.flatMap((row, i) => ratedInputs(request, scheme, row, i));
    const scores = new Map(rated.map(({ row, input, score }) => [`${row} ${input}`, score]));
    const filled = rows.map((row, i) => ({
      ...row,
      inputs: new Map<string, Scalar>(
        scheme.inputs.map(({ id, raters, previousOf }): [string, Scalar] => {
          if (raters !== undefined) return [id, scores.get(`${i} ${id}`) ?? null];
          const typed = row.inputs.get(id) ?? null;
          return [id, typed ?? (previousOf === undefined ? null : previousValue(planned, row, previousOf))];
        }),
      ),
    }));
    return { scheme, base, rows: filled, rated, cards: scoreTeam(scheme, peopleOf(scheme, filled, request)) };
  });
}

/** The people of a set as the scoring engine takes them. */
export function peopleOf(scheme: Scheme, rows: EvaluationSet["rows"], request: EvaluationRequest): People {
  return {
    names: rows.map(({ name }) => name),
    units: rows.map(({ unit }) => unit),
    inputs: new Map(scheme.inputs.map(({ id }) => [id, rows.map(({ inputs }) => inputs.get(id) ?? null)])),
    ...(request.periods.length > 1 && { periods: rows.map(({ period }) => period.label) }),
    exempt: rows.map(({ exempt }) => exempt),
  };
}

function previousValue(
  planned: readonly PlannedSet[],
  { person, period, from }: EvaluationSet["rows"][number],
  input: string,
): Scalar {
  const before = planned
    .flatMap(({ rows }) => rows)
    .filter((row) => row.person === person && row.period !== period && row.to < from)
    .sort((a, b) => (a.to < b.to ? 1 : -1));
  return before[0]?.inputs.get(input) ?? null;
}

/** The row's inputs that raters give, each with who gave what. */
function ratedInputs(
  request: EvaluationRequest,
  scheme: Scheme,
  row: EvaluationSet["rows"][number],
  place: number,
): RatedInput[] {
  const person = request.people[row.person];
  if (!person) return [];
  const own = (request.ratings ?? []).filter(
    (rating) =>
      rating.person === personId(person) && (rating.period === undefined || rating.period === row.period.id),
  );
  return scheme.inputs.flatMap((rated): RatedInput[] => {
    const { id, raters } = rated;
    const plan = scheme.raters?.find((one) => one.id === raters);
    if (!plan) return [];
    const answers = plan.groups.map((group) => answersOf(own, group.id, rated));
    const means = plan.groups.map((group, i) => groupMean(answers[i] ?? [], group.smallest));
    const weights = plan.groups.map((group) => person.raterWeights?.[plan.id]?.[group.id] ?? group.weight);
    const { score, missing } = combineRatings(plan, means, weights, scheme.lang);
    return [
      {
        row: place,
        input: id,
        plan: plan.id,
        means,
        counts: answers.map((list) => list.length),
        weights,
        score,
        missing,
      },
    ];
  });
}

function answersOf(ratings: readonly RatingRow[], group: string, input: SchemeInput): number[] {
  return ratings.flatMap((rating) =>
    rating.group === group ? (countOf(input, rating.values[input.id]) ?? []) : [],
  );
}

/**
 * The groups' means as one score, as the sheet calculates it.
 *
 * @example direct 90 with 70 %, upper 80 with 30 % → 87
 */
export function combineRatings(
  plan: RaterPlan,
  means: readonly (number | null)[],
  weights: readonly number[],
  lang: Scheme["lang"],
): { readonly score: number | null; readonly missing: string } {
  const values = new Map<string, Scalar>(
    plan.groups.flatMap(({ id }, i): [string, Scalar][] => [
      [RATER_NAMES.mean(id), means[i] ?? null],
      [RATER_NAMES.weight(id), weights[i] ?? 0],
    ]),
  );
  const missing = valueOf(missingExpr(plan, lang), values);
  return { score: numberIn(ratingExpr(plan), values), missing: typeof missing === "string" ? missing : "" };
}

function valueOf(expr: Expr, values: ReadonlyMap<string, Scalar>): Scalar {
  const column = evaluateExpr(expr, {
    rows: 1,
    input: (name) => columnOf([values.get(name) ?? null]),
    vector: (name) => columnOf([values.get(name) ?? null]),
  });
  return scalarAt(column, 0);
}

function numberIn(expr: Expr, values: ReadonlyMap<string, Scalar>): number | null {
  const value = valueOf(expr, values);
  return typeof value === "number" ? value : null;
}

/** Periods of a person, summed up by days, groups and year, then graded and ranked. */
function resultsOf(
  request: EvaluationRequest,
  sets: readonly EvaluationSet[],
  groups: readonly string[],
): PersonResult[] {
  const drafts = request.people.map((person, index) => {
    const periods = request.periods.map((period) => {
      const places = placesOf(sets, index, period.id);
      return { places, total: periodTotal(sets, places) };
    });
    const last = periods.flatMap(({ places }) => places).at(-1);
    const scheme = sets[last?.set ?? -1]?.scheme;
    const decimals = scheme?.decimals ?? 2;
    const totals = new Map<string, Scalar>(
      request.periods.map(({ id }, i) => [id, periods[i]?.total ?? null]),
    );
    const groupMeans = groups.map((group) =>
      numberIn(
        rollupExpr(
          request,
          request.periods.filter((one) => one.group === group).map(({ id }) => id),
          decimals,
        ),
        totals,
      ),
    );
    const total = yearTotal(request, groups, groupMeans, totals, decimals);
    return {
      person: index,
      name: person.name,
      unit: sets[last?.set ?? -1]?.rows[last?.row ?? -1]?.unit ?? person.unit,
      scheme,
      periods,
      groups: groupMeans,
      total,
      rewards: periods.every(({ places }) => places.every((place) => cardAt(sets, place)?.rewards !== false)),
      graded:
        request.periods.length === 1 && last !== undefined ? soleCard(sets, periods[0]?.places) : undefined,
    };
  });
  const totals = drafts.map(({ total }) => total ?? Number.NaN);
  const overall = ranks(totals);
  const within = ranksWithin(
    totals,
    drafts.map(({ unit }) => unit),
  );
  return drafts.map(({ scheme, graded, ...draft }, i) => {
    const grade = graded ? { name: graded.grade, light: graded.light } : gradeOf(scheme, draft.total);
    return {
      ...draft,
      grade: grade.name,
      light: grade.light,
      rank: overall[i] || null,
      unitRank: within[i] || null,
    };
  });
}

/** The year out of its periods or of its groups' means. */
function yearTotal(
  request: EvaluationRequest,
  groups: readonly string[],
  groupMeans: readonly (number | null)[],
  totals: ReadonlyMap<string, Scalar>,
  decimals: number,
): number | null {
  if (request.rollup?.of === "groups" && groups.length > 0) {
    const values = new Map<string, Scalar>(groups.map((group, i) => [group, groupMeans[i] ?? null]));
    return numberIn(
      meanExpr(
        groups,
        groups.map(() => 1),
        decimals,
      ),
      values,
    );
  }
  return numberIn(
    rollupExpr(
      request,
      request.periods.map(({ id }) => id),
      decimals,
    ),
    totals,
  );
}

/** The mean of the periods, weighted where the request says so, over their ids. */
export function rollupExpr(
  request: EvaluationRequest,
  periods: readonly string[],
  decimals: Expr | number,
): Expr {
  const weights = periods.map((id) => {
    const weight = request.periods.find((one) => one.id === id)?.weight ?? 1;
    return request.rollup?.by === "weighted" ? weight : 1;
  });
  return meanExpr(periods, weights, decimals);
}

function placesOf(sets: readonly EvaluationSet[], person: number, period: string): RowPlace[] {
  return sets
    .flatMap(({ rows }, set) =>
      rows.flatMap((row, i) =>
        row.person === person && row.period.id === period ? [{ set, row: i, from: row.from }] : [],
      ),
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ set, row }) => ({ set, row }));
}

const cardAt = (sets: readonly EvaluationSet[], { set, row }: RowPlace): Scorecard | undefined =>
  sets[set]?.cards[row];

/** The mean of the parts of a period by their days. */
function periodTotal(sets: readonly EvaluationSet[], places: readonly RowPlace[]): number | null {
  const [only] = places;
  if (only && places.length === 1) return cardAt(sets, only)?.total ?? null;
  if (!only) return null;
  const names = places.map((_, i) => String(i));
  const days = places.map(({ set, row }) => sets[set]?.rows[row]?.days ?? 0);
  const values = new Map<string, Scalar>(
    places.map((place, i) => [String(i), cardAt(sets, place)?.total ?? null]),
  );
  return numberIn(meanExpr(names, days, sets[only.set]?.scheme.decimals ?? 2), values);
}

/** With a single row behind the result, its own grade holds: it knows vetoes. */
function soleCard(sets: readonly EvaluationSet[], places: readonly RowPlace[] = []): Scorecard | undefined {
  const [only] = places;
  return only && places.length === 1 ? cardAt(sets, only) : undefined;
}

/** The grade of a total by the scheme's bands. */
function gradeOf(
  scheme: Scheme | undefined,
  total: number | null,
): { readonly name: string | null; readonly light: string } {
  if (!scheme || total === null) return { name: null, light: "" };
  const value = excelRound(total, COMPARE_DIGITS);
  const grade = scheme.grades.find(
    ({ from, side }) => from === null || (side === ">" ? value > from : value >= from),
  );
  return { name: grade?.name ?? null, light: grade?.light ?? "" };
}
