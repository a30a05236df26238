import { cutBlocks, type Block } from "./blocks";
import { parseNumber } from "../clean/number";
import { isDateFormat } from "../clean/date";
import { isBlank, type Grid } from "../grid";
import { findHeader, isFormRow, isHeaderOnly, readColumns, repeatsHeader } from "./headerRows";
import { lentByMerges, type AsideRow, type TableColumn, type TableRegion, type TextLine } from "./region";
import { countTexts, totalByWord, totalsBySum } from "./totals";

const NOTE_START =
  /^(?:注|备注|说明|附注|填表|制表|审核|复核|审批|编制|批准|签字|日期|数据来源|来源|note|notes|source|prepared|approved|reviewed|signature|remark|\*|※)/i;

/**
 * The tables of a sheet in reading order: title lines, header rows, records, and what is not a record (totals,
 * repeated headers, section lines, notes), each row in exactly one of these places.
 */
export function findTables(grid: Grid): TableRegion[] {
  const drafts: Draft[] = [];
  let loose: Loose[] = [];
  let headerAbove: Block | undefined;

  for (const cut of cutBlocks(grid)) {
    const joined = headerAbove !== undefined && overlaps(headerAbove, cut);
    if (headerAbove && !joined) start(headerAbove);
    const block = headerAbove && joined ? join(headerAbove, cut) : cut;
    headerAbove = isHeaderOnly(grid, block) ? block : undefined;
    if (!headerAbove) place(block);
  }
  if (headerAbove) start(headerAbove);
  for (const { block, lines } of loose) {
    const near = drafts.findLast(
      (draft) => draft.block.fromRow <= block.fromRow && overlaps(draft.block, block),
    );
    (near ?? drafts[drafts.length - 1])?.notes.push(...lines);
  }
  return drafts.map((draft) => sortRows(grid, draft));

  /** A block is lines of text, more of the table above it, or a table of its own. */
  function place(block: Block): void {
    const above = tableAbove(block);
    const header = findHeader(grid, block);
    const isColumn = block.fromColumn === block.toColumn && (header === undefined || above !== undefined);
    const textBetween = loose.some(
      ({ block: line }) => above && line.fromRow > above.block.toRow && overlaps(line, block),
    );
    if (isText(grid, block) || isColumn) setLoose(block);
    else if (above && !textBetween && continues(grid, above, block, header?.from)) above.more.push(block);
    else if (header === undefined && block.toRow === block.fromRow) setLoose(block);
    else start(block, header);
  }

  function setLoose(block: Block): void {
    loose.push({ block, lines: linesOf(grid, block.fromRow, block.toRow, block) });
  }

  /** A new table: the lines since the last one are its titles, but for notes of the one above. */
  function start(block: Block, header = findHeader(grid, block)): void {
    const above = tableAbove(block);
    const ahead = loose.filter(({ block: line }) => overlaps(line, block) || line.toRow < block.fromRow);
    loose = loose.filter((one) => !ahead.includes(one));
    const lines = ahead.flatMap((one) => one.lines);
    const isNote = (line: TextLine) =>
      above !== undefined && line.row > above.block.toRow && NOTE_START.test(line.text);
    above?.notes.push(...lines.filter(isNote));
    const own = [
      ...lines.filter((line) => !isNote(line)),
      ...linesOf(grid, block.fromRow, (header?.from ?? block.fromRow) - 1, block),
    ];
    // Tables side by side share the lines above them, and the unit those may state.
    const beside = drafts.findLast(
      (draft) => draft.block.fromRow <= block.toRow && block.fromRow <= draft.block.toRow,
    );
    const titles = own.length === 0 && beside ? beside.titles : own;
    drafts.push({ block, titles, columns: readColumns(grid, block, header), header, more: [], notes: [] });
  }

  function tableAbove(block: Block): Draft | undefined {
    return drafts.findLast((draft) => overlaps(draft.block, block) && draft.block.toRow < block.fromRow);
  }
}

/** Lines of text that belong to no table yet. */
interface Loose {
  readonly block: Block;
  readonly lines: readonly TextLine[];
}

interface Draft {
  readonly block: Block;
  readonly titles: readonly TextLine[];
  readonly columns: readonly TableColumn[];
  readonly header: { readonly from: number; readonly to: number; readonly numbering?: number } | undefined;
  /** Blocks further down that go on with this table. */
  readonly more: Block[];
  readonly notes: TextLine[];
}

function overlaps(a: Block, b: Block): boolean {
  return a.fromColumn <= b.toColumn && b.fromColumn <= a.toColumn;
}

function join(a: Block, b: Block): Block {
  return {
    fromRow: Math.min(a.fromRow, b.fromRow),
    toRow: Math.max(a.toRow, b.toRow),
    fromColumn: Math.min(a.fromColumn, b.fromColumn),
    toColumn: Math.max(a.toColumn, b.toColumn),
  };
}

/** A block of single texts, form lines (`部门：华东  单位：万元`) and notes is a title or a note, never a table. */
function isText(grid: Grid, block: Block): boolean {
  if (block.fromColumn === block.toColumn) return block.toRow - block.fromRow < 2;
  for (let row = block.fromRow; row <= block.toRow; row++) {
    const cells = grid.values[row] ?? [];
    let filled = 0;
    for (let column = block.fromColumn; column <= block.toColumn && filled < 2; column++) {
      if (!isBlank(cells[column])) filled += 1;
    }
    const isNote = () => NOTE_START.test(linesOf(grid, row, row, block)[0]?.text ?? "");
    if (filled > 1 && !isFormRow(grid, row, block) && !(isNote() && block.toRow - block.fromRow < 3))
      return false;
  }
  return true;
}

/** After a blank row the same table goes on when the block has no header of its own, or the same one again. */
function continues(grid: Grid, above: Draft, block: Block, headerRow: number | undefined): boolean {
  if (block.fromColumn < above.block.fromColumn || block.toColumn > above.block.toColumn) return false;
  return headerRow === undefined || repeatsHeader(grid, headerRow, above.columns);
}

function linesOf(grid: Grid, fromRow: number, toRow: number, block: Block): TextLine[] {
  const lines: TextLine[] = [];
  for (let row = fromRow; row <= toRow; row++) {
    const cells = (grid.values[row] ?? [])
      .slice(block.fromColumn, block.toColumn + 1)
      .filter((cell) => !isBlank(cell));
    if (cells.length > 0) lines.push({ row, text: cells.map((cell) => String(cell).trim()).join("  ") });
  }
  return lines;
}

/** Puts every row below the header in its place. */
function sortRows(grid: Grid, draft: Draft): TableRegion {
  const { columns, header } = draft;
  const lastBlock = draft.more[draft.more.length - 1] ?? draft.block;
  const firstRow = header ? (header.numbering ?? header.to) + 1 : draft.block.fromRow;
  const usualTexts = typicalTexts(grid, columns, firstRow, lastBlock.toRow);
  const aside: AsideRow[] = [];
  if (header?.numbering !== undefined)
    aside.push({ row: header.numbering, kind: "numbering", label: "", by: "shape" });
  const notes = [...draft.notes];
  let rows: number[] = [];
  let lines: TextLine[] = [];
  for (let row = firstRow; row <= lastBlock.toRow; row++) {
    const cells = grid.values[row] ?? [];
    let filled = 0;
    for (const { column } of columns) if (!isBlank(cells[column])) filled += 1;
    if (filled === 0) continue;
    const total = totalByWord(grid, row, columns, usualTexts);
    if (total) aside.push(total);
    else if (header && repeatsHeader(grid, row, columns))
      aside.push({ row, kind: "header", label: "", by: "shape" });
    else if (isLine(grid, row, columns, filled)) lines.push(...linesOf(grid, row, row, draft.block));
    else {
      // Lines followed by records are headings of sections; only those at the end are notes.
      for (const line of lines) aside.push({ row: line.row, kind: "section", label: line.text, by: "shape" });
      lines = [];
      rows.push(row);
    }
  }
  notes.push(...lines);
  const sums = totalsBySum(
    grid,
    rows,
    keyColumnOf(grid, columns, rows),
    numericColumnsOf(grid, columns, rows),
  );
  if (sums.length > 0) {
    const summed = new Set(sums.map(({ row }) => row));
    rows = rows.filter((row) => !summed.has(row));
    aside.push(...sums);
  }
  return {
    grid,
    titles: draft.titles,
    ...(header ? { header: { from: header.from, to: header.to } } : {}),
    columns,
    rows,
    aside: aside.sort((a, b) => a.row - b.row),
    notes: notes.sort((a, b) => a.row - b.row),
    lent: lentByMerges(grid, firstRow, lastBlock.toRow),
  };
}

/** A single text where records have several values, or a line that starts as notes and signatures do. */
function isLine(grid: Grid, row: number, columns: readonly TableColumn[], filled: number): boolean {
  if (columns.length < 3 || filled > Math.max(2, columns.length / 2)) return false;
  const cells = grid.values[row] ?? [];
  const first = columns.map(({ column }) => cells[column] ?? null).find((cell) => !isBlank(cell));
  if (typeof first !== "string") return false;
  if (
    NOTE_START.test(first.trim()) &&
    countTexts(cells, columns) === filled &&
    (filled === 1 || /[:：]/.test(first))
  )
    return true;
  // Headings start the row; a lone value further right is a record of a list grouped by its first columns.
  return filled === 1 && !isBlank(cells[columns[0]?.column ?? 0]) && parseNumber(first) === undefined;
}

function typicalTexts(grid: Grid, columns: readonly TableColumn[], from: number, to: number): number {
  const counts: number[] = [];
  for (let row = from; row <= Math.min(to, from + 60); row++)
    counts.push(countTexts(grid.values[row] ?? [], columns));
  counts.sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

/** The first column of mostly words: what a record is known by. */
function keyColumnOf(grid: Grid, columns: readonly TableColumn[], rows: readonly number[]): number {
  const sample = sampleOf(rows);
  const isKey = ({ column }: TableColumn) => {
    const filled = sample.filter((row) => !isBlank(grid.values[row]?.[column]));
    const words = filled.filter(
      (row) =>
        typeof grid.values[row]?.[column] === "string" &&
        parseNumber(String(grid.values[row]?.[column])) === undefined,
    );
    return filled.length >= sample.length * 0.6 && words.length >= filled.length * 0.8;
  };
  return (columns.find(isKey) ?? columns[0])?.column ?? 0;
}

/** Columns of amounts; not dates, and not the running numbers of a list. */
function numericColumnsOf(grid: Grid, columns: readonly TableColumn[], rows: readonly number[]): number[] {
  const sample = sampleOf(rows);
  return columns
    .filter(({ column }) => {
      let numbers = 0;
      let filled = 0;
      let running = 0;
      for (const row of sample) {
        const cell = grid.values[row]?.[column] ?? null;
        if (isBlank(cell)) continue;
        filled += 1;
        const format = grid.numberFormats?.[row]?.[column];
        const value =
          typeof cell === "number" ? cell : typeof cell === "string" ? parseNumber(cell)?.value : undefined;
        if (
          value === undefined ||
          isDateFormat(format) ||
          format?.includes("%") ||
          (typeof cell === "string" && cell.includes("%"))
        )
          continue;
        numbers += 1;
        if (value === numbers) running += 1;
      }
      return filled >= 2 && numbers >= filled * 0.8 && running < filled;
    })
    .map(({ column }) => column);
}

function sampleOf(rows: readonly number[]): readonly number[] {
  return rows.length <= 60 ? rows : rows.filter((_, index) => index % Math.floor(rows.length / 60) === 0);
}
