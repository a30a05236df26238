import type { Grid } from "../../records/grid";

/** The master's own sheets by what they are (`actuals`, `targets`, `scorecard`, `scheme`), as they stand now. */
export type MasterSheets = ReadonlyMap<string, Grid>;
