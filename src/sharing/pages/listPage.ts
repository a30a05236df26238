import { columnName } from "../../formula/references";
import { textWidth } from "../../sheets/rows";
import type { FormatSpec, SheetSpec, SpecCell } from "../../sheets/spec";
import { COLORS, type StyleName } from "../../sheets/style";
import { PAGE_WORDS } from "../../sheets/words";
import type { Lang } from "../../words";

export interface ListColumn {
  readonly header: string;
  readonly numberFormat?: string;
  readonly style?: StyleName;
  /** Runs on over the empty cells beside it instead of widening its column. */
  readonly free?: boolean;
}

export interface ListTable {
  /** Heading above the table; none for the page's main table. */
  readonly heading?: string;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly SpecCell[])[];
}

const WIDEST = 48;

/** A page of one or more plain tables in the master: who has which file, what came back, what changed. */
export function listPage(
  page: { readonly id: string; readonly tab: string; readonly title: string; readonly subtitle: string },
  tables: readonly ListTable[],
  lang: Lang,
): SheetSpec {
  const width = Math.max(...tables.map(({ columns }) => columns.length));
  const blank = (): SpecCell[] => new Array<SpecCell>(width).fill(null);
  const fill = (cells: readonly SpecCell[]): SpecCell[] => [...cells, ...blank()].slice(0, width);
  const cells: SpecCell[][] = [fill([page.title]), fill([page.subtitle]), blank()];
  const formats: FormatSpec[] = [
    { range: "A1", style: "title" },
    { range: "A2", style: "subtitle" },
  ];
  const widths = new Array<number>(width).fill(8);
  let filter: string | undefined;
  tables.forEach(({ heading, columns, rows }, t) => {
    if (heading !== undefined) {
      cells.push(fill([heading]));
      formats.push({ range: `A${cells.length}`, style: "section" });
    }
    const last = columnName(columns.length - 1);
    cells.push(fill(columns.map(({ header }) => header)));
    const header = cells.length;
    formats.push({ range: `A${header}:${last}${header}`, style: "header" });
    cells.push(...rows.map(fill));
    const bottom = cells.length;
    if (rows.length > 0) formats.push({ range: `A${header + 1}:${last}${bottom}`, style: ["body", "row"] });
    columns.forEach(({ numberFormat, style, free }, c) => {
      const letter = columnName(c);
      const number = isNumber(columns[c]);
      if (number) formats.push({ range: `${letter}${header}`, style: "alignRight" });
      // Words beside right-aligned figures would run into them.
      const beside = !number && isNumber(columns[c - 1]);
      if (beside) formats.push({ range: `${letter}${header}`, style: "indent1" });
      if (rows.length > 0)
        formats.push({
          range: `${letter}${header + 1}:${letter}${bottom}`,
          style: [style ?? (number ? "number" : "text"), ...(beside ? (["indent1"] as const) : [])],
          ...(numberFormat === undefined ? {} : { numberFormat }),
        });
      if (free !== true)
        for (const text of [columns[c]?.header ?? "", ...rows.map((row) => shown(row[c] ?? null))])
          widths[c] = Math.min(WIDEST, Math.max(widths[c] ?? 0, textWidth(text) + 3));
    });
    if (t === 0 && rows.length > 0) filter = `A${header}:${last}${bottom}`;
    cells.push(blank());
  });
  cells.pop();
  return {
    id: page.id,
    name: page.tab,
    tabColor: COLORS.muted,
    blocks: [{ at: "A1", cells }],
    columns: widths.map((each, c) => ({ columns: columnName(c), width: each })),
    formats,
    freeze: { rows: 4, columns: 0 },
    ...(filter === undefined ? {} : { filter }),
    print: {
      orientation: "landscape",
      titleRows: "$4:$4",
      fitWidth: 1,
      footer: { left: page.tab, right: PAGE_WORDS.pages[lang] },
    },
  };
}

function shown(cell: SpecCell): string {
  return typeof cell === "number" ? cell.toLocaleString("en-US") : typeof cell === "string" ? cell : "";
}

function isNumber(column: ListColumn | undefined): boolean {
  return column?.numberFormat !== undefined && column.numberFormat !== "@";
}
