import { CHECKS } from "../../forms/workPlan";
import { columnName, quoteSheet } from "../../formula/references";
import { quoted, textWidth } from "../../sheets/rows";
import type { SheetSpec, SpecCell } from "../../sheets/spec";
import { COLORS, type StyleName } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import { say } from "../../words";
import { CHECK_PAGE_WORDS as W } from "../checkWords";
import { valueOf } from "../checks";
import type { CheckItem, Checks, Master } from "../master/master";
import { CHECK_HEADERS } from "./checkListPage";
import type { CheckRanges } from "./checkRanges";

const HEADER = 4;
const FIRST = HEADER + 1;

interface ChecksColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  readonly cell: (item: CheckItem, row: number) => SpecCell;
}

/**
 * The master's list of an evaluation's items with their three checks: what the scorecard works out, what the person,
 * the unit and the centre say, the differences, and whose turn it is.
 *
 * @param pointsAt where the scorecard has an item's points, as a reference
 */
export function checksPage(
  { lang }: Master,
  checks: Checks,
  pointsAt: ReadonlyMap<string, string>,
): { readonly sheet: SheetSpec; readonly ranges: CheckRanges } {
  const { items } = checks;
  const tab = W.masterTab[lang];
  const keys: string[] = [];
  const at = (key: string, row: number): string => `$${columnName(keys.indexOf(key))}${row}`;
  const several = new Set(items.map(({ period }) => period)).size > 1;
  const text = (
    key: string,
    header: string,
    most: number,
    of: (item: CheckItem) => string,
  ): ChecksColumn => ({
    key,
    header,
    width: Math.min(most, Math.max(textWidth(header), ...items.map((item) => textWidth(of(item)))) + 3),
    style: "text",
    cell: of,
  });
  const minus = (key: string, header: string, a: string, b: string): ChecksColumn => ({
    key,
    header,
    width: 13,
    style: ["number", "muted"],
    numberFormat: "+0.##;-0.##;0",
    cell: (_, row) => ({
      formula: `=IF(AND(ISNUMBER(${at(a, row)}),ISNUMBER(${at(b, row)})),${at(a, row)}-${at(b, row)},"")`,
    }),
  });
  const columns: ChecksColumn[] = [
    text("where", W.unit[lang], 20, ({ unit }) => unit),
    text("who", W.person[lang], 20, ({ about }) => about),
    ...(several ? [text("period", W.period[lang], 14, ({ period }) => period)] : []),
    text("what", W.what[lang], 40, ({ what }) => what),
    {
      key: "full",
      header: W.full[lang],
      width: 8,
      style: ["number", "muted"],
      numberFormat: "0.##",
      cell: ({ full }) => full ?? null,
    },
    {
      key: "points",
      header: W.points[lang],
      width: 12,
      style: "number",
      numberFormat: "0.00",
      cell: ({ id }) => {
        const place = pointsAt.get(id);
        return place === undefined ? null : { formula: `=${place}` };
      },
    },
    ...CHECKS.map((key): ChecksColumn => ({
      key,
      header: CHECK_HEADERS[key][lang],
      width: 14,
      style: ["input", "number"],
      numberFormat: "0.##",
      cell: ({ cells }) => valueOf(cells, key),
    })),
    minus("unitOwn", W.unitOwn[lang], "unit", "own"),
    minus("centreUnit", W.centreUnit[lang], "centre", "unit"),
    {
      key: "stage",
      header: W.stage[lang],
      width: 18,
      style: ["text", "indent1"],
      cell: (_, row) => {
        const waits = CHECKS.map((check) =>
          quoted(say(W.waits, lang, { check: CHECK_HEADERS[check][lang] })),
        );
        const nested = CHECKS.reduceRight(
          (rest, check, i) => `IF(${at(check, row)}="",${waits[i] ?? '""'},${rest})`,
          quoted(W.done[lang]),
        );
        return { formula: `=${nested}` };
      },
    },
  ];
  keys.push(...columns.map(({ key }) => key));
  const last = FIRST + Math.max(1, items.length) - 1;
  const end = columnName(columns.length - 1);
  const line = (cells: readonly SpecCell[]): SpecCell[] => [
    ...cells,
    ...Array.from({ length: columns.length - cells.length }, () => null),
  ];
  const span = (key: string): string => {
    const letter = columnName(keys.indexOf(key));
    return `${quoteSheet(tab)}!$${letter}$${FIRST}:$${letter}$${last}`;
  };
  const typed = `${columnName(keys.indexOf("own"))}${FIRST}:${columnName(keys.indexOf("centre"))}${last}`;
  const stageLetter = columnName(keys.indexOf("stage"));
  return {
    ranges: { span, people: "who", units: "where", ...(several ? { along: "period" } : { along: "what" }) },
    sheet: {
      id: "checks",
      name: tab,
      tabColor: COLORS.accent,
      blocks: [
        {
          at: "A1",
          cells: [
            line([say(W.masterTitle, lang, { title: checks.title })]),
            line([W.masterNote[lang]]),
            line([]),
            columns.map(({ header }) => header),
            ...items.map((item, i) => columns.map(({ cell }) => cell(item, FIRST + i))),
          ],
        },
      ],
      columns: columns.map(({ width }, c) => ({ columns: columnName(c), width })),
      rows: [
        { rows: "1", height: 26 },
        { rows: `${HEADER}`, height: 32 },
      ],
      formats: [
        { range: "A1", style: "title" },
        { range: "A2", style: "subtitle" },
        { range: `A${HEADER}:${end}${HEADER}`, style: "header" },
        { range: `A${FIRST}:${end}${last}`, style: ["body", "row"] },
        ...columns.flatMap(({ style, numberFormat }, c) => {
          const letter = columnName(c);
          const number = [style].flat().includes("number");
          return [
            {
              range: `${letter}${FIRST}:${letter}${last}`,
              style,
              ...(numberFormat === undefined ? {} : { numberFormat }),
            },
            ...(number ? [{ range: `${letter}${HEADER}`, style: "alignRight" as const }] : []),
            ...(columns[c]?.key === "stage"
              ? [{ range: `${letter}${HEADER}`, style: "indent1" as const }]
              : []),
          ];
        }),
      ],
      conditionals: [
        {
          kind: "formula",
          range: `${stageLetter}${FIRST}:${stageLetter}${last}`,
          formula: `=LEFT($${stageLetter}${FIRST},1)="●"`,
          style: "good",
        },
        {
          kind: "formula",
          range: `${stageLetter}${FIRST}:${stageLetter}${last}`,
          formula: `=LEFT($${stageLetter}${FIRST},1)="▲"`,
          style: "warn",
        },
      ],
      validations: [{ range: typed, rule: { kind: "decimal", min: 0 } }],
      protect: { inputs: [typed] },
      freeze: { rows: HEADER, columns: 2 },
      filter: `A${HEADER}:${end}${last}`,
      print: {
        orientation: "landscape",
        titleRows: `$${HEADER}:$${HEADER}`,
        fitWidth: 1,
        footer: { left: tab, right: PAGE_WORDS.pages[lang] },
      },
    },
  };
}
