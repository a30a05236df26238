import { makeStyles, tokens } from "@fluentui/react-components";
import type { Preview } from "../../jobs/types";
import { plural, useSay } from "../context";
import { WORDS } from "../words";

const useStyles = makeStyles({
  list: {
    listStyle: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(64px, 1fr))",
    gap: "8px",
  },
  chip: {
    display: "flex",
    flexDirection: "column",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  count: { fontSize: "16px", lineHeight: "22px", fontWeight: 600 },
  name: { color: tokens.colorNeutralForeground3, fontSize: "12px", lineHeight: "16px" },
});

/** How many people each grade holds. */
export function GradeChips({ grades }: { readonly grades: Preview["grades"] }) {
  const styles = useStyles();
  const t = useSay();
  return (
    <ul className={styles.list} aria-label={t(WORDS.grades)}>
      {grades.map(({ name, count }) => (
        <li key={name} className={styles.chip}>
          <span className={styles.count}>
            {t(plural(count, WORDS.peopleCountOne, WORDS.peopleCount), { n: count })}
          </span>
          <span className={styles.name}>{name}</span>
        </li>
      ))}
    </ul>
  );
}
