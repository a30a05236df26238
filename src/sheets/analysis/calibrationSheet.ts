import { columnName, quoteSheet } from "../../formula/references";
import { call, input, text, vector } from "../../formula/expression";
import { printFormula } from "../../formula/print";
import { bandPlace } from "../../scoring/bands";
import { NAMES } from "../../scoring/names";
import { textWidth } from "../rows";
import { cellOf, peopleRange } from "../evaluation/scorecard";
import type { FormatSpec, SheetSpec, SpecCell } from "../spec";
import { COLORS, SERIES_COLORS } from "../style";
import { PAGE_WORDS } from "../words";
import type { Scored } from "./readScored";
import { cellsOf } from "./whatIfSheet";
import { unitsOf, whoIs } from "./whoIs";
import { ANALYSIS_WORDS as W } from "./words";

const HEADER = 5;
const FIRST = 6;
/** Columns before the grades: unit, scored, mean, spread, lowest, highest, against all, adjust, adjusted mean. */
const FIXED = 9;

/**
 * Units side by side: how many, mean, spread, grades; a yellow cell a unit for points to add or take off, and what that
 * does to everybody's grade. All live over the scorecard, which itself stays as it is.
 */
export function calibrationSheet(scored: Scored): SheetSpec {
  const { scheme, people, layout, references } = scored;
  const { lang, grades } = scheme;
  const sheet = W.calibrationTab[lang];
  const units = unitsOf(scored);
  // Where people are still to be typed in, one of them may be of a new unit.
  const live = scored.live === true;
  const spare = live && people.names.includes("") ? 1 : 0;
  const lines = [...units, ...Array.from({ length: spare }, () => "")];
  const lastUnit = FIRST + lines.length - 1;
  const lastKnown = FIRST + Math.max(1, units.length) - 1;
  const allRow = lastUnit + 1;
  const gradeCells = cellsOf(references.get(NAMES.gradeNames), grades.length);
  const totals = peopleRange(layout, NAMES.total);
  const unitColumn = peopleRange(layout, "unit");
  const top = allRow + 22;
  const firstPerson = top + 1;
  const lastPerson = top + people.names.length;
  const adjustedGrades = `$F$${firstPerson}:$F$${lastPerson}`;
  const peopleUnits = `$A$${firstPerson}:$A$${lastPerson}`;
  const width = FIXED + grades.length;
  const own = (row: number): string => `(${unitColumn}=$A${row})*(${totals}<>"")`;
  // Totals that do not exist are "", so sums go through N-proof arithmetic: only numbers take part.
  const sumOf = (row: number): string => `SUMIF(${unitColumn},$A${row},${totals})`;
  const unitRows = lines.map((unit, i): SpecCell[] => {
    const row = FIRST + i;
    const ifAny = (formula: string): SpecCell => ({
      formula: `=IF(N($B${row})=0,"",${formula})`,
    });
    /** A line kept for a unit to come says nothing until there is one. */
    const named = (formula: string): SpecCell => ({
      formula: live ? `=IF($A${row}="","",${formula})` : `=${formula}`,
    });
    return [
      live
        ? {
            formula: `=IFERROR(INDEX(${peopleUnits},MATCH(${i + 1},$H$${firstPerson}:$H$${lastPerson},0)),"")`,
          }
        : unit,
      named(`SUMPRODUCT(${own(row)})`),
      ifAny(`${sumOf(row)}/$B${row}`),
      ifAny(
        `SQRT(SUMPRODUCT((${peopleUnits}=$A${row})*($C$${firstPerson}:$C$${lastPerson}<>"")*($G$${firstPerson}:$G$${lastPerson}-$C${row})^2)/$B${row})`,
      ),
      ifAny(`-SUMPRODUCT(MAX((${own(row)})*(1E6-$G$${firstPerson}:$G$${lastPerson})))+1E6`),
      ifAny(`SUMPRODUCT(MAX((${own(row)})*$G$${firstPerson}:$G$${lastPerson}))`),
      ifAny(`C${row}-$C$${allRow}`),
      null,
      ifAny(`C${row}+N(H${row})`),
      ...gradeCells.map((grade) =>
        named(`SUMPRODUCT((${peopleUnits}=$A${row})*(${adjustedGrades}=${grade}))`),
      ),
    ];
  });
  const everybody: SpecCell[] = [
    W.all[lang],
    { formula: `=SUM(B${FIRST}:B${lastUnit})` },
    { formula: `=IF(B${allRow}=0,"",SUM(${totals})/B${allRow})` },
    { formula: `=IF(COUNT(${totals})=0,"",STDEVP(${totals}))` },
    { formula: `=IF(COUNT(${totals})=0,"",MIN(${totals}))` },
    { formula: `=IF(COUNT(${totals})=0,"",MAX(${totals}))` },
    null,
    null,
    { formula: `=IF(B${allRow}=0,"",SUM($E$${firstPerson}:$E$${lastPerson})/B${allRow})` },
    ...gradeCells.map((_, i): SpecCell => ({
      formula: `=SUM(${columnName(FIXED + i)}${FIRST}:${columnName(FIXED + i)}${lastUnit})`,
    })),
  ];
  const peopleRows = people.names.map((_, i): SpecCell[] => {
    const row = firstPerson + i;
    const at = (column: string): string =>
      `${quoteSheet(layout.sheet)}!${cellOf(layout, column, layout.firstRow + i)}`;
    const grade = call(
      "if",
      call("isnumber", input("adjusted")),
      call("item", vector(NAMES.gradeNames), bandPlace(input("adjusted"), NAMES.gradeFrom, NAMES.gradeSide)),
      text(""),
    );
    return [
      ...whoIs(scored, i),
      { formula: `=${at(NAMES.total)}` },
      { formula: `=${at(NAMES.grade)}` },
      {
        formula: `=IF(ISNUMBER(C${row}),C${row}+IFERROR(N(INDEX($H$${FIRST}:$H$${lastUnit},MATCH(A${row},$A$${FIRST}:$A$${lastUnit},0))),0),"")`,
      },
      { formula: `=${printFormula(grade, (name_) => references.get(name_) ?? `$E${row}`)}` },
      { formula: `=N(C${row})` },
      // The how manieth unit it is, on its first line.
      live
        ? {
            formula: `=IF(A${row}="","",IF(COUNTIF(A$${firstPerson}:A${row},A${row})=1,MAX(0,H$${top}:H${row - 1})+1,""))`,
          }
        : null,
    ];
  });
  const pad = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: Math.max(0, width - cells.length) }, () => null),
  ];
  const last = columnName(width - 1);
  const ref = (range: string): string => `${quoteSheet(sheet)}!${range}`;
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
    { range: `A${HEADER - 1}:${last}${HEADER - 1}`, style: "group" },
    { range: `A${HEADER}:${last}${HEADER}`, style: "header" },
    { range: `B${HEADER}:${last}${HEADER}`, style: "alignRight" },
    { range: `A${FIRST}:${last}${lastUnit}`, style: ["body", "row"] },
    { range: `A${allRow}:${last}${allRow}`, style: ["body", "total"] },
    { range: `B${FIRST}:B${allRow}`, style: "number", numberFormat: "0" },
    { range: `C${FIRST}:F${allRow}`, style: "number", numberFormat: "0.00" },
    { range: `G${FIRST}:G${allRow}`, style: "number", numberFormat: "+0.00;-0.00;0.00" },
    { range: `H${FIRST}:H${lastUnit}`, style: ["input", "number"], numberFormat: "+0.0;-0.0;0" },
    { range: `I${FIRST}:I${allRow}`, style: "number", numberFormat: "0.00" },
    { range: `${columnName(FIXED)}${FIRST}:${last}${allRow}`, style: "number", numberFormat: "0" },
    { range: `A${top}:F${top}`, style: "header" },
    { range: `C${top}`, style: "alignRight" },
    { range: `E${top}`, style: "alignRight" },
    { range: `A${firstPerson}:F${lastPerson}`, style: ["body", "row"] },
    { range: `C${firstPerson}:C${lastPerson}`, style: "number", numberFormat: "0.00" },
    { range: `D${firstPerson}:D${lastPerson}`, style: ["text", "indent1"] },
    { range: `D${top}`, style: "indent1" },
    { range: `F${top}`, style: "indent1" },
    { range: `E${firstPerson}:E${lastPerson}`, style: "number", numberFormat: "0.00" },
    { range: `F${firstPerson}:F${lastPerson}`, style: ["text", "indent1"] },
    { range: `G${firstPerson}:H${lastPerson}`, style: ["note", "alignRight"], numberFormat: ";;;" },
  ];
  return {
    id: "calibration",
    name: sheet,
    blocks: [
      {
        at: "A1",
        cells: [
          pad([W.calibrationTitle[lang]]),
          pad([W.calibrationNote[lang]]),
          pad([]),
          pad([...Array.from({ length: FIXED }, () => null), W.adjustedPeople[lang]]),
          pad([
            W.unit[lang],
            W.scored[lang],
            W.mean[lang],
            W.spread[lang],
            W.lowest[lang],
            W.highest[lang],
            W.apart[lang],
            W.adjust[lang],
            W.adjustedMean[lang],
            ...gradeCells.map((cell): SpecCell => ({ formula: `=${cell}` })),
          ]),
          ...unitRows,
          everybody,
        ],
      },
      {
        at: `A${top}`,
        cells: [
          [
            W.unit[lang],
            W.person[lang],
            W.total[lang],
            W.grade[lang],
            W.adjusted[lang],
            W.grade[lang],
            null,
            null,
          ],
          ...peopleRows,
        ],
      },
    ],
    columns: [
      { columns: "A", width: Math.min(24, Math.max(10, ...units.map(textWidth)) + 3) },
      { columns: "B", width: Math.min(24, Math.max(10, ...people.names.map(textWidth)) + 3) },
      { columns: `C:${last}`, width: 12 },
    ],
    rows: [
      { rows: "1", height: 26 },
      { rows: `${HEADER}`, height: 32 },
    ],
    formats,
    conditionals: [
      {
        kind: "formula",
        range: `F${firstPerson}:F${lastPerson}`,
        formula: `=$F${firstPerson}<>$D${firstPerson}`,
        style: "warnFill",
      },
    ],
    validations: [
      {
        range: `H${FIRST}:H${lastUnit}`,
        rule: { kind: "decimal", min: -100, max: 100 },
        prompt: { title: W.adjust[lang], message: W.adjustPrompt[lang] },
      },
    ],
    charts: [
      {
        id: "calibrationMeans",
        kind: "column",
        title: W.calibrationChart[lang],
        from: `A${allRow + 2}`,
        to: `${columnName(Math.min(width - 1, 8))}${allRow + 19}`,
        categories: ref(`$A$${FIRST}:$A$${lastKnown}`),
        series: [
          {
            name: W.mean[lang],
            values: ref(`$C$${FIRST}:$C$${lastKnown}`),
            color: SERIES_COLORS[2],
            labels: { numberFormat: "0.0" },
          },
          {
            name: W.adjustedMean[lang],
            values: ref(`$I$${FIRST}:$I$${lastKnown}`),
            color: COLORS.accent,
            labels: { numberFormat: "0.0" },
          },
        ],
        legend: "top",
        valueAxis: { title: W.pointsAxis[lang], min: 0, numberFormat: "0" },
        gapWidth: 80,
      },
    ],
    print: {
      orientation: "landscape",
      titleRows: `$${top}:$${top}`,
      fitWidth: 1,
      area: `A1:${last}${lastPerson}`,
      footer: { left: W.calibrationTitle[lang], right: PAGE_WORDS.pages[lang] },
    },
  };
}
