import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { FillProblem } from "../../../templates/fill/forms";
import { usePane, useSay } from "../../context";
import { GALLERY_WORDS as W } from "./words";
import { Disclosure } from "../../parts/Disclosure";
import { Card } from "../../parts/Section";

const useStyles = makeStyles({
  intro: { margin: 0, padding: "12px 14px", fontWeight: 600 },
  list: {
    listStyle: "none",
    margin: 0,
    padding: "0 14px 12px",
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    fontSize: "13px",
    lineHeight: "19px",
  },
  what: { display: "block", overflowWrap: "anywhere" },
  remedy: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

const SHOWN = 5;

/** What of a person's data could not be taken over: each cell one click away, with what to do about it. */
export function FillProblems({ problems }: { readonly problems: readonly FillProblem[] }) {
  const styles = useStyles();
  const t = useSay();
  const n = String(problems.length);
  return (
    <Card flush>
      <p className={styles.intro}>{t(W.problems, { n })}</p>
      <Lines problems={problems.slice(0, SHOWN)} />
      {problems.length > SHOWN ? (
        <Disclosure summary={t(W.allProblems, { n })}>
          <Lines problems={problems.slice(SHOWN)} />
        </Disclosure>
      ) : null}
    </Card>
  );
}

function Lines({ problems }: { readonly problems: readonly FillProblem[] }) {
  const styles = useStyles();
  const { commands } = usePane();
  return (
    <ul className={styles.list}>
      {problems.map(({ where, what, remedy }) => {
        const at = where.lastIndexOf("!");
        return (
          <li key={`${where} ${what}`}>
            {at < 0 ? (
              where
            ) : (
              <Link inline onClick={() => void commands.goTo(where.slice(0, at), where.slice(at + 1))}>
                {where}
              </Link>
            )}
            <span className={styles.what}>{what}</span>
            {remedy === undefined ? null : <span className={styles.remedy}>{remedy}</span>}
          </li>
        );
      })}
    </ul>
  );
}
