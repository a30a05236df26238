import { makeStyles, tokens } from "@fluentui/react-components";
import type { Preview } from "../../../jobs/types";
import { usePane, useSay } from "../../context";
import { compact, whole } from "../../parts/numbers";
import { WORDS } from "../../words";
import { Card } from "../../parts/Section";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "7px" },
  month: {
    display: "grid",
    gridTemplateColumns: "44px minmax(0, 1fr) 72px",
    gap: "10px",
    alignItems: "center",
    fontSize: "12px",
    lineHeight: "16px",
  },
  label: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
  track: { position: "relative", height: "12px" },
  bar: {
    position: "absolute",
    insetBlock: 0,
    left: 0,
    borderRadius: "0 3px 3px 0",
    backgroundColor: tokens.colorBrandBackground,
    transition: "width 160ms",
    forcedColorAdjust: "none",
    "@media (prefers-reduced-motion: reduce)": { transition: "none" },
  },
  base: {
    position: "absolute",
    insetBlock: "-2px",
    width: "2px",
    backgroundColor: tokens.colorNeutralForeground1,
    forcedColorAdjust: "none",
  },
  value: { textAlign: "right", whiteSpace: "nowrap" },
  key: {
    display: "flex",
    gap: "16px",
    margin: "0 0 12px",
    color: tokens.colorNeutralForeground3,
    fontSize: "12px",
    lineHeight: "16px",
  },
  keyItem: { display: "flex", alignItems: "center", gap: "6px" },
  keyBar: {
    width: "12px",
    height: "8px",
    borderRadius: "2px",
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: "none",
  },
  keyBase: {
    width: "2px",
    height: "12px",
    backgroundColor: tokens.colorNeutralForeground1,
    forcedColorAdjust: "none",
  },
});

/** Twelve bars to compare at a glance: the target, with a mark where last year ended. */
export function MonthBars({ months }: { readonly months: Preview["months"] }) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const most = Math.max(1, ...months.flatMap((month) => [month.base, month.target]));
  const width = (value: number) => `${(Math.max(0, value) / most) * 100}%`;
  return (
    <Card>
      <p className={styles.key} aria-hidden="true">
        <span className={styles.keyItem}>
          <span className={styles.keyBar} />
          {t(WORDS.target)}
        </span>
        <span className={styles.keyItem}>
          <span className={styles.keyBase} />
          {t(WORDS.base)}
        </span>
      </p>
      <ul className={styles.list}>
        {months.map(({ label, base, target }) => (
          <li key={label} className={styles.month} title={`${whole(base, lang)} → ${whole(target, lang)}`}>
            <span className={styles.label}>{label}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={{ width: width(target) }} />
              {base > 0 ? (
                <span className={styles.base} style={{ left: `calc(${width(base)} - 1px)` }} />
              ) : null}
            </span>
            <span className={styles.value}>{compact(target, lang)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
