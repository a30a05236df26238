import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { LastRun, Survey } from "../../../jobs/types";
import { useFlow, usePane, useSay } from "../../context";
import { baseYearOf, JOBS, PART_OF, type Job } from "../../flow/state";
import { JOB_NAMES, JOB_WORDS as J } from "../../jobWords";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Page } from "../../parts/Page";
import { PlanAgain } from "./PlanAgain";
import { Card, Section } from "../../parts/Section";
import { WorkbookFacts } from "./WorkbookFacts";
import { WorkbookPages } from "./WorkbookPages";
import { Working } from "../../parts/Working";
import { GALLERY_WORDS } from "../gallery/words";
import { REVIEW_HOME_WORDS } from "./reviewWords";
import { SHARE_HOME_WORDS } from "./shareWords";
import { WORDS } from "../../words";
import { NotReady } from "./NotReady";

const useStyles = makeStyles({
  next: { display: "flex", flexDirection: "column", gap: "12px", padding: "16px" },
  nextTitle: { margin: 0, fontSize: "16px", lineHeight: "24px", fontWeight: 600, textWrap: "balance" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: "21px" },
  wide: { width: "100%" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  job: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    gap: "2px 12px",
    padding: "12px 14px",
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  jobTitle: { margin: 0, fontSize: "14px", lineHeight: "20px", fontWeight: 600 },
  jobBody: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "12px", lineHeight: "18px" },
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
      {found ? <PlanAgain /> : null}
      {found?.lastRun?.pages.some(({ spec }) => /^scorecard\b/.test(spec)) ? <SignOff /> : null}
      {found ? <OutAndBack /> : null}
      {found ? <Templates /> : null}
    </Page>
  );
}

function Ready({ survey }: { readonly survey: Survey }) {
  const t = useSay();
  const { facts, lastRun, kind } = survey;
  return (
    <>
      {lastRun && lastRun.changes.length > 0 ? <Stale lastRun={lastRun} /> : null}
      {lastRun || kind === "people" ? null : <Everything />}
      <Section title={t(lastRun || kind === "people" ? WORDS.nextJob : J.jobs)}>
        <JobCards
          jobs={kind === "people" ? ["score"] : JOBS}
          {...(kind === "people" ? { likely: "score" } : lastRun ? { likely: likelyNext(lastRun) } : {})}
        />
      </Section>
      <Section title={t(J.state)}>
        <WorkbookFacts facts={facts} />
        {lastRun ? <WorkbookPages survey={survey} lastRun={lastRun} /> : null}
      </Section>
    </>
  );
}

/** Scores that stand are reviewed, signed and locked. */
function SignOff() {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  return (
    <Section title={t(REVIEW_HOME_WORDS.homeTitle)}>
      <Card flush className={styles.next}>
        <p className={styles.body}>{t(REVIEW_HOME_WORDS.homeBody)}</p>
        <Button className={styles.wide} onClick={() => commands.open("review")}>
          {t(REVIEW_HOME_WORDS.open)}
        </Button>
      </Card>
    </Section>
  );
}

/** Workbooks to people, and their answers back. */
function OutAndBack() {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  return (
    <Section title={t(SHARE_HOME_WORDS.homeTitle)}>
      <Card flush className={styles.next}>
        <p className={styles.body}>{t(SHARE_HOME_WORDS.homeBody)}</p>
        <Button className={styles.wide} onClick={() => commands.open("share")}>
          {t(SHARE_HOME_WORDS.open)}
        </Button>
      </Card>
    </Section>
  );
}

/** A way in for a workbook that holds nothing yet, or for one more page. */
function Templates() {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  return (
    <Section title={t(GALLERY_WORDS.homeTitle)}>
      <Card flush className={styles.next}>
        <p className={styles.body}>{t(GALLERY_WORDS.homeBody)}</p>
        <Button className={styles.wide} onClick={() => commands.open("gallery")}>
          {t(GALLERY_WORDS.open)}
        </Button>
      </Card>
    </Section>
  );
}

/** What is out of date and since which change; one button brings it up to date. */
function Stale({ lastRun }: { readonly lastRun: LastRun }) {
  const styles = useStyles();
  const t = useSay();
  const { commands, lang } = usePane();
  const changes = new Intl.ListFormat(lang, { type: "conjunction" }).format(lastRun.changes);
  return (
    <Card flush className={styles.next}>
      <h2 className={styles.nextTitle}>{t(J.stale)}</h2>
      <p className={styles.body}>{t(J.staleBody, { changes })}</p>
      <Button
        appearance="primary"
        className={styles.wide}
        onClick={() => void commands.startJob(mainJob(lastRun))}
      >
        {t(J.staleUpdate)}
      </Button>
    </Card>
  );
}

/** The whole of it, for a workbook nothing was made in yet. */
function Everything() {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const year = baseYearOf(useFlow());
  return (
    <Section title={t(WORDS.nextJob)}>
      <Card flush className={styles.next}>
        <h3 className={styles.nextTitle}>
          {year === undefined
            ? t(WORDS.nextTitlePlain)
            : t(WORDS.nextTitle, { next: String(year + 1), year: String(year) })}
        </h3>
        <p className={styles.body}>{t(WORDS.nextBody)}</p>
        <Button
          appearance="primary"
          size="large"
          className={styles.wide}
          onClick={() => void commands.startJob("plan", ["score"])}
        >
          {t(WORDS.start)}
        </Button>
      </Card>
    </Section>
  );
}

function JobCards({ jobs, likely }: { readonly jobs: readonly Job[]; readonly likely?: Job }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const year = baseYearOf(useFlow());
  return (
    <Card flush>
      <ul className={styles.list}>
        {jobs.map((job) => {
          const { title, plain, body, start } = JOB_NAMES[job];
          const name =
            year === undefined ? t(plain) : t(title, { year: String(year), next: String(year + 1) });
          return (
            <li key={job} className={styles.job}>
              <div>
                <h3 className={styles.jobTitle}>{name}</h3>
                <p className={styles.jobBody}>{t(body)}</p>
              </div>
              <Button
                appearance={job === likely ? "primary" : "secondary"}
                aria-label={`${t(start)} – ${name}`}
                onClick={() => void commands.startJob(job)}
              >
                {t(start)}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** Plan, then score, then follow; what was made already is not what comes next. */
function likelyNext({ made }: LastRun): Job {
  return JOBS.find((job) => !made?.parts.includes(PART_OF[job])) ?? "follow";
}

function mainJob({ made }: LastRun): Job {
  return JOBS.find((job) => made?.parts.includes(PART_OF[job])) ?? "plan";
}
