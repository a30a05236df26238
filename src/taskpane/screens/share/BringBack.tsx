import { Button, MessageBar, MessageBarBody, mergeClasses } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { SharingView } from "../../../jobs/sharing/share";
import { plural, useSay } from "../../context";
import { Card } from "../../parts/Section";
import type { ShareJobs } from "./jobs";
import { SHARE_WORDS as W } from "./words";
import { Arrival } from "./Arrival";
import { CollectionPreview } from "./CollectionPreview";
import { FileFaults } from "./FileFaults";
import { SaveFile } from "./SaveFile";
import { SentList } from "./SentList";
import { StepBack } from "../../parts/StepBack";
import { useShareStyles } from "./styles";
import type { BringBackState } from "./useBringBack";
import type { Sharing } from "./useShare";

/** Returned files chosen or dropped, what they would change, what became of them; and who has not answered. */
export function BringBack({
  back,
  sharing,
  view,
  jobs,
  onSendOut,
}: {
  readonly back: BringBackState;
  readonly sharing: Sharing;
  readonly view: SharingView;
  readonly jobs: ShareJobs;
  readonly onSendOut: () => void;
}) {
  const styles = useShareStyles();
  const t = useSay();
  const { sent } = view;
  const { prepared, merged, again } = back;
  const busy = sharing.doing !== undefined;
  if (!sent)
    return (
      <Card className={styles.form}>
        <p className={styles.note} role="status">
          {t(W.notSent)}
        </p>
        <Button className={styles.start} onClick={onSendOut}>
          {t(W.toOut)}
        </Button>
      </Card>
    );
  return (
    <>
      {again.made ? (
        <SaveFile
          key={again.made.link.url}
          link={again.made.link}
          text={t(W.againMade, { name: again.made.name })}
          save={W.againSave}
        />
      ) : null}
      {merged ? <Merged back={back} busy={busy} /> : null}
      {back.takenBack ? (
        <Arrival>
          <MessageBar intent="info" layout="multiline" politeness="polite">
            <MessageBarBody>{t(W.backInDone)}</MessageBarBody>
          </MessageBar>
        </Arrival>
      ) : null}
      <DropArea
        busy={busy}
        label={t(prepared ? W.other : W.choose)}
        onFiles={(files) => void back.read(files)}
      />
      {prepared ? (
        <CollectionPreview
          view={prepared.view}
          decisions={back.decisions}
          onDecide={back.decide}
          again={again}
          busy={busy}
        />
      ) : (
        <SentList sent={sent} sharing={sharing} jobs={jobs} again={again} />
      )}
    </>
  );
}

/** The merge is done: how much it changed, the way back, and what is still wrong with which file. */
function Merged({ back: { merged, again, takeBack }, busy }: { back: BringBackState; busy: boolean }) {
  const styles = useShareStyles();
  const t = useSay();
  if (!merged) return null;
  const { view, step } = merged;
  const [n, m] = [view.changes.length, view.decisions.length];
  const text = m > 0 ? W.mergedReview : n === 0 ? W.mergedList : plural(n, W.mergedOne, W.merged);
  return (
    <>
      <Arrival>
        <MessageBar className={styles.bar} intent="success" layout="multiline" politeness="polite">
          <MessageBarBody className={styles.barBody}>
            <p className={styles.text}>{t(text, { n, m })}</p>
            {step ? (
              <StepBack what={t(W.backIn)} ask={t(W.backInAsk)} busy={busy} onBack={() => takeBack(step)} />
            ) : null}
          </MessageBarBody>
        </MessageBar>
      </Arrival>
      <FileFaults files={view.files} again={again} busy={busy} />
    </>
  );
}

function DropArea({
  busy,
  label,
  onFiles,
}: {
  readonly busy: boolean;
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const styles = useShareStyles();
  const t = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={mergeClasses(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!busy) onFiles([...event.dataTransfer.files]);
      }}
    >
      <p className={styles.note}>{t(W.drop)}</p>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        multiple
        // Old formats cannot be read, but somebody has sent them: the preview names them.
        accept=".xlsx,.xlsm,.xls,.et,.zip"
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same files may be chosen once more.
          event.target.value = "";
        }}
      />
      <Button disabled={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </div>
  );
}
