import { Radio, RadioGroup } from "@fluentui/react-components";
import type { CollectionView } from "../../../jobs/sharing/collect";
import { conflictKey, type Preference } from "../../../sharing/incoming/collection";
import type { Phrase } from "../../../words";
import { plural, usePane, useSay } from "../../context";
import { Choice } from "../../parts/Choice";
import { Disclosure } from "../../parts/Disclosure";
import { Card, Section } from "../../parts/Section";
import { SHARE_WORDS as W } from "./words";
import { Arrival } from "./Arrival";
import { FileFaults } from "./FileFaults";
import { NameList } from "./NameList";
import { ReviewSections } from "./ReviewSections";
import { SendAgain } from "./SendAgain";
import { useShareStyles } from "./styles";
import type { Decisions } from "./useBringBack";
import type { SendAgainState } from "./useSendAgain";

/** So many conflicts can be decided one by one; all of them together always. */
const SHOWN = 40;

/** What merging would change, where answers collide, what is wrong with which file, and who is still missing. */
export function CollectionPreview({
  view,
  decisions,
  onDecide,
  again,
  busy,
}: {
  readonly view: CollectionView;
  readonly decisions: Decisions;
  readonly onDecide: (next: Decisions) => void;
  readonly again: SendAgainState;
  readonly busy: boolean;
}) {
  const styles = useShareStyles();
  const t = useSay();
  const show = useShown();
  return (
    <>
      <Arrival>
        <p className={styles.note} role="status">
          <ReadSummary files={view.files} />
        </p>
      </Arrival>
      {view.conflicts.length > 0 ? (
        <Conflicts conflicts={view.conflicts} decisions={decisions} onDecide={onDecide} />
      ) : null}
      {view.changes.length > 0 ? (
        <Section title={t(W.changes)} aside={String(view.changes.length)}>
          <Card flush>
            <NameList
              label={t(W.changes)}
              lines={view.changes.map(({ tab, cell, person, what, before, after, file }) => ({
                key: `${tab}!${cell}`,
                name: t(W.change, {
                  what: what.includes(person) ? what : `${person} · ${what}`,
                  before: show(before),
                  after: show(after),
                }),
                note: `${tab}!${cell} · ${file}`,
              }))}
            />
          </Card>
        </Section>
      ) : null}
      <FileFaults files={view.files} again={again} busy={busy} unmerged />
      <ReviewSections view={view} />
      {view.held.length > 0 ? (
        <Section title={t(W.held)} aside={String(view.held.length)}>
          <Card flush>
            <NameList
              label={t(W.held)}
              lines={view.held.map(({ id, name, unit, file, cells }) => ({
                key: id,
                name,
                note: [
                  unit === name ? "" : unit,
                  file,
                  t(plural(cells, W.heldCellsOne, W.heldCells), { n: cells }),
                ]
                  .filter((part) => part !== "")
                  .join(" · "),
                action: <SendAgain id={id} list="missing" again={again} busy={busy} />,
              }))}
            />
          </Card>
        </Section>
      ) : null}
      <Section title={t(W.missing)} aside={String(view.missing.length)}>
        <Card flush>
          {view.missing.length === 0 ? (
            <NameList
              lines={[
                { key: "all", name: t(view.held.length > 0 ? W.missingSent : W.missingNone), note: "" },
              ]}
            />
          ) : (
            <Disclosure summary={t(W.missing)} open={view.missing.length <= 12}>
              <NameList
                label={t(W.missing)}
                lines={view.missing.map(({ id, name, unit, file }, i) => ({
                  key: `${i}`,
                  name,
                  note: [unit === name ? "" : unit, file].filter((part) => part !== "").join(" · "),
                  action: <SendAgain id={id} list="missing" again={again} busy={busy} />,
                }))}
              />
            </Disclosure>
          )}
          {view.missing.length > 0 && view.notes.length > 0 ? (
            <NameList
              lines={view.notes.map(({ about, what }) => ({ key: about, name: about, note: what }))}
            />
          ) : null}
        </Card>
      </Section>
    </>
  );
}

type FileStatus = CollectionView["files"][number]["status"];

const OUTCOMES: readonly { readonly word: Phrase; readonly of: readonly FileStatus[] }[] = [
  { word: W.readTaken, of: ["taken"] },
  { word: W.readKnown, of: ["known"] },
  { word: W.readUnanswered, of: ["unanswered"] },
  { word: W.readHeld, of: ["held"] },
  { word: W.readReplaced, of: ["duplicate", "superseded"] },
  { word: W.readRefused, of: ["refused"] },
];

/** How many files became what; what none became is not spoken of. */
function ReadSummary({ files }: Pick<CollectionView, "files">) {
  const t = useSay();
  const { lang } = usePane();
  const parts = OUTCOMES.map(({ word, of }) => ({
    word,
    n: files.filter(({ status }) => of.includes(status)).length,
  }))
    .filter(({ n }) => n > 0)
    .map(({ word, n }) => t(word, { n }));
  const list = parts.join(lang === "zh-CN" ? "，" : ", ");
  return <>{t(plural(files.length, W.readOne, W.read), { n: files.length, list })}</>;
}

function Conflicts({
  conflicts,
  decisions,
  onDecide,
}: {
  readonly conflicts: CollectionView["conflicts"];
  readonly decisions: Decisions;
  readonly onDecide: (next: Decisions) => void;
}) {
  const styles = useShareStyles();
  const t = useSay();
  const show = useShown();
  const all = (preference: Preference): Decisions =>
    new Map(conflicts.map((conflict) => [conflictKey(conflict), preference]));
  const taken = conflicts.filter((conflict) => decisions.get(conflictKey(conflict)) === "answers").length;
  return (
    <Section title={t(W.conflicts)} aside={String(conflicts.length)}>
      <p className={styles.note}>{t(W.conflictNote)}</p>
      {conflicts.length > 1 ? (
        <Choice<Preference>
          label={t(W.allOfThem)}
          value={taken === conflicts.length ? "answers" : "master"}
          options={[
            { value: "master", text: t(W.allMaster) },
            { value: "answers", text: t(W.allAnswers) },
          ]}
          onChange={(preference) => onDecide(all(preference))}
        />
      ) : null}
      <Card flush>
        <ul className={styles.list} aria-label={t(W.conflicts)}>
          {conflicts.slice(0, SHOWN).map((conflict, i) => {
            const key = conflictKey(conflict);
            const { person, what, recipient, before, after, other, kind } = conflict;
            const title = what.includes(person) ? what : `${person} · ${what}`;
            return (
              <li key={`${key} ${i}`} className={styles.line}>
                <span className={styles.strong}>{title}</span>
                <span className={styles.muted}>{key}</span>
                <RadioGroup
                  aria-label={title}
                  value={decisions.get(key) ?? "master"}
                  onChange={(_event, { value }) =>
                    onDecide(new Map(decisions).set(key, value === "answers" ? "answers" : "master"))
                  }
                >
                  <Radio
                    value="master"
                    label={
                      kind === "two-answers"
                        ? t(W.later, { value: show(other ?? null) })
                        : t(W.keep, { value: show(before) })
                    }
                  />
                  <Radio value="answers" label={t(W.take, { who: recipient, value: show(after) })} />
                </RadioGroup>
              </li>
            );
          })}
          {conflicts.length > SHOWN ? (
            <li className={styles.line}>{t(W.more, { n: conflicts.length - SHOWN })}</li>
          ) : null}
        </ul>
      </Card>
    </Section>
  );
}

/** Values as people read them. */
function useShown(): (value: string | number | null) => string {
  const t = useSay();
  const { lang } = usePane();
  return (value) =>
    value === null ? t(W.nothing) : typeof value === "number" ? value.toLocaleString(lang) : value;
}
