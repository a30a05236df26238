/**
 * Ribbon buttons that act without the pane being in front. Today there is one: show the pane, which also lets it open
 * by itself the next time this workbook is opened.
 */
async function showPane(event: Office.AddinCommands.Event): Promise<void> {
  try {
    if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1"))
      await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}

async function start(): Promise<void> {
  await Office.onReady();
  Office.actions.associate("showPane", (event: Office.AddinCommands.Event) => void showPane(event));
}

void start();
