import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { TableView } from "../../../jobs/types";
import { useSay } from "../../context";
import { WORDS } from "../../words";

const useStyles = makeStyles({
  scroll: {
    overflowX: "auto",
    padding: "0 14px 12px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  table: { borderCollapse: "collapse", fontSize: "12px", lineHeight: "16px", whiteSpace: "nowrap" },
  cell: {
    padding: "5px 14px 5px 0",
    textAlign: "left",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { color: tokens.colorNeutralForeground3, fontWeight: 600 },
  empty: { color: tokens.colorNeutralForeground3 },
});

/** First rows as they were read: the proof that dates and amounts came through. */
export function SampleRows({ table }: { readonly table: TableView }) {
  const styles = useStyles();
  const t = useSay();
  return (
    <div
      className={styles.scroll}
      role="region"
      tabIndex={0}
      aria-label={t(WORDS.firstRowsOf, { sheet: table.sheet })}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.field} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.sample.map((row, index) => (
            <tr key={index}>
              {table.columns.map((column, at) => (
                <td key={column.field} className={styles.cell}>
                  {row[at] === undefined || row[at] === "" ? (
                    <span className={styles.empty}>{t(WORDS.emptyValue)}</span>
                  ) : (
                    row[at]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
