import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import {
  NO_EDITS,
  editScheme,
  editableScheme,
  withEdit,
  type SchemeEdits,
} from "../../../jobs/evaluation/schemeEdit";
import type { PersonView, Preview } from "../../../jobs/types";
import type { Scheme } from "../../../scoring/scheme";
import { usePane, useSay } from "../../context";
import { Choice } from "../../parts/Choice";
import { Disclosure } from "../../parts/Disclosure";
import { Card, Section } from "../../parts/Section";
import { NumberInput } from "./NumberInput";
import { SCORE_EDIT_WORDS as W } from "./words";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "14px", padding: "0 14px 14px" },
  group: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    margin: 0,
    padding: 0,
    border: 0,
    minWidth: 0,
  },
  name: { fontWeight: 600, padding: 0, overflowWrap: "anywhere" },
  grid: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(124px, 1fr))", gap: "8px" },
  text: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: "13px", lineHeight: "19px" },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "6px" },
  line: { display: "flex", justifyContent: "space-between", gap: "12px" },
});

interface SchemeEditorProps {
  readonly scheme: Scheme;
  readonly preview: Preview;
}

/** Weights, rules and thresholds to change before anything is written, and whose grade and rank that moves. */
export function SchemeEditor({ scheme, preview }: SchemeEditorProps) {
  const styles = useStyles();
  const t = useSay();
  const { commands, lang } = usePane();
  // The scheme and the ranking as they were when the changing began.
  const [base] = useState({ scheme, people: preview.people });
  const [edits, setEdits] = useState<SchemeEdits>(NO_EDITS);
  const { scheme: changed, mistakes } = editScheme(base.scheme, edits);
  const { sections, lines } = editableScheme(changed, lang);
  const edited = edits.changes.length > 0 || Object.keys(edits.kinds).length > 0;
  const apply = (next: SchemeEdits): void => {
    setEdits(next);
    const result = editScheme(base.scheme, next);
    if (result.mistakes.length === 0) commands.choose({ scheme: result.scheme });
  };
  const change = (path: string) => (value: number | null) => apply(withEdit(edits, { path, value }));
  return (
    <>
      <Card flush>
        <Disclosure summary={<span>{t(W.title)}</span>}>
          <div className={styles.body}>
            <p className={styles.text}>{t(W.intro)}</p>
            {sections.length === 0 ? null : (
              <fieldset className={styles.group}>
                <legend className={styles.name}>{t(W.sections)}</legend>
                <div className={styles.grid}>
                  {sections.map((number) => (
                    <NumberInput
                      key={number.path}
                      number={number}
                      label={number.label}
                      onChange={change(number.path)}
                    />
                  ))}
                </div>
              </fieldset>
            )}
            {lines.map(({ id, name, weight, kind, kinds, numbers }) => (
              <fieldset key={id} className={styles.group}>
                <legend className={styles.name}>{name}</legend>
                {kinds.length < 2 ? null : (
                  <Choice
                    label={t(W.rule)}
                    value={kind}
                    options={kinds}
                    onChange={(value) => apply(withEdit(edits, { id, kind: value }))}
                  />
                )}
                <div className={styles.grid}>
                  {weight ? (
                    <NumberInput number={weight} label={t(W.weight)} onChange={change(weight.path)} />
                  ) : null}
                  {numbers.map((number) => (
                    <NumberInput
                      key={`${kind} ${number.path}`}
                      number={number}
                      label={number.label}
                      onChange={change(number.path)}
                    />
                  ))}
                </div>
              </fieldset>
            ))}
            {mistakes.length === 0 ? null : (
              <div role="status" className={styles.text}>
                {t(W.wrong)}
                <ul className={styles.list}>
                  {mistakes.map(({ where, what }) => (
                    <li key={`${where} ${what}`}>{what}</li>
                  ))}
                </ul>
              </div>
            )}
            {edited ? (
              <Button
                onClick={() => {
                  setEdits(NO_EDITS);
                  commands.choose({ scheme: base.scheme });
                }}
              >
                {t(W.reset)}
              </Button>
            ) : null}
          </div>
        </Disclosure>
      </Card>
      {edited && mistakes.length === 0 ? <Moves before={base.people} after={preview.people} /> : null}
    </>
  );
}

/** Whose grade or rank is another than before, grades first. */
function Moves({
  before,
  after,
}: {
  readonly before: readonly PersonView[];
  readonly after: readonly PersonView[];
}) {
  const styles = useStyles();
  const t = useSay();
  const key = ({ name, unit }: PersonView): string => `${name}\t${unit}`;
  const was = new Map(before.map((person) => [key(person), person]));
  const pairs = after.flatMap((is) => {
    const then = was.get(key(is));
    return then ? [{ then, is, graded: then.grade !== is.grade }] : [];
  });
  const graded = pairs.filter((pair) => pair.graded);
  const ranked = pairs.filter(({ then, is }) => then.rank !== is.rank);
  const shown = [...graded, ...ranked.filter((pair) => !pair.graded)].slice(0, 12);
  return (
    <Section title={t(W.moves)} aside={t(W.movesCount, { grades: graded.length, ranks: ranked.length })}>
      <Card>
        {shown.length === 0 ? (
          <p className={styles.text}>{t(W.same)}</p>
        ) : (
          <ul className={styles.list}>
            {shown.map(({ then, is }) => (
              <li key={key(is)} className={styles.line}>
                <span>{is.name}</span>
                <span className={styles.text}>
                  {t(W.move, {
                    was: then.grade ?? "–",
                    is: is.grade ?? "–",
                    before: then.rank ?? "–",
                    after: is.rank ?? "–",
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}
