import { AttainError } from "../errors";
import { correctColumn, type Surveyed } from "../jobs/run";
import type { Correction, TableView } from "../jobs/types";
import type { Lang } from "../words";

/**
 * Settles columns as the command line names them: `amount=Deal value`, `amount=H`, `product=` for none. A field of more
 * than one table is written with its table: `team.rep=Name`.
 *
 * @throws AttainError `unknown-name` when a field or a column is not there
 */
export async function settleColumns(
  surveyed: Surveyed,
  maps: readonly string[],
  lang: Lang,
): Promise<Surveyed> {
  let now = surveyed;
  for (const map of maps)
    for (const correction of correctionsOf(now.survey.tables, map))
      now = await correctColumn(now, correction, { lang });
  return now;
}

/** One for every sheet of the table's kind. */
function correctionsOf(tables: readonly TableView[], map: string): Correction[] {
  const at = map.indexOf("=");
  const [role, field] = at < 0 ? [undefined, ""] : splitField(map.slice(0, at).trim());
  const serving = tables.filter(
    (table) =>
      (role === undefined || table.role === role) && table.columns.some((column) => column.field === field),
  );
  const [first] = serving;
  if (!first)
    throw new AttainError("unknown-name", {
      name: map.slice(0, at < 0 ? undefined : at),
      known: fieldsOf(tables),
    });
  const wanted = map.slice(at + 1).trim();
  return serving
    .filter((table) => table.role === first.role)
    .map(({ role, sheet, choices }) => {
      if (wanted === "") return { role, sheet, field, column: "none" };
      const found =
        choices.find(({ header }) => header.toLowerCase() === wanted.toLowerCase()) ??
        choices.find(({ column }) => column === wanted.toUpperCase());
      if (!found)
        throw new AttainError("unknown-name", {
          name: wanted,
          known: choices.map(({ header, column }) => header || column).join(", "),
        });
      return { role, sheet, field, column: { column: found.column } };
    });
}

function splitField(text: string): [role: string | undefined, field: string] {
  const dot = text.indexOf(".");
  return dot < 0 ? [undefined, text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function fieldsOf(tables: readonly TableView[]): string {
  return tables.flatMap(({ role, columns }) => columns.map(({ field }) => `${role}.${field}`)).join(", ");
}
