import { Button } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import { useFlow, usePane, useSay } from "../../context";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Page } from "../../parts/Page";
import { ProblemList } from "./ProblemList";
import { TableCard } from "./TableCard";
import { Section } from "../../parts/Section";
import { Working } from "../../parts/Working";
import { NEXT_WORDS } from "../../jobWords";
import { WORDS } from "../../words";

const OtherTable = lazy(async () => ({ default: (await import("./OtherTable")).OtherTable }));

/** What was found, how each column was understood, and what is odd. */
export function Data() {
  const t = useSay();
  const { survey, job } = useFlow();
  const { commands } = usePane();
  const found = survey.value?.survey;
  return (
    <Page
      title={t(WORDS.dataTitle)}
      actions={
        <>
          <Button disabled={survey.status === "loading"} onClick={() => void commands.survey()}>
            {t(WORDS.readAgain)}
          </Button>
          <Button
            appearance="primary"
            disabled={!found?.ready || survey.status === "loading"}
            onClick={() => void commands.openChoices()}
          >
            {t(NEXT_WORDS[job])}
          </Button>
        </>
      }
    >
      {survey.status === "failed" ? (
        <ErrorNotice error={survey.error} onRetry={() => void commands.survey()} />
      ) : null}
      {survey.status === "loading" ? (
        <Working
          text={t(WORDS.reading)}
          {...(survey.progress ? { fraction: survey.progress.fraction } : {})}
        />
      ) : null}
      {found?.tables.map((table) => (
        <TableCard key={`${table.sheet}!${table.range}`} table={table} />
      ))}
      {found ? (
        <Suspense fallback={null}>
          <OtherTable />
        </Suspense>
      ) : null}
      {found ? (
        <Section title={t(WORDS.problems)}>
          <ProblemList groups={found.problems} />
        </Section>
      ) : null}
    </Page>
  );
}
