import { parseRange, rangeRef } from "../../formula/references";
import type { BlockSpec, SheetSpec, SpecCell } from "../../sheets/spec";
import { splitRows } from "./chunk";
import { asLiteral } from "./literal";
import type { Step } from "./target";

/** Formulas grow when their sheets are renamed for staging; this much of the budget is kept for that. */
const BLOCK_BUDGET = 2_500_000;

type RawCell = string | number | boolean | null;

/** Each block is one write of its whole rectangle, or as few as its size allows. */
export function writeBlocks(spec: SheetSpec): Step[] {
  return spec.blocks.flatMap(writeBlock);
}

function writeBlock(block: BlockSpec): Step[] {
  const width = block.cells[0]?.length ?? 0;
  if (width === 0) return [];
  const { top, left } = parseRange(block.at);
  return splitRows(block.cells, BLOCK_BUDGET).map(({ start, rows, bytes }) => ({
    bytes: bytes * 1.4 + 500,
    run: ({ sheet, translate }) => {
      const address = rangeRef(top + start, left, top + start + rows.length - 1, left + width - 1);
      sheet.getRange(address).formulas = rows.map((row) => row.map((cell) => rawCell(cell, translate)));
    },
  }));
}

/** A cell as `Range.formulas` takes it; `null` leaves a cell of a new sheet empty. */
function rawCell(cell: SpecCell, translate: (formula: string) => string): RawCell {
  if (typeof cell === "string") return asLiteral(cell);
  if (typeof cell === "object" && cell !== null) return translate(cell.formula);
  return cell;
}
