import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Survey, TableView } from "../../../jobs/types";
import { usePane, useSay } from "../../context";
import { EmptyPicture } from "./EmptyPicture";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Card } from "../../parts/Section";
import { WORDS } from "../../words";

const useStyles = makeStyles({
  label: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: "21px" },
  stack: { display: "flex", flexDirection: "column", gap: "8px" },
  needs: { display: "flex", flexDirection: "column", gap: "4px" },
  needTitle: { fontWeight: 600 },
});

/** A workbook that cannot be used yet: what is missing from it, or what it would need to hold. */
export function NotReady({ survey }: { readonly survey: Survey }) {
  const [nearest] = survey.tables;
  return nearest ? <Nearly table={nearest} /> : <Empty />;
}

/** A table that lacks a column or two: they can be pointed at. */
function Nearly({ table }: { readonly table: TableView }) {
  const styles = useStyles();
  const t = useSay();
  const { commands, lang } = usePane();
  const missing = table.columns.filter(({ needed, column }) => needed && column === undefined);
  const columns = new Intl.ListFormat(lang, { type: "conjunction" }).format(
    missing.map(({ label }) => label),
  );
  return (
    <>
      <p className={styles.body}>{t(WORDS.nearBody, { sheet: table.sheet, columns })}</p>
      <Button appearance="primary" size="large" onClick={() => void commands.openData()}>
        {t(WORDS.nearStart)}
      </Button>
    </>
  );
}

/** What a workbook needs to hold, shown as a picture and in words, and a sample to try. */
function Empty() {
  const styles = useStyles();
  const t = useSay();
  const { commands, openSample } = usePane();
  const [error, setError] = useState<unknown>();
  const sample = openSample
    ? () => {
        openSample().then(
          () => commands.start(),
          (reason: unknown) => setError(reason),
        );
      }
    : undefined;
  return (
    <>
      <EmptyPicture />
      <p className={styles.body}>{t(WORDS.emptyBody)}</p>
      <Card>
        <div className={styles.stack}>
          <div className={styles.needs}>
            <span className={styles.needTitle}>{t(WORDS.emptyLedger)}</span>
            <span className={styles.label}>{t(WORDS.emptyLedgerColumns)}</span>
          </div>
          <div className={styles.needs}>
            <span className={styles.needTitle}>{t(WORDS.emptyTeam)}</span>
            <span className={styles.label}>{t(WORDS.emptyTeamColumns)}</span>
          </div>
          <div className={styles.needs}>
            <span className={styles.needTitle}>{t(WORDS.emptyFile)}</span>
            <span className={styles.label}>{t(WORDS.emptyFileColumns)}</span>
          </div>
        </div>
      </Card>
      {error === undefined ? null : <ErrorNotice error={error} />}
      <div className={styles.stack}>
        {sample ? (
          <Button appearance="primary" size="large" onClick={sample}>
            {t(WORDS.sample)}
          </Button>
        ) : null}
        <Button
          appearance={sample ? "secondary" : "primary"}
          size="large"
          onClick={() => void commands.survey()}
        >
          {t(WORDS.readAgain)}
        </Button>
      </div>
    </>
  );
}
