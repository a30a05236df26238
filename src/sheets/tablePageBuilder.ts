import { columnName, rangeRef } from "../formula/references";
import { FORM_WORDS } from "./forms/words";
import type {
  BlockSpec,
  ColumnSpec,
  ConditionalSpec,
  FormatSpec,
  RowSpec,
  SheetSpec,
  SpecCell,
  ValidationSpec,
} from "./spec";
import type { StyleName } from "./style";
import {
  tableLayout,
  type ColumnKind,
  type RowScope,
  type TableColumn,
  type TableLayout,
  type TablePage,
} from "./tablePage";
import { PAGE_WORDS } from "./words";
import { printedArea } from "./printed";
import { TITLE_ROWS, HEADER_HEIGHT } from "./tablePageLines";
import { validationOf, type TypedCell } from "./tableValidation";
import { wrappedHeight } from "./wrap";

/** A described table as a sheet, and where its parts stand. */
export function tablePage(page: TablePage): { readonly sheet: SheetSpec; readonly layout: TableLayout } {
  const layout = tableLayout(page);
  return { layout, sheet: new TablePageBuilder(page, layout).build() };
}

/** Builds the sheet of a described table, part by part. */
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
    if (page.explained !== undefined && page.repeated !== undefined) {
      const beside = page.columns.findIndex(({ key }) => key === page.repeated) + 1;
      this.blocks.push({ at: `${columnName(beside)}2`, cells: [[page.explained]] });
      this.formats.push({ range: `${columnName(beside)}2`, style: "subtitle" });
    }
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
        area: printedArea(this.printedColumns(), [[page.subtitle, 10]], lastPrinted),
        ...(page.repeated === undefined
          ? { fitWidth: 1 }
          : { fitWidth: 2, titleColumns: `$A:$${layout.letter(page.repeated)}` }),
        footer: { left: page.title, right: PAGE_WORDS.pages[page.lang] },
      },
    };
  }

  private printedColumns(): number[] {
    const shown = this.page.columns.findLastIndex(({ helper }) => helper !== true);
    return this.page.columns.slice(0, Math.max(1, shown + 1)).map(({ width }) => width);
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
    this.rows.push({ rows: `${headerRow}`, height: page.twoLines === true ? TWO_LINES + 4 : HEADER_HEIGHT });
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
    if (page.twoLines === true) {
      this.formats.push({
        range: `A${headerRow}:${columnName(page.columns.length - 1)}${headerRow}`,
        style: "wrap",
      });
      this.rows.push({ rows: `${firstRow}:${lastRow}`, height: TWO_LINES });
    }
    page.rows.forEach((row, i) => {
      const texts = page.columns.flatMap(({ key, wraps, width }) =>
        wraps === true && typeof row[key] === "string" ? [[row[key], width] as const] : [],
      );
      const height = texts.length > 0 ? wrappedHeight(texts) : 0;
      if (height > (page.twoLines === true ? TWO_LINES : LINE_HEIGHT))
        this.rows.push({ rows: `${firstRow + i}`, height });
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
      if (column.total === "sum") return { formula: `=IF(COUNT(${range})=0,"",SUM(${range}))` };
      if (column.total === "average") return { formula: `=IF(COUNT(${range})=0,"",AVERAGE(${range}))` };
      return { formula: `=${column.total(range, (key) => `${layout.letter(key)}${totalRow}`)}` };
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

  private validate(range: string, title: string, cell: TypedCell): void {
    const validation = validationOf(range, title, cell, this.page.lang);
    if (validation) this.validations.push(validation);
  }
}

const LINE_HEIGHT = 14;
const TWO_LINES = 28;
const isFigure = (column: TableColumn | undefined): boolean =>
  column?.kind === "number" || column?.kind === "percent";

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
