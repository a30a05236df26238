import type { SpecCell } from "../../sheets/spec";

/** A figure on the cover, most often a formula that points into the other pages. */
export interface CoverFact {
  readonly label: string;
  readonly value: SpecCell;
  readonly numberFormat?: string;
  /** One of the figures the page is about. */
  readonly main?: boolean;
}
