import { loadJobs } from "./flow/jobs";
import { JOBS } from "./flow/state";
import { mountPane, type PaneHost } from "./mount";

/** The pane inside Excel. */
async function start(): Promise<void> {
  await Office.onReady();
  const element = document.getElementById("attain");
  if (!element) throw new Error("The page has no #attain element.");
  mountPane(element, {
    loadJobs,
    displayLanguage: Office.context.displayLanguage,
    ...firstJob(window.location.search),
    officeBackground: () => Office.context.officeTheme?.bodyBackgroundColor,
  });
}

/** The ribbon's buttons open the pane at a job: `?job=plan`. */
function firstJob(search: string): Pick<PaneHost, "firstJob"> {
  const wanted = new URLSearchParams(search).get("job");
  const firstJob = JOBS.find((job) => job === wanted);
  return firstJob ? { firstJob } : {};
}

void start();
