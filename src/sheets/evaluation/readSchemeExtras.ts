import type { MissingRater } from "../../scoring/scheme";
import type { Reader } from "./readScheme";
import type { GridValue } from "../readBack";
import { WORDS } from "./scorecardWords";

export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Words written one after the other, in either language's punctuation. */
export function splitWords(words: string): string[] {
  return words
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

export function readPhaseWeight(reader: Reader, row: number, id: string, phase: string): void {
  const indicator = reader.indicators.get(id);
  if (!indicator) return;
  const left = text(reader.cell(row, "value")) === WORDS.leftOut[reader.lang];
  indicator.phaseWeights = {
    ...indicator.phaseWeights,
    [phase]: left ? null : reader.number(row, "value"),
  };
  reader.at(`${reader.pathOf(id)}.phaseWeights.${phase}`, row, "value");
}

export function readRaters(reader: Reader, row: number, id: string): void {
  const { wait, reweight, zero } = WORDS;
  const missing = reader.wordOf(row, "value", { wait, reweight, zero });
  reader.raters.push({ id, name: reader.name(row), groups: [], missing: missing as MissingRater });
  reader.at(`raters.${id}`, row, "value");
}

export function readRater(reader: Reader, row: number, plan: string, group: string): void {
  const smallest = reader.cell(row, "second");
  reader.raters
    .find(({ id }) => id === plan)
    ?.groups.push({
      id: group,
      name: reader.name(row),
      weight: reader.number(row, "value"),
      ...(typeof smallest === "number" && { smallest }),
    });
  reader.at(`raters.${plan}.${group}`, row, "value");
}

export function readDatum(reader: Reader, row: number, id: string, detail: string): void {
  const input = reader.inputs.find((one) => one.id === id);
  if (!input) return;
  const value = reader.cell(row, "value");
  if (value === null || text(value) === "") return;
  if (detail === "min" || detail === "max") input[detail] = reader.number(row, "value");
  else if (detail === "choices") input.choices = splitWords(text(value));
  else if (detail === "formula" || detail === "previousOf" || detail === "raters")
    input[detail] = text(value);
  reader.at(`inputs.${id}.${detail}`, row, "value");
}

/** What a cell says, without spaces around it. */
export function text(value: GridValue | undefined): string {
  return value === null || value === undefined ? "" : String(value).trim();
}
