/** A workbook that came back, as plain data: what any reader of .xlsx files can tell of it. */
export interface ReturnedBook {
  readonly sheets: readonly ReturnedSheet[];
  /** Custom XML parts of the file. */
  readonly customXml: readonly string[];
  /** Notes on cells, old kind and new; handouts are sent without any. */
  readonly comments?: readonly { readonly tab: string; readonly cell: string; readonly text: string }[];
  /** When it was last saved by its own account, ISO; programs do not all say. */
  readonly savedAt?: string;
}

export interface ReturnedSheet {
  readonly tab: string;
  readonly hidden: boolean;
  readonly protected: boolean;
  /** Rows and columns from 0; empty cells are absent. */
  cell(row: number, column: number): ReturnedCell | undefined;
  /** Every filled cell. */
  cells(): Iterable<{ readonly row: number; readonly column: number; readonly cell: ReturnedCell }>;
}

export interface ReturnedCell {
  /** A constant or the last result. */
  readonly value: string | number | boolean | null;
  /** `#REF!` and the like. */
  readonly error?: string;
  /** With its leading `=`. */
  readonly formula?: string;
}
