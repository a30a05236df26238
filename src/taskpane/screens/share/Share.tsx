import { Button, MessageBar, MessageBarBody, ProgressBar, ToggleButton } from "@fluentui/react-components";
import { useState } from "react";
import { plural, usePane, useSay } from "../../context";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Page } from "../../parts/Page";
import { Card } from "../../parts/Section";
import { Working } from "../../parts/Working";
import { Arrival } from "./Arrival";
import { BringBack } from "./BringBack";
import { SendOut } from "./SendOut";
import { useShareStyles } from "./styles";
import { useBringBack, type BringBackState } from "./useBringBack";
import { useSendOut, type SendOutState } from "./useSendOut";
import { CANCELLABLE, useShare, type Doing } from "./useShare";
import { SHARE_WORDS as W } from "./words";

const SIDES = ["out", "back"] as const;
type Side = (typeof SIDES)[number];

/** Workbooks out to people and their answers back into this one. */
export function Share() {
  const styles = useShareStyles();
  const t = useSay();
  const sharing = useShare();
  const { jobs, view, empty, doing, error, cancelled } = sharing;
  const out = useSendOut(sharing);
  const back = useBringBack(sharing);
  const [side, setSide] = useState<Side>();
  // Whoever has answers to wait for comes back to bring them in; what is done here does not turn the page.
  if (view && side === undefined) setSide((view.sent?.missing.length ?? 0) > 0 ? "back" : "out");
  return (
    <Page
      title={t(W.title)}
      intro={t(W.intro)}
      actions={
        doing ? (
          <Under doing={doing} />
        ) : (
          <>
            <Leave />
            {view && side === "out" ? <Make out={out} /> : null}
            {view && side === "back" ? <Merge back={back} /> : null}
          </>
        )
      }
    >
      {error === undefined ? null : (
        <Arrival>
          <ErrorNotice error={error} />
        </Arrival>
      )}
      {cancelled ? (
        <Arrival>
          <MessageBar intent="info" politeness="polite">
            <MessageBarBody>{t(W.cancelled)}</MessageBarBody>
          </MessageBar>
        </Arrival>
      ) : null}
      {empty ? <Nothing /> : null}
      {jobs && (view || empty || error !== undefined) ? null : <Working text={t(W.reading)} />}
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
            <SendOut out={out} view={view} busy={doing !== undefined} />
          ) : (
            <BringBack
              back={back}
              sharing={sharing}
              view={view}
              jobs={jobs}
              onSendOut={() => setSide("out")}
            />
          )}
        </>
      ) : null}
    </Page>
  );
}

function Leave() {
  const t = useSay();
  const { commands } = usePane();
  return <Button onClick={() => commands.open("home")}>{t(W.leave)}</Button>;
}

function Make({ out: { list, ready, made, make } }: { readonly out: SendOutState }) {
  const t = useSay();
  return (
    <Button appearance={made ? "secondary" : "primary"} disabled={!ready} onClick={() => void make()}>
      {t(plural(list.length, W.makeOne, W.make), { n: list.length })}
    </Button>
  );
}

function Merge({ back: { prepared, merge } }: { readonly back: BringBackState }) {
  const styles = useShareStyles();
  const t = useSay();
  if (!prepared) return null;
  const { nothingNew, changes, decisions } = prepared.view;
  const [n, m] = [changes.length, decisions.length];
  const text = m === 0 ? plural(n, W.mergeOne, W.merge) : n === 0 ? W.mergeReview : W.mergeBoth;
  if (nothingNew)
    return (
      <p className={styles.note} role="status">
        {t(W.nothingNew)}
      </p>
    );
  return (
    <Button appearance="primary" onClick={() => void merge()}>
      {n + m > 0 ? t(text, { n, m }) : t(W.mergeList)}
    </Button>
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

/** How far it is, and the way out where there is one. */
function Under({ doing: { what, progress, cancel } }: { readonly doing: Doing }) {
  const styles = useShareStyles();
  const t = useSay();
  const text = t(W[what], {
    done: progress?.done ?? 0,
    total: progress?.total ?? 0,
    file: progress?.file ?? "",
  });
  const fraction = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  return (
    <div className={styles.under}>
      <ProgressBar
        thickness="large"
        aria-label={t(what === "making" || what === "noting" ? W.out : W.back)}
        {...(fraction === undefined ? {} : { value: fraction })}
      />
      <p className={styles.underText} role="status" title={progress?.file}>
        {progress || !CANCELLABLE.has(what) ? text : t(W.beginning)}
      </p>
      {cancel ? (
        <Button autoFocus onClick={cancel}>
          {t(W.cancel)}
        </Button>
      ) : null}
    </div>
  );
}
