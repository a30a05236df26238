import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Preview } from "../../../jobs/types";
import { usePane, useSay } from "../../context";
import { whole } from "../../parts/numbers";
import { WORDS } from "../../words";
import { Card } from "../../parts/Section";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", fontSize: "13px" },
  cell: {
    padding: "8px 0",
    textAlign: "right",
    fontWeight: 400,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { color: tokens.colorNeutralForeground3, fontSize: "12px", borderTop: "none" },
  name: { textAlign: "left", paddingLeft: "14px", overflowWrap: "anywhere" },
  last: { paddingRight: "14px", paddingLeft: "12px" },
  strong: { fontWeight: 600 },
  total: { fontWeight: 600, borderTopColor: tokens.colorNeutralStroke1 },
});

/** Last year and target by top unit, with the sum they add up to. */
export function UnitTable({ units }: { readonly units: Preview["units"] }) {
  const styles = useStyles();
  const t = useSay();
  const { lang } = usePane();
  const total = (pick: (unit: Preview["units"][number]) => number) =>
    units.reduce((sum, unit) => sum + pick(unit), 0);
  const rows = [
    ...units.map((unit) => ({ ...unit, sum: false })),
    {
      name: t(WORDS.total),
      base: total((unit) => unit.base),
      target: total((unit) => unit.target),
      sum: true,
    },
  ];
  return (
    <Card flush>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.name)}>
              {t(WORDS.unit)}
            </th>
            <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
              {t(WORDS.base)}
            </th>
            <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.last)}>
              {t(WORDS.target)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, base, target, sum }) => (
            <tr key={sum ? "total" : name}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name, sum && styles.total)}>
                {name}
              </th>
              <td className={mergeClasses(styles.cell, sum && styles.total)}>{whole(base, lang)}</td>
              <td className={mergeClasses(styles.cell, styles.last, styles.strong, sum && styles.total)}>
                {whole(target, lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
