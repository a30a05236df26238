import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Survey } from "../../../jobs/types";
import { usePane, useSay } from "../../context";
import { money, monthName, whole } from "../../parts/numbers";
import { WORDS } from "../../words";
import { Card } from "../../parts/Section";

const useStyles = makeStyles({
  facts: { display: "grid", gridTemplateColumns: "1fr 1fr", gap: "16px 12px", margin: 0 },
  fact: { display: "flex", flexDirection: "column-reverse", justifyContent: "flex-end", minWidth: 0 },
  label: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
  value: { margin: 0, fontSize: "18px", lineHeight: "26px", fontWeight: 600 },
  detail: { display: "block" },
  small: { fontSize: "14px", lineHeight: "20px", paddingTop: "4px", paddingBottom: "2px" },
});

/** The data in four figures. */
export function WorkbookFacts({ facts }: { readonly facts: Survey["facts"] }) {
  const styles = useStyles();
  const t = useSay();
  const { lang, money: style } = usePane();
  if (facts.file) return <FileFacts facts={facts} file={facts.file} />;
  return (
    <Card>
      <dl className={styles.facts}>
        <Fact
          label={t(WORDS.factWon)}
          value={money(facts.wonValue, lang, style)}
          title={whole(facts.wonValue, lang)}
        />
        <Fact
          label={t(WORDS.factDeals)}
          value={whole(facts.won, lang)}
          detail={t(WORDS.factDealsOf, { n: facts.deals })}
        />
        <Fact label={t(WORDS.factPeople)} value={whole(facts.people, lang)} />
        {facts.firstMonth && facts.lastMonth ? (
          <Fact
            small
            label={t(WORDS.factPeriod)}
            value={t(WORDS.factPeriodValue, {
              from: monthName(facts.firstMonth, lang),
              to: monthName(facts.lastMonth, lang),
            })}
          />
        ) : null}
      </dl>
    </Card>
  );
}

/** Of a file about people: who, how complete, which figures, which periods. */
function FileFacts({
  facts,
  file,
}: {
  readonly facts: Survey["facts"];
  readonly file: NonNullable<Survey["facts"]["file"]>;
}) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const list = new Intl.ListFormat(lang, { type: "conjunction" });
  const period = file.periods.find(({ id }) => id === file.period)?.name;
  return (
    <Card>
      <dl className={styles.facts}>
        <Fact label={t(WORDS.factPeople)} value={whole(facts.people, lang)} />
        <Fact
          label={t(WORDS.factComplete)}
          value={whole(file.complete, lang)}
          detail={t(WORDS.factCompleteOf, { n: facts.people })}
        />
        <Fact small label={t(WORDS.factFigures)} value={list.format(file.fields)} />
        {period === undefined ? null : <Fact small label={t(WORDS.factPeriod)} value={period} />}
      </dl>
    </Card>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
  readonly title?: string;
  readonly small?: boolean;
}

function Fact({ label, value, detail, title, small = false }: FactProps) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>
        {label}
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </dt>
      <dd className={mergeClasses(styles.value, small && styles.small)} title={title}>
        {value}
      </dd>
    </div>
  );
}
