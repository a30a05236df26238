import {
  Button,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  SearchBox,
  Textarea,
  ToggleButton,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ReviewBook, Reviewed } from "../../jobs/review/reviewBook";
import type { ReviewNotice } from "../../jobs/review/reviewLocks";
import { AttainError } from "../../errors";
import { EVENT_WORDS, NEEDS_REASON, type EventKind } from "../../scoring/review/events";
import { allowedEvents } from "../../scoring/review/flow";
import { stageLabels } from "../../sheets/review/pages";
import { usePane, useSay } from "../context";
import { points } from "../numbers";
import { Choice } from "../parts/Choice";
import { ErrorNotice } from "../parts/ErrorNotice";
import { Page } from "../parts/Page";
import { Card, Section } from "../parts/Section";
import { Working } from "../parts/Working";
import { loadReview, type ReviewJobs } from "../reviewJobs";
import { REVIEW_WORDS as W } from "../reviewWords";

const useStyles = makeStyles({
  body: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px" },
  column: { display: "flex", flexDirection: "column", gap: "12px" },
  wide: { width: "100%", maxWidth: "none" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  person: {
    display: "flex",
    alignItems: "flex-start",
    padding: "4px 8px 8px",
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  words: { paddingTop: "6px", minWidth: 0, overflowWrap: "anywhere" },
  name: { fontWeight: 600 },
  small: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "12px", lineHeight: "18px" },
  head: { padding: "4px 8px", borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** More people of a stage than this are counted, not listed. */
const MOST = 150;

/** Everybody of the evaluation by stage; whoever is selected goes on, comes back, signs or is locked. */
export function Review() {
  const styles = useStyles();
  const t = useSay();
  const { commands, lang } = usePane();
  const { book, notices, jobs, doing, said, error, record } = useReview();
  const [by, setBy] = useState(remembered);
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
                  remember(value);
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
          <Steps
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
          <Groups book={book} shown={shown} selected={selected} onSelect={setSelected} />
        </>
      ) : null}
    </Page>
  );
}

function StageFilter({
  book,
  stage,
  onStage,
}: {
  readonly book: ReviewBook;
  readonly stage: string;
  readonly onStage: (stage: string) => void;
}) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const labels = [...stageLabels({ ...book.process, lang })];
  const count = (id: string): number => book.people.filter(({ standing }) => standing.stage === id).length;
  const all: [string, string][] = [["", t(W.all)], ...labels.filter(([id]) => count(id) > 0)];
  return (
    <div className={styles.row} role="group" aria-label={t(W.stages)}>
      {all.map(([id, name]) => (
        <ToggleButton
          key={id}
          size="small"
          shape="circular"
          checked={stage === id}
          onClick={() => onStage(id)}
        >
          {id === "" ? name : `${name} ${count(id)}`}
        </ToggleButton>
      ))}
    </div>
  );
}

interface StepsProps {
  readonly book: ReviewBook;
  readonly chosen: readonly Reviewed[];
  readonly busy: boolean;
  readonly named: boolean;
  readonly onStep: (kind: EventKind, more: { readonly reason?: string; readonly score?: number }) => void;
}

/** What can be done to all who are selected; a step that needs its reason asks for it first. */
function Steps({ book, chosen, busy, named, onStep }: StepsProps) {
  const styles = useStyles();
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

interface GroupsProps {
  readonly book: ReviewBook;
  readonly shown: readonly Reviewed[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** People under the stage they stand at, each with a box to tick, and one for all of them. */
function Groups({ book, shown, selected, onSelect }: GroupsProps) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const labels = [...stageLabels({ ...book.process, lang })];
  const toggle = (people: readonly Reviewed[], on: boolean): void => {
    const next = new Set(selected);
    for (const { person } of people)
      if (on) next.add(person);
      else next.delete(person);
    onSelect(next);
  };
  if (shown.length === 0) return <p className={styles.body}>{t(W.none)}</p>;
  return (
    <>
      {labels.map(([id, name]) => {
        const here = shown.filter(({ standing }) => standing.stage === id);
        if (here.length === 0) return null;
        const able = here.filter(({ computedScore }) => computedScore !== null);
        const ticked = able.filter(({ person }) => selected.has(person)).length;
        const own = book.process.stages.find((one) => one.id === id);
        const facts = [
          own && own.who.length > 0 ? t(W.who, { who: own.who.join(lang === "zh-CN" ? "、" : ", ") }) : "",
          own && own.due !== "" ? t(W.due, { due: own.due }) : "",
        ].filter((part) => part !== "");
        return (
          <Section key={id} title={`${name} (${here.length})`}>
            {facts.length === 0 ? null : <p className={styles.small}>{facts.join(" · ")}</p>}
            <Card flush>
              {able.length === 0 ? null : (
                <div className={styles.head}>
                  <Checkbox
                    label={t(W.selectGroup, { stage: name, n: String(able.length) })}
                    checked={ticked === 0 ? false : ticked === able.length ? true : "mixed"}
                    onChange={(_event, { checked }) => toggle(able, checked !== false)}
                  />
                </div>
              )}
              <ul className={styles.list} aria-label={name}>
                {here.slice(0, MOST).map((person) => (
                  <li key={person.person} className={styles.person}>
                    <Checkbox
                      aria-label={person.person}
                      checked={selected.has(person.person)}
                      disabled={person.computedScore === null}
                      onChange={(_event, { checked }) => toggle([person], checked === true)}
                    />
                    <PersonWords person={person} />
                  </li>
                ))}
              </ul>
            </Card>
            {here.length > MOST ? (
              <p className={styles.small}>{t(W.more, { n: String(here.length - MOST) })}</p>
            ) : null}
          </Section>
        );
      })}
    </>
  );
}

function PersonWords({ person }: { readonly person: Reviewed }) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const { standing, computedScore, unit } = person;
  const number = (value: number | null): string => (value === null ? t(W.notScored) : points(value, lang));
  const score =
    standing.adjusted === undefined
      ? number(computedScore)
      : t(W.reviewed, { score: number(standing.adjusted), computed: number(computedScore) });
  const why = standing.appeal ?? standing.returned;
  return (
    <div className={styles.words}>
      <span className={styles.name}>{person.person}</span>
      <p className={styles.small}>
        {[unit, score, standing.since].filter((part) => part !== undefined && part !== "").join(" · ")}
      </p>
      {why === undefined ? null : <p className={styles.small}>“{why}”</p>}
    </div>
  );
}

/** The review of the open workbook and how the last step went. */
function useReview() {
  const t = useSay();
  const { lang } = usePane();
  const [jobs, setJobs] = useState<ReviewJobs>();
  const [book, setBook] = useState<ReviewBook>();
  const [notices, setNotices] = useState<readonly ReviewNotice[]>([]);
  const [doing, setDoing] = useState(false);
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      const review = await loadReview();
      const found = await review.openReview({});
      const changed = await review.noticesOf(found);
      if (gone) return;
      setJobs(review);
      setBook(found);
      setNotices(changed);
    };
    open().catch((reason: unknown) => {
      if (!gone) setError(reason);
    });
    return () => {
      gone = true;
    };
  }, []);

  async function record(
    kind: EventKind,
    people: readonly Reviewed[],
    more: { readonly by: string; readonly reason?: string; readonly score?: number },
  ): Promise<boolean> {
    if (!jobs || doing) return false;
    setDoing(true);
    setSaid(undefined);
    setError(undefined);
    try {
      const names = people.map(({ person }) => person);
      const done = await jobs.recordReview([{ kind, people: names, ...more }], { lang });
      setBook(done.book);
      setNotices(done.notices);
      setSaid(t(W.recorded, { event: EVENT_WORDS[kind][lang], n: String(done.recorded.length) }));
      return true;
    } catch (reason) {
      setError(reason);
      return false;
    } finally {
      setDoing(false);
    }
  }

  return { book, notices, jobs, doing, said, error, record };
}

const NAME_KEY = "attain.reviewer";

/** The name given last on this machine; storage may be closed to add-ins. */
function remembered(): string {
  try {
    return localStorage.getItem(NAME_KEY) ?? "";
  } catch {
    return "";
  }
}

function remember(name: string): void {
  try {
    localStorage.setItem(NAME_KEY, name);
  } catch {
    // Asked again next time.
  }
}
