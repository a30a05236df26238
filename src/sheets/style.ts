/**
 * How every generated page looks: one table. Three sizes, one accent, greys; inputs pale yellow; red only for what
 * is wrong. The font is the workbook's own body font, so no style names one.
 */
export interface StyleSpec {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points. */
  readonly size?: number;
  /** `#RRGGBB`. */
  readonly color?: string;
  readonly fill?: string;
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Smaller letters rather than ##### where a column is too narrow for a figure. */
  readonly shrink?: boolean;
  /** Spaces of indentation from the aligned side. */
  readonly indent?: number;
  readonly borderTop?: BorderSpec;
  readonly borderBottom?: BorderSpec;
  /** Cells people may type into on a protected sheet. */
  readonly unlocked?: boolean;
}

export interface BorderSpec {
  readonly line: "hair" | "thin" | "medium";
  readonly color: string;
}

export const COLORS = {
  ink: "#1F2933",
  muted: "#6B7785",
  line: "#D5DAE1",
  headerFill: "#EEF2F7",
  totalFill: "#F7F9FB",
  input: "#FFF8DC",
  accent: "#1F5FA8",
  accentSoft: "#9DBFE3",
  target: "#E08A1E",
  good: "#2E7D4F",
  warn: "#B7791F",
  bad: "#B42318",
  badFill: "#FDECEA",
  goodFill: "#E6F4EA",
  warnFill: "#FDF3DC",
} as const;

/** A company's colours in place of the product's own, `#RRGGBB` each. */
export interface BrandColors {
  /** Headings, lines, the first colour of charts. */
  readonly main: string;
  /** What is held against it in charts: the target. Chosen to stand apart when left out. */
  readonly second?: string;
}

/** Chart series colours in order of use; distinct in grey print. */
export const SERIES_COLORS = ["#1F5FA8", "#E08A1E", "#9DBFE3", "#5B6B7B", "#2E7D4F"] as const;

export const STYLES = {
  title: { bold: true, size: 16, color: COLORS.ink },
  subtitle: { size: 10, color: COLORS.muted },
  section: { bold: true, size: 12, color: COLORS.accent },
  body: { size: 10, color: COLORS.ink },
  header: {
    bold: true,
    size: 10,
    color: COLORS.ink,
    fill: COLORS.headerFill,
    vertical: "center",
    wrap: true,
    borderBottom: { line: "thin", color: COLORS.accent },
  },
  /** Names the columns below it, one line above their headers. */
  group: { bold: true, size: 10, color: COLORS.accent },
  alignLeft: { align: "left" },
  alignCenter: { align: "center" },
  alignRight: { align: "right" },
  top: { vertical: "top" },
  text: { align: "left", vertical: "center" },
  wrap: { align: "left", vertical: "center", wrap: true },
  /** A text that runs on over the empty cells beside it. */
  oneLine: { wrap: false },
  number: { align: "right", vertical: "center", shrink: true },
  input: { fill: COLORS.input, unlocked: true },
  /** The empty cell beside an input whose text runs into it. */
  inputSpill: { fill: COLORS.input },
  /** A cell of a table that is not this reader's to fill in. */
  notAsked: { fill: COLORS.headerFill },
  /** Short words stand level with the middle of a longer text beside them. */
  row: { vertical: "center", borderBottom: { line: "hair", color: COLORS.line } },
  /** Under an empty cell: where a pen goes. */
  underline: { borderBottom: { line: "thin", color: COLORS.ink } },
  /** Goes to another page when clicked. */
  link: { color: COLORS.accent, underline: true },
  strong: { bold: true },
  muted: { color: COLORS.muted },
  /** Hardly there: signs on lines nobody stands on yet. */
  faint: { color: COLORS.line },
  subtotal: { bold: true, fill: COLORS.totalFill, vertical: "center" },
  total: {
    bold: true,
    fill: COLORS.totalFill,
    vertical: "center",
    borderTop: { line: "thin", color: COLORS.ink },
  },
  indent1: { indent: 1 },
  indent2: { indent: 2 },
  indent3: { indent: 3 },
  note: { size: 10, color: COLORS.muted, wrap: true, vertical: "top" },
  kpi: { bold: true, size: 16, color: COLORS.accent, align: "left", shrink: true },
  kpiLabel: { size: 10, color: COLORS.muted, align: "left" },
  good: { color: COLORS.good },
  warn: { color: COLORS.warn },
  bad: { color: COLORS.bad, bold: true },
  badFill: { color: COLORS.bad, fill: COLORS.badFill },
  goodFill: { color: COLORS.good, fill: COLORS.goodFill },
  warnFill: { color: COLORS.warn, fill: COLORS.warnFill },
} as const satisfies Record<string, StyleSpec>;

export type StyleName = keyof typeof STYLES;
