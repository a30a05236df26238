import { Button, Field, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { SharingView } from "../../jobs/sharing/share";
import type { Level } from "../../sharing/recipients";
import { usePane, useSay } from "../context";
import { Choice } from "../parts/Choice";
import { Disclosure } from "../parts/Disclosure";
import { Card, Section } from "../parts/Section";
import { loadFiles, type ShareJobs } from "../shareJobs";
import { LEVEL_NAMES, SHARE_WORDS as W } from "../shareWords";
import { NameList } from "./NameList";
import type { Sharing } from "./useShare";
import { useShareStyles } from "./styles";

const ZIP = "application/zip";

interface Archive {
  readonly url: string;
  readonly name: string;
  readonly count: number;
  readonly megabytes: string;
}

/** Who gets a workbook, under which name; made here and handed over as one archive. */
export function SendOut({ sharing, view, jobs }: { sharing: Sharing; view: SharingView; jobs: ShareJobs }) {
  const styles = useShareStyles();
  const t = useSay();
  const { lang } = usePane();
  const [level, setLevel] = useState<Level>(view.recipients[0]?.level ?? "rep");
  const [pattern, setPattern] = useState("{unit}-{name}-{period}");
  const [due, setDue] = useState("");
  const [archive, setArchive] = useState<Archive>();
  const chosen = view.recipients.find((one) => one.level === level) ?? view.recipients[0];
  const list = chosen?.list ?? [];
  const names = jobs.namesFor(list, pattern, view.period);
  const waiting = view.sent?.missing.length ?? 0;

  useEffect(() => {
    const url = archive?.url;
    return () => {
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [archive]);

  async function make(): Promise<void> {
    setArchive(undefined);
    const made = await sharing.run("making", async (step) => {
      const files = await loadFiles();
      const prepared = await jobs.prepareDistribution(
        {
          by: level,
          ...(pattern.trim() === "" ? {} : { pattern }),
          ...(due.trim() === "" ? {} : { due: due.trim() }),
        },
        { lang, ...step },
      );
      const handouts = await jobs.makeHandouts(prepared, files, { lang, ...step });
      await jobs.recordDistribution(prepared);
      return {
        bytes: jobs.archiveOf(handouts),
        count: handouts.length,
        issue: prepared.distribution.record.issue,
      };
    });
    if (!made) return;
    const url = URL.createObjectURL(new Blob([made.bytes.slice()], { type: ZIP }));
    const name = `attain-${level}-${made.issue}.zip`;
    setArchive({ url, name, count: made.count, megabytes: megabytes(made.bytes.length, lang) });
    await sharing.look();
  }

  return (
    <>
      {archive ? (
        <MessageBar intent="success" layout="multiline" politeness="polite">
          <MessageBarBody>
            <p className={styles.text}>{t(W.made, { n: archive.count })}</p>
            <Button as="a" appearance="primary" href={archive.url} download={archive.name}>
              {t(W.download, { size: archive.megabytes })}
            </Button>
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <Section title={t(W.who)} aside={t(W.recipients, { n: list.length })}>
        <Card className={styles.form}>
          <Choice
            label={t(W.who)}
            value={level}
            options={view.recipients.map((one) => ({
              value: one.level,
              text: `${t(LEVEL_NAMES[one.level])} · ${t(W.recipients, { n: one.list.length })}`,
            }))}
            onChange={setLevel}
          />
          <Field
            label={t(W.pattern)}
            {...(names
              ? { hint: <span className={styles.path}>{`${t(W.patternHint)}${names[0] ?? ""}`}</span> }
              : { validationMessage: t(W.patternWrong), validationState: "error" as const })}
          >
            <Input value={pattern} onChange={(_event, { value }) => setPattern(value)} />
          </Field>
          <Field label={t(W.due)}>
            <Input value={due} onChange={(_event, { value }) => setDue(value)} />
          </Field>
          <Disclosure summary={t(W.list)}>
            <NameList
              lines={list.map(({ name, unit }, i) => ({
                key: `${i}`,
                name: name === "" ? unit : name,
                note: names?.[i] ?? "",
              }))}
            />
          </Disclosure>
        </Card>
        {view.unnamed > 0 && level === "rater" ? (
          <p className={styles.note}>{t(W.unnamed, { n: view.unnamed })}</p>
        ) : null}
        {waiting > 0 ? (
          <p className={styles.note}>{t(W.replaces, { n: waiting, issue: view.sent?.issue ?? 0 })}</p>
        ) : null}
        <Button
          appearance={archive ? "secondary" : "primary"}
          size="large"
          disabled={sharing.doing !== undefined || names === undefined || list.length === 0}
          onClick={() => void make()}
        >
          {t(W.make, { n: list.length })}
        </Button>
      </Section>
    </>
  );
}

/** @example megabytes(1_234_567, "en-US") // "1.2" */
function megabytes(bytes: number, lang: string): string {
  return Math.max(0.1, bytes / 1e6).toLocaleString(lang, { maximumFractionDigits: 1 });
}
