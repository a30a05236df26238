import { Button, MessageBar, MessageBarBody, ProgressBar, ToggleButton } from "@fluentui/react-components";
import { useState } from "react";
import { usePane, useSay } from "../context";
import { ErrorNotice } from "../parts/ErrorNotice";
import { Page } from "../parts/Page";
import { Card } from "../parts/Section";
import { Working } from "../parts/Working";
import { BringBack } from "../share/BringBack";
import { SendOut } from "../share/SendOut";
import { useShareStyles } from "../share/styles";
import { useShare, type Doing } from "../share/useShare";
import { SHARE_WORDS as W } from "../shareWords";

const SIDES = ["out", "back"] as const;

/** Workbooks out to people and their answers back into this one. */
export function Share() {
  const styles = useShareStyles();
  const t = useSay();
  const { commands } = usePane();
  const sharing = useShare();
  const { jobs, view, empty, doing, error, cancelled } = sharing;
  const [side, setSide] = useState<(typeof SIDES)[number]>();
  // Whoever has answers to wait for comes back to bring them in; what is done here does not turn the page.
  if (view && side === undefined) setSide((view.sent?.missing.length ?? 0) > 0 ? "back" : "out");
  return (
    <Page
      title={t(W.title)}
      intro={t(W.intro)}
      actions={
        <Button
          {...(doing?.cancel ? { onClick: doing.cancel } : { onClick: () => commands.open("home") })}
          disabled={doing?.what === "merging"}
        >
          {t(doing ? W.cancel : W.leave)}
        </Button>
      }
    >
      {error === undefined ? null : <ErrorNotice error={error} />}
      {cancelled ? (
        <MessageBar intent="info" politeness="polite">
          <MessageBarBody>{t(W.cancelled)}</MessageBarBody>
        </MessageBar>
      ) : null}
      {empty ? <Nothing /> : null}
      {jobs && (view || empty || error !== undefined) ? null : <Working text={t(W.reading)} />}
      {doing ? <Under doing={doing} /> : null}
      {jobs && view ? (
        <>
          <div className={styles.row} role="group" aria-label={t(W.side)}>
            {SIDES.map((each) => (
              <ToggleButton
                key={each}
                shape="circular"
                checked={side === each}
                disabled={doing !== undefined}
                onClick={() => setSide(each)}
              >
                {t(W[each])}
              </ToggleButton>
            ))}
          </div>
          {side === "out" ? (
            <SendOut sharing={sharing} view={view} jobs={jobs} />
          ) : (
            <BringBack sharing={sharing} view={view} jobs={jobs} />
          )}
        </>
      ) : null}
    </Page>
  );
}

/** What the screen will hold once there is something to share. */
function Nothing() {
  const styles = useShareStyles();
  const t = useSay();
  const { commands } = usePane();
  return (
    <Card className={styles.form}>
      <h2 className={styles.heading}>{t(W.emptyTitle)}</h2>
      <p className={styles.note}>{t(W.emptyBody)}</p>
      <Button appearance="primary" onClick={() => commands.open("gallery")}>
        {t(W.gallery)}
      </Button>
    </Card>
  );
}

function Under({ doing: { what, progress } }: { readonly doing: Doing }) {
  const styles = useShareStyles();
  const t = useSay();
  const text =
    what === "merging"
      ? t(W.merging)
      : t(W[what], {
          done: progress?.done ?? 0,
          total: progress?.total ?? 0,
          file: progress?.file ?? "",
        });
  const fraction = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <div>
      <ProgressBar
        thickness="large"
        aria-label={t(what === "making" ? W.out : W.back)}
        {...(fraction === undefined ? {} : { value: fraction })}
      />
      <p className={styles.note} role="status">
        {text}
      </p>
    </div>
  );
}
