import { columnName } from "../../formula/references";
import type { CompiledScheme } from "../../scoring/compiled";
import { NOBODY } from "../../scoring/evaluationRows";
import { levelsText } from "../../scoring/levels";
import { NAMES } from "../../scoring/names";
import { LEFT_OUT, NOT_SCORED } from "../../scoring/rule";
import type { Scheme, SchemeInput } from "../../scoring/scheme";
import { say, type Lang } from "../../words";
import type { ScorecardLayout, ScorecardOptions } from "./scorecardLayout";
import type { Field } from "./scorecardFields";
import { WORDS } from "./scorecardWords";
import { WORDS as RATED } from "./words";
import type { ConditionalSpec, FormatSpec, ValidationSpec } from "../spec";
import type { StyleName } from "../style";

/** The styles of the scorecard sheet: header rows, one style a column, yellow where people type, the average row. */
export function formatsOf(
  fields: readonly Field[],
  layout: ScorecardLayout,
  scheme: Scheme,
  options: ScorecardOptions,
): FormatSpec[] {
  const { headerRow, firstRow, lastRow } = layout;
  const last = columnName(fields.length - 1);
  const averageRow = lastRow + 1;
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2:A3", style: "subtitle" },
    { range: `A${headerRow - 1}:${last}${headerRow - 1}`, style: "group" },
    { range: `A${headerRow}:${last}${headerRow}`, style: "header" },
  ];
  fields.forEach((field, i) => {
    const aligned = ALIGNED[mainStyle(field)];
    if (aligned) formats.push({ range: `${columnName(i)}${headerRow}`, style: aligned });
  });
  if (lastRow < firstRow) return formats;
  formats.push(
    { range: `A${firstRow}:${last}${lastRow}`, style: ["body", "row"] },
    { range: `A${averageRow}:${last}${averageRow}`, style: ["body", "total"] },
  );
  fields.forEach((field, i) => {
    const { style, numberFormat } = field;
    const bottom = field.averaged ? averageRow : lastRow;
    const range = `${columnName(i)}${firstRow}:${columnName(i)}${bottom}`;
    formats.push({ range, style, ...(numberFormat !== undefined && { numberFormat }) });
  });
  for (const { id, formula } of scheme.inputs) {
    if (formula !== undefined) continue;
    for (const range of typedRanges(id, layout, options)) formats.push({ range, style: "input" });
  }
  return formats;
}

const ALIGNED: Readonly<Partial<Record<StyleName, StyleName>>> = {
  number: "alignRight",
  alignCenter: "alignCenter",
  indent1: "indent1",
};

function mainStyle({ style }: Field): StyleName {
  return typeof style === "string" ? style : (style.at(-1) ?? "text");
}

/** Lights in colour beside their sign; what is not scored stands out. */
export function conditionalsOf(
  compiled: CompiledScheme,
  { columns, firstRow, lastRow }: ScorecardLayout,
): ConditionalSpec[] {
  if (lastRow < firstRow) return [];
  const exempt = columns.get(NAMES.exempt);
  // Who is not scored at all needs no alarm, nor a month of which nothing is known but the month before.
  const known = compiled.scheme.inputs.flatMap(({ id, formula, previousOf }) => {
    const letter = columns.get(id);
    return formula === undefined && previousOf === undefined && letter ? [`$${letter}${firstRow}`] : [];
  });
  const begun = columns.has("period") && known.length > 0;
  const calm = [
    ...(exempt === undefined ? [] : [`$${exempt}${firstRow}=""`]),
    ...(begun ? [`COUNT(${known.slice(0, 30).join(",")})>0`] : []),
  ];
  const rule = (name: string, sign: string, style: StyleName): ConditionalSpec[] => {
    const letter = columns.get(name);
    if (letter === undefined) return [];
    const range = `${letter}${firstRow}:${letter}${lastRow}`;
    const holds = [`$${letter}${firstRow}="${sign}"`, ...calm];
    return [
      {
        kind: "formula",
        range,
        formula: `=AND(${holds.join(",")})`,
        style,
      },
    ];
  };
  const everything = `A${firstRow}:${columns.get(NAMES.remark) ?? "A"}${lastRow}`;
  const greyed: ConditionalSpec[] =
    exempt === undefined
      ? []
      : [
          {
            kind: "formula",
            range: everything,
            formula: `=$${exempt}${firstRow}="${NOBODY}"`,
            style: "faint",
          },
          {
            kind: "formula",
            range: everything,
            formula: `=AND($${exempt}${firstRow}<>"",$${exempt}${firstRow}<>"${NOBODY}")`,
            style: "muted",
          },
        ];
  const unbegun: ConditionalSpec[] = compiled.indicators.flatMap(({ points }) => {
    const letter = columns.get(points.name);
    if (!begun || letter === undefined) return [];
    return [
      {
        kind: "formula",
        range: `${letter}${firstRow}:${letter}${lastRow}`,
        formula: `=COUNT(${known.slice(0, 30).join(",")})=0`,
        style: "faint",
      },
    ];
  });
  return [
    ...greyed,
    ...unbegun,
    ...rule(NAMES.light, "●", "good"),
    ...rule(NAMES.light, "▲", "warn"),
    ...rule(NAMES.light, "▼", "bad"),
    ...compiled.indicators.flatMap(({ points }) => [
      ...rule(points.name, NOT_SCORED, "badFill"),
      ...rule(points.name, LEFT_OUT, "warnFill"),
    ]),
  ];
}

/** Typed inputs take numbers only, and say that nothing is better than a zero that is not one. */
export function validationsOf(
  scheme: Scheme,
  layout: ScorecardLayout,
  options: ScorecardOptions,
): ValidationSpec[] {
  const { lang } = scheme;
  return scheme.inputs.flatMap((one) =>
    one.formula === undefined
      ? typedRanges(one.id, layout, options).flatMap((range) => inputValidation(one, range, lang))
      : [],
  );
}

/** What may be typed into cells of an input: its words as a list, or a number within its bounds. */
export function inputValidation(
  { name, format, choices, min, max }: SchemeInput,
  range: string,
  lang: Lang,
): ValidationSpec[] {
  const prompt = { title: name, message: say(WORDS.inputPrompt, lang, { name }) };
  if (choices && choices.length > 0) {
    const error = { title: name, message: WORDS.listError[lang] };
    return [{ range, rule: { kind: "list", values: choices }, prompt, error }];
  }
  if (format === "word") return [];
  const least = min ?? (format === "integer" ? 0 : undefined);
  const bounds = { ...(least !== undefined && { min: least }), ...(max !== undefined && { max }) };
  return [
    {
      range,
      rule: format === "integer" ? { kind: "whole", ...bounds } : { kind: "decimal", ...bounds },
      prompt,
      error: { title: name, message: WORDS.numberError[lang] },
    },
  ];
}

/**
 * What may be picked in cells of an input that is rated in words.
 *
 * @param source where the words stand on the scheme's sheet; without it they are listed as they are
 */
export function levelValidation(
  { name, levels = [] }: SchemeInput,
  range: string,
  lang: Lang,
  source?: string,
): ValidationSpec {
  const words = levels.map(({ word }) => word);
  return {
    range,
    rule: source === undefined ? { kind: "list", values: words } : { kind: "listFrom", source: `=${source}` },
    prompt: { title: name, message: say(RATED.levelPrompt, lang, { levels: levelsText(levels) }) },
    error: {
      title: name,
      message: say(RATED.levelError, lang, { words: words.join(lang === "zh-CN" ? "、" : ", ") }),
    },
  };
}

/** Runs of cells in which people type this input: those without a source elsewhere. */
function typedRanges(input: string, layout: ScorecardLayout, options: ScorecardOptions): string[] {
  const letter = layout.columns.get(input);
  if (letter === undefined) return [];
  const sources = options.sources?.get(input);
  const ranges: string[] = [];
  let start = 0;
  for (let row = layout.firstRow; row <= layout.lastRow + 1; row += 1) {
    const typed = row <= layout.lastRow && !sources?.[row - layout.firstRow];
    if (typed && start === 0) start = row;
    if (!typed && start > 0) {
      ranges.push(`${letter}${start}:${letter}${row - 1}`);
      start = 0;
    }
  }
  return ranges;
}
