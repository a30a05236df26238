import { AttainError } from "../../errors";
import type { Grid } from "../../records/grid";
import type { PlanRequest } from "../../planning/planRequest";
import type { Team } from "../../planning/team";
import type { EvaluationRequest } from "../../scoring/evaluation";
import type { Scheme } from "../../scoring/scheme";
import type { FillProblem } from "../../templates/fill/forms";
import { filledBook, type Fill, type Template } from "../../templates/template";
import type { WorkbookSpec } from "../../sheets/spec";
import type { Lang } from "../../words";
import { requestOf } from "../evaluation/evaluationTable";
import { completeRequest } from "../plan/planRequest";
import { feedWorkPlans, type WorkFeed } from "../plan/plannedWork";
import type { Surveyed } from "../read/survey";
import { fillForm } from "./formFill";
import { peopleOfPeriod, type PeriodChoice, type PeriodWish } from "./peoplePeriod";
import { formTaken, ledgerTaken, peopleTaken, type Taken } from "./taken";
import { wantedInputs } from "./wantedInputs";

export interface TemplateFilled {
  readonly spec: WorkbookSpec;
  /** What could not be taken over, cell by cell, and what to do about it. */
  readonly problems: readonly FillProblem[];
  /** Tabs of the template's own pages that the data came from. */
  readonly reused: readonly string[];
  /** The tables it was made from. */
  readonly taken: readonly Taken[];
  /** Of an evaluation with several periods: which of them the figures are of. */
  readonly period?: PeriodChoice;
}

export interface TemplateSources extends PeriodWish {
  /** The workbook's work plan, whose completion rates an evaluation reads. */
  readonly work?: WorkFeed | undefined;
  /** The template's own pages, where people have filled them in. */
  readonly pages?: readonly Grid[];
}

/**
 * The template's pages with what the open workbook holds in place of the example: a plan takes the ledger's people and
 * their last year, an evaluation the first table that has its figures, a form the tables that have its columns.
 *
 * @throws AttainError `no-data` when the workbook holds nothing the template could use, naming the columns that would do,
 *   `unknown-name` when the template has no such period
 */
export function templateWithData(
  template: Template,
  { found, source }: Surveyed,
  lang: Lang,
  { work, pages = [], ...wish }: TemplateSources = {},
): TemplateFilled {
  const { fill } = template;
  if (fill?.kind === "plan" && found) {
    const asked = planOf(fill.request(lang));
    const book = fill.book(completeRequest(asked, found, lang), lang);
    const taken = ledgerTaken(found, lang);
    return { spec: filledBook(template, book, lang), problems: [], reused: [], taken };
  }
  if (fill?.kind === "evaluation") {
    const asked = evaluationOf(fill, source.grids, { workbook: source.workbook, ...wish }, lang);
    const fed =
      asked &&
      (work ? feedWorkPlans(asked.request, work) : { request: asked.request, book: asIs, problems: [] });
    if (fed)
      return {
        spec: filledBook(template, fed.book(fill.book(fed.request, lang)), lang),
        problems: [...asked.problems, ...fed.problems],
        reused: [],
        taken: asked.taken,
        period: asked.period,
      };
    const columns = wantedInputs(fill.request(lang).schemes.filter(isWhole), lang);
    if (columns !== undefined) throw new AttainError("no-data", { columns });
  }
  if (fill?.kind === "tables") {
    const { book, problems, reused } = fillForm(
      fill,
      { grids: source.grids, pages, ...(found ? { ledger: found } : {}) },
      lang,
    );
    const tables = formTaken(fill, source.grids, pages, lang);
    const taken = tables.length === 0 && found ? ledgerTaken(found, lang) : tables;
    return { spec: filledBook(template, book, lang), problems, reused, taken };
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
  wish: PeriodWish,
  lang: Lang,
): EvaluationData | undefined {
  const { schemes, periods, title } = request(lang);
  for (const scheme of schemes) {
    if (!isWhole(scheme)) continue;
    const found = peopleOfPeriod({ schemes: [scheme], periods, lang }, grids, wish);
    const [first] = found?.tables ?? [];
    if (found && first)
      return {
        request: { ...requestOf(scheme, first.table, found.period, lang), title },
        problems: first.table.problems,
        taken: peopleTaken([first.table], lang),
        period: found.choice,
      };
  }
  return undefined;
}

interface EvaluationData extends Pick<TemplateFilled, "problems" | "taken"> {
  readonly request: EvaluationRequest;
  readonly period: PeriodChoice;
}

/** A variant takes its sections from a base scheme and cannot stand alone. */
function isWhole(scheme: EvaluationRequest["schemes"][number]): scheme is Scheme {
  return "sections" in scheme && "inputs" in scheme && !("extends" in scheme);
}
