/** A form filled from the tables of a person's workbook: what is found, what is missing, what could not be taken. */
import { AttainError, formatWhere } from "../../errors";
import { findForms } from "../../records/forms/findForms";
import { namesDown, readMatrices } from "../../records/forms/matrix";
import { readForm, type FormReading } from "../../records/forms/readForm";
import type { FormTable } from "../../records/forms/formTable";
import type { Grid } from "../../records/grid";
import { tell } from "../../records/problems/message";
import { actionOf, expectedOf, titleOf, type Problem } from "../../records/problems/problems";
import type { FillProblem, FoundForms } from "../../templates/fill/forms";
import type { Fill } from "../../templates/template";
import type { WorkbookSpec } from "../../sheets/spec";
import { say, type Lang, type Phrase } from "../../words";

type FormsFill = Extract<Fill, { kind: "tables" }>;

export interface FormSources {
  /** The sheets people made. */
  readonly grids: readonly Grid[];
  /** Pages of this very template that people have filled in; they serve where people's own sheets do not. */
  readonly pages: readonly Grid[];
  readonly ledger?: FoundForms["ledger"];
}

export interface FilledForm {
  readonly book: WorkbookSpec;
  readonly problems: readonly FillProblem[];
  /** Tabs of the template's own pages the data came from: what is typed there is in the book already. */
  readonly reused: readonly string[];
}

const W = {
  noTable: { "zh-CN": "没有找到“{table}”的表", "en-US": "no table was found for “{table}”" },
  noTableRemedy: { "zh-CN": "需要的列：{columns}", "en-US": "it needs these columns: {columns}" },
  noColumns: { "zh-CN": "没有找到这些列，留空：{columns}", "en-US": "no columns for: {columns}; left empty" },
  noColumnsRemedy: {
    "zh-CN": "如果表里有，请把表头改成这些名称",
    "en-US": "if they are there, give the headers these names",
  },
  found: { "zh-CN": "{title}：“{found}”", "en-US": "{title}: “{found}”" },
  remedy: { "zh-CN": "应为：{expected}。{action}", "en-US": "Expected: {expected}. {action}" },
  or: { "zh-CN": "；或 ", "en-US": "; or " },
  and: { "zh-CN": "、", "en-US": ", " },
  ledger: { "zh-CN": "；或一份销售台账", "en-US": "; or a sales ledger" },
} as const satisfies Record<string, Phrase>;

/**
 * The template's pages with what the workbook holds.
 *
 * @throws AttainError `no-data`, naming the columns that would do
 */
export function fillForm(fill: FormsFill, sources: FormSources, lang: Lang): FilledForm {
  const { tables } = fill;
  const theirs = findForms(sources.grids, tables);
  const open = tables.filter(({ id }) => !theirs.has(id));
  const ours = findForms(sources.pages, open);
  const readings = new Map<string, FormReading>();
  for (const table of tables) {
    const own = theirs.get(table.id);
    // Rows that name a product each are the surer reading; without them the products may stand across.
    const wide =
      own?.some((match) => namesDown(table, match)) === true ? undefined : readMatrices(table, sources.grids);
    const matches = own ?? ours.get(table.id);
    if (wide) readings.set(table.id, wide);
    else if (matches) readings.set(table.id, readForm(table, matches));
  }
  const found: FoundForms = {
    // What was read by a table's description has that table's columns.
    read: <Id extends string>({ id }: FormTable<Id>) => readings.get(id) as FormReading<Id> | undefined,
    ...(sources.ledger ? { ledger: sources.ledger } : {}),
  };
  const filled = fill.book(found, lang);
  if (!filled) throw new AttainError("no-data", { columns: wantedColumns(fill, lang) });
  const problems = tables.flatMap((table) => {
    const reading = readings.get(table.id);
    if (reading) return [...reading.problems.flatMap(seen(lang)), ...missingColumns(table, reading, lang)];
    // Where a ledger stands in for all tables, none of them is missed.
    return table.optional === true || readings.size === 0 ? [] : [missingTable(table, lang)];
  });
  return {
    book: filled.book,
    problems: [...problems, ...filled.problems],
    reused: [...ours.keys()].flatMap((id) => (ours.get(id) ?? []).map(({ region }) => region.grid.sheet)),
  };
}

/** What people should look at; what was only tidied on the way in is not among it. */
const seen =
  (lang: Lang) =>
  (one: Problem): FillProblem[] => {
    if (one.severity === "info") return [];
    const title = tell(titleOf(one), lang);
    return [
      {
        where: formatWhere({ sheet: one.sheet, cell: one.cell }),
        what: one.found === "" ? title : say(W.found, lang, { title, found: one.found }),
        remedy: say(W.remedy, lang, {
          expected: tell(expectedOf(one), lang),
          action: tell(actionOf(one), lang),
        }),
      },
    ];
  };

function missingColumns(table: FormTable, { found, sources }: FormReading, lang: Lang): FillProblem[] {
  const there = new Set(table.fields.flatMap(({ id, group }) => (group && found.has(id) ? [group] : [])));
  const missing = table.fields.filter(
    ({ id, optional, group, instead = [] }) =>
      optional !== true &&
      !found.has(id) &&
      !(group && there.has(group)) &&
      !instead.some((other) => found.has(other)),
  );
  const [first] = sources;
  if (missing.length === 0 || !first) return [];
  return [
    {
      where: formatWhere({ sheet: first.sheet, cell: first.range }),
      what: say(W.noColumns, lang, { columns: namesOf(missing, lang) }),
      remedy: W.noColumnsRemedy[lang],
    },
  ];
}

function missingTable(table: FormTable, lang: Lang): FillProblem {
  return {
    where: table.label[lang],
    what: say(W.noTable, lang, { table: table.label[lang] }),
    remedy: say(W.noTableRemedy, lang, { columns: columnsOf(table, lang) }),
  };
}

function wantedColumns({ tables, ledger }: FormsFill, lang: Lang): string {
  const said = tables.filter(({ optional }) => optional !== true).map((table) => columnsOf(table, lang));
  return `${said.join(W.or[lang])}${ledger === true ? W.ledger[lang] : ""}`;
}

/** A table's columns as the template calls them. */
function columnsOf({ fields }: FormTable, lang: Lang): string {
  return namesOf(
    fields.filter(({ optional }) => optional !== true),
    lang,
  );
}

function namesOf(fields: FormTable["fields"], lang: Lang): string {
  return [...new Set(fields.map(({ label, group }) => (group ?? label)[lang]))].join(W.and[lang]);
}
