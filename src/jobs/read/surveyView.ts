import { columnName } from "../../formula/references";
import { REASONS } from "../../records/words";
import { cellAt, type TableRegion } from "../../records/tables/region";
import { LEDGER_FIELDS, type LedgerField } from "../../records/fields/ledgerFields";
import { TEAM_FIELDS } from "../../records/fields/teamFields";
import type { Field } from "../../records/fields/fields";
import { rangeOf } from "../../records/grid";
import {
  actionOf,
  expectedOf,
  groupProblems,
  titleOf,
  type ProblemGroup,
} from "../../records/problems/problems";
import { tell } from "../../records/problems/message";
import type { Mapping, Recognition } from "../../records/columns/recognise";
import type { RememberedRoles, SheetMatch, SheetRoles } from "../../records/classify";
import { say, type Lang } from "../../words";
import { usualYear } from "../compute";
import type { ProblemGroupView, Survey, TableView } from "../types";
import type { Understanding } from "./understand";
import { WORDS } from "../words";

const SAMPLE_ROWS = 5;
const SHOWN_PLACES = 20;

interface Beside {
  readonly nearest?: SheetRoles["ledger"];
  readonly remembered?: RememberedRoles;
}

/**
 * What was understood, in sentences of one language. `undefined` stands for a workbook without a ledger; `nearest` is
 * what comes closest to one then.
 */
export function surveyView(
  found: Understanding | undefined,
  workbook: string,
  lang: Lang,
  { nearest, remembered = {} }: Beside = {},
): Survey {
  if (!found) {
    return {
      workbook,
      kind: "ledger",
      ready: false,
      tables: nearest ? tablesOf("ledger", nearest, LEDGER_FIELDS, lang, remembered.ledger) : [],
      problems: [],
      facts: { people: 0, deals: 0, won: 0, wonValue: 0 },
    };
  }
  const { deals, roles, join } = found;
  const won = deals.outcome.flatMap((outcome, i) => (outcome === "won" ? [i] : []));
  const months = won.flatMap((i) => deals.closed[i]?.slice(0, 7) ?? []).sort();
  const [firstMonth, lastMonth] = [months[0], months.at(-1)];
  return {
    workbook,
    kind: "ledger",
    ready: won.length > 0,
    tables: [
      ...(roles.ledger ? tablesOf("ledger", roles.ledger, ledgerFields(roles), lang, remembered.ledger) : []),
      ...(roles.team ? tablesOf("team", roles.team, TEAM_FIELDS, lang, remembered.team) : []),
    ],
    problems: groupViews(found, lang),
    facts: {
      people: new Set([...found.members.map(({ rep }) => rep), ...join.withoutTeam]).size,
      deals: deals.rep.length,
      won: won.length,
      wonValue: won.reduce((sum, i) => sum + (deals.amount[i] ?? 0), 0),
      ...(firstMonth && lastMonth ? { firstMonth, lastMonth, baseYear: usualYear(found) } : {}),
    },
  };
}

/** With a list of teams nobody misses who belongs where in the ledger. */
function ledgerFields({ team }: SheetRoles): readonly Field<LedgerField>[] {
  return LEDGER_FIELDS.filter((field: Field) => team === undefined || field.aside !== true);
}

/** The problem groups in one language, worst first. */
export function groupViews({ problems }: Pick<Understanding, "problems">, lang: Lang): ProblemGroupView[] {
  return groupProblems(problems).map((group): ProblemGroupView => {
    const actions = new Set(group.problems.map((one) => tell(actionOf(one), lang)));
    const [action = ""] = actions.size === 1 ? actions : [];
    return {
      code: group.code,
      severity: group.severity,
      title: titleIn(group, lang),
      action,
      ...expectedIn(group, lang),
      count: group.count,
      places: group.problems.slice(0, SHOWN_PLACES).map((one) => ({
        sheet: one.sheet,
        cell: one.cell,
        found: one.found,
        ...(action === "" && { action: tell(actionOf(one), lang) }),
      })),
    };
  });
}

/** With the count, unless one place stands for a whole column. */
function titleIn({ code, count, problems }: ProblemGroup, lang: Lang): string {
  const [first] = problems;
  const title = first ? tell(titleOf(first), lang) : code;
  return count === 1 && first?.cell.includes(":") === true
    ? title
    : say(WORDS.problemTitle, lang, { title, count });
}

/** What should stand in all of the cells; nothing where it differs, or only repeats the column's name. */
function expectedIn({ problems }: ProblemGroup, lang: Lang): { expected?: string } {
  const said = new Set(problems.map((one) => tell(expectedOf(one), lang)));
  const [expected = ""] = said;
  const field = problems[0]?.params["field"];
  return said.size !== 1 || expected === "" || (typeof field === "object" && field[lang] === expected)
    ? {}
    : { expected };
}

function tablesOf<Id extends string>(
  role: TableView["role"],
  match: SheetMatch<Id>,
  fields: readonly Field<Id>[],
  lang: Lang,
  remembered: Mapping = {},
): TableView[] {
  return [match, ...match.siblings].map(({ region, recognition }) =>
    tableView(role, region, recognition, fields, lang, remembered),
  );
}

function tableView<Id extends string>(
  role: TableView["role"],
  region: TableRegion,
  recognition: Recognition<Id>,
  fields: readonly Field<Id>[],
  lang: Lang,
  remembered: Mapping,
): TableView {
  const columns = fields.map(({ id, label, needed }) => {
    const match = recognition.fields[id];
    return {
      field: id,
      label: label[lang],
      header: match?.header ?? "",
      ...(match ? { column: columnName(region.grid.left + match.column) } : {}),
      confidence: match?.confidence ?? 0,
      reason: match ? tell(match.reason, lang) : "",
      needed,
      ...(match?.reason.phrase === REASONS.remembered || remembered[id] === null ? { settled: true } : {}),
    };
  });
  return {
    role,
    sheet: region.grid.sheet,
    range: regionRange(region),
    rows: region.rows.length,
    columns,
    choices: region.columns.map(({ column, header }) => ({
      column: columnName(region.grid.left + column),
      header,
    })),
    sample: region.rows.slice(0, SAMPLE_ROWS).map((row) =>
      fields.map(({ id }) => {
        const match = recognition.fields[id];
        return match ? shown(cellAt(region, row, match.column), lang) : "";
      }),
    ),
  };
}

function shown(cell: string | number | boolean | null, lang: Lang): string {
  return typeof cell === "number" ? cell.toLocaleString(lang, { useGrouping: false }) : String(cell ?? "");
}

/** The A1 range of a table with its header. */
export function regionRange(region: TableRegion): string {
  const columns = region.columns.map(({ column }) => column);
  const top = region.header?.from ?? region.rows[0] ?? 0;
  return rangeOf(region.grid, top, Math.min(...columns), region.rows.at(-1) ?? top, Math.max(...columns));
}
