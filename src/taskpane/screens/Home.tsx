import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Survey } from "../../jobs/types";
import { useFlow, usePane, useSay } from "../context";
import { baseYearOf } from "../flow/state";
import { compact, monthName, moment, whole } from "../numbers";
import { ErrorNotice } from "../parts/ErrorNotice";
import { Page } from "../parts/Page";
import { Card, Section } from "../parts/Section";
import { Working } from "../parts/Working";
import { WORDS } from "../words";
import { NotReady } from "./NotReady";

const useStyles = makeStyles({
  facts: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "16px 12px", margin: 0 },
  fact: { display: "flex", flexDirection: "column-reverse", minWidth: 0 },
  label: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
  value: { margin: 0, fontSize: "18px", lineHeight: "26px", fontWeight: 600 },
  detail: {
    display: "block",
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "16px",
    fontWeight: 400,
  },
  small: { fontSize: "14px", lineHeight: "26px" },
  next: { display: "flex", flexDirection: "column", gap: "12px", padding: "16px" },
  nextTitle: { margin: 0, fontSize: "16px", lineHeight: "24px", fontWeight: 600, textWrap: "balance" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: "21px" },
  wide: { width: "100%" },
  stack: { display: "flex", flexDirection: "column", gap: "8px" },
  links: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexWrap: "wrap", gap: "4px 16px" },
});

/** This workbook's state and the likely next step. */
export function Home() {
  const t = useSay();
  const { survey } = useFlow();
  const { commands } = usePane();
  const found = survey.value?.survey;
  const title =
    found && !found.ready
      ? t(found.tables.length > 0 ? WORDS.nearTitle : WORDS.emptyTitle)
      : (found?.workbook ?? t(WORDS.product));
  return (
    <Page title={title}>
      {survey.status === "failed" ? (
        <ErrorNotice error={survey.error} onRetry={() => void commands.survey()} />
      ) : null}
      {survey.status === "loading" ? (
        <Working
          text={t(WORDS.reading)}
          {...(survey.progress ? { fraction: survey.progress.fraction } : {})}
        />
      ) : null}
      {found ? found.ready ? <Ready survey={found} /> : <NotReady survey={found} /> : null}
    </Page>
  );
}

function Ready({ survey }: { readonly survey: Survey }) {
  const styles = useStyles();
  const t = useSay();
  const flow = useFlow();
  const { lang, commands } = usePane();
  const { facts, lastRun } = survey;
  const year = baseYearOf(flow);
  return (
    <>
      <Card>
        <dl className={styles.facts}>
          <Fact
            label={t(WORDS.factWon)}
            value={compact(facts.wonValue, lang)}
            title={whole(facts.wonValue, lang)}
          />
          <Fact
            label={t(WORDS.factDeals)}
            value={whole(facts.won, lang)}
            detail={t(WORDS.factDealsOf, { n: facts.deals })}
          />
          <Fact label={t(WORDS.factPeople)} value={whole(facts.people, lang)} />
          {facts.firstMonth && facts.lastMonth ? (
            <Fact
              small
              label={t(WORDS.factPeriod)}
              value={t(WORDS.factPeriodValue, {
                from: monthName(facts.firstMonth, lang),
                to: monthName(facts.lastMonth, lang),
              })}
            />
          ) : null}
        </dl>
      </Card>
      <Section title={t(WORDS.nextJob)}>
        <Card flush className={styles.next}>
          <h3 className={styles.nextTitle}>
            {year === undefined
              ? t(WORDS.nextTitlePlain)
              : t(WORDS.nextTitle, { next: String(year + 1), year: String(year) })}
          </h3>
          <p className={styles.body}>{t(lastRun ? WORDS.nextAgain : WORDS.nextBody)}</p>
          <Button
            appearance="primary"
            size="large"
            className={styles.wide}
            onClick={() => void commands.openData()}
          >
            {t(lastRun ? WORDS.startAgain : WORDS.start)}
          </Button>
        </Card>
      </Section>
      {lastRun ? (
        <Section title={t(WORDS.written)} aside={moment(lastRun.at, lang)}>
          <ul className={styles.links}>
            {lastRun.sheets.map((sheet) => (
              <li key={sheet}>
                <Link as="button" onClick={() => void commands.goTo(sheet)}>
                  {sheet}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
  readonly title?: string;
  readonly small?: boolean;
}

function Fact({ label, value, detail, title, small = false }: FactProps) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={mergeClasses(styles.value, small && styles.small)} title={title}>
        {value}
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </dd>
    </div>
  );
}
