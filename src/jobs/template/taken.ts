/** What a template takes from a workbook, told before anything is written. */
import { say, type Lang, type Phrase } from "../../words";
import { findForms } from "../../records/forms/findForms";
import type { Grid } from "../../records/grid";
import type { TableRegion } from "../../records/tables/region";
import type { Fill } from "../../templates/template";
import type { PeopleTable } from "../evaluation/evaluationTable";
import type { Survey } from "../types";
import { regionRange } from "../read/surveyView";
import type { Understanding } from "../read/understand";
import { headersOfPeople, placeOfPeople } from "./peoplePeriod";

/** One table that is used. */
export interface Taken {
  /** What it is taken for: people, a sales ledger, sessions of a training plan. */
  readonly what: string;
  /** `三月!B3:I33`. */
  readonly place: string;
  /** How much there is of it, with what it counts: `31 people`, `8 800 deals`. */
  readonly amount: string;
  /** Headers that are used, as they stand there. */
  readonly columns: readonly string[];
}

const W = {
  ledger: { "zh-CN": "销售台账", "en-US": "Sales ledger" },
  team: { "zh-CN": "团队名单", "en-US": "Team list" },
  people: { "zh-CN": "人员数据", "en-US": "People and figures" },
  deals: { "zh-CN": "{n} 条记录", "en-US": "{n} {n:record|records}" },
  persons: { "zh-CN": "{n} 人", "en-US": "{n} {n:person|people}" },
  rows: { "zh-CN": "{n} 行", "en-US": "{n} {n:row|rows}" },
} as const satisfies Record<string, Phrase>;

const amount = (phrase: Phrase, n: number, lang: Lang): string =>
  say(phrase, lang, { n: n.toLocaleString(lang) });

const placeOf = (region: TableRegion): string => `${region.grid.sheet}!${regionRange(region)}`;

/** A ledger and the list of its teams. */
export function ledgerTaken({ roles, deals, members }: Understanding, lang: Lang): Taken[] {
  const { ledger, team } = roles;
  const headers = (region: TableRegion, used: readonly number[]): string[] =>
    region.columns.filter(({ column }) => used.includes(column)).map(({ header }) => header);
  const columnsOf = (match: NonNullable<typeof ledger | typeof team>): string[] =>
    headers(
      match.region,
      Object.values(match.recognition.fields).flatMap((field) => (field ? [field.column] : [])),
    );
  return [
    ...(ledger
      ? [
          {
            what: W.ledger[lang],
            place: [ledger, ...ledger.siblings].map(({ region }) => placeOf(region)).join(", "),
            amount: amount(W.deals, deals.rep.length, lang),
            columns: columnsOf(ledger),
          },
        ]
      : []),
    ...(team
      ? [
          {
            what: W.team[lang],
            place: [team, ...team.siblings].map(({ region }) => placeOf(region)).join(", "),
            amount: amount(W.persons, members.length, lang),
            columns: columnsOf(team),
          },
        ]
      : []),
  ];
}

/** Sheets of a file about people, as the survey tells them. */
export function fileTaken({ tables }: Survey, lang: Lang): Taken[] {
  return tables
    .filter(({ role }) => role !== "other")
    .map(({ sheet, range, rows, columns }) => ({
      what: W.people[lang],
      place: `${sheet}!${range}`,
      amount: amount(W.rows, rows, lang),
      columns: columns.flatMap(({ header }) => (header === "" ? [] : [header])),
    }));
}

/** Tables of people. */
export function peopleTaken(tables: readonly PeopleTable[], lang: Lang): Taken[] {
  return tables.map((table) => ({
    what: W.people[lang],
    place: placeOfPeople(table),
    amount: amount(W.persons, table.people.length, lang),
    columns: headersOfPeople(table),
  }));
}

/** Tables of a form: people's own, and the form's pages where theirs do not serve. */
export function formTaken(
  { tables }: Extract<Fill, { kind: "tables" }>,
  grids: readonly Grid[],
  pages: readonly Grid[],
  lang: Lang,
): Taken[] {
  const theirs = findForms(grids, tables);
  const ours = findForms(
    pages,
    tables.filter(({ id }) => !theirs.has(id)),
  );
  return tables.flatMap(({ id, label }) =>
    (theirs.get(id) ?? ours.get(id) ?? []).map(({ region, recognition }) => ({
      what: label[lang],
      place: placeOf(region),
      amount: amount(W.rows, region.rows.length, lang),
      columns: region.columns
        .filter(({ column }) => Object.values(recognition.fields).some((field) => field?.column === column))
        .map(({ header }) => header),
    })),
  );
}
