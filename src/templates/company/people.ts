/** Whose names a company template must not carry, and whom a workbook has for it. */
import type { PeopleTable } from "../../jobs/evaluation/evaluationTable";
import {
  peopleOfPeriod,
  type PeriodChoice,
  type PeriodWish,
  type SchemeTable,
} from "../../jobs/template/peoplePeriod";
import { WORDS as RUN_WORDS } from "../../jobs/words";
import { tidyText } from "../../records/clean/text";
import type { Grid } from "../../records/grid";
import type { EvaluationPerson, EvaluationRequest } from "../../scoring/evaluation";
import type { Mistake, Scheme } from "../../scoring/scheme";
import { WORDS } from "../../sheets/evaluation/words";
import type { SheetSpec } from "../../sheets/spec";
import { readRequestSheet } from "../../sheets/plan/readRequestSheet";
import { ACTUALS_WORDS } from "../../sheets/words";
import { LANGS } from "../../words";
import { findTemplate } from "../gallery";
import { holdsExamples } from "../template";
import { withoutTyped } from "../typed";
import type { CompanyTemplate, EvaluationBody } from "./definition";
import { typedNames } from "./own";
import { placeholderRequest } from "./plan";
import { pageOf, type TemplateSource } from "./source";

/** Where a run's page of actuals names managers and reps. */
const ACTUALS_FIRST_ROW = 4;
const ACTUALS_NAMES = [1, 2] as const;

/** Names on a workbook's pages: whoever is scored, whoever manages them, whoever carries targets, whatever was typed into forms. */
export function namesIn(source: TemplateSource, { base, body, lang }: CompanyTemplate): Set<string> {
  const headers = new Set<string>(LANGS.flatMap((one) => [WORDS.name[one], WORDS.manager[one]]));
  const scored = source.pages
    .filter(({ spec }) => /^(data|ratings)(-|$)/.test(spec))
    .flatMap(({ values }) => {
      const at = values.findIndex((line) => line.some((cell) => headers.has(String(cell))));
      const columns = (values[at] ?? []).flatMap((cell, i) => (headers.has(String(cell)) ? [i] : []));
      return values.slice(at + 1).flatMap((line) => columns.map((i) => tidyText(String(line[i] ?? ""))));
    });
  const request = pageOf(source, "request");
  const team = request && readRequestSheet(request.values, request.tab).request?.team;
  const carriers = team?.members.map(({ path }) => path.at(-1) ?? "") ?? [];
  const sellers = pageOf(source, "actuals")?.values.slice(ACTUALS_FIRST_ROW) ?? [];
  const gallery = findTemplate(base ?? "");
  const forms =
    gallery && body.kind !== "evaluation"
      ? gallery.book(lang).sheets.filter((sheet) => holdsExamples(gallery, sheet) && sheet.id !== "request")
      : [];
  const known = gallery ? vocabulary(gallery.book(lang).sheets) : "";
  const names = [
    ...scored,
    ...carriers,
    ...sellers.flatMap((line) => ACTUALS_NAMES.map((column) => tidyText(String(line[column] ?? "")))),
    ...typedNames(forms, source),
  ];
  const madeUp = new Set([...placeholders(body), ...labels()]);
  return new Set(
    names
      .map((name) => name.trim())
      .filter(
        (name) => name.length > 1 && !ROW_NUMBER.test(name) && !madeUp.has(name) && !known.includes(name),
      ),
  );
}

/** `B3`, `T12`: what a list calls its rows is nobody's name, and every workbook has a cell of that name. */
const ROW_NUMBER = /^[A-Za-z]{1,3}-?\d{1,4}$/;

/** Units of a blank plan are nobody's. */
function placeholders(body: CompanyTemplate["body"]): string[] {
  const plan = body.kind === "run" ? body.plan : body.kind === "plan" ? body : undefined;
  return plan ? (placeholderRequest(plan).team?.members.flatMap(({ path }) => path) ?? []) : [];
}

/** What the page of actuals says in place of a name: nobody's team, and the sum. */
const labels = (): string[] =>
  LANGS.flatMap((lang) => [RUN_WORDS.unassigned[lang], ACTUALS_WORDS.allPeople[lang]]);

/** Everything the gallery's pages say whoever uses them: words to choose from are nobody's name. */
function vocabulary(sheets: readonly SheetSpec[]): string {
  return JSON.stringify(sheets.map(withoutTyped));
}

export interface FoundPeople {
  readonly request: EvaluationRequest;
  /** What could not be taken over, cell by cell. */
  readonly problems: readonly Mistake[];
  readonly tables: readonly PeopleTable[];
  readonly period: PeriodChoice;
}

/**
 * The template's evaluation of the people in a workbook's tables: everybody by the scheme of their position, or by the
 * one whose figures their line has.
 *
 * @param wish which of the template's periods; what the data say when left out
 * @returns undefined when no table has names and figures that any of the schemes asks for
 * @throws AttainError `unknown-name` when there is no such period
 */
export function requestFor(
  { request, lines }: EvaluationBody,
  grids: readonly Grid[],
  wish: PeriodWish = {},
): FoundPeople | undefined {
  const found = peopleOfPeriod(request, grids, wish);
  if (!found) return undefined;
  const { tables, period, choice } = found;
  const { rollup: _rollup, ...rest } = request;
  const each = [...new Map(tables.map(({ table }) => [`${table.sheet} ${table.at.header}`, table])).values()];
  return {
    request: { ...rest, periods: [period], people: assigned(tables, lines) },
    problems: problemsOf(tables),
    tables: each,
    period: choice,
  };
}

/** Several schemes may read the same table: each mistake once. */
function problemsOf(tables: readonly SchemeTable[]): Mistake[] {
  const all = tables.flatMap(({ table }) => table.problems);
  return [...new Map(all.map((one) => [`${one.where} ${one.what}`, one])).values()];
}

function assigned(tables: readonly SchemeTable[], lines: EvaluationBody["lines"]): EvaluationPerson[] {
  const places = new Map<string, { readonly person: EvaluationPerson; readonly scheme: Scheme }[]>();
  for (const { scheme, table } of tables)
    for (const person of table.people)
      places.set(person.name, [...(places.get(person.name) ?? []), { person, scheme }]);
  return [...places.values()].flatMap((candidates): EvaluationPerson[] => {
    const placed = candidates.filter(({ person, scheme }) =>
      scheme.positions?.includes(person.position ?? ""),
    );
    const best = (placed.length > 0 ? placed : candidates).reduce((one, other) =>
      figures(other.person) > figures(one.person) ? other : one,
    );
    const phase = lines.find(({ scheme }) => scheme === best.scheme.id)?.phase;
    return [{ ...best.person, scheme: best.scheme.id, ...(phase === undefined ? {} : { phase }) }];
  });
}

const figures = ({ inputs = {} }: EvaluationPerson): number =>
  Object.values(inputs).filter((value) => value !== null).length;
