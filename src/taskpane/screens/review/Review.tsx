import { Button, Field, Input, MessageBar, MessageBarBody, SearchBox } from "@fluentui/react-components";
import { useState } from "react";
import { AttainError } from "../../../errors";
import { usePane, useSay } from "../../context";
import { Choice } from "../../parts/Choice";
import { ErrorNotice } from "../../parts/ErrorNotice";
import { Page } from "../../parts/Page";
import { Section } from "../../parts/Section";
import { Working } from "../../parts/Working";
import { PeopleByStage } from "./PeopleByStage";
import { ReviewSteps } from "./ReviewSteps";
import { rememberReviewer, rememberedReviewer } from "./reviewer";
import { StageFilter } from "./StageFilter";
import { useReviewStyles } from "./styles";
import { useReview } from "./useReview";
import { REVIEW_WORDS as W } from "./words";

/** Everybody of the evaluation by stage; whoever is selected goes on, comes back, signs or is locked. */
export function Review() {
  const styles = useReviewStyles();
  const t = useSay();
  const { commands, lang } = usePane();
  const { book, notices, jobs, doing, said, error, record } = useReview();
  const [by, setBy] = useState(rememberedReviewer);
  const [unit, setUnit] = useState("");
  const [stage, setStage] = useState("");
  const [words, setWords] = useState("");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const none = error instanceof AttainError && error.code === "no-scores";
  const shown = (book?.people ?? []).filter(
    (person) =>
      (unit === "" || person.unit === unit) &&
      (stage === "" || person.standing.stage === stage) &&
      person.person.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const chosen = shown.filter(({ person }) => selected.has(person));
  return (
    <Page
      title={t(none ? W.emptyTitle : W.title)}
      intro={
        none
          ? t(W.emptyBody)
          : book
            ? t(W.intro, { name: book.name, n: String(book.people.length) })
            : undefined
      }
      actions={
        <>
          {book?.tabs.board === undefined ? null : (
            <Button onClick={() => void commands.goTo(book.tabs.board ?? "")}>{t(W.toSheet)}</Button>
          )}
          <Button appearance="primary" onClick={() => commands.open("home")}>
            {t(W.back)}
          </Button>
        </>
      }
    >
      {error === undefined || none ? null : <ErrorNotice error={error} />}
      {doing || (!book && error === undefined) ? <Working text={t(book ? W.working : W.loading)} /> : null}
      {said === undefined ? null : (
        <MessageBar intent="success" layout="multiline" politeness="polite">
          <MessageBarBody>{said}</MessageBarBody>
        </MessageBar>
      )}
      {book && jobs ? (
        <>
          {notices.length === 0 ? null : (
            <Section title={t(W.notices)}>
              {notices.slice(0, 20).map((notice) => (
                <MessageBar key={jobs.noticeText(notice, lang)} intent="warning" layout="multiline">
                  <MessageBarBody>{jobs.noticeText(notice, lang)}</MessageBarBody>
                </MessageBar>
              ))}
            </Section>
          )}
          {book.tabs.log === undefined ? <p className={styles.body}>{t(W.notBegun)}</p> : null}
          <div className={styles.column}>
            <Field label={t(W.yourName)}>
              <Input
                value={by}
                onChange={(_event, { value }) => {
                  setBy(value);
                  rememberReviewer(value);
                }}
              />
            </Field>
            <SearchBox
              className={styles.wide}
              aria-label={t(W.search)}
              placeholder={t(W.search)}
              value={words}
              onChange={(_event, { value }) => setWords(value)}
            />
            <Choice
              label={t(W.unit)}
              value={unit}
              options={[
                { value: "", text: t(W.allUnits) },
                ...[...new Set(book.people.map((person) => person.unit))].map((one) => ({
                  value: one,
                  text: one,
                })),
              ]}
              onChange={setUnit}
            />
            <StageFilter book={book} stage={stage} onStage={setStage} />
          </div>
          <ReviewSteps
            key={chosen.map(({ person }) => person).join("\n")}
            book={book}
            chosen={chosen}
            busy={doing}
            named={by.trim() !== ""}
            onStep={(kind, more) =>
              void record(kind, chosen, { by, ...more }).then((done) => {
                if (done) setSelected(new Set());
              })
            }
          />
          <PeopleByStage book={book} shown={shown} selected={selected} onSelect={setSelected} />
        </>
      ) : null}
    </Page>
  );
}
