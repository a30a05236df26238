import { makeStyles, tokens } from "@fluentui/react-components";
import type { Preview } from "../../jobs/types";
import { usePane, useSay } from "../context";
import { compact, signedPercent, whole } from "./numbers";
import { WORDS } from "../words";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "2px" },
  label: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
  row: { display: "flex", alignItems: "baseline", flexWrap: "wrap", gap: "0 10px" },
  value: { fontSize: "28px", lineHeight: "38px", fontWeight: 600, letterSpacing: "-0.01em" },
  change: { color: tokens.colorBrandForeground1, fontWeight: 600 },
  base: { color: tokens.colorNeutralForeground2, fontSize: "13px" },
});

/** The number the whole plan adds up to. */
export function TotalLine({
  preview,
  baseYear,
}: {
  readonly preview: Preview;
  readonly baseYear: number | undefined;
}) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const { baseTotal, targetTotal } = preview;
  return (
    <div className={styles.box} role="status">
      <span className={styles.label}>
        {baseYear === undefined ? t(WORDS.targetPlain) : t(WORDS.targetOf, { year: String(baseYear + 1) })}
      </span>
      <span className={styles.row}>
        <span className={styles.value}>{whole(targetTotal, lang)}</span>
        {baseTotal === 0 ? null : (
          <span className={styles.change}>{signedPercent(targetTotal / baseTotal - 1, lang)}</span>
        )}
      </span>
      <span className={styles.base}>
        {t(WORDS.againstBase, {
          year: baseYear === undefined ? "" : String(baseYear),
          base: compact(baseTotal, lang),
        })}
      </span>
    </div>
  );
}
