import type { WorkbookState } from "../excel/state/workbookState";
import { digest } from "../sharing/digest";
import { say, type Lang, type Phrase } from "../words";
import { parseMemoryXml } from "../records/memory";
import type { PeopleFile } from "../records/people/peopleFile";
import type { PeopleRun } from "./evaluation/peopleRun";
import type { Results } from "./compute";
import { RUN_PARTS, type LastRun, type RunChoices, type RunMade } from "./types";
import type { Understanding } from "./read/understand";
import { WORDS } from "./words";

/** What is kept of a run to tell later whether its data has changed, and to offer the same choices again. */
export interface RunRecord extends RunMade {
  /** ISO time of the run; a record of another run than the last says nothing about the workbook. */
  readonly at: string;
  readonly data: DataPrint;
}

/** The data of a reading in a few figures. */
export interface DataPrint {
  readonly records: number;
  readonly won: number;
  /** Whole currency units. */
  readonly wonValue: number;
  readonly people: number;
  /** Of everything that counts. */
  readonly digest: string;
}

export function dataPrint({ deals, members, join }: Understanding): DataPrint {
  const lines = deals.rep.map((rep, i) =>
    [rep, deals.product[i], deals.outcome[i], deals.closed[i], deals.amount[i]].join("\t"),
  );
  const teams = members.map(({ rep, manager, unit }) => [rep, manager, unit].join("\t"));
  const won = deals.outcome.flatMap((outcome, i) => (outcome === "won" ? [deals.amount[i] ?? 0] : []));
  return {
    records: deals.rep.length,
    won: won.length,
    wonValue: won.reduce((sum, amount) => sum + amount, 0),
    people: new Set([...members.map(({ rep }) => rep), ...join.withoutTeam]).size,
    digest: digest([...lines, ...teams].join("\n")),
  };
}

/** Of a file about people: its figures stand for records. */
export function peoplePrint({ people, figures }: PeopleFile): DataPrint {
  const lines = figures.map(({ person, field, period, value }) => [person, field, period, value].join("\t"));
  return {
    records: figures.length,
    won: 0,
    wonValue: 0,
    people: people.length,
    digest: digest([...lines.sort(), ...people.map(({ name, unit }) => `${name}\t${unit ?? ""}`)].join("\n")),
  };
}

export function peopleMade({ cards, scheme }: PeopleRun, { period }: RunChoices): RunMade {
  return {
    parts: ["score"],
    choices: period === undefined ? {} : { period },
    baseYear: 0,
    scores: { scheme: scheme.name, people: cards.filter(({ total }) => total !== null).length },
  };
}

export function runMade(results: Results, choices: RunChoices): RunMade {
  const { baseYear, growth, emptyMonths, plan } = choices;
  return {
    parts: [...(choices.parts ?? (["plan", "score"] as const))],
    choices: {
      ...(baseYear === undefined ? {} : { baseYear }),
      ...(growth === undefined ? {} : { growth }),
      ...(emptyMonths === undefined ? {} : { emptyMonths }),
      ...(plan === undefined ? {} : { plan }),
    },
    baseYear: results.baseYear,
    ...(results.plan
      ? { plan: { year: results.year, total: results.plan.total, base: results.baseTotal } }
      : {}),
    ...(results.scores
      ? {
          scores: {
            scheme: results.scores.scheme.name,
            people: results.scores.cards.filter(({ total }) => total !== null).length,
          },
        }
      : {}),
  };
}

/** What stands in the workbook from the last run, told in one language. */
export function lastRunView(
  state: WorkbookState,
  record: RunRecord | undefined,
  now: DataPrint | undefined,
  lang: Lang,
): LastRun {
  const known = record?.at === state.at ? record : undefined;
  const base = {
    at: state.at,
    sheets: state.sheets.map(({ tab }) => tab),
    pages: state.sheets,
    canRestore: state.canRestore,
  };
  if (!known) return { ...base, changes: [] };
  const { at: _at, data, ...made } = known;
  return { ...base, made, changes: now ? changesSince(data, now, lang) : [] };
}

/** What a run makes differently from the one before it, a sentence each. */
export function madeDifferently(before: RunMade, now: RunMade, lang: Lang): string[] {
  const figure = (value: number) => Math.round(value).toLocaleString(lang);
  const said = (phrase: Phrase, was: string, is: string) =>
    was === is ? [] : [say(phrase, lang, { was, is })];
  const [oldPlan, plan] = [before.plan, now.plan];
  const [oldScores, scores] = [before.scores, now.scores];
  return [
    ...(oldPlan && plan ? said(WORDS.madeYear, String(oldPlan.year), String(plan.year)) : []),
    ...(oldPlan && plan ? said(WORDS.madeTotal, figure(oldPlan.total), figure(plan.total)) : []),
    ...(oldScores && scores ? said(WORDS.madeScheme, oldScores.scheme, scores.scheme) : []),
    ...(oldScores && scores ? said(WORDS.madeScored, figure(oldScores.people), figure(scores.people)) : []),
  ];
}

function changesSince(before: DataPrint, now: DataPrint, lang: Lang): string[] {
  if (before.digest === now.digest) return [];
  const figures = [
    [WORDS.changedRecords, before.records, now.records],
    [WORDS.changedWon, before.won, now.won],
    [WORDS.changedValue, before.wonValue, now.wonValue],
    [WORDS.changedPeople, before.people, now.people],
  ] as const;
  const told = figures
    .filter(([, was, is]) => was !== is)
    .map(([phrase, was, is]) =>
      say(phrase, lang, {
        was: Math.round(was).toLocaleString(lang),
        is: Math.round(is).toLocaleString(lang),
      }),
    );
  return told.length > 0 ? told : [WORDS.changedCells[lang]];
}

/**
 * What the run was made from that a workbook remembers.
 *
 * @param xml the part its memory is kept in
 * @param at when its pages were written; a record of another run says nothing about them
 */
export function runOf(xml: string | undefined, at: string | undefined): RunMade | undefined {
  const record = parseRunRecord(parseMemoryXml(xml).run);
  if (record === undefined || record.at !== at) return undefined;
  const { at: _at, data: _data, ...made } = record;
  return made;
}

/** The record as it was stored; undefined for anything this version does not understand. */
export function parseRunRecord(value: unknown): RunRecord | undefined {
  if (!isRecord(value)) return undefined;
  const { at, data, parts, choices, baseYear } = value;
  const whole =
    typeof at === "string" &&
    typeof baseYear === "number" &&
    isRecord(choices) &&
    isRecord(data) &&
    typeof data["digest"] === "string" &&
    ["records", "won", "wonValue", "people"].every((figure) => typeof data[figure] === "number") &&
    Array.isArray(parts) &&
    parts.every((part) => RUN_PARTS.some((known) => known === part));
  return whole ? (value as unknown as RunRecord) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
