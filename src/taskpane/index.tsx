import { loadJobs } from "./loadJobs";
import { mountPane } from "./mount";

/** The pane inside Excel. */
async function start(): Promise<void> {
  await Office.onReady();
  const element = document.getElementById("attain");
  if (!element) throw new Error("The page has no #attain element.");
  mountPane(element, {
    loadJobs,
    displayLanguage: Office.context.displayLanguage,
    officeBackground: () => Office.context.officeTheme?.bodyBackgroundColor,
  });
}

void start();
