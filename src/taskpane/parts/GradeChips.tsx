import { makeStyles, tokens } from "@fluentui/react-components";
import type { Preview } from "../../jobs/types";
import { plural, useSay } from "../context";
import { WORDS } from "../words";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  grade: {
    display: "grid",
    gridTemplateColumns: "minmax(64px, 30%) minmax(0, 1fr) auto",
    gap: "8px",
    alignItems: "center",
  },
  bar: {
    height: "8px",
    minWidth: "2px",
    borderRadius: "2px",
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: "none",
  },
  count: { fontWeight: 600, whiteSpace: "nowrap" },
});

/** How many people each grade holds, a line each. */
export function GradeChips({ grades }: { readonly grades: Preview["grades"] }) {
  const styles = useStyles();
  const t = useSay();
  const most = Math.max(1, ...grades.map(({ count }) => count));
  return (
    <ul className={styles.list} aria-label={t(WORDS.grades)}>
      {grades.map(({ name, count }) => (
        <li key={name} className={styles.grade}>
          <span>{name}</span>
          <span aria-hidden="true">
            {count === 0 ? null : (
              <span className={styles.bar} style={{ display: "block", width: `${(count / most) * 100}%` }} />
            )}
          </span>
          <span className={styles.count}>
            {t(plural(count, WORDS.peopleCountOne, WORDS.peopleCount), { n: count })}
          </span>
        </li>
      ))}
    </ul>
  );
}
