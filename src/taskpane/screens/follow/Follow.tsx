import { makeStyles, tokens } from "@fluentui/react-components";
import type { FollowView } from "../../../jobs/types";
import { useFlow, usePane, useSay } from "../../context";
import { baseYearOf } from "../../flow/state";
import { Choice } from "../../parts/Choice";
import { FollowList, FollowTable } from "../../parts/FollowLines";
import { JobPage } from "../../parts/JobPage";
import { PlanChoices } from "../plan/PlanChoices";
import { Card, Section } from "../../parts/Section";
import { behindOf } from "../../parts/leaders";
import { JOB_WORDS as J } from "../../jobWords";
import { money, percent } from "../../parts/numbers";

const useStyles = makeStyles({
  body: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: "21px" },
  title: { margin: "0 0 6px", fontSize: "14px", fontWeight: 600 },
  label: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
  value: { fontSize: "28px", lineHeight: "38px", fontWeight: 600, letterSpacing: "-0.01em" },
  total: { display: "flex", flexDirection: "column", gap: "2px" },
});

/** How the plan stands: what was due, what was reached, who is behind and what each month now needs. */
export function Follow() {
  const t = useSay();
  const flow = useFlow();
  const { commands } = usePane();
  const year = baseYearOf(flow);
  const follow = flow.prepared.value?.preview.follow;
  const made = flow.survey.value?.survey.lastRun?.made?.plan;
  return (
    <JobPage
      title={year === undefined ? t(J.followTitlePlain) : t(J.followTitle, { year: String(year + 1) })}
      choices={
        <>
          {follow && follow.known.length > 1 ? (
            <Card>
              <Choice
                label={t(J.through)}
                value={String(follow.through)}
                options={follow.months
                  .slice(0, Math.max(...follow.known))
                  .map((text, index) => ({ value: String(index + 1), text }))}
                onChange={(value) => commands.choose({ through: Number(value) })}
              />
            </Card>
          ) : null}
          {made ? null : <PlanChoices />}
        </>
      }
    >
      {follow ? <Outcome follow={follow} /> : null}
    </JobPage>
  );
}

function Outcome({ follow }: { readonly follow: FollowView }) {
  const styles = useStyles();
  const t = useSay();
  const { lang, money: style } = usePane();
  const year = String(follow.year);
  if (follow.through === 0) {
    return (
      <Card>
        <h2 className={styles.title}>{t(J.followEmpty, { year })}</h2>
        <p className={styles.body}>{t(J.followEmptyBody, { year })}</p>
      </Card>
    );
  }
  const { total } = follow;
  const behind = behindOf(follow.people);
  return (
    <>
      <div className={styles.total} role="status">
        <span className={styles.label}>{t(J.attainment)}</span>
        <span className={styles.value}>
          {total.attainment === undefined ? "–" : percent(total.attainment, lang, 1)}
        </span>
        <span className={styles.label}>
          {t(J.reached)} {money(total.actual, lang, style)} · {t(J.due)} {money(total.target, lang, style)}
        </span>
        {total.forecast === undefined ? null : (
          <span className={styles.label}>
            {t(J.forecast, {
              value: money(total.forecast, lang, style),
              percent: percent(total.yearTarget > 0 ? total.forecast / total.yearTarget : 0, lang),
            })}
          </span>
        )}
      </div>
      {follow.units.length === 0 ? null : (
        <Section title={t(J.byUnitNow)}>
          <FollowTable lines={follow.units} />
        </Section>
      )}
      <Section title={t(J.attention)}>
        {behind.length === 0 ? (
          <p className={styles.body}>{t(J.attentionNone)}</p>
        ) : (
          <FollowList lines={behind} />
        )}
      </Section>
    </>
  );
}
