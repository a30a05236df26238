import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FollowLine } from "../../jobs/types";
import { usePane, useSay } from "../context";
import { JOB_WORDS as J, LIGHTS } from "../jobWords";
import { money, percent } from "./numbers";
import { WORDS } from "../words";
import { Card } from "./Section";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", fontSize: "13px" },
  cell: {
    padding: "8px 0 8px 10px",
    textAlign: "right",
    fontWeight: 400,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { color: tokens.colorNeutralForeground3, fontSize: "12px", borderTop: "none" },
  name: { textAlign: "left", paddingLeft: "14px", overflowWrap: "anywhere" },
  last: { paddingRight: "14px", whiteSpace: "nowrap" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  person: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "0 12px",
    padding: "8px 14px",
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  detail: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
  right: { textAlign: "right", whiteSpace: "nowrap" },
  reached: { color: tokens.colorStatusSuccessForeground1 },
  near: { color: tokens.colorStatusWarningForeground3 },
  behind: { color: tokens.colorStatusDangerForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
  more: { width: "100%", borderRadius: 0, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

function Light({ line }: { readonly line: FollowLine }) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const { mark, name } = LIGHTS[line.light];
  return (
    <span>
      <span className={styles[line.light]} role="img" aria-label={t(name)}>
        {mark}
      </span>{" "}
      {line.attainment === undefined ? "" : percent(line.attainment, lang)}
    </span>
  );
}

/** Due, reached and light by unit. */
export function FollowTable({ lines }: { readonly lines: readonly FollowLine[] }) {
  const styles = useStyles();
  const t = useSay();
  const { lang, money: style } = usePane();
  return (
    <Card flush>
      <table className={styles.table}>
        <thead>
          <tr>
            {[WORDS.unit, J.due, J.reached, J.attainment].map((word, index) => (
              <th
                key={word["en-US"]}
                scope="col"
                className={mergeClasses(
                  styles.cell,
                  styles.head,
                  index === 0 && styles.name,
                  index === 3 && styles.last,
                )}
              >
                {t(word)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                {line.name}
              </th>
              <td className={styles.cell}>{money(line.target, lang, style)}</td>
              <td className={styles.cell}>{money(line.actual, lang, style)}</td>
              <td className={mergeClasses(styles.cell, styles.last)}>
                <Light line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** People with what each month left now needs of them. */
export function FollowList({
  lines,
  first = 5,
}: {
  readonly lines: readonly FollowLine[];
  readonly first?: number;
}) {
  const styles = useStyles();
  const t = useSay();
  const { lang, money: style } = usePane();
  const [all, setAll] = useState(false);
  return (
    <Card flush>
      <ul className={styles.list}>
        {(all ? lines : lines.slice(0, first)).map((line) => (
          <li key={`${line.unit} ${line.name}`} className={styles.person}>
            <span>
              {line.name}
              <br />
              <span className={styles.detail}>{line.unit}</span>
            </span>
            <span className={styles.right}>
              <Light line={line} />
              <br />
              <span className={styles.detail}>
                {line.need === undefined ? "" : t(J.needMonth, { value: money(line.need, lang, style) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {lines.length > first ? (
        <Button appearance="subtle" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t(WORDS.showLess) : t(WORDS.showAll, { n: lines.length })}
        </Button>
      ) : null}
    </Card>
  );
}
