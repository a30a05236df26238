import { Checkbox, Field, Link, Radio, RadioGroup, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { EvaluationPage } from "../../../jobs/evaluation/evaluationPages";
import type { Survey } from "../../../jobs/types";
import { useFlow, usePane, useSay } from "../../context";
import { baseYearOf, yearsOf } from "../../flow/state";
import { Choice } from "../../parts/Choice";
import { GradeChips } from "../../parts/GradeChips";
import { JobPage } from "../../parts/JobPage";
import { LeftList } from "../../parts/LeftList";
import { PeopleList } from "../../parts/PeopleList";
import { Card, Section } from "../../parts/Section";
import { JOB_WORDS as J } from "../../jobWords";
import { SCORE_EDIT_WORDS } from "./words";
import { WORDS } from "../../words";

/** Fetched with the first ranking: rules and their checks are no part of the pane's first download. */
const SchemeEditor = lazy(async () => ({ default: (await import("./SchemeEditor")).SchemeEditor }));

/** Pages a person can ask for besides; a ledger's run has its own. */
const PAGES = [
  "analysis",
  "standing",
  "calibration",
  "whatif",
  "review",
] as const satisfies readonly EvaluationPage[];

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", gap: "16px" },
  lines: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "6px" },
  line: { display: "flex", justifyContent: "space-between", gap: "12px" },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  weight: { whiteSpace: "nowrap", color: tokens.colorNeutralForeground2 },
  note: { margin: "12px 0 0", color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
});

/** Scheme and year, and the ranking they come to, live. */
export function Score() {
  const t = useSay();
  const flow = useFlow();
  const year = baseYearOf(flow);
  const file = flow.survey.value?.survey.facts.file;
  const period = file?.periods.find(({ id }) => id === (flow.choices.period ?? file.period))?.name;
  return (
    <JobPage
      title={
        period !== undefined
          ? t(J.scorePeriodTitle, { period })
          : year === undefined
            ? t(J.scoreTitlePlain)
            : t(J.scoreTitle, { year: String(year) })
      }
      choices={<Choices />}
    >
      <Outcome />
    </JobPage>
  );
}

function Choices() {
  const styles = useStyles();
  const t = useSay();
  const flow = useFlow();
  const { commands } = usePane();
  const years = yearsOf(flow);
  const scheme = flow.survey.value?.survey.scheme;
  const file = flow.survey.value?.survey.facts.file;
  const periods = file?.periods ?? [];
  if (years.length < 2 && periods.length < 2 && !scheme && !file) return null;
  return (
    <Card>
      <div className={styles.stack}>
        {years.length < 2 ? null : (
          <Choice
            label={t(J.scoreYear)}
            value={String(baseYearOf(flow))}
            options={years.map((each) => ({ value: String(each), text: String(each) }))}
            onChange={(value) => commands.choose({ baseYear: Number(value) })}
          />
        )}
        {file && periods.length > 1 ? (
          <Choice
            label={t(J.scorePeriod)}
            value={flow.choices.period ?? file.period}
            options={periods.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(period) => commands.choose({ period })}
          />
        ) : null}
        {scheme ? (
          <Field label={t(J.scheme)}>
            <RadioGroup
              value={flow.choices.schemeFrom ?? "sheet"}
              onChange={(_event, { value }) =>
                commands.choose({ schemeFrom: value === "builtIn" ? "builtIn" : "sheet" })
              }
            >
              <Radio value="sheet" label={t(J.schemeSheet, { sheet: scheme.sheet })} />
              <Radio value="builtIn" label={t(J.schemeBuiltIn)} />
            </RadioGroup>
          </Field>
        ) : null}
        {scheme ? <Mistakes scheme={scheme} /> : null}
        {file ? <Pages /> : null}
      </div>
    </Card>
  );
}

/** Pages that go on from the scores. */
function Pages() {
  const t = useSay();
  const { pages = [] } = useFlow().choices;
  const { commands } = usePane();
  return (
    <Field label={t(SCORE_EDIT_WORDS.pages)}>
      <div role="group">
        {PAGES.map((page) => (
          <Checkbox
            key={page}
            label={t(SCORE_EDIT_WORDS[page])}
            checked={pages.includes(page)}
            onChange={(_event, { checked }) =>
              commands.choose({
                pages: PAGES.filter((one) => (one === page ? checked === true : pages.includes(one))),
              })
            }
          />
        ))}
      </div>
    </Field>
  );
}

/** What a person typed on the scheme sheet and cannot be: each a click away. */
function Mistakes({ scheme }: { readonly scheme: NonNullable<Survey["scheme"]> }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  if (scheme.mistakes.length === 0) return null;
  return (
    <div role="status">
      {t(J.schemeMistakes, { n: scheme.mistakes.length })}
      <ul className={styles.lines}>
        {scheme.mistakes.map(({ where, what }) => (
          <li key={`${where} ${what}`}>
            <Link as="button" onClick={() => void commands.goTo(scheme.sheet, where.split("!").at(-1))}>
              {where}
            </Link>{" "}
            {what}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Outcome() {
  const styles = useStyles();
  const t = useSay();
  const flow = useFlow();
  const { prepared } = flow;
  const { commands } = usePane();
  const preview = prepared.value?.preview;
  const scheme = preview?.scheme;
  if (!preview || !scheme) return null;
  const scored = preview.people.filter(({ total }) => total !== undefined);
  const { sheet } = scheme;
  return (
    <>
      <Section title={t(J.scheme)} aside={scheme.name}>
        <Card>
          <ul className={styles.lines}>
            {scheme.indicators.map(({ name, section, weight }) => (
              <li key={`${section} ${name}`} className={styles.line}>
                <span className={styles.name}>{name}</span>
                <span className={styles.weight}>{t(J.weight, { n: weight })}</span>
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            {sheet === undefined ? (
              t(J.schemeWritten)
            ) : (
              <>
                {t(J.schemeEdit, { sheet })}{" "}
                <Link as="button" onClick={() => void commands.goTo(sheet)}>
                  {t(J.open, { name: sheet })}
                </Link>
              </>
            )}
          </p>
        </Card>
      </Section>
      {scheme.whole ? (
        <Suspense fallback={null}>
          <SchemeEditor
            key={`${scheme.sheet ?? ""} ${String(flow.choices.period)} ${String(baseYearOf(flow))}`}
            scheme={scheme.whole}
            preview={preview}
          />
        </Suspense>
      ) : null}
      <Section title={t(WORDS.grades)}>
        <Card>
          <GradeChips grades={preview.grades} />
        </Card>
      </Section>
      <Section title={t(WORDS.ranking)} aside={t(J.scored, { n: scored.length })}>
        <PeopleList people={scored} />
      </Section>
      <LeftList title={t(J.notScored)} left={preview.left} />
    </>
  );
}
