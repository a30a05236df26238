import type { Jobs } from "./jobs";

/** The jobs, fetched when first used: they are no part of the pane's first download. */
export function loadJobs(): Promise<Jobs> {
  return import("../../jobs/run");
}
