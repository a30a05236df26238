import { useFlow, useSay } from "../../context";
import { Page } from "../../parts/Page";
import { Working } from "../../parts/Working";
import { WORDS } from "../../words";

/** What Home begins with, while the rest of it is on its way: the workbook is being read. */
export function Opening() {
  const t = useSay();
  const { survey } = useFlow();
  return (
    <Page title={survey.value?.survey.workbook ?? t(WORDS.product)}>
      <Working text={t(WORDS.reading)} />
    </Page>
  );
}
