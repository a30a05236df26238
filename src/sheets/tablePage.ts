/**
 * A page that is one table: a title, a few settings above, columns that say what they hold, rows to fill in, totals.
 * Every form is described this way once; the page, its checks and reading it back all follow from the description.
 */
import { columnName, rangeRef, quoteSheet } from "../formula/references";
import type { Lang } from "../words";
import { textWidth } from "./rows";
import type {
  BlockSpec,
  ChartSpec,
  ColumnSpec,
  ConditionalSpec,
  FormatSpec,
  RowSpec,
  SheetSpec,
  SpecCell,
  ValidationSpec,
} from "./spec";
import type { StyleName } from "./style";
import { FORM_WORDS } from "./forms/words";
import { PAGE_WORDS } from "./words";
import { wrappedHeight } from "./wrap";

/** What a cell of a table may refer to: cells of its own row by column key, and the settings above. */
export interface RowScope {
  /** `$C7`: a cell of this row. */
  readonly cell: (key: string) => string;
  /** `$C$7:$C7`: the column from the first row down to this one. */
  readonly soFar: (key: string) => string;
  /** `$C$7:$C$46`: the whole column. */
  readonly column: (key: string) => string;
  /** `$B$3`: a setting above the table. */
  readonly setting: (key: string) => string;
  /** Of this row within the table, from 0. */
  readonly index: number;
}

export type ColumnKind = "text" | "number" | "percent" | "date" | "mark";

export interface TableColumn {
  readonly key: string;
  readonly header: string;
  /** Characters of the body font. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** Long text that may take several lines. */
  readonly wraps?: boolean;
  /** What people fill in. Columns that are neither typed nor worked out are fixed text. */
  readonly typed?: boolean;
  readonly formula?: (scope: RowScope) => string;
  readonly choices?: readonly string[];
  /** Reference to the cells that hold the choices: `'Goals'!$A$6:$A$20`. */
  readonly choicesFrom?: string;
  readonly min?: number;
  readonly max?: number;
  /** Shown while a cell of the column is selected. */
  readonly prompt?: string;
  readonly numberFormat?: string;
  readonly total?: "sum" | "average" | ((range: string) => string);
  /** Conditions on this column's cells, in order. */
  readonly lights?: readonly { readonly when: (scope: RowScope) => string; readonly style: StyleName }[];
  /** Helps the formulas and is of no interest to read: at the far right, grouped and out of print. */
  readonly helper?: boolean;
}

/** One line above the table: a label and what it is set to. */
export interface TableSetting {
  readonly key: string;
  readonly label: string;
  readonly value: SpecCell;
  readonly kind?: ColumnKind;
  readonly typed?: boolean;
  readonly choices?: readonly string[];
  readonly choicesFrom?: string;
  readonly prompt?: string;
  /** Said beside it. */
  readonly note?: string;
}

export interface TablePage {
  readonly id: string;
  readonly tab: string;
  readonly title: string;
  /** Period, unit, source and when in one line. */
  readonly subtitle: string;
  readonly lang: Lang;
  readonly settings?: readonly TableSetting[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, SpecCell>>[];
  /** Empty rows below, ready to be filled in. */
  readonly spare?: number;
  /** Label of the row of totals; without one there is none. */
  readonly totalLabel?: string;
  readonly notes?: readonly string[];
  readonly orientation?: "portrait" | "landscape";
  /** Charts stand below the table; they are told where that is. */
  readonly charts?: (layout: TableLayout, firstFreeRow: number) => readonly ChartSpec[];
  readonly signatures?: readonly string[];
  readonly tabColor?: string;
  /** Everything but what is typed is locked. */
  readonly locked?: boolean;
}

/** Where everything of a page stands. Rows count from 1. */
export interface TableLayout {
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Absent when the page has no totals. */
  readonly totalRow?: number;
  readonly letter: (key: string) => string;
  /** Absolute, with the sheet: `'Tasks'!$C$7:$C$46`. */
  readonly range: (key: string) => string;
  readonly setting: (key: string) => string;
  readonly cell: (key: string, row: number) => string;
}

const TITLE_ROWS = 2;
const HEADER_HEIGHT = 30;

export type LaidOut = Pick<TablePage, "tab" | "settings" | "rows" | "spare" | "totalLabel"> & {
  readonly columns: readonly Pick<TableColumn, "key">[];
};

/** Where a page's parts will stand; pages refer to each other by it before they are built. */
export function tableLayout(page: LaidOut): TableLayout {
  const settings = page.settings ?? [];
  const headerRow = TITLE_ROWS + (settings.length > 0 ? settings.length + 1 : 0) + 2;
  const firstRow = headerRow + 1;
  const lastRow = firstRow + Math.max(1, page.rows.length + (page.spare ?? 0)) - 1;
  const letter = (key: string): string => {
    const at = page.columns.findIndex((column) => column.key === key);
    if (at < 0) throw new RangeError(`There is no column ${key} on ${page.tab}`);
    return columnName(at);
  };
  const sheet = `${quoteSheet(page.tab)}!`;
  return {
    headerRow,
    firstRow,
    lastRow,
    ...(page.totalLabel === undefined ? {} : { totalRow: lastRow + 1 }),
    letter,
    range: (key) => `${sheet}$${letter(key)}$${firstRow}:$${letter(key)}$${lastRow}`,
    cell: (key, row) => `${sheet}$${letter(key)}$${row}`,
    setting: (key) => {
      const at = settings.findIndex((setting) => setting.key === key);
      if (at < 0) throw new RangeError(`There is no setting ${key} on ${page.tab}`);
      return `${sheet}$B$${TITLE_ROWS + 2 + at}`;
    },
  };
}

/** The page as a sheet. */
export function tablePage(page: TablePage): { readonly sheet: SheetSpec; readonly layout: TableLayout } {
  const layout = tableLayout(page);
  return { layout, sheet: new TablePageBuilder(page, layout).build() };
}

class TablePageBuilder {
  private readonly formats: FormatSpec[] = [];
  private readonly rows: RowSpec[] = [{ rows: "1", height: 26 }];
  private readonly validations: ValidationSpec[] = [];
  private readonly conditionals: ConditionalSpec[] = [];
  private readonly blocks: BlockSpec[] = [];
  private readonly lastColumn: string;

  constructor(
    private readonly page: TablePage,
    private readonly layout: TableLayout,
  ) {
    const shown = page.columns.findLastIndex(({ helper }) => helper !== true);
    this.lastColumn = columnName(Math.max(0, shown));
  }

  build(): SheetSpec {
    const { page, layout } = this;
    this.blocks.push({ at: "A1", cells: [[page.title], [page.subtitle]] });
    this.formats.push({ range: "A1", style: "title" }, { range: "A2", style: "subtitle" });
    this.addSettings();
    this.addTable();
    this.addTotals();
    const below = this.addBelow();
    const charts = page.charts?.(layout, below + 1) ?? [];
    const lastPrinted = Math.max(below, ...charts.map(({ to }) => Number(/\d+$/.exec(to)?.[0] ?? 0)));
    return {
      id: page.id,
      name: page.tab,
      ...(page.tabColor === undefined ? {} : { tabColor: page.tabColor }),
      blocks: this.blocks,
      columns: this.columns(),
      rows: this.rows,
      formats: this.formats,
      freeze: { rows: layout.headerRow, columns: 1 },
      validations: this.validations,
      conditionals: this.conditionals,
      ...(charts.length > 0 ? { charts } : {}),
      ...(page.locked === true ? { protect: { inputs: this.typedRanges() } } : {}),
      print: {
        orientation: page.orientation ?? "landscape",
        titleRows: `$${layout.headerRow}:$${layout.headerRow}`,
        area: `A1:${this.lastColumn}${lastPrinted}`,
        fitWidth: 1,
        footer: { left: page.title, right: PAGE_WORDS.pages[page.lang] },
      },
    };
  }

  private typedRanges(): string[] {
    const { firstRow, lastRow, letter } = this.layout;
    const settings = (this.page.settings ?? []).flatMap(({ typed }, i) =>
      typed === true ? [`B${TITLE_ROWS + 2 + i}`] : [],
    );
    const columns = this.page.columns.flatMap(({ key, typed }) =>
      typed === true ? [`${letter(key)}${firstRow}:${letter(key)}${lastRow}`] : [],
    );
    return [...settings, ...columns];
  }

  private columns(): ColumnSpec[] {
    return this.page.columns.map(({ width, helper }, i) => ({
      columns: columnName(i),
      width,
      ...(helper === true ? { outline: 1, hidden: true } : {}),
    }));
  }

  private addSettings(): void {
    const { settings = [] } = this.page;
    if (settings.length === 0) return;
    const first = TITLE_ROWS + 2;
    const hasNotes = settings.some(({ note }) => note !== undefined);
    this.blocks.push({
      at: `A${first}`,
      cells: settings.map(({ label, value, note }) =>
        hasNotes ? [label, value, note ?? null] : [label, value],
      ),
    });
    settings.forEach((setting, i) => {
      const cell = `B${first + i}`;
      this.formats.push({ range: `A${first + i}`, style: ["body", "muted"] });
      if (setting.note !== undefined)
        this.formats.push({ range: `C${first + i}`, style: ["body", "muted", "indent1"] });
      this.formats.push({
        range: cell,
        style: setting.typed === true ? ["body", "text", "input"] : ["body", "text", "strong"],
        ...formatOf(setting.kind ?? "text"),
      });
      this.validate(cell, setting.label, setting);
    });
  }

  private addTable(): void {
    const { page, layout } = this;
    const { headerRow, firstRow, lastRow } = layout;
    this.blocks.push({ at: `A${headerRow}`, cells: [page.columns.map(({ header }) => header)] });
    this.rows.push({ rows: `${headerRow}`, height: HEADER_HEIGHT });
    const count = lastRow - firstRow + 1;
    this.blocks.push({
      at: `A${firstRow}`,
      cells: Array.from({ length: count }, (_, i) =>
        page.columns.map((column) => this.cellOf(column, page.rows[i] ?? {}, i)),
      ),
    });
    this.formats.push(
      { range: `A${headerRow}:${columnName(page.columns.length - 1)}${headerRow}`, style: "header" },
      { range: `A${firstRow}:${columnName(page.columns.length - 1)}${lastRow}`, style: ["body", "row"] },
    );
    page.columns.forEach((column, i) => {
      this.formatColumn(column, columnName(i));
      // Words right after figures would touch them.
      if (!isFigure(column) && column.kind !== "mark" && isFigure(page.columns[i - 1]))
        this.formats.push({
          range: `${columnName(i)}${headerRow}:${columnName(i)}${lastRow}`,
          style: "indent1",
        });
    });
    page.rows.forEach((row, i) => {
      const texts = page.columns.flatMap(({ key, wraps, width }) =>
        wraps === true && typeof row[key] === "string" ? [[row[key], width] as const] : [],
      );
      const height = texts.length > 0 ? wrappedHeight(texts) : 0;
      if (height > LINE_HEIGHT) this.rows.push({ rows: `${firstRow + i}`, height });
    });
  }

  private cellOf(column: TableColumn, row: Readonly<Record<string, SpecCell>>, index: number): SpecCell {
    const own = row[column.key];
    if (own !== undefined) return own;
    if (column.formula) return { formula: `=${column.formula(this.scope(index))}` };
    return null;
  }

  private scope(index: number): RowScope {
    const { layout } = this;
    const row = layout.firstRow + index;
    return {
      index,
      cell: (key) => `$${layout.letter(key)}${row}`,
      soFar: (key) => `$${layout.letter(key)}$${layout.firstRow}:$${layout.letter(key)}${row}`,
      column: (key) => `$${layout.letter(key)}$${layout.firstRow}:$${layout.letter(key)}$${layout.lastRow}`,
      setting: (key) => layout.setting(key).replace(/^.*!/, ""),
    };
  }

  private formatColumn(column: TableColumn, letter: string): void {
    const { firstRow, lastRow, headerRow } = this.layout;
    const range = `${letter}${firstRow}:${letter}${lastRow}`;
    const align: StyleName =
      column.kind === "number" || column.kind === "percent"
        ? "number"
        : column.kind === "mark"
          ? "alignCenter"
          : "text";
    if (align !== "text")
      this.formats.push({
        range: `${letter}${headerRow}`,
        style: align === "number" ? "alignRight" : "alignCenter",
      });
    this.formats.push({
      range,
      style: [
        ...(column.wraps === true ? (["wrap"] as const) : [align]),
        ...(column.typed === true ? (["input"] as const) : []),
        ...(column.helper === true ? (["muted"] as const) : []),
      ],
      ...formatOf(column.kind, column.numberFormat),
    });
    this.validate(range, column.header, column);
    for (const { when, style } of column.lights ?? [])
      this.conditionals.push({ kind: "formula", range, formula: `=${when(this.scope(0))}`, style });
  }

  private addTotals(): void {
    const { page, layout } = this;
    const { totalRow, firstRow, lastRow } = layout;
    if (totalRow === undefined) return;
    const cells = page.columns.map((column, i): SpecCell => {
      const range = rangeRef(firstRow - 1, i, lastRow - 1, i, {});
      if (i === 0) return page.totalLabel ?? null;
      if (column.total === undefined) return null;
      if (column.total === "sum") return { formula: `=SUM(${range})` };
      if (column.total === "average") return { formula: `=IF(COUNT(${range})=0,"",AVERAGE(${range}))` };
      return { formula: `=${column.total(range)}` };
    });
    this.blocks.push({ at: `A${totalRow}`, cells: [cells] });
    this.formats.push({ range: `A${totalRow}:${this.lastColumn}${totalRow}`, style: ["body", "total"] });
    page.columns.forEach((column, i) => {
      if (column.total === undefined) return;
      this.formats.push({
        range: `${columnName(i)}${totalRow}`,
        style: "number",
        ...formatOf(column.kind, column.numberFormat),
      });
    });
  }

  /** Notes and signature lines; returns the last row used. */
  private addBelow(): number {
    const { page, layout } = this;
    let row = layout.totalRow ?? layout.lastRow;
    if (page.notes && page.notes.length > 0) {
      row += 2;
      this.blocks.push({ at: `A${row}`, cells: page.notes.map((note) => [note]) });
      this.formats.push({ range: `A${row}:A${row + page.notes.length - 1}`, style: "subtitle" });
      row += page.notes.length - 1;
    }
    if (page.signatures && page.signatures.length > 0) {
      row += 3;
      const line = page.signatures
        .map((who) => `${who} ____________`)
        .join(FORM_WORDS.signatureGap[page.lang]);
      this.blocks.push({ at: `A${row}`, cells: [[line]] });
      this.formats.push({ range: `A${row}`, style: "body" });
    }
    return row;
  }

  private validate(
    range: string,
    title: string,
    rule:
      | Pick<TableColumn, "typed" | "choices" | "choicesFrom" | "kind" | "min" | "max" | "prompt">
      | TableSetting,
  ): void {
    if (rule.typed !== true) return;
    const { lang } = this.page;
    const prompt =
      rule.prompt === undefined ? {} : { prompt: { title: title.slice(0, 32), message: rule.prompt } };
    const refused = (message: string) => ({ error: { title: title.slice(0, 32), message } });
    if (rule.choices)
      this.validations.push({
        range,
        rule: { kind: "list", values: rule.choices },
        ...prompt,
        ...refused(FORM_WORDS.pickOne[lang]),
      });
    else if (rule.choicesFrom !== undefined)
      this.validations.push({
        range,
        rule: { kind: "listFrom", source: `=${rule.choicesFrom}` },
        ...prompt,
        ...refused(FORM_WORDS.pickOne[lang]),
      });
    else if (rule.kind === "date")
      this.validations.push({
        range,
        // From the year 2000 on: a year typed alone, or a swapped day, is refused.
        rule: { kind: "decimal", min: FIRST_DAY, max: LAST_DAY },
        ...prompt,
        ...refused(FORM_WORDS.dateOnly[lang]),
      });
    else if (rule.kind === "number" || rule.kind === "percent") {
      const { min, max } = rule as TableColumn;
      this.validations.push({
        range,
        rule: {
          kind: "decimal",
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
        },
        ...prompt,
        ...refused(FORM_WORDS.numberOnly[lang]),
      });
    }
  }
}

const LINE_HEIGHT = 14;
const isFigure = (column: TableColumn | undefined): boolean =>
  column?.kind === "number" || column?.kind === "percent";
/** 2000-01-01 and 2100-01-01 as serial numbers. */
const FIRST_DAY = 36526;
const LAST_DAY = 73051;

function formatOf(kind: ColumnKind, numberFormat?: string): { numberFormat?: string } {
  const format = numberFormat ?? FORMATS[kind];
  return format === undefined ? {} : { numberFormat: format };
}

const FORMATS: Readonly<Record<ColumnKind, string | undefined>> = {
  text: undefined,
  number: "#,##0",
  percent: "0.0%",
  date: "yyyy-mm-dd",
  mark: undefined,
};

/** How wide a column must be for its header and its fixed texts, in characters. */
export function fittingWidth(texts: readonly string[], least = 8): number {
  return Math.max(least, ...texts.map((text) => textWidth(text) + 2));
}
