/** A cell as it is read back; errors and dates come as text and serial numbers. */
export type GridValue = string | number | boolean | null;

/** Rows of a page from A1 on. */
export type Grid = readonly (readonly GridValue[])[];

/** What a cell says, without spaces around it; "" for an empty one. */
export function text(value: GridValue | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}

/**
 * Words written one after the other in one cell, in either language's punctuation.
 *
 * @example splitWords("销售、客服; Sales") // ["销售", "客服", "Sales"]
 */
export function splitWords(words: string): string[] {
  return words
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** A description while it is being read: its parts come in rows of their own. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
