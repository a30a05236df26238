/** What a form's table is known by: its columns in both languages, and how each of them is read. */
import type { Phrase } from "../../words";
import type { ContentKind } from "../fields/content";
import type { Field } from "../fields/fields";

/**
 * How a column is read.
 *
 * - `text`: words as they stand; `name`: spellings of one name are one; `key`: the same, compared with other tables
 * - `number`: counted things, no unit of money applies; `money`: in base units (元), whatever unit the table states
 * - `percent`: a fraction; `date`: an ISO day; `choice`: the value of one of the choices
 */
export type FormKind = "text" | "name" | "key" | "number" | "money" | "percent" | "date" | "choice";

/** One thing a cell may say, and the words people use for it. */
export interface FormChoice {
  readonly value: string;
  /** In both languages, the proper ones first. Case, spaces and a sign in front do not matter. */
  readonly words: readonly string[];
}

export interface FormField<Id extends string = string> extends Field<Id> {
  readonly kind: FormKind;
  readonly choices?: readonly FormChoice[];
  /** Bounds of a number, both inclusive; in percent columns as fractions. */
  readonly min?: number;
  readonly max?: number;
  /** Not missed when there is no such column. */
  readonly optional?: boolean;
  /** Columns that say the same: where one of them is there, this one is not missed. */
  readonly instead?: readonly string[];
  /** Columns of one kind, such as months: missed together, by this name, when none of them is there. */
  readonly group?: Phrase;
}

/** Words that tell tables of the same columns apart: budget and actual, target and actual. */
export interface Told {
  /** In a header's upper row, a title or the tab: this table. */
  readonly by: readonly string[];
  /** The other one. */
  readonly not: readonly string[];
  /** Whether a table that says neither is this one. */
  readonly unsaid: boolean;
}

/** A line above a table: a label and what it is set to. */
export interface FormSetting {
  readonly id: string;
  readonly words: readonly string[];
  readonly kind: "number" | "percent" | "choice" | "text" | "date";
  readonly choices?: readonly FormChoice[];
}

export interface FormTable<Id extends string = string> {
  readonly id: string;
  readonly label: Phrase;
  readonly fields: readonly FormField<Id>[];
  /** A table with all columns of any of these groups is this one. */
  readonly serves: readonly (readonly Id[])[];
  readonly told?: Told;
  readonly settings?: readonly FormSetting[];
  /** It may also be kept wide: a row each of one column, the names of another across, once for each kind of figure. */
  readonly across?: {
    readonly row: Id;
    readonly name: Id;
    readonly kinds: readonly Id[];
    /** What figures are that nobody says anything of. */
    readonly usual: Id;
  };
  /** Not missed when there is none. */
  readonly optional?: boolean;
  /** What its row of totals is called, where that is no word for a total. */
  readonly totals?: readonly string[];
}

export type FormFieldId<Table> = Table extends FormTable<infer Id> ? Id : never;

const CONTENT: Readonly<Record<FormKind, ContentKind>> = {
  text: "any",
  name: "text",
  key: "any",
  number: "number",
  money: "money",
  percent: "percent",
  date: "date",
  choice: "any",
};

/**
 * A column of a form; its words begin with what the template itself calls it.
 *
 * @example column("hours", "number", { "zh-CN": "课时", "en-US": "Hours" }, ["学时", "duration"], { min: 0 })
 */
export function column<Id extends string>(
  id: Id,
  kind: FormKind,
  label: Phrase,
  words: readonly string[],
  more: Partial<
    Pick<FormField, "choices" | "min" | "max" | "optional" | "instead" | "group" | "notWords">
  > = {},
): FormField<Id> {
  return {
    id,
    kind,
    label,
    words: [label["zh-CN"], label["en-US"], ...words],
    content: CONTENT[kind],
    needed: false,
    ...more,
  };
}

/** Infers the ids of a table's columns. */
export function formTable<Id extends string>(table: FormTable<Id>): FormTable<Id> {
  return table;
}

/** Yes and no as people tick them. */
export const YES_NO: readonly FormChoice[] = [
  { value: "yes", words: ["是", "yes", "y", "√", "✓", "✔", "1", "true", "对", "有", "已", "x"] },
  { value: "no", words: ["否", "no", "n", "×", "✗", "✘", "0", "false", "不", "未"] },
];
