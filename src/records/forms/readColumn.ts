import type { Phrase } from "../../words";
import { isErrorValue, precise } from "../clean/number";
import { tidyText } from "../clean/text";
import { readNameColumn, readNumberColumn, readPercentColumn } from "../columns/columns";
import { report, valueOf, type ColumnSource, type Values } from "../columns/columnSource";
import { isBlank } from "../grid";
import { cellAt } from "../tables/region";
import type { FormChoice, FormField } from "./formTable";

export type FormValue = string | number;

/** The values of a form's column but for dates, which columns of a table settle together. What is out of bounds is left out. */
export function readColumn(field: FormField, source: ColumnSource): Values<FormValue> {
  return field.kind === "date" ? [] : withinBounds(field, source, READERS[field.kind](source, field));
}

const READERS: Readonly<
  Record<Exclude<FormField["kind"], "date">, (source: ColumnSource, field: FormField) => Values<FormValue>>
> = {
  text: (source) => readWords(source),
  name: (source) => readNameColumn(source),
  key: (source) => readNameColumn(source),
  number: (source) => readNumberColumn(source),
  money: (source) => readNumberColumn(source),
  percent: (source) => readPercentColumn(source),
  choice: (source, { choices = [] }) => readChoices(source, choices),
};

/** Words as somebody wrote them, punctuation and all: only errors of Excel are none. */
function readWords(source: ColumnSource): Values<string> {
  return source.region.rows.map((row) => {
    const cell = cellAt(source.region, row, source.match.column);
    if (isBlank(cell)) return undefined;
    if (typeof cell !== "string") return String(cell);
    if (!isErrorValue(cell)) return cell.trim();
    report(source, "error-value", row, cell);
    return undefined;
  });
}

function readChoices(source: ColumnSource, choices: readonly FormChoice[]): Values<string> {
  const values = new Map(
    choices.flatMap(({ value, words }) => words.map((word) => [choiceKey(word), value])),
  );
  return source.region.rows.map((row) => {
    const cell = valueOf(source, row);
    if (cell === undefined) return undefined;
    const text = String(cell);
    const value = values.get(choiceKey(text)) ?? values.get(choiceKey(text.replace(SIGN, "")));
    if (value === undefined) report(source, "choice-unknown", row, text, { choices: saidChoices(choices) });
    return value;
  });
}

/** ● 已完成: a light in front of the word. */
const SIGN = /^[^\p{L}\p{N}]+/u;

const choiceKey = (text: string): string => tidyText(text).toLowerCase().replace(/\s+/g, "");

/** The proper word of every choice; the first is Chinese, the second English, where there are both. */
function saidChoices(choices: readonly FormChoice[]): Phrase {
  const said = (index: number): string[] => choices.map(({ words }) => words[index] ?? words[0] ?? "");
  return { "zh-CN": said(0).join("、"), "en-US": said(1).join(", ") };
}

function withinBounds(
  { min, max, kind }: FormField,
  source: ColumnSource,
  values: Values<FormValue>,
): Values<FormValue> {
  if (min === undefined && max === undefined) return values;
  const shown = (bound: number): string => (kind === "percent" ? `${precise(bound * 100)}%` : String(bound));
  return values.map((value, i) => {
    if (typeof value !== "number" || (value >= (min ?? -Infinity) && value <= (max ?? Infinity)))
      return value;
    const row = source.region.rows[i] ?? 0;
    report(source, "out-of-range", row, cellAt(source.region, row, source.match.column), {
      bounds: boundsOf(
        min === undefined ? undefined : shown(min),
        max === undefined ? undefined : shown(max),
      ),
    });
    return undefined;
  });
}

function boundsOf(min: string | undefined, max: string | undefined): Phrase {
  if (min === undefined) return { "zh-CN": `不大于 ${max ?? ""}`, "en-US": `of at most ${max ?? ""}` };
  if (max === undefined) return { "zh-CN": `不小于 ${min}`, "en-US": `of at least ${min}` };
  return { "zh-CN": `${min} 到 ${max}`, "en-US": `from ${min} to ${max}` };
}
