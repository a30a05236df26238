import { Button, MessageBar, MessageBarBody, mergeClasses } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { PreparedCollection } from "../../jobs/sharing/collect";
import type { SharingView } from "../../jobs/sharing/share";
import type { Preference } from "../../sharing/collection";
import { LEVEL_WORDS } from "../../sharing/words";
import { usePane, useSay } from "../context";
import { Card, Section } from "../parts/Section";
import { loadFiles, type ShareJobs } from "../shareJobs";
import { SHARE_WORDS as W } from "../shareWords";
import { CollectionPreview } from "./CollectionPreview";
import { NameList } from "./NameList";
import { useShareStyles } from "./styles";
import type { Sharing } from "./useShare";

/** Returned files chosen or dropped, what they would change, and the merge. */
export function BringBack({ sharing, view, jobs }: { sharing: Sharing; view: SharingView; jobs: ShareJobs }) {
  const t = useSay();
  const { lang } = usePane();
  const [prepared, setPrepared] = useState<PreparedCollection>();
  const [merged, setMerged] = useState<number>();
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Preference>>(new Map());
  const sent = view.sent;
  if (!sent) return <p role="status">{t(W.notSent)}</p>;

  async function read(chosen: readonly File[]): Promise<void> {
    if (chosen.length === 0) return;
    setPrepared(undefined);
    setMerged(undefined);
    setDecisions(new Map());
    const found = await sharing.run("opening", async (step) => {
      const files = await loadFiles();
      const incoming = await jobs.incomingFiles(
        chosen.map((file) => ({
          name: file.name,
          modified: new Date(file.lastModified).toISOString(),
          bytes: async () => new Uint8Array(await file.arrayBuffer()),
        })),
      );
      return jobs.prepareCollection(incoming, files, {}, { lang, ...step });
    });
    if (found) setPrepared(found);
  }

  function decide(next: ReadonlyMap<string, Preference>): void {
    setDecisions(next);
    if (prepared) setPrepared(jobs.decideCollection(prepared, { decisions: next }, lang));
  }

  async function merge(): Promise<void> {
    if (!prepared) return;
    const done = await sharing.run("merging", ({ signal }) =>
      jobs.writeCollection(prepared, { lang, signal }),
    );
    if (done === undefined) return;
    setMerged(prepared.view.changes.length);
    setPrepared(undefined);
    await sharing.look();
  }

  const kinds = new Set(sent.missing.map(({ level }) => level)).size;
  const changes = prepared?.view.changes.length ?? 0;
  return (
    <>
      {merged === undefined ? null : (
        <MessageBar intent="success" layout="multiline" politeness="polite">
          <MessageBarBody>{t(W.merged, { n: merged })}</MessageBarBody>
        </MessageBar>
      )}
      <DropArea
        busy={sharing.doing !== undefined}
        label={t(prepared ? W.other : W.choose)}
        onFiles={(files) => void read(files)}
      />
      {prepared ? (
        <>
          <CollectionPreview view={prepared.view} decisions={decisions} onDecide={decide} />
          {prepared.view.nothingNew ? (
            <p role="status">{t(W.nothingNew)}</p>
          ) : (
            <Button
              appearance="primary"
              size="large"
              disabled={sharing.doing !== undefined}
              onClick={() => void merge()}
            >
              {changes > 0 ? t(W.merge, { n: changes }) : t(W.mergeList)}
            </Button>
          )}
        </>
      ) : (
        <Section title={t(W.missing)} aside={String(sent.missing.length)}>
          <Card flush>
            {sent.missing.length === 0 ? (
              <NameList lines={[{ key: "all", name: t(W.missingNone), note: "" }]} />
            ) : (
              <NameList
                label={t(W.missing)}
                lines={sent.missing.map(({ id, name, unit, level }) => ({
                  key: id,
                  name,
                  note: [kinds > 1 ? t(LEVEL_WORDS[level]) : "", unit === name ? "" : unit]
                    .filter((part) => part !== "")
                    .join(" · "),
                }))}
              />
            )}
          </Card>
        </Section>
      )}
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
        accept=".xlsx,.zip"
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
