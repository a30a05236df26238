import type { CollectionView } from "../../../jobs/sharing/collect";
import { plural, useSay } from "../../context";
import { Card, Section } from "../../parts/Section";
import { SHARE_WORDS as W } from "./words";
import { SendAgain } from "./SendAgain";
import { useShareStyles } from "./styles";
import type { SendAgainState } from "./useSendAgain";

/** So many files are shown; more are counted, and all stand on the workbook's own list. */
const FILES = 40;
const MARKS = { refused: "▼", held: "▲", noted: "●" } as const;
/** The kinds of faults, as a screen reader says them. */
const KINDS = { refused: W.kindRefused, held: W.kindHeld, noted: W.kindNoted } as const;
const LOOKS = { refused: "bad", held: "warn", noted: "muted" } as const;

/** What is wrong with which file, where, what to do about it; and the workbook once more to whoever it came from. */
export function FileFaults({
  files,
  again,
  busy,
  unmerged = false,
}: {
  readonly files: CollectionView["files"];
  readonly again: SendAgainState;
  readonly busy: boolean;
  readonly unmerged?: boolean;
}) {
  const styles = useShareStyles();
  const t = useSay();
  const faulty = files.filter(({ faults }) => faults.length > 0);
  if (faulty.length === 0) return null;
  return (
    <Section
      title={t(W.faults)}
      aside={t(plural(faulty.length, W.fileCountOne, W.fileCount), { n: faulty.length })}
    >
      <Card flush>
        <ul className={styles.list} aria-label={t(W.faults)}>
          {faulty.slice(0, FILES).map(({ file, faults, id, recipient, status }, i) => (
            <li key={`${i} ${file}`} className={styles.line}>
              <span className={styles.strong} {...(again.find(id) ? { "data-beside": "" } : {})}>
                {file}
              </span>
              {recipient === undefined || file.includes(recipient) ? null : (
                <span className={styles.muted}>{recipient}</span>
              )}
              {faults.map(({ code, severity, where, what, remedy }, n) => (
                <span key={`${n} ${code}`}>
                  <span className={styles[LOOKS[severity]]} role="img" aria-label={t(KINDS[severity])}>
                    {MARKS[severity]}{" "}
                  </span>
                  {where === "" ? "" : `${where} `}
                  {what} <span className={styles.muted}>{remedy}</span>
                </span>
              ))}
              <SendAgain
                id={id}
                list={`fault ${i}`}
                again={again}
                busy={busy}
                unmerged={unmerged && status === "taken"}
              />
            </li>
          ))}
          {faulty.length > FILES ? (
            <li className={styles.line}>{t(W.moreOnSheet, { n: faulty.length - FILES })}</li>
          ) : null}
        </ul>
      </Card>
    </Section>
  );
}
