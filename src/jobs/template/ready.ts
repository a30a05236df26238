import type { WorkbookSpec } from "../../sheets/spec";
import type { FillProblem } from "../../templates/fill/forms";
import type { Surveyed } from "../read/survey";
import type { JobOptions } from "../types";
import type { PeriodChoice } from "./peoplePeriod";
import type { Taken } from "./taken";

/** A template with people's own data, worked out and not yet written. */
export interface ReadyTemplate {
  readonly name: string;
  /** Tables it takes data from. */
  readonly taken: readonly Taken[];
  /** What could not be taken over, cell by cell. */
  readonly problems: readonly FillProblem[];
  /** Tabs that will be written, and whether they take the place of pages that are there. */
  readonly sheets: readonly { readonly name: string; readonly replaces: boolean }[];
  /** Which of several periods the figures are of. */
  readonly period?: PeriodChoice;
  /** All pages, or none. */
  readonly write: (options: JobOptions) => Promise<{ readonly sheets: readonly string[] }>;
}

/** Pages under the tabs they will have: one that is made again stays where it was, under the name people gave it. */
export function willWrite({ sheets }: WorkbookSpec, { source }: Surveyed): ReadyTemplate["sheets"] {
  const here = new Map(source.state?.sheets.map(({ spec, tab }) => [spec, tab]));
  return sheets.map(({ id, name }) => ({ name: here.get(id) ?? name, replaces: here.has(id) }));
}
