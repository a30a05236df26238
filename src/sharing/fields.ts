/** What a recipient may answer with, and what becomes of it. */
export type FieldKind =
  /** A target of one's own for one period; goes into the master's target sheet. */
  | "target"
  /** A corrected actual; goes into the master's actuals. */
  | "actual"
  /** A figure the scheme asks for and nobody has given yet; goes into the master's scorecard. */
  | "input"
  /** A cell of the master's own lists: a rating, a check, a task's status; goes where it stands. */
  | "item"
  /** Points one gives oneself. Listed, never counted. */
  | "self"
  /** A step of the review: a decision, its reason, a signature, its day. Becomes a line of the review's log. */
  | "review"
  | "reply"
  | "comment";

/**
 * One cell a returned workbook carries back, as data. Everything in it holds for all handouts of one shape; what was
 * in the cell for this recipient stands in the handout's record.
 */
export interface ReturnField {
  readonly kind: FieldKind;
  /** Which of the handout's people it is about, from 0; −1 for the recipient as such. */
  readonly person: number;
  /** Which of theirs: the period's or month's number, `won`, an input's or indicator's id. */
  readonly key: string;
  /** Id of the sheet's spec and its tab as it was sent. */
  readonly sheet: string;
  readonly tab: string;
  readonly cell: string;
  /** The words at the left of its row and above its column: they find the cell again when rows have moved. */
  readonly row: Anchor;
  readonly column: Anchor;
  /** What may be typed. */
  readonly accepts: Accepts;
  /** What the cell is called in a message: `目标 3月`. */
  readonly label: string;
}

export interface Anchor {
  readonly text: string;
  readonly cell: string;
}

export type Accepts =
  | { readonly kind: "number"; readonly min?: number; readonly max?: number; readonly whole?: boolean }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "text" }
  /** A day as Excel counts them or as people write it; kept as `2026-04-08`. */
  | { readonly kind: "day" };

/** Kinds that change a cell of the master. */
export const MERGED: ReadonlySet<FieldKind> = new Set<FieldKind>(["target", "actual", "input", "item"]);

/** Whether a list is incomplete without it; words are added where there is something to say. */
export function isAsked({ kind, accepts }: Pick<ReturnField, "kind" | "accepts">): boolean {
  return kind === "item" && accepts.kind !== "text";
}

export type Answer = string | number | null;
