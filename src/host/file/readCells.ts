import { LAST_COLUMN, LAST_ROW } from "../../formula/references";
import type { Cell, LineState, Scalar } from "../book/workbook";
import {
  joinRuns,
  scanAttribute,
  scanCells,
  scanElement,
  type ScannedCell,
  type SplitSheet,
} from "./cellScan";
import { formulaFromFile, shiftFormula } from "./formulaText";
import { decodeCellText } from "./text";
import { unescapeXml } from "./xml";

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

export interface CellReading {
  readonly cells: Map<number, Map<number, Cell>>;
  readonly rows: Map<number, LineState>;
}

/**
 * All cells of a sheet. Shared formulas come out as each cell's own; rich text as its text.
 *
 * @param styleOf The workbook's style number for the file's.
 */
export function readCells(
  sheet: SplitSheet,
  strings: readonly string[],
  styleOf: (xf: number) => number,
): CellReading {
  const cells = new Map<number, Map<number, Cell>>();
  const rows = new Map<number, LineState>();
  const shared = new Map<string, SharedFormula>();
  scanCells(sheet, {
    row: ({ row, attributes }) => {
      const state = rowState(attributes);
      if (state) rows.set(row, state);
    },
    cell: (scanned) => {
      // A damaged file may name cells that no sheet has; they stay in it unread.
      if (!(scanned.row >= 0 && scanned.row <= LAST_ROW && scanned.column <= LAST_COLUMN)) return;
      const value = readValue(scanned, sheet.prefix, strings);
      const formula = scanned.inner.includes(`<${sheet.prefix}f`)
        ? readFormula(scanned, sheet.prefix, shared)
        : undefined;
      const style = styleOf(scanned.xf);
      if (value === null && formula === undefined && style === 0) return;
      let line = cells.get(scanned.row);
      if (!line) cells.set(scanned.row, (line = new Map()));
      line.set(scanned.column, formula === undefined ? { value, style } : { value, formula, style });
    },
  });
  return { cells, rows };
}

/** What a row's attributes say of its own; heights that Excel fitted by itself are not. */
export function rowState(attributes: string): LineState | undefined {
  const state: LineState = {};
  const height = scanAttribute(attributes, "ht");
  if (height !== undefined && isOn(scanAttribute(attributes, "customHeight"))) state.size = Number(height);
  if (isOn(scanAttribute(attributes, "hidden"))) state.hidden = true;
  const outline = Number(scanAttribute(attributes, "outlineLevel") ?? 0);
  if (outline > 0) state.outline = outline;
  return Object.keys(state).length > 0 ? state : undefined;
}

function isOn(flag: string | undefined): boolean {
  return flag === "1" || flag === "true";
}

/** The value of a cell as the file has it: a constant, or a formula's last result. */
export function readValue({ type, inner }: ScannedCell, prefix: string, strings: readonly string[]): Scalar {
  if (inner === "") return null;
  if (type === "inlineStr") return decodeCellText(joinRuns(inner, prefix));
  const v = scanElement(inner, prefix, "v");
  if (!v) return null;
  const text = unescapeXml(v.text);
  return (VALUE_READERS[type] ?? readNumber)(text, strings);
}

const readNumber = (text: string): Scalar => {
  if (text.trim() === "") return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
};

const VALUE_READERS: Readonly<Record<string, (text: string, strings: readonly string[]) => Scalar>> = {
  n: readNumber,
  s: (text, strings) => strings[Number(text)] ?? "",
  str: (text) => decodeCellText(text),
  b: (text) => text.trim() === "1" || text.trim() === "true",
  e: (text) => ({ error: text.trim() }),
  d: (text) => dateSerial(text),
};

/** ISO dates, which strict files may hold, become Excel's day numbers. */
function dateSerial(text: string): Scalar {
  const time = Date.parse(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? text : time / 86_400_000 + 25_569;
}

function readFormula(
  cell: ScannedCell,
  prefix: string,
  shared: Map<string, SharedFormula>,
): string | undefined {
  const f = scanElement(cell.inner, prefix, "f");
  if (!f) return undefined;
  const text = unescapeXml(f.text);
  const group = scanAttribute(f.attributes, "t") === "shared" ? scanAttribute(f.attributes, "si") : undefined;
  if (group !== undefined) {
    if (text !== "")
      shared.set(group, { formula: formulaFromFile(text), row: cell.row, column: cell.column });
    const master = shared.get(group);
    return master && shiftFormula(master.formula, cell.row - master.row, cell.column - master.column);
  }
  // A data table's cells have no formula of their own.
  return text === "" ? undefined : formulaFromFile(text);
}
