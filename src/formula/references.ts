/**
 * References in A1 form: letters and numbers of columns, cells, ranges, quoted sheet names.
 * Rows and columns are counted from 0 in code and from 1 (or A) in the text.
 */

/** The last column and row a workbook has, counted from 0. */
export const LAST_COLUMN = 16_383;
export const LAST_ROW = 1_048_575;

export interface RefOptions {
  /** `$` before the row. */
  readonly absRow?: boolean;
  /** `$` before the column. */
  readonly absColumn?: boolean;
  /** Puts the quoted sheet name in front. */
  readonly sheet?: string;
}

/** A rectangle, counted from 0, both corners inside. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface ParsedRange extends Rectangle {
  readonly sheet?: string;
}

/** Both `$`: a reference that stays where it is when copied. */
export const ABSOLUTE: RefOptions = { absRow: true, absColumn: true };

/** @example columnName(27) // "AB" */
export function columnName(index0: number): string {
  if (!Number.isInteger(index0) || index0 < 0) throw new RangeError(`No column has the number ${index0}`);
  let name = "";
  for (let rest = index0 + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** @example columnIndex("AB") // 27 */
export function columnIndex(name: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(name)) throw new RangeError(`“${name}” is not a column`);
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** @example cellRef(4, 2, { absRow: true, absColumn: true, sheet: "考核方案" }) // "'考核方案'!$C$5" */
export function cellRef(row0: number, col0: number, opts: RefOptions = {}): string {
  return inSheet(cell(row0, col0, opts), opts.sheet);
}

/** @example rangeRef(4, 2, 9, 3) // "C5:D10" */
export function rangeRef(
  top: number,
  left: number,
  bottom: number,
  right: number,
  opts: RefOptions = {},
): string {
  return inSheet(`${cell(top, left, opts)}:${cell(bottom, right, opts)}`, opts.sheet);
}

/**
 * A cell or rectangle written in A1 form, with or without `$` and sheet name.
 *
 * @example parseRange("'目标 表'!$B$2:D4") // { top: 1, left: 1, bottom: 3, right: 3, sheet: "目标 表" }
 * @throws RangeError when the text is not one cell or one rectangle
 */
export function parseRange(a1: string): ParsedRange {
  const { sheet, address } = splitSheet(a1);
  const parts = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(address);
  const [, column1 = "", row1 = "", column2 = column1, row2 = row1] = parts ?? [];
  if (!parts) throw new RangeError(`“${a1}” is not a cell or range`);
  const rows = [Number(row1) - 1, Number(row2) - 1] as const;
  const columns = [columnIndex(column1), columnIndex(column2)] as const;
  const rectangle = {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  };
  if (rectangle.top < 0 || rectangle.bottom > LAST_ROW || rectangle.right > LAST_COLUMN) {
    throw new RangeError(`“${a1}” lies outside the sheet`);
  }
  return sheet === undefined ? rectangle : { ...rectangle, sheet };
}

/**
 * A sheet name as formulas write it. Always quoted: that is right for every name in every spreadsheet program,
 * while the exceptions (spaces, digits first, names like `A1` or `R1C1`) differ between them.
 *
 * @example quoteSheet("Q1 '26") // "'Q1 ''26'"
 */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function inSheet(address: string, sheet: string | undefined): string {
  return sheet === undefined ? address : `${quoteSheet(sheet)}!${address}`;
}

function cell(row0: number, col0: number, opts: RefOptions): string {
  if (!Number.isInteger(row0) || row0 < 0) throw new RangeError(`No row has the number ${row0}`);
  return `${opts.absColumn ? "$" : ""}${columnName(col0)}${opts.absRow ? "$" : ""}${row0 + 1}`;
}

function splitSheet(a1: string): { sheet?: string; address: string } {
  const bang = a1.lastIndexOf("!");
  if (bang < 0) return { address: a1 };
  const name = a1.slice(0, bang);
  const quoted = /^'(.*)'$/s.exec(name);
  return { sheet: quoted ? (quoted[1] ?? "").replaceAll("''", "'") : name, address: a1.slice(bang + 1) };
}
/**
 * The pieces of a formula that matter here, in order of preference at each position: text literals, errors such as
 * `#REF!`, structured references in brackets (all three stay as they are), then sheet prefixes, quoted or plain,
 * of one sheet or of a run of sheets (`Jan:Mar!`).
 */
const PIECES =
  /("(?:[^"]|"")*")|(#[A-Z0-9/]+[!?]?)|('(?:[^']|'')+'!)|((?:\[[^\]]*\])?[\p{L}\p{N}_.\\]+(?::[\p{L}\p{N}_.\\]+)?!)|(\[(?:[^[\]]|\[[^\]]*\])*\])/gu;

/**
 * The formula with its sheet names replaced; text literals, other workbooks' sheets and everything else stay
 * letter for letter. Names match without regard to case, as in Excel.
 *
 * @example renameSheets(`=Plan!A1&"Plan!A1"`, new Map([["Plan", "目标 表"]])) // `='目标 表'!A1&"Plan!A1"`
 */
export function renameSheets(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0 || !formula.includes("!")) return formula;
  const byKey = new Map([...names].map(([from, to]) => [from.toLowerCase(), to]));
  return formula.replace(PIECES, (piece: string, _text, _error, quoted?: string, plain?: string) => {
    if (quoted !== undefined) return renamePrefix(piece, quoted.slice(1, -2).replaceAll("''", "'"), byKey);
    if (plain !== undefined) return renamePrefix(piece, plain.slice(0, -1), byKey);
    return piece;
  });
}

function renamePrefix(prefix: string, name: string, byKey: ReadonlyMap<string, string>): string {
  // `[Book.xlsx]Sheet` belongs to another workbook.
  if (name.includes("[")) return prefix;
  // A sheet name cannot hold a colon, so one here parts the first and last sheet of a run.
  const sheets = name.split(":");
  const renamed = sheets.map((sheet) => byKey.get(sheet.toLowerCase()) ?? sheet);
  return renamed.every((sheet, i) => sheet === sheets[i]) ? prefix : `${quoteSheet(renamed.join(":"))}!`;
}

/** The range alone. @example addressIn("'Q1 ''26'!B2:C3") // "B2:C3" */
export function addressIn(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1);
}
