/** What Office looks at when a workbook is opened; the manifest gives the pane's button the same id. */
const AUTO_SHOW = "Office.AutoShowTaskpaneWithDocument";

function documentSettings(): Office.Settings | undefined {
  const office = typeof Office === "undefined" ? undefined : Office;
  return office?.context?.document?.settings;
}

/** Whether the pane shows by itself when this workbook is opened; undefined where Office cannot do that. */
export function opensWithWorkbook(): Promise<boolean | undefined> {
  const settings = documentSettings();
  return Promise.resolve(settings ? settings.get(AUTO_SHOW) === true : undefined);
}

/** Kept in the workbook. Does nothing where Office cannot do it. */
export async function setOpensWithWorkbook(opens: boolean): Promise<void> {
  const settings = documentSettings();
  if (!settings) return;
  if (opens) settings.set(AUTO_SHOW, true);
  else settings.remove(AUTO_SHOW);
  await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
}
