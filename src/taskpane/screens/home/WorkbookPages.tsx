import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { LastRun, Survey } from "../../../jobs/types";
import type { Phrase } from "../../../words";
import { usePane, useSay, type Speak } from "../../context";
import { JOB_WORDS as J } from "../../jobWords";
import { moment, money } from "../../parts/numbers";
import type { Lang } from "../../../words";
import type { MoneyStyle } from "../../preferences";
import { WORDS } from "../../words";
import { Card } from "../../parts/Section";

const useStyles = makeStyles({
  list: { margin: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "72px minmax(0, 1fr)",
    gap: "2px 12px",
    padding: "7px 0",
    "& + &": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  label: { color: tokens.colorNeutralForeground3, fontSize: "13px" },
  tip: { margin: "6px 0 0", color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "18px" },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
  links: {
    listStyle: "none",
    margin: "10px 0 0",
    padding: "10px 0 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    display: "flex",
    flexWrap: "wrap",
    gap: "4px 16px",
  },
});

/** Pages that can only be made from a ledger. */
const LEDGER_PAGES = ["targets", "tracker"];

interface Seen {
  readonly survey: Survey;
  readonly lastRun: LastRun;
  readonly t: Speak;
  readonly lang: Lang;
  readonly style: MoneyStyle;
}

/** What a workbook may hold, from which page it is known, and how it is told. */
const LINES: readonly {
  readonly label: Phrase;
  readonly page?: string;
  readonly tell: (seen: Seen) => string | undefined;
}[] = [
  {
    label: J.statePlan,
    page: "targets",
    tell: ({ lastRun: { made }, t, lang, style }) =>
      made?.plan &&
      t(J.statePlanValue, { year: String(made.plan.year), total: money(made.plan.total, lang, style) }),
  },
  {
    label: J.stateScores,
    page: "scorecard",
    tell: ({ lastRun: { made }, t }) =>
      made?.scores &&
      (made.baseYear === 0
        ? t(J.stateScoresPlain, { n: made.scores.people })
        : t(J.stateScoresValue, { year: String(made.baseYear), n: made.scores.people })),
  },
  {
    label: J.stateScheme,
    page: "scheme",
    tell: ({ survey: { scheme }, t }) =>
      scheme &&
      (scheme.mistakes.length > 0 ? t(J.schemeMistakes, { n: scheme.mistakes.length }) : scheme.name),
  },
  { label: J.stateFollow, page: "tracker", tell: ({ t }) => t(J.stateFollowValue) },
  {
    label: J.stateLast,
    tell: ({ lastRun, t, lang }) =>
      lastRun.made && lastRun.changes.length === 0
        ? `${moment(lastRun.at, lang)} · ${t(J.stateCurrent)}`
        : moment(lastRun.at, lang),
  },
];

/** Plan, scores, scheme, follow-up and the last run; every page a click away. */
export function WorkbookPages({ survey, lastRun }: Pick<Seen, "survey" | "lastRun">) {
  const styles = useStyles();
  const t = useSay();
  const { lang, money: style, commands } = usePane();
  const seen: Seen = { survey, lastRun, t, lang, style };
  return (
    <Card>
      <dl className={styles.list}>
        {LINES.filter(({ page }) => survey.kind === "ledger" || !LEDGER_PAGES.includes(page ?? "")).map(
          ({ label, page, tell }) => {
            const tab = lastRun.pages.find(({ spec }) => spec === page)?.tab;
            const there = page === undefined || tab !== undefined;
            const text = there ? (tell(seen) ?? tab ?? "") : t(J.stateNone);
            return (
              <div key={label["en-US"]} className={styles.line}>
                <dt className={styles.label}>{t(label)}</dt>
                <dd className={styles.value}>
                  {tab === undefined ? (
                    text
                  ) : (
                    <Link as="button" onClick={() => void commands.goTo(tab)}>
                      {text}
                    </Link>
                  )}
                </dd>
              </div>
            );
          },
        )}
      </dl>
      {lastRun.pages.some(({ spec }) => /^scorecard\b/.test(spec)) ? (
        <p className={styles.tip}>{t(WORDS.explainTip)}</p>
      ) : null}
      <ul className={styles.links} aria-label={t(WORDS.written)}>
        {lastRun.sheets.map((sheet) => (
          <li key={sheet}>
            <Link as="button" onClick={() => void commands.goTo(sheet)}>
              {sheet}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
