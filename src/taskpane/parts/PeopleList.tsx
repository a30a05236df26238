import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { PersonView } from "../../jobs/types";
import { usePane, useSay } from "../context";
import { points } from "./numbers";
import { WORDS } from "../words";
import { Card } from "./Section";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  person: {
    display: "grid",
    gridTemplateColumns: "26px minmax(0, 1fr) auto",
    gap: "0 8px",
    alignItems: "center",
    padding: "8px 14px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  first: { borderTop: "none" },
  rank: { color: tokens.colorNeutralForeground3, fontSize: "13px" },
  name: { overflowWrap: "anywhere" },
  unit: {
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "16px",
    overflowWrap: "anywhere",
  },
  score: { textAlign: "right", whiteSpace: "nowrap" },
  total: { fontWeight: 600 },
  reason: {
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "16px",
    maxWidth: "120px",
    whiteSpace: "normal",
  },
  more: { width: "100%", borderRadius: 0, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

interface PeopleListProps {
  readonly people: readonly PersonView[];
  /** How many to show before a person asks for all. */
  readonly first?: number;
}

/** People with rank, score and grade; those without a score say why. */
export function PeopleList({ people, first = 5 }: PeopleListProps) {
  const styles = useStyles();
  const t = useSay();
  const [all, setAll] = useState(false);
  const shown = all ? people : people.slice(0, first);
  return (
    <Card flush>
      <ol className={styles.list}>
        {shown.map((person, index) => (
          <li
            key={`${person.name} ${person.unit}`}
            className={mergeClasses(styles.person, index === 0 && styles.first)}
          >
            <PersonLine person={person} />
          </li>
        ))}
      </ol>
      {people.length > first ? (
        <Button appearance="subtle" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t(WORDS.showLess) : t(WORDS.showAll, { n: people.length })}
        </Button>
      ) : null}
    </Card>
  );
}

function PersonLine({ person }: { readonly person: PersonView }) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  return (
    <>
      <span className={styles.rank}>{person.rank ?? "–"}</span>
      <span>
        <span className={styles.name}>{person.name}</span>
        <br />
        <span className={styles.unit}>{person.unit}</span>
      </span>
      <span className={styles.score}>
        {person.total === undefined ? (
          <span className={styles.reason}>{person.reason ?? t(WORDS.notScored)}</span>
        ) : (
          <>
            <span className={styles.total}>{points(person.total, lang)}</span>
            <br />
            <span className={styles.unit}>{person.grade}</span>
          </>
        )}
      </span>
    </>
  );
}
