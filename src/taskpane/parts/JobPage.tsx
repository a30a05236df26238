import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useFlow, usePane, useSay } from "../context";
import { WORDS } from "../words";
import { ErrorNotice } from "./ErrorNotice";
import { Page } from "./Page";
import { Working } from "./Working";

const useStyles = makeStyles({
  results: { display: "flex", flexDirection: "column", gap: "24px" },
});

interface JobPageProps {
  readonly title: string;
  readonly choices: ReactNode;
  /** What the choices come to. */
  readonly children: ReactNode;
}

/** The check of a job: its choices above, what they come to below, and on to the preview. */
export function JobPage({ title, choices, children }: JobPageProps) {
  const styles = useStyles();
  const t = useSay();
  const { prepared } = useFlow();
  const { commands } = usePane();
  return (
    <Page
      title={title}
      actions={
        <>
          <Button onClick={() => commands.open("data")}>{t(WORDS.back)}</Button>
          <Button
            appearance="primary"
            disabled={prepared.status !== "ready"}
            onClick={() => commands.open("preview")}
          >
            {t(WORDS.toPreview)}
          </Button>
        </>
      }
    >
      {choices}
      {prepared.status === "failed" ? (
        <ErrorNotice error={prepared.error} onRetry={() => void commands.preview()} />
      ) : null}
      {prepared.status === "loading" && !prepared.value ? <Working text={t(WORDS.working)} /> : null}
      {prepared.value ? (
        <div className={styles.results} aria-busy={prepared.status === "loading"}>
          {children}
        </div>
      ) : null}
    </Page>
  );
}
