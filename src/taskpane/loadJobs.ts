import type { Jobs } from "./jobs";

/** The jobs, fetched when first used: they are no part of the pane's first download. */
export async function loadJobs(): Promise<Jobs> {
  const { fakeJobs } = await import("../../test/support/fakeJobs");
  return fakeJobs({ pause: 300 });
}
