import { quoteSheet } from "../../../formula/references";
import type { Lang } from "../../../words";
import type { ChartSpec, FormatSpec, SpecCell, ValidationSpec } from "../../spec";
import { ANALYSIS_PAGE_WORDS as W } from "../analysisWords";

/** Where charts stand beside their tables. */
const CHART = ["F", "K"] as const;
const LEAST_ROWS = 14;
const WIDTH = 4;

/** The analysis page as it grows from the top: tables of four columns, each with its chart beside it. */
export class AnalysisRows {
  readonly cells: SpecCell[][] = [];
  readonly formats: FormatSpec[] = [];
  readonly charts: ChartSpec[] = [];
  readonly validations: ValidationSpec[] = [];
  /** Where parts begin, from 1: none is to be cut in two by the end of a page. */
  readonly starts: number[] = [];
  /** Rows with a scheme's name, in the size of a title. */
  readonly titles: number[] = [];
  /** Whose parts follow, where there are several schemes. */
  private scheme = "";

  /** @param sheet the tab's name */
  constructor(
    readonly sheet: string,
    readonly lang: Lang,
  ) {}

  word(key: keyof typeof W): string {
    return W[key][this.lang];
  }

  /** The number, from 1, of the row that comes next. */
  get next(): number {
    return this.cells.length + 1;
  }

  add(cells: readonly SpecCell[]): void {
    this.cells.push([...cells, ...Array.from({ length: WIDTH - cells.length }, () => null)]);
  }

  /** The name of the scheme that the parts from here on are about. */
  about(scheme: string): void {
    this.scheme = scheme;
    this.starts.push(this.next);
    this.titles.push(this.next);
    this.formats.push({ range: `A${this.next}`, style: "title" });
    this.add([scheme]);
  }

  /** An empty line and the heading; returns the heading's row. */
  heading(key: keyof typeof W): number {
    // A scheme's name stays with its first part.
    if (this.starts.at(-1) !== this.next - 1) this.starts.push(this.next);
    this.add([]);
    const row = this.next;
    this.add([this.scheme === "" ? this.word(key) : `${this.word(key)} · ${this.scheme}`]);
    this.formats.push({ range: `A${row}`, style: "section" });
    return row;
  }

  /** Returns the first row below the header. */
  header(keys: readonly (keyof typeof W)[]): number {
    const row = this.next;
    this.add(keys.map((key) => this.word(key)));
    this.formats.push(
      { range: `A${row}:D${row}`, style: "header" },
      { range: `B${row}:D${row}`, style: "alignRight" },
    );
    return row + 1;
  }

  /**
   * A yellow cell with a list; returns its absolute reference.
   *
   * @param values what there is to choose; `source` is the range instead, where it may grow
   */
  pick(key: keyof typeof W, value: SpecCell, values: readonly string[], source?: string): string {
    const row = this.next;
    this.add([this.word(key), value]);
    this.formats.push(
      { range: `A${row}`, style: "body" },
      { range: `B${row}:C${row}`, style: ["body", "input"] },
    );
    const short = values.join(",").length < 240 && values.every((one) => !one.includes(","));
    if (short || source !== undefined)
      this.validations.push({
        range: `B${row}`,
        rule: source !== undefined ? { kind: "listFrom", source: `=${source}` } : { kind: "list", values },
        prompt: { title: this.word(key), message: this.word("pick") },
      });
    return `$B$${row}`;
  }

  body(first: number, last: number, numberFormat: string): void {
    this.formats.push(
      { range: `A${first}:D${last}`, style: ["body", "row"] },
      { range: `B${first}:D${last}`, style: "number", numberFormat },
    );
  }

  /** The chart beside the part that starts at `heading`. */
  chart(heading: number, spec: Omit<ChartSpec, "from" | "to">): void {
    this.charts.push({
      ...spec,
      from: `${CHART[0]}${heading}`,
      to: `${CHART[1]}${heading + LEAST_ROWS - 1}`,
    });
  }

  /** Fills up to where the chart ends; returns the part's first row. */
  close(heading: number): number {
    while (this.next < heading + LEAST_ROWS) this.add([]);
    return heading;
  }

  ref(range: string): string {
    return `${quoteSheet(this.sheet)}!${range}`;
  }
}
