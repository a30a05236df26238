import type { Model } from "@ironcalc/wasm";
import { linkOf } from "../../formula/links";
import { area, cellCount, formatAddress, parseAddress, type Area } from "../book/area";
import { inputText } from "../calc/calc";
import { usedArea } from "../book/cells";
import { bringBack } from "./edits";
import { showStyles } from "./cellLooks";
import { showColumnStyles, showConditionals, showSheet } from "./look";
import { watchedModel, type ModelClass } from "./model";
import type { Live, SheetPart, Watcher } from "../book/live";
import { ModelNames } from "../calc/modelNames";
import { select } from "../book/selection";
import type { Cell, HostSheet } from "../book/workbook";

const COLUMNS = 16_384;

interface Stale {
  /** Cells whose content is out of date. */
  readonly cells: Set<number>;
  readonly styled: Area[];
  readonly parts: Set<SheetPart>;
}

/**
 * The IronCalc model the preview's grid draws and edits: sheets in the workbook's order, with styles, widths, frozen
 * panes and conditional formats. What the API changes is brought over by {@link refresh}; what a person edits comes
 * back at once.
 */
export class Grid implements Watcher {
  readonly model: Model;
  /** Sheets in the model's order. */
  private shown: HostSheet[] = [];
  private stale = new Map<HostSheet, Stale>();
  private names: ModelNames;
  private namesStale = false;
  private arrangedStale = true;
  /** Whether the model is being told, rather than a person editing it. */
  private telling = false;

  /**
   * @param edited Called after each edit of a person, once the workbook has it.
   * @param sheetShown Called when a person goes to another sheet.
   */
  constructor(
    private readonly live: Live,
    ModelType: ModelClass,
    private readonly edited: () => void,
    sheetShown: () => void,
  ) {
    this.names = new ModelNames(live.book, (sheet) => this.indexOf(sheet));
    const Watched = watchedModel(ModelType, {
      isTelling: () => this.telling,
      sheetShown,
      edit: (edit, apply) =>
        this.quietly(() => {
          const accepted = bringBack(live, this.model, this.shown, edit, apply);
          if (accepted) edited();
        }),
    });
    this.model = new Watched(live.book.name, "en", "UTC", "en");
    this.tell(() => this.build());
    live.watch(this);
  }

  cell(sheet: HostSheet, row: number, column: number): void {
    if (!this.telling) this.staleOf(sheet).cells.add(row * COLUMNS + column);
  }

  styled(area: Area): void {
    if (!this.telling) this.staleOf(area.sheet).styled.push(area);
  }

  part(sheet: HostSheet, part: SheetPart): void {
    if (!this.telling) this.staleOf(sheet).parts.add(part);
  }

  namesChanged(): void {
    this.namesStale = true;
  }

  arranged(): void {
    if (!this.telling) this.arrangedStale = true;
  }

  sheetAdded(sheet: HostSheet): void {
    if (this.telling) return;
    this.tell(() => this.addSheet(sheet));
    this.arrangedStale = true;
  }

  sheetRenamed(sheet: HostSheet): void {
    if (this.telling) return;
    const index = this.indexOf(sheet);
    if (index !== undefined) this.tell(() => this.model.renameSheet(index, sheet.name));
  }

  /** Sheets may have gone or their cells moved: everything is shown again, in the same model. */
  rebuilt(): void {
    if (this.telling) return;
    const { sheets } = this.live.book;
    this.tell(() => {
      for (const sheet of sheets) if (this.indexOf(sheet) === undefined) this.addSheet(sheet);
      for (let index = this.shown.length - 1; index >= 0; index--) {
        const sheet = this.shown[index];
        if (sheet && sheets.includes(sheet)) continue;
        // The grid draws the selected one, whatever its number.
        if (this.model.getSelectedSheet() >= index) this.model.setSelectedSheet(0);
        this.model.deleteSheet(index);
        this.shown.splice(index, 1);
      }
    });
    for (const sheet of sheets) this.forgetSheet(sheet);
    this.arrangedStale = true;
    this.namesStale = true;
  }

  /** Brings the model up to date with what was written through the API. */
  refresh(): void {
    const stale = [...this.stale];
    if (stale.length === 0 && !this.namesStale && !this.arrangedStale) return;
    this.stale = new Map();
    this.tell(() => {
      if (this.namesStale && !this.names.update(this.model)) this.names.start(this.model);
      this.namesStale = false;
      for (const [sheet, each] of stale) {
        const index = this.indexOf(sheet);
        if (index !== undefined) this.show(index, sheet, each);
      }
      if (this.arrangedStale) this.arrange();
      this.arrangedStale = false;
    });
    this.model.evaluate();
  }

  /** Takes over what a person selected in the grid, as an event of the workbook. */
  followSelection(): void {
    const { sheet, range } = this.model.getSelectedView();
    const [top = 1, left = 1, bottom = top, right = left] = range;
    const target = this.shown[sheet];
    // What the API selected has not been shown yet: then the grid is behind, not the person ahead.
    if (!target || this.telling || this.arrangedStale) return;
    const { activeSheet, selection } = this.live.book;
    const here = area(
      target,
      Math.min(top, bottom) - 1,
      Math.min(left, right) - 1,
      Math.max(top, bottom) - 1,
      Math.max(left, right) - 1,
    );
    if (activeSheet === target.id && selection.sheet === target.id && selection.range === formatAddress(here))
      return;
    this.quietly(() => select(this.live, here));
    this.edited();
  }

  /** Goes where the selected cell leads, if it holds a link to a sheet in sight, and tells whether it does. */
  followLink(): boolean {
    const { sheets, activeSheet, selection } = this.live.book;
    const here = selection.sheet === activeSheet ? parseAddress(selection.range) : undefined;
    if (!here || cellCount(here) !== 1) return false;
    const home = sheets.find(({ id }) => id === activeSheet);
    const formula = home?.cells.get(here.top)?.get(here.left)?.formula;
    const tab = formula === undefined ? undefined : linkOf(formula)?.tab.toLowerCase();
    const target = sheets.find(
      ({ name, visibility }) => name.toLowerCase() === tab && visibility === "Visible",
    );
    if (!target) return false;
    select(this.live, area(target, 0, 0, 0, 0));
    this.refresh();
    this.edited();
    return true;
  }

  private build(): void {
    this.model.pauseEvaluation();
    for (const [index, sheet] of this.live.book.sheets.entries()) {
      if (index > 0) this.model.newSheet();
      this.model.renameSheet(index, `~${index}~`);
      this.shown.push(sheet);
    }
    for (const [index, sheet] of this.shown.entries()) this.model.renameSheet(index, sheet.name);
    this.names.start(this.model);
    for (const [index, sheet] of this.shown.entries()) this.show(index, sheet, everything(sheet));
    this.arrange();
    this.arrangedStale = false;
    this.model.resumeEvaluation();
    this.model.evaluate();
  }

  private addSheet(sheet: HostSheet): void {
    this.model.newSheet();
    this.model.renameSheet(this.shown.length, sheet.name);
    this.shown.push(sheet);
    this.stale.set(sheet, everything(sheet));
  }

  /** Clears what the model shows of a sheet and marks all of it stale. */
  private forgetSheet(sheet: HostSheet): void {
    const index = this.indexOf(sheet);
    const { rows, columns } = extent(sheet);
    if (index !== undefined)
      this.tell(() => this.model.rangeClearAll(index, 1, 1, Math.max(rows, 200), Math.max(columns, 50)));
    this.stale.set(sheet, everything(sheet));
  }

  private show(index: number, sheet: HostSheet, { cells, styled, parts }: Stale): void {
    for (const key of cells) {
      const [row, column] = [Math.floor(key / COLUMNS), key % COLUMNS];
      this.model.setUserInput(
        index,
        row + 1,
        column + 1,
        this.inputOf(sheet, sheet.cells.get(row)?.get(column)),
      );
    }
    if (parts.has("lines")) showColumnStyles(this.live, this.model, index, sheet);
    const used = usedArea(sheet, false);
    const looked = styled
      .map((area) => ({
        ...area,
        bottom: Math.min(area.bottom, used?.bottom ?? -1),
        right: Math.min(area.right, used?.right ?? -1),
      }))
      .filter(({ top, left, bottom, right }) => bottom >= top && right >= left);
    for (const area of joined(looked)) {
      const { top, left, bottom, right } = area;
      this.model.rangeClearFormatting(index, top + 1, left + 1, bottom + 1, right + 1);
      showStyles(this.live, this.model, index, area);
    }
    if (parts.size > 0) showSheet(this.model, index, sheet, extent(sheet).columns);
    if (parts.has("conditionals")) showConditionals(this.model, index, sheet);
  }

  private inputOf(sheet: HostSheet, cell: Cell | undefined): string {
    if (!cell) return "";
    return cell.formula === undefined ? inputText(cell.value) : this.names.writeOut(cell.formula, sheet);
  }

  /** Order, visibility and the active sheet. */
  private arrange(): void {
    const { sheets, activeSheet, selection } = this.live.book;
    for (const [to, sheet] of sheets.entries()) {
      const from = this.shown.indexOf(sheet);
      if (from < 0 || from === to) continue;
      this.model.moveSheet(from, to);
      this.shown.splice(from, 1);
      this.shown.splice(to, 0, sheet);
    }
    // Shown ones first: the model keeps at least one.
    const states = this.model.getWorksheetsProperties().map(({ state }) => state);
    for (const [index, { visibility }] of sheets.entries())
      if (visibility === "Visible" && states[index] !== "visible") this.model.unhideSheet(index);
    const active = sheets.findIndex(({ id }) => id === activeSheet);
    if (active >= 0) this.model.setSelectedSheet(active);
    for (const [index, { visibility }] of sheets.entries())
      if (visibility !== "Visible" && states[index] === "visible") this.model.hideSheet(index);
    const area = selection.sheet === activeSheet ? parseAddress(selection.range) : undefined;
    if (!area || active < 0) return;
    this.model.setSelectedCell(area.top + 1, area.left + 1);
    this.model.setSelectedRange(area.top + 1, area.left + 1, area.bottom + 1, area.right + 1);
  }

  private tell(change: () => void): void {
    this.model.pauseEvaluation();
    this.quietly(change);
    this.model.resumeEvaluation();
  }

  private quietly(change: () => void): void {
    const before = this.telling;
    this.telling = true;
    try {
      change();
    } finally {
      this.telling = before;
    }
  }

  private indexOf(sheet: HostSheet): number | undefined {
    const index = this.shown.indexOf(sheet);
    return index < 0 ? undefined : index;
  }

  private staleOf(sheet: HostSheet): Stale {
    let stale = this.stale.get(sheet);
    if (!stale) this.stale.set(sheet, (stale = { cells: new Set(), styled: [], parts: new Set() }));
    return stale;
  }
}

/** One area in place of many that lie over and beside one another, as a page's do; each by itself where they do not. */
function joined(areas: readonly Area[]): readonly Area[] {
  const [first] = areas;
  if (!first) return areas;
  const around = areas.reduce<Area>(
    (box, { top, left, bottom, right }) => ({
      ...box,
      top: Math.min(box.top, top),
      left: Math.min(box.left, left),
      bottom: Math.max(box.bottom, bottom),
      right: Math.max(box.right, right),
    }),
    first,
  );
  const together = areas.reduce((sum, area) => sum + cellCount(area), 0);
  return cellCount(around) <= together ? [around] : areas;
}

/** Rows and columns from the sheet's corner to its last cell in use. */
function extent(sheet: HostSheet): { rows: number; columns: number } {
  const used = usedArea(sheet, false);
  return { rows: (used?.bottom ?? 0) + 1, columns: (used?.right ?? 0) + 1 };
}

function everything(sheet: HostSheet): Stale {
  const cells = new Set<number>();
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line)
      if (cell.value !== null || cell.formula !== undefined) cells.add(row * COLUMNS + column);
  }
  const { rows, columns } = extent(sheet);
  return {
    cells,
    styled: [{ sheet, top: 0, left: 0, bottom: rows - 1, right: columns - 1 }],
    parts: new Set(["lines", "frozen", "view", "conditionals"]),
  };
}
