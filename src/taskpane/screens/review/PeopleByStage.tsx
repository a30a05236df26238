import { Checkbox } from "@fluentui/react-components";
import type { ReviewBook, Reviewed } from "../../../jobs/review/reviewBook";
import { stageLabels } from "../../../sheets/review/pages";
import { usePane, useSay } from "../../context";
import { points } from "../../parts/numbers";
import { Card, Section } from "../../parts/Section";
import { useReviewStyles } from "./styles";
import { REVIEW_WORDS as W } from "./words";

/** More people of a stage than this are counted, not listed. */
const MOST = 150;

interface PeopleByStageProps {
  readonly book: ReviewBook;
  readonly shown: readonly Reviewed[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** People under the stage they stand at, each with a box to tick, and one for all of them. */
export function PeopleByStage({ book, shown, selected, onSelect }: PeopleByStageProps) {
  const styles = useReviewStyles();
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
  const styles = useReviewStyles();
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
