import { Button, ProgressBar, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { CircleHalfFillRegular } from "@fluentui/react-icons/svg/circle-half-fill";
import { useFlow, usePane, useSay } from "../../context";
import type { Stage } from "../../../jobs/types";
import { percent } from "../../parts/numbers";
import { Page } from "../../parts/Page";
import { STAGE_NAMES, WORDS } from "../../words";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "12px" },
  stage: { display: "flex", alignItems: "center", gap: "10px", color: tokens.colorNeutralForeground3 },
  icon: { fontSize: "20px", flexShrink: 0 },
  reached: { color: tokens.colorNeutralForeground1 },
  now: { fontWeight: 600 },
  done: { color: tokens.colorBrandForeground1 },
  live: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px" },
});

/** The stages of writing; reading and scoring are done by the time the preview is on the screen. */
const WRITE_STAGES: readonly Stage[] = ["describe", "write", "finish"];

export function ProgressScreen() {
  const styles = useStyles();
  const t = useSay();
  const { writing } = useFlow();
  const { commands, lang } = usePane();
  if (writing.status !== "writing") return null;
  const { progress, cancelling } = writing;
  const fraction = progress?.fraction ?? 0;
  const at = progress ? WRITE_STAGES.indexOf(progress.stage) : 0;
  const now = progress ? STAGE_NAMES[progress.stage] : STAGE_NAMES.describe;
  return (
    <Page
      title={t(WORDS.writing)}
      intro={t(WORDS.writingSafe)}
      actions={
        <Button size="large" disabled={cancelling} onClick={commands.cancel}>
          {t(cancelling ? WORDS.cancelling : WORDS.cancel)}
        </Button>
      }
    >
      <ProgressBar value={fraction} thickness="large" aria-label={t(WORDS.writing)} />
      <p className={styles.live} role="status">
        {t(now)} · {percent(fraction, lang)}
      </p>
      <ol className={styles.list}>
        {WRITE_STAGES.map((stage, index) => (
          <li
            key={stage}
            className={mergeClasses(styles.stage, index <= at && styles.reached, index === at && styles.now)}
            aria-current={index === at ? "step" : undefined}
          >
            {index < at ? (
              <CheckmarkCircleFilled
                className={mergeClasses(styles.icon, styles.done)}
                aria-label={t(WORDS.stepDone)}
              />
            ) : index === at ? (
              <CircleHalfFillRegular className={mergeClasses(styles.icon, styles.done)} aria-hidden="true" />
            ) : (
              <CircleRegular className={styles.icon} aria-hidden="true" />
            )}
            {t(STAGE_NAMES[stage])}
          </li>
        ))}
      </ol>
    </Page>
  );
}
