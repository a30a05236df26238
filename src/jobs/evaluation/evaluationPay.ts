import { AttainError } from "../../errors";
import type { Scalar } from "../../formula/column";
import { ABSOLUTE, cellRef, parseRange, quoteSheet } from "../../formula/references";
import { NAMES } from "../../scoring/names";
import type { Evaluation, PersonResult, RowPlace } from "../../scoring/evaluation";
import { PEOPLE } from "../../scoring/pay/kind";
import { lintPay } from "../../scoring/pay/lintTiers";
import type { PayPlan } from "../../scoring/pay/payPlan";
import type { PayPeople } from "../../scoring/pay/payTeam";
import { validatePay } from "../../scoring/pay/validatePay";
import type { ResultsSheet, SetPages } from "../../sheets/evaluation/resultsSheet";
import { payPlanSheet, type PayPlanSheet } from "../../sheets/pay/planSheet";
import { paySummarySheet, type PaySummary } from "../../sheets/pay/summarySheet";
import { say, type Phrase } from "../../words";

/** How the people of an evaluation are paid. */
export interface EvaluationPay {
  readonly plan: PayPlan;
  /** By input id, a value for each of the request's people; what the plan takes from scores needs none. */
  readonly inputs?: ReadonlyMap<string, readonly Scalar[]>;
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
  { plan, inputs = new Map() }: EvaluationPay,
  pages: readonly SetPages[],
  results: ResultsSheet,
): { readonly plan: PayPlanSheet; readonly summary: PaySummary } {
  const { request } = evaluation;
  const unfit = [...validatePay(plan), ...strangers(evaluation, plan, pages)];
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
  const from = (name: string): (string | null)[] =>
    lines.map(({ result }, i) => {
      if (name === NAMES.total) return inResults(left, i);
      if (name === NAMES.grade) return inResults(gradeAt, i);
      return onCard(result, name, pages);
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
    }),
  };
}

/** Tiers that leave open what is paid, or pay less for more: nobody is paid by them. */
function graveFindings(plan: PayPlan): { readonly where: string; readonly what: string }[] {
  return lintPay(plan).flatMap(({ severity, where, what, mend }) =>
    severity === "error" ? [{ where, what: `${what} → ${mend}` }] : [],
  );
}

/** What the plan takes from scores and no scorecard of the evaluation has. */
function strangers(
  { request }: Evaluation,
  { inputs, lang }: PayPlan,
  pages: readonly SetPages[],
): { readonly where: string; readonly what: string }[] {
  const known = [...new Set(pages.flatMap(({ layout }) => [...layout.columns.keys()]))].filter(
    (name) => !["unit", "name", "period"].includes(name),
  );
  return inputs.flatMap(({ id, from }) => {
    if (from === undefined || from === NAMES.total || from === NAMES.grade) return [];
    if (!known.includes(from))
      return [{ where: "", what: say(W.unknown, lang, { id, from, known: known.join(", ") }) }];
    return request.periods.length > 1 ? [{ where: "", what: say(W.several, lang, { id, from }) }] : [];
  });
}

/** The person's cell on the scorecard of the only period; null where their scheme has no such column. */
function onCard({ periods }: PersonResult, name: string, pages: readonly SetPages[]): string | null {
  const place = periods[0]?.places.at(-1);
  const layout = place && pages[place.set]?.layout;
  const letter = layout?.columns.get(name);
  if (!place || !layout || letter === undefined) return null;
  return `${quoteSheet(layout.sheet)}!$${letter}$${layout.firstRow + place.row}`;
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
