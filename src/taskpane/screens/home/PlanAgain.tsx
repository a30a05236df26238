import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { PreparedPlan } from "../../../jobs/plan/planJob";
import { usePane, useSay } from "../../context";
import { loadPlanAgain, type PlanAgainJobs } from "./planAgainJobs";
import { PLAN_AGAIN_WORDS as W } from "./planAgainWords";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Card, Section } from "../../parts/Section";
import { Working } from "../../parts/Working";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: "10px" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  result: { margin: 0, fontWeight: 600 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** For a workbook with a request page: its plan again, looked at before it is written. */
export function PlanAgain() {
  const styles = useStyles();
  const t = useSay();
  const { lang, commands } = usePane();
  const [jobs, setJobs] = useState<PlanAgainJobs>();
  const [planned, setPlanned] = useState<PreparedPlan>();
  const [doing, setDoing] = useState(false);
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let gone = false;
    void loadPlanAgain().then(async (loaded) => {
      const has = await loaded.hasRequest().catch(() => false);
      if (!gone && has) setJobs(loaded);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (!jobs) return null;

  async function run(work: () => Promise<void>): Promise<void> {
    setDoing(true);
    setError(undefined);
    setSaid(undefined);
    try {
      await work();
    } catch (reason) {
      setPlanned(undefined);
      setError(reason);
    } finally {
      setDoing(false);
    }
  }
  const prepare = (how: "prepareAgain" | "prepareKept") => () =>
    void run(async () => setPlanned(await jobs[how]({ lang })));
  const write = (prepared: PreparedPlan) => () =>
    void run(async () => {
      const { sheets } = await jobs.writePlan(prepared, { lang });
      setPlanned(undefined);
      setSaid(t(W.written, { n: String(sheets.length) }));
      void commands.survey();
    });
  const kept = planned?.typed?.limits.length ?? 0;
  return (
    <Section title={t(W.title)}>
      <Card>
        <div className={styles.stack}>
          <p className={styles.body}>{t(W.body)}</p>
          <div className={styles.row}>
            <Button disabled={doing} onClick={prepare("prepareAgain")}>
              {t(W.again)}
            </Button>
            <Button disabled={doing} onClick={prepare("prepareKept")}>
              {t(W.kept)}
            </Button>
          </div>
          {doing ? <Working text={t(W.working)} /> : null}
          {error === undefined ? null : <ErrorNotice error={error} />}
          {said === undefined ? null : (
            <p className={styles.result} role="status">
              {said}
            </p>
          )}
          {planned === undefined ? null : (
            <>
              <p className={styles.result} role="status">
                {t(W.result, {
                  measure: planned.request.measure,
                  total: planned.plan.root.total.toLocaleString(lang),
                  unit: planned.request.unit,
                })}
              </p>
              {kept > 0 ? <p className={styles.body}>{t(W.keeps, { n: String(kept) })}</p> : null}
              <Button appearance="primary" disabled={doing} onClick={write(planned)}>
                {t(W.write, { n: String(planned.spec.sheets.length) })}
              </Button>
            </>
          )}
        </div>
      </Card>
    </Section>
  );
}
