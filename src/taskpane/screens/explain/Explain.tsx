import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useFlow, usePane, useSay } from "../../context";
import type { ExplainStep } from "../../../scoring/explain/step";
import { points } from "../../parts/numbers";
import { Disclosure } from "../../parts/Disclosure";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Page } from "../../parts/Page";
import { Card } from "../../parts/Section";
import { WORDS } from "../../words";

const useStyles = makeStyles({
  text: { margin: 0, overflowWrap: "anywhere", lineHeight: "21px" },
  lead: { fontWeight: 600 },
  workings: {
    margin: "4px 0 0",
    color: tokens.colorNeutralForeground2,
    fontSize: "13px",
    lineHeight: "19px",
    overflowWrap: "anywhere",
  },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "10px" },
  inner: {
    listStyle: "none",
    margin: 0,
    padding: "0 14px 12px 36px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  small: { fontSize: "13px", lineHeight: "19px" },
  cell: { fontSize: "12px" },
});

/** Why a score is what it is: total → section → indicator → rule → inputs, each with its numbers and its cell. */
export function Explain() {
  const styles = useStyles();
  const t = useSay();
  const { explanation, cameFrom = "home" } = useFlow();
  const { commands, lang } = usePane();
  const shown = explanation.value;
  const title =
    shown?.total === undefined
      ? t(WORDS.explainWhyNone)
      : t(WORDS.explainWhy, { value: points(shown.total, lang) });
  return (
    <Page
      quiet
      title={title}
      intro={shown ? [shown.person, shown.unit, shown.grade].filter((part) => part !== "").join(" · ") : null}
      actions={<Button onClick={() => commands.open(cameFrom)}>{t(WORDS.back)}</Button>}
    >
      {explanation.status === "failed" ? <ErrorNotice error={explanation.error} /> : null}
      {shown ? (
        <>
          <Card>
            <Step step={shown.step} lead />
          </Card>
          <ul className={styles.list}>
            {foldSections(shown.step).map((step) => (
              <li key={`${step.kind} ${step.id}`}>
                <Card flush>
                  {step.steps.length === 0 ? (
                    <div style={{ padding: "12px 14px" }}>
                      <Step step={step} />
                    </div>
                  ) : (
                    <Disclosure
                      key={`${shown.person} ${shown.indicator ?? ""}`}
                      summary={<span className={styles.text}>{step.text}</span>}
                      open={step.id === shown.indicator}
                    >
                      <Steps steps={step.steps} />
                    </Disclosure>
                  )}
                </Card>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className={mergeClasses(styles.workings)}>{t(WORDS.explainIntro)}</p>
    </Page>
  );
}

/** Sections first, then their indicators: what a person clicks is an indicator. */
function foldSections(total: ExplainStep): ExplainStep[] {
  return total.steps.flatMap((step) =>
    step.kind === "section" ? [{ ...step, steps: [] }, ...step.steps] : [step],
  );
}

function Steps({ steps }: { readonly steps: readonly ExplainStep[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.inner}>
      {steps.map((step) => (
        <li key={`${step.kind} ${step.id}`}>
          <Step step={step} small />
          {step.steps.length === 0 ? null : <Steps steps={step.steps} />}
        </li>
      ))}
    </ul>
  );
}

interface StepProps {
  readonly step: ExplainStep;
  readonly lead?: boolean;
  readonly small?: boolean;
}

function Step({ step, lead = false, small = false }: StepProps) {
  const styles = useStyles();
  return (
    <p className={mergeClasses(styles.text, lead && styles.lead, small && styles.small)}>
      {step.text} {step.cell === undefined ? null : <Place cell={step.cell} />}
    </p>
  );
}

function Place({ cell }: { readonly cell: string }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const [, sheet = "", address = ""] = /^'?((?:[^']|'')*?)'?!(.+)$/.exec(cell) ?? [];
  const plain = address.replaceAll("$", "");
  const name = sheet.replaceAll("''", "'");
  return (
    <Link
      as="button"
      className={styles.cell}
      title={t(WORDS.goTo, { where: `${name}!${plain}` })}
      onClick={() => void commands.goTo(name, plain)}
    >
      {plain}
    </Link>
  );
}
