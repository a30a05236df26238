import { AttainError } from "../../errors";
import type { PlanRequest } from "../../planning/planRequest";
import type { Team } from "../../planning/team";
import type { EvaluationRequest } from "../../scoring/evaluation";
import type { Scheme } from "../../scoring/scheme";
import { filledBook, type Fill, type Template } from "../../templates/template";
import type { WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { findPeople, requestOf } from "../evaluation/evaluationTable";
import { completeRequest } from "../plan/planRequest";
import { feedWorkPlans, type WorkFeed } from "../plan/plannedWork";
import type { Surveyed } from "../read/survey";

/**
 * The template's pages with what the open workbook holds in place of the example: a plan takes the ledger's people and
 * their last year, an evaluation the first table that has its figures.
 *
 * @param work the workbook's work plan, whose completion rates an evaluation reads
 * @throws AttainError `no-data` when the workbook holds nothing the template could use
 */
export function templateWithData(
  template: Template,
  { found, source }: Surveyed,
  lang: Lang,
  work?: WorkFeed,
): WorkbookSpec {
  const { fill } = template;
  if (fill?.kind === "plan" && found) {
    const asked = planOf(fill.request(lang));
    return filledBook(template, fill.book(completeRequest(asked, found, lang), lang), lang);
  }
  if (fill?.kind === "evaluation") {
    const asked = evaluationOf(fill, source.grids, lang);
    const fed = asked && (work ? feedWorkPlans(asked, work) : { request: asked, book: asIs });
    if (fed) return filledBook(template, fed.book(fill.book(fed.request, lang)), lang);
  }
  throw new AttainError("no-data");
}

const asIs = (book: WorkbookSpec): WorkbookSpec => book;

/**
 * The example's request without the example: totals become growth on last year, tiers multiples of the total, so that
 * they fit figures of any size. Measures beside the main one need figures of their own and are left to people.
 */
function planOf(example: PlanRequest): Partial<PlanRequest> {
  const {
    team,
    horizon: _horizon,
    measures: _measures,
    measure: _measure,
    unit: _unit,
    total,
    ...rest
  } = example;
  const base = team ? historyOf(team) : 0;
  const whole = "value" in total ? total.value : base * (1 + total.growth);
  const stretch = rest.tiers?.stretch;
  const tiers =
    stretch && "value" in stretch
      ? { tiers: { ...rest.tiers, stretch: { ratio: stretch.value / whole } } }
      : {};
  return { ...rest, ...tiers, total: { growth: base > 0 ? round(whole / base - 1) : 0 } };
}

/** A growth as people would say it: to the percent. */
const round = (growth: number): number => Math.round(growth * 100) / 100;

function historyOf({ members }: Team): number {
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  return sum(members.map(({ history = 0 }) => (typeof history === "number" ? history : sum(history))));
}

function evaluationOf(
  { request }: Extract<Fill, { kind: "evaluation" }>,
  grids: Surveyed["source"]["grids"],
  lang: Lang,
): EvaluationRequest | undefined {
  const { schemes, periods, title } = request(lang);
  const [period] = periods;
  for (const scheme of schemes) {
    if (!isWhole(scheme)) continue;
    const table = findPeople(grids, scheme, lang);
    if (table && period) return { ...requestOf(scheme, table, period, lang), title };
  }
  return undefined;
}

/** A variant takes its sections from a base scheme and cannot stand alone. */
function isWhole(scheme: EvaluationRequest["schemes"][number]): scheme is Scheme {
  return "sections" in scheme && "inputs" in scheme && !("extends" in scheme);
}
