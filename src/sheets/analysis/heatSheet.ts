import { columnName, quoteSheet } from "../../formula/references";
import { weighedIndicators } from "../../scoring/analysis/analysis";
import { NAMES } from "../../scoring/compile";
import { textWidth } from "../rows";
import { cellOf } from "../scorecard";
import type { SheetSpec, SpecCell } from "../spec";
import { PAGE_WORDS } from "../words";
import { ANALYSIS_PAGE_WORDS as W } from "./analysisWords";
import type { Scored } from "./readScored";
import { whoIs } from "./whoIs";

const HEADER = 4;
const FIRST = 5;

/** Where the heat map's columns are, with sheet, for the charts of the analysis page. */
export interface HeatLayout {
  readonly sheet: string;
  /** Absolute ranges over all people: `unit`, `name`, `period`, `total`, or an indicator's id. */
  readonly range: (column: string) => string;
}

/** People × indicators as a share of full points on a colour scale, with everybody's mean. */
export function heatSheet(scored: Scored): {
  readonly sheet: SheetSpec;
  readonly layout: HeatLayout;
} {
  const { scheme, people, layout, references } = scored;
  const { lang } = scheme;
  const name = W.heatTab[lang];
  const indicators = weighedIndicators(scheme).map(({ indicator }) => indicator);
  const lead = people.periods ? ["unit", "name", "period"] : ["unit", "name"];
  const columns = [...lead, ...indicators.map(({ id }) => id), "total"];
  const last = FIRST + people.names.length - 1;
  const meanRow = last + 1;
  const letter = (column: string): string => columnName(columns.indexOf(column));
  const [firstIndicator, lastIndicator] = [columnName(lead.length), columnName(columns.length - 2)];
  const end = columnName(columns.length - 1);
  const rows = people.names.map((_, i): SpecCell[] => {
    const at = (column: string): string =>
      `${quoteSheet(layout.sheet)}!${cellOf(layout, column, layout.firstRow + i)}`;
    return [
      ...whoIs(scored, i),
      ...(people.periods ? [people.periods[i] ?? ""] : []),
      ...indicators.map(({ id }): SpecCell => {
        const points = at(NAMES.points(id));
        return {
          formula: `=IF(ISNUMBER(${points}),${points}/${references.get(NAMES.weight(id)) ?? "1"},"")`,
        };
      }),
      { formula: `=${at(NAMES.total)}` },
    ];
  });
  const means = columns.map((column, i): SpecCell => {
    if (i === 0) return W.mean[lang];
    if (i < lead.length) return null;
    const range = `${letter(column)}${FIRST}:${letter(column)}${last}`;
    return { formula: `=IF(COUNT(${range})=0,"",AVERAGE(${range}))` };
  });
  const header = [
    W.unit[lang],
    W.person[lang],
    ...(people.periods ? [W.period[lang]] : []),
    ...indicators.map((one) => one.name),
    W.total[lang],
  ];
  const line = (text: SpecCell): SpecCell[] => columns.map((_, i) => (i === 0 ? text : null));
  const width = (texts: readonly string[], least: number): number =>
    Math.min(24, Math.max(least, ...texts.map(textWidth)) + 3);
  return {
    layout: {
      sheet: name,
      range: (column) => `${quoteSheet(name)}!$${letter(column)}$${FIRST}:$${letter(column)}$${last}`,
    },
    sheet: {
      id: "heat",
      name,
      blocks: [
        {
          at: "A1",
          cells: [line(W.heatTitle[lang]), line(W.heatNote[lang]), line(null), header, ...rows, means],
        },
      ],
      columns: [
        { columns: "A", width: width(people.units, 10) },
        { columns: "B", width: width(people.names, 10) },
        { columns: `C:${end}`, width: 12 },
      ],
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER}`, height: 32 },
      ],
      formats: [
        { range: "A1", style: "title" },
        { range: "A2", style: "subtitle" },
        { range: `A${HEADER}:${end}${HEADER}`, style: "header" },
        { range: `${firstIndicator}${HEADER}:${end}${HEADER}`, style: "alignRight" },
        { range: `A${FIRST}:${end}${last}`, style: ["body", "row"] },
        { range: `A${meanRow}:${end}${meanRow}`, style: ["body", "total"] },
        {
          range: `${firstIndicator}${FIRST}:${lastIndicator}${meanRow}`,
          style: "number",
          numberFormat: "0%",
        },
        { range: `${end}${FIRST}:${end}${meanRow}`, style: "number", numberFormat: "0.00" },
      ],
      freeze: { rows: HEADER, columns: 2 },
      conditionals: [
        {
          kind: "colorScale",
          range: `${firstIndicator}${FIRST}:${lastIndicator}${last}`,
          colors: ["#FFFFFF", "#9DBFE3"],
        },
        { kind: "dataBar", range: `${end}${FIRST}:${end}${last}`, color: "#9DBFE3", min: 0 },
      ],
      filter: `A${HEADER}:${end}${Math.max(last, HEADER)}`,
      print: {
        orientation: columns.length > 9 ? "landscape" : "portrait",
        titleRows: `$${HEADER}:$${HEADER}`,
        fitWidth: 1,
        footer: { left: W.heatTitle[lang], right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}
