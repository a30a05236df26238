import type { RunMade } from "../../jobs/types";
import type { Grid } from "../../sheets/readBack";

/** A page of the workbook a template is read from: its values from A1 on. */
export interface SourcePage {
  /** Id of the spec it was made from; empty when nobody remembers. */
  readonly spec: string;
  readonly tab: string;
  readonly values: Grid;
}

/** A workbook as a company template is read from it, whether it is open in Excel or a file beside it. */
export interface TemplateSource {
  /** Pages the product made, in tab order. */
  readonly pages: readonly SourcePage[];
  /** The custom XML part of a company template. */
  readonly part?: string;
  /** What the run over a ledger was made from that made these pages. */
  readonly run?: RunMade;
}

/** The first page of a spec id: `data` also finds `data-1`. */
export function pageOf({ pages }: TemplateSource, spec: string): SourcePage | undefined {
  return pages.find((page) => page.spec === spec || page.spec.startsWith(`${spec}-`));
}

/** What a cell says, without spaces around it. */
export function wordsAt(page: SourcePage | undefined, row: number, column: number): string {
  const value = page?.values[row]?.[column];
  return typeof value === "string" ? value.trim() : "";
}

/** Marks of pages that say themselves what they are, for workbooks whose memory another program has dropped. */
const MARKS: readonly (readonly [mark: string, spec: string])[] = [
  ["scheme:", "scheme"],
  ["request:", "request"],
  ["pay:", "payPlan"],
];

/** The spec a page says it was made from; empty when it does not. */
export function markedSpec(values: Grid): string {
  const first = (values[0] ?? []).filter((cell) => typeof cell === "string");
  return MARKS.find(([mark]) => first.some((cell) => cell.startsWith(mark)))?.[1] ?? "";
}
