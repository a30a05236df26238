import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement, ReactNode } from "react";
import type { ProblemGroupView } from "../../../jobs/types";
import type { Phrase } from "../../../words";
import { usePane, useSay } from "../../context";
import { WORDS } from "../../words";
import { Disclosure } from "../../parts/Disclosure";
import { Card } from "../../parts/Section";

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "10px" },
  head: { display: "grid", gridTemplateColumns: "20px minmax(0, 1fr)", gap: "8px", padding: "12px 14px" },
  icon: { fontSize: "20px", display: "flex" },
  title: { fontWeight: 600, overflowWrap: "anywhere" },
  action: {
    color: tokens.colorNeutralForeground2,
    fontSize: "13px",
    lineHeight: "19px",
    overflowWrap: "anywhere",
  },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
  places: {
    listStyle: "none",
    margin: 0,
    padding: "0 14px 12px 42px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    fontSize: "13px",
  },
  expected: { margin: "0 14px 4px 42px", fontSize: "12px", lineHeight: "16px" },
  found: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  none: { display: "flex", gap: "8px", alignItems: "center", color: tokens.colorNeutralForeground2 },
});

const SEVERITIES: Record<
  ProblemGroupView["severity"],
  { readonly icon: ReactElement; readonly name: Phrase }
> = {
  error: { icon: <ErrorCircleRegular />, name: WORDS.severityError },
  warning: { icon: <WarningRegular />, name: WORDS.severityWarning },
  info: { icon: <InfoRegular />, name: WORDS.severityInfo },
};

/** What is odd in the data, grouped, each place one click away. */
export function ProblemList({ groups }: { readonly groups: readonly ProblemGroupView[] }) {
  const styles = useStyles();
  const t = useSay();
  if (groups.length === 0) {
    return (
      <Card>
        <div className={styles.none}>
          <CheckmarkCircleRegular className={styles.icon} aria-hidden="true" />
          {t(WORDS.problemsNone)}
        </div>
      </Card>
    );
  }
  return (
    <>
      <p className={styles.intro}>{t(WORDS.problemsIntro)}</p>
      <ul className={styles.list}>
        {groups.map((group) => (
          <li key={`${group.code} ${group.title} ${group.places[0]?.sheet ?? ""}`}>
            <ProblemGroup group={group} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ProblemGroup({ group }: { readonly group: ProblemGroupView }) {
  const styles = useStyles();
  const t = useSay();
  const { commands } = usePane();
  const severity = SEVERITIES[group.severity];
  const more = group.count - group.places.length;
  return (
    <Card flush>
      <div className={styles.head}>
        <span
          className={mergeClasses(styles.icon, styles[group.severity])}
          role="img"
          aria-label={t(severity.name)}
        >
          {severity.icon}
        </span>
        <div>
          <div className={styles.title}>{group.title}</div>
          {group.action === "" ? null : <div className={styles.action}>{group.action}</div>}
        </div>
      </div>
      {group.places.length === 0 ? null : (
        <Places few={group.count <= FEW}>
          {group.expected === undefined ? null : (
            <p className={styles.expected}>{t(WORDS.expected, { what: group.expected })}</p>
          )}
          <ul className={styles.places}>
            {group.places.map(({ sheet, cell, found, action }) => (
              <li key={`${sheet}!${cell}`}>
                <Link
                  as="button"
                  onClick={() => void commands.goTo(sheet, cell)}
                  title={t(WORDS.goTo, { where: `${sheet}!${cell}` })}
                >
                  {sheet}!{cell}
                </Link>{" "}
                <span className={styles.found}>
                  {found === "" ? t(WORDS.emptyValue) : found}
                  {action === undefined ? "" : ` · ${action}`}
                </span>
              </li>
            ))}
            {more > 0 ? <li className={styles.found}>{t(WORDS.placesMore, { n: more })}</li> : null}
          </ul>
        </Places>
      )}
    </Card>
  );
}

/** A few places stand there; many wait to be asked for. */
const FEW = 3;

function Places({ few, children }: { readonly few: boolean; readonly children: ReactNode }) {
  const t = useSay();
  return few ? children : <Disclosure summary={t(WORDS.places)}>{children}</Disclosure>;
}
