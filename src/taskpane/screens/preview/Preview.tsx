import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { DocumentTableRegular } from "@fluentui/react-icons/svg/document-table";
import { lazy, Suspense } from "react";
import { plural, useFlow, usePane, useSay } from "../../context";
import { baseYearOf } from "../../flow/state";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Page } from "../../parts/Page";
import { PeopleList } from "../../parts/PeopleList";
import { Card, Section } from "../../parts/Section";
import { TotalLine } from "../../parts/TotalLine";
import { Working } from "../../parts/Working";
import { WORDS } from "../../words";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  sheet: {
    display: "flex",
    alignItems: "center",
    gap: "10px",
    padding: "10px 14px",
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1, fontSize: "20px" },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  notes: {
    margin: 0,
    paddingLeft: "18px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    color: tokens.colorNeutralForeground2,
    fontSize: "13px",
    lineHeight: "19px",
  },
});

const Beside = lazy(async () => ({ default: (await import("./Beside")).Beside }));

/** What will be written, sheet by sheet. The only button that changes the workbook says how much it writes. */
export function PreviewScreen() {
  const styles = useStyles();
  const t = useSay();
  const flow = useFlow();
  const { commands } = usePane();
  const { prepared, writing } = flow;
  const preview = prepared.value?.preview;
  const sheets = preview?.sheets ?? [];
  const scored = preview?.people.filter(({ total }) => total !== undefined) ?? [];
  return (
    <Page
      title={t(WORDS.previewTitle)}
      intro={t(WORDS.previewSafe)}
      actions={
        <>
          <Button onClick={() => commands.open(flow.job)}>{t(WORDS.back)}</Button>
          <Button
            appearance="primary"
            disabled={prepared.status !== "ready"}
            onClick={() => void commands.write()}
          >
            {t(plural(sheets.length, WORDS.writeOne, WORDS.write), { n: sheets.length })}
          </Button>
        </>
      }
    >
      {writing.status === "failed" ? (
        <ErrorNotice error={writing.error} onRetry={() => void commands.write()} />
      ) : null}
      {prepared.status === "failed" ? (
        <ErrorNotice error={prepared.error} onRetry={() => void commands.preview()} />
      ) : null}
      {prepared.status === "loading" ? <Working text={t(WORDS.working)} /> : null}
      {preview ? (
        <>
          <Card flush>
            <ul className={styles.list}>
              {sheets.map(({ name, replaces }) => (
                <li key={name} className={styles.sheet}>
                  <DocumentTableRegular className={styles.icon} aria-hidden="true" />
                  <span className={styles.name}>{name}</span>
                  <Badge appearance="tint" color={replaces ? "warning" : "brand"}>
                    {t(replaces ? WORDS.sheetReplaces : WORDS.sheetNew)}
                  </Badge>
                </li>
              ))}
            </ul>
          </Card>
          {(preview.besideTables ?? []).length === 0 ? null : (
            <Suspense fallback={null}>
              <Beside preview={preview} />
            </Suspense>
          )}
          {preview.months.length === 0 ? null : <TotalLine preview={preview} baseYear={baseYearOf(flow)} />}
          {scored.length === 0 ? null : (
            <Section title={t(WORDS.ranking)}>
              <PeopleList people={scored} />
            </Section>
          )}
          {preview.notes.length === 0 ? null : (
            <Section title={t(WORDS.notes)}>
              <ul className={styles.notes}>
                {preview.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </Section>
          )}
        </>
      ) : null}
    </Page>
  );
}
