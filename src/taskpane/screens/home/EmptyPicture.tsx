import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  picture: { display: "block", width: "100%", maxWidth: "288px", margin: "0 auto" },
  sheet: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorNeutralStroke1 },
  head: { fill: tokens.colorBrandBackground2 },
  cell: { fill: tokens.colorNeutralBackground5 },
  accent: { fill: tokens.colorBrandBackground },
});

const ROWS = [0, 1, 2, 3, 4];

/** Two little tables that belong together: what a usable workbook looks like. Decoration. */
export function EmptyPicture() {
  const styles = useStyles();
  return (
    <svg className={styles.picture} viewBox="0 0 288 132" aria-hidden="true" focusable="false">
      <rect className={styles.sheet} x="1" y="1" width="176" height="130" rx="8" />
      <rect className={styles.head} x="11" y="11" width="156" height="14" rx="3" />
      {ROWS.map((row) =>
        [0, 1, 2, 3].map((column) => (
          <rect
            key={`${row}-${column}`}
            className={column === 3 ? styles.accent : styles.cell}
            x={11 + column * 40}
            y={34 + row * 19}
            width={column === 3 ? 14 + ((row * 7) % 20) : 32 - ((row * 5 + column * 3) % 10)}
            height="8"
            rx="2"
          />
        )),
      )}
      <rect className={styles.sheet} x="189" y="21" width="98" height="90" rx="8" />
      <rect className={styles.head} x="199" y="31" width="78" height="14" rx="3" />
      {ROWS.slice(0, 3).map((row) =>
        [0, 1].map((column) => (
          <rect
            key={`${row}-${column}`}
            className={styles.cell}
            x={199 + column * 41}
            y={54 + row * 18}
            width={36 - ((row * 6 + column * 4) % 12)}
            height="8"
            rx="2"
          />
        )),
      )}
    </svg>
  );
}
