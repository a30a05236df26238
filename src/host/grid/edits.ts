import type { Model } from "@ironcalc/wasm";
import { LAST_COLUMN, LAST_ROW } from "../../formula/references";
import { ApiError } from "../apiError";
import { area, bounding, type Area } from "../book/area";
import { inputText } from "../calc/calc";
import { clearContents, noteChanged, restyle, usedArea, writeEntry } from "../book/cells";
import type { Edit, EditName } from "./model";
import type { Live } from "../book/live";
import { allowCellWrite } from "../book/protection";
import { deleteCells, insertCells, setHidden, setSize } from "../book/rangeActions";
import { addSheet, copySheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "../book/sheets";
import { styleFromModel } from "./styles";
import type { HostSheet } from "../book/workbook";

const POINTS_PER_PIXEL = 72 / 96;

interface Context {
  readonly live: Live;
  readonly model: Model;
  /** Sheets in the model's order; kept in step with it. */
  readonly shown: HostSheet[];
  readonly apply: () => unknown;
}

type Handler = (context: Context, args: readonly unknown[]) => void;

/**
 * Carries a person's edit in the grid out in the workbook too, as Excel would: protection refuses it, changes are
 * raised as events.
 *
 * @returns false when the edit was refused; the grid then stays as it was
 */
export function bringBack(
  live: Live,
  model: Model,
  shown: HostSheet[],
  { name, args }: Edit,
  apply: () => unknown,
): boolean {
  try {
    HANDLERS[name]({ live, model, shown, apply }, args);
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

const number = (value: unknown): number => Number(value);

function sheetAt({ shown }: Context, index: unknown): HostSheet {
  const sheet = shown[number(index)];
  if (!sheet) throw new ApiError("ItemNotFound");
  return sheet;
}

/** An area from the model's corners, counted from 1. */
const corners = (context: Context, [sheet, top, left, bottom, right]: readonly unknown[]): Area =>
  area(sheetAt(context, sheet), number(top) - 1, number(left) - 1, number(bottom) - 1, number(right) - 1);

/** What is selected in the grid now. */
function selected(context: Context): Area {
  const { sheet, range } = context.model.getSelectedView();
  return corners(context, [sheet, ...range]);
}

const lines = (sheet: HostSheet, axis: "rows" | "columns", first: number, count: number): Area =>
  axis === "rows"
    ? area(sheet, first, 0, first + count - 1, LAST_COLUMN)
    : area(sheet, 0, first, LAST_ROW, first + count - 1);

/** Compares what the model has with what the workbook has, over an area, and takes over what differs. */
function reread(context: Context, target: Area): boolean {
  const { live, model, shown } = context;
  const index = shown.indexOf(target.sheet);
  let touched: Area | undefined;
  for (let row = target.top; row <= target.bottom; row++) {
    for (let column = target.left; column <= target.right; column++) {
      const cell = live.cell(target.sheet, row, column);
      const content = model.getCellContent(index, row + 1, column + 1);
      if (content === expected(cell?.formula, cell?.value ?? null)) continue;
      writeEntry(live, target.sheet, row, column, content);
      const here = area(target.sheet, row, column, row, column);
      touched = touched ? { sheet: target.sheet, ...bounding(touched, here) } : here;
    }
  }
  if (touched) noteChanged(live, touched, "RangeEdited", "Local", true);
  return touched !== undefined;
}

/** The content IronCalc shows for a cell that holds what ours does. It prints constants with 15 digits. */
function expected(formula: string | undefined, value: Parameters<typeof inputText>[0]): string {
  if (formula !== undefined) return formula;
  if (typeof value === "number") return shortest(value);
  if (typeof value === "string") return value;
  return inputText(value);
}

const shortest = (value: number): string => String(Number(value.toPrecision(15)));

function restyleFrom(context: Context, target: Area): void {
  const { live, model, shown } = context;
  const index = shown.indexOf(target.sheet);
  const used = usedArea(target.sheet, false);
  const bottom = Math.min(target.bottom, Math.max(used?.bottom ?? 0, target.top + 500));
  const right = Math.min(target.right, Math.max(used?.right ?? 0, target.left + 50));
  for (let row = target.top; row <= bottom; row++) {
    for (let column = target.left; column <= right; column++) {
      const { style } = model.getCellStyle(index, row + 1, column + 1);
      restyle(live, area(target.sheet, row, column, row, column), (old) => styleFromModel(style, old));
    }
  }
}

/** The whole of a sheet that either side uses. */
function everywhere({ model, shown }: Context, sheet: HostSheet): Area {
  const used = usedArea(sheet, false) ?? area(sheet, 0, 0, 0, 0);
  const index = shown.indexOf(sheet);
  let [bottom, right] = [used.bottom, used.right];
  const columns = used.right + 30;
  for (let column = 0; column <= columns; column++) {
    const last = model.getRowsWithData(index, column + 1).at(-1);
    if (last === undefined) continue;
    bottom = Math.max(bottom, last - 1);
    right = Math.max(right, column);
  }
  return area(sheet, 0, 0, bottom, right);
}

/** Edits whose reach is only known afterwards: the content of the sheet is compared. */
function contentOf(where: (context: Context, args: readonly unknown[]) => Area): Handler {
  return (context, args) => {
    const target = where(context, args);
    allowCellWrite(context.live, target);
    context.apply();
    reread(context, everywhere(context, target.sheet));
    restyleFrom(context, selected(context));
  };
}

function look(where: (context: Context, args: readonly unknown[]) => Area): Handler {
  return (context, args) => {
    const target = where(context, args);
    if (target.sheet.protection) throw new ApiError("AccessDenied");
    context.apply();
    restyleFrom(context, target);
  };
}

/** The first argument as IronCalc's area: `{ sheet, row, column, width, height }`. */
function modelArea(context: Context, [given]: readonly unknown[]): Area {
  const { sheet, row, column, width, height } = given as Record<
    "sheet" | "row" | "column" | "width" | "height",
    number
  >;
  return area(sheetAt(context, sheet), row - 1, column - 1, row + height - 2, column + width - 2);
}

const history: Handler = (context) => {
  context.apply();
  const { sheet } = context.model.getSelectedView();
  const host = sheetAt(context, sheet);
  reread(context, everywhere(context, host));
  restyleFrom(context, selected(context));
};

const inserted =
  (axis: "rows" | "columns", change: (live: Live, target: Area) => void): Handler =>
  (context, [sheet, first, count]) => {
    change(context.live, lines(sheetAt(context, sheet), axis, number(first) - 1, number(count)));
    context.apply();
  };

const moved: Handler = (context, [sheet]) => {
  const host = sheetAt(context, sheet);
  if (host.protection) throw new ApiError("AccessDenied");
  context.apply();
  reread(context, everywhere(context, host));
};

const sized =
  (axis: "rows" | "columns"): Handler =>
  (context, [sheet, first, last, pixels]) => {
    const target = lines(sheetAt(context, sheet), axis, number(first) - 1, number(last) - number(first) + 1);
    setSize(context.live, target, axis, number(pixels) * POINTS_PER_PIXEL);
    context.apply();
  };

const hidden =
  (axis: "rows" | "columns"): Handler =>
  (context, [sheet, first, last, hide]) => {
    setHidden(
      context.live,
      lines(sheetAt(context, sheet), axis, number(first) - 1, number(last) - number(first) + 1),
      axis,
      hide === true,
    );
    context.apply();
  };

const frozen =
  (axis: "rows" | "columns"): Handler =>
  (context, [sheet, count]) => {
    const host = sheetAt(context, sheet);
    host.frozen = { ...host.frozen, [axis]: number(count) };
    context.live.notePart(host, "frozen");
    context.apply();
  };

const visible =
  (visibility: HostSheet["visibility"]): Handler =>
  (context, [sheet]) => {
    setVisibility(context.live, sheetAt(context, sheet), visibility);
    context.apply();
  };

const HANDLERS: Readonly<Record<EditName, Handler>> = {
  setUserInput(context, [sheet, row, column, input]) {
    const host = sheetAt(context, sheet);
    const target = area(host, number(row) - 1, number(column) - 1, number(row) - 1, number(column) - 1);
    allowCellWrite(context.live, target);
    writeEntry(context.live, host, target.top, target.left, String(input));
    context.apply();
    noteChanged(context.live, target, "RangeEdited", "Local", true);
  },
  setUserArrayFormula: contentOf(selected),
  rangeClearAll(context, args) {
    const target = corners(context, args);
    clearContents(context.live, target);
    restyle(context.live, target, () => ({}));
    context.apply();
  },
  rangeClearContents(context, args) {
    clearContents(context.live, corners(context, args));
    context.apply();
  },
  rangeClearFormatting(context, args) {
    restyle(context.live, corners(context, args), () => ({}));
    context.apply();
  },
  pasteCsvText: contentOf(modelArea),
  pasteFromClipboard: contentOf(selected),
  onPasteStyles: look(selected),
  autoFillRows: contentOf(modelArea),
  autoFillColumns: contentOf(modelArea),
  updateRangeStyle: look(modelArea),
  setAreaWithBorder: look(modelArea),
  undo: history,
  redo: history,
  insertRows: inserted("rows", (live, target) => void insertCells(live, target, "Down")),
  insertColumns: inserted("columns", (live, target) => void insertCells(live, target, "Right")),
  deleteRows: inserted("rows", (live, target) => deleteCells(live, target, "Up")),
  deleteColumns: inserted("columns", (live, target) => deleteCells(live, target, "Left")),
  moveRows: moved,
  moveColumns: moved,
  newSheet(context) {
    context.apply();
    const name = context.model.getWorksheetsProperties().at(-1)?.name;
    context.shown.push(addSheet(context.live, name));
  },
  duplicateSheet(context, [sheet]) {
    const copy = copySheet(context.live, sheetAt(context, sheet), number(sheet) + 1);
    context.apply();
    context.model.renameSheet(number(sheet) + 1, copy.name);
    context.shown.splice(number(sheet) + 1, 0, copy);
  },
  renameSheet(context, [sheet, name]) {
    renameSheet(context.live, sheetAt(context, sheet), String(name));
    context.apply();
  },
  deleteSheet(context, [sheet]) {
    deleteSheet(context.live, sheetAt(context, sheet));
    context.apply();
    context.shown.splice(number(sheet), 1);
  },
  moveSheet(context, [from, to]) {
    const host = sheetAt(context, from);
    moveSheet(context.live, host, number(to));
    context.apply();
    context.shown.splice(number(from), 1);
    context.shown.splice(number(to), 0, host);
  },
  hideSheet: visible("Hidden"),
  unhideSheet: visible("Visible"),
  setSheetColor(context, [sheet, color]) {
    const host = sheetAt(context, sheet);
    if (typeof color === "string" && color !== "") host.tabColor = color.toUpperCase();
    else delete host.tabColor;
    context.live.notePart(host, "view");
    context.apply();
  },
  setShowGridLines(context, [sheet, show]) {
    const host = sheetAt(context, sheet);
    host.showGridlines = show === true;
    context.live.notePart(host, "view");
    context.apply();
  },
  setColumnsWidth: sized("columns"),
  setRowsHeight: sized("rows"),
  setColumnsHidden: hidden("columns"),
  setRowsHidden: hidden("rows"),
  setFrozenRowsCount: frozen("rows"),
  setFrozenColumnsCount: frozen("columns"),
};
