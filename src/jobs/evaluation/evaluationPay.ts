import { AttainError } from "../../errors";
import type { Scalar } from "../../formula/column";
import { ABSOLUTE, cellRef, parseRange, rangeRef } from "../../formula/references";
import { compileScheme } from "../../scoring/compile";
import { NAMES } from "../../scoring/names";
import type { Evaluation, EvaluationPeriod, PersonResult, RowPlace } from "../../scoring/evaluation";
import { sourcesOf } from "../../scoring/pay/fromScores";
import { PEOPLE } from "../../scoring/pay/kind";
import { lintPay } from "../../scoring/pay/lintTiers";
import type { PayPlan } from "../../scoring/pay/payPlan";
import type { PayPeople } from "../../scoring/pay/payTeam";
import { validatePay } from "../../scoring/pay/validatePay";
import type { SetPages } from "../../sheets/evaluation/resultsColumns";
import type { ResultsSheet } from "../../sheets/evaluation/resultsSheet";
import { unitLines } from "../../sheets/evaluation/unitLines";
import { payPlanSheet, type PayPlanSheet } from "../../sheets/pay/planSheet";
import { scoreSource } from "../../sheets/pay/scoreSource";
import { PERIOD_CELL } from "../../sheets/pay/summaryLayout";
import { paySummarySheet, type PaySummary } from "../../sheets/pay/summarySheet";
import { say, type Phrase } from "../../words";

/** How the people of an evaluation are paid. */
export interface EvaluationPay {
  readonly plan: PayPlan;
  /** By input id, a value for each of the request's people; what the plan takes from scores needs none. */
  readonly inputs?: ReadonlyMap<string, readonly Scalar[]>;
  /** Of several periods the one whose figures are paid, to be picked on the page. Absent: what they sum up to. */
  readonly period?: string;
}

const W = {
  unknown: {
    "zh-CN": "inputs.{id}.from：考核表里没有“{from}”；可用：{known}",
    "en-US": "inputs.{id}.from: the scorecard has no “{from}”; there are {known}",
  },
  several: {
    "zh-CN": "inputs.{id}.from：多个考核期只能取 total 或 grade，不能取“{from}”",
    "en-US": "inputs.{id}.from: over several periods only total or grade can be taken, not “{from}”",
  },
} as const satisfies Record<string, Phrase>;

/**
 * The pay pages of an evaluation, live over its scores: `total` and `grade` come from the results page, everything else
 * from the person's line on the scorecard, names, positions and managers from where people are listed.
 *
 * @throws AttainError `scheme-invalid` with every mistake of the plan; `request-invalid` for what no scorecard has
 */
export function evaluationPay(
  evaluation: Evaluation,
  { plan, inputs = new Map(), period: chosen }: EvaluationPay,
  pages: readonly SetPages[],
  results: ResultsSheet,
): { readonly plan: PayPlanSheet; readonly summary: PaySummary } {
  const { request } = evaluation;
  const several = request.periods.length > 1;
  const picked = several ? request.periods.find(({ id }) => id === chosen) : undefined;
  const unfit = [...validatePay(plan), ...strangers(evaluation, plan, several && !picked)];
  const mistakes = unfit.length > 0 ? unfit : graveFindings(plan);
  if (mistakes.length > 0)
    throw new AttainError("scheme-invalid", {
      detail: mistakes.map(({ where, what }) => (where ? `${where}: ${what}` : what)).join("; "),
    });
  // The results page leaves out who was not there in any period.
  const lines = evaluation.results.flatMap((result) => {
    const place = result.periods.flatMap(({ places }) => places).at(-1);
    return place ? [{ result, place }] : [];
  });
  const { sheet, top, left } = parseRange(results.range("total"));
  const { left: gradeAt } = parseRange(results.range("grade"));
  const inResults = (column: number, i: number): string =>
    cellRef(top + i, column, { ...ABSOLUTE, ...(sheet === undefined ? {} : { sheet }) });
  const cards = pages.map(({ layout, references }, i) => {
    const scheme = evaluation.sets[i]?.scheme;
    return scheme && { layout, references, compiled: compileScheme(scheme, { exempt: true }) };
  });
  const onCard = ({ periods }: PersonResult, period: number, name: string): string | null => {
    const place = periods[period]?.places.at(-1);
    const card = place && cards[place.set];
    return card ? scoreSource(card, name, place.row) : null;
  };
  const inPeriod = (result: PersonResult, i: number, period: number, name: string): string | null =>
    name === NAMES.total && several && (result.periods[period]?.places.length ?? 0) > 0
      ? inResults(parseRange(results.range(`period:${request.periods[period]?.id ?? ""}`)).left, i)
      : onCard(result, period, name);
  const from = (name: string): (string | null)[] =>
    lines.map(({ result }, i) => {
      if (picked) {
        const cells = request.periods.map((_, p) => inPeriod(result, i, p, name));
        return cells.every((cell) => cell === null) ? null : chooseBy(results, request.periods, cells);
      }
      if (name === NAMES.total) return inResults(left, i);
      if (name === NAMES.grade) return inResults(gradeAt, i);
      return onCard(result, 0, name);
    });
  const person = (column: PersonColumn): (string | null)[] =>
    lines.map(({ place }) => dataCell(evaluation, place, pages, column));
  const sources = new Map<string, readonly (string | null)[]>([
    [PEOPLE.unit, person("unit")],
    [PEOPLE.name, person("name")],
    [PEOPLE.position, person("position")],
    [PEOPLE.manager, person("manager")],
    ...plan.inputs.flatMap(({ id, from: source }): [string, (string | null)[]][] =>
      source === undefined ? [] : [[id, from(source)]],
    ),
  ]);
  const rowOf = ({ set, row }: RowPlace) => evaluation.sets[set]?.rows[row];
  const people: PayPeople = {
    names: lines.map(({ result }) => result.name),
    units: lines.map(({ result }) => result.unit),
    positions: lines.map(({ place }) => rowOf(place)?.position ?? ""),
    managers: lines.map(({ place }) => rowOf(place)?.manager ?? ""),
    inputs: new Map(
      plan.inputs.map(({ id }) => [id, lines.map(({ result }) => inputs.get(id)?.[result.person] ?? null)]),
    ),
  };
  const planPage = payPlanSheet(plan);
  return {
    plan: planPage,
    summary: paySummarySheet(plan, people, {
      references: planPage.references,
      sources: new Map([...sources].filter(([, cells]) => cells.some((cell) => cell !== null))),
      subtitle: `${request.title} · ${plan.name} · ${plan.currency}`,
      unitLines: unitLines(
        results,
        [...new Set(people.units)].filter((unit) => unit !== ""),
      ),
      ...(picked && {
        period: { chosen: picked.label, labels: request.periods.map(({ label }) => label) },
      }),
    }),
  };
}

/** Tiers that leave open what is paid, or pay less for more: nobody is paid by them. */
function graveFindings(plan: PayPlan): { readonly where: string; readonly what: string }[] {
  return lintPay(plan).flatMap(({ severity, where, what, mend }) =>
    severity === "error" ? [{ where, what: `${what} → ${mend}` }] : [],
  );
}

/** The cell of the period that is picked, found by the headers of the results. */
function chooseBy(
  { range }: ResultsSheet,
  periods: readonly EvaluationPeriod[],
  cells: readonly (string | null)[],
): string {
  const [first, last] = [periods[0], periods.at(-1)].map((one) =>
    parseRange(range(`period:${one?.id ?? ""}`)),
  );
  if (!first || !last) return '""';
  const at = first.top - 1;
  const headers = rangeRef(at, first.left, at, last.left, {
    ...ABSOLUTE,
    ...(first.sheet === undefined ? {} : { sheet: first.sheet }),
  });
  const places = cells.map((cell) => cell ?? '""').join(",");
  return `IFERROR(CHOOSE(MATCH(${PERIOD_CELL},${headers},0),${places}),"")`;
}

/** What the plan takes from scores and no scorecard of the evaluation has. */
function strangers(
  { sets }: Evaluation,
  { inputs, lang }: PayPlan,
  summedUp: boolean,
): { readonly where: string; readonly what: string }[] {
  const known = [...new Set(sets.flatMap(({ scheme }) => sourcesOf(scheme)))];
  return inputs.flatMap(({ id, from }) => {
    if (from === undefined || from === NAMES.total || from === NAMES.grade) return [];
    if (!known.includes(from))
      return [{ where: "", what: say(W.unknown, lang, { id, from, known: known.join(", ") }) }];
    return summedUp ? [{ where: "", what: say(W.several, lang, { id, from }) }] : [];
  });
}

type PersonColumn = "unit" | "name" | "position" | "manager";

/** Where people are listed; null when that list has no such column. */
function dataCell(
  { sets }: Evaluation,
  { set, row }: RowPlace,
  pages: readonly SetPages[],
  column: PersonColumn,
): string | null {
  const rows = sets[set]?.rows ?? [];
  const listed = column === "unit" || column === "name" || rows.some((one) => one[column] !== "");
  return listed ? (pages[set]?.data.cell(column, row) ?? null) : null;
}
