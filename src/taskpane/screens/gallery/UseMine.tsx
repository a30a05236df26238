import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ReadyTemplate } from "../../../jobs/template/ready";
import { usePane, useSay } from "../../context";
import { GALLERY_WORDS as W } from "./words";
import { Choice } from "../../parts/Choice";
import { Disclosure } from "../../parts/Disclosure";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Page } from "../../parts/Page";
import { Card, Section } from "../../parts/Section";
import { Working } from "../../parts/Working";
import { FillProblems } from "./FillProblems";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "10px" },
  item: { display: "flex", flexDirection: "column", gap: "4px", padding: "14px" },
  name: { margin: 0, fontSize: "14px", fontWeight: 600 },
  body: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: "13px",
    lineHeight: "19px",
    overflowWrap: "anywhere",
  },
  columns: {
    margin: 0,
    padding: "0 14px 12px 36px",
    fontSize: "13px",
    lineHeight: "20px",
    overflowWrap: "anywhere",
  },
  sheets: { margin: 0, paddingInlineStart: "20px", fontSize: "13px", lineHeight: "21px" },
});

export interface Written {
  readonly name: string;
  readonly sheets: readonly string[];
  readonly problems: ReadyTemplate["problems"];
}

interface UseMineProps {
  readonly name: string;
  /** Works it out; nothing is written. */
  readonly prepare: (period: string | undefined) => Promise<ReadyTemplate>;
  readonly onWritten: (written: Written) => void;
  readonly onBack: () => void;
}

/** A template with people's own data: what it takes, what it cannot take, what it will write – and only then writes it. */
export function UseMine({ name, prepare, onWritten, onBack }: UseMineProps) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const [period, setPeriod] = useState<string>();
  const [ready, setReady] = useState<ReadyTemplate>();
  const [doing, setDoing] = useState<"reading" | "writing" | undefined>("reading");
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let gone = false;
    prepare(period).then(
      (found) => {
        if (gone) return;
        setReady(found);
        setDoing(undefined);
      },
      (reason: unknown) => {
        if (gone) return;
        setError(reason);
        setDoing(undefined);
      },
    );
    return () => {
      gone = true;
    };
    // What is prepared depends on the period alone: the template stays the same while this is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [period]);

  async function write(found: ReadyTemplate): Promise<void> {
    setDoing("writing");
    setError(undefined);
    try {
      const { sheets } = await found.write({ lang });
      onWritten({ name, sheets, problems: found.problems });
    } catch (reason) {
      setError(reason);
      setDoing(undefined);
    }
  }

  const replaced = ready?.sheets.filter(({ replaces }) => replaces).length ?? 0;
  return (
    <Page
      title={name}
      intro={t(W.mineIntro)}
      actions={
        <>
          <Button disabled={doing === "writing"} onClick={onBack}>
            {t(W.back)}
          </Button>
          <Button
            appearance="primary"
            disabled={ready === undefined || doing !== undefined}
            onClick={() => ready && void write(ready)}
          >
            {t(W.writeSheets, { n: String(ready?.sheets.length ?? 0) })}
          </Button>
        </>
      }
    >
      {error === undefined ? null : <ErrorNotice error={error} />}
      {doing === undefined ? null : <Working text={t(doing === "writing" ? W.writing : W.reading)} />}
      {ready ? (
        <>
          <Section title={t(W.takes)}>
            <ul className={styles.list}>
              {ready.taken.map(({ what, place, amount, columns }) => (
                <li key={`${what} ${place}`}>
                  <Card flush>
                    <div className={styles.item}>
                      <p className={styles.name}>{what}</p>
                      <p className={styles.body}>{t(W.takesFrom, { place, amount })}</p>
                    </div>
                    {columns.length === 0 ? null : (
                      <Disclosure summary={t(W.takesColumns, { n: String(columns.length) })}>
                        <p className={styles.columns}>{columns.join(lang === "zh-CN" ? "、" : ", ")}</p>
                      </Disclosure>
                    )}
                  </Card>
                </li>
              ))}
            </ul>
          </Section>
          {ready.period ? (
            <Choice
              label={t(W.period)}
              hint={ready.period.reason}
              value={ready.period.chosen}
              options={ready.period.choices.map(({ id, label }) => ({ value: id, text: label }))}
              onChange={(id) => {
                setDoing("reading");
                setError(undefined);
                setPeriod(id);
              }}
            />
          ) : null}
          {ready.problems.length === 0 ? null : <FillProblems problems={ready.problems} />}
          <Section title={t(W.willWrite, { n: String(ready.sheets.length) })}>
            {replaced === 0 ? null : (
              <p className={styles.body}>{t(W.willReplace, { n: String(replaced) })}</p>
            )}
            <Card>
              <ul className={styles.sheets}>
                {ready.sheets.map((sheet) => (
                  <li key={sheet.name}>
                    {sheet.name}
                    {sheet.replaces ? ` – ${t(W.replaces)}` : ""}
                  </li>
                ))}
              </ul>
            </Card>
          </Section>
        </>
      ) : null}
    </Page>
  );
}
