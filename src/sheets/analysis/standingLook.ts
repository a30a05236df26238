import type { ConsequencePolicy } from "../../scoring/consequences/policy";
import { quoted } from "../rows";
import type { ChartSpec, ConditionalSpec, FormatSpec, ValidationSpec } from "../spec";
import { COLORS, SERIES_COLORS } from "../style";
import type { StandingPlaces } from "./standingPlaces";
import { STANDING_WORDS as W } from "./standingWords";

export function standingFormats(policy: ConsequencePolicy, places: StandingPlaces): FormatSpec[] {
  const { shares, numbers, header, first, last, grades, actions, signatures } = places;
  return [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: `A${shares.first - 1}`, style: "section" },
    { range: `A${shares.first}:F${numbers.last}`, style: "body" },
    { range: `C${shares.first}:C${shares.last}`, style: ["input", "number"], numberFormat: "0%" },
    { range: `D${shares.first}:D${shares.last}`, style: ["input", "indent1"] },
    { range: `C${numbers.first}:C${numbers.last}`, style: ["input", "number"], numberFormat: "0" },
    ...othersRows(policy, places).flatMap((row): FormatSpec[] => [
      { range: `G${row}`, style: ["body", "alignRight"] },
      { range: `H${row}`, style: ["body", "input", "indent1"] },
    ]),
    { range: `A${header - 1}:N${header - 1}`, style: "group" },
    { range: `A${header}:N${header}`, style: "header" },
    { range: `C${header}`, style: "alignRight" },
    { range: `E${header}:K${header}`, style: "alignRight" },
    { range: `A${first}:N${last}`, style: ["body", "row"] },
    { range: `C${first}:C${last}`, style: "number", numberFormat: "0.00" },
    { range: `D${header}:D${last}`, style: "indent1" },
    { range: `E${first}:E${last}`, style: "number", numberFormat: "0" },
    { range: `F${first}:H${last}`, style: ["number", "muted"], numberFormat: "0" },
    { range: `I${first}:J${last}`, style: ["input", "number"], numberFormat: "0" },
    { range: `K${first}:K${last}`, style: ["input", "number"], numberFormat: "0.00" },
    { range: `L${header}:L${last}`, style: ["strong", "indent1"] },
    { range: `M${header}:M${last}`, style: "alignCenter" },
    { range: `A${grades.header}:D${grades.header}`, style: "header" },
    { range: `C${grades.header}:D${grades.header}`, style: "alignRight" },
    { range: `A${grades.header + 1}:D${grades.last}`, style: ["body", "row"] },
    { range: `C${grades.header + 1}:D${grades.last}`, style: "number", numberFormat: "0" },
    { range: `A${actions.header}:D${actions.header}`, style: "header" },
    { range: `C${actions.header}`, style: "alignRight" },
    { range: `A${actions.header + 1}:D${actions.last}`, style: ["body", "row"] },
    { range: `C${actions.header + 1}:C${actions.last}`, style: "number", numberFormat: "0" },
    { range: `A${signatures}`, style: "body" },
  ];
}

export function standingValidations(policy: ConsequencePolicy, places: StandingPlaces): ValidationSpec[] {
  const { shares, numbers, first, last, gradeList } = places;
  const anyGrade = { kind: "listFrom", source: `=${gradeList}` } as const;
  return [
    { range: `D${shares.first}:D${shares.last}`, rule: anyGrade },
    ...othersRows(policy, places).map((row): ValidationSpec => ({ range: `H${row}`, rule: anyGrade })),
    { range: `C${shares.first}:C${shares.last}`, rule: { kind: "decimal", min: 0, max: 1 } },
    { range: `C${numbers.first}:C${numbers.last}`, rule: { kind: "whole", min: 0 } },
    { range: `I${first}:J${last}`, rule: { kind: "whole", min: 0 } },
    { range: `K${first}:K${last}`, rule: { kind: "decimal" } },
  ];
}

/** Rows of the shares that say what becomes of those outside them. */
function othersRows(policy: ConsequencePolicy, { shares }: StandingPlaces): number[] {
  return policy.shares.flatMap(({ others }, i) => (others === undefined ? [] : [shares.first + i]));
}

export function standingConditionals({ first, last }: StandingPlaces): ConditionalSpec[] {
  const action = (sign: string, style: "goodFill" | "warnFill" | "badFill"): ConditionalSpec => ({
    kind: "formula",
    range: `N${first}:N${last}`,
    formula: `=LEFT($N${first},1)="${sign}"`,
    style,
  });
  const moved = (sign: string, style: "good" | "bad"): ConditionalSpec => ({
    kind: "formula",
    range: `M${first}:M${last}`,
    formula: `=$M${first}=${quoted(sign)}`,
    style,
  });
  return [
    action("●", "goodFill"),
    action("▲", "warnFill"),
    action("▼", "badFill"),
    moved("▲", "good"),
    moved("▼", "bad"),
  ];
}

/** People in each grade, by score and in the end, beside the counts. */
export function standingChart({ lang }: ConsequencePolicy, places: StandingPlaces): ChartSpec {
  const { grades, actions, ref } = places;
  const counts = (column: string): string => ref(`$${column}$${grades.header + 1}:$${column}$${grades.last}`);
  return {
    id: "forcedGrades",
    kind: "column",
    title: W.chart[lang],
    from: `F${grades.header}`,
    to: `N${actions.last}`,
    categories: counts("A"),
    series: [
      { name: W.byScore[lang], values: counts("C"), color: SERIES_COLORS[2], labels: {} },
      { name: W.final[lang], values: counts("D"), color: COLORS.accent, labels: {} },
    ],
    legend: "top",
    valueAxis: { hidden: true, min: 0 },
    gapWidth: 60,
  };
}
