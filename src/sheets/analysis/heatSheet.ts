import { columnName, quoteSheet } from "../../formula/references";
import { weighedIndicators } from "../../scoring/analysis/analysis";
import { NAMES } from "../../scoring/names";
import { textWidth } from "../rows";
import { wrappedHeight } from "../wrap";
import { cellOf } from "../evaluation/scorecard";
import { ROW_HEIGHT } from "../evaluation/widths";
import type { ConditionalSpec, FormatSpec, RowSpec, SheetSpec, SpecCell } from "../spec";
import { PAGE_WORDS } from "../words";
import { ANALYSIS_PAGE_WORDS as W } from "./analysisWords";
import type { Scored } from "./readScored";
import { whoIs } from "./whoIs";

/** The header of the first map, from 1. */
const HEADER = 4;

/** Where the heat map's columns are, with sheet, for the charts of the analysis page. */
export interface HeatLayout {
  readonly sheet: string;
  /** First and last person's row, from 1. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Absolute ranges over all people: `unit`, `name`, `period`, `total`, or an indicator's id. */
  readonly range: (column: string) => string;
}

/** One scheme's map: its cells from the header to the means, and its looks. */
interface HeatBlock {
  readonly layout: HeatLayout;
  readonly width: number;
  readonly cells: readonly (readonly SpecCell[])[];
  readonly formats: readonly FormatSpec[];
  readonly conditionals: readonly ConditionalSpec[];
}

/**
 * People × indicators as a share of full points on a colour scale, with everybody's mean; several schemes stand one
 * below the other, each with its own indicators.
 */
export function heatSheet(sets: readonly Scored[]): {
  readonly sheet: SheetSpec;
  readonly layouts: readonly HeatLayout[];
} {
  const [first] = sets;
  if (!first) throw new RangeError("There is nobody to show");
  const { lang } = first.scheme;
  const name = W.heatTab[lang];
  const several = sets.length > 1;
  const blocks: HeatBlock[] = [];
  const titles: SpecCell[] = [];
  const headers: number[] = [];
  let header = several ? HEADER + 1 : HEADER;
  for (const scored of sets) {
    const block = heatBlock(scored, name, header);
    headers.push(header);
    titles.push(scored.scheme.name);
    blocks.push(block);
    // Below the means: an empty line, the next scheme's name, its header.
    header = block.layout.lastRow + 4;
  }
  const width = Math.max(...blocks.map((block) => block.width));
  const line = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => null),
  ];
  const cells = [line([W.heatTitle[lang]]), line([W.heatNote[lang]])];
  blocks.forEach((block, i) => {
    cells.push(line([]), ...(several ? [line([titles[i] ?? null])] : []), ...block.cells.map(line));
  });
  const end = columnName(width - 1);
  const wide = (texts: readonly string[], least: number): number =>
    Math.min(24, Math.max(least, ...texts.map(textWidth)) + 3);
  return {
    layouts: blocks.map(({ layout }) => layout),
    sheet: {
      id: "heat",
      name,
      blocks: [{ at: "A1", cells }],
      columns: [
        {
          columns: "A",
          width: wide(
            sets.flatMap(({ people }) => people.units),
            10,
          ),
        },
        {
          columns: "B",
          width: wide(
            sets.flatMap(({ people }) => people.names),
            10,
          ),
        },
        { columns: `C:${end}`, width: INDICATOR_WIDTH },
      ],
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER}:${cells.length}`, height: ROW_HEIGHT },
        ...headers.map((row, i): RowSpec => ({
          rows: `${row}`,
          height: headerHeight(blocks[i]?.cells[0] ?? []),
        })),
      ],
      formats: [
        { range: "A1", style: "title" },
        { range: "A2", style: "subtitle" },
        ...(several ? headers.map((row): FormatSpec => ({ range: `A${row - 1}`, style: "section" })) : []),
        ...blocks.flatMap(({ formats }) => formats),
      ],
      freeze: { rows: several ? 2 : HEADER, columns: 2 },
      conditionals: blocks.flatMap(({ conditionals }) => conditionals),
      ...(!several && { filter: `A${HEADER}:${end}${Math.max(blocks[0]?.layout.lastRow ?? 0, HEADER)}` }),
      print: {
        orientation: width > 9 ? "landscape" : "portrait",
        ...(!several && { titleRows: `$${HEADER}:$${HEADER}` }),
        fitWidth: 1,
        footer: { left: W.heatTitle[lang], right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}

function heatBlock(scored: Scored, sheet: string, headerRow: number): HeatBlock {
  const { scheme, people, layout, references } = scored;
  const { lang } = scheme;
  const indicators = weighedIndicators(scheme).map(({ indicator }) => indicator);
  const lead = people.periods ? ["unit", "name", "period"] : ["unit", "name"];
  const columns = [...lead, ...indicators.map(({ id }) => id), "total"];
  const first = headerRow + 1;
  const last = headerRow + people.names.length;
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
    const range = `${letter(column)}${first}:${letter(column)}${last}`;
    return { formula: `=IF(COUNT(${range})=0,"",AVERAGE(${range}))` };
  });
  const header = [
    W.unit[lang],
    W.person[lang],
    ...(people.periods ? [W.period[lang]] : []),
    ...indicators.map((one) => one.name),
    W.total[lang],
  ];
  return {
    layout: {
      sheet,
      firstRow: first,
      lastRow: last,
      range: (column) => `${quoteSheet(sheet)}!$${letter(column)}$${first}:$${letter(column)}$${last}`,
    },
    width: columns.length,
    cells: [header, ...rows, means],
    formats: [
      { range: `A${headerRow}:${end}${headerRow}`, style: "header" },
      { range: `${firstIndicator}${headerRow}:${end}${headerRow}`, style: "alignRight" },
      { range: `A${first}:${end}${last}`, style: ["body", "row"] },
      { range: `A${meanRow}:${end}${meanRow}`, style: ["body", "total"] },
      {
        range: `${firstIndicator}${first}:${lastIndicator}${meanRow}`,
        style: "number",
        numberFormat: "0%",
      },
      { range: `${end}${first}:${end}${meanRow}`, style: "number", numberFormat: "0.00" },
    ],
    conditionals: [
      {
        kind: "colorScale",
        range: `${firstIndicator}${first}:${lastIndicator}${last}`,
        colors: ["#FFFFFF", "#9DBFE3"],
      },
      { kind: "dataBar", range: `${end}${first}:${end}${last}`, color: "#9DBFE3", min: 0 },
    ],
  };
}

/** A column of an indicator, in characters, and how much of it its bold name can use. */
const INDICATOR_WIDTH = 13;

function headerHeight(cells: readonly SpecCell[]): number {
  const names = cells.slice(2).flatMap((cell) => (typeof cell === "string" ? [cell] : []));
  return Math.max(32, wrappedHeight(names.map((name) => [name, (INDICATOR_WIDTH - 1) / 1.06] as const)) + 4);
}
