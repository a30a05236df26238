import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { ReviewBook, Reviewed } from "../../../jobs/review/reviewBook";
import { EVENT_WORDS, NEEDS_REASON, type EventKind } from "../../../scoring/review/events";
import { allowedEvents } from "../../../scoring/review/flow";
import { usePane, useSay } from "../../context";
import { Card, Section } from "../../parts/Section";
import { useReviewStyles } from "./styles";
import { REVIEW_WORDS as W } from "./words";

interface ReviewStepsProps {
  readonly book: ReviewBook;
  readonly chosen: readonly Reviewed[];
  readonly busy: boolean;
  readonly named: boolean;
  readonly onStep: (kind: EventKind, more: { readonly reason?: string; readonly score?: number }) => void;
}

/** What can be done to all who are selected; a step that needs its reason asks for it first. */
export function ReviewSteps({ book, chosen, busy, named, onStep }: ReviewStepsProps) {
  const styles = useReviewStyles();
  const t = useSay();
  const { lang } = usePane();
  const [asking, setAsking] = useState<EventKind>();
  const [reason, setReason] = useState("");
  const [score, setScore] = useState("");
  const [missing, setMissing] = useState<string>();
  if (chosen.length === 0) return <p className={styles.body}>{t(W.pickSome)}</p>;
  const [first] = chosen;
  const possible = allowedEvents(first?.standing.stage ?? "", book.rules).filter((kind) =>
    chosen.every(({ standing }) => allowedEvents(standing.stage, book.rules).includes(kind)),
  );
  const asks = (kind: EventKind): boolean =>
    NEEDS_REASON.has(kind) || (kind === "lock" && chosen.some(({ standing }) => standing.stage === "sign"));
  const begin = (kind: EventKind): void => {
    setMissing(undefined);
    if (!named && kind !== "sign") setMissing(t(W.needName));
    else if (asks(kind)) setAsking(kind);
    else onStep(kind, {});
  };
  const confirm = (kind: EventKind): void => {
    const number = score.trim() === "" ? undefined : Number(score);
    const wrong =
      kind === "adjust" ? number === undefined || Number.isNaN(number) : Number.isNaN(number ?? 0);
    if (reason.trim() === "") setMissing(t(W.needReason));
    else if (wrong) setMissing(t(W.needScore));
    else onStep(kind, { reason, ...(number !== undefined && { score: number }) });
  };
  return (
    <Section title={t(W.selected, { n: String(chosen.length) })}>
      <Card>
        <div className={styles.column}>
          {possible.length === 0 ? <p className={styles.body}>{t(W.nothingCommon)}</p> : null}
          <div className={styles.row}>
            {possible.map((kind, i) => (
              <Button
                key={kind}
                disabled={busy}
                appearance={i === 0 && asking === undefined ? "primary" : "secondary"}
                aria-pressed={asking === kind}
                onClick={() => begin(kind)}
              >
                {EVENT_WORDS[kind][lang]}
              </Button>
            ))}
          </div>
          {asking === undefined ? null : (
            <>
              {asking === "adjust" || asking === "uphold" ? (
                <Field label={t(asking === "adjust" ? W.score : W.scoreMay)}>
                  <Input
                    value={score}
                    inputMode="decimal"
                    onChange={(_event, { value }) => setScore(value)}
                  />
                </Field>
              ) : null}
              <Field label={t(W.reason)}>
                <Textarea value={reason} rows={2} onChange={(_event, { value }) => setReason(value)} />
              </Field>
              <div className={styles.row}>
                <Button appearance="primary" disabled={busy} onClick={() => confirm(asking)}>
                  {t(W.confirm, { event: EVENT_WORDS[asking][lang], n: String(chosen.length) })}
                </Button>
                <Button onClick={() => setAsking(undefined)}>{t(W.cancel)}</Button>
              </div>
            </>
          )}
          {missing === undefined ? null : (
            <p className={styles.body} role="alert">
              {missing}
            </p>
          )}
        </div>
      </Card>
    </Section>
  );
}
