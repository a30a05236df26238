import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { useState } from "react";
import type { ChartView, Preview, WriteReport } from "../../../jobs/types";
import { plural, useFlow, usePane, useSay } from "../../context";
import type { Job, Writing } from "../../flow/state";
import { ChartCard } from "./ChartCard";
import { Page } from "../../parts/Page";
import { PeopleList } from "../../parts/PeopleList";
import { Card, Section } from "../../parts/Section";
import { JOB_WORDS as J } from "../../jobWords";
import { FollowList } from "../../parts/FollowLines";
import { LeftList } from "../../parts/LeftList";
import { behindOf, leadersOf } from "../../parts/leaders";
import { WORDS } from "../../words";

const useStyles = makeStyles({
  links: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexWrap: "wrap", gap: "6px 16px" },
  lines: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "4px" },
  restore: { display: "flex", flexDirection: "column", gap: "12px" },
  ask: { margin: 0, color: tokens.colorNeutralForeground2 },
  row: { display: "flex", gap: "8px", flexWrap: "wrap" },
});

/** What was written, the three pictures that matter, the names to know, and one step back. */
export function Result() {
  const styles = useStyles();
  const t = useSay();
  const { writing, prepared } = useFlow();
  const { commands } = usePane();
  if (writing.status !== "done") return null;
  const { report, restore } = writing;
  const preview = prepared.value?.preview;
  const restored = restore === "restored";
  const count = report.sheets.length;
  return (
    <Page
      key={restored ? "restored" : "written"}
      title={
        restored ? t(WORDS.restored) : t(plural(count, WORDS.resultTitleOne, WORDS.resultTitle), { n: count })
      }
      intro={
        restored
          ? t(WORDS.restoredBody)
          : t(plural(report.charts, WORDS.resultDetailOne, WORDS.resultDetail), {
              cells: report.cells,
              formulas: report.formulas,
              charts: report.charts,
            })
      }
      actions={
        <Button appearance="primary" size="large" disabled={restore === "running"} onClick={commands.finish}>
          {t(WORDS.done)}
        </Button>
      }
    >
      {restored ? null : (
        <Section title={t(WORDS.openSheets)}>
          <ul className={styles.links}>
            {report.sheets.map((sheet) => (
              <li key={sheet}>
                <Link as="button" onClick={() => void commands.goTo(sheet)}>
                  {sheet}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {restored ? null : <Rerun report={report} />}
      {preview && !restored ? <Findings preview={preview} /> : null}
      {restored ? null : <Restore state={restore} />}
    </Page>
  );
}

/** After another run: what it made differently, and where that leaves what people had typed. */
function Rerun({ report: { changes, kept = [] } }: { readonly report: WriteReport }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  if (!changes) return null;
  const cells = new Map<string, number>();
  for (const { sheet, keptAs } of kept)
    if (keptAs === undefined) cells.set(sheet, (cells.get(sheet) ?? 0) + 1);
  const edited = kept.flatMap(({ sheet, keptAs }) => (keptAs === undefined ? [] : [{ sheet, tab: keptAs }]));
  return (
    <>
      <Section title={t(J.changesTitle)}>
        <ul className={styles.lines}>
          {changes.length === 0 ? (
            <li>{t(J.changesNone)}</li>
          ) : (
            changes.map((line) => <li key={line}>{line}</li>)
          )}
        </ul>
      </Section>
      {kept.length === 0 ? null : (
        <Section title={t(J.keptTitle)}>
          <ul className={styles.lines}>
            {[...cells].map(([sheet, n]) => (
              <li key={sheet}>{t(J.keptCells, { sheet, n })}</li>
            ))}
            {edited.map(({ sheet, tab }) => (
              <li key={tab}>
                <Link as="button" onClick={() => void commands.goTo(tab)}>
                  {t(J.keptAs, { sheet, tab })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Which three pictures a job is about, the first first. */
const CHARTS: Record<Job, readonly ChartView["id"][]> = {
  plan: ["monthly", "regions", "ranking", "grades"],
  score: ["ranking", "grades", "regions", "monthly"],
  follow: ["progress", "monthly", "regions", "ranking"],
};

function chartsThatMatter(job: Job, charts: readonly ChartView[]): ChartView[] {
  return CHARTS[job].flatMap((id) => charts.find((chart) => chart.id === id) ?? []).slice(0, 3);
}

function Findings({ preview }: { readonly preview: Preview }) {
  const t = useSay();
  const { job } = useFlow();
  const { best, behind } = leadersOf(preview.people);
  const late = behindOf(preview.follow?.people ?? []);
  return (
    <>
      {chartsThatMatter(job, preview.charts).map((chart) => (
        <Section key={chart.id} title={chart.title}>
          <ChartCard chart={chart} />
        </Section>
      ))}
      {late.length === 0 ? null : (
        <Section title={t(J.attention)}>
          <FollowList lines={late} />
        </Section>
      )}
      {best.length === 0 ? null : (
        <Section title={t(WORDS.best)}>
          <PeopleList people={best} />
        </Section>
      )}
      {behind.length === 0 ? null : (
        <Section title={t(WORDS.behind)}>
          <PeopleList people={behind} />
        </Section>
      )}
      <LeftList title={t(preview.people.length > 0 ? J.notScored : J.notPlanned)} left={preview.left} />
    </>
  );
}

function Restore({ state }: { readonly state: Extract<Writing, { status: "done" }>["restore"] }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const [asking, setAsking] = useState(false);
  return (
    <Card>
      <div className={styles.restore}>
        <p className={styles.ask}>{t(WORDS.restoreAsk)}</p>
        <div className={styles.row}>
          {state === "running" ? (
            <Button disabled>{t(WORDS.restoring)}</Button>
          ) : asking ? (
            <>
              <Button autoFocus onClick={() => void commands.restore()}>
                {t(WORDS.restoreConfirm)}
              </Button>
              <Button appearance="subtle" onClick={() => setAsking(false)}>
                {t(WORDS.keep)}
              </Button>
            </>
          ) : (
            <Button icon={<ArrowUndoRegular />} onClick={() => setAsking(true)}>
              {t(WORDS.restore)}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
