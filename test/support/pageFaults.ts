/**
 * What a careful person would see at once on a printed page and a program does not: text cut off, numbers as #####,
 * words broken in the middle, a page printed too small to read, a chart over figures, yellow cells that do not say what
 * belongs in them.
 */
import { cellRef, parseRange, type Rectangle } from "../../src/formula/references";
import { displayText } from "../../src/host/book/entry";
import { columnWidth, positionOf, rowHeight } from "../../src/host/book/geometry";
import type { Host } from "../../src/host/host";
import type { Cell, CellStyle, HostSheet } from "../../src/host/book/workbook";
import { COLORS, STYLES } from "../../src/sheets/style";

/** Points a digit of the body font takes at a size of one point. */
const DIGIT = 0.507;
const BOLD = 1.05;
/** A cell's margins, in points. */
const PADDING = 3.75;
/** An indent of one, in points. */
const INDENT = 6;
/** A line of text, as a multiple of its size. */
const LINE = 1.25;
/** Text may be this many points wider than reckoned: the measure is an estimate. */
const SLACK = 1;
const BODY = STYLES.body.size;
/** The smallest body text people read on paper without a lens, in points. */
export const SMALLEST_PRINT = 6.5;
/** A4 in points. */
const PAPER = { short: 595.3, long: 841.9 };

/** Faults of every visible page, as sentences: `Targets!C7 shows ##### (1,234,567)`. */
export function pageFaults(host: Host): string[] {
  return host.workbook.sheets
    .filter(({ visibility, cells }) => visibility === "Visible" && cells.size > 0)
    .flatMap((sheet) => new Page(host, sheet).faults().map((fault) => `${sheet.name}${fault}`));
}

class Page {
  private readonly area: Rectangle;

  constructor(
    private readonly host: Host,
    private readonly sheet: HostSheet,
  ) {
    this.area = parseRange(sheet.page.printArea ?? usedRange(sheet));
  }

  faults(): string[] {
    return [...this.setUp(), ...this.cells(), ...this.overCharts(), ...this.inputs()];
  }

  private cells(): string[] {
    return this.printed().flatMap(({ row, column, cell }) => {
      const style = this.style(cell);
      const text = displayText(cell.value, style.numberFormat);
      if (text === "" || this.hidden(row, column)) return [];
      const at = `!${cellRef(row, column)}`;
      if (typeof cell.value === "number") return this.figure(at, column, text, style);
      return style.wrap === true
        ? this.wrapped(at, row, column, text, style)
        : this.spilt(at, row, column, text, style);
    });
  }

  /** A figure does not run on: without room it is ##### or, where the cell says so, smaller. */
  private figure(at: string, column: number, text: string, style: CellStyle): string[] {
    const room = this.inner(column, style) + SLACK;
    const width = widthOf(text, style);
    if (width <= room) return [];
    if (style.shrink !== true) return [`${at} shows ##### (${text})`];
    const points = ((style.size ?? 11) * room) / width;
    return points < SMALLEST_PRINT ? [`${at} shrinks to ${points.toFixed(1)} points (${text})`] : [];
  }

  /** Wrapped text needs as many lines as its words make; its row must be as high. */
  private wrapped(at: string, row: number, column: number, text: string, style: CellStyle): string[] {
    const { lines, broken } = wrap(text, style, this.inner(column, style) + SLACK);
    const height = this.sheet.rows.get(row)?.size;
    const needed = lines * (style.size ?? 11) * LINE;
    return [
      ...(broken === "" ? [] : [`${at} breaks the word “${broken}”`]),
      ...(height !== undefined && needed > height + SLACK
        ? [`${at} needs ${lines} lines, its row is ${height} points high: ${text.slice(0, 40)}`]
        : []),
    ];
  }

  /** Other text runs on over empty neighbours, as far as the page goes. */
  private spilt(at: string, row: number, column: number, text: string, style: CellStyle): string[] {
    const width = Math.max(...text.split("\n").map((line) => widthOf(line, style)));
    let room = this.inner(column, style) + SLACK;
    const step = style.horizontal === "right" ? -1 : 1;
    const open = style.horizontal !== "center";
    for (let c = column + step; open && room < width && this.onPage(c) && !this.holds(row, c); c += step)
      room += columnWidth(this.sheet, c);
    return room < width ? [`${at} is cut off after ${Math.floor((room / width) * 100)} %: ${text}`] : [];
  }

  private overCharts(): string[] {
    return this.sheet.charts.flatMap((chart) => [
      ...(chart.title?.text ? [] : [`: chart ${chart.name} has no title`]),
      ...this.printed().flatMap(({ row, column, cell }) => {
        const text = displayText(cell.value, this.style(cell).numberFormat);
        const { left, top, width, height } = positionOf({
          sheet: this.sheet,
          top: row,
          left: column,
          bottom: row,
          right: column,
        });
        const over =
          left + width > chart.left + 1 &&
          left < chart.left + chart.width - 1 &&
          top + height > chart.top + 1 &&
          top < chart.top + chart.height - 1;
        return text !== "" && over
          ? [`!${cellRef(row, column)} lies under chart ${chart.name}: ${text}`]
          : [];
      }),
    ]);
  }

  /** A4, fits the width, long tables repeat their header, and what is printed can be read. */
  private setUp(): string[] {
    const { page } = this.sheet;
    const scale = this.scale();
    const { top, bottom } = this.area;
    const rows = bottom - top + 1;
    const pages = (this.height() * scale) / this.paper().height;
    return [
      ...(page.paperSize === "A4" ? [] : [": is not set up for A4"]),
      ...(page.zoom?.horizontalFitToPages === undefined && this.width() > this.paper().width
        ? [": does not fit the width"]
        : []),
      ...(page.footer?.right === undefined ? [": has no page numbers"] : []),
      ...(scale * BODY < SMALLEST_PRINT
        ? [`: prints at ${Math.round(scale * 100)} %, its text at ${(scale * BODY).toFixed(1)} points`]
        : []),
      ...(pages > 1 && rows > 30 && page.titleRows === undefined && this.isTable()
        ? [": goes over pages without repeating its header"]
        : []),
    ];
  }

  /** Whatever is checked when it is typed is yellow, and every yellow number is checked. */
  private inputs(): string[] {
    const explained = new Set<string>();
    for (const { range } of this.sheet.validations)
      for (const part of range.split(",")) {
        const { top, left, bottom, right } = parseRange(part.slice(part.lastIndexOf("!") + 1));
        for (let row = top; row <= bottom; row++)
          for (let column = left; column <= right; column++) explained.add(`${row} ${column}`);
      }
    const faults = new Map<string, string>();
    for (const [row, line] of this.sheet.cells)
      for (const [column, cell] of line) {
        const style = this.style(cell);
        const yellow = style.fill === COLORS.input;
        const key = `${row} ${column}`;
        const at = `!${cellRef(row, column)}`;
        if (explained.has(key) && !yellow && cell.formula === undefined)
          faults.set(`white ${column}`, `${at} takes what is typed but is not yellow`);
        if (yellow && typeof cell.value === "number" && cell.formula === undefined && !explained.has(key))
          faults.set(
            `silent ${column}`,
            `${at} takes a number and would take anything: ${String(cell.value)}`,
          );
      }
    return [...faults.values()];
  }

  private printed(): { row: number; column: number; cell: Cell }[] {
    const { top, left, bottom, right } = this.area;
    return [...this.sheet.cells].flatMap(([row, line]) =>
      row < top || row > bottom
        ? []
        : [...line].flatMap(([column, cell]) =>
            column < left || column > right ? [] : [{ row, column, cell }],
          ),
    );
  }

  private style(cell: Cell): CellStyle {
    return this.host.workbook.styles[cell.style] ?? {};
  }

  private hidden(row: number, column: number): boolean {
    return rowHeight(this.sheet, row) === 0 || columnWidth(this.sheet, column) === 0;
  }

  private onPage(column: number): boolean {
    return column >= this.area.left && column <= this.area.right;
  }

  /** A formula that shows nothing stops its neighbour's text all the same. */
  private holds(row: number, column: number): boolean {
    const cell = this.sheet.cells.get(row)?.get(column);
    return cell !== undefined && (cell.formula !== undefined || (cell.value !== null && cell.value !== ""));
  }

  private inner(column: number, { indent = 0 }: CellStyle): number {
    return columnWidth(this.sheet, column) - PADDING - indent * INDENT;
  }

  private isTable(): boolean {
    return this.sheet.frozen.rows > 2;
  }

  private paper(): { width: number; height: number } {
    const { orientation, margins = {} } = this.sheet.page;
    const wide = orientation === "Landscape";
    return {
      width: (wide ? PAPER.long : PAPER.short) - (margins.left ?? 0) - (margins.right ?? 0),
      height: (wide ? PAPER.short : PAPER.long) - (margins.top ?? 0) - (margins.bottom ?? 0),
    };
  }

  private height(): number {
    let points = 0;
    for (let row = this.area.top; row <= this.area.bottom; row++) points += rowHeight(this.sheet, row);
    return points;
  }

  private width(): number {
    let points = 0;
    for (let column = this.area.left; column <= this.area.right; column++)
      points += columnWidth(this.sheet, column);
    return points;
  }

  private scale(): number {
    const width = this.width();
    const { horizontalFitToPages: across = 1, verticalFitToPages: down } = this.sheet.page.zoom ?? {};
    const paper = this.paper();
    return Math.min(
      1,
      (paper.width * across) / width,
      down === undefined ? 1 : (paper.height * down) / this.height(),
    );
  }
}

function usedRange({ cells }: HostSheet): string {
  const rows = [...cells.keys()];
  const columns = [...cells.values()].flatMap((line) => [...line.keys()]);
  return `A1:${cellRef(Math.max(0, ...rows), Math.max(0, ...columns))}`;
}

const WIDE = /[\u2500-\u27bf\u2e80-\uffef]/;
/** As wide as a Chinese character in a Chinese font, narrow in a Latin one. */
const EITHER = /[“”‘’—…]/;
const CHINESE = /[\u2e80-\uffef]/;

/** How wide characters are, in parts of the size: what the usual body fonts have in common. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ ijl'’,.:;|·!]/, 0.25],
  [/[ftrI()[\]\-“”/]/, 0.35],
  [/[acegkvsxyzJL]/, 0.46],
  [/[mMW%@—…]/, 0.84],
  [/[wA-Z&]/, 0.62],
];

function widthOf(text: string, { size = 11, bold = false }: CellStyle): number {
  const chinese = CHINESE.test(text);
  let width = 0;
  for (const character of text)
    width +=
      WIDE.test(character) || (chinese && EITHER.test(character))
        ? 1
        : (WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? DIGIT);
  return width * size * (bold ? BOLD : 1);
}

/** Lines break at spaces and hyphens, and before any Chinese character. */
function wrap(text: string, style: CellStyle, room: number): { lines: number; broken: string } {
  let lines = 0;
  let broken = "";
  for (const paragraph of text.split("\n")) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef-]+-?\s*|\s+|-/g) ?? []) {
      const width = widthOf(word.trimEnd(), style);
      if (width > room && broken === "") broken = word.trim();
      if (used > 0 && used + width > room) {
        lines += 1;
        used = 0;
      }
      used += widthOf(word, style);
    }
  }
  return { lines, broken };
}
