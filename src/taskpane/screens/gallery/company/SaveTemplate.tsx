import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { saveCompany } from "./jobs";
import { COMPANY_PANE_WORDS as W } from "./words";
import { useSay } from "../../../context";
import { ErrorNotice } from "../../../parts/ErrorNotice";
import { Working } from "../../../parts/Working";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "12px" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  label: { display: "flex", alignItems: "center", gap: "8px", fontSize: "14px" },
  color: { width: "48px", height: "32px", padding: 0, border: "none", backgroundColor: "transparent" },
});

interface Made {
  readonly url: string;
  readonly name: string;
  readonly sheets: number;
}

/** The open workbook as a company template, in a file to save. */
export function SaveTemplate() {
  const styles = useStyles();
  const t = useSay();
  const [name, setName] = useState("");
  const [about, setAbout] = useState("");
  const [by, setBy] = useState("");
  const [ownColor, setOwnColor] = useState(false);
  const [color, setColor] = useState("#1f5fa8");
  const [examples, setExamples] = useState(false);
  const [doing, setDoing] = useState(false);
  const [made, setMade] = useState<Made>();
  const [error, setError] = useState<unknown>();

  useEffect(() => () => void (made && URL.revokeObjectURL(made.url)), [made]);

  async function make(): Promise<void> {
    setDoing(true);
    setMade(undefined);
    setError(undefined);
    try {
      const { template, sheets, bytes } = await saveCompany({
        about: {
          ...(name.trim() === "" ? {} : { name: name.trim() }),
          ...(about.trim() === "" ? {} : { purpose: about.trim() }),
          ...(by.trim() === "" ? {} : { by: by.trim() }),
        },
        ...(ownColor ? { colors: { main: color.toUpperCase() } } : {}),
        examples,
      });
      const url = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX }));
      setMade({ url, name: template.about.name, sheets: sheets.length });
    } catch (reason) {
      setError(reason);
    } finally {
      setDoing(false);
    }
  }

  return (
    <div className={styles.form}>
      <p className={styles.body}>{t(W.saveIntro)}</p>
      <Field label={t(W.name)}>
        <Input value={name} maxLength={60} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <Field label={t(W.about)}>
        <Input value={about} maxLength={200} onChange={(_event, { value }) => setAbout(value)} />
      </Field>
      <Field label={t(W.madeBy)}>
        <Input value={by} maxLength={60} onChange={(_event, { value }) => setBy(value)} />
      </Field>
      <Checkbox
        label={t(W.ownColor)}
        checked={ownColor}
        onChange={(_event, { checked }) => setOwnColor(checked === true)}
      />
      {ownColor ? (
        <label className={styles.label}>
          {t(W.color)}
          <input
            className={styles.color}
            type="color"
            value={color}
            onChange={({ target }) => setColor(target.value)}
          />
        </label>
      ) : null}
      <Checkbox
        label={t(W.examples)}
        checked={examples}
        onChange={(_event, { checked }) => setExamples(checked === true)}
      />
      {error === undefined ? null : <ErrorNotice error={error} />}
      {doing ? <Working text={t(W.making)} /> : null}
      {made ? (
        <MessageBar intent="success" layout="multiline" politeness="polite">
          <MessageBarBody>{t(W.made, { n: String(made.sheets) })}</MessageBarBody>
        </MessageBar>
      ) : null}
      {made ? (
        <Button as="a" appearance="primary" href={made.url} download={`${fileName(made.name)}.xlsx`}>
          {t(W.download, { name: fileName(made.name) })}
        </Button>
      ) : (
        <Button appearance="primary" disabled={doing} onClick={() => void make()}>
          {t(W.make)}
        </Button>
      )}
    </div>
  );
}

/** Without what file systems refuse. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, " ").trim();
