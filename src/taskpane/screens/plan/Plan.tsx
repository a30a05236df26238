import { makeStyles } from "@fluentui/react-components";
import { useFlow, useSay } from "../../context";
import { baseYearOf } from "../../flow/state";
import { GradeChips } from "../../parts/GradeChips";
import { JobPage } from "../../parts/JobPage";
import { LeftList } from "../../parts/LeftList";
import { MonthBars } from "./MonthBars";
import { PlanChoices } from "./PlanChoices";
import { Card, Section } from "../../parts/Section";
import { TotalLine } from "../../parts/TotalLine";
import { UnitTable } from "./UnitTable";
import { JOB_WORDS as J, JOB_NAMES } from "../../jobWords";
import { WORDS } from "../../words";

const useStyles = makeStyles({
  body: { margin: 0, fontSize: "13px", lineHeight: "20px" },
  stack: { display: "flex", flexDirection: "column", gap: "12px" },
});

/** The few choices of a plan, and what they come to, live. */
export function Plan() {
  const t = useSay();
  const flow = useFlow();
  const year = baseYearOf(flow);
  const both = flow.choices.parts?.includes("score") ?? true;
  const title = both
    ? t(WORDS.planTitle)
    : year === undefined
      ? t(JOB_NAMES.plan.plain)
      : t(JOB_NAMES.plan.title, { next: String(year + 1) });
  return (
    <JobPage title={title} choices={<PlanChoices />}>
      <Outcome />
    </JobPage>
  );
}

function Outcome() {
  const styles = useStyles();
  const t = useSay();
  const flow = useFlow();
  const preview = flow.prepared.value?.preview;
  if (!preview) return null;
  const { scheme } = preview;
  return (
    <>
      <TotalLine preview={preview} baseYear={baseYearOf(flow)} />
      {preview.units.length === 0 ? null : (
        <Section title={t(WORDS.byUnit)}>
          <UnitTable units={preview.units} />
        </Section>
      )}
      <Section title={t(WORDS.byMonth)}>
        <MonthBars months={preview.months} />
      </Section>
      {scheme ? (
        <Section title={t(WORDS.scoring)}>
          <Card>
            <div className={styles.stack}>
              <p className={styles.body}>{scheme.sheet === undefined ? t(WORDS.scoringBody) : scheme.name}</p>
              <GradeChips grades={preview.grades} />
            </div>
          </Card>
        </Section>
      ) : (
        <LeftList title={t(J.notPlanned)} left={preview.left} />
      )}
    </>
  );
}
