import { say, type Lang } from "../words";
import { FORM_WORDS } from "./forms/words";
import type { ValidationSpec } from "./spec";
import type { TableColumn } from "./tablePage";

/** What a column or a setting says of the cells people type into. */
export type TypedCell = Partial<
  Pick<TableColumn, "typed" | "choices" | "choicesFrom" | "kind" | "min" | "max" | "prompt">
>;

/** 2000-01-01 and 2100-01-01 as serial numbers. */
const FIRST_DAY = 36526;
const LAST_DAY = 73051;

/** What may be typed into a range, said while it is selected and again when something else is typed; any text may. */
export function validationOf(
  range: string,
  title: string,
  cell: TypedCell,
  lang: Lang,
): ValidationSpec | undefined {
  const expected = cell.typed === true ? expectedIn(cell, lang) : undefined;
  if (!expected) return undefined;
  const { rule, message } = expected;
  const heading = title.slice(0, 32);
  return {
    range,
    rule,
    prompt: { title: heading, message: cell.prompt ?? message },
    error: { title: heading, message },
  };
}

function expectedIn(
  { choices, choicesFrom, kind, min, max }: TypedCell,
  lang: Lang,
): { readonly rule: ValidationSpec["rule"]; readonly message: string } | undefined {
  if (choices) return { rule: { kind: "list", values: choices }, message: FORM_WORDS.pickOne[lang] };
  if (choicesFrom !== undefined)
    return { rule: { kind: "listFrom", source: `=${choicesFrom}` }, message: FORM_WORDS.pickOne[lang] };
  // From the year 2000 on: a year typed alone, or a swapped day, is refused.
  if (kind === "date")
    return {
      rule: { kind: "decimal", min: FIRST_DAY, max: LAST_DAY },
      message: FORM_WORDS.dateOnly[lang],
    };
  if (kind !== "number" && kind !== "percent") return undefined;
  return {
    rule: {
      kind: "decimal",
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    },
    message: numberExpected(kind, { min, max }, lang),
  };
}

/** What may be typed into a cell for a number, with its bounds as they are shown there. */
function numberExpected(
  kind: "number" | "percent",
  { min, max }: { readonly min: number | undefined; readonly max: number | undefined },
  lang: Lang,
): string {
  const shown = (bound: number): string => (kind === "percent" ? `${bound * 100} %` : String(bound));
  if (min !== undefined && max !== undefined)
    return say(FORM_WORDS.numberBetween, lang, { min: shown(min), max: shown(max) });
  if (min !== undefined) return say(FORM_WORDS.numberFrom, lang, { min: shown(min) });
  if (max !== undefined) return say(FORM_WORDS.numberUpTo, lang, { max: shown(max) });
  return FORM_WORDS.numberOnly[lang];
}
