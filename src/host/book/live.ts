import { internStyle } from "./emptyWorkbook";
import type { Area } from "./area";
import { ApiError } from "../apiError";
import type { Cell, CellStyle, HostSheet, HostWorkbook } from "./workbook";

export type SheetPart = HostSheet["changed"]["parts"] extends Set<infer P> ? P : never;

/** Something that follows the live state: the calculator, the grid of the preview page. */
export interface Watcher {
  /** Content of one cell. */
  cell(sheet: HostSheet, row: number, column: number, cell: Cell | undefined): void;
  /** Styles of an area. */
  styled?(area: Area): void;
  part?(sheet: HostSheet, part: SheetPart): void;
  sheetAdded(sheet: HostSheet): void;
  sheetRenamed(sheet: HostSheet, from: string): void;
  /** Order or visibility of sheets. */
  arranged?(): void;
  namesChanged(): void;
  /** Anything larger: sheets deleted, lines inserted. The watcher starts afresh. */
  rebuilt(): void;
}

export interface HostEvent {
  /** Office.js's number of the event. */
  readonly type: number;
  /** Sheet id, table id or `Workbook`. */
  readonly target: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * The workbook while it is open: every member reads and changes it through here, so that whoever follows it (the
 * calculator, the preview's grid) hears of each change, and events are raised.
 */
export class Live {
  private readonly watchers: Watcher[] = [];
  private readonly events: HostEvent[] = [];
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  /** Set by the host: recalculates what is out of date. */
  calculate: (force?: boolean) => void = () => undefined;
  /** The workbook was opened for reading. */
  readOnly = false;
  /** How many handlers the client has registered; without one no event is raised. */
  listeners = 0;

  constructor(readonly book: HostWorkbook) {}

  watch(watcher: Watcher): void {
    this.watchers.push(watcher);
  }

  // Sheets

  sheetById(id: string): HostSheet | undefined {
    return this.book.sheets.find((sheet) => sheet.id === id);
  }

  /** By name, without regard to case, or by id. */
  findSheet(key: string): HostSheet | undefined {
    const lower = key.toLowerCase();
    return this.book.sheets.find((sheet) => sheet.name.toLowerCase() === lower) ?? this.sheetById(key);
  }

  /** @throws ApiError ItemNotFound when the sheet has been deleted. */
  alive(sheet: HostSheet): HostSheet {
    if (!this.book.sheets.includes(sheet))
      throw new ApiError("ItemNotFound", `The sheet “${sheet.name}” has been deleted.`);
    return sheet;
  }

  // Cells

  cell(sheet: HostSheet, row: number, column: number): Cell | undefined {
    return sheet.cells.get(row)?.get(column);
  }

  /** The index of the style a cell has, its own or its row's or column's. */
  styleIndex(sheet: HostSheet, row: number, column: number): number {
    return this.cell(sheet, row, column)?.style ?? this.lineStyle(sheet, row, column);
  }

  style(sheet: HostSheet, row: number, column: number): CellStyle {
    return this.book.styles[this.styleIndex(sheet, row, column)] ?? {};
  }

  lineStyle(sheet: HostSheet, row: number, column: number): number {
    return sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? 0;
  }

  /** Sets a cell's content. An empty cell without a style of its own disappears. */
  write(
    sheet: HostSheet,
    row: number,
    column: number,
    content: Pick<Cell, "value" | "formula">,
    style?: number,
  ): void {
    let line = sheet.cells.get(row);
    const old = line?.get(column);
    const newStyle = style ?? old?.style ?? this.lineStyle(sheet, row, column);
    const empty = content.value === null && content.formula === undefined;
    if (empty && newStyle === this.lineStyle(sheet, row, column)) {
      line?.delete(column);
      if (line?.size === 0) sheet.cells.delete(row);
      if (!old) return;
      this.noteCell(sheet, row, column, undefined);
      return;
    }
    if (!line) sheet.cells.set(row, (line = new Map<number, Cell>()));
    const cell: Cell = {
      value: content.value,
      style: newStyle,
      ...(content.formula === undefined ? {} : { formula: content.formula }),
    };
    line.set(column, cell);
    this.noteCell(sheet, row, column, cell);
  }

  private noteCell(sheet: HostSheet, row: number, column: number, cell: Cell | undefined): void {
    if (sheet.source !== undefined) sheet.changed.cells.add(`${row},${column}`);
    for (const watcher of this.watchers) watcher.cell(sheet, row, column, cell);
  }

  intern(style: CellStyle): number {
    return internStyle(this.book, style);
  }

  // News

  noteStyled(area: Area): void {
    for (const watcher of this.watchers) watcher.styled?.(area);
  }

  notePart(sheet: HostSheet, part: SheetPart): void {
    sheet.changed.parts.add(part);
    for (const watcher of this.watchers) watcher.part?.(sheet, part);
  }

  noteAdded(sheet: HostSheet): void {
    for (const watcher of this.watchers) watcher.sheetAdded(sheet);
  }

  noteRenamed(sheet: HostSheet, from: string): void {
    for (const watcher of this.watchers) watcher.sheetRenamed(sheet, from);
  }

  noteNames(): void {
    for (const watcher of this.watchers) watcher.namesChanged();
  }

  noteArranged(): void {
    for (const watcher of this.watchers) watcher.arranged?.();
  }

  noteRebuilt(): void {
    for (const watcher of this.watchers) watcher.rebuilt();
  }

  raise(event: HostEvent): void {
    if (this.listeners > 0) this.events.push(event);
  }

  /** The events since the last call; the host delivers them once the reply is out, as Excel does. */
  takeEvents(): HostEvent[] {
    return this.events.splice(0);
  }
}
