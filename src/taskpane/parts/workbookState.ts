import { useFlow, usePane, useSay } from "../context";
import { moment } from "./numbers";
import { WORDS } from "../words";

/** The workbook's state in one line. */
export function useWorkbookState(): string {
  const t = useSay();
  const { lang } = usePane();
  const { survey } = useFlow();
  if (survey.status === "failed") return t(WORDS.stateFailed);
  const found = survey.value?.survey;
  if (!found) return survey.status === "loading" ? t(WORDS.reading) : t(WORDS.product);
  // A workbook that was made with Attain may hold nothing to read but what Attain wrote.
  if (found.lastRun) return t(WORDS.stateRun, { when: moment(found.lastRun.at, lang) });
  return t(found.ready ? WORDS.stateReady : WORDS.stateMissing);
}
