/** What was reached before, by leaf and by period. Period n of the history is the model for period n of the plan. */
export interface History {
  /** The company's name: the root of the plan. */
  readonly company: string;
  /** What the levels below the company are called, from the top: Region, Manager, Rep. */
  readonly levels: readonly string[];
  readonly rows: readonly HistoryRow[];
}

export interface HistoryRow {
  /** Names from the top unit to the leaf: ["West", "Summer Sewald", "Kary Hendrixson"]. */
  readonly path: readonly string[];
  /** One amount per period of the plan's horizon, a year earlier, in the plan's unit. */
  readonly values: readonly number[];
}
