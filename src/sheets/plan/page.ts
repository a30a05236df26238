import { ABSOLUTE, cellRef, columnIndex, columnName, rangeRef } from "../../formula/references";
import { periodLabel, type Period } from "../../planning/calendar";
import { planNodes, type Plan, type PlanNode } from "../../planning/plan";
import { decimalsOf } from "../../planning/steps";
import { say, type Lang } from "../../words";
import { fitsShrunk, pageBreaks, USUAL_ROW } from "../pageBreaks";
import { RowSheet, textWidth } from "../rows";
import type {
  ChartSpec,
  ColumnSpec,
  ConditionalSpec,
  PrintSpec,
  RowSpec,
  SheetSpec,
  SpecCell,
  ValidationSpec,
} from "../spec";
import type { StyleName } from "../style";
import { PAGE_WORDS } from "../words";
import { wrappedHeight } from "../wrap";
import { PLAN_PAGE_WORDS as W } from "./words";

/** Characters a column of its own width holds, and how much more room bold words take. */
const STANDARD_WIDTH = 8.43;
const BOLD = 1.06;
const INDENTS: readonly (StyleName | null)[] = [null, null, "indent1", "indent2", "indent3"];

/** A page of a plan, filled from the top: headings, tables with a row a unit, charts in the rows kept free for them. */
export class PlanPage {
  readonly rows: RowSheet;
  readonly charts: ChartSpec[] = [];
  readonly conditionals: ConditionalSpec[] = [];
  readonly validations: ValidationSpec[] = [];
  readonly rowSpecs: RowSpec[] = [];
  readonly columns: ColumnSpec[] = [];
  private readonly headers = new Map<number, readonly SpecCell[]>();
  /** Rows of the headings, from 0. */
  private readonly parts: number[] = [];
  titleRows = "";

  constructor(
    readonly id: string,
    readonly name: string,
    readonly width: number,
    readonly lang: Lang,
  ) {
    this.rows = new RowSheet(width);
  }

  /** The 0-based row that comes next. */
  get next(): number {
    return this.rows.next - 1;
  }

  title(title: string, subtitle: string): void {
    this.rows.add([title], "title");
    this.rowSpecs.push({ rows: "1", height: 26 });
    this.rows.add([subtitle], "subtitle");
    this.skip();
  }

  /** A row without looks of its own: {@link sheet} gives the whole page the body's. */
  plain(cells: readonly SpecCell[]): number {
    return this.rows.add(cells, []) - 1;
  }

  skip(): void {
    this.plain([]);
  }

  section(text: string): number {
    const row = this.rows.add([text], "section") - 1;
    this.parts.push(row);
    return row;
  }

  /** A header row; columns from `numbers` on stand right, over their figures. */
  header(cells: readonly SpecCell[], numbers = 1): number {
    const row = this.plain(cells);
    const last = cells.length - 1;
    this.rows.format(rangeRef(row, 0, row, last), "header");
    if (numbers <= last) this.rows.format(rangeRef(row, numbers, row, last), "alignRight");
    this.headers.set(row, cells);
    return row;
  }

  /** A row of a table that is no unit's, ruled as far as it reaches. */
  line(cells: readonly SpecCell[]): number {
    const row = this.plain(cells);
    this.rows.format(rangeRef(row, 0, row, cells.length - 1), "row");
    return row;
  }

  note(text: string): void {
    this.rows.add([text], "subtitle");
  }

  /**
   * A row for each unit. `cells` gives what follows the name, knowing its own row and its children's.
   *
   * @returns where each unit stands, by id
   */
  units(
    nodes: readonly PlanNode[],
    cells: (node: PlanNode, row: number, children: readonly number[]) => readonly SpecCell[],
  ): ReadonlyMap<string, number> {
    const first = this.next;
    const rowOf = new Map(nodes.map(({ id }, index) => [id, first + index]));
    for (const node of nodes) {
      const row = rowOf.get(node.id) ?? first;
      const children = node.children.flatMap(({ id }) => rowOf.get(id) ?? []);
      const own = [node.name, ...cells(node, row, children)];
      this.plain(own);
      const range = rangeRef(row, 0, row, own.length - 1);
      if (node === nodes[0])
        this.rows.format(rangeRef(first, 0, first + nodes.length - 1, own.length - 1), "row");
      if (node.level === 0) this.rows.format(range, "total");
      else if (node.children.length > 0) this.rows.format(range, node.level === 1 ? "subtotal" : "strong");
      const indent = INDENTS[Math.min(node.level, INDENTS.length - 1)];
      if (indent) this.rows.format(cellRef(row, 0), indent);
    }
    return rowOf;
  }

  /** Numbers of a column over some rows. */
  numbers(
    first: number,
    last: number,
    from: number,
    to: number,
    format: string,
    style: StyleName = "number",
  ): void {
    this.rows.format(
      rangeRef(first, from, last, to),
      style === "number" ? "number" : ["number", style],
      format,
    );
  }

  /** Cells that take an amount of the plan's unit. */
  amounts(range: string, unit: string): void {
    const title = W.target[this.lang];
    this.validations.push({
      range,
      rule: { kind: "decimal", min: 0 },
      prompt: { title, message: say(W.amountTip, this.lang, { unit }) },
      error: { title, message: W.amountError[this.lang] },
    });
  }

  /** Keeps rows free for a chart and puts it there, over the page's first columns. */
  chart(chart: Omit<ChartSpec, "from" | "to">, lastColumn: number, height = 16): void {
    const top = this.next;
    for (let i = 0; i < height; i++) this.skip();
    this.charts.push({ ...chart, from: cellRef(top, 0), to: cellRef(top + height - 2, lastColumn) });
  }

  /** A range of this page as charts and other sheets name it. */
  ref(top: number, left: number, bottom = top, right = left): string {
    const options = { ...ABSOLUTE, sheet: this.name };
    return top === bottom && left === right
      ? cellRef(top, left, options)
      : rangeRef(top, left, bottom, right, options);
  }

  /** Headers as high as their words need, now that the columns' widths are known. */
  private headerRows(): RowSpec[] {
    return [...this.headers].map(([row, cells]) => {
      const texts = cells.flatMap((cell, column) =>
        typeof cell === "string" ? [[cell, (this.widthOf(column) - 0.5) / BOLD] as const] : [],
      );
      return { rows: `${row + 1}`, height: Math.max(20, wrappedHeight(texts) + 4) };
    });
  }

  private widthOf(column: number): number {
    const own = this.columns.findLast(({ columns }) => {
      const [first = "A", last = first] = columns.split(":");
      return columnIndex(first) <= column && column <= columnIndex(last);
    });
    return own?.width ?? STANDARD_WIDTH;
  }

  /** Parts stay together: all on one page where little is missing, or new pages before those that would be torn. */
  private together(
    orientation: "portrait" | "landscape",
    rows: readonly RowSpec[],
    columns: number,
  ): Pick<PrintSpec, "fitHeight" | "breaksBefore"> {
    const heights = Array<number>(this.next).fill(USUAL_ROW);
    for (const { rows: span, height } of rows) {
      const [first = 0, last = first] = span.split(":").map(Number);
      if (height !== undefined) heights.fill(height, first - 1, last);
    }
    const widths = Array.from({ length: columns }, (_, column) => this.widthOf(column));
    if (fitsShrunk({ orientation, widths, heights })) return { fitHeight: 1 };
    const breaks = pageBreaks({ orientation, widths, heights, parts: this.parts });
    return breaks.length > 0 ? { breaksBefore: breaks } : {};
  }

  wide(from: number, to: number, width: number): void {
    this.columns.push({ columns: `${columnName(from)}:${columnName(to)}`, width });
  }

  sheet(more: {
    readonly orientation?: "portrait" | "landscape";
    readonly freeze?: SheetSpec["freeze"];
    readonly tabColor?: string;
    readonly footer: string;
    readonly lastColumn?: number;
    /** Everything on one page. */
    readonly onePage?: boolean;
  }): SheetSpec {
    const orientation = more.orientation ?? "landscape";
    const rows = [...this.rowSpecs, ...this.headerRows()];
    const columns = (more.lastColumn ?? this.width - 1) + 1;
    const across = pagesAcross(columns);
    const down =
      more.onePage === true
        ? { fitHeight: 1 }
        : across.fitWidth === 1
          ? this.together(orientation, rows, columns)
          : {};
    return {
      id: this.id,
      name: this.name,
      ...(more.tabColor ? { tabColor: more.tabColor } : {}),
      blocks: [this.rows.block()],
      columns: this.columns,
      rows,
      formats: [
        { range: rangeRef(0, 0, this.next - 1, this.width - 1), style: "body" },
        ...this.rows.formats,
      ],
      ...(more.freeze ? { freeze: more.freeze } : {}),
      conditionals: this.conditionals,
      validations: this.validations,
      charts: this.charts,
      print: {
        orientation,
        ...(this.titleRows === "" ? {} : { titleRows: this.titleRows }),
        area: rangeRef(0, 0, this.next - 1, columns - 1),
        ...across,
        ...down,
        footer: { left: more.footer, right: PAGE_WORDS.pages[this.lang] },
      },
    };
  }
}

/** A year of weeks on one sheet of paper could not be read: so many columns a page, units' names on each. */
const COLUMNS_A_PAGE = 22;

export function pagesAcross(columns: number): Pick<PrintSpec, "fitWidth" | "titleColumns"> {
  const pages = Math.ceil(columns / COLUMNS_A_PAGE);
  return pages === 1 ? { fitWidth: 1 } : { fitWidth: pages, titleColumns: "$A:$A" };
}

/** Column headers for a plan's periods; the year is said where there is more than one. */
export function periodHeaders(periods: readonly Period[], lang: Lang): string[] {
  const years = new Set(periods.map((period) => period.start.slice(0, 4)));
  return periods.map((period) => periodLabel(period, lang, { year: years.size > 1 }));
}

/** How wide the column of units' names must be. */
export function nameWidth(plan: Plan): number {
  const deepest = largest(planNodes(plan.root).map(({ name, level }) => textWidth(name) + 2 * level));
  return Math.min(36, Math.max(18, deepest + 2));
}

/** However many there are: a function takes only so many arguments. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

/** How wide a column of amounts up to `most` must be. */
export function amountWidth(most: number, step: number): number {
  const digits = Math.abs(most).toLocaleString("en-US", { minimumFractionDigits: decimalsOf(step) }).length;
  return Math.max(9, digits + 3);
}

export function periodsText(plan: Plan): { from: string; to: string } {
  return { from: plan.periods[0]?.start ?? "", to: plan.periods.at(-1)?.end ?? "" };
}
