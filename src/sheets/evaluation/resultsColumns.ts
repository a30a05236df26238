import { call, input, inputsOf, text, vector, type Expr } from "../../formula/expression";
import { printFormula } from "../../formula/print";
import { columnName } from "../../formula/references";
import { bandPlace } from "../../scoring/bands";
import { rollupExpr } from "../../scoring/evaluate";
import type { Evaluation, PersonResult, RowPlace } from "../../scoring/evaluation";
import { meanExpr } from "../../scoring/meanExpr";
import { NAMES } from "../../scoring/names";
import { quoted, textWidth } from "../rows";
import type { SpecCell } from "../spec";
import type { StyleName } from "../style";
import type { DataSheet } from "./dataSheet";
import { cellOf } from "./scorecard";
import type { ScorecardLayout } from "./scorecardLayout";
import { totalFormat } from "./tabs";
import { UNIT_NUMBER } from "./unitLines";
import { WORDS } from "./words";

/** The pages of a set that other pages point at. */
export interface SetPages {
  readonly data: DataSheet;
  readonly layout: ScorecardLayout;
  readonly references: ReadonlyMap<string, string>;
}

export interface ResultColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly style: StyleName | readonly StyleName[];
  readonly numberFormat?: string;
  readonly averaged?: boolean;
  readonly cell: (line: Line, row: number) => SpecCell;
}

/** A line of the page: somebody's result, and the last row of a scorecard it is made of. */
export interface Line {
  readonly result: PersonResult;
  readonly place: RowPlace;
}

export const HEADER_ROW = 4;
export const FIRST_ROW = 5;

/**
 * The columns of the results: who, each period, the groups' means, the total with its grade and ranks.
 *
 * @param keys the columns' own, filled in once they are known: a cell is written when all of them are
 */
export function columnsOf(
  evaluation: Evaluation,
  pages: readonly SetPages[],
  lines: readonly Line[],
  keys: readonly string[],
): ResultColumn[] {
  const { request, sets, groups } = evaluation;
  const { lang, periods, rollup } = request;
  const word = (key: keyof typeof WORDS): string => WORDS[key][lang];
  const wide = (values: readonly string[], least: number, most = 28): number =>
    Math.min(most, Math.max(least, ...values.map(textWidth)) + 3);
  const lastRow = FIRST_ROW + lines.length - 1;
  const free = lines.some(({ result }) => result.name === "");
  const here = (key: string, row: number): string => `$${columnName(keys.indexOf(key))}${row}`;
  const all = (key: string): string => {
    const letter = columnName(keys.indexOf(key));
    return `$${letter}$${FIRST_ROW}:$${letter}$${lastRow}`;
  };
  /** A cell of the scorecard row behind a line. */
  const card = ({ set, row }: RowPlace, column: string): string => {
    const layout = pages[set]?.layout;
    if (!layout) throw new RangeError("A row stands on no scorecard");
    return `'${layout.sheet.replaceAll("'", "''")}'!$${cellOf(layout, column, layout.firstRow + row).replace(/\d/, "$$$&")}`;
  };
  const link = (place: RowPlace, column: string): SpecCell => ({ formula: `=${card(place, column)}` });
  const schemeAt = ({ place }: Line) => sets[place.set]?.scheme;
  const decimals = ({ place }: Line): Expr => input(`decimals:${place.set}`);
  const print = (expr: Expr, row: number, own: ReadonlyMap<string, string>, line: Line): SpecCell => ({
    formula: `=${printFormula(expr, (name) => {
      const [kind, set] = name.split(":");
      if (kind === "decimals") return pages[Number(set)]?.references.get(NAMES.decimals) ?? "2";
      return own.get(name) ?? pages[line.place.set]?.references.get(name) ?? here(name, row);
    })}`,
  });
  const single = periods.length === 1;
  const format = totalFormat({ decimals: Math.max(0, ...sets.map(({ scheme }) => scheme.decimals)) });

  const periodCell =
    (i: number) =>
    (line: Line, row: number): SpecCell => {
      const places = line.result.periods[i]?.places ?? [];
      const [first] = places;
      if (!first) return null;
      if (places.length === 1) return link(first, NAMES.total);
      const names = places.map((_, k) => `part:${k}`);
      const days = places.map((_, k) => input(`days:${k}`));
      const own = new Map(
        places.flatMap((place, k): [string, string][] => [
          [`part:${k}`, card(place, NAMES.total)],
          [`days:${k}`, pages[place.set]?.data.cell("days", place.row) ?? "1"],
        ]),
      );
      return print(meanExpr(names, days, decimals(line)), row, own, line);
    };
  const periodColumns = single
    ? []
    : periods.map(({ id, label }, i): ResultColumn => ({
        key: `period:${id}`,
        header: label,
        width: Math.max(9, textWidth(label) + 2),
        style: "number",
        numberFormat: format,
        averaged: true,
        cell: periodCell(i),
      }));
  const own = new Map<string, string>();
  const overPeriods =
    (expr: (line: Line) => Expr) =>
    (line: Line, row: number): SpecCell => {
      const tree = expr(line);
      const cells = new Map(
        inputsOf(tree).flatMap((name): [string, string][] => {
          const key = [`period:${name}`, `group:${name}`].find((one) => keys.includes(one));
          return key === undefined ? [] : [[name, here(key, row)]];
        }),
      );
      return print(tree, row, cells, line);
    };
  const groupColumns = groups.map((group): ResultColumn => ({
    key: `group:${group}`,
    header: group,
    width: Math.max(9, textWidth(group) + 2),
    style: ["number", "strong"],
    numberFormat: format,
    averaged: true,
    cell: overPeriods((line) =>
      rollupExpr(
        request,
        periods.filter((one) => one.group === group).map(({ id }) => id),
        decimals(line),
      ),
    ),
  }));
  const byGroups = rollup?.of === "groups" && groups.length > 0;
  const yearCell = overPeriods((line) =>
    byGroups
      ? meanExpr(
          groups,
          groups.map(() => 1),
          decimals(line),
        )
      : rollupExpr(
          request,
          periods.map(({ id }) => id),
          decimals(line),
        ),
  );
  const graded =
    (column: "gradeNames" | "gradeLight", cardColumn: string) =>
    (line: Line, row: number): SpecCell => {
      const places = line.result.periods[0]?.places ?? [];
      const [only] = places;
      if (single && only && places.length === 1) return link(only, cardColumn);
      const total = input("total");
      const place = bandPlace(total, NAMES.gradeFrom, NAMES.gradeSide);
      const expr = call("if", call("isnumber", total), call("item", vector(NAMES[column]), place), text(""));
      return print(expr, row, own, line);
    };
  const ranked = (row: number, formula: string): SpecCell => ({
    formula: `=IF(ISNUMBER(${here("total", row)}),${formula},"")`,
  });
  const positions = lines.map(({ result }) => request.people[result.person ?? -1]?.position ?? "");
  return [
    {
      key: "unit",
      header: word("unit"),
      width: wide(
        lines.map(({ result }) => result.unit ?? ""),
        8,
      ),
      style: "text",
      cell: ({ place }) => link(place, "unit"),
    },
    {
      key: "name",
      header: word("name"),
      width: wide(
        lines.map(({ result }) => result.name ?? ""),
        8,
      ),
      style: "text",
      cell: ({ place }) => link(place, "name"),
    },
    ...(positions.some((position) => position !== "")
      ? [
          {
            key: "position",
            header: word("position"),
            width: wide(positions, 8),
            style: "text" as const,
            cell: ({ place }: Line): SpecCell => {
              const cell = sets[place.set]?.rows[place.row]?.position
                ? pages[place.set]?.data.cell("position", place.row)
                : undefined;
              // An empty cell would come across as 0.
              return cell === undefined ? null : { formula: `=IF(ISBLANK(${cell}),"",${cell})` };
            },
          },
        ]
      : []),
    ...(sets.length > 1
      ? [
          {
            key: "scheme",
            header: word("scheme"),
            width: wide(
              sets.map(({ scheme }) => scheme.name),
              12,
            ),
            style: "text" as const,
            cell: (line: Line, row: number): SpecCell => {
              const name = schemeAt(line)?.name ?? null;
              // Where people are still to be typed in, a line says nothing of a scheme for nobody.
              return free && name !== null
                ? { formula: `=IF(${here("name", row)}="","",${quoted(name)})` }
                : name;
            },
          },
        ]
      : []),
    ...periodColumns,
    ...groupColumns,
    {
      key: "total",
      header: word(single ? "total" : "yearTotal"),
      width: 10,
      style: ["subtotal", "number"],
      numberFormat: format,
      averaged: true,
      cell: single ? periodCell(0) : yearCell,
    },
    {
      key: "light",
      header: word("light"),
      width: 7,
      style: "alignCenter",
      cell: graded("gradeLight", NAMES.light),
    },
    {
      key: "grade",
      header: word("grade"),
      width: wide(
        sets.flatMap(({ scheme }) => scheme.grades.map(({ name }) => name)),
        8,
      ),
      style: "text",
      cell: graded("gradeNames", NAMES.grade),
    },
    ...(sets.some(({ scheme }) => scheme.grades.some(({ consequence }) => consequence !== undefined))
      ? [
          {
            key: "consequence",
            header: word("consequence"),
            width: wide(
              sets.flatMap(({ scheme }) => scheme.grades.map(({ consequence = "" }) => consequence)),
              12,
              46,
            ),
            style: "text" as const,
            cell: (line: Line, row: number): SpecCell => {
              const references = pages[line.place.set]?.references;
              const [names, words] = [NAMES.gradeNames, NAMES.gradeConsequence].map((key) =>
                references?.get(key),
              );
              const found = `INDEX(${words ?? ""},MATCH(${here("grade", row)},${names ?? ""},0))`;
              return { formula: `=IFERROR(${found}&"","")` };
            },
          },
        ]
      : []),
    {
      key: "rank",
      header: word("rank"),
      width: 8,
      style: "number",
      numberFormat: "0",
      cell: (_, row) => ranked(row, `RANK(${here("total", row)},${all("total")})`),
    },
    {
      key: "unitRank",
      header: word("unitRank"),
      width: 13,
      style: "number",
      numberFormat: "0",
      cell: (_, row) =>
        ranked(
          row,
          `SUMPRODUCT((${all("unit")}=${here("unit", row)})*(${all("total")}<>"")*(${all("total")}>${here("total", row)}))+1`,
        ),
    },
    ...(pages.some(({ layout }) => layout.columns.has(NAMES.rewards))
      ? [
          {
            key: NAMES.rewards,
            header: word("rewards"),
            width: 10,
            style: "alignCenter" as const,
            cell: ({ result }: Line): SpecCell => {
              const places = result.periods.flatMap(({ places: own }) => own);
              const cells = places.flatMap((place) =>
                pages[place.set]?.layout.columns.has(NAMES.rewards) ? [card(place, NAMES.rewards)] : [],
              );
              const [only] = cells;
              if (cells.length < 2) return only === undefined ? null : { formula: `=${only}` };
              return { formula: `=IF(${cells.join("&")}="","","✘")` };
            },
          },
        ]
      : []),
    ...(single
      ? [
          {
            key: "remark",
            header: word("remark"),
            width: 44,
            style: ["wrap", "indent1"] as const,
            cell: ({ place }: Line, row: number): SpecCell => ({
              formula: `=IF(${here("name", row)}="","",TRIM(${card(place, NAMES.remark)}))`,
            }),
          },
        ]
      : []),
    {
      key: "order",
      header: word("order"),
      width: 8,
      style: ["number", "muted"],
      numberFormat: "0",
      // Ties in the order of the page: ranking tables and charts need a place for everybody.
      cell: (_, row) => {
        const rank = here("rank", row);
        const upToHere = `${here("rank", FIRST_ROW).replace(/(\d+)$/, "$$$1")}:${rank}`;
        return { formula: `=IF(ISNUMBER(${rank}),${rank}+COUNTIF(${upToHere},${rank})-1,"")` };
      },
    },
    ...(free ? [unitNumberColumn(word("unitNumber"), here)] : []),
  ];
}

/** Counts units where each stands first: tables by unit follow whatever units are typed in. */
function unitNumberColumn(header: string, here: (key: string, row: number) => string): ResultColumn {
  return {
    key: UNIT_NUMBER,
    header,
    width: 8,
    style: ["number", "muted"],
    numberFormat: "0",
    cell: (_, row) => {
      const unit = here("unit", row);
      const first = here("unit", FIRST_ROW).replace(/(\d+)$/, "$$$1");
      const [top, above] = [HEADER_ROW, row - 1].map((one) => here(UNIT_NUMBER, one));
      return {
        formula: `=IF(${unit}="","",IF(COUNTIF(${first}:${unit},${unit})=1,MAX(0,${top}:${above})+1,""))`,
      };
    },
  };
}
