import { Button, Field, Radio, RadioGroup, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useFlow, usePane, useSay } from "../context";
import { baseYearOf, yearsOf, type FlowState } from "../flow/state";
import { GradeChips } from "../parts/GradeChips";
import { GrowthInput } from "../parts/GrowthInput";
import { ErrorNotice } from "../parts/ErrorNotice";
import { MonthBars } from "../parts/MonthBars";
import { Page } from "../parts/Page";
import { Card, Section } from "../parts/Section";
import { TotalLine } from "../parts/TotalLine";
import { UnitTable } from "../parts/UnitTable";
import { Working } from "../parts/Working";
import { WORDS } from "../words";

const useStyles = makeStyles({
  choices: { display: "flex", flexDirection: "column", gap: "16px" },
  body: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "20px" },
  stack: { display: "flex", flexDirection: "column", gap: "12px" },
  results: { display: "flex", flexDirection: "column", gap: "24px", transition: "opacity 120ms" },
  stale: { opacity: 0.62 },
});

/** The few choices of the job, and what they come to, live. */
export function Plan() {
  const styles = useStyles();
  const t = useSay();
  const flow = useFlow();
  const { commands } = usePane();
  const { prepared } = flow;
  return (
    <Page
      title={t(WORDS.planTitle)}
      actions={
        <>
          <Button onClick={() => commands.open("data")}>{t(WORDS.back)}</Button>
          <Button
            appearance="primary"
            disabled={prepared.status !== "ready"}
            onClick={() => commands.open("preview")}
          >
            {t(WORDS.toPreview)}
          </Button>
        </>
      }
    >
      <Choices flow={flow} />
      {prepared.status === "failed" ? (
        <ErrorNotice error={prepared.error} onRetry={() => void commands.preview()} />
      ) : null}
      {prepared.status === "loading" && !prepared.value ? <Working text={t(WORDS.working)} /> : null}
      {prepared.value ? (
        <div className={styles.results} aria-busy={prepared.status === "loading"}>
          <Outcome flow={flow} />
        </div>
      ) : null}
    </Page>
  );
}

function Choices({ flow }: { readonly flow: FlowState }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const years = yearsOf(flow);
  const year = baseYearOf(flow);
  return (
    <Card>
      <div className={styles.choices}>
        <GrowthInput
          label={t(WORDS.growth, { year: year === undefined ? "" : String(year) })}
          value={flow.choices.growth ?? 0.2}
          onChange={(growth) => commands.choose({ growth })}
        />
        {years.length < 2 ? null : (
          <Field label={t(WORDS.baseYear)}>
            <Select
              value={String(year)}
              onChange={(_event, data) => commands.choose({ baseYear: Number(data.value) })}
            >
              {years.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t(WORDS.emptyMonths)}>
          <RadioGroup
            value={flow.choices.emptyMonths ?? "zero"}
            onChange={(_event, data) =>
              commands.choose({ emptyMonths: data.value === "average" ? "average" : "zero" })
            }
          >
            <Radio value="zero" label={t(WORDS.emptyMonthsZero)} />
            <Radio value="average" label={t(WORDS.emptyMonthsAverage)} />
          </RadioGroup>
        </Field>
      </div>
    </Card>
  );
}

function Outcome({ flow }: { readonly flow: FlowState }) {
  const styles = useStyles();
  const t = useSay();
  const preview = flow.prepared.value?.preview;
  if (!preview) return null;
  return (
    <>
      <TotalLine preview={preview} baseYear={baseYearOf(flow)} />
      <Section title={t(WORDS.byUnit)}>
        <UnitTable units={preview.units} />
      </Section>
      <Section title={t(WORDS.byMonth)}>
        <MonthBars months={preview.months} />
      </Section>
      <Section title={t(WORDS.scoring)}>
        <Card>
          <div className={styles.stack}>
            <p className={styles.body}>{t(WORDS.scoringBody)}</p>
            <GradeChips grades={preview.grades} />
          </div>
        </Card>
      </Section>
    </>
  );
}
