import { AttainError } from "../../errors";
import { MEASURE_FIELDS, type MeasureField } from "../../records/fields/measureFields";
import type { PeopleFile } from "../../records/people/peopleFile";
import { monthsOfYear, readPeriod } from "../../records/periods";
import { evaluate } from "../../scoring/evaluate";
import type { EvaluationPeriod, EvaluationRequest } from "../../scoring/evaluation";
import type { Scheme } from "../../scoring/scheme";
import type { Scorecard } from "../../scoring/scoreTeam";
import { problemsSheet } from "../../sheets/problems";
import type { ScorecardLayout } from "../../sheets/evaluation/scorecardLayout";
import type { WorkbookSpec } from "../../sheets/spec";
import { say, type Lang, type Phrase } from "../../words";
import { bookWithResults } from "./evaluationBook";
import { monthlyScheme } from "./monthlyScheme";
import { MONTHLY_WORDS as W } from "./monthlyWords";
import type { RunChoices } from "../types";

/** Scores of a file about people, and the pages that would be written. */
export interface PeopleRun {
  readonly scheme: Scheme;
  readonly cards: readonly Scorecard[];
  readonly period: string;
  readonly title: string;
  readonly spec: WorkbookSpec;
  /** Labels of fields that were read and are not scored. */
  readonly unused: readonly string[];
  /** Where everybody's results stand, in the order of `order`. */
  readonly layout: ScorecardLayout | undefined;
  /** Everybody's place in the file, by the rows of the scorecard. */
  readonly order: readonly number[];
}

/** All periods of the file at once: amounts added, rates and ratings averaged. */
export const ALL_PERIODS = "all";

const LABELS: ReadonlyMap<MeasureField, Phrase> = new Map(MEASURE_FIELDS.map(({ id, label }) => [id, label]));
const AVERAGED: readonly MeasureField[] = ["rate", "collectionRate", "satisfaction", "score"];

/** The period a run is about unless another is chosen: the last one that has results. */
export function usualPeriod({ figures, periods }: PeopleFile): string {
  const results = figures.filter(({ field }) => field === "actual" || field === "rate");
  const known = new Set((results.length > 0 ? results : figures).flatMap(({ period }) => period ?? []));
  return periods.filter((period) => known.has(period)).at(-1) ?? ALL_PERIODS;
}

/**
 * Scores everybody in a file about people. Pure; nothing is written.
 *
 * @param own the scheme on the workbook's own scheme sheet, used when the file has what it asks for
 * @throws AttainError `no-data` when nothing in the file can be scored, `request-invalid`, `scheme-invalid`
 */
export function runPeople(
  file: PeopleFile,
  choices: RunChoices,
  own: Scheme | undefined,
  today: string,
  lang: Lang,
): PeopleRun {
  const scheme = schemeFor(file, choices, own, lang);
  if (!scheme) throw new AttainError("no-data");
  const period = choices.period ?? usualPeriod(file);
  const request = requestOf(file, scheme, period, today, lang);
  const evaluation = evaluate(request);
  const { book, layouts } = bookWithResults(evaluation, {
    lang,
    ...(choices.pages && { pages: choices.pages }),
  });
  const [set] = evaluation.sets;
  const used = new Set(scheme.inputs.map(({ id }) => id));
  return {
    scheme,
    cards: set?.cards ?? [],
    period,
    title: request.title,
    layout: layouts[0],
    order: set?.rows.map(({ person }) => person) ?? [],
    spec: {
      ...book,
      sheets: [...book.sheets.slice(0, -1), problemsSheet(file.problems, lang), ...book.sheets.slice(-1)],
    },
    unused: file.fields
      .filter((field) => !used.has(field))
      .map((field) => LABELS.get(field)?.[lang] ?? field),
  };
}

function schemeFor(
  { fields, figures }: PeopleFile,
  { scheme, schemeFrom }: RunChoices,
  own: Scheme | undefined,
  lang: Lang,
): Scheme | undefined {
  if (scheme) return scheme;
  const fits = own?.inputs.every(
    ({ id, formula }) => formula !== undefined || fields.some((field) => field === id),
  );
  if (own && fits && schemeFrom !== "builtIn") return own;
  const ratings = figures.filter(({ field }) => field === "score").map(({ value }) => value);
  const highest = ratings.reduce((a, b) => Math.max(a, b), 0);
  return monthlyScheme(fields, LABELS, highest <= 5 ? 5 : highest <= 10 ? 10 : 100, lang);
}

function requestOf(
  { people, figures }: PeopleFile,
  scheme: Scheme,
  period: string,
  today: string,
  lang: Lang,
): EvaluationRequest {
  const values = new Map(people.map(({ id }) => [id, new Map<MeasureField, number[]>()]));
  for (const { person, field, value, period: when } of figures) {
    if (when !== undefined && period !== ALL_PERIODS && when !== period) continue;
    const fields = values.get(person);
    fields?.set(field, [...(fields.get(field) ?? []), value]);
  }
  const days = daysOf(period, today, lang);
  return {
    title: period === ALL_PERIODS ? W.titlePlain[lang] : say(W.title, lang, { period: days.label }),
    lang,
    periods: [days],
    schemes: [scheme],
    people: people.map(({ id, name, unit, manager }) => ({
      id,
      name,
      unit: unit ?? W.noUnit[lang],
      ...(manager === undefined ? {} : { manager }),
      inputs: Object.fromEntries(
        scheme.inputs
          .filter(({ formula }) => formula === undefined)
          .map((input) => {
            const field = MEASURE_FIELDS.find((each) => each.id === input.id)?.id;
            const list = (field && values.get(id)?.get(field)) ?? [];
            return [input.id, field && list.length > 0 ? together(field, list) : null];
          }),
      ),
    })),
  };
}

function together(field: MeasureField, values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const whole = AVERAGED.includes(field) ? sum / values.length : sum;
  return Math.round(whole * 1e6) / 1e6;
}

/** A period with its days; one without a year is of the year `today` is in, one without a name is this month. */
function daysOf(period: string, today: string, lang: Lang): EvaluationPeriod {
  const year = Number(today.slice(0, 4));
  const months = monthsOfYear(Number(/^\d{4}/.exec(period)?.[0] ?? year));
  const found = readPeriod(period);
  const number = found?.number ?? 1;
  const [first, last] =
    found?.kind === "month" || /(?:^|-)\d{2}$/.test(period)
      ? [Number(period.slice(-2)), Number(period.slice(-2))]
      : found?.kind === "quarter" || /Q[1-4]$/.test(period)
        ? [Number(period.slice(-1)) * 3 - 2, Number(period.slice(-1)) * 3]
        : period === ALL_PERIODS
          ? [Number(today.slice(5, 7)), Number(today.slice(5, 7))]
          : [number, 12];
  return {
    id: period,
    label: periodName(period, lang),
    from: months[first - 1]?.from ?? `${year}-01-01`,
    to: months[last - 1]?.to ?? `${year}-12-31`,
  };
}

/** @example periodName("2017-03", "zh-CN") // "2017年3月" */
export function periodName(period: string, lang: Lang): string {
  if (period === ALL_PERIODS) return W.allPeriods[lang];
  const [, year, rest = period] = /^(\d{4})-(.+)$/.exec(period) ?? [];
  const month = /^\d{2}$/.test(rest) ? Number(rest) : undefined;
  if (month === undefined) return period;
  const day = new Date(Date.UTC(Number(year ?? 2000), month - 1, 1));
  return day.toLocaleDateString(lang, {
    ...(year === undefined ? {} : { year: "numeric" }),
    month: lang === "zh-CN" ? "numeric" : "long",
    timeZone: "UTC",
  });
}
