import type { ReactNode } from "react";
import { useSay } from "../../context";
import { SHARE_WORDS as W } from "./words";
import { useShareStyles } from "./styles";

/** So many lines are shown; more are counted. */
const LINES = 60;

interface NameLine {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  /** How it stands with them. */
  readonly state?: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

/** Names with something about each. */
export function NameList({ lines, label }: { readonly lines: readonly NameLine[]; readonly label?: string }) {
  const styles = useShareStyles();
  const t = useSay();
  return (
    <ul className={styles.list} {...(label === undefined ? {} : { "aria-label": label })}>
      {lines.slice(0, LINES).map(({ key, name, note, state, action }) => (
        <li key={key} className={styles.line}>
          <span className={styles.strong} {...(action === undefined ? {} : { "data-beside": "" })}>
            {name}
          </span>
          {note === "" ? null : <span className={styles.muted}>{note}</span>}
          {state === undefined ? null : <span>{state}</span>}
          {action}
        </li>
      ))}
      {lines.length > LINES ? (
        <li className={styles.line}>{t(W.more, { n: lines.length - LINES })}</li>
      ) : null}
    </ul>
  );
}
