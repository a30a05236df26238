import type { OwnCells } from "../../templates/company/definition";
import type { Fill } from "../../templates/template";

type FormsFill = Extract<Fill, { kind: "tables" }>;

/** The form's tables, found under the company's headings as well: where it has renamed one, its people have too. */
export function inOwnWords(fill: FormsFill, own: OwnCells): FormsFill {
  const renamed = Object.values(own).flatMap((cells) =>
    cells.flatMap(({ was, value }) =>
      was === undefined || typeof value === "number" ? [] : [{ was, value }],
    ),
  );
  if (renamed.length === 0) return fill;
  return {
    ...fill,
    tables: fill.tables.map((table) => ({
      ...table,
      fields: table.fields.map((field) => {
        const theirs = renamed.filter(({ was }) => field.words.includes(was)).map(({ value }) => value);
        return theirs.length === 0 ? field : { ...field, words: [...field.words, ...theirs] };
      }),
    })),
  };
}
