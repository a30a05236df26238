/** Where the list of items stands that is compared. */
export interface CheckRanges {
  /** A whole column with its sheet, by key: `own`, `unit`, `centre`, and those below. */
  readonly span: (key: string) => string;
  readonly people: string;
  /** Absent where people belong to one unit. */
  readonly units?: string;
  /** The column that is compared along; months of `due` when it is `month`. */
  readonly along: string;
}
