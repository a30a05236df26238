import { useFlow, usePane, useSay } from "../context";
import { moment } from "../numbers";
import { WORDS } from "../words";

/** The workbook's state in one line. */
export function useWorkbookState(): string {
  const t = useSay();
  const { lang } = usePane();
  const { survey } = useFlow();
  if (survey.status === "failed") return t(WORDS.stateFailed);
  const found = survey.value?.survey;
  if (!found) return survey.status === "loading" ? t(WORDS.reading) : t(WORDS.product);
  if (!found.ready) return t(WORDS.stateMissing);
  return found.lastRun ? t(WORDS.stateRun, { when: moment(found.lastRun.at, lang) }) : t(WORDS.stateReady);
}
