import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { CompanyTemplate } from "../../templates/company/definition";
import { companyTemplateHere, openCompanyFile, writeCompany } from "../companyJobs";
import { COMPANY_PANE_WORDS as W } from "../companyWords";
import { useFlow, usePane, useSay } from "../context";
import { Disclosure } from "../parts/Disclosure";
import { ErrorNotice } from "../parts/ErrorNotice";
import { Card, Section } from "../parts/Section";
import { Working } from "../parts/Working";
import { SaveTemplate } from "./SaveTemplate";

const useStyles = makeStyles({
  body: { margin: "0 0 10px", color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  name: { margin: 0, fontSize: "15px", lineHeight: "22px", fontWeight: 600, overflowWrap: "anywhere" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
  item: { display: "flex", flexDirection: "column", gap: "8px", padding: "14px" },
  steps: { margin: 0, paddingInlineStart: "20px", fontSize: "13px", lineHeight: "20px" },
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  hidden: { display: "none" },
});

/** The company's own templates: opened from a file, used with the open workbook's data, made from it. */
export function CompanyTemplates() {
  const styles = useStyles();
  const t = useSay();
  const { lang, commands } = usePane();
  const hasData = useFlow().survey.value?.survey.ready === true;
  const input = useRef<HTMLInputElement>(null);
  const [template, setTemplate] = useState<CompanyTemplate>();
  const [doing, setDoing] = useState(false);
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let gone = false;
    companyTemplateHere().then(
      (here) => {
        if (!gone && here) setTemplate((opened) => opened ?? here);
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

  const write = (one: CompanyTemplate, from: "blank" | "mine"): void =>
    void run(async () => {
      const { sheets } = await writeCompany(one, from, { lang });
      void commands.survey();
      return t(W.written, { n: String(sheets.length), name: one.about.name });
    });

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
                  setTemplate(await openCompanyFile(file, lang));
                  return undefined;
                });
            }}
          />
        </div>
        {template ? (
          <Card flush>
            <div className={styles.item}>
              <h3 className={styles.name}>{template.about.name}</h3>
              <p className={styles.body}>
                {template.about.purpose}
                {template.about.by === "" ? "" : ` ${t(W.by, { by: template.about.by })}`}
              </p>
              <Disclosure summary={t(W.how)}>
                <ol className={styles.steps}>
                  {template.about.steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              </Disclosure>
              <div className={styles.row}>
                {hasData && template.body.kind !== "form" ? (
                  <Button appearance="primary" disabled={doing} onClick={() => write(template, "mine")}>
                    {t(W.mine)}
                  </Button>
                ) : null}
                <Button disabled={doing} onClick={() => write(template, "blank")}>
                  {t(W.blank)}
                </Button>
              </div>
            </div>
          </Card>
        ) : null}
        <Disclosure summary={t(W.save)}>
          <SaveTemplate />
        </Disclosure>
      </div>
    </Section>
  );
}
