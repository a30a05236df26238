/**
 * What the embedded host knows of a workbook, as plain data: the members (`members/`) read and change it, the
 * calculator (`calc.ts`) keeps formula results current, the file layer (`file/`) reads it from and writes it to .xlsx.
 *
 * Rows and columns are 0-based here. Ranges are A1 text where they are opaque to the host.
 */
export interface CellError {
  readonly error: string;
}
/** A constant or a computed result. `null` is an empty cell. */
export type Scalar = string | number | boolean | null | CellError;

export interface Cell {
  /** Constant, or the last computed result when there is a formula. */
  value: Scalar;
  /** English A1 formula with its leading `=`, as Excel would show it. */
  formula?: string;
  /** Index into {@link HostWorkbook.styles}. */
  style: number;
}

export interface Border {
  line: "hair" | "thin" | "medium" | "thick" | "double" | "dotted" | "dashed";
  color: string;
}

/** A complete cell style; `undefined` members are the workbook's defaults. Colours are `#RRGGBB`. */
export interface CellStyle {
  numberFormat?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  size?: number;
  color?: string;
  font?: string;
  fill?: string;
  horizontal?: "left" | "center" | "right" | "fill" | "justify" | "distributed" | "centerContinuous";
  vertical?: "top" | "center" | "bottom" | "justify" | "distributed";
  wrap?: boolean;
  /** Written as small as its cell needs; wrapping goes before. */
  shrink?: boolean;
  indent?: number;
  top?: Border;
  bottom?: Border;
  left?: Border;
  right?: Border;
  /** Excel's default is locked. */
  unlocked?: boolean;
  hiddenFormula?: boolean;
}

/** A row's or column's own settings; width and height in points as Office.js has them. */
export interface LineState {
  size?: number;
  hidden?: boolean;
  /** 1 for the first level of grouping. */
  outline?: number;
  /** Index into {@link HostWorkbook.styles} for its cells that have no style of their own. */
  style?: number;
}

export interface ValidationState {
  range: string;
  /** Office.js `DataValidationRule` as it came. */
  rule: Record<string, unknown>;
  prompt?: { title: string; message: string; showPrompt: boolean };
  errorAlert?: { title: string; message: string; showAlert: boolean; style: string };
  ignoreBlanks?: boolean;
}

export type ConditionalState =
  | {
      id: string;
      range: string;
      kind: "custom";
      formula: string;
      style: CellStyle;
      stopIfTrue?: boolean;
      priority: number;
    }
  | {
      id: string;
      range: string;
      kind: "cellValue";
      operator: string;
      formula1: string;
      formula2?: string;
      style: CellStyle;
      stopIfTrue?: boolean;
      priority: number;
    }
  | {
      id: string;
      range: string;
      kind: "dataBar";
      color: string;
      min?: { type: string; formula?: string };
      max?: { type: string; formula?: string };
      priority: number;
    }
  | {
      id: string;
      range: string;
      kind: "colorScale";
      points: { type: string; formula?: string; color: string }[];
      priority: number;
    };

export interface SeriesState {
  name?: string;
  /** References with sheet, e.g. `'Targets'!$C$5:$N$5`; they follow renames. */
  values: string;
  categories?: string;
  /** Office.js chart type when it differs from the chart's. */
  chartType?: string;
  axisGroup?: "Primary" | "Secondary";
  color?: string;
  lineColor?: string;
  lineWeight?: number;
  lineStyle?: string;
  markerStyle?: string;
  markerSize?: number;
  smooth?: boolean;
  gapWidth?: number;
  overlap?: number;
  labels?: { numberFormat?: string; position?: string; color?: string; size?: number };
  pointColors?: Record<number, string>;
}

export interface AxisState {
  visible?: boolean;
  title?: string;
  numberFormat?: string;
  min?: number;
  max?: number;
  majorUnit?: number;
  majorGridlines?: boolean;
  reverse?: boolean;
  fontSize?: number;
}

export interface ChartState {
  id: string;
  name: string;
  /** Office.js chart type, e.g. `ColumnClustered`. */
  chartType: string;
  title?: { text?: string; visible?: boolean; size?: number; bold?: boolean; color?: string };
  legend?: { visible?: boolean; position?: string };
  /** Points from the sheet's top left. */
  left: number;
  top: number;
  width: number;
  height: number;
  series: SeriesState[];
  categoryAxis: AxisState;
  valueAxis: AxisState;
  altText?: string;
}

export interface TableState {
  id: string;
  name: string;
  range: string;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
}

export interface PageState {
  orientation?: "Portrait" | "Landscape";
  paperSize?: string;
  /** Points. */
  margins?: {
    top?: number;
    bottom?: number;
    left?: number;
    right?: number;
    header?: number;
    footer?: number;
  };
  zoom?: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  printArea?: string;
  titleRows?: string;
  titleColumns?: string;
  centerHorizontally?: boolean;
  /** Rows, from 0, that begin a new page because somebody wants it so; ascending. */
  rowBreaks?: readonly number[];
  header?: { left?: string; center?: string; right?: string };
  footer?: { left?: string; center?: string; right?: string };
}

export interface HostSheet {
  /** Stable id, Excel's brace-wrapped GUID form. */
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  tabColor?: string;
  showGridlines: boolean;
  /** row → column → cell. Only cells with content or a style are present. */
  readonly cells: Map<number, Map<number, Cell>>;
  readonly rows: Map<number, LineState>;
  readonly columns: Map<number, LineState>;
  frozen: { rows: number; columns: number };
  merges: string[];
  validations: ValidationState[];
  conditionals: ConditionalState[];
  charts: ChartState[];
  tables: TableState[];
  protection?: { options: Record<string, unknown>; password?: string };
  page: PageState;
  /** Range of the filter buttons. */
  autoFilter?: string;
  /** The tab's name in the opened file; absent for sheets made since. */
  readonly source?: string;
  /** What differs from the opened file, so that saving touches nothing else. New sheets ignore it. */
  readonly changed: {
    /** `"row,column"` of cells whose content or style was set. */
    readonly cells: Set<string>;
    /** Parts of the sheet set through the API. */
    readonly parts: Set<
      | "lines"
      | "frozen"
      | "validations"
      | "conditionals"
      | "charts"
      | "tables"
      | "protection"
      | "page"
      | "filter"
      | "view"
      | "merges"
    >;
  };
}

export interface NameState {
  name: string;
  /** With leading `=`. */
  formula: string;
  comment?: string;
  visible: boolean;
  /** Sheet id for sheet-scoped names. */
  scope?: string;
}

export interface CustomXmlState {
  id: string;
  xml: string;
}

export interface HostWorkbook {
  name: string;
  readonly sheets: HostSheet[];
  activeSheet: string;
  selection: { sheet: string; range: string };
  readonly names: NameState[];
  /** Interned styles; index 0 is the default. Never edit one in place: intern a new one. */
  readonly styles: CellStyle[];
  /** Workbook settings (`context.workbook.settings`). */
  readonly settings: Map<string, unknown>;
  readonly customXml: CustomXmlState[];
  readonly properties: {
    title?: string;
    author?: string;
    subject?: string;
    comments?: string;
    keywords?: string;
    category?: string;
  };
  protected: boolean;
  /** The bytes this workbook was opened from; saving changes them, never rebuilds. */
  readonly file?: Uint8Array;
  /** Names of sheets of the opened file that have been deleted since. */
  readonly deletedSources: Set<string>;
}
