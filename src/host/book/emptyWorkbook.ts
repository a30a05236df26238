import type { HostSheet, HostWorkbook } from "./workbook";

/** The style every workbook starts with, at index 0: the body font of the theme and nothing else. */
const DEFAULT_STYLE = 0;

/** Excel's form of a worksheet id: a GUID in braces. */
export function newSheetId(): string {
  return `{${globalThis.crypto.randomUUID().toUpperCase()}}`;
}

/**
 * A sheet as Excel adds one: visible, gridlines on, nothing on it. It is not part of the workbook yet.
 *
 * @param source The tab's name in the opened file; leave out for a new sheet.
 */
export function emptySheet(name: string, source?: string): HostSheet {
  return {
    id: newSheetId(),
    name,
    visibility: "Visible",
    showGridlines: true,
    cells: new Map(),
    rows: new Map(),
    columns: new Map(),
    frozen: { rows: 0, columns: 0 },
    merges: [],
    validations: [],
    conditionals: [],
    charts: [],
    tables: [],
    page: {},
    ...(source === undefined ? {} : { source }),
    changed: { cells: new Set(), parts: new Set() },
  };
}

/**
 * A new workbook with one empty sheet, as Excel's File › New gives it.
 *
 * @param name File name shown to people.
 * @param sheetName Name of the first tab.
 * @example createWorkbook("Plan.xlsx").sheets.length // 1
 */
export function createWorkbook(name = "Book1.xlsx", sheetName = "Sheet1"): HostWorkbook {
  const sheet = emptySheet(sheetName);
  return {
    name,
    sheets: [sheet],
    activeSheet: sheet.id,
    selection: { sheet: sheet.id, range: "A1" },
    names: [],
    styles: [{}],
    settings: new Map(),
    customXml: [],
    properties: {},
    protected: false,
    deletedSources: new Set(),
  };
}

/**
 * The index of `style` in the workbook's styles, adding it when no equal one is there.
 *
 * Keeps a look-up beside the list, so interning is constant time however many styles there are.
 */
export function internStyle(workbook: HostWorkbook, style: HostWorkbook["styles"][number]): number {
  let known = interned.get(workbook.styles);
  if (!known) {
    known = new Map(workbook.styles.map((each, index) => [styleKey(each), index]));
    known.set(styleKey({}), known.get(styleKey({})) ?? DEFAULT_STYLE);
    interned.set(workbook.styles, known);
  }
  const key = styleKey(style);
  const found = known.get(key);
  if (found !== undefined) return found;
  const index = workbook.styles.push(style) - 1;
  known.set(key, index);
  return index;
}

const interned = new WeakMap<HostWorkbook["styles"], Map<string, number>>();

/** Equal styles have equal keys whatever the order their members were set in. */
function styleKey(style: object): string {
  const entries = Object.entries(style).filter(([, value]) => value !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(entries);
}
