import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkFilled } from "@fluentui/react-icons/svg/checkmark";
import { useFlow, usePane, useSay } from "../context";
import { canShow, stepsOf } from "../flow/state";
import { STEP_NAMES } from "../jobWords";
import { WORDS } from "../words";

const useStyles = makeStyles({
  nav: {
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { listStyle: "none", margin: "0 auto", padding: "0 12px", maxWidth: "560px", display: "flex" },
  item: { flex: "1 1 0", minWidth: 0 },
  step: {
    width: "100%",
    minHeight: "40px",
    border: "none",
    background: "none",
    font: "inherit",
    fontSize: "13px",
    color: tokens.colorNeutralForeground3,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: "4px",
    padding: "0 2px",
    borderBottom: "2px solid transparent",
    ":enabled": { cursor: "pointer", color: tokens.colorNeutralForeground2 },
    ":enabled:hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  here: {
    borderBottomColor: tokens.colorBrandStroke1,
    fontWeight: 600,
    ":enabled": { color: tokens.colorBrandForeground1 },
  },
  tick: { flexShrink: 0, width: "12px", height: "12px" },
});

/** The four beats, for orientation and for going back. */
export function Steps() {
  const styles = useStyles();
  const t = useSay();
  const flow = useFlow();
  const { commands } = usePane();
  const steps = stepsOf(flow.job);
  const here = steps.findIndex((step) => step === flow.screen);
  return (
    <nav className={styles.nav} aria-label={t(WORDS.steps)}>
      <ol className={styles.list}>
        {steps.map((step, index) => (
          <li key={step} className={styles.item}>
            <button
              type="button"
              className={mergeClasses(styles.step, index === here && styles.here)}
              aria-current={index === here ? "step" : undefined}
              disabled={!canShow(flow, step) || flow.writing.status === "writing"}
              onClick={() => commands.open(step)}
            >
              {index < here ? (
                <CheckmarkFilled className={styles.tick} aria-label={t(WORDS.stepDone)} />
              ) : null}
              {t(STEP_NAMES[step])}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
