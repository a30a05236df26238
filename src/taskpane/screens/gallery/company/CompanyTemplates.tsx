import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { ReadyTemplate } from "../../../../jobs/template/ready";
import type { CompanyTemplate } from "../../../../templates/company/definition";
import { companyTemplateHere, openCompanyFile, prepareMine, translateCompany, writeCompany } from "./jobs";
import { COMPANY_PANE_WORDS as W } from "./words";
import { useFlow, usePane, useSay } from "../../../context";
import { Disclosure } from "../../../parts/Disclosure";
import { ErrorNotice } from "../../../parts/ErrorNotice";
import { Card, Section } from "../../../parts/Section";
import { Working } from "../../../parts/Working";
import { CompanyPicture } from "./CompanyPicture";
import { loadRecent, remembered, renamed, saveRecent, type RecentTemplate } from "./recent";
import { SaveTemplate } from "./SaveTemplate";

const useStyles = makeStyles({
  body: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: "13px",
    lineHeight: "19px",
    overflowWrap: "anywhere",
  },
  name: { margin: 0, fontSize: "15px", lineHeight: "22px", fontWeight: 600, overflowWrap: "anywhere" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "flex-end" },
  item: { display: "flex", flexDirection: "column", gap: "8px", padding: "14px" },
  steps: { margin: 0, padding: "0 14px 12px 36px", fontSize: "13px", lineHeight: "20px" },
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "12px" },
  inner: { padding: "0 14px 12px" },
  hidden: { display: "none" },
});

/** A template about to be used with the open workbook's data. */
export interface Using {
  readonly name: string;
  readonly prepare: (period: string | undefined) => Promise<ReadyTemplate>;
  readonly onWritten?: () => void;
}

interface CompanyTemplatesProps {
  /** What somebody searches for; templates that it does not fit are not shown. */
  readonly words: string;
  readonly onUse: (using: Using) => void;
  /** A template has been written: what to say of it. */
  readonly onWritten: (said: string) => void;
}

/** The company's own templates: opened from a file, used with the open workbook's data, made from it, found again. */
export function CompanyTemplates({ words, onUse, onWritten }: CompanyTemplatesProps) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const [recent, setRecent] = useState(() => loadRecent());
  const [doing, setDoing] = useState(false);
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<unknown>();

  function keep(list: readonly RecentTemplate[]): void {
    saveRecent(list);
    setRecent([...list]);
  }
  const inFront = (template: CompanyTemplate): void =>
    keep(remembered(loadRecent(), template, new Date().toISOString()));

  useEffect(() => {
    let gone = false;
    companyTemplateHere().then(
      (here) => {
        if (gone || !here) return;
        const list = remembered(loadRecent(), here, new Date().toISOString());
        saveRecent(list);
        setRecent(list);
      },
      // A workbook that follows no template, or one it cannot read, is no mistake of this page.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);

  async function run(work: () => Promise<string | undefined>): Promise<void> {
    setDoing(true);
    setSaid(undefined);
    setError(undefined);
    try {
      setSaid(await work());
    } catch (reason) {
      setError(reason);
    } finally {
      setDoing(false);
    }
  }

  const blank = (template: CompanyTemplate): void =>
    void run(async () => {
      const { sheets } = await writeCompany(template, { lang });
      inFront(template);
      onWritten(t(W.written, { n: String(sheets.length), name: template.about.name }));
      return undefined;
    });
  const translated = (template: CompanyTemplate): void =>
    void run(async () => {
      const found = await translateCompany(template);
      if (!found) return undefined;
      inFront(found.template);
      return t(W.translated, { n: String(found.kept.length) });
    });
  const shown = recent.filter(({ template }) => fits(template, words));

  return (
    <Section title={t(W.title)}>
      <div className={styles.column}>
        <p className={styles.body}>{t(W.intro)}</p>
        {error === undefined ? null : <ErrorNotice error={error} />}
        {doing ? <Working text={t(W.reading)} /> : null}
        {said === undefined ? null : (
          <MessageBar intent="success" layout="multiline" politeness="polite">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.row}>
          <Button disabled={doing} onClick={() => input.current?.click()}>
            {t(W.open)}
          </Button>
          <input
            ref={input}
            className={styles.hidden}
            type="file"
            accept=".xlsx,.xlsm"
            aria-hidden="true"
            tabIndex={-1}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              // The same file chosen again is to be read again.
              target.value = "";
              if (file)
                void run(async () => {
                  inFront(await openCompanyFile(file, lang));
                  return undefined;
                });
            }}
          />
        </div>
        {shown.length === 0 ? null : (
          <ul className={styles.list} aria-label={t(W.recent)}>
            {shown.map(({ id, template }) => (
              <li key={id}>
                <RecentCard
                  template={template}
                  busy={doing}
                  onBlank={() => blank(template)}
                  onMine={() =>
                    onUse({
                      name: template.about.name,
                      prepare: (period) =>
                        prepareMine(template, { lang, ...(period === undefined ? {} : { period }) }),
                      onWritten: () => inFront(template),
                    })
                  }
                  onTranslate={() => translated(template)}
                  onRename={(name) => keep(renamed(loadRecent(), id, name))}
                  onRemove={() => {
                    keep(loadRecent().filter((one) => one.id !== id));
                    setSaid(t(W.removed, { name: template.about.name }));
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        <Disclosure summary={t(W.save)}>
          <SaveTemplate />
        </Disclosure>
      </div>
    </Section>
  );
}

interface RecentCardProps {
  readonly template: CompanyTemplate;
  readonly busy: boolean;
  readonly onBlank: () => void;
  readonly onMine: () => void;
  readonly onTranslate: () => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

function RecentCard({ template, busy, onBlank, onMine, onTranslate, onRename, onRemove }: RecentCardProps) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const hasData = useFlow().survey.value?.survey.ready === true;
  const { about, body } = template;
  const [name, setName] = useState(about.name);
  const labelled = (what: string): string => `${what} – ${about.name}`;
  return (
    <Card flush>
      <CompanyPicture template={template} alt={t(W.picture, { name: about.name })} />
      <div className={styles.item}>
        <h3 className={styles.name}>{about.name}</h3>
        <p className={styles.body}>
          {about.purpose}
          {about.by === "" ? "" : ` ${t(W.by, { by: about.by })}`}
        </p>
        {template.lang === lang ? null : (
          <div className={styles.row}>
            <p className={styles.body}>{t(W.otherLanguage)}</p>
            {template.base === undefined && body.kind !== "run" ? null : (
              <Button size="small" disabled={busy} onClick={onTranslate}>
                {t(W.translate)}
              </Button>
            )}
          </div>
        )}
        <div className={styles.row}>
          {hasData || body.kind === "form" ? (
            <Button appearance="primary" disabled={busy} aria-label={labelled(t(W.mine))} onClick={onMine}>
              {t(W.mine)}
            </Button>
          ) : null}
          <Button disabled={busy} aria-label={labelled(t(W.blank))} onClick={onBlank}>
            {t(W.blank)}
          </Button>
        </div>
      </div>
      <Disclosure summary={t(W.how)}>
        <ol className={styles.steps}>
          {about.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Disclosure>
      <Disclosure summary={t(W.more)}>
        <div className={styles.inner}>
          <div className={styles.row}>
            <Field label={t(W.newName)}>
              <Input value={name} maxLength={60} onChange={(_event, { value }) => setName(value)} />
            </Field>
            <Button
              disabled={name.trim() === "" || name.trim() === about.name}
              onClick={() => onRename(name.trim())}
            >
              {t(W.rename)}
            </Button>
            <Button aria-label={labelled(t(W.remove))} onClick={onRemove}>
              {t(W.remove)}
            </Button>
          </div>
        </div>
      </Disclosure>
    </Card>
  );
}

function fits({ about: { name, purpose, by }, base = "" }: CompanyTemplate, words: string): boolean {
  const text = `${name} ${purpose} ${by} ${base}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
